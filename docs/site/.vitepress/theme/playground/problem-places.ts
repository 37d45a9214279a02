import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

/** Where something stands in a text, from the first character up to, not including, the last. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** A document as its author writes it. */
export interface ReadText {
  /** Its tree, as far as it can be read. */
  readonly tree: Node | undefined;
  /** The first thing that makes it no JSON, in words. */
  readonly fault: (Place & { readonly message: string }) | undefined;
}

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** Reads JSON as strictly as `JSON.parse` does. */
export function readText(text: string): ReadText {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, STRICT);
  const [first] = errors;
  if (!first) return { tree, fault: undefined };
  const from = Math.min(first.offset, Math.max(0, text.length - 1));
  const message = `Not JSON: ${wordsOf(printParseErrorCode(first.error))}.`;
  return { tree, fault: { from, to: Math.min(text.length, from + Math.max(1, first.length)), message } };
}

/** `CommaExpected` → `comma expected`. */
const wordsOf = (code: string): string => code.replaceAll(/(?<!^)([A-Z])/g, ' $1').toLowerCase();

/**
 * Where the path of a problem leads, such as `services[2].extensions.widgets[0]`: a value, or the key of what is larger
 * than a value. What is missing is marked where it should be: at the key, or the first brace, of what should have it.
 */
export function placeOf(tree: Node | undefined, path: string): Place {
  if (!tree) return { from: 0, to: 0 };
  let node = tree;
  for (let rest = path; rest !== '';) {
    const step = stepInto(node, rest);
    if (!step) break;
    node = step.node;
    rest = step.rest;
  }
  return markOf(node);
}

/** One step along a path. Keys may hold dots and brackets themselves, so the longest key that fits is taken. */
function stepInto(node: Node, path: string): { readonly node: Node; readonly rest: string } | undefined {
  if (node.type === 'array') {
    const [all, index] = /^\[(\d+)\]/.exec(path) ?? [];
    const item = node.children?.[Number(index)];
    return all !== undefined && item ? { node: item, rest: path.slice(all.length) } : undefined;
  }
  if (node.type !== 'object') return undefined;
  const wanted = path.startsWith('.') ? path.slice(1) : path;
  const [property] = (node.children ?? [])
    .filter(({ children }) => isKeyOf(wanted, keyOf(children)))
    .sort((one, other) => keyOf(other.children).length - keyOf(one.children).length);
  const value = property?.children?.[1] ?? property?.children?.[0];
  return value && { node: value, rest: wanted.slice(keyOf(property?.children).length) };
}

const keyOf = (children: readonly Node[] | undefined): string => String(children?.[0]?.value ?? '');

const isKeyOf = (path: string, key: string): boolean =>
  key !== '' && path.startsWith(key) && (path.length === key.length || '.['.includes(path.charAt(key.length)));

function markOf({ offset, length, type, parent }: Node): Place {
  if (type !== 'object' && type !== 'array') return { from: offset, to: offset + length };
  const key = parent?.type === 'property' ? parent.children?.[0] : undefined;
  return key ? { from: key.offset, to: key.offset + key.length } : { from: offset, to: offset + 1 };
}
