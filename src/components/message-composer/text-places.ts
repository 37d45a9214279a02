import type { LitElement } from 'lit';
import { Carets } from './carets.js';
import type { Caret } from './carets.js';
import { KeptCaret } from './kept-caret.js';

/** What stands in a field, and where its caret is. */
export interface FieldNow extends Caret {
  readonly text: string;
  readonly hasFocus: boolean;
}

/** Where the caret is in each text of a composer: it comes back with its text, over a reload, too. */
export class TextPlaces {
  readonly #carets = new Carets();
  readonly #kept: KeptCaret;
  readonly #now: () => FieldNow | undefined;
  /** The subject of what stands in the field. */
  #subject = '';
  /** Whether the field still shows the text before. */
  #isTurning = true;

  /**
   * @param now undefined where there is no caret
   * @param isShown whether the field is there to be focused
   */
  constructor(host: LitElement, now: () => FieldNow | undefined, isShown: () => boolean) {
    this.#now = now;
    this.#kept = new KeptCaret(
      host,
      () => {
        const field = now();
        return field && { subject: this.#subject, ...field };
      },
      isShown,
    );
  }

  /** What comes next is another text, or about something else. */
  turn(subject = ''): void {
    const field = this.#isTurning ? undefined : this.#now();
    if (field) this.#carets.put(this.#subject, field.text, field);
    this.#subject = subject;
    this.#isTurning = true;
  }

  /** Where the caret is to be in the text that is shown from now on; undefined where it was never there. */
  come(text: string): Caret | undefined {
    this.#isTurning = false;
    return this.#carets.of(this.#subject, text) ?? this.#kept.take(this.#subject, text);
  }

  /** For a field that shows its text when it is rendered. */
  comeTo(field: HTMLTextAreaElement): void {
    const caret = this.#isTurning ? this.come(field.value) : undefined;
    if (!caret) return;
    const { anchor, head } = caret;
    field.setSelectionRange(Math.min(anchor, head), Math.max(anchor, head), head < anchor ? 'backward' : 'forward');
  }
}

/** What stands in a plain field. */
export function fieldNow(field: HTMLTextAreaElement): FieldNow {
  const { value: text, selectionStart: start, selectionEnd: end } = field;
  const [anchor, head] = field.selectionDirection === 'backward' ? [end, start] : [start, end];
  return { text, anchor, head, hasFocus: field.matches(':focus') };
}
