import { expect } from '@open-wc/testing';
import { Client } from '../../support/http-client.js';
import { turn } from '../../support/news.js';
import { ScriptedBackend, answerOf } from '../../support/scripted-backend.js';
import type { Asked, Script } from '../../support/scripted-backend.js';

/** Clearly before any stream was opened. */
const LONG_AGO = Date.now() - 60_000;

describe('an HTTP connection', () => {
  let backend: ScriptedBackend;
  let client: Client;
  const unhandled: unknown[] = [];
  const note = (event: PromiseRejectionEvent): void => {
    unhandled.push(event.reason);
  };

  before(() => {
    addEventListener('unhandledrejection', note);
  });
  after(() => {
    removeEventListener('unhandledrejection', note);
    expect(unhandled).to.deep.equal([]);
  });
  beforeEach(() => {
    backend = new ScriptedBackend();
  });
  afterEach(() => {
    client.disconnect();
    expect(backend.streams, 'streams left open').to.equal(0);
  });

  /** Answers the requests of a route in turn, then as the backend does. */
  const inTurn = (
    route: Asked['route'],
    ...answers: readonly (() => Response | 'lose-request' | 'lose-reply')[]
  ): Script => {
    const left = [...answers];
    return (asked) => Promise.resolve(asked.route === route ? left.shift()?.() : undefined);
  };

  /** The time in which somebody who is not signed out, and fails, tries five times. */
  const fiveTries = async (): Promise<void> => {
    const broken = new ScriptedBackend();
    broken.script = () => Promise.resolve('lose-request');
    const other = new Client(broken);
    await other.until('five tries', () => broken.requests.length === 5);
    other.disconnect();
  };

  it('begins with the truth and goes on live', async () => {
    client = new Client(backend);
    await client.live$();
    backend.happen(['one']);
    await client.until('the tag', () => client.tags.join() === 'one');
    expect(client.live.map(({ type }) => type)).to.deep.equal(['tags.changed']);
    expect(client.statuses).to.deep.equal(['live']);
    expect(backend.count('snapshot')).to.equal(1);
  });

  it('goes on from its position after a cut, and replays what it has missed', async () => {
    client = new Client(backend);
    await client.live$();
    backend.cut();
    backend.happen(['missed'], undefined, LONG_AGO);
    await client.until('reconnected', () => client.statuses.length === 3);
    expect(client.statuses).to.deep.equal(['live', 'reconnecting', 'live']);
    expect(client.tags).to.deep.equal(['missed']);
    expect(client.live).to.deep.equal([]);
    expect(backend.count('snapshot')).to.equal(1);
  });

  it('takes one snapshot when the log begins anew', async () => {
    client = new Client(backend);
    await client.live$();
    backend.tags = ['of the new life'];
    backend.restart('b');
    await client.until('reconnected', () => client.tags.length === 1 && client.statuses.at(-1) === 'live');
    expect(backend.count('snapshot')).to.equal(2);
    expect(backend.count('events')).to.be.at.most(3);
  });

  it('takes a snapshot for an event that never came, and keeps its stream', async () => {
    client = new Client(backend);
    await client.live$();
    backend.isHolding = true;
    backend.happen(['lost']);
    backend.isHolding = false;
    backend.happen(['next']);
    await client.until('the truth', () => client.tags.join() === 'next');
    await client.live$();
    expect(backend.count('events')).to.equal(1);
    expect(backend.count('snapshot')).to.equal(2);
  });

  it('notices a lost tail by the heartbeat', async () => {
    client = new Client(backend);
    await client.live$();
    backend.isHolding = true;
    backend.happen(['lost']);
    backend.beat();
    await client.until('the truth', () => client.tags.join() === 'lost');
    backend.isHolding = false;
  });

  const troubles: readonly [string, () => Response | 'lose-request' | 'lose-reply'][] = [
    ['a network that fails', () => 'lose-request'],
    ['502 with a page', () => answerOf(502, '<html>', { 'Content-Type': 'text/html' })],
    ['503', () => answerOf(503, '', { 'Retry-After': '0' })],
    ['429', () => answerOf(429)],
    ['204', () => answerOf(204)],
    ['a truncated body', () => answerOf(200, '{"v":1,"epo', { 'Content-Type': 'application/json' })],
    ['a snapshot in the wrong shape', () => answerOf(200, '{"v":1}', { 'Content-Type': 'application/json' })],
    ['a version of tomorrow', () => answerOf(200, '{"v":9}', { 'Content-Type': 'application/json' })],
  ];
  for (const [what, answer] of troubles) {
    for (const route of ['snapshot', 'events'] as const) {
      it(`survives ${what} in place of ${route}`, async () => {
        backend.script = inTurn(route, answer, answer, answer);
        client = new Client(backend);
        await client.live$();
        expect(backend.count(route)).to.equal(4);
      });
    }
  }

  it('says why a snapshot could not be read, and only then', async () => {
    const answers = troubles.map(([, answer]) => answer);
    backend.script = inTurn('snapshot', ...answers);
    client = new Client(backend, { timings: { firstRetryMs: 1, mostRetryMs: 2 } });
    await client.live$();
    expect(client.rejections).to.have.length(2);
    expect(client.rejections.every((reason) => reason.startsWith('snapshot: '))).to.equal(true);
  });

  it('says once that no contract is served at its address, and goes on trying', async () => {
    const nothing = (): Response => answerOf(404, 'nothing here');
    backend.script = inTurn('snapshot', nothing, nothing, nothing);
    client = new Client(backend);
    await client.live$();
    expect(backend.count('snapshot')).to.equal(4);
    expect(client.rejections).to.have.length(1);
    expect(client.rejections[0]).to.include('404').and.to.include('/api/snapshot');
    expect(client.statuses).to.not.include('signed-out');
  });

  it('says that a page came in place of data: it may be a sign-in, or the address of something else', async () => {
    backend.script = inTurn('snapshot', () => answerOf(200, '<html>', { 'Content-Type': 'text/html' }));
    client = new Client(backend);
    await client.until('signed out', () => client.statuses.at(-1) === 'signed-out');
    expect(client.rejections).to.have.length(1);
    expect(client.rejections[0]).to.include('text/html').and.to.include('/api/snapshot');
    client.gateway.signIn();
    await client.live$();
  });

  const json = { 'Content-Type': 'application/json' };
  const misfits: readonly [string, Asked['route'], () => Response, string][] = [
    ['half of a JSON text', 'snapshot', () => answerOf(200, '{"v":1,"customer":"Cara', json), 'half of a JSON text'],
    [
      'JSON that says it is text',
      'snapshot',
      () => answerOf(200, '{}', { 'Content-Type': 'text/plain' }),
      'text/plain',
    ],
    ['nothing', 'snapshot', () => answerOf(204), 'answered 204'],
    ['JSON in place of a stream', 'events', () => answerOf(200, '{}', json), 'content-type: text/event-stream'],
    ['a stream that nobody serves', 'events', () => answerOf(404, 'nothing here'), 'answered 404'],
  ];
  for (const [what, route, answer, words] of misfits)
    it(`says once what is served in place of ${route}: ${what}`, async () => {
      backend.script = inTurn(route, answer, answer, answer);
      client = new Client(backend, { timings: { firstRetryMs: 1, mostRetryMs: 2 } });
      await client.live$();
      expect(client.rejections).to.have.length(1);
      expect(client.rejections[0]).to.include(`${route}: `).and.to.include(`/api/${route} `).and.to.include(words);
      expect(client.rejections[0]).to.not.include('Cara');
    });

  it('says it anew when it comes again after a good answer', async () => {
    const nothing = (): Response => answerOf(404, 'nothing here');
    backend.script = inTurn('events', nothing);
    client = new Client(backend, { timings: { firstRetryMs: 1, mostRetryMs: 2 } });
    await client.live$();
    backend.script = inTurn('events', nothing);
    backend.cut();
    await client.until('a second try', () => client.rejections.length === 2);
    await client.live$();
    expect(client.rejections[1]).to.equal(client.rejections[0]);
  });

  it('says that a page came in place of events, and of the answer to a command', async () => {
    for (const route of ['events', 'commands'] as const) {
      backend.script = inTurn(route, () => answerOf(200, '<html>', { 'Content-Type': 'text/html' }));
      client = new Client(backend);
      if (route === 'commands') {
        await client.live$();
        client.gateway.execute({ type: 'session.park', sessionId: 's1', commandId: 'c1' }).catch(() => undefined);
      }
      await client.until('signed out', () => client.statuses.at(-1) === 'signed-out');
      expect(client.rejections).to.have.length(1);
      expect(client.rejections[0]).to.include('text/html').and.to.include(`/api/${route} `);
      client.disconnect();
    }
  });

  it('asks the page’s own network where the host names no other', async () => {
    const { fetch: real } = window;
    window.fetch = backend.fetch;
    try {
      client = new Client(backend, { fetch: undefined });
      await client.live$();
      expect(backend.requests.length).to.be.above(1);
    } finally {
      window.fetch = real;
    }
  });

  it('shows no token of before after a sign-in', async () => {
    let asked = 0;
    client = new Client(backend, { token: () => `token ${String((asked += 1))}` });
    await client.live$();
    const before = backend.requests.length;
    client.gateway.signIn();
    await client.until('another snapshot', () => backend.count('snapshot') === 2);
    await client.live$();
    const shown = backend.requests.slice(before).map(({ token }) => token);
    expect([...new Set(shown)]).to.deep.equal(['Bearer token 2']);
  });

  const signIns: readonly [string, () => Response][] = [
    ['a login page', () => answerOf(200, '<html>', { 'Content-Type': 'text/html' })],
    ['401', () => answerOf(401)],
    ['403', () => answerOf(403)],
  ];
  for (const [what, answer] of signIns) {
    it(`takes ${what} for signed out, and tries again only when the agent has signed in`, async () => {
      let isSignedOut = false;
      let calls = 0;
      client = new Client(backend, { onSignedOut: () => (calls += 1) });
      await client.live$();
      isSignedOut = true;
      backend.script = () => Promise.resolve(isSignedOut ? answer() : undefined);
      backend.cut();
      await client.until('signed out', () => client.statuses.at(-1) === 'signed-out');
      const asked = backend.requests.length;
      await fiveTries();
      expect(backend.requests.length, 'blind tries').to.equal(asked);
      expect(calls).to.equal(1);
      isSignedOut = false;
      backend.happen(['meanwhile']);
      client.gateway.signIn();
      await client.live$();
      expect(client.tags).to.deep.equal(['meanwhile']);
    });
  }

  for (const route of ['snapshot', 'events'] as const) {
    it(`takes no answer to ${route} for signed out that was asked for before the agent signed in`, async () => {
      let isSignedOut = true;
      let answerNow = (): void => undefined;
      backend.script = (asked) =>
        asked.route === route && isSignedOut
          ? new Promise((resolve) => {
              answerNow = () => {
                resolve(answerOf(401));
              };
            })
          : Promise.resolve(undefined);
      client = new Client(backend, { timings: { requestMs: 60_000 } });
      await client.until('asked', () => backend.count(route) === 1);
      isSignedOut = false;
      client.gateway.signIn();
      answerNow();
      await client.live$();
      expect(client.statuses).not.to.include('signed-out');
    });
  }

  it('notices a connection that has gone silent', async () => {
    client = new Client(backend, { timings: { silenceMs: 350 } });
    await client.live$();
    await client.until('lost', () => client.statuses.includes('reconnecting'));
    await client.until('a new stream', () => backend.count('events') > 1);
  });

  it('notices a dead connection when the agent looks, long before its silence tells', async () => {
    client = new Client(backend, { timings: { silenceMs: 60_000, requestMs: 60_000, freshMs: 0, probeMs: 60 } });
    await client.live$();
    backend.script = ({ route, signal }) =>
      route === 'events'
        ? new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined)))
        : Promise.resolve(undefined);
    window.dispatchEvent(new Event('focus'));
    await client.until('lost', () => client.statuses.includes('reconnecting'));
    backend.script = () => Promise.resolve(undefined);
    window.dispatchEvent(new Event('online'));
    await client.live$();
  });

  it('asks for a sign of life when the network goes, however lately there was one', async () => {
    client = new Client(backend, { timings: { silenceMs: 60_000, requestMs: 60_000, freshMs: 60_000 } });
    await client.live$();
    backend.happen(['last word']);
    await client.until('the tag', () => client.tags.join() === 'last word');
    backend.script = () => Promise.resolve('lose-request');
    window.dispatchEvent(new Event('offline'));
    await client.until('lost', () => client.statuses.includes('reconnecting'));
    backend.script = () => Promise.resolve(undefined);
    window.dispatchEvent(new Event('online'));
    await client.live$();
  });

  it('lets go of everything when the page is kept aside, and goes on from there', async () => {
    // Its silence ends no stream: only the page does.
    client = new Client(backend, { timings: { silenceMs: 60_000 } });
    await client.live$();
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await client.until('no stream', () => backend.streams === 0);
    const asked = backend.requests.length;
    await turn();
    await turn();
    expect(backend.requests.length).to.equal(asked);
    backend.happen(['while away'], undefined, LONG_AGO);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await client.until('caught up', () => client.tags.join() === 'while away');
    expect(client.live).to.deep.equal([]);
    expect(backend.count('snapshot')).to.equal(1);
  });

  it('tells what happened while the page was kept aside from what happens when it is back', async () => {
    client = new Client(backend, { timings: { settleMs: 60_000 } });
    await client.live$();
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    backend.happen(['while away'], undefined, LONG_AGO);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    backend.happen(['while away', 'back']);
    await client.until('both', () => client.tags.length === 2);
    backend.happen(['and on']);
    await client.until('the next', () => client.tags.join() === 'and on');
    expect(client.live.at(-1)).to.deep.include({ tags: ['and on'] });
    expect(client.live.filter((fact) => 'tags' in fact && fact.tags.join() === 'while away')).to.deep.equal([]);
  });

  it('asks for another token once when many requests are refused, and shows it to nobody', async () => {
    let rotation = 1;
    const current = (): string => `secret-${String(rotation)}`;
    let asked = 0;
    let mostAtOnce = 0;
    let atOnce = 0;
    let refused = 0;
    backend.script = ({ token }) => {
      if (token === `Bearer ${current()}`) return Promise.resolve(undefined);
      refused += 1;
      return Promise.resolve(answerOf(401));
    };
    client = new Client(backend, {
      token: async () => {
        asked += 1;
        atOnce += 1;
        mostAtOnce = Math.max(mostAtOnce, atOnce);
        // Late enough for everybody who was refused to ask as well.
        await backend.news.until('all refused', () => refused === 4 * (rotation - 1));
        await turn();
        atOnce -= 1;
        return current();
      },
    });
    await client.live$();
    for (rotation = 2; rotation <= 50; rotation += 1) {
      const replies = Array.from({ length: 4 }, (_, index) =>
        client.gateway.execute({
          type: 'tags.change',
          sessionId: `s${String(index)}`,
          tags: [],
          commandId: `${String(rotation)}-${String(index)}`,
        }),
      );
      for (const reply of await Promise.all(replies)) expect(reply.ok).to.equal(true);
    }
    expect(asked).to.equal(50);
    expect(mostAtOnce).to.equal(1);
    expect(backend.requests.filter(({ url }) => url.includes('secret'))).to.deep.equal([]);
    expect(client.statuses).not.to.include('signed-out');
  });

  it('goes on when the host fails to give a token', async () => {
    let calls = 0;
    client = new Client(backend, {
      token: () => {
        calls += 1;
        return calls < 3 ? Promise.reject(new Error('no')) : 'token';
      },
    });
    await client.live$();
    expect(calls).to.equal(3);
  });

  it('shows a new agent nothing of the one before', async () => {
    client = new Client(backend);
    await client.live$();
    backend.agentId = 'ben';
    backend.tags = ['of ben'];
    client.gateway.signIn();
    await client.until('ben', () => client.state.workspace.agentId === 'ben' && client.statuses.at(-1) === 'live');
    expect(client.tags).to.deep.equal(['of ben']);
    expect(backend.requests.at(-1)?.url).to.include('agent=ben');
  });

  it('says that it connects only when that takes its time', async () => {
    backend.script = async () => {
      await client.until('told', () => client.statuses.includes('connecting'));
      return undefined;
    };
    client = new Client(backend, { timings: { noticeMs: 10 } });
    await client.live$();
    expect(client.statuses).to.deep.equal(['connecting', 'live']);
  });

  it('goes on when a receiver throws', async () => {
    client = new Client(backend);
    await client.live$();
    const facts = client.facts.bind(client);
    client.facts = (events, delivery) => {
      facts(events, delivery);
      throw new Error('a bad receiver');
    };
    backend.happen(['one']);
    backend.happen(['one', 'two']);
    await client.until('both', () => client.tags.length === 2);
    expect(client.rejections).to.have.length(2);
  });
});
