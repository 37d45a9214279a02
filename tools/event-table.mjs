// Writes the README's table of events from src/context/acts/act-events.ts; `--check` fails if it is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './files.mjs';
import { acts } from './public-events.mjs';

const path = join(root, 'README.md');
const BEGIN = '<!-- events: written by `npm run events` from src/context/acts/act-events.ts -->';
const END = '<!-- events end -->';

const code = (text) => `\`${text}\``;
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = [
  row(['before, cancelable', 'after', 'the act', 'detail', 'begun in']),
  row(Array(5).fill('---')),
  ...acts.map(({ before, after, act, detail, from }) =>
    row([
      code(before),
      code(after),
      act,
      detail.map(({ name, isOptional }) => code(isOptional ? `${name}?` : name)).join(', ') || '–',
      from.map((tag) => code(`<${tag}>`)).join(', '),
    ]),
  ),
].join('\n');

const page = readFileSync(path, 'utf8');
const [head, rest] = page.split(BEGIN);
const tail = rest?.split(END)[1];
if (tail === undefined) throw new Error('README.md has no place for the table of events.');
const text = await format(`${head}${BEGIN}\n\n${table}\n\n${END}${tail}`, {
  ...(await resolveConfig(path)),
  parser: 'markdown',
});

if (!process.argv.includes('--check')) writeFileSync(path, text);
else if (page !== text) {
  console.error('The table of events in README.md is out of date: run `npm run events`.');
  process.exitCode = 1;
}
