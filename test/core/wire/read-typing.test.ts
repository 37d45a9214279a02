import { expect } from '@open-wc/testing';
import { readTyping } from '../../../src/core/wire/read-typing.js';

const note = { v: 1, sessionId: 'chat-1', isTyping: true };

const readable: readonly (readonly [what: string, body: object, isRead: boolean])[] = [
  ['begins', note, true],
  ['stops', { ...note, isTyping: false }, true],
  ['the longest id', { ...note, sessionId: 'x'.repeat(1000) }, true],
  ['a longer id', { ...note, sessionId: 'x'.repeat(1001) }, false],
  ['no id', { ...note, sessionId: '' }, false],
  ['a word for yes', { ...note, isTyping: 'yes' }, false],
  ['another version', { ...note, v: 2 }, false],
];

describe('the body of POST /typing', () => {
  for (const [what, body, isRead] of readable)
    it(`is ${isRead ? 'read' : 'refused'}: ${what}`, () => {
      expect(readTyping(body).ok).to.equal(isRead);
    });
});
