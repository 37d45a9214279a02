import { expect } from '@open-wc/testing';
import { meantBy } from '../../../src/core/text/edit-distance.js';

describe('the words that somebody may have meant', () => {
  const near: readonly [what: string, word: string, known: readonly string[], meant: readonly string[]][] = [
    [
      'a letter left out, put in, and replaced are as near as one another',
      'tags',
      ['tag', 'tangs', 'tabs'],
      ['tag', 'tangs', 'tabs'],
    ],
    ['two neighbours exchanged are one mistake', 'offerde', ['offered', 'offer'], ['offered']],
    ['capitals, hyphens and underscores are none', 'Session_Policy', ['sessionPolicy', 'session'], ['sessionPolicy']],
    [
      'of a word with as many mistakes as it has thirds of a letter, all that are so near',
      'abcxyz',
      ['abcdef', 'abcdez'],
      ['abcdez'],
    ],
    ['nothing that is further away', 'abxyz', ['abcde'], []],
  ];
  for (const [what, word, known, meant] of near)
    it(what, () => {
      expect(meantBy(word, known)).to.deep.equal(meant);
    });

  it('nothing of a text that is too long to be mistyped', () => {
    expect(meantBy('a'.repeat(61), ['a'.repeat(61)])).to.deep.equal([]);
  });
});
