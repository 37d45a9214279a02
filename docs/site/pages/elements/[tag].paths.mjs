// A page for each element, from the manifest.
import { elements } from '../../.vitepress/manifest.mjs';

const isShown = ({ kind, privacy, static: isStatic }) => kind === 'field' && !isStatic && privacy !== 'private';

/** Text of the manifest as text of a page, in one line: no HTML, no end of a cell, nothing that Vue fills in. */
const text = (words = '') =>
  words
    .replaceAll(/\s+/g, ' ')
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 ? part : part.replaceAll('<', '&lt;').replaceAll('{{', '{&#8203;{')))
    .join('')
    .replaceAll('|', '\\|');
const code = (words) => (words ? `\`${words.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')}\`` : '');

function table(title, heads, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [`## ${title}`, '', line(heads), line(heads.map(() => '---')), ...rows.map(line), ''].join('\n');
}

function pageOf({ tagName, description, summary, members = [], ...element }) {
  const { attributes = [], events = [], slots = [], cssParts = [], cssProperties = [] } = element;
  const fields = members.filter(isShown);
  const ofField = new Map(attributes.map(({ fieldName, name }) => [fieldName, name]));
  const alone = attributes.filter(({ fieldName }) => !fields.some(({ name }) => name === fieldName));
  const methods = members.filter(({ kind, privacy, inheritedFrom }) => kind === 'method' && !privacy && !inheritedFrom);
  return [
    `# \`<${tagName}>\``,
    '',
    ...(description ?? summary ?? '').split(/\n+/).map(text),
    '',
    `<LiveExample tag="${tagName}" />`,
    '',
    '```ts',
    `import 'my-sessions/define/${tagName}';`,
    '```',
    '',
    table(
      'Properties and attributes',
      ['property', 'attribute', 'type', 'default', 'what it is'],
      [
        ...fields.map((field) => [
          code(field.name),
          code(ofField.get(field.name)),
          code(field.type?.text),
          code(field.default),
          text(field.description),
        ]),
        ...alone.map((one) => ['', code(one.name), code(one.type?.text), code(one.default), text(one.description)]),
      ],
    ),
    table(
      'Methods',
      ['method', 'what it does'],
      methods.map(({ name, parameters = [], description: about }) => [
        code(`${name}(${parameters.map((parameter) => parameter.name).join(', ')})`),
        text(about),
      ]),
    ),
    table(
      'Events',
      ['event', 'carries', 'when'],
      events.map(({ name, type, description: about }) => [code(name), code(type?.text), text(about)]),
    ),
    table(
      'Slots',
      ['slot', 'for'],
      slots.map((slot) => [code(slot.name || '(default)'), text(slot.description)]),
    ),
    table(
      'Parts',
      ['part', 'what it is'],
      cssParts.map((part) => [code(part.name), text(part.description)]),
    ),
    table(
      'Properties of style',
      ['property', 'default', 'for'],
      cssProperties.map((one) => [code(one.name), code(one.default), text(one.description)]),
    ),
  ].join('\n');
}

export default {
  paths: () => elements.map((element) => ({ params: { tag: element.tagName }, content: pageOf(element) })),
};
