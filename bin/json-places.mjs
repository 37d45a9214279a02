// JSON read with the place of everything in it. `JSON.parse` says where a fault is in the words of one engine, and
// nothing of where a value stands that is fine as JSON and wrong as a configuration.

/** What is wrong with a text that is no JSON, and where, as an offset. */
export class JsonFault extends Error {
  constructor(message, offset) {
    super(message);
    this.name = 'JsonFault';
    this.offset = offset;
  }
}

/** Beyond this, a reader that calls itself runs out of room. */
const DEEPEST = 500;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
/** A text up to where it is none any more. */
const BEGUN = /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/uy;
const WORD = /true|false|null/y;
const BLANK = /[ \t\n\r]*/y;

/** Such as `services[2].extensions.widgets[0]`; '' is the document. */
export const childPath = (path, key) =>
  typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;

/**
 * Reads JSON. Throws a JsonFault.
 *
 * @returns `value` as `JSON.parse` has it; `places` by path: `start` and `end` of the value and `key`, where its key
 *   stands (of an entry without one: its value); `twice`: keys that an object has again, with their offsets: only the last counts
 */
export function readJson(text) {
  const places = new Map();
  const twice = [];
  let at = 0;

  const take = (pattern) => {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) at += found.length;
    return found;
  };
  const fail = (message, offset = at) => {
    throw new JsonFault(message, offset);
  };
  const found = () => {
    if (at >= text.length) return 'the end of the file';
    const [piece] = text.slice(at, at + 40).match(/^[\p{L}\p{N}_]+|./su);
    return piece === '\n' ? 'the end of the line' : JSON.stringify(piece);
  };
  const skip = () => {
    take(BLANK);
    if (text.startsWith('//', at) || text.startsWith('/*', at)) fail('a comment, which JSON does not have');
  };

  function string() {
    const raw = take(STRING);
    if (raw !== undefined) return JSON.parse(raw);
    if (text[at] === "'") fail('a text in single quotes; JSON has double ones: "…"');
    const whole = take(BEGUN);
    const sign = text[at];
    if (sign === '\\') return fail('a \\ in a text that JSON does not have; write \\\\ for one that is meant so');
    return fail(
      sign === undefined || sign === '\n' || sign === '\r'
        ? 'a text that does not end on its line; write \\n for a line break in it'
        : `a control character in a text; write ${sign === '\t' ? '\\t' : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`}`,
      sign === undefined || sign === '\n' || sign === '\r' ? at - whole.length : at,
    );
  }

  /** What stands between two brackets, with commas between. */
  function listed(close, what, entry) {
    const open = at;
    at += 1;
    skip();
    if (text[at] === close) {
      at += 1;
      return;
    }
    for (;;) {
      entry();
      skip();
      const sign = text[at];
      if (sign === close) {
        at += 1;
        return;
      }
      if (at >= text.length) fail(`${what} that begins here does not end: ${close} is missing`, open);
      if (sign !== ',') fail(`expected , or ${close}, found ${found()}`);
      const comma = at;
      at += 1;
      skip();
      if (text[at] === close) fail(`a comma after the last entry, which JSON does not have`, comma);
    }
  }

  function object(path, depth) {
    const all = new Map();
    listed('}', 'an object', () => {
      const key = at;
      if (text[at] !== '"' && text[at] !== "'") fail(`expected a key in double quotes, found ${found()}`);
      const name = string();
      skip();
      if (text[at] !== ':') fail(`expected : after the key, found ${found()}`);
      at += 1;
      if (all.has(name)) twice.push({ path: childPath(path, name), offset: key });
      all.set(name, value(childPath(path, name), depth, key));
    });
    // As JSON.parse: `__proto__` is a key like any other.
    return Object.defineProperties(
      {},
      Object.fromEntries(
        [...all].map(([name, own]) => [name, { value: own, enumerable: true, configurable: true, writable: true }]),
      ),
    );
  }

  function list(path, depth) {
    const all = [];
    listed(']', 'a list', () => all.push(value(childPath(path, all.length), depth)));
    return all;
  }

  function literal() {
    if (text[at] === '"' || text[at] === "'") return string();
    const word = take(WORD) ?? take(NUMBER);
    if (word === undefined) fail(`expected a value, found ${found()}`);
    if (/[\w.]/.test(text[at] ?? '')) fail(`a word or number that JSON does not have`, at - word.length);
    return JSON.parse(word);
  }

  function value(path, depth, key) {
    skip();
    const start = at;
    if (depth > DEEPEST) fail('too many brackets in one another');
    const own = text[at] === '{' ? object(path, depth + 1) : text[at] === '[' ? list(path, depth + 1) : literal();
    places.set(path, { key: key ?? start, start, end: at });
    return own;
  }

  skip();
  if (at >= text.length) fail('nothing: the file is empty', 0);
  const all = value('', 0);
  skip();
  if (at < text.length) fail(`expected the end of the file, found ${found()}`);
  return { value: all, places, twice };
}

/** Tells line and column of an offset, from 1, as editors count: in UTF-16 units. */
export function linesOf(text) {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: end, index }) => index + end.length)];
  return (offset) => {
    let [line, beyond] = [0, starts.length];
    while (beyond - line > 1) {
      const middle = (line + beyond) >> 1;
      if (starts[middle] <= offset) line = middle;
      else beyond = middle;
    }
    return { line: line + 1, column: offset - starts[line] + 1 };
  };
}
