import { expect } from '@open-wc/testing';
import type { Connection } from '../../../src/core/state/workspace-state.js';
import { FakeTime } from '../../support/fake-time.js';
import { Client } from '../../support/http-client.js';
import { ScriptedBackend } from '../../support/scripted-backend.js';

const TIMINGS = {
  firstRetryMs: 100,
  mostRetryMs: 100,
  stableMs: 10_000,
  silenceMs: 35_000,
  settleMs: 1000,
  catchUpMs: 10_000,
  requestMs: 15_000,
  noticeMs: 800,
} as const;

/** A stream that says only what it is told to say. */
function aStream(): {
  readonly response: Response;
  readonly say: (text: string) => void;
  readonly breakOff: () => void;
} {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
  return {
    response: new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }),
    say: (text) => controller?.enqueue(new TextEncoder().encode(text)),
    breakOff: () => controller?.error(new Error('broken off')),
  };
}

describe('a stream over time', () => {
  let time: FakeTime;
  let backend: ScriptedBackend;
  let client: Client;

  beforeEach(async () => {
    time = new FakeTime();
    backend = new ScriptedBackend();
    client = new Client(backend, { timings: TIMINGS, random: () => 0.5 });
    await client.live$();
  });
  afterEach(() => {
    client.disconnect();
    time.restore();
  });
  const tell = async (tag: string): Promise<void> => {
    backend.happen([tag]);
    await client.until(tag, () => client.tags.join() === tag);
  };

  it('is kept for as long as it speaks in time', async () => {
    for (let round = 0; round < 10; round += 1) {
      await time.elapse(TIMINGS.silenceMs - 1);
      await tell(String(round));
    }
    expect(backend.count('events')).to.equal(1);
    expect(client.statuses).to.deep.equal(['live']);
  });

  it('is kept up to the last moment of its silence, and not a moment longer', async () => {
    await tell('last word');
    await time.elapse(TIMINGS.silenceMs - 1);
    expect(client.statuses).to.deep.equal(['live']);
    await time.elapse(1);
    expect(client.statuses).to.deep.equal(['live', 'reconnecting']);
    await time.elapse(TIMINGS.firstRetryMs);
    await client.live$();
    expect(backend.count('events')).to.equal(2);
    expect(backend.count('snapshot')).to.equal(1);
  });

  const connection = (): Connection | undefined => [...client.state.connections.values()][0];

  it('is told as lost since it spoke last, and as live since it is', async () => {
    const start = Date.now();
    await time.elapse(5000);
    await tell('last word');
    await time.elapse(TIMINGS.silenceMs);
    expect(connection()).to.include({ status: 'reconnecting' });
    expect((connection()?.since ?? 0) - start).to.be.within(4900, 5100);
    await time.elapse(TIMINGS.firstRetryMs);
    await client.live$();
    expect(Date.now() - (connection()?.since ?? 0)).to.be.within(0, 200);
  });

  it('is told as lost since the snapshot where it has said nothing after it', async () => {
    client.disconnect();
    const start = Date.now();
    const quiet = aStream();
    backend.script = async ({ route, signal }) => {
      if (route === 'events') {
        signal.addEventListener('abort', quiet.breakOff);
        return quiet.response;
      }
      await new Promise((resolve) => setTimeout(resolve, 5000));
      return undefined;
    };
    client = new Client(backend, { timings: TIMINGS, random: () => 0.5 });
    const before = backend.count('events');
    await time.elapse(0);
    await time.elapse(5000);
    await client.until('asked for events', () => backend.count('events') > before);
    for (let turns = 0; turns < 5; turns += 1) await time.elapse(0);
    await time.elapse(TIMINGS.settleMs);
    await client.live$();
    await time.elapse(TIMINGS.silenceMs);
    await client.until('lost', () => client.statuses.at(-1) === 'reconnecting');
    expect((connection()?.since ?? 0) - start).to.be.within(4900, 5100);
  });

  /** Streams that are never answered from here on. */
  const neverAnswered = (): void => {
    backend.script = ({ route, signal }) =>
      route === 'events'
        ? new Promise((resolve) => {
            signal.addEventListener('abort', () => {
              resolve(undefined);
            });
          })
        : Promise.resolve(undefined);
  };
  const opened = async (ms: number): Promise<number> => {
    await time.elapse(ms);
    // What follows from it has its turn.
    for (let turns = 0; turns < 5; turns += 1) await time.elapse(2);
    return backend.count('events');
  };

  it('has the time of any request to begin, and little time when somebody looks', async () => {
    client.disconnect();
    neverAnswered();
    const before = backend.count('events');
    const timings = { ...TIMINGS, probeMs: 3000, freshMs: 1000, firstRetryMs: 2, mostRetryMs: 2 };
    client = new Client(backend, { timings, random: () => 0.5 });
    await client.until('asked for events', () => backend.count('events') > before);
    expect(await opened(TIMINGS.requestMs - 20)).to.equal(before + 1);
    expect(await opened(20)).to.equal(before + 2);
    window.dispatchEvent(new Event('focus'));
    expect(await opened(0)).to.equal(before + 3);
    expect(await opened(2950)).to.equal(before + 3);
    // Who looks again meanwhile does not begin it anew.
    window.dispatchEvent(new Event('focus'));
    expect(await opened(0)).to.equal(before + 3);
    expect(await opened(50)).to.equal(before + 4);
    expect(await opened(4000)).to.equal(before + 4);
  });

  it('says once that no stream is answered in time', async () => {
    neverAnswered();
    backend.cut();
    await client.until('lost', () => client.statuses.at(-1) === 'reconnecting');
    const asked = backend.count('events');
    for (let tries = 1; tries <= 4; tries += 1) {
      await opened(TIMINGS.firstRetryMs);
      expect(backend.count('events')).to.equal(asked + tries);
      expect(client.rejections).to.have.length(tries > 2 ? 1 : 0);
      await opened(TIMINGS.requestMs);
    }
    expect(client.rejections[0]).to.include('/api/events had no whole answer within 15 s').and.to.include('at once');
  });

  it('says once that nothing comes on any stream, as behind a proxy that keeps back what is sent', async () => {
    backend.script = ({ route, signal }) => {
      if (route !== 'events') return Promise.resolve(undefined);
      const { response, breakOff } = aStream();
      signal.addEventListener('abort', breakOff);
      return Promise.resolve(response);
    };
    backend.cut();
    await client.until('lost', () => client.statuses.at(-1) === 'reconnecting');
    for (let tries = 1; tries <= 4; tries += 1) {
      await opened(TIMINGS.firstRetryMs);
      expect(client.rejections).to.have.length(tries > 2 ? 1 : 0);
      await opened(TIMINGS.silenceMs);
    }
    expect(client.rejections[0]).to.include('/api/events was open for 35 s').and.to.include('proxy');
  });

  for (const [what, lose] of [
    [
      'was refused',
      () => (backend.script = ({ route }) => Promise.resolve(route === 'events' ? 'lose-request' : undefined)),
    ],
    ['has ended', () => undefined],
  ] as const) {
    it(`is tried at once when somebody looks after it ${what}`, async () => {
      lose();
      backend.cut();
      await client.until('lost', () => client.statuses.at(-1) === 'reconnecting');
      if (what === 'was refused') await time.elapse(TIMINGS.firstRetryMs);
      const before = backend.count('events');
      window.dispatchEvent(new Event('focus'));
      expect(await opened(0)).to.equal(before + 1);
    });
  }

  it('that has been lost has no say in what the next one has caught up on', async () => {
    await tell('just now');
    backend.cut();
    await client.until('lost', () => client.statuses.at(-1) === 'reconnecting');
    const quiet = aStream();
    backend.script = ({ route }) => Promise.resolve(route === 'events' ? quiet.response : undefined);
    await time.elapse(TIMINGS.firstRetryMs / 2);
    expect(backend.count('events')).to.equal(2);
    // By now the one before would have been quiet for long enough; this one has to be so by itself.
    await time.elapse(TIMINGS.settleMs - 1);
    expect(client.statuses.at(-1)).to.equal('reconnecting');
    await time.elapse(1);
    expect(client.statuses.at(-1)).to.equal('live');
  });

  it('that never falls silent has caught up after a while all the same', async () => {
    backend.cut();
    await client.until('lost', () => client.statuses.at(-1) === 'reconnecting');
    const { response, say } = aStream();
    backend.script = ({ route }) => Promise.resolve(route === 'events' ? response : undefined);
    await time.elapse(TIMINGS.firstRetryMs);
    let seq = 0;
    const speak = async (): Promise<void> => {
      const at = { v: 1, epoch: 'a', seq: seq + 1, prev: seq, ts: 1 };
      seq += 1;
      const fact = { ...at, type: 'tags.changed', sessionId: 's', data: { tags: [String(seq)] } };
      say(`event: fact\ndata: ${JSON.stringify(fact)}\n\n`);
      await client.until('heard', () => client.tags.join() === String(seq));
    };
    for (let passed = 0; passed < TIMINGS.catchUpMs - TIMINGS.settleMs; passed += TIMINGS.settleMs / 2) {
      await speak();
      await time.elapse(TIMINGS.settleMs / 2);
      expect(client.statuses.at(-1), `after ${String(passed)}`).to.equal('reconnecting');
    }
    for (let rounds = 0; rounds < 2; rounds += 1) {
      await speak();
      await time.elapse(TIMINGS.settleMs / 2);
    }
    expect(client.statuses.at(-1)).to.equal('live');
  });

  it('leaves no timer behind when it is given up', async () => {
    await tell('something');
    client.disconnect();
    await time.elapse(0);
    expect(time.running).to.equal(0);
  });

  it('waits longer from loss to loss, and begins anew with one that has held', async () => {
    client.disconnect();
    const timings = { ...TIMINGS, mostRetryMs: 10_000 };
    client = new Client(backend, { timings, random: () => 0.999 });
    await client.live$();
    const waits = async (): Promise<number> => {
      const opened = backend.count('events');
      backend.cut();
      await client.until('lost', () => client.statuses.at(-1) === 'reconnecting');
      let waited = 0;
      for (; backend.count('events') === opened && waited < 20_000; waited += 100) await time.elapse(100);
      await client.live$();
      return waited;
    };
    expect([await waits(), await waits(), await waits()]).to.deep.equal([100, 200, 400]);
    await time.elapse(timings.stableMs - 1);
    expect(await waits()).to.equal(800);
    await time.elapse(timings.stableMs);
    expect(await waits()).to.equal(100);
  });

  it('has a snapshot before it that is asked for again after a pause, not at once', async () => {
    client.disconnect();
    backend.script = ({ route }) => Promise.resolve(route === 'snapshot' ? 'lose-request' : undefined);
    const before = backend.count('snapshot');
    client = new Client(backend, { timings: TIMINGS, random: () => 0.5 });
    const asked = async (ms: number): Promise<number> => {
      await opened(ms);
      return backend.count('snapshot') - before;
    };
    // Ten milliseconds go by while what follows has its turn.
    expect([await asked(0), await asked(20), await asked(20)]).to.deep.equal([1, 1, 2]);
  });

  it('is not asked for again and again by a page that is looked at often', async () => {
    await tell('just now');
    for (let times = 0; times < 5; times += 1) window.dispatchEvent(new Event('focus'));
    await time.elapse(0);
    expect(backend.count('events')).to.equal(1);
  });
});
