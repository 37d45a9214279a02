import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { JsonFault, childPath, linesOf, readJson } from '../../bin/json-places.mjs';

const faultOf = (text) => {
  try {
    readJson(text);
  } catch (error) {
    if (error instanceof JsonFault) return error;
    throw error;
  }
  throw new Error('This was read.');
};

/** Every value of a document with its path. */
function* valuesIn(value, path = '') {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, child] of inner) yield* valuesIn(child, childPath(path, key));
}

describe('JSON with places', () => {
  it('is what JSON.parse reads, and every value is where its place says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const read = readJson(`\n ${text}\r\n`);
        assert.deepEqual(read.value, JSON.parse(text));
        const keys = [...valuesIn(read.value)];
        // Keys with dots may have the path of something else.
        if (new Set(keys.map(([path]) => path)).size < keys.length) return;
        for (const [path, own] of keys) {
          const { start, end } = read.places.get(path);
          assert.deepEqual(JSON.parse(`\n ${text}`.slice(start, end)), JSON.parse(JSON.stringify(own)));
        }
      }),
    );
  });

  it('refuses exactly what JSON.parse refuses', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      '01',
      'true',
      'nul',
      ' ',
      '\n',
      '"\\x"',
      '"',
      '.5',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        let isRead = true;
        try {
          readJson(text);
        } catch (error) {
          assert.ok(error instanceof JsonFault, String(error));
          isRead = false;
        }
        assert.equal(isRead, isJson, text);
      }),
      { numRuns: 2000 },
    );
  });

  for (const [text, message, line, column] of [
    ['', /^nothing: the file is empty$/, 1, 1],
    ['{\n  "a": 1,\n}', /^a comma after the last entry/, 2, 9],
    ["{ 'a': 1 }", /single quotes/, 1, 3],
    ['{\r\n  a: 1 }', /^expected a key in double quotes, found "a"$/, 2, 3],
    ['{ "a" 1 }', /^expected : after the key, found "1"$/, 1, 7],
    ['[1 2]', /^expected , or \], found "2"$/, 1, 4],
    ['[\n{ "a": [1, 2\n', /^a list that begins here does not end: \] is missing$/, 2, 8],
    ['{ // why\n }', /^a comment/, 1, 3],
    ['{ "a": undefined }', /^expected a value, found "undefined"$/, 1, 8],
    ['{ "a": 01 }', /^a word or number/, 1, 8],
    ['{ "a": "x\ny" }', /^a text that does not end on its line; write \\n/, 1, 8],
    ['{ "a": "x', /^a text that does not end on its line/, 1, 8],
    ['{ "a": "x\ty" }', /^a control character in a text; write \\t$/, 1, 10],
    ['{ "a": "x\u0001y" }', /^a control character in a text; write \\u0001$/, 1, 10],
    ['{ "a": "C:\\data" }', /^a \\ in a text that JSON does not have; write \\\\/, 1, 11],
    ['version: 1', /^expected a value, found "version"$/, 1, 1],
    ['{ “a”: 1 }', /found "“"$/, 1, 3],
    ['{} {}', /^expected the end of the file, found "\{"$/, 1, 4],
    ['['.repeat(100_000), /^too many brackets/, 1, 502],
  ])
    it(`says of ${JSON.stringify(text.slice(0, 30))} what is wrong, and where`, () => {
      const { message: said, offset } = faultOf(text);
      assert.match(said, message);
      assert.deepEqual(linesOf(text)(offset), { line, column });
    });

  it('finds places in a long text without reading it anew for each', () => {
    const text = '"x"\r\n'.repeat(200_000);
    const at = linesOf(text);
    const start = performance.now();
    for (let line = 0; line < 200_000; line += 1) assert.deepEqual(at(line * 5 + 1), { line: line + 1, column: 2 });
    assert.ok(performance.now() - start < 5000);
  });

  it('names keys that stand twice, and keeps the last', () => {
    const { value, twice } = readJson('{ "a": 1,\n "b": { "c": 1, "c": 2 }, "a": 3 }');
    assert.deepEqual(value, { a: 3, b: { c: 2 } });
    assert.deepEqual(
      twice.map(({ path }) => path),
      ['b.c', 'a'],
    );
  });

  it('takes __proto__ for a key like any other', () => {
    const { value } = readJson('{ "__proto__": { "polluted": true } }');
    assert.deepEqual(Object.keys(value), ['__proto__']);
    assert.equal({}.polluted, undefined);
  });
});
