import type { LitElement, ReactiveController } from 'lit';

/** See `keepFocus`. */
class FocusKeeper<P> implements ReactiveController {
  readonly #host: LitElement;
  readonly #placeOf: (focused: Element) => P;
  readonly #heirOf: (place: P) => HTMLElement | null | undefined;
  #place: { readonly value: P } | undefined;

  constructor(
    host: LitElement,
    placeOf: (focused: Element) => P,
    heirOf: (place: P) => HTMLElement | null | undefined,
  ) {
    this.#host = host;
    this.#placeOf = placeOf;
    this.#heirOf = heirOf;
  }

  hostUpdate(): void {
    const focused = this.#host.shadowRoot?.activeElement;
    this.#place = focused ? { value: this.#placeOf(focused) } : undefined;
  }

  hostUpdated(): void {
    const place = this.#place;
    this.#place = undefined;
    if (place && !this.#host.shadowRoot?.activeElement) this.#heirOf(place.value)?.focus();
  }
}

/**
 * Keeps keyboard users where they are: when an update of the element takes the focused thing in it away, focus goes to
 * an heir, and not to the top of the page. It never moves focus that was not inside the element.
 *
 * @param placeOf where the focused element stands, before the update
 * @param heirOf who gets focus when it is gone, after the update
 */
export function keepFocus<P>(
  host: LitElement,
  placeOf: (focused: Element) => P,
  heirOf: (place: P) => HTMLElement | null | undefined,
): void {
  host.addController(new FocusKeeper(host, placeOf, heirOf));
}
