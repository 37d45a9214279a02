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

/** Installs an engine that is missing, where that is possible. Answers why it cannot be run; undefined for one that can. */
function obstacleTo({ packages, place }) {
  if (place()) return undefined;
  const reason = installWithApt(packages) ?? `installed, but not found again: ${packages.join(', ')}`;
  return place() ? undefined : reason;
}

/** By name why an engine cannot be run. Each is installed by itself: what one lacks is no reason to do without the other. */
const findEngines = () =>
  Object.fromEntries(Object.entries(ENGINES).map(([name, engine]) => [name, obstacleTo(engine)]));

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(findEngines()));
