import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const PROGRAMS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/** On Windows `--version` opens a window, so there a browser that exists counts as one that runs. */
function runs(path) {
  if (!path || !existsSync(path)) return false;
  return process.platform === 'win32' || spawnSync(path, ['--version', '--no-sandbox']).status === 0;
}

function installedPlaces() {
  const { env } = process;
  if (process.platform === 'darwin') return APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  if (process.platform === 'win32') {
    const homes = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(Boolean);
    return homes.flatMap((home) => PROGRAMS.map((program) => join(home, program)));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

const playwrightPlace = () => createRequire(import.meta.url)('playwright-core').chromium.executablePath();

/** The lists of packages are fetched once, whatever is installed then. */
let hasUpdated = false;

/**
 * Installs packages of Debian's, and answers why it could not. Ubuntu's packages of browsers only point to snaps, which
 * do not start headless as root: Debian proper only.
 */
export function installWithApt(packages) {
  const names = packages.join(', ');
  if (process.getuid?.() !== 0) return `${names}: only root may install packages`;
  if (!existsSync('/etc/debian_version') || spawnSync('grep', ['-qi', 'ubuntu', '/etc/os-release']).status === 0)
    return `${names}: packages of Debian, which this machine does not run`;
  const apt = (...args) => spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { encoding: 'utf8' });
  hasUpdated ||= apt('update').status === 0;
  const { status, stderr, error } = apt('install', '-y', '--no-install-recommends', ...packages);
  if (status === 0) return undefined;
  return `${names}: apt-get failed. ${error?.message ?? stderr.trim().split('\n').at(-1)}`;
}

function installWithPlaywright() {
  const cli = createRequire(import.meta.url)
    .resolve('playwright-core/package.json')
    .replace('package.json', 'cli.js');
  try {
    execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore' });
  } catch {
    // no download from here: the search below finds nothing and says so
  }
}

/** The path of a browser that speaks to Chrome's tools; installs one where that is possible. */
export function findBrowser() {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) {
    if (runs(CHROME_PATH)) return CHROME_PATH;
    throw new Error(`CHROME_PATH is ${CHROME_PATH}, which does not run. Correct it, or unset it to search.`);
  }
  const search = () => [...installedPlaces(), playwrightPlace()].find(runs);
  const present = search();
  if (present) return present;
  console.log('No browser found, installing Chromium …');
  for (const install of [() => installWithApt(['chromium']), installWithPlaywright]) {
    install();
    const installed = search();
    if (installed) return installed;
  }
  throw new Error('No browser found: install Chrome, Chromium or Edge, or set CHROME_PATH to the program.');
}
