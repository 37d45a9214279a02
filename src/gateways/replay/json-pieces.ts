/** A piece of a file that should be one JSON value. */
export interface JsonPiece {
  readonly text: string;
  /** Where it begins, from 1. */
  readonly line: number;
}

/**
 * Cuts a file into its records without parsing them, so that a broken one does not spoil the others: an array into
 * its elements, JSON Lines into its lines, and anything else into one piece.
 */
export function jsonPiecesOf(text: string): readonly JsonPiece[] {
  const start = text.search(/\S/u);
  if (start < 0) return [];
  if (text[start] === '[') return elementsOf(text, start + 1);
  return isJson(text) || !isJson(firstLineOf(text)) ? [{ text, line: lineAt(text, start) }] : linesOf(text);
}

/** The line that a position in a text is on, from 1. */
export const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;

const firstLineOf = (text: string): string => text.trimStart().split('\n', 1)[0] ?? '';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const linesOf = (text: string): readonly JsonPiece[] =>
  text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ text: line, line: index + 1 }]));

/** What stands between the commas of an array that begins before `from`. */
function elementsOf(text: string, from: number): readonly JsonPiece[] {
  const pieces: JsonPiece[] = [];
  let depth = 0;
  let isInText = false;
  let start = from;
  const add = (end: number): void => {
    const element = text.slice(start, end);
    const offset = element.search(/\S/u);
    if (offset >= 0) pieces.push({ text: element, line: lineAt(text, start + offset) });
    start = end + 1;
  };
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (isInText) {
      if (character === '\\') at += 1;
      else if (character === '"' || character === '\n') isInText = false;
    } else if (character === '"') isInText = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === ',' && depth === 0) add(at);
    else if (character === '}' || character === ']') {
      if (depth === 0) {
        add(at);
        return pieces;
      }
      depth -= 1;
    }
  }
  // The array was cut off in the middle.
  add(text.length);
  return pieces;
}
