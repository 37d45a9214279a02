import type { Envelope, WorkspaceSnapshot } from '../../src/core/wire/contract.js';
import type { Session } from '../../src/core/model/session.js';
import { News } from './news.js';

const encoder = new TextEncoder();
const json = (body: unknown, status = 200, type = 'application/json'): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } });

/** What a request says, as far as a script asks. */
export interface Asked {
  readonly route: 'snapshot' | 'events' | 'commands' | 'history';
  readonly key: string;
  readonly token: string;
  readonly url: string;
  readonly signal: AbortSignal;
}

/** The body of a snapshot. */
export interface ScriptedSnapshot {
  readonly v: 1;
  readonly epoch: string;
  readonly seq: number;
  readonly serverTime: number;
  readonly state: WorkspaceSnapshot<unknown>;
}

/** Any answer but the backend's own; `lose-reply` carries it out first. */
export type Script = (asked: Asked) => Promise<Response | 'lose-request' | 'lose-reply' | undefined>;

/**
 * A backend of the contract that does what a test tells it to, behind a `fetch`. Its one session's tags are a log of
 * what was carried out, so that order and number of executions can be read off the client's state.
 */
export class ScriptedBackend {
  agentId = 'ana';
  epoch = 'a';
  head = 0;
  tags: readonly string[] = [];
  /** How often each key was carried out. */
  readonly executions = new Map<string, number>();
  /** Keys in the order in which they were carried out. */
  readonly carriedOut: string[] = [];
  readonly requests: Asked[] = [];
  /** Told of every request, answer and stream. */
  readonly news = new News();
  /** Whether commands are answered before their events go out. */
  script: Script = () => Promise.resolve(undefined);
  /** Whether events reach the streams by themselves. */
  isHolding = false;
  #log: Envelope[] = [];
  #held: Envelope[] = [];
  readonly #streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  readonly #replies = new Map<string, () => Response>();

  /** How many streams are open. */
  get streams(): number {
    return this.#streams.size;
  }

  count(route: Asked['route']): number {
    return this.requests.filter((asked) => asked.route === route).length;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, { ...init, redirect: 'follow' });
    const { pathname } = new URL(request.url);
    const asked: Asked = {
      route: pathname.split('/').at(-1) as Asked['route'],
      key: request.headers.get('Idempotency-Key') ?? '',
      token: request.headers.get('Authorization') ?? '',
      url: request.url,
      signal: request.signal,
    };
    this.requests.push(asked);
    this.news.tell();
    const script = await this.script(asked);
    if (request.signal.aborted) throw new DOMException('Aborted', 'AbortError');
    if (script === 'lose-request') throw new TypeError('Failed to fetch');
    const response = script instanceof Response ? script : await this.#answer(asked, request);
    this.news.tell();
    if (script === 'lose-reply') throw new TypeError('Failed to fetch');
    return response;
  };

  /** Something happens: the session's tags become these. */
  happen(tags: readonly string[], causedBy?: string, ts = Date.now()): void {
    this.tags = tags;
    const envelope: Envelope = {
      v: 1,
      epoch: this.epoch,
      seq: this.head + 1,
      prev: this.head,
      ts,
      type: 'tags.changed',
      sessionId: 's',
      ...(causedBy === undefined ? {} : { causedBy }),
      data: { tags },
    };
    this.head += 1;
    this.#log.push(envelope);
    if (this.isHolding) this.#held.push(envelope);
    else this.send(envelope);
  }

  /** Sends what was held back. */
  release(): void {
    for (const envelope of this.#held.splice(0)) this.send(envelope);
  }

  /** Sends anything at all. */
  send(body: unknown, kind = 'fact'): void {
    for (const stream of this.#streams) stream.enqueue(frame(kind, body));
  }

  beat(): void {
    this.send({ v: 1, epoch: this.epoch, head: this.head, ts: Date.now() }, 'heartbeat');
  }

  /** Tells every reader to start over. */
  reset(): void {
    this.send({ v: 1, reason: 'test' }, 'reset');
  }

  /** Breaks every stream. */
  cut(): void {
    for (const stream of this.#streams) stream.error(new TypeError('network error'));
    this.#streams.clear();
    this.news.tell();
  }

  /** Another life of the log, which remembers nothing. */
  restart(epoch: string): void {
    this.cut();
    this.epoch = epoch;
    this.head = 0;
    this.#log = [];
  }

  async #answer({ route, key, signal }: Asked, request: Request): Promise<Response> {
    switch (route) {
      case 'snapshot':
        return json(this.snapshot());
      case 'events':
        return this.#open(request.headers.get('Last-Event-ID') ?? '', signal);
      case 'history':
        return json({ v: 1, sessions: [] });
      case 'commands':
        return this.#execute(key, (await request.json()) as { readonly tags?: readonly string[] });
    }
  }

  #execute(key: string, { tags = [] }: { readonly tags?: readonly string[] }): Response {
    const known = this.#replies.get(key);
    if (known) return known();
    this.executions.set(key, (this.executions.get(key) ?? 0) + 1);
    this.carriedOut.push(key);
    const isRefused = tags[0] === 'refuse';
    const reply = (): Response =>
      isRefused
        ? json(
            { type: 'x', title: 'No', status: 409, failure: 'not-allowed', detail: 'Not now' },
            409,
            'application/problem+json',
          )
        : json({ v: 1, ok: true });
    this.#replies.set(key, reply);
    if (!isRefused) this.happen(tags, key);
    return reply();
  }

  /** What is true now. */
  snapshot(): ScriptedSnapshot {
    const session: Omit<Session, 'participants' | 'parameters' | 'tags' | 'unread' | 'isSelected'> = {
      id: 's',
      serviceId: 'line',
      modality: 'im',
      direction: 'inbound',
      state: 'active',
      since: 1,
      times: {},
    };
    return {
      v: 1,
      epoch: this.epoch,
      seq: this.head,
      serverTime: Date.now(),
      state: {
        agentId: this.agentId,
        configuration: { version: 1, tenant: { name: 'Harbour' } },
        presences: [],
        usages: [],
        sessions: [{ ...session, participants: [], parameters: [], tags: this.tags, unread: 0, isSelected: false }],
        transcripts: [],
      },
    };
  }

  #open(lastEventId: string, signal: AbortSignal): Response {
    const [epoch, seq] = lastEventId.split(':');
    const missed = this.#log.filter((envelope) => envelope.seq > Number(seq) && !this.#held.includes(envelope));
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        signal.addEventListener('abort', () => {
          if (this.#streams.delete(controller)) controller.error(new DOMException('Aborted', 'AbortError'));
          this.news.tell();
        });
        if (epoch !== this.epoch) {
          controller.enqueue(frame('reset', { v: 1, reason: 'other-epoch' }));
          controller.close();
          return;
        }
        this.#streams.add(controller);
        for (const envelope of missed) controller.enqueue(frame('fact', envelope));
        const head = this.#held[0] ? this.#held[0].prev : this.head;
        controller.enqueue(frame('heartbeat', { v: 1, epoch, head, ts: Date.now() }));
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }
}

const frame = (kind: string, body: unknown): Uint8Array =>
  encoder.encode(`event: ${kind}\ndata: ${JSON.stringify(body)}\n\n`);

export const answerOf = (status: number, body = '', headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(status === 204 ? null : body, { status, headers });
