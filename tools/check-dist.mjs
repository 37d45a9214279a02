// What a green build can silently lose.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { partsOf } from './cdn-parts.mjs';
import { elementTags, filesUnder, root } from './files.mjs';
import { bundle, firstLoadIn, gzippedBytes } from './first-load.mjs';

const dist = (path) => JSON.stringify(join(root, 'dist', path));
const definition = (tag) => `import ${dist(`components/${tag}/${tag}.define.js`)};`;

async function gzippedSize(source) {
  return gzippedBytes(firstLoadIn(await bundle(source)));
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
  const isOurs = ({ facadeModuleId }) => !facadeModuleId.includes('/dist/vendor/');
  return {
    first: files(({ isEntry }) => isEntry),
    later: files((chunk) => chunk.isDynamicEntry && isOurs(chunk)),
  };
}

function check(what, actual, isGood) {
  console.log(`${isGood ? 'ok' : 'FAILED'}: ${what}: ${actual}`);
  if (!isGood) process.exitCode = 1;
}

async function checkBudget(what, budget, source) {
  const size = await gzippedSize(source);
  check(`${what}, gzipped, at most ${budget} bytes`, size, size <= budget);
}

// What is built in of others may need a page to load at all; a component of React brings the element that it is of.
const classFiles = filesUnder('dist', /^dist\/(?!vendor\/|cdn\/|react\/).*(?<!define|\.tag)\.js$/);
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
check(
  'elements that my-sessions/define knows, of all there are',
  defined.length,
  defined.join() === elementTags().join(),
);

const importsProvider = (tag) =>
  /^import "[^"]*session-provider\.(define|js)[^"]*";?$/m.test(
    readFileSync(join(root, `dist/components/${tag}/${tag}.define.js`), 'utf8'),
  );
const alone = elementTags().filter((tag) => tag !== 'session-provider' && !importsProvider(tag));
check('define files of single elements that bring no provider', alone.join(' ') || 'none', alone.length === 0);

// It is built in, so no host's tools would see an old one: a new release comes as a change of this version, like any other.
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const [, leaflet] = readFileSync(join(root, 'dist/vendor/leaflet/leaflet-src.esm.js'), 'utf8').match(
  /version = "([^"]+)"/,
);
check('Leaflet, as it is built in', leaflet, leaflet === devDependencies.leaflet);

const kit = `import ${dist('define.js')}; export { createSessionStore } from ${dist('index.js')};`;
await checkBudget('first load of the whole kit with its store', 45_000, kit);
await checkBudget(
  'first load of the whole kit with the HTTP gateway',
  60_000,
  `${kit} export { createHttpGateway } from ${dist('gateways/http/http.js')};`,
);
await checkBudget('one widget in a panel', 24_000, ['session-provider', 'task-capacity'].map(definition).join('\n'));

/** Of a page without a bundler: the first load, and what stands beside it before a module that the page names can run. */
for (const [name, budget] of Object.entries({
  'my-sessions': 45_500,
  http: 14_500,
  simulator: 58_000,
  replay: 49_000,
  core: 54_000,
})) {
  const { bytes } = partsOf(`${name}.js`);
  check(`dist/cdn/${name}.js with what it brings along, gzipped, at most ${budget} bytes`, bytes, bytes <= budget);
}
