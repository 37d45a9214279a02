/** Production builds in memory: minified, NODE_ENV production, as a host's bundler would make them. */
import { build } from 'vite';
import { compactTemplates } from '../tools/compact-templates.mjs';
import { root } from '../tools/files.mjs';
import { modernRxjs } from '../tools/modern-rxjs.mjs';

const ENTRY = 'virtual:bench-entry';

async function outputOf(code, rolldownOptions, { plugins = [], ...more } = {}) {
  const built = await build({
    configFile: false,
    root,
    mode: 'production',
    logLevel: 'warn',
    plugins: [
      // As the package is published.
      compactTemplates(),
      modernRxjs(),
      ...plugins,
      {
        name: 'bench-entry',
        resolveId: (id) => (id === ENTRY ? `${root}bench-entry.js` : undefined),
        load: (id) => (id === `${root}bench-entry.js` ? { code, moduleSideEffects: true } : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      ...more,
      rolldownOptions: { input: ENTRY, ...rolldownOptions },
    },
  });
  // Of a library one for each format.
  const [{ output }] = [built].flat();
  return output.filter(({ type }) => type === 'chunk');
}

/** Builds one module out of `code`, whose imports start at the root of the project, with all that is loaded later. */
export async function bundle(code) {
  const [{ code: whole }] = await outputOf(code, { output: { codeSplitting: false } });
  return { code: whole };
}

/** What the script of `scriptOf` asks for later begins with this. */
export const LATER = '/later/';

/** Builds one classic script out of `code` without what is loaded later. */
export async function scriptOf(code) {
  const later = {
    name: 'bench-later',
    resolveDynamicImport: (name) => ({ id: LATER + name.split('/').at(-1), external: 'absolute' }),
  };
  // As a library: in that of a page Vite adds what it loads modules with.
  const lib = { entry: ENTRY, formats: ['iife'], name: 'page' };
  const [{ code: script }] = await outputOf(code, { output: { codeSplitting: false } }, { plugins: [later], lib });
  return script;
}
