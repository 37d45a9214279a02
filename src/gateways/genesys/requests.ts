import type { GenesysApiClient } from './platform-client.js';
import { dict, number, text } from './read.js';
import { Refusals } from './refusals.js';
import type { Timers } from './timers.js';

/** How often a request is made in all while the platform wants to be left alone. */
const TRIES = 4;
const UNSAID_PAUSE_MS = 2000;

/** Why a request came to nothing: its status, 0 where there was no answer, and the platform's own words. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string | undefined) {
    super(message ?? '');
    this.status = status;
  }
}

/** Whether another try would be refused as well. */
export const isFinal = (error: unknown): boolean =>
  error instanceof Refused && /^4(?!01|08|29)/.test(String(error.status));

/** Asks the platform, at the pace that it wants. */
export class Requests {
  readonly #timers: Timers;
  readonly #refusals = new Refusals();
  readonly #onSignedOut: () => void;
  #end: () => void = () => undefined;
  readonly #ended = new Promise<void>((resolve) => {
    this.#end = resolve;
  });
  #isOver = false;
  #freeAt = 0;

  constructor(timers: Timers, onSignedOut: () => void) {
    this.#timers = timers;
    this.#onSignedOut = onSignedOut;
  }

  watch(client: GenesysApiClient): () => void {
    return this.#refusals.watch(client);
  }

  /**
   * Resolves with the body of the answer; rejects with `Refused`.
   *
   * @param patienceMs longer than that is not waited to be allowed to ask
   */
  async ask(call: () => Promise<unknown>, patienceMs = Infinity): Promise<unknown> {
    for (let tries = 1; ; tries += 1) {
      // Who is told to wait speaks for all: one more request would only make it longer. Clocks may be set meanwhile.
      for (let ms; (ms = this.#freeAt - performance.now()) > 0 && !this.#isOver;) {
        if (ms > patienceMs) throw new Refused(429, undefined);
        const wait = ms;
        await Promise.race([this.#ended, new Promise<void>((resolve) => this.#timers.after(wait, resolve))]);
      }
      if (this.#isOver) throw new Refused(0, undefined);
      try {
        const body = bodyOf(await call());
        // The platform says nothing or speaks JSON: this is the page of a proxy, or what is left of an answer.
        if (text(body) !== undefined) throw new Refused(0, 'no answer of the platform');
        return body;
      } catch (error) {
        const refused = refusalOf(error);
        if (refused.status === 401) this.#onSignedOut();
        if (refused.status !== 429 || tries === TRIES) throw refused;
        const said = await this.#refusals.pauseAfter(error);
        this.#freeAt = Math.max(this.#freeAt, performance.now() + (said ?? UNSAID_PAUSE_MS * tries));
      }
    }
  }

  /** Nobody waits any longer, and nothing more is asked. */
  end(): void {
    this.#isOver = true;
    this.#end();
  }
}

/** What the host may have wrapped, without its wrapping. */
function bodyOf(answer: unknown): unknown {
  const { headers, status, body } = dict(answer);
  return typeof headers === 'object' && typeof status === 'number' ? body : answer;
}

function refusalOf(error: unknown): Refused {
  const { status, message, body, response, isAxiosError } = dict(error);
  const known = number(status) ?? number(dict(body).status) ?? number(dict(response).status);
  // Without an answer there is an error of the client's own, whose words are not for agents.
  if (known === undefined || (isAxiosError === true && response === undefined)) return new Refused(0, text(message));
  return new Refused(known, text(dict(body).message) ?? text(message));
}
