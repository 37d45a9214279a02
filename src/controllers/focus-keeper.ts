import type { LitElement, ReactiveController } from 'lit';

/** Who gets the focus; asked when it is lost. */
type Heir = () => HTMLElement | null | undefined;

/** See `keepFocus`. */
class FocusKeeper implements ReactiveController {
  readonly #host: LitElement;
  readonly #heirOf: (focused: Element) => Heir;
  /** Remembered from when focus came: a part of the host may be gone before the host itself updates. */
  #last: { readonly element: Element; readonly heir: Heir } | undefined;

  constructor(host: LitElement, heirOf: (focused: Element) => Heir) {
    this.#host = host;
    this.#heirOf = heirOf;
  }

  hostConnected(): void {
    // The host itself hears nothing of what moves within it.
    this.#host.shadowRoot?.addEventListener('focusin', this.#remember);
    this.#host.shadowRoot?.addEventListener('focusout', this.#onFocusOut);
  }

  hostUpdate(): void {
    this.#remember();
  }

  hostUpdated(): void {
    const last = this.#last;
    if (!last) return;
    if (last.element.isConnected) {
      this.#remember();
      return;
    }
    this.#last = undefined;
    // With nothing focused anywhere, it was lost and did not go elsewhere.
    if (document.activeElement === document.body) last.heir()?.focus();
  }

  hostDisconnected(): void {
    this.#last = undefined;
  }

  readonly #remember = (): void => {
    const element = this.#host.shadowRoot?.activeElement;
    if (element) this.#last = { element, heir: this.#heirOf(element) };
  };

  /** Focus that leaves something that stays was moved by somebody; only what is taken away has an heir. */
  readonly #onFocusOut = (): void => {
    const last = this.#last;
    queueMicrotask(() => {
      if (this.#last === last && last?.element.isConnected && !this.#host.shadowRoot?.activeElement)
        this.#last = undefined;
    });
  };
}

/**
 * Keeps keyboard users where they are: when the focused thing in an element is taken away, focus goes to an heir, and
 * not to the top of the page. It never moves focus that was not inside the element.
 *
 * @param heirOf takes the focused element, while it is there, and answers who is to be asked for when it is gone: after the
 *   update that follows
 */
export function keepFocus(host: LitElement, heirOf: (focused: Element) => Heir): void {
  host.addController(new FocusKeeper(host, heirOf));
}
