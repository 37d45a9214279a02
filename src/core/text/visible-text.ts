/** Longer messages are shown as the text they are: nobody writes them, and reading them would hold up the page. */
export const LONGEST_MARKDOWN = 20_000;

const FENCE = /^( *)(`{3,})[^`]*$/;
const LIST_MARK = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s+|$)/;
const HEADING = /^#{1,6}\s+/;
/** Brackets in an address are nested no deeper, as in the parser; looking on would take for ever in hostile texts. */
const DEEPEST_ADDRESS = 33;
const ESCAPABLE = /[!-/:-@[-`{-~]/;

/**
 * What the reader sees of a Markdown message: its text without marks, escapes and addresses of links, one line for each
 * block and each break. Exact for what `<message-composer>` writes, where every character that is not a mark is escaped;
 * close for what others write.
 */
export function visibleTextOf(markdown: string): string {
  if (markdown.length > LONGEST_MARKDOWN) return markdown;
  const visible: string[] = [];
  let fence: { readonly indent: number; readonly mark: string } | undefined;
  for (const line of markdown.split('\n')) {
    const [, indent = '', mark] = FENCE.exec(line) ?? [];
    if (fence) {
      if (mark !== undefined && mark.length >= fence.mark.length) fence = undefined;
      else visible.push(line.slice(Math.min(fence.indent, line.search(/[^ ]|$/))));
    } else if (mark !== undefined) fence = { indent: indent.length, mark };
    else if (line.trim() !== '') visible.push(inlineTextOf(withoutBlockMarks(line)));
  }
  return visible.join('\n');
}

function withoutBlockMarks(line: string): string {
  let rest = line;
  while (LIST_MARK.test(rest)) rest = rest.replace(LIST_MARK, '');
  return rest.trimStart().replace(HEADING, '');
}

function inlineTextOf(line: string): string {
  const lastLink = line.lastIndexOf('](');
  let visible = '';
  let at = 0;
  while (at < line.length) {
    const [text, length] = stepAt(line, at, lastLink);
    visible += text;
    at += length;
  }
  return visible;
}

/** What is seen of the next part of a line, and how long that part is. */
function stepAt(line: string, at: number, lastLink: number): readonly [visible: string, length: number] {
  const character = line[at] ?? '';
  const next = line[at + 1];
  switch (character) {
    case '\\':
      if (next === undefined) return ['', 1];
      return ESCAPABLE.test(next) ? [next, 2] : [character, 1];
    case '`':
      return codeAt(line, at);
    case '*':
    case '_':
      return ['', 1];
    case '~':
      return next === '~' ? ['', 2] : [character, 1];
    case '[':
      return at < lastLink ? ['', 1] : [character, 1];
    case ']':
      return next === '(' ? ['', addressLength(line, at)] : [character, 1];
    case '&':
      return referenceAt(line, at);
    default:
      return [character, 1];
  }
}

function codeAt(line: string, at: number): readonly [string, number] {
  let start = at;
  while (line[start] === '`') start += 1;
  const fence = line.slice(at, start);
  for (let end = line.indexOf(fence, start); end >= 0; end = line.indexOf(fence, end)) {
    let after = end;
    while (line[after] === '`') after += 1;
    if (after - end === fence.length) {
      const code = line.slice(start, end);
      const isPadded = code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '';
      return [isPadded ? code.slice(1, -1) : code, after - at];
    }
    end = after;
  }
  return [fence, fence.length];
}

/** From the bracket that closes the text of a link to the one that closes its address. */
function addressLength(line: string, at: number): number {
  let depth = 0;
  for (let end = at + 1; end < line.length && depth <= DEEPEST_ADDRESS; end += 1) {
    if (line[end] === '\\') end += 1;
    else if (line[end] === '(') depth += 1;
    else if (line[end] === ')') depth -= 1;
    if (depth === 0) return end + 1 - at;
  }
  return 1;
}

function referenceAt(line: string, at: number): readonly [string, number] {
  const [reference, number] = /^&#(\d{1,7});/.exec(line.slice(at, at + 11)) ?? [];
  const point = Number(number);
  return reference !== undefined && point > 0 && point <= 0x10ffff
    ? [String.fromCodePoint(point), reference.length]
    : ['&', 1];
}
