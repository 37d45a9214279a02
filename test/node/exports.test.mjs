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

/** Imports paths one after the other in a realm of their own, and tells all that is thrown or said. */
const SCRIPT = `
  const { parentPort, workerData } = require('node:worker_threads');
  const complaints = [];
  let importing;
  const note = (...all) => complaints.push([importing, ...all].join(' '));
  for (const level of ['warn', 'error']) console[level] = note;
  process.on('unhandledRejection', note);
  (async () => {
    // What a path loads beside itself comes, too.
    const { setImmediate } = await import('node:timers/promises');
    for (const url of workerData) {
      importing = url;
      await import(url, url.endsWith('.json') ? { with: { type: 'json' } } : undefined).catch(note);
      await setImmediate();
    }
    parentPort.postMessage(complaints);
  })();
`;

async function complaintsOf(urls) {
  const worker = new Worker(SCRIPT, { eval: true, workerData: urls });
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

  // In one order only, what a path lacks could be there from the one before it.
  for (const [order, arranged] of [
    ['in their order', paths],
    ['the other way round', paths.toReversed()],
  ])
    it(`throws and says nothing when all its paths are imported ${order}`, { timeout: 120_000 }, async () => {
      assert.deepEqual(
        await complaintsOf(arranged.map((path) => import.meta.resolve(`${name}${path.slice('.'.length)}`))),
        [],
      );
    });
});
