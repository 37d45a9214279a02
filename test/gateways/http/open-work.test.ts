import { expect } from '@open-wc/testing';
import { Recorder } from '../../../src/gateways/contract/recorder.js';
import { createHttpGateway } from '../../../src/gateways/http/http.js';
import { createMemoryLog } from '../../../src/server/memory-log.js';
import type { SessionHost } from '../../../src/server/options.js';
import { createSessionServer } from '../../../src/server/session-server.js';
import { waitingWork } from '../../../stories/scenarios/picking-gateway.js';
import { fetchOf } from '../../support/in-page-server.js';
import type { Passage } from '../../support/in-page-server.js';
import { FAST } from '../../support/http-client.js';
import { until } from '../../support/mounting.js';

const problem = (status: number): Response =>
  new Response('{"type":"urn:my-sessions:problem:not-found"}', {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });

const ends: (() => Promise<void>)[] = [];

/** A client of the real server, over a host with some work that waits. */
async function connected(openItems?: SessionHost['openItems'], passageOf: (asked: number) => Passage = () => ({})) {
  const asked: string[] = [];
  const recorder = new Recorder();
  const server = createSessionServer({
    log: createMemoryLog(),
    base: '/api',
    authenticate: () => ({ agentId: 'maren' }),
    snapshot: (agentId) => ({
      state: {
        agentId,
        configuration: { version: 1, tenant: { name: 'Harbour' } },
        presences: [],
        usages: [],
        sessions: [],
        transcripts: [],
      },
    }),
    execute: () => ({ ok: true }),
    ...(openItems ? { openItems } : {}),
  });
  const fetch = fetchOf(
    (request) => server.handle(request),
    (request) => {
      const { pathname, search } = new URL(request.url);
      if (pathname !== '/api/work-items') return {};
      asked.push(search);
      return passageOf(asked.length);
    },
  );
  // Nothing here is about deadlines, and a busy machine would miss the short ones.
  const timings = { ...FAST, requestMs: 5000 };
  const gateway = createHttpGateway({ url: '/api', fetch, storage: 'memory', isShared: false, timings });
  const disconnect = gateway.connect(recorder);
  ends.push(async () => {
    disconnect();
    await server.close();
  });
  await until(() => recorder.all.some((event) => event.type === 'connection.changed' && event.status === 'live'));
  return { gateway, recorder, asked, server };
}

const outcome = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => (error as Error).message);

describe('open work over HTTP', () => {
  afterEach(() => Promise.all(ends.splice(0).map((end) => end())));

  it('comes in pages, for the agent who is signed in', async () => {
    const { gateway, asked } = await connected((agentId, { after, limit }) =>
      agentId === 'maren' && after === undefined
        ? { items: waitingWork.slice(0, limit), next: 'ä&1' }
        : { items: waitingWork.slice(limit) },
    );
    expect(await gateway.openItems({ limit: 2 })).to.deep.include({ items: waitingWork.slice(0, 2), next: 'ä&1' });
    expect((await gateway.openItems({ limit: 2, after: 'ä&1' }))?.items).to.deep.equal(waitingWork.slice(2));
    expect(asked).to.deep.equal(['?limit=2&agent=maren', '?limit=2&agent=maren&after=%C3%A4%261']);
  });

  it('what cannot be read is left out, and said', async () => {
    const items = [...waitingWork, { id: 'w-none' }] as unknown as typeof waitingWork;
    const { gateway, recorder } = await connected(() => ({ items }));
    expect((await gateway.openItems({ limit: 9 }))?.items).to.have.length(3);
    expect(recorder.rejections).to.deep.equal(['work-items: items[3].serviceId: Unreadable']);
  });

  const without: readonly [string, SessionHost['openItems'] | undefined, Passage][] = [
    ['whose host lets nobody pick', undefined, {}],
    ['whose host lets this agent pick nothing', () => undefined, {}],
    ['that knows no such route', undefined, { answer: problem(404) }],
    ['that has not made it', undefined, { answer: problem(501) }],
    ['that reads it as another', undefined, { answer: problem(405) }],
  ];
  for (const [what, host, passage] of without)
    it(`a backend ${what} is asked once, and again after the next snapshot`, async () => {
      const { gateway, asked, server, recorder } = await connected(host, () => passage);
      expect(await gateway.openItems({ limit: 9 })).to.equal(undefined);
      expect(await gateway.openItems({ limit: 9 })).to.equal(undefined);
      expect(asked).to.have.length(1);
      const resets = (): number => recorder.all.filter(({ type }) => type === 'workspace.reset').length;
      await server.reset('maren');
      await until(() => resets() === 2);
      await gateway.openItems({ limit: 9 });
      expect(asked).to.have.length(2);
    });

  for (const [what, passage] of [
    ['that is away', { isRequestLost: true }],
    ['that is overloaded', { answer: problem(503) }],
    ['that refuses the page', { answer: problem(400) }],
    [
      'that answers something else',
      { answer: new Response('{"v":1}', { headers: { 'content-type': 'application/json' } }) },
    ],
  ] as const)
    it(`a backend ${what} is asked again`, async () => {
      const { gateway } = await connected(
        () => ({ items: waitingWork }),
        (asked) => (asked === 1 ? passage : {}),
      );
      expect(await outcome(gateway.openItems({ limit: 9 }))).to.match(/^Open work could not be (loaded|read)/);
      expect((await gateway.openItems({ limit: 9 }))?.items).to.have.length(3);
    });

  it('nothing of it is for whoever signs in next', async () => {
    let answer: (() => void) | undefined;
    const { gateway } = await connected(
      () =>
        new Promise((resolve) => {
          answer = () => {
            resolve({ items: waitingWork });
          };
        }),
    );
    const page = outcome(gateway.openItems({ limit: 9 }));
    await until(() => answer !== undefined);
    await gateway.clearAgentData();
    answer?.();
    expect(await page).to.equal('Another truth has come meanwhile.');
    expect(await outcome(gateway.openItems({ limit: 9 }))).to.equal('Nobody is signed in.');
  });
});
