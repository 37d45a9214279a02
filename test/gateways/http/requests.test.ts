import { expect } from '@open-wc/testing';
import { Requests } from '../../../src/gateways/http/requests.js';
import type { Ask, JsonAnswer, StreamAnswer } from '../../../src/gateways/http/requests.js';
import { FakeTime } from '../../support/fake-time.js';
import { turn } from '../../support/news.js';

const ASK: Ask = { path: 'snapshot', timeoutMs: 1000 };
const response = (status: number, body: unknown = {}, type = 'application/json', headers = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type, ...headers } });

/** Requests whose answers are given one after the other, and what was asked for. */
function asking(answers: readonly (() => Response | Promise<Response>)[], tokens?: readonly string[]) {
  const asked: { url: string; init: RequestInit; headers: Record<string, string> }[] = [];
  const left = [...(tokens ?? [])];
  const requests = new Requests({
    url: 'https://backend.example/agent',
    credentials: 'include',
    ...(tokens ? { token: () => left.shift() ?? Promise.reject(new Error('none left')) } : {}),
    fetch: (url, init = {}) => {
      asked.push({ url: url as string, init, headers: init.headers as Record<string, string> });
      return Promise.resolve(answers[asked.length - 1]!());
    },
  });
  return { requests, asked };
}

describe('a request', () => {
  it('goes where it is to, as who it is, past caches and to no login page', async () => {
    const { requests, asked } = asking([() => response(200), () => response(200), () => response(200)], ['t1']);
    await requests.json(ASK);
    await requests.json({ ...ASK, query: { agent: 'a&b' }, headers: { 'X-One': '1' } });
    await requests.json({ ...ASK, path: 'commands', method: 'POST', query: {}, body: { v: 1 }, isKeptAlive: true });
    expect(asked.map(({ url }) => url)).to.deep.equal([
      'https://backend.example/agent/snapshot',
      'https://backend.example/agent/snapshot?agent=a%26b',
      'https://backend.example/agent/commands',
    ]);
    const about = { credentials: 'include', cache: 'no-store', redirect: 'manual' };
    for (const { init } of asked) expect(init).to.include(about);
    expect(asked[0]?.headers).to.deep.equal({ Accept: 'application/json', Authorization: 'Bearer t1' });
    expect(asked[0]?.init).to.include({ method: 'GET' }).and.to.not.have.any.keys('body', 'keepalive');
    expect(asked[1]?.headers).to.include({ 'X-One': '1', Authorization: 'Bearer t1' });
    expect(asked[2]?.init).to.include({ method: 'POST', body: '{"v":1}', keepalive: true });
    expect(asked[2]?.headers).to.include({ 'Content-Type': 'application/json' });
  });

  it('goes without a token where cookies do it, and where the host has an empty one', async () => {
    for (const tokens of [undefined, ['']]) {
      const { requests, asked } = asking([() => response(200)], tokens);
      await requests.json(ASK);
      expect(asked[0]?.headers).to.deep.equal({ Accept: 'application/json' });
    }
  });

  const signedOut = { kind: 'signed-out' } as const;
  const retry = { kind: 'retry' } as const;
  const cases: readonly [what: string, answer: () => Response, json: JsonAnswer, posted?: JsonAnswer][] = [
    ['what was asked for', () => response(200, { a: 1 }), { kind: 'ok', body: { a: 1 } }],
    ['a token that is no good', () => response(401), signedOut],
    [
      'not this agent’s',
      () => response(403, { type: 'x' }, 'application/problem+json'),
      { kind: 'signed-out', reason: 'not-an-agent' },
      { kind: 'refused', status: 403, body: { type: 'x' } },
    ],
    ['a login page', () => response(200, '', 'text/html'), signedOut],
    ['too many', () => response(429, {}, 'application/json', { 'Retry-After': '3' }), { kind: 'retry', afterMs: 3000 }],
    ['down', () => response(503), retry],
    ['of another kind', () => response(200, '', 'text/plain'), retry],
    [
      'refused, with why',
      () => response(400, { detail: 'v' }),
      { kind: 'refused', status: 400, body: { detail: 'v' } },
    ],
    ['refused, without', () => response(404, 'x', 'text/plain'), { kind: 'refused', status: 404, body: undefined }],
    [
      'refused, with half of why',
      () => new Response('{"a', { status: 400, headers: { 'Content-Type': 'application/json' } }),
      { kind: 'refused', status: 400, body: undefined },
    ],
    ['half of it', () => new Response('{"a', { headers: { 'Content-Type': 'application/json' } }), retry],
    ['nothing', () => Response.error(), retry],
  ];
  for (const [what, answer, json, posted = json] of cases)
    it(`is told what is answered: ${what}`, async () => {
      const { requests } = asking([answer, answer]);
      expect(await requests.json(ASK)).to.deep.equal(json);
      expect(await requests.json({ ...ASK, method: 'POST', body: {} })).to.deep.equal(posted);
    });

  for (const [what, answer, kind] of [
    ['a token that is no good', () => response(401), 'signed-out'],
    ['not this agent’s', () => response(403), 'forbidden'],
    ['a login page', () => response(200, '', 'text/html'), 'signed-out'],
    ['down', () => response(503), 'retry'],
    ['refused', () => response(404), 'retry'],
    ['JSON', () => response(200), 'retry'],
    ['no answer', () => Promise.reject(new TypeError('network')), 'retry'],
  ] as const)
    it(`gets no stream: ${what}`, async () => {
      const { requests } = asking([answer]);
      expect(await requests.stream(ASK)).to.deep.equal({ kind });
    });

  it('is sent again with another token, once', async () => {
    const { requests, asked } = asking(
      [() => response(401), () => response(200, 1), () => response(200, 2)],
      ['t1', 't2'],
    );
    expect(await requests.json(ASK)).to.deep.equal({ kind: 'ok', body: 1 });
    expect(await requests.json(ASK)).to.deep.equal({ kind: 'ok', body: 2 });
    const tokens = asked.map(({ headers }) => headers['Authorization']);
    expect(tokens).to.deep.equal(['Bearer t1', 'Bearer t2', 'Bearer t2']);
    const again = asking([() => response(401), () => response(401)], ['t1', 't2']);
    expect(await again.requests.json(ASK)).to.deep.equal(signedOut);
    expect(again.asked).to.have.length(2);
  });

  it('asks for another token when the agent has signed in, and fails without one', async () => {
    const { requests, asked } = asking([() => response(200), () => response(200)], ['t1', 't2']);
    await requests.json(ASK);
    requests.signIn();
    await requests.json(ASK);
    expect(asked[1]?.headers['Authorization']).to.equal('Bearer t2');
    requests.signIn();
    expect(await requests.json(ASK)).to.deep.equal(retry);
    expect(await requests.stream(ASK)).to.deep.equal(retry);
    expect(asked).to.have.length(2);
  });

  it('that is sent in another way has the same head, once more with another token, and none without', async () => {
    const { requests } = asking([], ['t1', 't2', 't2']);
    const first = await requests.head('files');
    expect(first).to.deep.include({ url: 'https://backend.example/agent/files', token: 't1', credentials: 'include' });
    expect(first?.headers).to.deep.equal({ Accept: 'application/json', Authorization: 'Bearer t1' });
    const second = await requests.head('files', first);
    expect(second?.headers['Authorization']).to.equal('Bearer t2');
    expect(await requests.head('files', second)).to.equal(undefined);
  });

  describe('has its time', () => {
    let time: FakeTime;
    let signal: AbortSignal | null | undefined;
    const hanging = (token?: () => Promise<string>): Requests =>
      new Requests({
        url: 'https://backend.example/',
        ...(token ? { token } : {}),
        fetch: (_, init) =>
          new Promise((_resolve, reject) => {
            signal = init?.signal;
            signal?.addEventListener('abort', () => {
              reject(new DOMException('aborted', 'AbortError'));
            });
          }),
      });
    beforeEach(() => (time = new FakeTime()));
    afterEach(() => {
      time.restore();
    });

    for (const [what, ask] of [
      ['JSON', (requests: Requests, more: Partial<Ask> = {}) => requests.json({ ...ASK, ...more })],
      ['a stream', (requests: Requests, more: Partial<Ask> = {}) => requests.stream({ ...ASK, ...more })],
    ] as const) {
      const outcomeOf = (answer: Promise<JsonAnswer | StreamAnswer>): { kind: string } => {
        const outcome = { kind: 'none' };
        void answer.then(({ kind }) => (outcome.kind = kind));
        return outcome;
      };

      it(`and no more: ${what}`, async () => {
        const outcome = outcomeOf(ask(hanging()));
        await time.elapse(ASK.timeoutMs - 1);
        expect(outcome.kind).to.equal('none');
        await time.elapse(1);
        expect(outcome.kind).to.equal('retry');
        expect(signal?.aborted).to.equal(true);
        expect(time.running).to.equal(0);
      });

      it(`also for its token: ${what}`, async () => {
        const outcome = outcomeOf(ask(hanging(() => new Promise(() => undefined))));
        await time.elapse(ASK.timeoutMs);
        expect(outcome.kind).to.equal('retry');
      });

      it(`and is broken off by whoever asked, before it began as well: ${what}`, async () => {
        const stop = new AbortController();
        const outcome = outcomeOf(ask(hanging(), { signal: stop.signal }));
        await turn();
        stop.abort();
        await turn();
        expect([outcome.kind, time.running]).to.deep.equal(['retry', 0]);
        const late = outcomeOf(ask(hanging(), { signal: stop.signal }));
        await turn();
        await turn();
        expect([late.kind, time.running]).to.deep.equal(['retry', 0]);
      });
    }

    it('which for a stream ends when it has begun; closed, it is broken off', async () => {
      const { requests, asked } = asking([
        () => new Response('data: x\n\n', { headers: { 'Content-Type': 'text/event-stream' } }),
      ]);
      const answer = await requests.stream(ASK);
      await time.elapse(10 * ASK.timeoutMs);
      expect(asked[0]?.headers['Accept']).to.equal('text/event-stream');
      expect(asked[0]?.init.signal?.aborted).to.equal(false);
      if (answer.kind === 'ok') answer.close();
      expect(answer.kind).to.equal('ok');
      expect(asked[0]?.init.signal?.aborted).to.equal(true);
    });

    it('and leaves nothing behind', async () => {
      const { requests, asked } = asking([() => response(200)]);
      await requests.json(ASK);
      expect([time.running, asked[0]?.init.signal?.aborted]).to.deep.equal([0, true]);
    });
  });
});
