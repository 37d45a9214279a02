// What stands in the sources of one element: its own modules and those it draws with, not the elements inside it.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './files.mjs';

const IMPORTS = /(?:^|\n)(?:import|export)\s(?!type\s)[^;]*?from\s*'(\.[^']+)'|import\('(\.[^']+)'\)/g;
/** What draws nothing into an element: other elements, and rooms without templates. */
const isElsewhere = (path) =>
  /\.define\.ts$/.test(path) ||
  /^src\/components\/([^/]+)\/\1\.ts$/.test(path) ||
  !/^src\/(components|context|views|controllers|registration|rich-text|icons|styles)\//.test(path);

/** The texts of the modules that draw an element, by path. */
export function sourcesOf(tag) {
  const sources = new Map();
  const visit = (path) => {
    if (sources.has(path) || !existsSync(join(root, path))) return;
    const text = readFileSync(join(root, path), 'utf8');
    sources.set(path, text);
    for (const [, named, late] of text.matchAll(IMPORTS)) {
      const next = relative(root, join(root, dirname(path), named ?? late)).replace(/\.js$/, '.ts');
      if (!isElsewhere(next)) visit(next);
    }
  };
  visit(`src/components/${tag}/${tag}.ts`);
  return sources;
}

const wordsIn = (text) => text.split(/\s+/).filter((word) => word !== '');
/** The words of an attribute of a template; of what is written in by an expression, those in quotes. */
const wordsOf = (value) => [
  ...wordsIn(value.replace(/\$\{[^}]*\}/g, ' ')),
  ...[...value.matchAll(/\$\{[^}]*\}/g)].flatMap(([code]) =>
    [...code.matchAll(/'([^']*)'/g)].flatMap(([, word]) => wordsIn(word)),
  ),
];
const sorted = (names) => [...new Set(names)].sort();

/** The parts that an element's templates name. */
export const partsIn = (tag) =>
  sorted(
    [...sourcesOf(tag).values()].flatMap((text) =>
      [...text.matchAll(/\spart="([^"]*)"|[{,] part: '([^']*)'/g)].flatMap(([, value, set]) => wordsOf(value ?? set)),
    ),
  );

/** The slots of an element's templates; the one without a name is the empty string. */
export const slotsIn = (tag) =>
  sorted(
    [...sourcesOf(tag).values()].flatMap((text) =>
      [...text.matchAll(/<slot(?:\s[^>]*?name="([^"]*)")?/g)].map(([, name]) => name ?? ''),
    ),
  );

/** The events that an element dispatches by itself. The public ones are in the table of acts. */
export const ownEventsIn = (tag) =>
  sorted(
    [...sourcesOf(tag).entries()].flatMap(([path, text]) =>
      path.startsWith('src/components/')
        ? [...text.matchAll(/new (?:Custom)?Event(?:<[^(]*>)?\(\s*'([^']+)'/g)].map(([, name]) => name)
        : [],
    ),
  );

/** The custom properties for hosts that an element's styles read, by name, each with what stands for it otherwise. */
export function cssPropertiesIn(tag) {
  const found = new Map();
  for (const text of sourcesOf(tag).values())
    for (const { index, 0: start, 1: name } of text.matchAll(/var\((--my-sessions-[a-z-]+)\s*,\s*/g)) {
      const from = index + start.length;
      let open = 1;
      let end = from;
      while (open > 0) open += { '(': 1, ')': -1 }[text[end++]] ?? 0;
      found.set(name, text.slice(from, end - 1));
    }
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}
