import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { askGeocoder } from './ask-geocoder.js';
import type { Finding } from './ask-geocoder.js';

const MOST_FINDINGS = 20;
const SEARCHING: Finding = { state: 'searching' };

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
