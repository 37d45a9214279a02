import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './files.mjs';

const FOLDER = 'node_modules/leaflet';
const MODULE = join(root, FOLDER, 'dist/leaflet-src.esm.js');
/** Runs while Leaflet loads, asks for what every browser has, and throws where a page requires trusted types. */
const PROBE = `div.innerHTML = '<svg/>';`;
const SAFE = `div.appendChild(svgCreate('svg'));`;

/**
 * Leaflet as a module that leaves `window.L` alone and loads under the strictest content security policy. It is built
 * into the package, with its licence, because a host's build would take it as it is published.
 */
export const strictLeaflet = () => ({
  name: 'strict-leaflet',
  enforce: 'pre',
  config: () => ({
    resolve: { alias: [{ find: /^leaflet$/, replacement: MODULE }] },
    // Vite's bundles of dependencies are made without this plugin.
    optimizeDeps: { exclude: ['leaflet'] },
  }),
  transform(code, id) {
    if (!id.startsWith(MODULE)) return undefined;
    if (code.split(PROBE).length !== 2)
      throw new Error('Leaflet has changed: look for what writes HTML while it loads.');
    const licence = readFileSync(join(root, FOLDER, 'LICENSE'), 'utf8');
    return { code: `/*!\n${licence}*/\n${code.replace(PROBE, SAFE)}`, map: { mappings: '' } };
  },
});
