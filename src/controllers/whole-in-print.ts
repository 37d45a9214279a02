import type { ReactiveController } from 'lit';

/**
 * Tells a view that has only some of what it shows in the document when its page is about to be printed, so that all of it
 * is there at once, and when it has been. Paper has no scroll bar.
 */
export class WholeInPrint implements ReactiveController {
  readonly #view: Element;
  readonly #print: (isPrinted: boolean) => void;
  #isPrinted = false;

  /** @param print is heard at once by the browser: what is drawn later is not printed */
  constructor(view: Element, print: (isPrinted: boolean) => void) {
    this.#view = view;
    this.#print = print;
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#onPrint);
    window.addEventListener('afterprint', this.#onPrint);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#onPrint);
    window.removeEventListener('afterprint', this.#onPrint);
  }

  /** What cannot be seen is not printed. */
  readonly #onPrint = ({ type }: Event): void => {
    const isPrinted = type === 'beforeprint' && this.#view.checkVisibility({ visibilityProperty: true });
    if (isPrinted === this.#isPrinted) return;
    this.#isPrinted = isPrinted;
    this.#print(isPrinted);
  };
}
