import type { LitElement, ReactiveController } from 'lit';

/** See `keepFocus`. */
class FocusKeeper<P> implements ReactiveController {
  readonly #host: LitElement;
  readonly #placeOf: (focused: Element) => P;
  readonly #heirOf: (place: P) => HTMLElement | null | undefined;
  /** Remembered from when focus came: a part of the host may be gone before the host itself updates. */
  #last: { readonly element: Element; readonly place: P } | undefined;

  constructor(
    host: LitElement,
    placeOf: (focused: Element) => P,
    heirOf: (place: P) => HTMLElement | null | undefined,
  ) {
    this.#host = host;
    this.#placeOf = placeOf;
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
    if (document.activeElement === document.body) this.#heirOf(last.place)?.focus();
  }

  hostDisconnected(): void {
    this.#last = undefined;
  }

  readonly #remember = (): void => {
    const element = this.#host.shadowRoot?.activeElement;
    if (element) this.#last = { element, place: this.#placeOf(element) };
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
 * @param placeOf where the focused element stands, while it is there
 * @param heirOf who gets focus when it is gone, after the update that follows
 */
export function keepFocus<P>(
  host: LitElement,
  placeOf: (focused: Element) => P,
  heirOf: (place: P) => HTMLElement | null | undefined,
): void {
  host.addController(new FocusKeeper(host, placeOf, heirOf));
}
