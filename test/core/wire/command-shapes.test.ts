import { expect } from '@open-wc/testing';
import type { AgentWish } from '../../../src/core/commands/command.js';
import { readCommand, writeCommand } from '../../../src/core/wire/read-command.js';
import { nameOf, ofAnotherKind, placesIn, valueAt, withAt, withoutAt } from '../../support/spoiling.js';

const on = { sessionId: 's1' } as const;

/** One of every wish, with everything it can hold. */
const WISHES: readonly AgentWish[] = [
  { type: 'session.accept', ...on },
  { type: 'session.decline', ...on },
  { type: 'session.park', ...on },
  { type: 'session.unpark', ...on },
  { type: 'session.hold', ...on },
  { type: 'session.resume', ...on },
  { type: 'session.end', ...on },
  { type: 'after-call-work.finish', ...on },
  { type: 'after-call-work.extend', ...on },
  { type: 'session.transfer', targetServiceId: 'claims', ...on },
  { type: 'session.transfer', targetUserId: 'ben', ...on },
  { type: 'session.transfer', targetNumber: '+4721550100', ...on },
  { type: 'codes.choose', primary: 'card-lost', secondary: null, ...on },
  { type: 'tags.change', tags: ['vip', 'travel'], ...on },
  { type: 'notes.save', text: 'Calls **back**', version: 3, ...on },
  { type: 'message.send', segmentId: 'm1', text: 'Hello', format: 'markdown', ...on },
  { type: 'email.reply', toAll: true, text: 'Hello', ...on },
  { type: 'email.mark-as-handled', ...on },
  { type: 'presence.change', presence: 'busy' },
];
const MAY_BE_ABSENT = /^(primary|secondary|format)$/;

const bodyOf = (wish: AgentWish): object => JSON.parse(JSON.stringify(writeCommand(wish))) as object;
const wishIn = (body: object): unknown => {
  const read = readCommand(body);
  return read.ok ? read.value : read.reason;
};

describe('every command of the contract', () => {
  for (const wish of WISHES) {
    const places = placesIn(bodyOf(wish));

    it(`is read as it was written: ${wish.type}`, () => {
      expect(wishIn(bodyOf(wish))).to.deep.equal(wish);
    });

    it(`is refused with anything of another kind in it: ${wish.type}`, () => {
      for (const path of places) {
        const body = bodyOf(wish);
        expect(wishIn(withAt(body, path, ofAnotherKind(valueAt(body, path)))), nameOf(path)).to.be.a('string');
      }
    });

    it(`is refused without anything it needs: ${wish.type}`, () => {
      for (const path of places.filter((each) => typeof each.at(-1) === 'string')) {
        const isRead = typeof wishIn(withoutAt(bodyOf(wish), path)) === 'object';
        expect(isRead, nameOf(path)).to.equal(MAY_BE_ABSENT.test(nameOf(path)));
      }
    });
  }

  it('is refused when nobody knows it', () => {
    for (const type of ['', 'session.teleport', 'workspace.reset'])
      expect(wishIn({ v: 1, type, sessionId: 's1' }), type).to.be.a('string');
  });

  const limits: readonly [string, AgentWish, string, number][] = [
    ['the id of a session', { type: 'session.park', ...on }, 'sessionId', 1000],
    ['the id of a message', { type: 'message.send', segmentId: 'm1', text: 'x', ...on }, 'segmentId', 1000],
    ['a service', { type: 'session.transfer', targetServiceId: 'x', ...on }, 'targetServiceId', 1000],
    ['a person', { type: 'session.transfer', targetUserId: 'x', ...on }, 'targetUserId', 1000],
    ['a code', { type: 'codes.choose', primary: 'x', ...on }, 'primary', 1000],
    ['a presence', { type: 'presence.change', presence: 'x' }, 'presence', 1000],
    ['a message', { type: 'message.send', segmentId: 'm1', text: 'x', ...on }, 'text', 50_000],
    ['notes', { type: 'notes.save', text: 'x', version: 0, ...on }, 'text', 20_000],
    ['a mail', { type: 'email.reply', toAll: false, text: 'x', ...on }, 'text', 50_000],
  ];
  for (const [what, wish, key, longest] of limits)
    it(`may be as long as the contract says, and no longer: ${what}, ${String(longest)}`, () => {
      expect(wishIn(withAt(bodyOf(wish), [key], 'x'.repeat(longest)))).to.be.an('object');
      expect(wishIn(withAt(bodyOf(wish), [key], 'x'.repeat(longest + 1)))).to.be.a('string');
    });

  it('transfers to one place, and a number has its country', () => {
    const to = (aim: object): unknown => wishIn({ v: 1, type: 'session.transfer', ...on, ...aim });
    expect(to({})).to.be.a('string');
    expect(to({ targetServiceId: 'claims', targetUserId: 'ben' })).to.be.a('string');
    expect(to({ targetUserId: 'ben', targetNumber: '+4721550100' })).to.be.a('string');
    expect(to({ targetServiceId: 'claims', targetUserId: null })).to.deep.include({ targetServiceId: 'claims' });
    for (const targetNumber of ['21550100', '+47 21550100', '004721550100', '+1', 'tel:+4721550100', ''])
      expect(to({ targetNumber }), targetNumber).to.be.a('string');
  });

  it('sends no message and no mail without a word', () => {
    expect(wishIn({ v: 1, type: 'message.send', segmentId: 'm1', text: '', ...on })).to.be.a('string');
    expect(wishIn({ v: 1, type: 'email.reply', toAll: false, text: '', ...on })).to.be.a('string');
  });

  it('names the files that it sends by ids', () => {
    const sending = (id: string): unknown =>
      wishIn({ v: 1, type: 'message.send', segmentId: 'm1', text: 'x', attachments: [{ id, name: 'a.pdf' }], ...on });
    expect(sending('f')).to.deep.include({ attachments: [{ id: 'f', name: 'a.pdf' }] });
    for (const id of ['', 'x'.repeat(1001)]) expect(sending(id), String(id.length)).to.be.a('string');
  });

  it('takes notes away by saving none', () => {
    const none = { type: 'notes.save', text: '', version: 3, ...on } as const;
    expect(wishIn(bodyOf(none))).to.deep.equal(none);
  });

  it('may hold 200 tags of 1000 characters, and no more', () => {
    const tags = (count: number, length: number): object => ({
      ...{ v: 1, type: 'tags.change', ...on },
      tags: Array.from({ length: count }, () => 'x'.repeat(length)),
    });
    expect(wishIn(tags(200, 1000))).to.be.an('object');
    expect(wishIn(tags(201, 1))).to.be.a('string');
    expect(wishIn(tags(1, 1001))).to.be.a('string');
    expect(wishIn(tags(0, 0))).to.be.an('object');
  });
});
