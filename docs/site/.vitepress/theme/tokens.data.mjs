// The tokens, from where they are set, for the page that shows them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elements } from '../manifest.mjs';
import { root } from '../pages.mjs';

const SOURCE = join(root, 'src/styles/tokens.ts');
const TOKEN = /var\((--my-sessions-[\w-]+), (.+)\);/g;
const PAIR = /^light-dark\((.+), (.+)\)$/;

const described = new Map(
  elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name, description }) => [name, description])),
);

export default {
  watch: [SOURCE],
  load: () =>
    [...readFileSync(SOURCE, 'utf8').matchAll(TOKEN)].map(([, name, value]) => {
      const [, light = value, dark = value] = PAIR.exec(value) ?? [];
      return { name, light, dark, isColour: value.startsWith('light-dark('), description: described.get(name) ?? '' };
    }),
};
