// Every element is complete: its files, its story, its test, and a description of all it offers.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementTags, root } from './files.mjs';

const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
const elements = new Map(
  manifest.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ customElement, tagName }) => customElement && tagName)
    .map((declaration) => [declaration.tagName, declaration]),
);

const filesOf = (tag) => [
  ...['ts', 'styles.ts', 'define.ts'].map((suffix) => `src/components/${tag}/${tag}.${suffix}`),
  `stories/${tag}.stories.ts`,
  `test/components/${tag}.test.ts`,
];

function undescribed({ summary, description, members = [], events = [] }) {
  const properties = members.filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic);
  return [
    ...(summary || description ? [] : ['the element']),
    ...properties.filter((property) => !property.description).map(({ name }) => `property ${name}`),
    ...events.filter((event) => !event.description || !event.type).map(({ name }) => `event ${name}`),
  ];
}

function problemsOf(tag) {
  const missing = filesOf(tag).filter((path) => !existsSync(join(root, path)));
  const element = elements.get(tag);
  return [
    ...missing.map((path) => `${tag}: ${path} is missing`),
    ...(element ? undescribed(element) : ['the element']).map((what) => `${tag}: ${what} is not described`),
  ];
}

const tags = elementTags();
const problems = tags.flatMap(problemsOf);
for (const problem of problems) console.error(problem);
console.log(`${tags.length} elements, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;
