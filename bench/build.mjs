/** Production builds in memory: minified, NODE_ENV production, as a host's bundler would make them. */
import { build } from 'vite';
import { compactTemplates } from '../tools/compact-templates.mjs';
import { root } from '../tools/files.mjs';

const ENTRY = 'virtual:bench-entry';

async function outputOf(code, rolldownOptions) {
  const { output } = await build({
    configFile: false,
    root,
    mode: 'production',
    logLevel: 'warn',
    plugins: [
      compactTemplates(), // as the package is published
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
      rolldownOptions: { input: ENTRY, ...rolldownOptions },
    },
  });
  return output.filter(({ type }) => type === 'chunk');
}

/** Builds one module out of `code`, whose imports start at the root of the project, with all that is loaded later. */
export async function bundle(code) {
  const [{ code: whole }] = await outputOf(code, { output: { codeSplitting: false } });
  return { code: whole };
}
