/**
 * What a host page loads at first of the built package (`npm run build`): minified and split as its bundler would, lit,
 * @lit/context and RxJS included, `gzip -9` of each file, in kB of 1,000 bytes. Widgets come later, with the first session
 * that shows them. A gateway and `parseConfiguration` (Valibot) are the host’s choice and not in it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../tools/files.mjs';
import { bundle, firstLoadIn, gzippedBytes } from '../tools/first-load.mjs';

const file = (path) => JSON.stringify(join(root, 'dist', path));
const WHOLE_KIT = `import ${file('define.js')}; export { createSessionStore } from ${file('index.js')};`;
const ONE_WIDGET = `import ${file('components/task-capacity/task-capacity.define.js')};`;

export async function measureSizes() {
  if (!existsSync(join(root, 'dist/define.js')))
    throw new Error('There is no built package: run `npm run build` first.');
  return { wholeKit: await sizeOf(WHOLE_KIT), oneWidget: await sizeOf(ONE_WIDGET) };
}

/** The size, and which parts it comes from: each part's share of the source, which minifying changes little. */
async function sizeOf(source) {
  const chunks = firstLoadIn(await bundle(source));
  const gzip = gzippedBytes(chunks);
  const minified = chunks.reduce((sum, chunk) => sum + chunk.code.length, 0);
  const shares = new Map();
  let whole = 0;
  for (const [id, { code: own }] of chunks.flatMap(({ modules }) => Object.entries(modules))) {
    const size = gzipSync(own ?? '', { level: 9 }).length;
    whole += size;
    shares.set(partOf(id), (shares.get(partOf(id)) ?? 0) + size);
  }
  const parts = [...shares].map(([part, size]) => ({ part, kB: (gzip * size) / whole / 1000 }));
  return { kB: gzip / 1000, minifiedKB: minified / 1000, parts: parts.sort((one, other) => other.kB - one.kB) };
}

/** The package, or the room of the kit, that a module belongs to. */
function partOf(id) {
  const path = id.replaceAll('\\', '/');
  const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path);
  if (inPackage) return inPackage[1];
  const inSource = /\/dist\/((?:components|vendor)\/[^/]+|[^/]+)\//.exec(path);
  return inSource ? inSource[1] : 'helpers';
}
