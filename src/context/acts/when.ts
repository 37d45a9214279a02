import type { Selector } from '../../core/store/selector.js';
import type { SessionStore } from '../../core/store/session-store.js';

/** What a selector shows as soon as it fulfils a condition; undefined when the store is disposed before. */
export function when<T>(
  store: SessionStore,
  selector: Selector<T>,
  isMet: (value: T) => boolean,
): Promise<T | undefined> {
  return new Promise((resolve) => {
    const subscription = store.select(selector).subscribe({
      next(value) {
        if (!isMet(value)) return;
        resolve(value);
        // The first value comes while this is being subscribed.
        void Promise.resolve().then(() => {
          subscription.unsubscribe();
        });
      },
      complete() {
        resolve(undefined);
      },
    });
  });
}
