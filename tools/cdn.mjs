// Writes dist/cdn, for pages without a bundler, out of what is built in dist: one module with the first load in it, what
// is loaded later beside it, and the modules that a page imports by their names. They share one copy of everything.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { filesUnder, root } from './files.mjs';
import { firstLoadIn } from './first-load.mjs';

const FOLDER = 'dist/cdn';
const dist = (path) => JSON.stringify(join(root, 'dist', path));

/** What the package exports but for elements and words, which would be parted from the elements that show them. */
function partsOfIndex() {
  const exported = ['src/core.ts', 'src/index.ts'].map((file) => readFileSync(join(root, file), 'utf8')).join('');
  const lines = exported.matchAll(/^export \{([^}]*)\} from '\.\/([^']+)';/gm);
  return [...lines]
    .filter(([, , path]) => !/^(components\/|define-my-sessions|localize\/en)/.test(path))
    .map(([, names, path]) => `export {${names}} from ${dist(path)};`)
    .join('\n');
}

/** Modules by the names that a page imports them by. */
const MODULES = {
  core: partsOfIndex(),
  ...Object.fromEntries(
    ['http', 'replay', 'simulator'].map((name) => [name, `export * from ${dist(`gateways/${name}/${name}.js`)};`]),
  ),
};
const ENTRY = 'my-sessions';
const PREFIX = 'cdn:';
const SHARED = 'shared';
/** In bytes, before it is packed. */
const TOO_SMALL_FOR_A_FILE = 6000;
/**
 * The first load. It knows the other modules as what is loaded later, so that what they share with it stays in it, and
 * theirs is what they import from it.
 */
const source = `import ${dist('script.define.js')};
export const modules = {${Object.keys(MODULES).map((name) => `${name}: () => import('${PREFIX}${name}')`)}};`;

const modules = {
  name: 'cdn-modules',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith(PREFIX) ? id : undefined),
  load: (id) => (id === PREFIX + ENTRY ? source : MODULES[id.slice(PREFIX.length)]),
};

/** Debuggers are led to the sources, not to what is in dist. */
const sourceMaps = {
  name: 'source-maps',
  load: (id) =>
    id.startsWith(join(root, 'dist')) && existsSync(`${id}.map`)
      ? { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) }
      : undefined,
};

/**
 * A hint for Chromium: of what every page runs at its start nearly all is run, so it is compiled while it is loaded,
 * beside the page, and not one function after the other when they are called for. Others read a comment.
 */
const COMPILED_WHILE_LOADED = '//# allFunctionsCalledOnLoad';
const AT_START = [
  'my-sessions',
  'connecting',
  'rules',
  'selecting',
  'soon',
  'reading',
  'simulating',
  'core',
  'http',
  'simulator',
];

/** One build; `groups` says which modules stand together. */
async function bundle(groups) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [modules, sourceMaps],
    build: {
      write: false,
      target: 'es2022',
      sourcemap: true,
      lib: { entry: PREFIX + ENTRY, formats: ['es'] },
      rolldownOptions: {
        input: { [ENTRY]: PREFIX + ENTRY },
        preserveEntrySignatures: 'allow-extension',
        output: {
          minify: true,
          // No bundler comes after this one that would ask what may be left out.
          comments: { legal: true, annotation: false, jsdoc: false },
          postBanner: ({ name, facadeModuleId }) =>
            AT_START.includes(facadeModuleId?.startsWith(PREFIX) ? facadeModuleId.slice(PREFIX.length) : name)
              ? COMPILED_WHILE_LOADED
              : '',
          codeSplitting: { groups, includeDependenciesRecursively: false },
          entryFileNames: '[name].js',
          // What a page names keeps its name; what it does not may be kept by browsers for ever.
          chunkFileNames: ({ name, facadeModuleId }) => {
            if (facadeModuleId?.startsWith(PREFIX)) return `${facadeModuleId.slice(PREFIX.length)}.js`;
            return `${name.startsWith(SHARED) ? SHARED : '[name]'}-[hash].js`;
          },
        },
      },
    },
  });
  return output;
}

/** The modules that a chunk brings along before anything of its own runs. */
const loadedWith = (output, isFirst) => new Set(firstLoadIn(output, isFirst).flatMap(({ moduleIds }) => moduleIds));

/** What every workspace loads right after its first picture: one file, where two dozen small ones would be asked for. */
const SOON = [
  'components/my-sessions/announcer',
  'components/sessions-list/history-section',
  'components/sessions-list/leaving-cards',
  'components/task-offers/task-offers.tag',
  'core/reading/reading-receiver',
  'core/state/transcript-step',
  'core/store/draft-keeper',
  'core/store/letting-go',
  'device/draft-storage',
  'effects/attend',
  'effects/notifier',
  'registration/where-written',
  'views/withstand',
].map((path) => join(root, 'dist', `${path}.js`));

const alone = await bundle([]);
const first = loadedWith(alone, ({ isEntry }) => isEntry);
const soon = new Set(
  SOON.flatMap((path) => {
    if (!existsSync(path)) throw new Error(`${path} is not there any more.`);
    // What another file needs at once, too, stands in a chunk that is nobody's own.
    const isIt = ({ type, moduleIds }) => type === 'chunk' && moduleIds.includes(path);
    return alone.some(isIt) ? [...loadedWith(alone, isIt)] : [];
  }),
);

/** What stands in the file of a module that a page names, and in no other. */
const ownOf = (id) => alone.find(({ facadeModuleId }) => facadeModuleId === id).moduleIds;

/** What a module needs and has not alone: a page waits for it, and for nothing that comes later. */
function sharedBy(id) {
  const isIt = ({ facadeModuleId }) => facadeModuleId === id;
  const own = new Set([id, ...Object.keys(MODULES).map((name) => PREFIX + name)].flatMap(ownOf));
  return [...loadedWith(alone, isIt)].filter((id) => !own.has(id));
}

/** What elements need that are loaded later, and what every workspace does. */
const shown = new Set([
  ...soon,
  ...alone
    .filter(({ isDynamicEntry, facadeModuleId }) => isDynamicEntry && !facadeModuleId.startsWith(PREFIX))
    .flatMap((chunk) => [...loadedWith(alone, (other) => other === chunk)]),
]);

const placed = new Set();
/** These modules in one file, but for those that stand in one already. */
function fileOf(name, ids) {
  const rest = new Set([...ids].filter((id) => !placed.has(id)));
  rest.forEach((id) => placed.add(id));
  return { name, test: (id) => rest.has(id) };
}

const output = await bundle([
  fileOf(ENTRY, first),
  fileOf('connecting', sharedBy(join(root, 'dist/gateways/http/http-connection.js'))),
  ...Object.entries({ rules: 'simulator', selecting: 'core' }).map(([name, module]) =>
    fileOf(
      name,
      sharedBy(PREFIX + module).filter((id) => shown.has(id)),
    ),
  ),
  fileOf('soon', soon),
  fileOf('simulating', sharedBy(`${PREFIX}simulator`)),
  // Little, but in a file with anything else it would bring that along.
  fileOf('reading', sharedBy(`${PREFIX}core`)),
  // What several later parts need stands in a file for those that need the same, unless it is too little for one.
  {
    name: SHARED,
    test: (id) => !placed.has(id),
    minShareCount: 2,
    entriesAware: true,
    entriesAwareMergeThreshold: TOO_SMALL_FOR_A_FILE,
  },
]);

/**
 * A map with the text of our own sources, in what a page names: those of others weigh twice as much, and can be had where
 * they are published. Of what is loaded later the text stands once in the package, in the maps of its modules.
 */
function withOwnSources(text, isNamed) {
  const map = JSON.parse(text);
  const sourcesContent = map.sources.map((path, index) =>
    !isNamed || path.includes('node_modules/') ? null : (map.sourcesContent?.[index] ?? null),
  );
  return JSON.stringify({ ...map, sourcesContent });
}

rmSync(join(root, FOLDER), { recursive: true, force: true });
mkdirSync(join(root, FOLDER), { recursive: true });
for (const { fileName, code, source: text } of output)
  writeFileSync(join(root, FOLDER, fileName), code ?? withOwnSources(text, !/-[\w-]{8}\.js\.map$/.test(fileName)));

/** As the attribute `integrity` and the key `integrity` of an import map take them, by names of files in this folder. */
const integrity = Object.fromEntries(
  filesUnder(FOLDER, /\.js$/).map((path) => [
    path.slice(FOLDER.length + 1),
    `sha384-${createHash('sha384')
      .update(readFileSync(join(root, path)))
      .digest('base64')}`,
  ]),
);
writeFileSync(join(root, FOLDER, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);
