import { expect } from '@open-wc/testing';
import { endsWriting, selectUnsent } from '../../../src/core/selectors/select-unsent.js';
import type { SessionCommand } from '../../../src/index.js';
import { aStore } from '../../support/a-store.js';

const reply = { toAll: false, isOpen: true } as const;

describe('what is written and not sent', () => {
  const written: readonly (readonly [what: string, kept: { message?: string; reply?: string }, unsent: string])[] = [
    ['nothing', {}, ''],
    ['a message', { message: 'Hello' }, 'Hello'],
    ['an answer to a mail', { reply: 'Good morning' }, 'Good morning'],
    ['an answer to a mail, and blanks in the field beside it', { message: ' ', reply: 'Good morning' }, 'Good morning'],
    ['a message, and an answer that was emptied', { message: 'Hello', reply: ' ' }, 'Hello'],
    ['only blanks', { message: ' \n', reply: '' }, ''],
  ];
  for (const [what, kept, unsent] of written)
    it(`of ${what}`, () => {
      const { store } = aStore();
      if (kept.message !== undefined) store.keep('message', 'call-1', kept.message);
      if (kept.reply !== undefined) store.keep('reply', 'call-1', { ...reply, text: kept.reply });
      expect(store.read(selectUnsent('call-1'))).to.equal(unsent);
    });
});

describe('what ends the writing to a customer', () => {
  const ending: readonly (readonly [SessionCommand['type'], boolean])[] = [
    ['session.end', true],
    ['session.transfer', true],
    ['email.mark-as-handled', true],
    ['session.park', false],
    ['session.decline', false],
    ['message.send', false],
  ];
  for (const [type, ends] of ending)
    it(`${type}: ${ends ? 'yes' : 'no'}`, () => {
      expect(endsWriting(type)).to.equal(ends);
    });
});
