// What a green build can silently lose.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { elementTags, filesUnder, root } from './files.mjs';

const dist = (path) => JSON.stringify(join(root, 'dist', path));
const definition = (tag) => `import ${dist(`components/${tag}/${tag}.define.js`)};`;

/** Bundles `source` as the build of a host page would, and returns its chunks; with `together` in one of them. */
async function bundle(source, external = [], together = undefined) {
  const entry = {
    name: 'entry',
    enforce: 'pre',
    resolveId: (id) => (id === 'virtual:entry' ? id : undefined),
    load: (id) => (id === 'virtual:entry' ? source : undefined),
  };
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [entry],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'virtual:entry', formats: ['es'], fileName: 'entry' },
      // As a page's own build does: what the first load and later parts share stays in the first load.
      rolldownOptions: {
        input: 'virtual:entry',
        external,
        preserveEntrySignatures: 'allow-extension',
        output: {
          minify: true,
          ...(together ? { codeSplitting: { groups: [{ name: 'first', test: (id) => together.has(id) }] } } : {}),
        },
      },
    },
  });
  return output;
}

/** The bytes a page loads before anything of its own runs: dynamic imports come later, when they are needed. */
async function gzippedSize(source) {
  // The bundler takes the first load apart once later parts share different pieces of it; in how many files it arrives
  // is the host's choice and not the kit's weight, so it is measured as one.
  const together = new Set(firstLoad(await bundle(source)).flatMap(({ moduleIds }) => moduleIds));
  const chunks = firstLoad(await bundle(source, [], together));
  return chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
}

/** The entry and all that it imports, and not what is imported later. */
function firstLoad(output) {
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Set();
  const load = (name) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    chunks.get(name).imports.forEach(load);
  };
  load(output.find(({ isEntry }) => isEntry).fileName);
  return [...loaded].map((name) => chunks.get(name));
}

/** The tags that importing the modules defines, in Node: Lit brings along what it needs of a page. */
async function tagsDefinedBy(files) {
  const tags = [];
  globalThis.customElements = { get: () => undefined, define: (tag) => tags.push(tag) };
  for (const file of files) await import(pathToFileURL(join(root, file)).href);
  return tags.sort();
}

/** The kit as a host page's build leaves it: what is loaded at once, and what is loaded when it is first shown. */
async function bundledDefinitions() {
  const folder = 'node_modules/.cache/check-dist';
  mkdirSync(join(root, folder), { recursive: true });
  const chunks = await bundle(`import ${dist('define.js')};`, [/^[@a-z]/]);
  for (const { fileName, code } of chunks) writeFileSync(join(root, folder, fileName), code);
  const files = (isWanted) => chunks.filter(isWanted).map(({ fileName }) => `${folder}/${fileName}`);
  return { first: files(({ isEntry }) => isEntry), later: files(({ isDynamicEntry }) => isDynamicEntry) };
}

function check(what, actual, isGood) {
  console.log(`${isGood ? 'ok' : 'FAILED'}: ${what}: ${actual}`);
  if (!isGood) process.exitCode = 1;
}

async function checkBudget(what, budget, source) {
  const size = await gzippedSize(source);
  check(`${what}, gzipped, at most ${budget} bytes`, size, size <= budget);
}

const classFiles = filesUnder('dist', /(?<!define)\.js$/);
const registered = await tagsDefinedBy(classFiles);
check('tags defined by modules that are no define file', registered.join(' ') || 'none', registered.length === 0);

const [unused] = await bundle(`import ${dist('index.js')};`);
check('bytes left of an import that is not used', unused.code.length, unused.code.trim() === '');

// Only what registers elements may touch the page while it loads, so the page comes after the class files.
globalThis.document = { documentElement: new EventTarget() };
const { first, later } = await bundledDefinitions();
const atOnce = await tagsDefinedBy(first);
const whenShown = await tagsDefinedBy(later);
check('elements defined by my-sessions/define at once', atOnce.join(' '), atOnce.includes('my-sessions'));
check('… when they are first shown', whenShown.join(' '), !whenShown.some((tag) => atOnce.includes(tag)));
const defined = [...atOnce, ...whenShown].sort();
check('elements that my-sessions/define leaves out', defined.length, defined.join() === elementTags().join());

const kit = `import ${dist('define.js')}; export { createSessionStore } from ${dist('index.js')};`;
await checkBudget('the whole kit with its store', 40_000, kit);
await checkBudget('one widget in a panel', 24_000, ['session-provider', 'task-capacity'].map(definition).join('\n'));
