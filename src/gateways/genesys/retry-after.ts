import { dict, number, text } from './read.js';
import type { GenesysApiClient } from './platform-client.js';

/** Longer pauses are not kept, however politely they are asked for: an agent sits in front of it. */
const MOST_OBEYED_MS = 15 * 60 * 1000;

type Http = { request: (...given: unknown[]) => Promise<unknown> };

/**
 * How long the platform asks to wait. The client rejects with the body of a refusal and drops its headers, so these are
 * read where they come by: in the HTTP that the client itself makes public.
 */
export class RetryAfter {
  readonly #asked = new WeakMap<object, string>();

  /** Begins to read; returns what puts everything back. */
  watch(client: GenesysApiClient): () => void {
    const http = client.getHttpClient?.() as Http | undefined;
    if (typeof http?.request !== 'function') return () => undefined;
    const own = Object.getOwnPropertyDescriptor(http, 'request');
    const inner = http.request;
    const watching = (...given: unknown[]): Promise<unknown> =>
      inner.apply(http, given).catch((error: unknown) => {
        const { data, headers } = dict(dict(error).response);
        const header = text(dict(headers)['retry-after']);
        if (header !== undefined && typeof data === 'object' && data !== null) this.#asked.set(data, header);
        throw error;
      });
    http.request = watching;
    return () => {
      // Somebody else may have stepped in meanwhile, whose way still leads through here.
      if (http.request !== watching) return;
      if (own) Object.defineProperty(http, 'request', own);
      else Reflect.deleteProperty(http, 'request');
    };
  }

  /** In ms; undefined where nothing is asked for. Headers of other origins may be hidden: then the words say it. */
  of(error: unknown, now: number): number | undefined {
    const refusal = dict(error);
    const header =
      text(dict(refusal.headers)['retry-after']) ??
      (typeof error === 'object' && error !== null ? this.#asked.get(error) : undefined);
    const said = header ?? /(\d+)\]? seconds?\W*$/.exec(text(dict(refusal.body ?? error).message) ?? '')?.[1];
    if (said === undefined) return undefined;
    const seconds = number(Number(said));
    const ms = seconds === undefined ? Date.parse(said) - now : seconds * 1000;
    return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), MOST_OBEYED_MS);
  }
}
