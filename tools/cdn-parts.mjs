// What a page without a bundler fetches of dist/cdn for a module that it names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './files.mjs';

const read = (name) => readFileSync(join(root, 'dist/cdn', name), 'utf8');

function withImports(name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const [, , path] of read(name).matchAll(/\b(?:from|import)\s*(["'`])\.\/([\w.~-]+)\1/g)) withImports(path, seen);
  return seen;
}

/** The files that a module needs before it runs, itself among them, but for those of the first load; and their bytes, gzipped. */
export function partsOf(name) {
  const first = withImports('my-sessions.js');
  const own = [...withImports(name)].filter((part) => name === 'my-sessions.js' || !first.has(part));
  return { files: own.length, bytes: own.reduce((sum, part) => sum + gzipSync(read(part), { level: 9 }).length, 0) };
}
