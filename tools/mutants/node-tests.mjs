// Test files in Node, each in a process of its own, over a build with switches.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../files.mjs';
import { switches } from './switched.mjs';

const HOOKS = new URL('node-hooks.mjs', import.meta.url).href;
const FAILED = /^\s*not ok \d+ - (?!.*# (?:SKIP|TODO))(.*)$/gm;

/**
 * Builds the package with switches, inside of node_modules so that it finds what it depends on; it goes with this
 * process.
 */
export async function buildForNode(mutations) {
  const folder = mkdtempSync(join(root, 'node_modules/.mutants-'));
  const close = () => rmSync(folder, { recursive: true, force: true });
  process.on('exit', close);
  await build({
    root,
    logLevel: 'error',
    plugins: [switches(mutations)],
    build: { outDir: folder, emptyOutDir: false, sourcemap: false },
  });
  // Vite has left it at "production"; whatever is served after it would be of another kind than in the tests.
  delete process.env.NODE_ENV;
  writeFileSync(join(folder, 'mutations.json'), JSON.stringify(mutations));
  return { run: (file, options) => runFile(folder, file, options) };
}

/**
 * `{ failures, isHanging, seen, duration }`. With a mutation on it stops at the first failure but those that are `known`
 * to fail without.
 */
function runFile(folder, file, { active, limitMs, known = [] }) {
  const seenIn = mkdtempSync(join(folder, 'seen-'));
  const start = performance.now();
  const child = spawn(process.execPath, [join(root, file)], {
    cwd: root,
    // a group of its own, so that what it started ends with it
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      MUTANT: String(active),
      MUTANTS_BUILD: folder,
      MUTANTS_SEEN: seenIn,
      // what a test starts has them, too
      NODE_OPTIONS: `--import=${HOOKS}`,
    },
  });
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // it has ended by itself
    }
  };
  process.once('exit', end);

  let printed = '';
  const failures = () => [...printed.matchAll(FAILED)].map(([, name]) => name).filter((name) => !known.includes(name));
  child.stdout.setEncoding('utf8').on('data', (text) => {
    printed += text;
    if (active >= 0 && failures().length > 0) end();
  });
  let isHanging = false;
  const timer = setTimeout(() => {
    isHanging = true;
    end();
  }, limitMs);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      end();
      process.off('exit', end);
      const found = failures();
      // it may fail before there is any test
      if (found.length === 0 && code !== 0 && known.length === 0 && !isHanging) found.push('the file itself');
      const seen = readdirSync(seenIn).flatMap((name) => JSON.parse(readFileSync(join(seenIn, name), 'utf8')));
      rmSync(seenIn, { recursive: true, force: true });
      resolve({ failures: found, isHanging, seen: new Set(seen), duration: performance.now() - start });
    });
  });
}
