import type { SignedOutReason } from '../../core/events/session-event.js';
import { plainJson } from '../../core/text/plain-json.js';
import { baseOf } from './base-of.js';
import { Misfits, UNREADABLE, lateAfter, misfitOf } from './misfits.js';
import type { Misfit } from './misfits.js';
import { SignIn } from './sign-in.js';
import type { TokenSource } from './sign-in.js';
import { saysJson, verdictOf } from './verdict.js';
import type { MediaType, Verdict } from './verdict.js';

export interface RequestsOptions {
  readonly url: string | URL;
  readonly token?: TokenSource | undefined;
  readonly credentials?: RequestCredentials | undefined;
  readonly fetch?: typeof fetch | undefined;
}

/** What is asked of the backend. */
export interface Ask {
  readonly method?: 'GET' | 'POST';
  /** Below the gateway's URL. Never holds anything secret: addresses end up in logs. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Whether it goes on when the page is left. */
  readonly isKeptAlive?: boolean;
  /** What is wrong with an answer in JSON, where that can be told at a glance. */
  readonly misfitOf?: (status: number, body: unknown) => Misfit | undefined;
}

/** What a request needs that is sent in another way. */
export interface RequestHead {
  readonly url: string;
  readonly token: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: RequestCredentials;
  /** What the host gave for requests; undefined where the page's own will do. */
  readonly fetch: typeof fetch | undefined;
}

/** What came of it, as far as the connection goes. */
export type Trouble =
  | { readonly kind: 'retry'; readonly afterMs?: number }
  /** `reason` where somebody is signed in, who may not ask. */
  | { readonly kind: 'signed-out'; readonly reason?: SignedOutReason };

export type JsonAnswer =
  | { readonly kind: 'ok'; readonly body: unknown }
  /** `body` is undefined when the refusal does not explain itself in JSON. */
  | { readonly kind: 'refused'; readonly status: number; readonly body: unknown }
  | Trouble;

export type StreamAnswer =
  | { readonly kind: 'ok'; readonly body: ReadableStream<Uint8Array>; readonly close: () => void }
  /** Somebody is signed in, who may not ask. */
  | { readonly kind: 'forbidden' }
  | Trouble;

interface Exchange {
  readonly response: Response;
  readonly verdict: Verdict;
}

const FAILED: Trouble = { kind: 'retry' };

/** Requests to one backend: token, credentials, deadlines, and what the answers mean. Nothing here ever rejects. */
export class Requests {
  readonly #base: string;
  readonly #credentials: RequestCredentials;
  readonly #fetch: typeof fetch;
  readonly #given: typeof fetch | undefined;
  readonly #signIn: SignIn;
  readonly #misfits: Misfits;

  /** @param tell hears what came in place of an answer, for whoever builds the page */
  constructor(
    { url, token, credentials = 'same-origin', fetch: given }: RequestsOptions,
    tell: (reason: string) => void = () => undefined,
  ) {
    this.#misfits = new Misfits(tell);
    this.#base = baseOf(url);
    this.#credentials = credentials;
    this.#given = given;
    this.#fetch = given ?? ((input, init) => fetch(input, init));
    this.#signIn = new SignIn(token);
  }

  /** The backend's address, the same for every way of writing it. */
  get base(): string {
    return this.#base;
  }

  /** Forgets the token: the next request asks the host for one. */
  signIn(): void {
    this.#signIn.forget();
  }

  /**
   * What another way of sending needs; with a token that was refused, once more with another one, or undefined where
   * there is none. Rejects when the host fails to give a token.
   */
  async head(path: string, refused?: RequestHead): Promise<RequestHead | undefined> {
    const token = refused ? await this.#signIn.another(refused.token) : await this.#signIn.token();
    if (refused && token === undefined) return undefined;
    return {
      ...{ url: `${this.#base}${path}`, token, credentials: this.#credentials, fetch: this.#given },
      headers: { Accept: 'application/json', ...authorization(token) },
    };
  }

  /** What is wrong with a route shows only later than its answer. */
  misfit(path: string, problem: string): void {
    this.#misfits.hear(this.#base, path, { problem, isSure: true });
  }

  /** Asks for JSON and reads all of it, within one deadline. */
  async json(ask: Ask): Promise<JsonAnswer> {
    const deadline = deadlineOf(ask);
    try {
      const { response, verdict } = await this.#exchange(ask, 'application/json', deadline);
      switch (verdict.kind) {
        case 'ok':
          return { kind: 'ok', body: await this.#read(ask, response, deadline) };
        case 'forbidden':
        case 'refused': {
          if (verdict.kind === 'forbidden' && ask.method !== 'POST')
            return { kind: 'signed-out', ...(saysJson(response) ? { reason: 'not-an-agent' } : {}) };
          const { status } = response;
          const body = await problemOf(response);
          const misfit = verdict.kind === 'forbidden' || saysJson(response) ? ask.misfitOf?.(status, body) : undefined;
          if (misfit) this.#misfits.hear(this.#base, ask.path, misfit);
          return { kind: 'refused', status, body };
        }
        default:
          return troubleOf(verdict);
      }
    } catch {
      return FAILED;
    } finally {
      deadline.end();
    }
  }

  /** Opens a stream of events. The deadline is for its beginning. */
  async stream(ask: Ask): Promise<StreamAnswer> {
    const deadline = deadlineOf(ask);
    try {
      const { response, verdict } = await this.#exchange(ask, 'text/event-stream', deadline);
      if (verdict.kind === 'ok' && response.body) {
        this.#misfits.hear(this.#base, ask.path, undefined);
        deadline.clear();
        return { kind: 'ok', body: response.body, close: deadline.end };
      }
      deadline.end();
      return verdict.kind === 'forbidden' ? { kind: 'forbidden' } : troubleOf(verdict);
    } catch {
      deadline.end();
      return FAILED;
    }
  }

  /** Rejects when the network breaks off, and when what came is not JSON. */
  async #read(ask: Ask, response: Response, deadline: Deadline): Promise<unknown> {
    const { path, misfitOf } = ask;
    try {
      const body: unknown = await this.#inTime(ask, deadline, response.json());
      this.#misfits.hear(this.#base, path, misfitOf?.(response.status, body));
      return body;
    } catch (error) {
      // What the engine says of it would repeat some of what came. WebKit throws a DOMException of this name.
      if (error instanceof Error && error.name === 'SyntaxError') this.#misfits.hear(this.#base, path, UNREADABLE);
      throw error;
    }
  }

  /** Rejects when there is no answer, or when the host fails to give a token. */
  async #exchange(ask: Ask, mediaType: MediaType, deadline: Deadline): Promise<Exchange> {
    const token = await deadline.orRejected(this.#signIn.token());
    const first = await this.#send(ask, mediaType, deadline, token);
    if (first.verdict.kind !== 'token') return first;
    const another = await deadline.orRejected(this.#signIn.another(token));
    return another === undefined ? first : this.#send(ask, mediaType, deadline, another);
  }

  async #send(ask: Ask, mediaType: MediaType, deadline: Deadline, token: string | undefined): Promise<Exchange> {
    const { method = 'GET', path, query, headers, body, isKeptAlive = false } = ask;
    const search = query && Object.keys(query).length > 0 ? `?${new URLSearchParams(query).toString()}` : '';
    const asked = this.#fetch(`${this.#base}${path}${search}`, {
      method,
      credentials: this.#credentials,
      cache: 'no-store',
      // A redirect leads to a login page: followed, it would come back as data, or as a failure without a reason.
      redirect: 'manual',
      signal: deadline.signal,
      ...(isKeptAlive ? { keepalive: true } : {}),
      headers: {
        Accept: mediaType,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...authorization(token),
        ...headers,
      },
      ...(body === undefined ? {} : { body: plainJson(body) }),
    });
    const response = await this.#inTime(ask, deadline, asked);
    const verdict = verdictOf(response, mediaType, Date.now());
    const misfit = misfitOf(path, response, verdict, mediaType);
    if (misfit) this.#misfits.hear(this.#base, path, misfit);
    return { response, verdict };
  }

  /** What an answer is waited for by; told where it does not come in time. */
  async #inTime<T>({ path, timeoutMs }: Ask, deadline: Deadline, answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (deadline.isOver) this.#misfits.hear(this.#base, path, lateAfter(timeoutMs));
      throw error;
    }
  }
}

const authorization = (token: string | undefined): Readonly<Record<string, string>> =>
  token === undefined || token === '' ? {} : { Authorization: `Bearer ${token}` };

interface Deadline {
  readonly signal: AbortSignal;
  /** Whether it has passed; not so where whoever asked has broken off. */
  readonly isOver: boolean;
  /** The exchange may take as long as it likes from here on. */
  readonly clear: () => void;
  /** Lets go of everything; what is still being read is broken off. */
  readonly end: () => void;
  orRejected<T>(promise: Promise<T>): Promise<T>;
}

function deadlineOf({ timeoutMs, signal }: Ask): Deadline {
  const controller = new AbortController();
  const end = (): void => {
    clearTimeout(timer);
    controller.abort();
  };
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    end();
  }, timeoutMs);
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { signal: controller.signal });
  return {
    signal: controller.signal,
    get isOver() {
      return isOver;
    },
    clear() {
      clearTimeout(timer);
    },
    end,
    orRejected: (promise) =>
      new Promise((resolve, reject) => {
        const fail = (): void => {
          reject(new Error('The request took too long.'));
        };
        if (controller.signal.aborted) fail();
        controller.signal.addEventListener('abort', fail);
        promise.then(resolve, reject);
      }),
  };
}

/** A token that is refused with no other to try is a sign-in that has run out. */
function troubleOf(verdict: Verdict): Trouble {
  switch (verdict.kind) {
    case 'token':
    case 'signed-out':
      return { kind: 'signed-out' };
    case 'retry':
      return verdict;
    default:
      return FAILED;
  }
}

async function problemOf(response: Response): Promise<unknown> {
  if (!saysJson(response)) return undefined;
  return response.json().catch(() => undefined);
}
