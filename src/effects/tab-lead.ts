import { Leadership } from '../device/leadership.js';
import { hasGesture } from './has-gesture.js';

/** A browser that has not answered by then does not. */
const ANSWER_MS = 2000;

/**
 * Which tab of several tells the agent: the one in which they were last, and when that closes the next one, at once.
 * Where tabs cannot find out about each other (Web Locks are missing, refused or silent), every tab tells.
 */
export class TabLead {
  readonly #end = new AbortController();
  readonly #changed: () => void;
  #leadership: Leadership | undefined;
  #isAlone = true;

  /**
   * @param name of what is led; undefined where no other tab has the same
   * @param changed called when `isLeading` has changed
   */
  constructor(name: string | undefined, changed: () => void) {
    this.#changed = changed;
    if (name !== undefined) this.#begin(name);
  }

  get isLeading(): boolean {
    return this.#isAlone || this.#leadership?.isLeading === true;
  }

  stop(): void {
    this.#end.abort();
    this.#leadership?.stop();
  }

  #begin(name: string): void {
    const { signal } = this.#end;
    let locks: LockManager | undefined;
    try {
      ({ locks } = navigator as Partial<Navigator>);
    } catch {
      // Some policies take it away.
    }
    if (!locks) return;
    this.#isAlone = false;
    const alone = (isAlone: boolean): void => {
      if (signal.aborted || isAlone === this.#isAlone) return;
      this.#isAlone = isAlone;
      this.#changed();
    };
    const silence = setTimeout(alone, ANSWER_MS, true);
    signal.addEventListener('abort', () => {
      clearTimeout(silence);
    });
    const answered = (): void => {
      clearTimeout(silence);
      alone(false);
    };
    this.#leadership = new Leadership(locks, name, {
      lead: () => {
        answered();
        this.#changed();
      },
      follow: this.#changed,
      refused: () => {
        clearTimeout(silence);
        alone(true);
      },
    });
    locks.query().then(answered, () => undefined);
    // The agent is here, and has been heard here: it may sound, too.
    const take = (): void => {
      if (hasGesture()) this.#leadership?.steal();
    };
    window.addEventListener('focus', take, { signal });
    for (const type of ['pointerup', 'keyup'])
      window.addEventListener(type, take, { capture: true, passive: true, signal });
    if (document.hasFocus()) take();
  }
}
