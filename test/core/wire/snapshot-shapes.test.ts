import { expect } from '@open-wc/testing';
import { readHeartbeat } from '../../../src/core/wire/read-envelope.js';
import { readHistory, readSnapshot } from '../../../src/core/wire/read-snapshot.js';
import { aDocument } from '../../../stories/scenarios/builders.js';
import { FULLEST_FACTS } from '../../support/fullest-facts.js';
import { nameOf, ofAnotherKind, withAt, withoutAt } from '../../support/spoiling.js';
import type { Path } from '../../support/spoiling.js';

const [first] = FULLEST_FACTS;
if (first?.type !== 'session.snapshot') throw new Error('The first fact is a whole session.');
const { session } = first;
const appended = FULLEST_FACTS.find(({ type }) => type === 'transcript.appended');
if (appended?.type !== 'transcript.appended') throw new Error('There is a transcript.');
const { segments } = appended;

const madeAway = {
  presence: 'away',
  reason: 'Lunch',
  chosen: 'available',
  cause: 'rona',
  until: 9,
  serviceId: 'card-line',
  modality: 'im',
};

const body = {
  v: 1,
  epoch: 'a',
  seq: 7,
  serverTime: 1_750_000_000_000,
  state: {
    agentId: 'ana',
    configuration: aDocument,
    configurationProblems: [{ path: 'users', expected: 'a list', found: 'a word' }],
    presences: [{ userId: 'ana', ...madeAway, since: 5 }],
    usages: [{ userId: 'ben', usage: { total: 1, perModality: { im: 1 } } }],
    sessions: [session],
    transcripts: [{ sessionId: 's1', segments }],
  },
};
const kindsIn = (value: unknown): readonly string[] | string => {
  const read = readSnapshot(value);
  return read.ok ? read.value.events.map(({ type }) => type) : read.reason;
};
const rejectedIn = (value: unknown): readonly string[] => {
  const read = readSnapshot(value);
  return read.ok ? read.value.rejected : ['all of it'];
};

describe('a snapshot', () => {
  it('is read as facts in an order in which they can be taken in, each at its own time', () => {
    const read = readSnapshot(body);
    if (!read.ok) throw new Error(read.reason);
    const { position, serverTime, agentId, events, rejected } = read.value;
    expect({ position, serverTime, agentId, rejected }).to.deep.equal({
      position: { epoch: 'a', seq: 7 },
      serverTime: body.serverTime,
      agentId: 'ana',
      rejected: [],
    });
    const at = body.serverTime;
    const [reset, loaded, ...others] = events;
    expect(reset).to.deep.equal({ type: 'workspace.reset', agentId: 'ana', at });
    expect(loaded).to.include({ type: 'configuration.loaded', at });
    expect(others).to.deep.equal([
      { type: 'configuration.rejected', problems: body.state.configurationProblems, at },
      { type: 'presence.changed', userId: 'ana', ...madeAway, at: 5 },
      { type: 'usage.reported', userId: 'ben', usage: { total: 1, perModality: { im: 1 } }, at },
      { type: 'transcript.appended', sessionId: 's1', segments, at },
      { type: 'session.snapshot', session, at },
    ]);
  });

  const outline: readonly Path[] = [
    ...[['v'], ['epoch'], ['seq'], ['serverTime'], ['state'], ['state', 'agentId'], ['state', 'sessions']],
  ];
  for (const path of outline)
    it(`is none without ${nameOf(path)}, or with anything of another kind there`, () => {
      expect(kindsIn(withoutAt(body, path))).to.be.a('string');
      for (const other of [null, path.at(-1) === 'epoch' || path.at(-1) === 'agentId' ? 7 : 'x'])
        expect(kindsIn(withAt(body, path, other))).to.be.a('string');
    });

  for (const name of ['configurationProblems', 'presences', 'usages', 'transcripts'] as const) {
    it(`may come without ${name}, and with nothing but a list there`, () => {
      expect(kindsIn(withoutAt(body, ['state', name]))).to.have.length(6);
      expect(kindsIn(withAt(body, ['state', name], 'x'))).to.be.a('string');
    });

    it(`leaves out one of its ${name} that cannot be read, and names it`, () => {
      const [good] = body.state[name];
      for (const key of Object.keys(good!).filter((each) => each === 'presence' || !(each in madeAway))) {
        const bad = [
          withoutAt(good as object, [key]),
          withAt(good as object, [key], ofAnotherKind(good![key as never])),
        ];
        const spoilt = withAt(body, ['state', name], [...bad, good]);
        expect(rejectedIn(spoilt).map((reason) => reason.split(/[.:]/).slice(0, 2).join('.'))).to.deep.equal([
          `state.${name}[0]`,
          `state.${name}[1]`,
        ]);
        expect(kindsIn(spoilt)).to.have.length(7);
      }
    });
  }

  it('tells of a configuration that cannot be used, and comes without one where there is none', () => {
    const bad = withAt(body, ['state', 'configuration'], { version: 9 });
    expect(kindsIn(bad)).to.have.length(7);
    expect(kindsIn(bad)[1]).to.equal('configuration.rejected');
    expect(kindsIn(withoutAt(body, ['state', 'configuration']))).to.not.include('configuration.loaded');
  });
});

describe('a page of history', () => {
  it('is read as records, with the place of the next one', () => {
    expect(readHistory({ v: 1, sessions: [session], next: 'c2' }, 9)).to.deep.equal({
      ok: true,
      value: { events: [{ type: 'session.snapshot', session, at: 9 }], rejected: [], next: 'c2' },
    });
    expect(readHistory({ v: 1, sessions: [] }, 9)).to.deep.equal({ ok: true, value: { events: [], rejected: [] } });
  });

  it('is none in another shape', () => {
    for (const other of [{ v: 2, sessions: [] }, { v: 1 }, { v: 1, sessions: {} }, { v: 1, sessions: [], next: 7 }])
      expect(readHistory(other, 9).ok, JSON.stringify(other)).to.equal(false);
  });
});

describe('what is said between facts', () => {
  const heartbeat = { v: 1, epoch: 'a', head: 0, ts: 5 };

  it('is read as it was written', () => {
    expect(readHeartbeat(heartbeat)).to.deep.equal({ ok: true, value: heartbeat });
  });

  it('is nothing in another shape', () => {
    for (const key of Object.keys(heartbeat)) {
      expect(readHeartbeat(withoutAt(heartbeat, [key])).ok, key).to.equal(false);
      expect(readHeartbeat(withAt(heartbeat, [key], key === 'epoch' ? 'a:b' : 'x')).ok, key).to.equal(false);
    }
    expect(readHeartbeat({ ...heartbeat, head: -1 }).ok).to.equal(false);
  });

  it('has an epoch of 1 to 64 plain characters', () => {
    for (const epoch of ['a', 'x'.repeat(64), 'A.b_c-9'])
      expect(readHeartbeat({ ...heartbeat, epoch }).ok).to.equal(true);
    for (const epoch of ['', 'x'.repeat(65), 'ä', 'a b', 'a\n'])
      expect(readHeartbeat({ ...heartbeat, epoch }).ok, JSON.stringify(epoch)).to.equal(false);
  });
});
