/** Production builds in memory: minified, NODE_ENV production, as a host's bundler would make them. */
import { build } from 'vite';
import { compactTemplates } from '../tools/compact-templates.mjs';
import { root } from '../tools/files.mjs';

const ENTRY = 'virtual:bench-entry';

/** Builds one module out of `code`, whose imports start at the root of the project. */
export async function bundle(code, options = {}) {
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
      rolldownOptions: { input: ENTRY, output: { codeSplitting: false } },
      ...options,
    },
  });
  const chunk = output.find(({ type, isEntry }) => type === 'chunk' && isEntry);
  return { code: chunk.code, modules: chunk.modules };
}
