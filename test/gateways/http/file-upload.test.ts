import { expect } from '@open-wc/testing';
import { uploadFile } from '../../../src/gateways/http/file-upload.js';
import type { Requests } from '../../../src/gateways/http/requests.js';
import { FakeTime } from '../../support/fake-time.js';
import { turn } from '../../support/news.js';

const json = (status: number, body: unknown, type = 'application/json'): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'Content-Type': type } });
const problem = (status: number, type: string, detail?: string): Response =>
  json(status, { type: `urn:my-sessions:${type}`, detail }, 'application/problem+json');
const STORED = (): Response => json(200, { ok: true, attachmentId: 'a1' });

const aFile = (): File => new File(['hello'], 'Bill 2.txt', { type: 'text/plain' });

/** Stands in for the requests of a gateway: tokens in their order, each good for one head, and who fetches. */
const requestsWith = (tokens: readonly (string | undefined)[], fetching?: typeof fetch): Requests => {
  const left = [...tokens];
  return {
    head: (path: string, refused?: { readonly token: string }) => {
      const token = left.shift();
      if (refused && token === undefined) return Promise.resolve(undefined);
      const headers = { Accept: 'application/json', Authorization: `Bearer ${token ?? ''}` };
      return Promise.resolve({
        url: `https://backend.example/${path}`,
        token,
        headers,
        credentials: 'include',
        fetch: fetching,
      });
    },
  } as unknown as Requests;
};

describe('a file that is fetched to its backend', () => {
  /** What comes of an upload that is answered so, one after the other. */
  async function upload(answers: readonly (() => Response | Promise<Response>)[], tokens = ['t1', 't2', 't3']) {
    const asked: { url: string; init: RequestInit }[] = [];
    const progress: number[] = [];
    const fetching = ((url: string, init: RequestInit) => {
      asked.push({ url, init });
      return Promise.resolve(answers[asked.length - 1]!());
    }) as typeof fetch;
    const reply = await uploadFile(requestsWith(tokens, fetching), {
      ...{ sessionId: 'a&b', file: aFile(), signals: [], silenceMs: 5 },
      onProgress: (bytes) => progress.push(bytes),
    });
    return { reply, asked, progress };
  }

  it('goes whole, for its session, under its name and type, past every cache and to no login page', async () => {
    const { reply, asked, progress } = await upload([STORED]);
    expect(reply).to.deep.equal({ ok: true, attachmentId: 'a1' });
    const [{ url, init }] = asked as [{ url: string; init: RequestInit }];
    expect(url).to.equal('https://backend.example/files?session=a%26b');
    expect(init).to.deep.include({ method: 'POST', credentials: 'include', cache: 'no-store', redirect: 'manual' });
    expect(init.headers).to.deep.include({ Authorization: 'Bearer t1', 'X-Media-Type': 'text/plain' });
    expect(String((init.headers as Record<string, string>)['Content-Disposition'])).to.include('Bill%202.txt');
    expect(await (init.body as Blob).text()).to.equal('hello');
    expect(progress).to.deep.equal([5]);
  });

  const failed = { ok: false, failure: 'failed' } as const;
  const cases: readonly [what: string, answer: () => Response, reply: object][] = [
    ['stored without a name', () => json(200, { ok: true }), failed],
    ['stored under an empty name', () => json(200, { ok: true, attachmentId: '' }), failed],
    ['stored under a number', () => json(200, { ok: true, attachmentId: 7 }), failed],
    ['not stored', () => json(200, { ok: false, attachmentId: 'a1' }), failed],
    ['answered with a list', () => json(200, []), failed],
    ['answered with half a text', () => json(200, '{"ok":true,'), failed],
    [
      'too large',
      () => problem(413, 'too-large', 'At most 5 MB.'),
      { ok: false, failure: 'too-large', message: 'At most 5 MB.' },
    ],
    [
      'too large for whoever stands between',
      () => json(413, '<h1>No', 'text/html'),
      { ok: false, failure: 'too-large' },
    ],
    ['not taken', () => problem(422, 'not-taken'), { ok: false, failure: 'not-taken' }],
    ['sent where nothing takes files', () => problem(404, 'not-found'), { ok: false, failure: 'not-taken' }],
    [
      'of a session that is not there',
      () => problem(404, 'unknown-session'),
      { ok: false, failure: 'unknown-session' },
    ],
    ['not this agent’s', () => problem(403, 'unknown-session'), { ok: false, failure: 'unknown-session' }],
    ['refused for the developer', () => problem(400, 'malformed', 'X-Media-Type: …'), failed],
    ['refused with something else than a text', () => json(400, { type: 'x', detail: 7 }), failed],
    [
      'refused without a kind, in words',
      () => json(400, { detail: 'Not today.' }),
      { ...failed, message: 'Not today.' },
    ],
    ['answered by a server that is down', () => json(503, {}), { ok: false, failure: 'unreachable' }],
    ['answered by a login page', () => json(200, '<h1>Sign in', 'text/html'), { ok: false, failure: 'unreachable' }],
  ];
  for (const [what, answer, reply] of cases)
    it(`is ${what}`, async () => {
      const { reply: said, asked } = await upload([answer]);
      expect(said).to.deep.equal(reply);
      expect(asked).to.have.length(1);
    });

  it('goes again with another token as long as there is one, and not further', async () => {
    const refused = (): Response => json(401, {});
    const { reply, asked } = await upload([refused, refused, STORED]);
    expect(reply).to.deep.equal({ ok: true, attachmentId: 'a1' });
    expect(asked.map(({ init }) => (init.headers as Record<string, string>)['Authorization'])).to.deep.equal([
      'Bearer t1',
      'Bearer t2',
      'Bearer t3',
    ]);
    const none = await upload([refused, refused], ['t1', 't2']);
    expect(none.reply).to.deep.equal({ ok: false, failure: 'unreachable' });
    expect(none.asked).to.have.length(2);
  });

  it('is broken off by any of its signals, and asks for nothing when that was before', async () => {
    for (const at of [0, 1]) {
      const ends = [new AbortController(), new AbortController()];
      const signals = ends.map(({ signal }) => signal);
      const begun = uploadFile(
        requestsWith(
          ['t'],
          (_, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', reject)),
        ),
        { sessionId: 's', file: aFile(), signals, onProgress: () => undefined, silenceMs: 5 },
      );
      await turn();
      ends[at]!.abort();
      expect(await begun).to.deep.equal({ ok: false, failure: 'cancelled' });
    }
    let count = 0;
    const counting = requestsWith(['t'], () => {
      count += 1;
      return Promise.resolve(STORED());
    });
    const about = { sessionId: 's', file: aFile(), onProgress: () => undefined, silenceMs: 5 };
    expect(await uploadFile(counting, { ...about, signals: [AbortSignal.abort()] })).to.deep.equal({
      ok: false,
      failure: 'cancelled',
    });
    expect(count).to.equal(0);
  });

  it('that cannot be read any more does not arrive', async () => {
    const file = { name: 'a.txt', type: '', size: 1, arrayBuffer: () => Promise.reject(new Error('moved')) };
    const about = { sessionId: 's', file, signals: [], onProgress: () => undefined, silenceMs: 5 };
    expect(
      await uploadFile(
        requestsWith(['t'], () => Promise.resolve(STORED())),
        about,
      ),
    ).to.deep.equal({
      ok: false,
      failure: 'unreachable',
    });
  });
});

/** Stands in for the browser's own way of sending, and says what a test lets it say. */
class ScriptedRequest {
  static last: ScriptedRequest;
  readonly upload: { onprogress?: (event: { loaded: number }) => void; onload?: () => void } = {};
  readonly headers: Record<string, string> = {};
  onloadend?: () => void;
  withCredentials = false;
  status = 0;
  responseText = '';
  responseURL = '';
  url = '';
  isAborted = false;
  isSent = false;

  constructor() {
    ScriptedRequest.last = this;
  }
  open(_: string, url: string): void {
    this.url = url;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  send(): void {
    this.isSent = true;
  }
  abort(): void {
    this.isAborted = true;
    this.onloadend?.();
  }
  getAllResponseHeaders(): string {
    return 'content-type: application/json; charset=utf-8\r\nx-empty:\r\n: nothing\r\nno colon\r\n';
  }
  end(status: number, body: string, url = this.url): void {
    Object.assign(this, { status, responseText: body, responseURL: url });
    this.onloadend?.();
  }
}

describe('a file that the browser sends by itself', () => {
  const SILENCE_MS = 1000;
  const real = globalThis.XMLHttpRequest;
  let time: FakeTime;
  let progress: number[];
  let stop: AbortController;
  let reply: Promise<unknown>;

  beforeEach(async () => {
    globalThis.XMLHttpRequest = ScriptedRequest as unknown as typeof XMLHttpRequest;
    time = new FakeTime();
    progress = [];
    stop = new AbortController();
    reply = uploadFile(requestsWith(['t1']), {
      ...{ sessionId: 's', file: aFile(), signals: [stop.signal], silenceMs: SILENCE_MS },
      onProgress: (bytes) => progress.push(bytes),
    });
    await turn();
  });
  afterEach(() => {
    time.restore();
    globalThis.XMLHttpRequest = real;
  });

  it('goes with the agent’s cookie, under its name, and tells how far it is, no further than its own end', async () => {
    const request = ScriptedRequest.last;
    expect(request.withCredentials).to.equal(true);
    expect(request.headers).to.have.keys([
      'Accept',
      'Authorization',
      'Content-Disposition',
      'Content-Type',
      'X-Media-Type',
    ]);
    request.upload.onprogress?.({ loaded: 2 });
    request.upload.onprogress?.({ loaded: 99 });
    request.end(200, '{"ok":true,"attachmentId":"a1"}');
    expect(await reply).to.deep.equal({ ok: true, attachmentId: 'a1' });
    expect(progress).to.deep.equal([2, 5]);
    expect(time.running).to.equal(0);
  });

  it('is given up when nothing has moved for too long, and not as long as something does', async () => {
    const request = ScriptedRequest.last;
    await time.elapse(SILENCE_MS - 1);
    request.upload.onprogress?.({ loaded: 2 });
    await time.elapse(SILENCE_MS - 1);
    request.upload.onload?.();
    await time.elapse(SILENCE_MS - 1);
    expect(request.isAborted).to.equal(false);
    await time.elapse(1);
    expect(request.isAborted).to.equal(true);
    expect(await reply).to.deep.equal({ ok: false, failure: 'unreachable' });
  });

  it('is broken off', async () => {
    stop.abort();
    expect(ScriptedRequest.last.isAborted).to.equal(true);
    expect(await reply).to.deep.equal({ ok: false, failure: 'cancelled' });
  });

  for (const [what, end, failure] of [
    ['without an answer', [0, ''], 'unreachable'],
    ['with what is no JSON', [200, 'ok'], 'failed'],
    ['where a redirect has led', [200, '{"ok":true,"attachmentId":"a1"}', 'https://login.example/'], 'unreachable'],
  ] as const)
    it(`has not arrived ${what}`, async () => {
      ScriptedRequest.last.end(...(end as unknown as [number, string, string?]));
      expect(await reply).to.deep.equal({ ok: false, failure });
    });

  it('has arrived where the browser does not say from where the answer is', async () => {
    ScriptedRequest.last.end(200, '{"ok":true,"attachmentId":"a1"}', '');
    expect(await reply).to.deep.equal({ ok: true, attachmentId: 'a1' });
  });
});
