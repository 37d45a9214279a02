import { defineConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { compactTemplates } from './tools/compact-templates.mjs';
import { filesUnder, root } from './tools/files.mjs';
import { strictLeaflet } from './tools/strict-leaflet.mjs';

// What package.json exports: src/x/<name>/<name>.ts and <name>.define.ts, besides the two modules at the top.
const entries = [
  'src/index.ts',
  'src/define.ts',
  'src/server/server.ts',
  'src/server/jetstream/jetstream.ts',
  ...filesUnder('src', /^src\/(components|gateways)\/([^/]+)\/\2(\.define)?\.ts$/),
];

export default defineConfig({
  plugins: [compactTemplates(), strictLeaflet()],
  resolve: {
    // The package by its own name, so that host pages and tests read as they do outside of this repository.
    alias: [
      { find: /^my-sessions$/, replacement: `${root}src/index.ts` },
      { find: /^my-sessions\/define$/, replacement: `${root}src/define.ts` },
      { find: /^my-sessions\/define\/([^/]+)$/, replacement: `${root}src/components/$1/$1.define.ts` },
      { find: /^my-sessions\/(components|gateways)\/([^/]+)$/, replacement: `${root}src/$1/$2/$2.ts` },
    ],
  },
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: {
      entry: Object.fromEntries(entries.map((path) => [path.slice('src/'.length, -'.ts'.length), path])),
      formats: ['es'],
    },
    rolldownOptions: {
      // A text that is used in two places would stand in both, and what is left of its module keeps hosts' builds from
      // having one chunk for their first load.
      optimization: { inlineConst: false },
      external: (id) =>
        Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).some(
          (name) => id === name || id.startsWith(`${name}/`),
        ),
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // The compiler's decorator helper would otherwise carry its version in its path, and npm publishes no folder
        // that is called node_modules.
        entryFileNames: ({ name }) =>
          `${name.replace(/^_virtual\/.*\//, 'helpers/').replace(/^node_modules\/(leaflet)\/dist\//, 'vendor/$1/')}.js`,
      },
    },
  },
});
