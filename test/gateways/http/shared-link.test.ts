import { expect } from '@open-wc/testing';
import type { Position } from '../../../src/core/wire/contract.js';
import type { RawMessage } from '../../../src/gateways/http/event-stream.js';
import type { LinkStatus } from '../../../src/gateways/http/link.js';
import type { Requests } from '../../../src/gateways/http/requests.js';
import { SharedLink } from '../../../src/gateways/http/shared-link.js';
import { HTTP_TIMINGS } from '../../../src/gateways/http/timings.js';
import { FakeInterval } from '../../support/fake-interval.js';
import { turn } from '../../support/news.js';

/** Locks that are granted, and taken away, when a test says so. */
class FakeLocks {
  readonly asked: { readonly isTheft: boolean; readonly grant: () => void; readonly rob: () => void }[] = [];

  readonly manager = {
    request: (_: string, { steal = false }: LockOptions, work: () => Promise<void>) =>
      new Promise<void>((resolve, reject) => {
        this.asked.push({
          isTheft: steal,
          grant: () => void Promise.resolve(work()).then(resolve, reject),
          rob: () => {
            reject(new DOMException('Stolen', 'AbortError'));
          },
        });
      }),
  } as unknown as LockManager;

  get thefts(): number {
    return this.asked.filter(({ isTheft }) => isTheft).length;
  }
}

/** A backend with streams that say what a test says. */
class Streams {
  readonly opened: { readonly signal: AbortSignal; readonly say: (text: string) => void }[] = [];

  readonly requests = {
    base: 'https://tabs.example/api/',
    stream: ({ signal }: { signal: AbortSignal }) => {
      let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
      const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
      signal.addEventListener('abort', () => controller?.error(new Error('aborted')));
      this.opened.push({ signal, say: (text) => controller?.enqueue(new TextEncoder().encode(text)) });
      return Promise.resolve({ kind: 'ok', body, close: () => undefined });
    },
  } as unknown as Requests;

  /** How many go on. */
  get count(): number {
    return this.opened.filter(({ signal }) => !signal.aborted).length;
  }
}

const FACT: readonly RawMessage[] = [{ kind: 'fact', data: '{}' }];

/** Of a tab that does not lead: nobody heeds it. */
const ECHO = { from: 'nobody', kind: 'echo' };

describe('one tab of several that share a stream', () => {
  const realNow = performance.now;
  let now: number;
  let interval: FakeInterval;
  let locks: FakeLocks;
  let streams: Streams;
  let position: Position | undefined;
  /** What the tab was told. */
  let told: unknown[];
  /** What it said to the others. */
  let said: unknown[];
  let others: BroadcastChannel;
  let echo: BroadcastChannel;
  let isBack: () => void = () => undefined;
  let link: SharedLink;
  let count = 0;

  beforeEach(async () => {
    now = 100_000;
    performance.now = () => now;
    interval = new FakeInterval();
    locks = new FakeLocks();
    streams = new Streams();
    position = { epoch: 'a', seq: 7 };
    told = [];
    said = [];
    count += 1;
    const name = `tabs ${String(count)}`;
    others = new BroadcastChannel(name);
    others.onmessage = ({ data }: MessageEvent<{ kind: string }>) => {
      if (data.kind === ECHO.kind) isBack();
      else said.push(data);
    };
    link = new SharedLink(
      {
        position: () => position,
        opened: () => told.push('opened'),
        settled: () => told.push('settled'),
        messages: (messages) => told.push(messages),
        status: (status) => told.push(status),
        signedIn: () => told.push('signed-in'),
        compare: (at) => told.push(at),
        unshared: () => told.push('unshared'),
      },
      {
        ...{ name, id: 'me', agentId: 'ana', random: () => 0.5 },
        ...{ locks: locks.manager, requests: streams.requests, timings: HTTP_TIMINGS },
      },
    );
    echo = new BroadcastChannel(name);
    echo.onmessage = ({ data }: MessageEvent<{ kind: string }>) => {
      if (data.kind === ECHO.kind) echo.postMessage(ECHO);
    };
    await heard();
  });
  afterEach(() => {
    link.stop();
    for (const channel of [others, echo]) channel.close();
    interval.restore();
    performance.now = realNow;
  });

  /** There and back: what was said before, and what was answered to it, has been heard by everybody. */
  const roundTrip = (): Promise<void> =>
    new Promise<void>((resolve) => {
      isBack = resolve;
      others.postMessage(ECHO);
    });
  const heard = async (): Promise<void> => {
    await roundTrip();
    await turn();
    await turn();
    await roundTrip();
  };
  const hear = async (...messages: readonly object[]): Promise<void> => {
    for (const message of messages) others.postMessage(message);
    await heard();
  };
  const leader = (message: object, from = 'leader'): object => ({ from, ...message });
  const state = (status: LinkStatus, isNew = false, more: object = {}): object => ({
    ...{ kind: 'state', status, isNew },
    ...more,
  });
  const lead = async (): Promise<void> => {
    locks.asked[0]?.grant();
    await heard();
  };
  /** The tab looks after its leader at these moments, in ms from the beginning. */
  const checkAt = async (...moments: readonly number[]): Promise<void> => {
    for (const moment of moments) {
      now = 100_000 + moment;
      interval.tick();
    }
    await heard();
  };
  const pings = (): number => said.filter((message) => (message as { kind?: string }).kind === 'ping').length;

  it('asks who leads, and says nothing of itself', () => {
    expect(said).to.deep.equal([{ kind: 'ping' }]);
    expect(link.isLeading).to.equal(false);
    expect(streams.count).to.equal(0);
  });

  it('takes the lead from one that does not answer, not a moment before its time is over', async () => {
    await checkAt(500, 1000, 1500, 1999);
    expect([pings(), locks.thefts]).to.deep.equal([1, 0]);
    await checkAt(2000);
    expect([pings(), locks.thefts]).to.deep.equal([1, 1]);
    // Where that came to nothing, somebody else may lead by now.
    await checkAt(2500);
    expect([pings(), locks.thefts]).to.deep.equal([2, 1]);
    await checkAt(3000, 3500, 4000, 4500);
    expect([pings(), locks.thefts]).to.deep.equal([2, 2]);
  });

  it('leaves one in peace that speaks, and asks one that has been quiet for a second', async () => {
    now += 100;
    await hear(leader(state('open')));
    await checkAt(500, 1000, 1099);
    expect(pings()).to.equal(1);
    await checkAt(1100);
    expect(pings()).to.equal(2);
    await checkAt(1600, 2100, 2600, 3099);
    expect([pings(), locks.thefts]).to.deep.equal([2, 0]);
    await checkAt(3100);
    expect([pings(), locks.thefts]).to.deep.equal([2, 1]);
  });

  it('takes any word of the leader for an answer, and asks anew when it is quiet again', async () => {
    await hear(leader(state('open')));
    await checkAt(500, 1000, 1500);
    expect(pings()).to.equal(2);
    await hear(leader({ kind: 'messages', messages: FACT }));
    await checkAt(2000, 2499);
    expect(pings()).to.equal(2);
    await checkAt(2500);
    expect([pings(), locks.thefts]).to.deep.equal([3, 0]);
  });

  it('gives the leader time to answer when it was away itself', async () => {
    await checkAt(500);
    await checkAt(2001);
    expect([pings(), locks.thefts]).to.deep.equal([2, 0]);
    await checkAt(2501, 3001, 3501);
    expect([pings(), locks.thefts]).to.deep.equal([2, 0]);
    await checkAt(4001);
    expect([pings(), locks.thefts]).to.deep.equal([2, 1]);
  });

  it('was not away when it looked in time', async () => {
    await checkAt(500, 2000);
    expect([pings(), locks.thefts]).to.deep.equal([1, 1]);
  });

  it('hears what the leader hears', async () => {
    await hear(
      leader(state('open')),
      ...[{ kind: 'opened' }, { kind: 'messages', messages: FACT }, { kind: 'settled' }].map((word) => leader(word)),
      leader(state('lost', false, { position: { epoch: 'a', seq: 9 } })),
    );
    expect(told).to.deep.equal(['open', 'opened', FACT, 'settled', 'lost', { epoch: 'a', seq: 9 }]);
  });

  it('takes whom it hears of first for the leader, then only who says that the lead is new', async () => {
    await hear(leader({ kind: 'opened' }), leader({ kind: 'messages', messages: FACT }));
    expect(told).to.deep.equal([]);
    await hear(leader(state('open')), leader(state('lost'), 'other'), leader({ kind: 'opened' }, 'other'));
    expect(told).to.deep.equal(['open']);
    await hear(leader(state('lost', true), 'other'), leader(state('open')), leader({ kind: 'opened' }));
    expect(told).to.deep.equal(['open', 'lost']);
    // Only the state of a lead says that it is new.
    await hear(leader({ kind: 'opened', isNew: true }));
    expect(told).to.deep.equal(['open', 'lost']);
  });

  it('is told when the agent has signed in, whoever says so', async () => {
    await hear({ kind: 'signed-in' });
    await lead();
    await hear({ kind: 'signed-in' });
    expect(told.filter((word) => word === 'signed-in')).to.have.length(2);
    link.tellSignedIn();
    await heard();
    expect(said.at(-1)).to.deep.equal({ kind: 'signed-in' });
  });

  it('passes on that somebody looks, and answers nothing, while it follows', async () => {
    link.probe();
    link.renew();
    link.proceed();
    await hear({ kind: 'ping' }, { kind: 'probe' });
    expect(said).to.deep.equal([{ kind: 'ping' }, { kind: 'probe' }]);
    expect(streams.opened).to.have.length(0);
  });

  it('says where it stands when it leads, opens the stream, and passes on all that it hears', async () => {
    said = [];
    await lead();
    expect(link.isLeading).to.equal(true);
    expect(interval.running).to.equal(0);
    streams.opened[0]?.say('event: fact\ndata: {}\n\n');
    await heard();
    expect(said).to.deep.equal([
      { from: 'me', kind: 'state', status: 'opening', isNew: true, position },
      { from: 'me', kind: 'opened' },
      { from: 'me', kind: 'state', status: 'open', isNew: false, position },
      { from: 'me', kind: 'messages', messages: FACT },
    ]);
    expect(told).to.deep.equal(['opened', 'open', FACT]);
  });

  it('answers who asks while it leads, with its place where it has one', async () => {
    await lead();
    said = [];
    await hear({ kind: 'ping' });
    position = undefined;
    await hear({ kind: 'ping' });
    const word = { from: 'me', kind: 'state', status: 'open', isNew: false };
    expect(said).to.deep.equal([{ ...word, position: { epoch: 'a', seq: 7 } }, word]);
  });

  it('hears nobody else who says that he leads while it does', async () => {
    await lead();
    told = [];
    await hear(leader(state('lost', true)), leader({ kind: 'messages', messages: FACT }));
    expect(told).to.deep.equal([]);
  });

  it('looks after its stream when somebody looks, in any tab', async () => {
    await lead();
    await hear({ kind: 'probe' });
    expect([streams.opened.length, streams.count]).to.deep.equal([2, 1]);
    link.probe();
    await heard();
    expect([streams.opened.length, streams.count]).to.deep.equal([3, 1]);
  });

  it('opens its stream anew after a sign-in, and calls nobody signed out until it knows', async () => {
    await lead();
    said = [];
    link.renew();
    await heard();
    expect(streams.opened).to.have.length(2);
    expect(said[0]).to.deep.include({ kind: 'state', status: 'lost', isNew: false });
  });

  it('opens no stream before it has a place to go on from', async () => {
    position = undefined;
    await lead();
    expect(streams.opened).to.have.length(0);
    position = { epoch: 'a', seq: 8 };
    link.proceed();
    await heard();
    expect(streams.opened).to.have.length(1);
  });

  it('follows again when it was robbed, knows no leader yet, and looks after the next', async () => {
    await hear(leader(state('open')));
    await lead();
    said = [];
    told = [];
    now += 5000;
    locks.asked[0]?.rob();
    await heard();
    expect([link.isLeading, streams.count, pings(), interval.running]).to.deep.equal([false, 0, 1, 1]);
    await hear(leader({ kind: 'opened' }), leader(state('open'), 'thief'), leader({ kind: 'opened' }, 'thief'));
    expect(told).to.deep.equal(['open', 'opened']);
    // Its own time begins anew: what it was told before the lead counts no more.
    await checkAt(5500, 6000);
    expect([pings(), locks.thefts]).to.deep.equal([2, 0]);
  });

  it('says nothing and hears nothing when it has gone, and leaves no timer and no stream', async () => {
    await lead();
    link.stop();
    told = [];
    said = [];
    await hear({ kind: 'ping' }, { kind: 'signed-in' });
    expect([told, said, streams.count, interval.running]).to.deep.equal([[], [], 0, 0]);
  });

  it('leaves no timer when it goes while it follows', () => {
    expect(interval.running).to.equal(1);
    link.stop();
    expect(interval.running).to.equal(0);
  });
});
