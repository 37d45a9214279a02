// Every path of the package, as a server imports it: Node alone, with nothing that stands in for a page.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Worker } from 'node:worker_threads';
import { elementTags, filesUnder, root } from '../../tools/files.mjs';

const { name, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What a path that is exported may be called; of one with `*` what there is a file for, each `*` standing for the same. */
function pathsOf([path, target]) {
  if (!path.includes('*')) return [path];
  const file = (target.default ?? target).slice('./'.length).split('*');
  const [first, ...rest] = file.map((part) => part.replace(/[.]/g, '\\.'));
  const pattern = new RegExp(`^${first}([^/]+)${rest.join('\\1')}$`);
  return filesUnder('dist').flatMap((found) => {
    const name = pattern.exec(found)?.[1];
    return name === undefined ? [] : [path.replace('*', name)];
  });
}

/** A fresh realm for each: what one path leaves behind must not help the next. */
const SCRIPT = `
  const { parentPort, workerData } = require('node:worker_threads');
  const complaints = [];
  for (const level of ['warn', 'error']) console[level] = (...all) => complaints.push(all.join(' '));
  const options = workerData.endsWith('.json') ? { with: { type: 'json' } } : undefined;
  import(workerData, options)
    .then(() => import('node:timers/promises'))
    // What it loads beside itself comes, too.
    .then(({ setImmediate }) => setImmediate())
    .catch((error) => complaints.push(error.stack))
    .then(() => parentPort.postMessage(complaints));
`;

async function complaintsOf(url) {
  const worker = new Worker(SCRIPT, { eval: true, workerData: url });
  try {
    const [complaints] = await once(worker, 'message');
    return complaints;
  } finally {
    await worker.terminate();
  }
}

describe('the package in plain Node', () => {
  const paths = Object.entries(exports).flatMap(pathsOf);

  it('exports a path for each element, and one that defines it', () => {
    const elements = elementTags();
    for (const folder of ['define', 'components'])
      assert.deepEqual(
        paths.filter((path) => path.startsWith(`./${folder}/`)),
        elements.map((tag) => `./${folder}/${tag}`),
      );
  });

  it('throws and says nothing, whichever of its paths is imported first', { timeout: 120_000 }, async () => {
    const all = {};
    for (const path of paths) {
      const complaints = await complaintsOf(import.meta.resolve(`${name}${path.slice('.'.length)}`));
      if (complaints.length > 0) all[path] = complaints;
    }
    assert.deepEqual(all, {});
  });
});
