import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { sessionReducer } from '../../../src/core/state/session-reducer.js';
import type { Parameter, Session } from '../../../src/index.js';
import { aSession, someSegments } from '../../../stories/scenarios/builders.js';
import { FACTS, LATER } from '../../support/session-facts.js';
import type { FactOnSession } from '../../support/session-facts.js';

const on = { sessionId: 'call-1', at: LATER } as const;
const play = (session: Session, ...facts: readonly FactOnSession[]): Session => facts.reduce(sessionReducer, session)!;

describe('parameters', () => {
  const changed = (...parameters: readonly Parameter[]): FactOnSession => ({
    type: 'parameters.changed',
    parameters,
    ...on,
  });
  const waiting = aSession({
    parameters: [
      { name: 'Contract', state: 'pending' },
      { name: 'Language', state: 'pending' },
      { name: 'Branch', state: 'pending' },
    ],
  });

  it('arrive one by one, late, and keep their places', () => {
    const session = play(
      waiting,
      changed({ name: 'Language', state: 'value', value: 'rm-CH' }),
      changed({ name: 'Branch', state: 'not-available', reason: 'The CRM did not answer.' }),
      changed({ name: 'Contract', state: 'empty' }),
    );
    expect(session.parameters).to.deep.equal([
      { name: 'Contract', state: 'empty' },
      { name: 'Language', state: 'value', value: 'rm-CH' },
      { name: 'Branch', state: 'not-available', reason: 'The CRM did not answer.' },
    ]);
  });

  it('change also after the end, and new ones come last', () => {
    const ended = play(waiting, FACTS['session.ended'], changed({ name: 'Score', state: 'value', value: '9' }));
    expect(ended.parameters.map(({ name }) => name)).to.deep.equal(['Contract', 'Language', 'Branch', 'Score']);
  });

  it('the last of several with one name counts', () => {
    const session = play(
      waiting,
      changed({ name: 'Branch', state: 'empty' }, { name: 'Branch', state: 'value', value: '' }),
    );
    expect(session.parameters.at(-1)).to.deep.equal({ name: 'Branch', state: 'value', value: '' });
    expect(session.parameters).to.have.length(3);
  });
});

describe('codes', () => {
  const chosen = (codes: { primary?: string | null; secondary?: string | null }): FactOnSession => ({
    type: 'codes.chosen',
    ...codes,
    ...on,
  });
  const table = [
    { fact: { primary: 'card-limit' }, primary: 'card-limit', secondary: 'solved' },
    { fact: { secondary: 'call-back' }, primary: 'card-lost', secondary: 'call-back' },
    { fact: { primary: null }, primary: undefined, secondary: 'solved' },
    { fact: { secondary: null }, primary: 'card-lost', secondary: undefined },
    { fact: { primary: null, secondary: null }, primary: undefined, secondary: undefined },
    { fact: { primary: 'card-limit', secondary: null }, primary: 'card-limit', secondary: undefined },
  ];
  for (const { fact, primary, secondary } of table) {
    it(`${JSON.stringify(fact)} leaves ${String(primary)} and ${String(secondary)}`, () => {
      const session = play(aSession({ primaryCode: 'card-lost', secondaryCode: 'solved' }), chosen(fact));
      expect(session.primaryCode).to.equal(primary);
      expect(session.secondaryCode).to.equal(secondary);
    });
  }

  it('that are chosen already leave the record identical', () => {
    const session = aSession({ primaryCode: 'card-lost' });
    for (const same of [{}, { primary: 'card-lost' }, { secondary: null }])
      expect(play(session, chosen(same))).to.equal(session);
  });
});

describe('people', () => {
  it('a customer is enriched piece by piece, on top of a caller that stays as it was', () => {
    const session = play(
      aSession({ caller: { phone: '+41315550123', isAnonymous: true }, customer: { name: 'R. Brunner' } }),
      FACTS['customer.identified'],
    );
    expect(session.customer).to.deep.equal({ name: 'R. Brunner', company: 'Brunner Bakeries' });
    expect(session.caller).to.deep.equal({ phone: '+41315550123', isAnonymous: true });
  });

  it('a participant who comes again keeps the place and takes the new name', () => {
    const session = play(
      aSession({
        participants: [
          { id: 'a', role: 'agent' },
          { id: 'c', role: 'customer' },
        ],
      }),
      { type: 'participant.joined', participant: { id: 'a', role: 'agent', name: 'Ana' }, ...on },
      { type: 'participant.joined', participant: { id: 'x', role: 'colleague' }, ...on },
      { type: 'participant.left', participantId: 'c', ...on },
    );
    expect(session.participants).to.deep.equal([
      { id: 'a', role: 'agent', name: 'Ana' },
      { id: 'x', role: 'colleague' },
    ]);
  });
});

describe('unread messages', () => {
  const said: FactOnSession = {
    type: 'transcript.appended',
    segments: someSegments('Hi', 'Hello', 'Are you there?'),
    ...on,
  };
  const chat = aSession({ modality: 'im', state: 'parked' });

  it('are the final ones of the customer', () => {
    const interim = someSegments('Ar').map((segment) => ({ ...segment, isFinal: false }));
    expect(play(chat, said, { ...said, segments: interim }).unread).to.equal(2);
  });

  it('add up', () => {
    expect(play(chat, said, said, said).unread).to.equal(6);
  });

  const none = {
    'in a call': { modality: 'audio-video' },
    'in an offer': { state: 'offered' },
    'in history': { state: 'ended' },
    'in after-call work': { state: 'after-call-work' },
  } satisfies Record<string, Partial<Session>>;
  for (const [when, about] of Object.entries(none)) {
    it(`are not counted ${when}`, () => {
      const session = { ...chat, ...about };
      expect(play(session, said)).to.equal(session);
    });
  }

  it('are seen while the agent looks, and not counted', () => {
    const { unread, seen } = play({ ...chat, isSelected: true }, said);
    expect({ unread, seen }).to.deep.equal({ unread: 0, seen: true });
  });

  it('are read as soon as the agent looks, and count again afterwards', () => {
    const read = play(chat, said, FACTS['session.selected']);
    expect(read).to.include({ unread: 0, isSelected: true });
    expect(play(read, FACTS['session.deselected'], said).unread).to.equal(2);
  });
});

describe('tags, sentiment and words that mean something to JavaScript', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', ''];

  it('tags are kept once each, in the order given', () => {
    const tags = play(aSession(), { type: 'tags.changed', tags: ['vip', ...names, 'vip', '__proto__'], ...on }).tags;
    expect(tags).to.deep.equal(['vip', ...names]);
  });

  it('parameters of such names are like any other', () => {
    const parameters = names.map((name): Parameter => ({ name, state: 'value', value: `of ${name}` }));
    const session = play(aSession(), { type: 'parameters.changed', parameters, ...on });
    expect(session.parameters).to.deep.equal(parameters);
  });

  it('the same sentiment leaves the record identical', () => {
    const session = aSession({ sentiment: 'negative' });
    expect(play(session, FACTS['sentiment.changed'])).to.equal(session);
  });
});

describe('notes', () => {
  const changed = (version: number, text = String(version)): FactOnSession => ({
    type: 'notes.changed',
    notes: { text, version },
    ...on,
  });

  it('of the newest version count, in whatever order they come and however often', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 1, maxLength: 8 }), (versions) => {
        const session = play(aSession(), ...versions.map((version) => changed(version)));
        expect(session.notes).to.deep.equal({ text: String(Math.max(...versions)), version: Math.max(...versions) });
      }),
    );
  });

  it('that are not newer leave the record identical', () => {
    const session = play(aSession(), changed(3));
    for (const version of [0, 2, 3]) expect(play(session, changed(version, 'other'))).to.equal(session);
  });
});

describe('a summary', () => {
  const changed = (version: number, title: string): FactOnSession => ({
    type: 'summary.changed',
    summary: { status: 'streaming', version, parts: { title } },
    ...on,
  });

  it('that is outdated or repeated leaves the record identical', () => {
    const session = play(aSession(), changed(3, 'third'));
    for (const version of [0, 2, 3, -1, NaN])
      expect(sessionReducer(session, changed(version, 'late'))).to.equal(session);
  });

  it('is the newest one, in whatever order its versions come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1 }), (versions) => {
        const session = play(aSession(), ...versions.map((version) => changed(version, String(version))));
        expect(session.summary?.parts.title).to.equal(String(Math.max(...versions)));
      }),
    );
  });

  it('comes also in after-call work and after the end', () => {
    for (const state of ['after-call-work', 'ended'] as const)
      expect(play(aSession({ state }), changed(1, 'first')).summary?.version).to.equal(1);
  });
});

describe('who is writing, what the channel allows, and what a machine proposes', () => {
  it('are as they were told last', () => {
    const session = play(
      aSession(),
      { type: 'typing.changed', typing: ['customer'], ...on },
      { type: 'typing.changed', typing: [], ...on },
      { type: 'messaging.changed', messaging: { maxLength: 320 }, ...on },
      { type: 'messaging.changed', messaging: { closedReason: 'The 24 hours are over.' }, ...on },
      { type: 'codes.suggested', suggested: { primaryCode: 'card-lost', tags: ['travel'] }, ...on },
      { type: 'codes.suggested', suggested: { tags: [] }, ...on },
    );
    expect(session.typing).to.deep.equal([]);
    expect(session.messaging).to.deep.equal({ closedReason: 'The 24 hours are over.' });
    expect(session.suggested).to.deep.equal({ tags: [] });
  });
});

describe('messages that were read', () => {
  const chat = aSession({ modality: 'im', unread: 3 });
  const read = (unread: number): FactOnSession => ({ type: 'messages.read', unread, ...on });
  const looking: FactOnSession = { type: 'session.selected', ...on };

  for (const [what, session, facts, expected] of [
    ['are read wherever they are not looked at', chat, [read(0)], { unread: 0, seen: undefined }],
    ['leave what came after them', chat, [read(1)], { unread: 1, seen: undefined }],
    ['are seen here before the backend has heard of it', chat, [looking], { unread: 0, seen: true }],
    ['are forgotten when it has', chat, [looking, read(0)], { unread: 0, seen: undefined }],
    ['and are not while more is looked at than it says', chat, [looking, read(1)], { unread: 0, seen: true }],
  ] as const)
    it(what, () => {
      const { unread, seen } = play(session, ...facts);
      expect({ unread, seen }).to.deep.equal(expected);
    });

  it('twice change nothing the second time', () => {
    for (const session of [chat, play(chat, looking)]) {
      const once = play(session, read(0));
      expect(play(once, read(0))).to.equal(once);
    }
  });
});
