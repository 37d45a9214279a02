import { noChange } from 'lit';
import { directive } from 'lit/directive.js';
import type { Subscription } from 'rxjs';
import type { Selector } from '../core/store/selector.js';
import type { SessionStore } from '../core/store/session-store.js';
import { LiveDirective } from './live-directive.js';

type SelectorOf = (key: string) => Selector<unknown>;
type View = (value: never) => unknown;

/** See `slice`. */
class SliceDirective extends LiveDirective {
  #store: SessionStore | undefined;
  #key = '';
  #selectorOf: SelectorOf | undefined;
  #view: View | undefined;
  #value: unknown;
  #subscription: Subscription | undefined;

  render(store: SessionStore, key: string, selectorOf: SelectorOf, view: View): unknown {
    const isSame = store === this.#store && key === this.#key && selectorOf === this.#selectorOf;
    if (isSame && view === this.#view) return noChange;
    this.#view = view;
    if (!isSame) {
      this.#store = store;
      this.#key = key;
      this.#selectorOf = selectorOf;
      this.#subscribe();
    }
    return view(this.#value as never);
  }

  protected override disconnected(): void {
    this.#subscription?.unsubscribe();
  }

  protected override reconnected(): void {
    this.#subscribe();
    this.show(this.#view?.(this.#value as never));
  }

  #subscribe(): void {
    this.#subscription?.unsubscribe();
    let isFirst = true;
    const selector = this.#selectorOf?.(this.#key);
    this.#subscription =
      selector &&
      this.#store?.select(selector).subscribe((value) => {
        this.#value = value;
        if (!isFirst) this.show(this.#view?.(value as never));
      });
    isFirst = false;
  }
}

/**
 * Renders one slice of the state inside a larger template and keeps it up by itself: of five hundred rows, the one
 * whose record changed renders, and neither the other rows nor the list. Pass the same functions at every render;
 * a new `view` renders anew.
 */
export const slice = directive(SliceDirective) as unknown as <T>(
  store: SessionStore,
  key: string,
  selectorOf: (key: string) => Selector<T>,
  view: (value: T) => unknown,
) => unknown;
