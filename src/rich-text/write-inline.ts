import type { Mark, Node } from 'prosemirror-model';

/** A stretch of text with one set of marks, of space only or without any; a line break is one too. */
interface Piece {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly kind: 'word' | 'space' | 'code' | 'break';
}

/** A character of the text, or what is written as it stands. */
interface Token {
  readonly text: string;
  readonly kind: 'character' | 'opening' | 'closing' | 'verbatim' | 'break';
}

/** From the outside to the inside, where two marks reach equally far. */
const OUTER_FIRST = ['link', 'strike', 'strong', 'em'] as const;
const DELIMITERS: Readonly<Record<string, readonly [string, string]>> = {
  strike: ['~~', '~~'],
  strong: ['**', '__'],
  em: ['*', '_'],
};

const ALWAYS_ESCAPED = /[\\`*_~[\]<]/;
const BLOCK_START = /[-+#>=]/;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const SPACE = /\s/;
const URL_MARKS = /[\\()*_~<>&[\]"']/g;

/**
 * The content of a paragraph as Markdown, written so that it is read as it was: emphasis that stands where Markdown would
 * not see it (inside words, beside punctuation, one beside the other) gets neighbours and delimiters with which it does.
 */
export function writeInline(paragraph: Node): string {
  const tokens: Token[] = [];
  write(withoutLooseSpace(piecesOf(paragraph)), [], [], tokens);
  return escaped(tokens);
}

function piecesOf(paragraph: Node): Piece[] {
  const pieces: Piece[] = [];
  paragraph.forEach((node) => {
    const marks = node.marks.filter(({ type }) => type.name !== 'code');
    if (node.type.name === 'hard_break') pieces.push({ text: '\n', marks, kind: 'break' });
    else if (marks.length < node.marks.length && node.text?.trim())
      pieces.push({ text: node.text, marks, kind: 'code' });
    else
      for (const [text] of (node.text ?? '').matchAll(/\s+|\S+/g))
        pieces.push(
          SPACE.test(text)
            ? { text: text.replace(/[\r\n]/g, ' '), marks, kind: 'space' }
            : { text, marks, kind: 'word' },
        );
  });
  return pieces;
}

/** Without space at the ends of lines, nor breaks at the end. */
function withoutLooseSpace(pieces: readonly Piece[]): Piece[] {
  const isEdge = (piece: Piece | undefined): boolean => piece === undefined || piece.kind === 'break';
  const kept: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'space' && isEdge(kept.at(-1))) continue;
    if (piece.kind === 'break' && kept.at(-1)?.kind === 'space') kept.pop();
    kept.push(piece);
  }
  while (kept.at(-1)?.kind === 'space' || kept.at(-1)?.kind === 'break') kept.pop();
  return kept;
}

const isWord = (piece: Piece | undefined): boolean => piece?.kind === 'word' || piece?.kind === 'code';

/** Writes pieces that all have the marks of `open`, the mark that reaches farthest first. */
function write(pieces: readonly Piece[], open: readonly Mark[], delimiters: readonly string[], tokens: Token[]): void {
  let at = 0;
  while (at < pieces.length) {
    const piece = pieces[at];
    if (!piece) return;
    const [mark, end] = farthestMark(pieces, at, open);
    if (!mark) {
      writePiece(piece, tokens);
      at += 1;
      continue;
    }
    const [opening, closing] = delimitersOf(mark, tokens, delimiters);
    tokens.push({ text: opening, kind: 'opening' });
    write(pieces.slice(at, end), [...open, mark], [...delimiters, opening], tokens);
    tokens.push({ text: closing, kind: 'closing' });
    at = end;
  }
}

/** The mark that begins here and reaches farthest, and where it ends. Emphasis begins and ends with words. */
function farthestMark(pieces: readonly Piece[], at: number, open: readonly Mark[]): [Mark | undefined, number] {
  let farthest: Mark | undefined;
  let farthestEnd = at;
  for (const name of OUTER_FIRST) {
    const mark = pieces[at]?.marks.find(({ type }) => type.name === name);
    if (!mark || mark.isInSet(open) || (name !== 'link' && !isWord(pieces[at]))) continue;
    let end = at + 1;
    while (end < pieces.length && mark.isInSet(pieces[end]?.marks ?? [])) end += 1;
    while (name !== 'link' && !isWord(pieces[end - 1])) end -= 1;
    if (end > farthestEnd) {
      farthest = mark;
      farthestEnd = end;
    }
  }
  return [farthest, farthestEnd];
}

/**
 * Stars, or underscores where stars would be read with others: right after some that close, or where they could close
 * those that are open.
 */
function delimitersOf(mark: Mark, tokens: readonly Token[], open: readonly string[]): readonly [string, string] {
  if (mark.type.name === 'link') {
    const address = String(mark.attrs.href).replaceAll('`', '%60').replace(URL_MARKS, '\\$&');
    return ['[', `](${address})`];
  }
  const last = tokens.at(-1);
  const isAfter = (kind: Token['kind']): boolean => last?.kind === kind && last.text.startsWith('*');
  const couldClose = open.some((own) => own.startsWith('*')) && !isAfter('opening') && last?.text !== ' ';
  const [stars, underscores] = DELIMITERS[mark.type.name] ?? ['', ''];
  const delimiter = isAfter('closing') || couldClose ? underscores : stars;
  return [delimiter, delimiter];
}

function writePiece({ text, kind }: Piece, tokens: Token[]): void {
  if (kind === 'break') tokens.push({ text: '\\\n', kind });
  else if (kind === 'code') tokens.push({ text: codeSpan(text), kind: 'verbatim' });
  else for (const character of text) tokens.push({ text: character, kind: 'character' });
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const isEatenAway = text.startsWith(' ') && text.endsWith(' ') && text.trim() !== '';
  const pad = text.startsWith('`') || text.endsWith('`') || isEatenAway ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

function escaped(tokens: readonly Token[]): string {
  const encoded = besideEmphasis(tokens);
  let isLineStart = true;
  let isNumber = false;
  let written = '';
  tokens.forEach(({ text, kind }, index) => {
    const isDigit = kind === 'character' && text >= '0' && text <= '9';
    if (kind !== 'character') written += text;
    else if (encoded.has(index)) written += `&#${String(text.codePointAt(0))};`;
    else {
      const isSpecial =
        ALWAYS_ESCAPED.test(text) ||
        (isLineStart && BLOCK_START.test(text)) ||
        (isNumber && (text === '.' || text === ')')) ||
        (text === '&' && /^[#a-z]/i.test(tokens[index + 1]?.text ?? '')) ||
        (text === '!' && tokens[index + 1]?.text === '[');
      written += isSpecial ? `\\${text}` : text;
    }
    isNumber = isDigit && (isLineStart || isNumber);
    isLineStart = kind === 'break';
  });
  return written;
}

/** Delimiters in a row that Markdown reads as one run. */
interface Run {
  readonly first: number;
  readonly end: number;
}

function runsOf(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    if (!isEmphasis(tokens[first])) continue;
    const character = tokens[first]?.text[0];
    let end = first + 1;
    while (isEmphasis(tokens[end]) && tokens[end]?.text[0] === character) end += 1;
    runs.push({ first, end });
    first = end - 1;
  }
  return runs;
}

/**
 * Which characters must be written as references, so that the emphasis beside them is seen: Markdown looks for it at the
 * edges of words only, and a reference begins and ends with punctuation. That may be news for the run on its other side.
 */
function besideEmphasis(tokens: readonly Token[]): ReadonlySet<number> {
  const encoded = new Set<number>();
  const runs = runsOf(tokens);
  const isLetterAt = (at: number): boolean => !encoded.has(at) && isLetter(tokens[at]);
  const waiting = runs.map((_, index) => index).reverse();
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const run = runs[index];
    if (!run) continue;
    const { first, end } = run;
    const has = (kind: Token['kind']): boolean => tokens.slice(first, end).some((token) => token.kind === kind);
    // Underscores mean nothing inside of words.
    const isOutsideOnly = tokens[first]?.text.startsWith('_') ?? false;
    if (has('opening') && isLetterAt(first - 1) && (isOutsideOnly || !isLetterAt(end))) {
      encoded.add(first - 1);
      waiting.push(index, index - 1);
    } else if (has('closing') && isLetterAt(end) && (isOutsideOnly || !isLetterAt(first - 1))) {
      encoded.add(end);
      waiting.push(index, index + 1);
    }
  }
  return encoded;
}

const isEmphasis = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === 'opening' || token.kind === 'closing') && /^[*_~]/.test(token.text);

const isLetter = (token: Token | undefined): boolean =>
  token?.kind === 'character' && !SPACE.test(token.text) && !PUNCTUATION.test(token.text);
