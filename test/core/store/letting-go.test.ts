import { expect } from '@open-wc/testing';
import { filter, firstValueFrom } from 'rxjs';
import { selectBegun, selectRoster, selectSession, selectTranscript } from '../../../src/index.js';
import type { Selector, SegmentList, Session, SessionStore, SessionStoreOptions } from '../../../src/index.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { recordSessionId } from '../../../src/core/rules/records.js';
import { aSession } from '../../../stories/scenarios/builders.js';
import { aStore } from '../../support/a-store.js';
import { PastGateway, aPast, factsOf, manyPasts } from '../../support/past-gateway.js';

/** What was said in a session, seen without holding on to it. */
const said = (id: string): Selector<SegmentList | undefined> => ({
  topics: [{ slice: 'transcripts', key: id }],
  read: ({ transcripts }) => transcripts.get(id),
});

describe('a store that lets go', () => {
  let gateway: PastGateway;
  let store: SessionStore;
  const open = (own: PastGateway, history: SessionStoreOptions['history'] = { sessions: 4, transcripts: 2 }): void => {
    gateway = own;
    ({ store } = aStore({}, { gateway, clock: gateway.clock, history }));
  };
  const until = <T>(selector: Selector<T>, holds: (value: T) => boolean): Promise<T> =>
    firstValueFrom(store.select(selector).pipe(filter(holds)));
  const history = (): string => store.read(selectRoster).history.join(' ');
  const spoken = (count: number): string =>
    manyPasts(count)
      .map(({ session }) => session.id)
      .filter((id) => (store.read(said(id))?.length ?? 0) > 0)
      .join(' ');
  const lettingGo = (id: string): Promise<unknown> => until(selectSession(id), (session) => session === undefined);
  const silenced = (id: string): Promise<unknown> => until(said(id), (list) => list === undefined);
  afterEach(() => {
    store.dispose();
  });

  it('keeps the latest records, and of fewer what was said', async () => {
    open(new PastGateway(manyPasts(7)));
    await lettingGo('s-7');
    expect(history()).to.equal('s-1 s-2 s-3 s-4');
    expect(spoken(7)).to.equal('s-1 s-2');
    expect(gateway.left.sort()).to.deep.equal(['s-5', 's-6', 's-7']);
  });

  it('lets go of the oldest as others end', async () => {
    open(new PastGateway(manyPasts(4)));
    await silenced('s-3');
    gateway.end(aPast(0));
    await lettingGo('s-4');
    expect(history()).to.equal('s-0 s-1 s-2 s-3');
    expect(store.read(said('s-2'))).to.equal(undefined);
  });

  it('has one transcript come back before any goes', async () => {
    open(new PastGateway(manyPasts(7)));
    await lettingGo('s-7');
    expect(gateway.asked).to.deep.equal(['s-3']);
  });

  for (const [name, broken] of [
    ['knows no such session', (): void => gateway.past.clear()],
    [
      'brings back less than was said',
      (): void => {
        for (const [id, past] of gateway.past) gateway.past.set(id, { ...past, segments: past.segments.slice(1) });
      },
    ],
    ['cannot be reached', (): void => void (gateway.road = () => Promise.reject(new Error('Offline')))],
  ] as const)
    it(`loses nothing where the gateway ${name}`, async () => {
      gateway = new PastGateway(manyPasts(7));
      broken();
      open(gateway);
      await until(said('s-3'), (list) => list === undefined);
      await until(said('s-3'), (list) => list !== undefined && list.length === 2);
      gateway.end(aPast(0));
      await until(said('s-2'), (list) => list?.length === 2);
      expect(spoken(7)).to.equal('s-1 s-2 s-3 s-4 s-5 s-6 s-7');
      expect(history()).to.equal('s-0 s-1 s-2 s-3 s-4 s-5 s-6 s-7');
    });

  it('tries again with a gateway that could not be reached, when the next session ends', async () => {
    gateway = new PastGateway(manyPasts(7));
    gateway.road = () => Promise.reject(new Error('Offline'));
    open(gateway);
    await until(said('s-3'), (list) => list === undefined);
    await until(said('s-3'), (list) => list !== undefined);
    gateway.road = () => Promise.resolve();
    gateway.end(aPast(0));
    await lettingGo('s-7');
    expect(history()).to.equal('s-0 s-1 s-2 s-3');
  });

  it('keeps all records of a gateway that does not page back to them', async () => {
    gateway = new PastGateway(manyPasts(7));
    Object.defineProperty(gateway, 'letGo', { value: undefined });
    open(gateway);
    await silenced('s-7');
    expect(history()).to.equal('s-1 s-2 s-3 s-4 s-5 s-6 s-7');
    expect(spoken(7)).to.equal('s-1 s-2');
  });

  it('keeps the records that a gateway says it would not hand over again', async () => {
    gateway = new PastGateway(manyPasts(7));
    Object.defineProperty(gateway, 'letGo', {
      value: (ids: readonly string[]) => Promise.resolve(ids.filter((id) => id !== 's-6')),
    });
    open(gateway);
    await lettingGo('s-7');
    expect(history()).to.equal('s-1 s-2 s-3 s-4 s-6');
  });

  for (const [name, keep] of [
    [
      'that is looked at',
      () => {
        store.look('s-7');
      },
    ],
    [
      'with a message that is not sent',
      () => {
        store.keep('message', 's-7', 'About');
      },
    ],
    [
      'with an answer to a mail that is open',
      () => {
        store.keep('reply', 's-7', { text: '', toAll: false, isOpen: true });
      },
    ],
    [
      'with a tag that is half typed',
      () => {
        store.keep('tag', 's-7', 'Re');
      },
    ],
    [
      'of which somebody shows what was said',
      () => {
        store.select(selectTranscript('s-7')).subscribe();
      },
    ],
  ] as const)
    it(`never lets go of a session ${name}`, async () => {
      open(new PastGateway(manyPasts(7)));
      keep();
      await lettingGo('s-6');
      expect(history()).to.equal('s-1 s-2 s-3 s-4 s-7');
      expect(spoken(7)).to.equal('s-1 s-2 s-7');
    });

  for (const [name, answer] of [
    ['is on its way', (): Promise<never> => new Promise<never>(() => undefined)],
    ['has failed', () => Promise.resolve({ ok: false, failure: 'failed' } as const)],
  ] as const)
    it(`never lets go of a session with a command that ${name}`, async () => {
      gateway = new PastGateway(manyPasts(7));
      gateway.answer = answer;
      open(gateway);
      void store.execute({ type: 'tags.change', sessionId: 's-7', tags: ['late'] });
      await lettingGo('s-6');
      expect(history()).to.equal('s-1 s-2 s-3 s-4 s-7');
    });

  it('never lets go of after-call work, or of what goes on, however old', async () => {
    const since = NOW - 1e9;
    const afterCallWork = { startedAt: since, canFinishEarly: true, canExtend: false };
    const sessions = [
      aSession({ id: 'unfinished', state: 'after-call-work', since, afterCallWork }),
      aSession({ id: 'parked', state: 'parked', since, parkedSince: since, modality: 'im' }),
      aSession({ id: 'active', since, modality: 'im' }),
      aSession({ id: 'offered', state: 'offered', since }),
    ];
    const facts = sessions.flatMap((session) => factsOf({ ...aPast(1), session }));
    open(new PastGateway(manyPasts(7), facts), { sessions: 0, transcripts: 0 });
    await lettingGo('s-7');
    expect(store.read(selectRoster)).to.deep.equal({
      offered: ['offered'],
      active: ['active'],
      parked: ['parked'],
      history: ['unfinished'],
    });
    for (const { id } of sessions) expect(store.read(said(id))?.length, id).to.equal(2);
  });

  it('lets go of it once nobody needs it any more', async () => {
    open(new PastGateway(manyPasts(7)));
    store.keep('message', 's-7', 'About');
    await lettingGo('s-6');
    store.keep('message', 's-7', undefined);
    gateway.end(aPast(0));
    await lettingGo('s-7');
    expect(store.read(selectBegun('message', 's-7'))).to.equal(undefined);
  });

  it('leaves nothing of a session behind', async () => {
    open(new PastGateway(manyPasts(7)));
    store.keep('transcriptSearch', 's-7', 'parcel');
    await lettingGo('s-7');
    const left: Selector<readonly unknown[]> = {
      topics: [],
      read: ({ sessions, transcripts, begun, commands }) =>
        [sessions, transcripts, begun, commands].map((table) => [...table.keys()].filter((key) => key.includes('s-7'))),
    };
    expect(store.read(left)).to.deep.equal([[], [], [], []]);
  });

  it('has pages come back in order and once, to stay until others end', async () => {
    open(new PastGateway(manyPasts(9)));
    await lettingGo('s-9');
    expect(await store.older?.()).to.equal(true);
    expect(history()).to.equal('s-1 s-2 s-3 s-4 s-5 s-6 s-7');
    expect(await store.older?.()).to.equal(false);
    expect(history()).to.equal('s-1 s-2 s-3 s-4 s-5 s-6 s-7 s-8 s-9');
    gateway.end(aPast(0));
    await lettingGo('s-8');
    expect(history()).to.equal('s-0 s-1 s-2 s-3 s-4 s-5 s-6 s-7');
    expect(await store.older?.()).to.equal(false);
    expect(history()).to.equal('s-0 s-1 s-2 s-3 s-4 s-5 s-6 s-7 s-8 s-9');
  });

  it('has what was said come back to who looks at a session, and to who shows it', async () => {
    open(new PastGateway(manyPasts(7)));
    await lettingGo('s-7');
    store.look('s-4');
    await until(said('s-4'), (list) => list?.length === 2);
    const shown = await until(selectTranscript('s-3'), (list) => list.length === 2);
    expect(shown.at(0)?.text).to.equal('Hello from s-3');
    expect(store.read(selectSession('s-3'))?.unread).to.equal(0);
  });

  it('has what was said come back to a session that pages have brought back', async () => {
    open(new PastGateway(manyPasts(7)));
    await lettingGo('s-7');
    await store.older?.();
    store.look('s-7');
    await until(said('s-7'), (list) => list?.length === 2);
    expect(history()).to.equal('s-1 s-2 s-3 s-4 s-5 s-6 s-7');
  });

  it('has a session come back, in its place, to who shows it by its id', async () => {
    open(new PastGateway(manyPasts(7)));
    await lettingGo('s-7');
    const shown = store.select(selectTranscript('s-6')).subscribe();
    await until(selectSession('s-6'), (session) => session !== undefined);
    expect(history()).to.equal('s-1 s-2 s-3 s-4 s-6');
    shown.unsubscribe();
    gateway.end(aPast(0));
    await lettingGo('s-6');
  });

  it('asks no gateway for a record, which none knows', async () => {
    open(new PastGateway(manyPasts(7)));
    await lettingGo('s-7');
    const record = recordSessionId({ kind: 'contact', recordId: 'C-1', title: 'Nora Feld' });
    store.select(selectTranscript(record)).subscribe();
    store.select(selectTranscript('s-6')).subscribe();
    await until(selectSession('s-6'), (session) => session !== undefined);
    expect(gateway.asked).to.include('s-6').and.not.to.include(record);
  });

  it('asks once for a session in which nothing was said', async () => {
    const pasts = manyPasts(4).map((own) => ({ ...own, segments: [] }));
    open(new PastGateway(pasts), {});
    await until({ topics: [], read: () => 0 }, () => true);
    store.look('s-4');
    await until(selectBegun('transcriptAway', 's-4'), (away) => away === 'reading');
    await until(selectBegun('transcriptAway', 's-4'), (away) => away === undefined);
    store.look('s-3');
    store.look('s-4');
    store.select(selectTranscript('s-4')).subscribe();
    await until(selectBegun('transcriptAway', 's-3'), (away) => away === 'reading');
    await until(selectBegun('transcriptAway', 's-3'), (away) => away === undefined);
    expect(gateway.asked).to.deep.equal(['s-4', 's-3']);
  });

  for (const [name, fail, away] of [
    ['gone', (): void => gateway.past.clear(), 'gone'],
    ['out of reach', (): void => void (gateway.road = () => Promise.reject(new Error('Offline'))), 'unreachable'],
  ] as const)
    it(`tells when what was said is ${name}, and asks again when somebody shows it anew`, async () => {
      open(new PastGateway(manyPasts(7)));
      await lettingGo('s-7');
      const past = new Map(gateway.past);
      fail();
      store.look('s-4');
      await until(selectBegun('transcriptAway', 's-4'), (why) => why === away);
      for (const [id, own] of past) gateway.past.set(id, own);
      gateway.road = () => Promise.resolve();
      store.select(selectTranscript('s-4')).subscribe();
      await until(said('s-4'), (list) => list?.length === 2);
      await until(selectBegun('transcriptAway', 's-4'), (why) => why === undefined);
    });

  it('takes what comes late for a session that has gone as for one it never knew', async () => {
    open(new PastGateway(manyPasts(7)));
    await lettingGo('s-7');
    const late = { ...aPast(7), segments: aPast(7).segments.slice(1) };
    gateway.emit(
      { type: 'tags.changed', sessionId: 's-7', tags: ['late'], at: NOW },
      { type: 'transcript.appended', sessionId: 's-7', segments: late.segments, at: NOW },
      { type: 'session.ended', sessionId: 's-7', at: NOW },
    );
    await silenced('s-7');
    expect(history()).to.equal('s-1 s-2 s-3 s-4');
    await store.older?.();
    store.look('s-7');
    await until(said('s-7'), (list) => list?.length === 2);
  });

  it('has the whole come back where a part came late', async () => {
    open(new PastGateway(manyPasts(7)));
    await lettingGo('s-7');
    gateway.emit({ type: 'transcript.appended', sessionId: 's-4', segments: aPast(4).segments.slice(1), at: NOW });
    await silenced('s-4');
    store.look('s-4');
    const list = await until(said('s-4'), (own) => own !== undefined);
    expect(list?.length).to.equal(2);
  });

  it('takes a session that goes on again for what it is, with all that was said', async () => {
    open(new PastGateway(manyPasts(7)));
    await lettingGo('s-7');
    const session: Session = aSession({ id: 's-4', modality: 'im', since: NOW });
    const [line] = aPast(4).segments;
    gateway.emit(
      { type: 'session.snapshot', session, at: NOW },
      {
        type: 'transcript.appended',
        sessionId: 's-4',
        segments: [{ ...line!, id: 'again', offsetMs: 1e6 }],
        at: NOW,
      },
    );
    const list = await until(said('s-4'), (own) => own?.length === 3);
    expect(list?.at(2)?.id).to.equal('again');
  });

  it('takes a new truth as it is said', async () => {
    open(new PastGateway(manyPasts(7)), { sessions: 7, transcripts: 2 });
    await silenced('s-7');
    gateway.deliver([{ type: 'workspace.reset', agentId: 'ana', at: NOW }, ...factsOf(aPast(7))], 'replay');
    expect(spoken(7)).to.equal('s-7');
    gateway.end(aPast(0));
    expect(spoken(7)).to.equal('s-7');
  });

  it('brings nothing of one agent to the next', async () => {
    open(new PastGateway(manyPasts(7)));
    await lettingGo('s-7');
    let arrive: () => void = () => undefined;
    gateway.road = () => new Promise((resolve) => (arrive = resolve));
    store.look('s-4');
    await until(selectBegun('transcriptAway', 's-4'), (away) => away === 'reading');
    gateway.past.clear();
    gateway.deliver([{ type: 'workspace.reset', agentId: 'ben', at: NOW }], 'replay');
    arrive();
    await Promise.resolve();
    expect(history()).to.equal('');
    expect(store.read(selectBegun('transcriptAway', 's-4'))).to.equal(undefined);
  });

  it('keeps everything over a gateway that brings nothing back', () => {
    gateway = new PastGateway(manyPasts(7));
    Object.defineProperty(gateway, 'session', { value: undefined });
    open(gateway, { sessions: 0, transcripts: 0 });
    gateway.end(aPast(0));
    expect(history()).to.equal('s-0 s-1 s-2 s-3 s-4 s-5 s-6 s-7');
    expect(spoken(7)).to.equal('s-1 s-2 s-3 s-4 s-5 s-6 s-7');
  });
});
