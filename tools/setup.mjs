// What a fresh clone lacks. Node's own modules only: this runs before any dependency is installed.
import { execSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './files.mjs';

export { findBrowser } from './browser.mjs';

const packagesIn = (folder, lock) => JSON.parse(readFileSync(join(folder, lock), 'utf8')).packages;

/** Whether node_modules holds the versions the lock names. Optional packages are builds for other platforms. */
function isInstalled(folder) {
  try {
    const installed = packagesIn(folder, 'node_modules/.package-lock.json');
    return Object.entries(packagesIn(folder, 'package-lock.json')).every(
      ([path, wanted]) =>
        path === '' || wanted.optional || wanted.devOptional || installed[path]?.version === wanted.version,
    );
  } catch {
    return false; // no node_modules yet, or an interrupted install
  }
}

/** Installs the dependencies of a package if its node_modules is missing or differs from its lock. */
export function ensureDependencies(folder = root) {
  if (isInstalled(folder)) return;
  console.log(`Installing dependencies${folder === root ? '' : ` of ${relative(root, folder)}`} (npm ci) …`);
  try {
    execSync('npm ci --include=dev --no-audit --no-fund', { cwd: folder, stdio: 'pipe', encoding: 'utf8' });
  } catch (error) {
    throw new Error(`npm ci failed, so nothing else can run.\n${error.stderr}`, { cause: error });
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) ensureDependencies();
