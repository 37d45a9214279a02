import fc from 'fast-check';
import { Fragment } from 'prosemirror-model';
import type { Mark, Node } from 'prosemirror-model';
import { messageSchema } from '../../src/rich-text/message-schema.js';

const { nodes, marks } = messageSchema;

const letters = fc.constantFrom(
  ...['a', 'b', 'z', '0', '1', '9', ' ', 'ä', 'ß', '中', '文', '字', 'é', 'я', '👩‍👩‍👧', '🇨🇭', '👍🏽', 'e\u0301'],
);
const special = fc.constantFrom(
  ...[
    '*',
    '_',
    '~',
    '`',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '&',
    '#',
    '+',
    '-',
    '=',
    '.',
    '!',
    '\\',
    '|',
    '"',
    "'",
    ':',
    '“',
    '—',
  ],
  ...['&amp;', '&#97;', '1.', '2)', '- ', '](', '**', '<b>', 'https://x.example'],
);
const word = fc
  .array(fc.oneof({ weight: 3, arbitrary: letters }, { weight: 2, arbitrary: special }), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''));

const link = fc
  .constantFrom(
    'https://shop.example/',
    'https://shop.example/a_(b)?q=1&copy;=2#*x*',
    'mailto:ana@bank.example',
    'tel:+41445550133',
  )
  .map((href) => marks.link.create({ href }));
const emphasis = fc.subarray([marks.strike.create(), marks.strong.create(), marks.em.create()]);
const marksOfText: fc.Arbitrary<readonly Mark[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 3, arbitrary: emphasis },
  { weight: 1, arbitrary: fc.tuple(emphasis, link).map(([own, other]) => [other, ...own]) },
  { weight: 1, arbitrary: fc.constant([marks.code.create()]) },
  { weight: 1, arbitrary: link.map((own) => [own, marks.code.create()]) },
);

/** Code that is only space is space. */
const run = fc
  .tuple(word, marksOfText)
  .map(([text, own]) => messageSchema.text(own.some(({ type }) => type.name === 'code') ? `x${text}` : text, [...own]));

const inline = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: run },
    { weight: 1, arbitrary: emphasis.map((own) => nodes.hard_break.create(null, null, own)) },
  ),
  { minLength: 1, maxLength: 7 },
);

const isSpace = (node: Node): boolean => node.isText && !node.marks.some(({ type }) => type.name === 'code');

/** As Markdown can say it: no space at the ends of lines, no emphasis on space, no breaks at the end. */
function tidy(children: readonly Node[]): Node[] {
  const pieces = children.flatMap((node) =>
    isSpace(node)
      ? [...(node.text ?? '').matchAll(/\s+|\S+/g)].map(([text]) => messageSchema.text(text, node.marks))
      : [node],
  );
  const isBlank = (node: Node | undefined): boolean =>
    node !== undefined && (node.type.name === 'hard_break' || (isSpace(node) && node.text?.trim() === ''));
  const isBreak = (node: Node | undefined): boolean => node === undefined || node.type.name === 'hard_break';
  const kept = pieces.filter(
    (node, index) => isBreak(node) || !isBlank(node) || !sidesOf(pieces, index, isSpaceOnly).some(isBreak),
  );
  function isSpaceOnly(node: Node): boolean {
    return isBlank(node) && !isBreak(node);
  }
  while (isBlank(kept.at(-1))) kept.pop();
  return kept.map((node) => (isBlank(node) ? node.mark(node.marks.filter(({ type }) => type.name === 'link')) : node));
}

/** The nearest neighbours that are not to be passed over. */
function sidesOf(list: readonly Node[], index: number, isPassed: (node: Node) => boolean): (Node | undefined)[] {
  const before = list.slice(0, index).findLast((node) => !isPassed(node));
  const after = list.slice(index + 1).find((node) => !isPassed(node));
  return [before, after];
}

/** A document without emphasis on space, of which Markdown has none. */
export function withoutEmphasisOnSpace(node: Node): Node {
  if (node.isTextblock)
    return node.type.name === 'code_block' ? node : node.copy(Fragment.fromArray(tidy(node.children)));
  return node.copy(Fragment.fromArray(node.children.map(withoutEmphasisOnSpace)));
}

const paragraph = inline
  .map(tidy)
  .filter((children) => children.length > 0)
  .map((children) => nodes.paragraph.create(null, children));

const codeBlock = fc
  .array(fc.oneof(letters, special, fc.constantFrom('\n', '```', '~~~', '    ')), { maxLength: 12 })
  .map((parts) => parts.join(''))
  .map((text) => nodes.code_block.create(null, text === '' ? null : messageSchema.text(text)));

const { block } = fc.letrec<{ block: Node; list: Node }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 4, arbitrary: paragraph },
    { weight: 1, arbitrary: codeBlock },
    { weight: 1, arbitrary: tie('list') },
  ),
  list: fc
    .tuple(
      fc.boolean(),
      fc.integer({ min: 0, max: 120 }),
      fc.array(fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 2 })), { minLength: 1, maxLength: 3 }),
    )
    .map(([isOrdered, order, items]) => {
      const children = items.map(([first, rest]) => nodes.list_item.create(null, [first, ...rest]));
      return isOrdered ? nodes.ordered_list.create({ order }, children) : nodes.bullet_list.create(null, children);
    }),
}));

/** Any message that the editor can hold, as far as Markdown can say it. */
export const documents: fc.Arbitrary<Node> = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((blocks) => nodes.doc.create(null, blocks));
