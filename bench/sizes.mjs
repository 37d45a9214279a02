/**
 * What a host page loads at first: minified and split as its bundler would, lit, @lit/context and RxJS included,
 * `gzip -9` of each file, in kB of 1,000 bytes. Widgets come later, with the first session that shows them. A gateway
 * and `parseConfiguration` (Valibot) are the host’s choice and not in it.
 */
import { gzipSync } from 'node:zlib';
import { firstLoadOf } from './build.mjs';

const WHOLE_KIT =
  "import '/src/define.ts'; export { createSessionStore } from '/src/core/store/create-session-store.ts';";
const ONE_WIDGET =
  "import '/src/components/task-capacity/task-capacity.define.ts'; import '/src/components/session-provider/session-provider.define.ts';";

export async function measureSizes() {
  return { wholeKit: await sizeOf(WHOLE_KIT), oneWidget: await sizeOf(ONE_WIDGET) };
}

/** The size, and which parts it comes from: each part's share of the source, which minifying changes little. */
async function sizeOf(code) {
  const chunks = await firstLoadOf(code);
  const gzip = chunks.reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).length, 0);
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
  const inSource = /\/(src\/components\/[^/]+|src\/[^/]+)/.exec(path);
  return inSource ? inSource[1] : 'helpers';
}
