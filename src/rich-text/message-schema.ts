import { Schema } from 'prosemirror-model';
import type { Attrs, MarkSpec, NodeSpec, TagParseRule } from 'prosemirror-model';
import { safeUrl } from '../core/fields/safe-url.js';

const paragraph: NodeSpec = {
  content: 'inline*',
  group: 'block',
  parseDOM: ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
  toDOM: () => ['p', 0],
};

const hardBreak: NodeSpec = {
  inline: true,
  group: 'inline',
  selectable: false,
  parseDOM: [{ tag: 'br' }],
  toDOM: () => ['br'],
};

const text: NodeSpec = { group: 'inline' };

/** A list begins with a whole number, and with none that Markdown would not read as one. */
export const startOf = (attrs: Attrs): number => {
  const order: unknown = attrs.order;
  return Number.isInteger(order) && (order as number) >= 0 && (order as number) < 1e9 ? (order as number) : 1;
};

const linkRule: TagParseRule = {
  tag: 'a[href]',
  getAttrs: (element) => {
    const href = safeUrl(element.getAttribute('href') ?? '', 'link');
    return href === undefined ? false : { href };
  },
};

type MarkName = 'link' | 'strike' | 'strong' | 'em' | 'code';

const marks: Readonly<Record<MarkName, MarkSpec>> = {
  link: {
    attrs: { href: { validate: 'string' } },
    inclusive: false,
    parseDOM: [linkRule],
    toDOM: ({ attrs }) => ['a', { href: String(attrs.href), target: '_blank', rel: 'noopener noreferrer' }, 0],
  },
  strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }], toDOM: () => ['s', 0] },
  strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  code: { excludes: 'strike strong em', code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
};

/**
 * What a formatted message can hold. The editor writes it and the history renders it, so that the agent sees what the
 * customer will see. No images, no headings, no HTML.
 */
export const messageSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph,
    bullet_list: {
      content: 'list_item+',
      group: 'block',
      parseDOM: [{ tag: 'ul' }],
      toDOM: () => ['ul', 0],
    },
    ordered_list: {
      content: 'list_item+',
      group: 'block',
      attrs: { order: { default: 1, validate: 'number' } },
      parseDOM: [{ tag: 'ol', getAttrs: (element) => ({ order: (element as HTMLOListElement).start }) }],
      toDOM: (node) => ['ol', { start: String(startOf(node.attrs)) }, 0],
    },
    list_item: {
      content: 'paragraph block*',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: () => ['li', 0],
    },
    code_block: {
      content: 'text*',
      group: 'block',
      marks: '',
      code: true,
      defining: true,
      parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
      toDOM: () => ['pre', ['code', 0]],
    },
    text,
    hard_break: hardBreak,
  },
  marks,
});

/** What a message of a channel without formatting can hold. */
export const plainSchema = new Schema({
  nodes: { doc: { content: 'paragraph+' }, paragraph, text, hard_break: hardBreak },
});
