import MarkdownIt from 'markdown-it';
import type { Node } from 'prosemirror-model';
import { MarkdownParser } from 'prosemirror-markdown';
import { safeUrl } from '../core/fields/safe-url.js';
import { LONGEST_MARKDOWN } from '../core/text/visible-text.js';
import { messageSchema } from './message-schema.js';

const DEEPEST = 40;

const markdown = new MarkdownIt('commonmark', { html: false, linkify: false });
Object.assign(markdown.options, { maxNesting: DEEPEST });
markdown.enable('strikethrough');
// What the schema does not have stays visible as text. Definitions of links would vanish from what the reader sees.
markdown.disable(['blockquote', 'hr', 'html_block', 'html_inline', 'image', 'reference', 'code', 'lheading']);
markdown.validateLink = (url) => safeUrl(url, 'link') !== undefined;
markdown.normalizeLink = (url) => safeUrl(url, 'link') ?? '';
markdown.normalizeLinkText = (text) => text;

const parser = new MarkdownParser(messageSchema, markdown, {
  paragraph: { block: 'paragraph' },
  heading: { block: 'paragraph' },
  bullet_list: { block: 'bullet_list' },
  ordered_list: {
    block: 'ordered_list',
    getAttrs: (token) => ({ order: Number(token.attrGet('start') ?? 1) }),
  },
  list_item: { block: 'list_item' },
  fence: { block: 'code_block', noCloseToken: true },
  hardbreak: { node: 'hard_break' },
  // In a chat a new line is a new line.
  softbreak: { node: 'hard_break' },
  link: { mark: 'link', getAttrs: (token) => ({ href: token.attrGet('href') ?? '' }) },
  s: { mark: 'strike' },
  strong: { mark: 'strong' },
  em: { mark: 'em' },
  code_inline: { mark: 'code', noCloseToken: true },
});

/** The document that a Markdown message is; undefined when it is too long or too deep to be read as one. */
export function readMarkdown(text: string): Node | undefined {
  if (text.length > LONGEST_MARKDOWN) return undefined;
  // Blocks nested deeper than the parser goes would be missing without a word.
  if (markdown.parse(text, {}).some(({ level }) => level >= DEEPEST - 1)) return undefined;
  return parser.parse(text);
}
