// What needs no element costs what it is, with every bundler that hosts build with, from the package and from its own path.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build as buildByEsbuild } from 'esbuild';
import { rollup } from 'rollup';
import { build as buildByVite, minify } from 'vite';
import webpack from 'webpack';
import { root } from '../../tools/files.mjs';

/** The code of an entry and of all that it imports at once, by the names of chunks. */
function loadedAtOnce(chunks, entry, seen = new Set()) {
  if (seen.has(entry)) return '';
  seen.add(entry);
  const { code, imports } = chunks.get(entry);
  return [code, ...imports.filter((name) => chunks.has(name)).map((name) => loadedAtOnce(chunks, name, seen))].join(
    '\n',
  );
}

/** What Vite and Rollup have made. */
async function minified(output) {
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const entry = output.find(({ isEntry }) => isEntry).fileName;
  return (await minify('page.js', loadedAtOnce(chunks, entry))).code;
}

const byEsbuild = {
  entryPoints: ['page.js'],
  bundle: true,
  minify: true,
  format: 'esm',
  splitting: true,
  outdir: 'out',
  write: false,
  metafile: true,
  logLevel: 'error',
};

/** Each answers with the code that a page loads at once. */
const bundlers = {
  async vite(folder) {
    const [{ output }] = await buildByVite({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: { write: false, lib: { entry: join(folder, 'page.js'), formats: ['es'], fileName: 'page' } },
    });
    return minified(output);
  },
  async webpack(folder) {
    const compiler = webpack({
      mode: 'production',
      context: folder,
      entry: './page.js',
      output: { path: folder, filename: 'out.js', chunkFilename: '[id].out.js' },
      performance: false,
    });
    const stats = await promisify(compiler.run.bind(compiler))();
    assert.deepEqual(stats.toJson().errors, []);
    await promisify(compiler.close.bind(compiler))();
    return readFileSync(join(folder, 'out.js'), 'utf8');
  },
  async esbuild(folder) {
    const { outputFiles, metafile } = await buildByEsbuild({
      ...byEsbuild,
      absWorkingDir: folder,
    });
    const chunks = new Map(
      Object.entries(metafile.outputs).map(([path, { imports }]) => [
        path,
        {
          code: outputFiles.find((file) => file.path === join(folder, path)).text,
          imports: imports.filter(({ kind }) => kind === 'import-statement').map((own) => own.path),
        },
      ]),
    );
    return loadedAtOnce(chunks, 'out/page.js');
  },
  async rollup(folder) {
    const bundle = await rollup({
      input: join(folder, 'page.js'),
      plugins: [nodeResolve({ browser: true })],
      onwarn: () => undefined,
    });
    const { output } = await bundle.generate({ format: 'es' });
    await bundle.close();
    return minified(output);
  },
};

/** The most bytes that a value may take, minified: itself, what it is made of, and what a bundler writes around it. */
const values = [
  ['MODALITIES', 'my-sessions', 400],
  ['MODALITIES', 'my-sessions/core', 400],
  ['isOver', 'my-sessions/core', 500],
  ['messageLength', 'my-sessions/core', 4000],
  ['createLocalization', 'my-sessions/localize', 12_000],
];

/** What the store, and the words of other languages, load later shares modules with them; esbuild makes chunks of these. */
const SHARED_WITH_LATER = { 'my-sessions/core': 6000, 'my-sessions/localize': 28_000 };

describe('one value in a bundle', { timeout: 300_000 }, () => {
  let host;
  before(() => {
    // As installed: a project beside this one, which has the package among its modules.
    mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
    host = mkdtempSync(join(root, 'node_modules/.cache/host-'));
    mkdirSync(join(host, 'node_modules'));
    symlinkSync(root, join(host, 'node_modules/my-sessions'), 'dir');
  });
  after(() => rmSync(host, { recursive: true }));

  for (const [name, bundle] of Object.entries(bundlers))
    it(`costs bytes with ${name}`, async () => {
      const found = [];
      // What is loaded later is part of what esbuild builds, whether anything asks for it or not: hence the paths.
      const asked = values.filter(([, path]) => name !== 'esbuild' || path !== 'my-sessions');
      for (const [value, path, few] of asked) {
        const most = few + (name === 'esbuild' ? SHARED_WITH_LATER[path] : 0);
        writeFileSync(join(host, 'page.js'), `import { ${value} } from '${path}';\nconsole.log(${value});\n`);
        const { length } = await bundle(host);
        found.push(`${value} of ${path}: ${length <= most ? 'few' : length}`);
      }
      assert.deepEqual(
        found,
        asked.map(([value, path]) => `${value} of ${path}: few`),
      );
    });

  it('of a gateway for what others say costs little beside the core', async () => {
    const core = "export { combineSources, createSessionStore } from 'my-sessions/core';\n";
    const sizeWith = async (more) => {
      writeFileSync(join(host, 'page.js'), core + more);
      const { outputFiles } = await buildByEsbuild({ ...byEsbuild, splitting: false, absWorkingDir: host });
      return gzipSync(outputFiles[0].text, { level: 9 }).length;
    };
    const alone = await sizeWith('');
    const found = [];
    for (const [name, path, most] of [
      ['combineGateways', 'combined', 3000],
      ['recordGateway', 'recording', 3000],
    ]) {
      const size = (await sizeWith(`export { ${name} } from 'my-sessions/gateways/${path}';\n`)) - alone;
      found.push(`${name}: ${size <= most ? 'little' : size}`);
    }
    assert.deepEqual(found, ['combineGateways: little', 'recordGateway: little']);
  });

  it('takes few bytes of a gateway beside the core: at once, and with what is loaded when it is asked for', async () => {
    const core = "import * as core from 'my-sessions/core';\nconsole.log(core);\n";
    const gateway = "import * as gateway from 'my-sessions/gateways/amazon-connect';\nconsole.log(gateway);\n";
    const packed = (code) => gzipSync(code, { level: 9 }).length;
    const whole = async () => {
      const options = { ...byEsbuild, splitting: false, outdir: undefined, outfile: 'out.js', absWorkingDir: host };
      return packed((await buildByEsbuild(options)).outputFiles[0].text);
    };
    const sizes = [];
    for (const page of [core, core + gateway]) {
      writeFileSync(join(host, 'page.js'), page);
      sizes.push([packed(await bundlers.esbuild(host)), await whole()]);
    }
    const [[coreAtOnce, coreWhole], [atOnce, all]] = sizes;
    assert.ok(atOnce - coreAtOnce <= 6500, `${atOnce - coreAtOnce} bytes at once`);
    assert.ok(all - coreWhole <= 11_500, `${all - coreWhole} bytes in all`);
  });

  it('is 60 kB at most until the first picture of a page with the HTTP gateway', async () => {
    writeFileSync(
      join(host, 'page.js'),
      `import 'my-sessions/define';
import { createHttpGateway } from 'my-sessions/gateways/http';
document.querySelector('session-provider').gateway = createHttpGateway({ url: '/api/my-sessions' });
`,
    );
    const size = gzipSync(await bundlers.esbuild(host), { level: 9 }).length;
    assert.ok(size <= 60_000, `${size} bytes`);
  });

  it('loses nothing that is loaded for what it does, which a bundler may take for nothing', async () => {
    writeFileSync(join(host, 'page.js'), "import 'my-sessions/define';\n");
    const { outputFiles } = await buildByEsbuild({ ...byEsbuild, absWorkingDir: host });
    assert.deepEqual(
      outputFiles.filter(({ text }) => text === '').map(({ path }) => path),
      [],
    );
  });
});
