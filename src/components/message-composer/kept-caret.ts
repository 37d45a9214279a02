import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Caret } from './carets.js';

/** Where the caret stood when its page went, and whether keys went there: of the text only how long it was. */
interface Kept extends Caret {
  readonly name: string;
  readonly length: number;
  readonly hasFocus: boolean;
}

/** As many texts as an agent has begun in one page. */
const MOST = 100;

const STORED_AS = 'my-sessions/carets';

/** What stands in a field now. */
interface WrittenNow extends Caret {
  readonly subject: string;
  readonly text: string;
  readonly hasFocus: boolean;
}

/** Brings the caret of a field back over a reload, where its text is there again. */
export class KeptCaret implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #now: () => WrittenNow | undefined;
  readonly #isShown: () => boolean;
  /** Whether keys went there before the page was loaded anew. */
  #isAwaited = false;
  /** What was kept by the page before; each comes back once. */
  #kept: Kept[] | undefined;

  /**
   * @param now undefined where there is no caret
   * @param isShown whether the field is there to be focused
   */
  constructor(host: ReactiveControllerHost & HTMLElement, now: () => WrittenNow | undefined, isShown: () => boolean) {
    this.#host = host;
    this.#now = now;
    this.#isShown = isShown;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#keep);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#keep);
  }

  /** Keys go where they went, unless they go elsewhere by now. */
  hostUpdated(): void {
    if (!this.#isAwaited || !this.#isShown()) return;
    this.#isAwaited = false;
    if (document.activeElement === document.body) this.#host.focus();
  }

  /**
   * Where the caret is to be; the focus follows with the next rendering. Undefined where none was kept, or another text
   * stands there by now.
   */
  take(subject: string, text: string): Caret | undefined {
    this.#kept ??= recalled();
    const name = this.#nameOf(subject);
    const at = this.#kept.findIndex((own) => own.name === name && own.length === text.length);
    const [kept] = at < 0 ? [] : this.#kept.splice(at, 1);
    if (kept?.hasFocus) {
      this.#isAwaited = true;
      this.#host.requestUpdate();
    }
    return kept;
  }

  readonly #keep = (): void => {
    const now = this.#now();
    if (!now) return;
    const { subject, text, anchor, head, hasFocus } = now;
    const name = this.#nameOf(subject);
    const others = recalled().filter((own) => own.name !== name);
    const kept = [...others, { name, anchor, head, length: text.length, hasFocus }].slice(-MOST);
    try {
      sessionStorage.setItem(STORED_AS, JSON.stringify(kept));
    } catch {
      // The storage is refused or full.
    }
  };

  /** One session has several fields, each in an element of its own. */
  #nameOf(subject: string): string {
    const root = this.#host.getRootNode();
    return `${root instanceof ShadowRoot ? root.host.localName : ''} ${subject}`;
  }
}

/** What the storage of a browser holds may be anything. */
function recalled(): Kept[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(STORED_AS) ?? '');
    return Array.isArray(kept) ? (kept as readonly unknown[]).filter(isKept) : [];
  } catch {
    return [];
  }
}

const isKept = (kept: unknown): kept is Kept => {
  const { name, anchor, head, length, hasFocus } = Object(kept) as Partial<Record<keyof Kept, unknown>>;
  return (
    typeof name === 'string' &&
    typeof hasFocus === 'boolean' &&
    [anchor, head, length].every((place) => Number.isSafeInteger(place) && Number(place) >= 0)
  );
};
