import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  withChoice,
  withoutChoice,
  withoutSaved,
  wishesToSave,
} from '../../src/components/codes-tags/begun-choices.js';
import type { ChoiceWish } from '../../src/components/codes-tags/begun-choices.js';
import { choicesOf, codeWish } from '../../src/components/codes-tags/choices.js';
import type { BegunChoices } from '../../src/core/state/begun.js';
import { aSession } from '../../stories/scenarios/builders.js';

const saved = aSession({ primaryCode: 'card-limit', tags: ['vip'] });
const tags = (...own: readonly string[]): ChoiceWish => ({ type: 'tags.change', sessionId: 'call-1', tags: own });

describe('codes and tags that are chosen and not saved', () => {
  it('are joined, each in its place', () => {
    const wishes = [codeWish('call-1', 'primary', 'a'), codeWish('call-1', 'secondary', null), tags('x')];
    const begun = wishes.reduce<BegunChoices | undefined>(withChoice, undefined);
    expect(begun).to.deep.equal({ primary: 'a', secondary: null, tags: ['x'] });
  });

  const left: readonly (readonly [string, ChoiceWish, BegunChoices | undefined])[] = [
    ['what was taken', codeWish('call-1', 'primary', 'a'), { secondary: null, tags: ['x'] }],
    ['none, which was taken', codeWish('call-1', 'secondary', null), { primary: 'a', tags: ['x'] }],
    ['tags that were taken', tags('x'), { primary: 'a', secondary: null }],
    ['not what was chosen since', codeWish('call-1', 'primary', 'b'), { primary: 'a', secondary: null, tags: ['x'] }],
    ['not tags that were added since', tags('x', 'y'), { primary: 'a', secondary: null, tags: ['x'] }],
  ];
  for (const [what, wish, expected] of left)
    it(`go: ${what}`, () => {
      expect(withoutChoice({ primary: 'a', secondary: null, tags: ['x'] }, wish)).to.deep.equal(expected);
    });

  it('are none when the last one is gone', () => {
    expect(withoutChoice({ primary: 'a' }, codeWish('call-1', 'primary', 'a'))).to.equal(undefined);
    expect(withoutChoice(undefined, tags())).to.equal(undefined);
  });

  it('go when they are saved, whoever saved them', () => {
    const begun = { primary: 'card-limit', secondary: null, tags: ['vip'] };
    expect(withoutSaved(begun, choicesOf(saved, [], begun))).to.equal(undefined);
    const more = { primary: 'card-lost', secondary: null, tags: ['vip'] };
    expect(withoutSaved(more, choicesOf(saved, [], more))).to.deep.equal({ primary: 'card-lost' });
  });

  it('are shown as they would be, and ask for what is not so', () => {
    const code = fc.option(fc.constantFrom('card-limit', 'card-lost', 'solved'), { nil: null });
    const begunChoices = fc.record(
      { primary: code, secondary: code, tags: fc.array(fc.constantFrom('vip', 'travel'), { maxLength: 2 }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(begunChoices, (begun) => {
        const choices = choicesOf(saved, [], begun);
        const asked = wishesToSave('call-1', choices).reduce<BegunChoices | undefined>(withChoice, undefined);
        expect(asked).to.deep.equal(withoutSaved(begun, choices));
        if (begun.primary !== undefined) expect(choices.primary.shown ?? null).to.equal(begun.primary);
      }),
    );
  });
});
