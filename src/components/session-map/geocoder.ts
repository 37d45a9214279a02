import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Coordinates } from '../../core/location/location.js';
import { LONGEST_ANSWER, readPlaces } from '../../core/location/read-places.js';

/** What came of looking an address up. `unreachable`: nobody answered. `failed`: not with places. */
export type Finding =
  | { readonly state: 'searching' | 'not-found' | 'unreachable' | 'failed' }
  | { readonly state: 'found'; readonly place: Coordinates };

const TIMEOUT_MS = 8000;
const MOST_FINDINGS = 20;
const SEARCHING: Finding = { state: 'searching' };

/** Asks a geocoder once. Never throws. */
export async function askGeocoder(url: string, signal: AbortSignal, timeoutMs = TIMEOUT_MS): Promise<Finding> {
  const limit = new AbortController();
  const abort = (): void => {
    limit.abort();
  };
  const timer = setTimeout(abort, timeoutMs);
  signal.addEventListener('abort', abort);
  try {
    const response = await fetch(url, {
      signal: limit.signal,
      headers: { accept: 'application/json' },
      credentials: 'omit',
      // Not the path of the page: a portal's may name the customer.
      referrerPolicy: 'strict-origin-when-cross-origin',
      // The address goes to whom the configuration names, and nowhere else.
      redirect: 'error',
    });
    return response.ok ? await readFinding(response) : { state: 'failed' };
  } catch {
    return { state: 'unreachable' };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    limit.abort();
  }
}

async function readFinding(response: Response): Promise<Finding> {
  const text = await readShort(response);
  try {
    const place = readPlaces(text);
    return place ? { state: 'found', place } : { state: 'not-found' };
  } catch {
    return { state: 'failed' };
  }
}

/** Stops reading once the answer is too long to be one. */
async function readShort(response: Response): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += part.value;
    if (text.length > LONGEST_ANSWER) {
      void reader?.cancel();
      break;
    }
  }
  return text;
}

/**
 * Looks addresses up for an element: one request for each, one at a time, and none for what the element does not show
 * any more. What was found or failed is kept by its URL, so an answer can only ever be shown with its own address.
 */
export class Geocoder implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #findings = new Map<string, Finding>();
  #wanted: string | undefined;
  #request: { readonly url: string; readonly controller: AbortController } | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** What is known of an address by its URL. To be called while rendering; what is not known is asked after it. */
  lookUp(url: string): Finding {
    this.#wanted = url;
    return this.#findings.get(url) ?? SEARCHING;
  }

  /** Asks again for what failed. */
  retry(url: string): void {
    this.#findings.delete(url);
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#wanted = undefined;
  }

  hostUpdated(): void {
    const url = this.#wanted;
    if (this.#request && this.#request.url !== url) this.#abort();
    if (url !== undefined && !this.#request && !this.#findings.has(url)) void this.#ask(url);
  }

  hostDisconnected(): void {
    this.#abort();
  }

  #abort(): void {
    this.#request?.controller.abort();
    this.#request = undefined;
  }

  async #ask(url: string): Promise<void> {
    const request = { url, controller: new AbortController() };
    this.#request = request;
    const finding = await askGeocoder(url, request.controller.signal);
    if (this.#request !== request) return;
    this.#request = undefined;
    const [oldest] = this.#findings.keys();
    if (oldest !== undefined && this.#findings.size >= MOST_FINDINGS) this.#findings.delete(oldest);
    this.#findings.set(url, finding);
    this.#host.requestUpdate();
  }
}
