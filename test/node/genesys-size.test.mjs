// A page that imports the gateway pays for it when it connects, and no vendor's package comes along.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../../tools/files.mjs';

/** Bytes beside the core, gzip. */
const AT_ONCE = 1000;
const WHEN_CONNECTED = 15_000;

test('the gateway to Genesys Cloud costs what it is, beside the core', async (context) => {
  const foreign = new Set();
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['dist/gateways/genesys/genesys.js'],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    outdir: 'out',
    write: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'beside-the-core',
        setup(bundle) {
          bundle.onResolve({ filter: /\/core\// }, ({ path }) => ({ path, external: true }));
          bundle.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
            if (kind !== 'entry-point') foreign.add(path);
            return undefined;
          });
        },
      },
    ],
  });
  const sizes = outputFiles.map(({ contents }) => gzipSync(contents, { level: 9 }).length);
  const first = sizes[outputFiles.findIndex(({ path }) => path.endsWith('genesys.js'))];
  const later = sizes.reduce((sum, size) => sum + size, 0) - first;
  context.diagnostic(`${first} B at once, ${later} B when somebody connects`);
  assert.ok(first <= AT_ONCE, `${first} B at once`);
  assert.ok(later <= WHEN_CONNECTED, `${later} B when somebody connects`);
  assert.deepEqual([...foreign], []);
});
