// What the build of a host page makes of what it imports, and what of that the page loads first.
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** Bundles `source` as the build of a host page would, and returns its chunks. */
export async function bundle(source, external = []) {
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
        output: { minify: true },
      },
    },
  });
  return output;
}

/**
 * The chunks a page loads before anything of its own runs: dynamic imports come later, when they are needed.
 *
 * @param isFirst which chunk the page asks for
 */
export function firstLoadIn(output, isFirst = ({ isEntry }) => isEntry) {
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Set();
  const load = (name) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    chunks.get(name).imports.forEach(load);
  };
  load(output.find(isFirst).fileName);
  return [...loaded].map((name) => chunks.get(name));
}

export const gzippedBytes = (chunks) => chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
