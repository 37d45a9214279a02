// A page that imports the gateway pays for it when it connects, for what is needed then; no vendor's package comes along.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../../tools/files.mjs';

/** Bytes beside the core, gzip, of what a page asks for one after the other: each is what comes on top of those before. */
const MOST = {
  genesys: 650, // at once
  desk: 9850, // when somebody connects: until the conversations are shown
  happenings: 3900, // behind that
  executor: 3200, // when the agent asks for something first
  transcription: 400, // when a call is transcribed
  'retry-after': 330, // when the platform wants to be left alone
};

test('the gateway to Genesys Cloud costs what it is, beside the core', async (context) => {
  const foreign = new Set();
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['dist/gateways/genesys/genesys.js'],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    outdir: 'out',
    write: false,
    metafile: true,
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
  const sizes = new Map(
    Object.keys(metafile.outputs).map((path) => {
      const { contents } = outputFiles.find((file) => file.path === join(root, path));
      return [path, gzipSync(contents, { level: 9 }).length];
    }),
  );
  const loaded = new Set();
  const load = (path) => {
    if (loaded.has(path)) return 0;
    loaded.add(path);
    const others = metafile.outputs[path].imports.filter(
      ({ kind, external }) => kind === 'import-statement' && !external,
    );
    return others.reduce((sum, other) => sum + load(other.path), sizes.get(path));
  };
  const asked = Object.entries(MOST).map(([name, most]) => {
    const size = load([...sizes.keys()].find((path) => path === `out/${name}.js` || path.startsWith(`out/${name}-`)));
    context.diagnostic(`${name}: ${size} B`);
    return `${name}: ${size <= most ? 'little' : `${size} B`}`;
  });
  assert.deepEqual(
    asked,
    Object.keys(MOST).map((name) => `${name}: little`),
  );
  // Nothing is loaded that is not counted here.
  assert.deepEqual(
    [...sizes.keys()].filter((path) => !loaded.has(path)),
    [],
  );
  assert.deepEqual([...foreign], []);
});
