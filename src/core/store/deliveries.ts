import { Observable } from 'rxjs';
import type { Subscriber } from 'rxjs';
import type { Logger } from '../ports/logger.js';
import type { WorkspaceState } from '../state/workspace-state.js';
import type { Selector } from './selector.js';

interface Reader<T = unknown> {
  readonly selector: Selector<T>;
  readonly subscriber: Subscriber<T>;
  /** Whether what it reads was replaced since it was served. */
  isDirty: boolean;
  /** What was delivered last; nothing as long as the selector has not worked once. */
  last?: { readonly value: T };
}

/**
 * Who listens to which part of the state. The cost of a change follows how many listen to what changed, never how many
 * sessions or listeners there are.
 */
export class Deliveries {
  readonly #all = new Set<Reader>();
  readonly #readers = new Map<string, Map<string, Set<Reader>>>();
  readonly #state: WorkspaceState;
  readonly #logger: Logger;
  #dirty: Reader[] = [];
  #isComplete = false;

  constructor(state: WorkspaceState, logger: Logger) {
    this.#state = state;
    this.#logger = logger;
  }

  /** How many subscriptions there are. */
  get count(): number {
    return this.#all.size;
  }

  /** The sessions that are shown; see `Selector.holds`. */
  get held(): readonly (string | undefined)[] {
    return Array.from(this.#all, ({ selector }) => selector.holds);
  }

  observe<T>(selector: Selector<T>): Observable<T> {
    return new Observable<T>((subscriber) => {
      const reader = { selector, subscriber, isDirty: false } as Reader;
      this.#add(reader);
      subscriber.add(() => {
        this.#remove(reader);
      });
      this.#serve(reader);
      if (this.#isComplete) subscriber.complete();
    });
  }

  /** Marks those who read this part; `flush` serves them. */
  touch(slice: string, key: string): void {
    const readers = this.#readers.get(slice)?.get(key);
    if (readers)
      for (const reader of readers)
        if (!reader.isDirty) {
          reader.isDirty = true;
          this.#dirty.push(reader);
        }
  }

  flush(): void {
    if (this.#dirty.length === 0) return;
    const dirty = this.#dirty;
    this.#dirty = [];
    for (const reader of dirty) {
      reader.isDirty = false;
      this.#serve(reader);
    }
  }

  /** Ends all subscriptions; later ones show what is there and end at once. */
  complete(): void {
    this.#isComplete = true;
    for (const { subscriber } of [...this.#all]) subscriber.complete();
  }

  #serve(reader: Reader): void {
    const { selector, last, subscriber } = reader;
    let next: unknown;
    try {
      next = selector.read(this.#state);
      if (last && (next === last.value || selector.isEqual?.(last.value, next))) return;
    } catch (error) {
      // An error that reached the subscriber would end its subscription, and a widget would go still for good.
      this.#logger.error('A selector failed.', error);
      return;
    }
    reader.last = { value: next };
    subscriber.next(next);
  }

  #add(reader: Reader): void {
    this.#all.add(reader);
    for (const { slice, key } of reader.selector.topics) {
      const byKey = this.#readers.get(slice) ?? new Map<string, Set<Reader>>();
      const readers = byKey.get(key) ?? new Set<Reader>();
      this.#readers.set(slice, byKey.set(key, readers.add(reader)));
    }
  }

  #remove(reader: Reader): void {
    this.#all.delete(reader);
    for (const { slice, key } of reader.selector.topics) {
      const byKey = this.#readers.get(slice);
      const readers = byKey?.get(key);
      readers?.delete(reader);
      if (readers?.size === 0) byKey?.delete(key);
    }
  }
}
