import type { LitElement } from 'lit';

/**
 * What is chosen in a dropdown of the browser. With the keyboard a closed one changes at every option that is passed:
 * such a value is held until the choice is made, by Enter or by going on, and is let go by Escape. What is picked in an
 * open one, or set by another hand, is chosen at once.
 */
export class HeldChoice {
  readonly #host: LitElement;
  readonly #subject: () => string | undefined;
  readonly #choose: (value: string) => void;
  #held: { readonly subject: string | undefined; readonly value: string } | undefined;
  #chosen = '';
  /** A key is being answered by the browser. A list that it opens changes the dropdown later, when it is closed. */
  #isOfKey = false;

  /** @param subject what the choice is about, such as a session; nothing is held for another one */
  constructor(host: LitElement, subject: () => string | undefined, choose: (value: string) => void) {
    this.#host = host;
    this.#subject = subject;
    this.#choose = choose;
  }

  /** What the dropdown shows, where `chosen` is chosen. */
  over(chosen: string): string {
    this.#chosen = chosen;
    if (this.#held?.subject !== this.#subject()) this.#held = undefined;
    return this.#held?.value ?? chosen;
  }

  /** Whether another value is shown than the one that is chosen. Asked after `over`. */
  get isOpen(): boolean {
    return this.#held !== undefined && this.#held.value !== this.#chosen;
  }

  /** Lets go of what is held. */
  clear(): void {
    this.#held = undefined;
  }

  /** For `keydown`, and for `keypress`: some browsers answer letters there. */
  readonly onKey = (event: KeyboardEvent): void => {
    // With Enter an open list is closed, and what it then changes is chosen.
    this.#isOfKey = event.key !== 'Enter';
    // Browsers answer a key in the task in which they tell it.
    setTimeout(() => (this.#isOfKey = false));
    if (!this.#held || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    // It is about the value alone: no list is opened, no dialog closed.
    event.preventDefault();
    event.stopPropagation();
    this.#end(event.key === 'Enter');
  };

  readonly onChange = ({ currentTarget }: Event): void => {
    this.#held = { subject: this.#subject(), value: (currentTarget as HTMLSelectElement).value };
    if (this.#isOfKey) this.#host.requestUpdate();
    else this.#end(true);
  };

  readonly onBlur = (): void => {
    this.#end(true);
  };

  #end(isMade: boolean): void {
    const held = this.#held;
    this.#held = undefined;
    if (!held) return;
    if (isMade && held.subject === this.#subject() && held.value !== this.#chosen) this.#choose(held.value);
    // A host may have said no.
    this.#host.requestUpdate();
  }
}
