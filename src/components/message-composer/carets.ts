/** Where the caret is, and where the selection began: positions in the document of an editor. */
export interface Caret {
  readonly anchor: number;
  readonly head: number;
}

/** More subjects than an agent goes to and fro between. */
const MOST = 100;

/** Where the caret was in each text that was put away. Of the texts nothing is kept but how long they are. */
export class Carets {
  readonly #carets = new Map<string, Caret & { readonly length: number }>();

  put(subject: string, text: string, { anchor, head }: Caret): void {
    this.#carets.delete(subject);
    this.#carets.set(subject, { anchor, head, length: text.length });
    const [oldest] = this.#carets.keys();
    if (this.#carets.size > MOST && oldest !== undefined) this.#carets.delete(oldest);
  }

  /** Undefined where it was never there, or where another text stands there by now. */
  of(subject: string, text: string): Caret | undefined {
    const caret = this.#carets.get(subject);
    return caret?.length === text.length ? caret : undefined;
  }
}
