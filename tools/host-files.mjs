// Writes what hosts' tools read of the elements, from custom-elements.json into dist: types of tags, properties, attributes
// and events for every framework, the components of `my-sessions/react`, and what editors complete. Runs after the build.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { filesUnder, root } from './files.mjs';
import { publicEventNames } from './public-events.mjs';

const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
const elements = manifest.modules
  .flatMap(({ path, declarations }) => declarations.map((own) => ({ ...own, path })))
  .filter(({ customElement, tagName }) => customElement && tagName)
  .sort(({ tagName: one }, { tagName: other }) => (one < other ? -1 : 1));

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const note = (text, indent = '') => (text ? `${indent}/** ${text.replace(/\s+/g, ' ')} */\n` : '');
const literal = (name) => `'${name}'`;
const fromDist = (path) => path.replace(/^dist\//, '../');
const wrapperOf = (tag) => tag.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());

const propertiesOf = ({ members = [] }) =>
  members.filter(({ kind, static: isStatic, readonly }) => kind === 'field' && !isStatic && !readonly);
const ownEventsOf = ({ events = [] }) => events.filter(({ name }) => !publicEventNames.has(name));

/** What an attribute may be set to: as its property, and a number also as it is written. */
function typeOfAttribute(element, { fieldName, type }) {
  if (fieldName === undefined) return type.text;
  const isNumber = /\bnumber\b/.test(type.text);
  return `${element.name}[${literal(fieldName)}]${isNumber ? ' | `${number}`' : ''}`;
}

const attributeLine = (element, attribute) =>
  `${note(attribute.description, '      ')}      ${literal(attribute.name)}?: ${typeOfAttribute(element, attribute)} | undefined;\n`;
const eventLine = (indent) => (event) =>
  `${note(event.description, indent)}${indent}${literal(event.name)}: ${event.type.text};\n`;
const block = (lines) => (lines.length > 0 ? `{\n${lines.join('')}    }` : '{}');

const entryOf = (element) => `${note(element.summary, '  ')}  ${literal(element.tagName)}: HostElement<
    ${element.name},
    ${
      propertiesOf(element)
        .map(({ name }) => literal(name))
        .join(' | ') || 'never'
    },
    ${block((element.attributes ?? []).map((attribute) => attributeLine(element, attribute)))},
    ${block(ownEventsOf(element).map(eventLine('      ')))}
  >;
`;

write(
  'dist/types/elements.d.ts',
  `import type { HostElement } from '../../types/host-element.js';
import type {} from '../context/acts/act-events.js';
${elements.map(({ name, path }) => `import type { ${name} } from '${fromDist(path)}';\n`).join('')}
/** Every element by its tag: what hosts set on it and hear of it. */
export interface HostElements {
${elements.map(entryOf).join('')}}

declare global {
  interface HTMLElementEventMap {
${elements.flatMap(ownEventsOf).map(eventLine('    ')).join('')}  }
}
`,
);

// Whoever imports what defines an element can name every tag and every event: any of them may stand on the page then.
for (const path of filesUnder('dist', /^dist\/(define|components\/[^/]+\/[^/]+\.define)\.d\.ts$/)) {
  const up = '../'.repeat(path.split('/').length - 2);
  write(path, `import type {} from '${up || './'}types/elements.js';\nexport {};\n`);
}

for (const element of elements) {
  const { name, path, tagName: tag } = element;
  const wrapper = wrapperOf(tag);
  const own = ownEventsOf(element)
    .map(({ name: event }) => `, ${literal(event)}`)
    .join('');
  write(
    `dist/react/${tag}.js`,
    `'use client';
import '${fromDist(path).replace(/\.js$/, '.define.js')}';
import { ${name} as Element } from '${fromDist(path)}';
import { wrap } from './wrap.js';

export const ${wrapper} = /* @__PURE__ */ wrap('${tag}', ${literal(wrapper)}, Element${own});
`,
  );
  write(
    `dist/react/${tag}.d.ts`,
    `import type { Wrapped } from '../../types/wrapped.js';

${note(element.summary)}export declare const ${wrapper}: Wrapped<'${tag}'>;
`,
  );
}
const wrappers = elements.map(({ tagName: tag }) => `export { ${wrapperOf(tag)} } from './${tag}.js';\n`).join('');
write('dist/react/react.js', wrappers);
write('dist/react/react.d.ts', `${wrappers}export type { Wrapped, WrappedProps } from '../../types/wrapped.js';\n`);

const editors = { outdir: join(root, 'dist/editors'), hideLogs: true, hideCssPropertiesDocs: true };
generateVsCodeCustomElementData(manifest, editors);
generateJetBrainsWebTypes(manifest, { ...editors, packageJson: false });

/** One entry for each name: the tools write one for each element that has it. */
function onceEach(entries) {
  const byName = new Map();
  for (const entry of entries) {
    const known = byName.get(entry.name);
    if (!known) byName.set(entry.name, { ...entry });
    else if (!known.description.includes(entry.description)) known.description += ` ${entry.description}`;
  }
  return [...byName.values()];
}

function rewrite(path, change) {
  const content = JSON.parse(readFileSync(join(root, path), 'utf8'));
  change(content);
  write(path, JSON.stringify(content));
}

rewrite('dist/editors/vscode.css-custom-data.json', (data) => {
  data.properties = onceEach(data.properties);
  data.pseudoElements = onceEach(data.pseudoElements);
});
rewrite('dist/editors/web-types.json', ({ contributions }) => {
  for (const [kind, entries] of Object.entries(contributions.css)) contributions.css[kind] = onceEach(entries);
});
