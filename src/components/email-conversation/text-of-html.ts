/** Their content is nothing to read. */
const SILENT: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template', 'title']);
const BLOCKS: ReadonlySet<string> = new Set(
  'address article blockquote body br center dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul'.split(
    ' ',
  ),
);
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['apos', "'"],
  ['gt', '>'],
  ['lt', '<'],
  ['nbsp', ' '],
  ['quot', '"'],
]);
const TAG = /^(\/?)([a-z][a-z\d]*)/i;

/**
 * Roughly what somebody reads in an HTML mail, for one that is not shown as HTML. Goes through it once, whatever it is;
 * the result is text and nothing else.
 */
export function textOfHtml(html: string): string {
  const parts: string[] = [];
  let position = 0;
  while (position < html.length) {
    const open = html.indexOf('<', position);
    parts.push(decoded(html.slice(position, open < 0 ? html.length : open)));
    if (open < 0) break;
    const [, slash, name = ''] = TAG.exec(html.slice(open + 1, open + 20)) ?? [];
    const tag = name.toLowerCase();
    if (html.startsWith('<!--', open)) position = after(html, '-->', open);
    else if (slash === '' && SILENT.has(tag)) position = afterElement(html, tag, open);
    else if (name === '' && !html.startsWith('<!', open)) {
      parts.push('<');
      position = open + 1;
    } else {
      position = after(html, '>', open);
      if (BLOCKS.has(tag)) parts.push('\n');
      else if (tag === 'td' || tag === 'th') parts.push(' ');
    }
  }
  return parts
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

function afterElement(html: string, tag: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    if (html.slice(at + 2, at + 2 + tag.length).toLowerCase() === tag) return after(html, '>', at);
  }
  return html.length;
}

/** Line breaks of the source are spaces on screen. */
const decoded = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return ENTITIES.get(name.toLowerCase()) ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
