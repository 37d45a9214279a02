import { expect } from '@open-wc/testing';
import { choicesOf } from '../../src/components/codes-tags/choices.js';
import { openSuggestions } from '../../src/components/codes-tags/suggested-choices.js';
import type { Session } from '../../src/index.js';
import { aSession } from '../../stories/scenarios/builders.js';

const offered = { primaryCodes: ['card-lost', 'card-limit', '__proto__'], secondaryCodes: ['solved'] };
const chosen = (about: Partial<Session> = {}) => choicesOf(aSession(about), []);
const values = (found: ReturnType<typeof openSuggestions>) => found.map(({ kind, value }) => `${kind}: ${value}`);

describe('suggested codes and tags', () => {
  const all = { primaryCode: 'card-lost', secondaryCode: 'solved', tags: ['travel', 'vip'] };

  it('are all offered while nothing is chosen', () => {
    expect(values(openSuggestions(all, offered, chosen()))).to.deep.equal([
      'primary: card-lost',
      'secondary: solved',
      'tag: travel',
      'tag: vip',
    ]);
  });

  it('that are chosen already, in whatever spelling, are not', () => {
    const own = chosen({ primaryCode: 'card-lost', secondaryCode: 'solved', tags: ['ＶＩＰ'] });
    expect(values(openSuggestions(all, offered, own))).to.deep.equal(['tag: travel']);
  });

  it('of which another code is chosen are, to replace it', () => {
    const own = chosen({ primaryCode: 'card-limit', secondaryCode: 'solved', tags: all.tags });
    expect(values(openSuggestions(all, offered, own))).to.deep.equal(['primary: card-lost']);
  });

  it('that the service does not have, that are no tags or that come twice are not', () => {
    const odd = { primaryCode: 'solved', secondaryCode: 'toString', tags: ['a', ' ', 'A', 'x'.repeat(1001)] };
    expect(values(openSuggestions(odd, offered, chosen()))).to.deep.equal(['tag: a']);
  });

  it('that were waved away stay away, whatever else is suggested', () => {
    const dismissed = new Set(openSuggestions(all, offered, chosen()).map(({ key }) => key));
    expect(openSuggestions(all, offered, chosen(), dismissed)).to.deep.equal([]);
    const later = { primaryCode: 'card-limit', secondaryCode: 'solved', tags: ['VIP', 'new'] };
    expect(values(openSuggestions(later, offered, chosen(), dismissed))).to.deep.equal([
      'primary: card-limit',
      'tag: new',
    ]);
  });

  it('may have names of prototypes', () => {
    const odd = { primaryCode: '__proto__', tags: ['__proto__', 'constructor'] };
    expect(values(openSuggestions(odd, offered, chosen()))).to.deep.equal([
      'primary: __proto__',
      'tag: __proto__',
      'tag: constructor',
    ]);
  });
});
