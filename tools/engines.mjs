// The engines besides Chromium. They are tested where they are, or can be installed as root on Debian.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWithApt } from './browser.mjs';

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(existsSync);

/** A link that leads to no browser is as good as none. */
const runs = (path) => Boolean(path) && spawnSync(path, ['--version']).status === 0;

/** The program of Firefox, or undefined. */
export function firefoxPlace() {
  const { FIREFOX_PATH } = process.env;
  return [FIREFOX_PATH, onPath('firefox'), onPath('firefox-esr')].find(runs);
}

/** WebKit's own small browser, or undefined. Debian keeps it in the folder of the machine's kind, outside of PATH. */
export function webkitPlace() {
  const library = '/usr/lib';
  if (!onPath('WebKitWebDriver') || !onPath('Xvfb')) return undefined;
  return readdirSync(library)
    .map((kind) => join(library, kind, 'webkit2gtk-4.1/MiniBrowser'))
    .find(existsSync);
}

/** What each engine needs, and how it is found. */
const ENGINES = {
  firefox: { packages: ['firefox-esr'], place: firefoxPlace },
  webkit: { packages: ['webkit2gtk-driver', 'xvfb'], place: webkitPlace },
};
const ENGINE_NAMES = Object.keys(ENGINES);

/** Installs what is missing where that is possible. Answers by name why an engine cannot be run; undefined for one that can. */
function findEngines() {
  const missing = ENGINE_NAMES.filter((name) => !ENGINES[name].place());
  const obstacle = missing.length > 0 ? installWithApt(missing.flatMap((name) => ENGINES[name].packages)) : undefined;
  return Object.fromEntries(
    ENGINE_NAMES.map((name) => {
      const reason = obstacle ?? `installed, but not found again: ${ENGINES[name].packages.join(', ')}`;
      return [name, ENGINES[name].place() ? undefined : reason];
    }),
  );
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(findEngines()));
