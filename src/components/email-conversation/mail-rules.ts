import { parseUrl } from '../../core/fields/parse-url.js';

/** Above either, a mail is shown as text: laying it out could freeze the page. */
export const MOST_CHARACTERS = 500_000;
export const MOST_NODES = 20_000;

export const TAGS: readonly string[] = (
  'a abbr address article b bdi big blockquote br caption center cite code col colgroup dd del dfn div dl dt em ' +
  'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main ol p pre q rp rt ruby s samp section ' +
  'small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var wbr'
).split(' ');

/** What is taken over as it is. No ids or names, and no titles: a tooltip over a link would lie about it. */
export const PLAIN_ATTRIBUTES: readonly string[] = (
  'align bgcolor border cellpadding cellspacing color colspan dir face height hspace lang reversed rowspan scope ' +
  'size span start type valign value vspace width'
).split(' ');

/** Looked at before they become something. */
export const OTHER_ATTRIBUTES: readonly string[] = ['alt', 'href', 'src'];

/** Where a width cannot be too small for what stands in it. */
const WIDE: ReadonlySet<string> = new Set(['col', 'colgroup', 'hr', 'img', 'table', 'td', 'th']);
/** Fonts of pictures, in which a letter or a number is read as something else. */
const PICTURES = /dings|symbol|icon|awesome|emoji|barcode|\(/i;

/** Whether an attribute leaves every text where it can be read: nothing floats, and only images have a height. */
export function isHarmlessAttribute(tag: string, name: string, value: string): boolean {
  switch (name) {
    case 'align':
      return !/^(?:hr|img|table)$/.test(tag) || /^\s*(?:center|middle)\s*$/i.test(value);
    case 'bgcolor':
      return !tag.startsWith('col');
    case 'face':
      return !PICTURES.test(value);
    case 'height':
    case 'hspace':
    case 'vspace':
      return tag === 'img';
    case 'size':
      return false;
    case 'width':
      return WIDE.has(tag);
    default:
      return true;
  }
}

const COLOUR = /^(?:[a-z]+|#[\da-f]+|(?:rgb|hsl)a?\([\d\s.,%/a-z]+\))$/i;
/** Never below zero, and never relative to the room there is: text would lie over text. */
const LENGTH = /^(?:0|\d*\.?\d+(?:px|pt|pc|in|cm|mm|em|rem|ex))$/;
const BORDER_WIDTH = /^(?:thin|medium|thick|0|\d?\d?\.?\d+(?:px|pt|em|rem))$/;

const KEPT: Readonly<Record<string, RegExp>> = {
  'background-color': COLOUR,
  'border-collapse': /^(?:collapse|separate)$/,
  'border-spacing': /^[\d.]+(?:px|pt|em)(?: [\d.]+(?:px|pt|em))?$/,
  'caption-side': /^(?:top|bottom)$/,
  color: COLOUR,
  direction: /^(?:ltr|rtl)$/,
  display: /^(?:block|inline|inline-block|list-item|none|table|table-cell|table-row)$/,
  'font-style': /^(?:normal|italic|oblique)$/,
  'font-weight': /^(?:normal|bold|bolder|lighter|\d{3})$/,
  'list-style-position': /^(?:inside|outside)$/,
  'list-style-type': /^[a-z-]+$/,
  'text-align': /^(?:left|right|center|justify|start|end)$/,
  'text-decoration-line': /^(?:none|underline|line-through|underline line-through)$/,
  'text-transform': /^(?:none|uppercase|lowercase|capitalize)$/,
  'vertical-align': /^(?:baseline|sub|super|top|middle|bottom|text-top|text-bottom)$/,
  'white-space': /^(?:normal|pre-wrap|pre-line|break-spaces)$/,
  'white-space-collapse': /^(?:collapse|preserve|preserve-breaks|break-spaces)$/,
};
const BOX = /^(?:margin|padding)-(?:top|right|bottom|left)$/;
const BORDER = /^border-(?:top|right|bottom|left)-(color|style|width)$/;
const SIZE = /^(?:0|\d*\.?\d+(?:px|pt|pc|in|cm|mm|em|rem|ex|%)|medium|x?x?-?large|small)$/;
const OF_WORDS: Readonly<Record<string, string>> = {
  small: '13px',
  medium: '16px',
  large: '18px',
  'x-large': '24px',
  'xx-large': '32px',
};

/**
 * What is left of a property of an inline style, as the browser has understood it; undefined for everything with which
 * a word could be hidden, moved, covered or read as another one. Text is never smaller than 11 px.
 */
export function keptStyle(tag: string, property: string, value: string): string | undefined {
  if (property === 'font-size') return SIZE.test(value) ? readableSize(OF_WORDS[value] ?? value) : undefined;
  if (property === 'font-family') return PICTURES.test(value) ? undefined : value;
  if (property === 'background-color' && tag.startsWith('col')) return undefined;
  if (property === 'white-space' && value === 'pre') return 'pre-wrap';
  if (property === 'width') return WIDE.has(tag) && /^\d*\.?\d+(?:px|pt|%)$/.test(value) ? value : undefined;
  if (property === 'height') return tag === 'img' && LENGTH.test(value) ? value : undefined;
  if (BOX.test(property)) return LENGTH.test(value) || (property[0] === 'm' && value === 'auto') ? value : undefined;
  const [, part] = BORDER.exec(property) ?? [];
  const pattern =
    part === undefined ? KEPT[property] : part === 'color' ? COLOUR : part === 'width' ? BORDER_WIDTH : /^[a-z]+$/;
  return pattern?.test(value) === true ? value : undefined;
}

/** What is still text, and not yet a picture. */
export const readableSize = (size: string): string => `clamp(11px, ${size}, 40px)`;

/** The sizes of `<font>`, in order. */
export const FONT_SIZES: readonly string[] = ['11px', '13px', '16px', '18px', '24px', '32px', '40px'];

const DATA_IMAGE = /^data:image\/(?:avif|bmp|gif|jpe?g|png|webp)[;,]/i;

/** Where an image of a mail comes from. */
export type ImageSource =
  | { readonly kind: 'remote'; readonly url: string }
  | { readonly kind: 'inside'; readonly url: string }
  | { readonly kind: 'attached' | 'none' };

/** Images come over https alone, and never from the page's own place: a relative address has no meaning in a mail. */
export function imageSource(text: string): ImageSource {
  const source = text.trim();
  if (/^cid:/i.test(source)) return { kind: 'attached' };
  if (DATA_IMAGE.test(source)) return { kind: 'inside', url: source };
  const url = parseUrl(source.startsWith('//') ? `https:${source}` : source);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return { kind: 'none' };
  return { kind: 'remote', url: url.href.replace(/^http:/, 'https:') };
}
