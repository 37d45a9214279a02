import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { History } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';

/** How a bar unfolds its history over what the agent looks at, how it is folded again, and where focus goes with that. */
export class HistoryFold {
  readonly #host: LitElement;
  #isUnfolded = false;

  constructor(host: LitElement) {
    this.#host = host;
  }

  get isUnfolded(): boolean {
    return this.#isUnfolded;
  }

  renderToggle(word: string): TemplateResult {
    return html`<button
      type="button"
      class="plain toggle"
      aria-label=${word}
      title=${word}
      aria-expanded=${this.#isUnfolded ? 'true' : 'false'}
      @click=${this.#onClick}
      @keydown=${this.onEscape}
    >
      ${icon(History)}
    </button>`;
  }

  /** Of the button, and of what is unfolded. */
  readonly onEscape = (event: KeyboardEvent): void => {
    // A dialog of the host's around it stays open.
    if (event.key === 'Escape' && this.fold()) event.preventDefault();
  };

  /** Unfolded, it lies over what the agent turns to. Its button folds it by itself. */
  readonly onLeave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Element) || relatedTarget.matches('.toggle')) return;
    if (!(currentTarget as Element).contains(relatedTarget)) this.#turn(false);
  };

  /** Focus goes back to its button. Answers whether that is a change. */
  fold(): boolean {
    const isFolded = this.#turn(false);
    if (isFolded) this.#focus('.toggle');
    return isFolded;
  }

  /** For another agent, who is somewhere else. */
  forget(): void {
    this.#isUnfolded = false;
  }

  readonly #onClick = (): void => {
    if (this.#isUnfolded) this.fold();
    else if (this.#turn(true)) this.#focus('.history .card');
  };

  /** Answers whether that is a change. */
  #turn(isUnfolded: boolean): boolean {
    if (isUnfolded === this.#isUnfolded) return false;
    this.#isUnfolded = isUnfolded;
    this.#host.requestUpdate();
    return true;
  }

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() => {
      this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
    });
  }
}
