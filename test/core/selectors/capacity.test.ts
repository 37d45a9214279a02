import { expect } from '@open-wc/testing';
import { selectCapacity } from '../../../src/index.js';
import type { Capacity, Session, SessionEvent } from '../../../src/index.js';
import { aConfiguration, aSession, withAgent } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { aStore } from '../../support/a-store.js';

/** One session per word, such as `im parked` (active when no state is named). */
const some = (...words: readonly string[]): readonly Session[] =>
  words.map((word, index) => {
    const [modality = '', state = 'active'] = word.split(' ');
    return aSession({ id: `s-${String(index)}`, modality, state: state as Session['state'] });
  });

/** As people compare it: `used/limit`, with `!` when it is full. */
const shown = (capacity: Capacity | undefined): string =>
  capacity
    ? [capacity.total, ...capacity.perModality]
        .map(
          ({ used, limit, isFull }) =>
            `${String(used)}/${limit === undefined ? '-' : String(limit)}${isFull ? '!' : ''}`,
        )
        .join(' ')
    : 'hidden';

const shownFor = (
  sessions: readonly Session[],
  settings?: Readonly<Record<string, unknown>>,
  userId?: string,
): string => {
  const { store } = aStore({ sessions, ...(settings ? { document: withAgent(settings) } : {}) });
  return shown(store.read(selectCapacity(userId)));
};

describe('the capacity of the signed-in agent (total, call, chat, mail, external)', () => {
  const table: readonly [string, readonly string[], string][] = [
    ['nothing to do', [], '0/5 0/1 0/2 0/3 0/2'],
    ['slots free', ['im', 'email parked'], '2/5 0/1 1/2 1/3 0/2'],
    ['one modality full', ['audio-video'], '1/5 1/1! 0/2 0/3 0/2'],
    ['a full modality by parked ones', ['im parked', 'im unparking'], '2/5 0/1 2/2! 0/3 0/2'],
    ['full in total', ['audio-video', 'im', 'im parked', 'email', 'email'], '5/5! 1/1! 2/2! 2/3 0/2'],
    ['over capacity', ['audio-video', 'im', 'im', 'email', 'email', 'email'], '6/5! 1/1! 2/2! 3/3! 0/2'],
    ['over one limit', ['audio-video', 'audio-video parked'], '2/5 2/1! 0/2 0/3 0/2'],
    ['after-call work', ['audio-video after-call-work'], '1/5 1/1! 0/2 0/3 0/2'],
    ['offers and history', ['im offered', 'email ended'], '0/5 0/1 0/2 0/3 0/2'],
    ['an unknown modality takes a slot of the total', ['hologram'], '1/5 0/1 0/2 0/3 0/2'],
  ];
  for (const [when, words, expected] of table) {
    it(`${when}: ${expected}`, () => expect(shownFor(some(...words))).to.equal(expected));
  }

  it('is hidden when task parallelization is off', () => {
    expect(shownFor(some('im'), { taskParallelization: { enabled: false, total: 5 } })).to.equal('hidden');
  });

  it('is hidden for a user that the configuration does not know', () => {
    expect(shownFor([], undefined, 'somebody')).to.equal('hidden');
    expect(shownFor([], undefined, '__proto__')).to.equal('hidden');
  });

  it('shows the modalities the user handles, and no limit where only the total limits', () => {
    const settings = {
      modalities: ['email', 'im'],
      taskParallelization: { enabled: true, total: 9, perModality: { im: 0 } },
    };
    const { store } = aStore({ document: withAgent(settings), sessions: some('email') });
    expect(store.read(selectCapacity())?.perModality).to.deep.equal([
      { modality: 'im', used: 0, limit: 0, isFull: true },
      { modality: 'email', used: 1, isFull: false },
    ]);
  });
});

describe('the capacity that is on screen', () => {
  const parallel = (
    total: number,
    perModality: Readonly<Record<string, number>>,
  ): Readonly<Record<string, unknown>> => ({
    taskParallelization: { enabled: true, total, perModality },
  });
  const MAILS = { modalities: ['email'] };
  const before = { ...MAILS, ...parallel(5, { email: 3 }) };
  const loaded = (settings: Readonly<Record<string, unknown>>): SessionEvent => ({
    type: 'configuration.loaded',
    at: NOW,
    configuration: aConfiguration(withAgent(settings)),
  });
  const seenAfter = (...facts: readonly SessionEvent[]): readonly string[] => {
    const { store, gateway } = aStore({ document: withAgent(before) });
    const seen: string[] = [];
    store.select(selectCapacity()).subscribe((capacity) => seen.push(shown(capacity)));
    for (const fact of facts) gateway.emit(fact);
    return seen;
  };

  const table: readonly [string, Readonly<Record<string, unknown>>, string][] = [
    ['the total limit', { ...MAILS, ...parallel(6, { email: 3 }) }, '0/6 0/3'],
    ['the limit of a modality', { ...MAILS, ...parallel(5, { email: 4 }) }, '0/5 0/4'],
    ['a limit that is lifted', { ...MAILS, ...parallel(5, {}) }, '0/5 0/-'],
    ['a limit that is zero now', { ...MAILS, ...parallel(5, { email: 0 }) }, '0/5 0/0!'],
    ['one modality more', { modalities: ['email', 'im'], ...parallel(5, { email: 3 }) }, '0/5 0/- 0/3'],
    ['another modality in its place', { modalities: ['im'], ...parallel(5, { email: 3, im: 3 }) }, '0/5 0/3'],
    ['none any more', { ...MAILS, taskParallelization: { enabled: false, total: 5 } }, 'hidden'],
  ];
  for (const [what, settings, expected] of table)
    it(`changes with the configuration: ${what}`, () => {
      const { store, gateway } = aStore({ document: withAgent(before) });
      let last: Capacity | undefined;
      let deliveries = 0;
      store.select(selectCapacity()).subscribe((capacity) => {
        last = capacity;
        deliveries += 1;
      });
      gateway.emit(loaded(settings));
      expect(shown(last)).to.equal(expected);
      expect(last).to.deep.equal(store.read(selectCapacity()));
      expect(deliveries).to.equal(2);
    });

  it('comes when there was none', () => {
    const { store, gateway } = aStore({ document: withAgent({ taskParallelization: { enabled: false } }) });
    const seen: string[] = [];
    store.select(selectCapacity()).subscribe((capacity) => seen.push(shown(capacity)));
    gateway.emit(loaded(before));
    expect(seen).to.deep.equal(['hidden', '0/5 0/3']);
  });

  it('does not change with a configuration that says the same', () => {
    expect(seenAfter(loaded(before), loaded({ ...before, name: 'Anna Sommer' }))).to.deep.equal(['0/5 0/3']);
  });

  it('changes with every task that takes a slot or leaves it, of whatever modality', () => {
    const [mail, call] = some('email', 'audio-video');
    expect(
      seenAfter(
        { type: 'session.snapshot', at: NOW, session: mail! },
        { type: 'session.snapshot', at: NOW, session: call! },
        { type: 'session.ended', at: NOW + 1, sessionId: mail!.id },
      ),
    ).to.deep.equal(['0/5 0/3', '1/5 1/3', '2/5 1/3', '1/5 0/3']);
  });
});

describe('the capacity of another user', () => {
  const reported = (total: number, im: number): SessionEvent => ({
    type: 'usage.reported',
    at: NOW,
    userId: 'ben',
    usage: { total, perModality: { im } },
  });

  it('is what the backend reports, not what this agent does', () => {
    const { store, gateway } = aStore({ sessions: some('im', 'email') });
    const seen: string[] = [];
    store.select(selectCapacity('ben')).subscribe((capacity) => seen.push(shown(capacity)));
    gateway.emit(reported(2, 1));
    gateway.emit(reported(4, 3));
    expect(seen).to.deep.equal(['0/3 0/- 0/3 0/- 0/-', '2/3 0/- 1/3 0/- 0/-', '4/3! 0/- 3/3! 0/- 0/-']);
  });

  it('is not delivered again when the same is reported, or when only this agent gets work', () => {
    const { store, gateway } = aStore();
    let deliveries = 0;
    store.select(selectCapacity('ben')).subscribe(() => (deliveries += 1));
    gateway.emit(reported(2, 1));
    gateway.emit(reported(2, 1));
    gateway.emit({ type: 'session.snapshot', at: NOW, session: aSession() });
    expect(deliveries).to.equal(2);
  });
});
