// Hooks of Node's module loader.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { root } from '../files.mjs';

const DIST = pathToFileURL(join(root, 'dist/')).href;
const BUILT = pathToFileURL(`${process.env.MUTANTS_BUILD}/`).href;
const SOURCE = pathToFileURL(join(root, 'test/support/source.mjs')).href;
const SWITCHED_SOURCE = new URL('node-source.mjs', import.meta.url).href;

export async function resolve(specifier, context, nextResolve) {
  const found = await nextResolve(specifier, context).catch((error) => {
    // a package that was never built
    if (error.url?.startsWith(DIST)) return { url: error.url };
    throw error;
  });
  if (found.url === SOURCE) return { ...found, url: SWITCHED_SOURCE };
  if (!found.url.startsWith(DIST)) return found;
  return { ...found, url: BUILT + found.url.slice(DIST.length), format: 'module', shortCircuit: true };
}
