// Loaded before a test in Node: what it takes from dist/ comes from the build with switches, and so does `source`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';

const { MUTANT, MUTANTS_SEEN } = process.env;
const active = Number(MUTANT);
const seen = new Set();

globalThis.mutant = (id) => {
  seen.add(id);
  return id === active;
};
if (MUTANTS_SEEN)
  process.on('exit', () => {
    mkdirSync(MUTANTS_SEEN, { recursive: true });
    writeFileSync(join(MUTANTS_SEEN, `${String(process.pid)}.json`), JSON.stringify([...seen]));
  });
register('./node-resolving.mjs', import.meta.url);
