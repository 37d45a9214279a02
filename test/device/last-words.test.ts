import { expect } from '@open-wc/testing';
import { forgetLastWords, keepLastWords, takeLastWords } from '../../src/device/last-words.js';
import type { LastWord } from '../../src/device/last-words.js';

const KEY = 'my-sessions/last-words';
const DAY_MS = 86_400_000;

const word = (value: string, agentId = 'ana', scope = 'bank'): LastWord => ({
  place: { scope, agentId, sessionId: 's1', field: 'message' },
  line: 'line',
  base: undefined,
  value,
  settled: undefined,
});

describe('what was typed in the last moment', () => {
  afterEach(() => {
    sessionStorage.removeItem(KEY);
  });

  it('is there once, for whoever typed it and in that workspace', () => {
    keepLastWords([word('Dear'), word('Hi', 'ana', 'shop')], DAY_MS);
    expect(takeLastWords('bank', 'ana')).to.deep.equal([word('Dear')]);
    expect(takeLastWords('bank', 'ana')).to.deep.equal([]);
    expect(takeLastWords('shop', 'ana')).to.deep.equal([word('Hi', 'ana', 'shop')]);
  });

  it('is not for another agent, and gone when one comes', () => {
    keepLastWords([word('Dear')], DAY_MS);
    expect(takeLastWords('bank', 'ben')).to.deep.equal([]);
    expect(sessionStorage.getItem(KEY)).to.equal(null);
  });

  it('lives no longer than drafts do', () => {
    keepLastWords([word('Dear')], -1);
    expect(takeLastWords('bank', 'ana')).to.deep.equal([]);
  });

  it('of two workspaces on a page is kept of both, and forgotten of one', () => {
    keepLastWords([word('Dear')], DAY_MS);
    keepLastWords([word('Hi', 'ana', 'shop')], DAY_MS);
    forgetLastWords('bank');
    expect(takeLastWords('bank', 'ana')).to.deep.equal([]);
    expect(takeLastWords('shop', 'ana')).to.have.length(1);
  });

  for (const stored of [
    '{',
    'null',
    '7',
    '[null]',
    '[{}]',
    '[{"place":null}]',
    '[{"place":{"scope":"bank"},"until":1}]',
  ])
    it(`is nothing where something else stands: ${stored}`, () => {
      sessionStorage.setItem(KEY, stored);
      expect(takeLastWords('bank', 'ana')).to.deep.equal([]);
      keepLastWords([word('Dear')], DAY_MS);
      expect(takeLastWords('bank', 'ana')).to.deep.equal([word('Dear')]);
    });
});
