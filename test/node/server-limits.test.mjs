// Limits are what they are said to be.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../tools/files.mjs';
import { source } from '../support/source.mjs';

const { limitsOf } = await source('../test/support/server-parts.ts');

const UNITS = { MB: 1e6, min: 60_000, KB: 1024, K: 1024, s: 1000, h: 3_600_000, '': 1 };

/** What a public comment says in brackets, by the name that it stands above: `(64 KB)`, `(30 s)`, `(5000)`. */
function saidIn(file, name) {
  const written = readFileSync(join(root, 'src', file), 'utf8');
  const [, comment] = new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\s+readonly ${name}\\??: number`).exec(written);
  const [, number, unit] = /\(([\d,]+)(?: (MB|KB|K|min|s|h))?\)/.exec(comment);
  return Number(number.replaceAll(',', '')) * UNITS[unit ?? ''];
}

test('what holds where a host says nothing is what the comments of the limits say', () => {
  const limits = limitsOf();
  assert.equal(Object.keys(limits).length, 19);
  for (const [name, value] of Object.entries(limits)) assert.equal(value, saidIn('server/limits.ts', name), name);
});

test('what a host says holds, and the rest stays as it is', () => {
  assert.deepEqual(limitsOf({ streamMs: 5 }), { ...limitsOf(), streamMs: 5 });
});

test('a limit is a number between one and what a timer, an event or a number can hold', () => {
  const most = { eventLength: 16 * 1024 * 1024 - 256, keepRepliesMs: Number.MAX_SAFE_INTEGER };
  for (const name of Object.keys(limitsOf())) {
    const highest = most[name] ?? (name.endsWith('Ms') ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER);
    for (const value of [1, highest]) assert.equal(limitsOf({ [name]: value })[name], value, name);
    for (const value of [0.9, 0, highest + (highest > 2 ** 31 ? highest : 1)])
      assert.throws(() => limitsOf({ [name]: value }), {
        name: 'RangeError',
        message: new RegExp(`limits\\.${name} `),
      });
  }
});
