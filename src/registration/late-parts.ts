import { nothing } from 'lit';
import type { LitElement, ReactiveController } from 'lit';
import { consoleLogger } from '../context/browser-ports.js';
import type { Strings } from '../localize/en.js';
import { loadElement } from './define-element.js';
import { notLoaded } from './nested-later.js';

/** Parts of an element that are loaded after its first picture, where they stand already; says so where one cannot be. */
export class LateParts implements ReactiveController {
  readonly #host: LitElement;
  readonly #ownTag: string;
  readonly #tags: readonly string[];
  #isMissing = false;

  /** @param ownTag of the host, without the prefix that its parts have in common with it */
  constructor(host: LitElement, ownTag: string, tags: readonly string[]) {
    this.#host = host;
    this.#ownTag = ownTag;
    this.#tags = tags;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.#onOnline);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onOnline);
  }

  readonly load = (): void => {
    this.#setMissing(false);
    const prefix = this.#host.localName.slice(0, -this.#ownTag.length);
    for (const tag of this.#tags)
      loadElement(prefix + tag).catch((error: unknown) => {
        consoleLogger.error(`<${prefix}${tag}> could not be loaded.`, error);
        this.#setMissing(true);
      });
  };

  /** What to show where a part could not be loaded; nothing otherwise. */
  missing({ common }: Strings): unknown {
    return this.#isMissing ? notLoaded(common, this.load) : nothing;
  }

  readonly #onOnline = (): void => {
    if (this.#isMissing) this.load();
  };

  #setMissing(isMissing: boolean): void {
    if (isMissing === this.#isMissing) return;
    this.#isMissing = isMissing;
    this.#host.requestUpdate();
  }
}
