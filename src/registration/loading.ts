import { html, nothing } from 'lit';
import type { ReactiveController } from 'lit';
import { consoleLogger } from '../context/browser-ports.js';
import type { Strings } from '../localize/en.js';
import { leaveFocus } from '../context/leave-focus.js';
import { loadElement } from './define-element.js';

/** What takes longer than this to load, in ms, may not come at all: a browser ends no request that is never answered. */
const LONG_MS = 10_000;

/** How far elements are that are loaded when they are shown, and what to show in place of them where they do not come. */
export class Loading implements ReactiveController {
  state: 'loading' | 'slow' | 'loaded' | 'failed' = 'loading';
  readonly #tags: readonly string[];
  readonly #changed: () => void;
  #isShown = true;

  constructor(tags: readonly string[], changed: () => void) {
    this.#tags = tags;
    this.#changed = changed;
    this.#load();
  }

  hostConnected(): void {
    this.#isShown = true;
    this.#listen();
  }

  /** Where nobody sees it nothing is tried again by itself, and nothing of it stays behind. */
  hostDisconnected(): void {
    this.#isShown = false;
    this.#listen();
  }

  /** What became of it, after the name that it has here, and another try where one helps; nothing while all goes well. */
  view({ failed, loadingLong, retry }: Strings['common'], name: unknown = nothing): unknown {
    const isFailed = this.state === 'failed';
    if (!isFailed && this.state !== 'slow') return nothing;
    return html`<div class="empty" part="error" role="alert">
      <p>${name} ${isFailed ? failed : loadingLong}</p>
      ${isFailed ? html`<button type="button" @click=${this.#onRetry}>${retry}</button>` : nothing}
    </div>`;
  }

  #load(): void {
    this.state = 'loading';
    this.#listen();
    const slow = setTimeout(() => {
      this.#turn('slow');
    }, LONG_MS);
    Promise.all(this.#tags.map(loadElement))
      .then(
        () => {
          this.#turn('loaded');
        },
        (error: unknown) => {
          consoleLogger.error(`<${this.#tags.join('>, <')}> could not be loaded.`, error);
          this.#turn('failed');
          this.#listen();
        },
      )
      .finally(() => {
        clearTimeout(slow);
      });
  }

  readonly #again = (): void => {
    // What is on its way is not asked for twice.
    if (this.state !== 'failed') return;
    this.#load();
    this.#changed();
  };

  readonly #onRetry = (event: Event): void => {
    leaveFocus(event);
    this.#again();
  };

  #listen(): void {
    if (this.#isShown && this.state === 'failed') addEventListener('online', this.#again);
    else removeEventListener('online', this.#again);
  }

  #turn(state: typeof this.state): void {
    this.state = state;
    this.#changed();
  }
}
