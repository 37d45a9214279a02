// The elements, as custom-elements.json describes them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './pages.mjs';

const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));

/** Every element, by its tag in the order of the alphabet. */
export const elements = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ customElement, tagName }) => customElement && tagName)
  .sort((one, other) => one.tagName.localeCompare(other.tagName));

export const tags = new Set(elements.map(({ tagName }) => tagName));
