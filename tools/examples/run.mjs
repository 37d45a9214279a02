// Installs the packed package into each app of examples/, checks its types, builds it, and has an agent accept an offer in
// Chromium.
//
//   npm run examples                 all of them
//   npm run examples -- react vue    some
//   npm run examples -- --lock html  writes the lock of what an app depends on anew
//
// Apps are copied to a folder for what is temporary and installed there, by their locks; what npm has fetched once stays in
// its cache.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../files.mjs';
import { HOSTS } from './hosts.mjs';
import { copyApp, openBrowser, tryOut } from './try-out.mjs';

const place = join(tmpdir(), 'my-sessions-examples');
const TARBALL = 'my-sessions.tgz';
const RENEWED = ['node_modules', 'package-lock.json'];

const npmBy = (node, folder, ...args) =>
  execFileSync('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
  });
const npm = (...args) => npmBy(process.execPath, ...args);
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

function pack() {
  npm(root, 'run', 'build');
  mkdirSync(place, { recursive: true });
  const [{ filename }] = JSON.parse(npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', place));
  return join(place, filename);
}

/** The program that runs what the app's framework has in Node: npm fetches the version that it asks for, where this one is older. */
function nodeFor({ node = 0 }) {
  if (Number.parseInt(process.versions.node, 10) >= node) return process.execPath;
  return npm(place, 'exec', '--yes', `--package=node@${node}`, '--', 'node', '--print', 'process.execPath').trim();
}

/** A copy of the app beside no file of this repository, with the package as a host gets it. */
function prepare(host, tarball, node, isLocking) {
  const folder = copyApp(host, place, isLocking ? RENEWED : []);
  copyFileSync(tarball, join(folder, TARBALL));
  if (isLocking) lock(host, folder);
  npmBy(node, folder, 'ci', '--prefer-offline', '--no-audit', '--no-fund');
  return folder;
}

function lock(host, folder) {
  npm(folder, 'install', '--package-lock-only', '--omit-lockfile-registry-resolved', '--no-audit', '--no-fund');
  const path = join(folder, 'package-lock.json');
  const own = readJson(path);
  // The package is packed anew for each run.
  delete own.packages['node_modules/my-sessions'].integrity;
  writeFileSync(path, `${JSON.stringify(own, null, 2)}\n`);
  copyFileSync(path, join(root, 'examples', host, 'package-lock.json'));
}

const versionsOf = (folder, packages) =>
  packages.map((name) => `${name} ${readJson(join(folder, 'node_modules', name, 'package.json')).version}`).join(', ');

async function resultOf(host, tarball, browser, isLocking) {
  const about = HOSTS[host];
  const start = performance.now();
  const row = { host: about.title, versions: '', result: 'works', 'scripts, gzip': '', violations: '', errors: '' };
  try {
    const node = nodeFor(about);
    const folder = prepare(host, tarball, node, isLocking);
    row.versions = versionsOf(folder, about.packages);
    npmBy(node, folder, 'run', '--if-present', 'check');
    npmBy(node, folder, 'run', 'build');
    const { bytes, violations, errors } = await tryOut(host, folder, browser, node);
    Object.assign(row, { 'scripts, gzip': bytes, violations: violations.length, errors: errors.length });
    if (violations.length + errors.length > 0) throw new Error([...violations, ...errors].join('\n'));
  } catch (error) {
    row.result = 'FAILED';
    console.log(`${about.title}: ${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`);
  }
  return { ...row, seconds: Math.round((performance.now() - start) / 1000) };
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { lock: { type: 'boolean' } } });
const unknown = positionals.filter((name) => !Object.hasOwn(HOSTS, name));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}, but ${Object.keys(HOSTS).join(', ')}.`);

const tarball = pack();
const browser = await openBrowser();
const rows = [];
for (const host of positionals.length > 0 ? positionals : Object.keys(HOSTS))
  rows.push(await resultOf(host, tarball, browser, values.lock === true));
await browser.close();
console.table(rows);
if (rows.some(({ result }) => result !== 'works')) process.exitCode = 1;
