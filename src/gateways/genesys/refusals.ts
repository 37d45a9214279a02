import type { GenesysApiClient } from './platform-client.js';
import { dict, text } from './read.js';

type Response = { data: object; headers: unknown; status: number };
type Http = { request: (...given: unknown[]) => Promise<unknown> };

/**
 * What the platform says beside the body of a refusal. The client rejects with that and drops the headers, so these are
 * read where they come by: in the HTTP that the client itself makes public.
 */
export class Refusals {
  readonly #asked = new WeakMap<object, string>();

  /** Begins to read; returns what puts everything back. */
  watch(client: GenesysApiClient): () => void {
    const http = client.getHttpClient?.() as Http | undefined;
    if (typeof http?.request !== 'function') return () => undefined;
    const own = Object.getOwnPropertyDescriptor(http, 'request');
    const inner = http.request;
    const watching = (...given: unknown[]): Promise<unknown> =>
      inner.apply(http, given).catch((error: unknown) => {
        const response = dict(dict(error).response) as Partial<Response>;
        const { status = 0, headers } = response;
        // Of a refusal in other words than the platform's the client hands on no status. Other ones are nobody's to say.
        if (dict(response.data) !== response.data && (status === 401 || status === 429)) response.data = { status };
        const header = text(dict(headers)['retry-after']);
        if (header !== undefined && typeof response.data === 'object') this.#asked.set(response.data, header);
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

  /** For how many ms it asks to wait; undefined where it asks for nothing. How to read that is loaded when it is first asked for. */
  async pauseAfter(error: unknown): Promise<number | undefined> {
    const header = typeof error === 'object' && error !== null ? this.#asked.get(error) : undefined;
    try {
      const { pauseOf } = await import('./retry-after.js');
      return pauseOf(error, header, Date.now());
    } catch {
      return undefined;
    }
  }
}
