// All mutations of a sample stand in one program, each behind a switch, so that it is served and built once. A switch
// asks `globalThis.mutant(id)`, which tells whether this mutation is on, and notes that a test has come by.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../files.mjs';

const isOn = (id) => `globalThis.mutant?.(${id})`;

/** The mutations grouped by the node they change; outer nodes first. */
function groupsOf(mutations) {
  const groups = new Map();
  for (const mutation of mutations) {
    const key = `${mutation.start}:${mutation.end}:${mutation.isStatement}`;
    groups.set(key, [...(groups.get(key) ?? []), mutation]);
  }
  return [...groups.values()].sort(
    ([a], [b]) => a.start - b.start || b.end - a.end || Number(b.isStatement) - Number(a.isStatement),
  );
}

function write(code, start, end, groups) {
  let written = '';
  let at = start;
  while (groups.length > 0 && groups[0][0].start < end) {
    const [first, ...others] = groups.shift();
    const inner = [];
    while (groups.length > 0 && groups[0][0].start < first.end) inner.push(groups.shift());
    const original = write(code, first.start, first.end, inner);
    written += code.slice(at, first.start);
    if (first.isStatement) written += `{ if (!${isOn(first.id)}) { ${original} } }`;
    else {
      const choices = [first, ...others].map(({ id, replacement }) => `${isOn(id)} ? (${replacement}) : `);
      written += `(${choices.join('')}(${original}))`;
    }
    at = first.end;
  }
  return written + code.slice(at, end);
}

/** The source of a file with a switch for each of its mutations. */
function switchedSource(file, mutations) {
  const code = readFileSync(join(root, file), 'utf8');
  return write(code, 0, code.length, groupsOf(mutations));
}

/** Vite's part: hands out the switched source in place of the file. Nothing is written. */
export function switches(mutations) {
  const byFile = new Map();
  for (const each of mutations) byFile.set(each.file, [...(byFile.get(each.file) ?? []), each]);
  return {
    name: 'mutants',
    enforce: 'pre',
    load(id) {
      // With a query it is asked for as something else, such as its text.
      const file = relative(root, id).replaceAll('\\', '/');
      const own = byFile.get(file);
      return own && { code: switchedSource(file, own), map: null };
    },
  };
}
