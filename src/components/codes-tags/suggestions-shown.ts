import type { LitElement } from 'lit';

/**
 * Whether suggestions are laid out, or a button in a place of its own tells of them: those that come while somebody looks
 * move nothing, and are laid out when the agent asks.
 */
export class SuggestionsShown {
  readonly #host: LitElement;
  #of: string | undefined;
  #had = false;
  #isShown = false;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** To be called at every rendering. */
  isShown(sessionId: string, hasAny: boolean): boolean {
    const isSeen = this.#of === sessionId && this.#host.checkVisibility({ visibilityProperty: true });
    if (!hasAny) this.#isShown = false;
    else if (!isSeen) this.#isShown = true;
    else if (!this.#had) this.#isShown = false;
    this.#of = sessionId;
    this.#had = hasAny;
    return this.#isShown;
  }

  /** The button goes with it: focus goes on to the first of them. */
  readonly layOut = async (): Promise<void> => {
    this.#isShown = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('.apply')?.focus();
  };
}
