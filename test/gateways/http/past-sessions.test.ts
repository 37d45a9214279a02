import { expect } from '@open-wc/testing';
import type { SessionEvent } from '../../../src/core/events/session-event.js';
import type { Session } from '../../../src/core/model/session.js';
import { Recorder } from '../../../src/gateways/contract/recorder.js';
import { createHttpGateway } from '../../../src/gateways/http/http.js';
import type { HttpGateway } from '../../../src/gateways/http/http.js';
import { createMemoryLog } from '../../../src/server/memory-log.js';
import type { PastSession, SessionHost } from '../../../src/server/options.js';
import { createSessionServer } from '../../../src/server/session-server.js';
import { anEndedSession, someSegments } from '../../../stories/scenarios/builders.js';
import { fetchOf } from '../../support/in-page-server.js';
import type { Passage } from '../../support/in-page-server.js';
import { FAST } from '../../support/http-client.js';
import { until } from '../../support/mounting.js';

const past = (id: string, about: Partial<Session> = {}): PastSession => ({
  session: anEndedSession({ id, ...about }),
  segments: someSegments(`Hello from ${id}`),
});

/** A client of the real server, over a host with some sessions that are over. */
class Centre {
  readonly recorder = new Recorder();
  readonly gateway: HttpGateway;
  readonly disconnect: () => void;
  /** What was asked of the routes of history and sessions, oldest first. */
  readonly asked: string[] = [];
  passage: (request: Request) => Passage = () => ({});
  readonly #server;

  constructor(host: Pick<SessionHost, 'session' | 'history'>, known: readonly PastSession[] = []) {
    this.#server = createSessionServer({
      log: createMemoryLog(),
      base: '/api',
      authenticate: () => ({ agentId: 'maren' }),
      snapshot: (agentId) => ({
        state: { agentId, presences: [], usages: [], sessions: known.map(({ session }) => session), transcripts: [] },
      }),
      execute: () => ({ ok: true }),
      ...host,
    });
    const fetch = fetchOf(
      (request) => this.#server.handle(request),
      (request) => {
        const { pathname, search } = new URL(request.url);
        if (/(session|history)$/.test(pathname)) this.asked.push(`${pathname.slice(5)}${search}`);
        return this.passage(request);
      },
    );
    this.gateway = createHttpGateway({ url: '/api', fetch, storage: 'memory', isShared: false, timings: FAST });
    this.disconnect = this.gateway.connect(this.recorder);
  }

  get isLive(): boolean {
    return this.recorder.all.some((event) => event.type === 'connection.changed' && event.status === 'live');
  }

  /** What has been handed over since the workspace stood. */
  since(count: number): readonly SessionEvent[] {
    return this.recorder.batches.slice(count).flatMap(({ events }) => events);
  }

  async close(): Promise<void> {
    this.disconnect();
    await this.#server.close();
  }
}

const centres: Centre[] = [];
async function connected(...parts: ConstructorParameters<typeof Centre>): Promise<Centre> {
  const centre = new Centre(...parts);
  centres.push(centre);
  await until(() => centre.isLive);
  return centre;
}
const outcome = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => (error as Error).message);

describe('sessions read back over HTTP', () => {
  afterEach(() => Promise.all(centres.splice(0).map((centre) => centre.close())));

  it('come with what was said, before the record, as what is caught up on', async () => {
    const one = past('s 1/&ü');
    const asked: unknown[] = [];
    const centre = await connected({
      session: (agentId, id) => {
        asked.push([agentId, id]);
        return id === one.session.id ? one : undefined;
      },
    });
    const { length } = centre.recorder.batches;
    expect(await centre.gateway.session(one.session.id)).to.equal(true);
    expect(asked).to.deep.equal([['maren', 's 1/&ü']]);
    expect(centre.since(length).map(({ type }) => type)).to.deep.equal(['transcript.appended', 'session.snapshot']);
    expect(centre.recorder.batches.at(-1)?.delivery).to.equal('replay');
    expect(centre.recorder.state.sessions.get(one.session.id)).to.deep.equal(one.session);
    expect(centre.recorder.state.transcripts.get(one.session.id)?.at(0)?.text).to.equal('Hello from s 1/&ü');
  });

  it('leave a record that is known as it is: more may have happened to it', async () => {
    const one = past('s1');
    const centre = await connected({ session: () => past('s1', { tags: ['of the past'] }) }, [one]);
    const { length } = centre.recorder.batches;
    expect(await centre.gateway.session('s1')).to.equal(true);
    expect(centre.since(length).map(({ type }) => type)).to.deep.equal(['transcript.appended']);
    expect(centre.recorder.state.sessions.get('s1')?.tags).to.deep.equal([]);
  });

  it('are none where there is none, and are asked for again', async () => {
    let isThere = false;
    const centre = await connected({ session: (_, id) => (isThere ? past(id) : undefined) });
    expect(await centre.gateway.session('s1')).to.equal(false);
    isThere = true;
    expect(await centre.gateway.session('s1')).to.equal(true);
    expect(centre.asked).to.deep.equal(['session?id=s1&agent=maren', 'session?id=s1&agent=maren']);
  });

  it('are asked for once of a backend that has no such route', async () => {
    const centre = await connected({});
    expect(await centre.gateway.session('s1')).to.equal(false);
    expect(await centre.gateway.session('s2')).to.equal(false);
    expect(centre.asked).to.deep.equal(['session?id=s1&agent=maren']);
  });

  const troubles: readonly (readonly [string, (centre: Centre) => void])[] = [
    ['the network is lost', (centre) => (centre.passage = () => ({ isRequestLost: true }))],
    ['the answer is lost', (centre) => (centre.passage = () => ({ isReplyLost: true }))],
    [
      'something in between answers',
      (centre) => (centre.passage = () => ({ answer: new Response('<p>', { status: 502 }) })),
    ],
    [
      'another session is answered',
      (centre) =>
        (centre.passage = () => ({
          answer: Response.json({ v: 1, ...past('another') }),
        })),
    ],
  ];
  for (const [what, make] of troubles)
    it(`cannot be had for the moment, and can be later: ${what}`, async () => {
      const centre = await connected({ session: (_, id) => past(id) });
      const { length } = centre.recorder.batches;
      make(centre);
      expect(await outcome(centre.gateway.session('s1'))).to.match(/^A session could not be/);
      expect(centre.since(length).filter(({ type }) => type !== 'connection.changed')).to.deep.equal([]);
      centre.passage = () => ({});
      expect(await centre.gateway.session('s1')).to.equal(true);
    });

  it('of nobody are not asked for, and what was asked for before a sign-out is not handed over', async () => {
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const centre = await connected({
      async session(_, id) {
        await answered;
        return past(id);
      },
    });
    const reading = outcome(centre.gateway.session('s1'));
    await until(() => centre.asked.length > 0);
    await centre.gateway.clearAgentData();
    const { length } = centre.recorder.batches;
    answer();
    expect(await reading).to.be.a('string');
    expect(await outcome(centre.gateway.session('s1'))).to.equal('Nobody is signed in.');
    expect(centre.since(length)).to.deep.equal([]);
    expect(centre.asked).to.have.length(1);
  });
});

describe('sessions let go of over HTTP', () => {
  afterEach(() => Promise.all(centres.splice(0).map((centre) => centre.close())));
  const pages =
    (...all: readonly PastSession[]): NonNullable<SessionHost['history']> =>
    (_, { limit, before = '0' }) => ({
      sessions: all.slice(Number(before), Number(before) + limit).map(({ session }) => session),
      ...(Number(before) + limit < all.length ? { next: String(Number(before) + limit) } : {}),
    });

  it('may go where history has pages, which hand them over again', async () => {
    const [one, two] = [past('s1'), past('s2')];
    const centre = await connected({ history: pages(one, two) }, [one, two]);
    expect(await centre.gateway.older(), 'all are known').to.equal(false);
    expect(await centre.gateway.letGo(['s2'])).to.deep.equal(['s2']);
    const { length } = centre.recorder.batches;
    await centre.gateway.older();
    expect(
      centre.since(length).map((event) => event.type === 'session.snapshot' && event.session.id),
      'again, and no other one',
    ).to.deep.equal(['s2']);
  });

  it('are asked about once, as long as there are pages', async () => {
    const centre = await connected({ history: pages(past('s1')) });
    expect(await centre.gateway.letGo(['a'])).to.deep.equal(['a']);
    expect(await centre.gateway.letGo(['b', 'c'])).to.deep.equal(['b', 'c']);
    expect(centre.asked).to.deep.equal(['history?limit=1']);
  });

  it('stay where history has none, which may come', async () => {
    const all: PastSession[] = [];
    const centre = await connected({ history: (agentId, query, more) => pages(...all)(agentId, query, more) });
    expect(await centre.gateway.letGo(['s1'])).to.deep.equal([]);
    all.push(past('s1'));
    expect(await centre.gateway.letGo(['s1'])).to.deep.equal(['s1']);
  });

  it('stay where that cannot be known', async () => {
    const centre = await connected({ history: pages(past('s1')) });
    centre.passage = () => ({ isRequestLost: true });
    expect(await outcome(centre.gateway.letGo(['s1']))).to.equal('History could not be loaded.');
  });
});
