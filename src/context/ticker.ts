import { Observable } from 'rxjs';
import type { Subscriber } from 'rxjs';
import type { Clock } from '../core/ports/clock.js';

/** The backend's time, once a second, for everything on screen that counts. */
export type Ticker = Observable<number>;

/** One timer for all durations of a workspace; it runs only while something counts. */
export function createTicker(clock: Clock): Ticker {
  const listeners = new Set<Subscriber<number>>();
  let timer: ReturnType<typeof setInterval> | undefined;
  return new Observable((subscriber) => {
    listeners.add(subscriber);
    timer ??= setInterval(() => {
      const now = clock.now();
      for (const listener of [...listeners]) listener.next(now);
    }, 1000);
    return () => {
      listeners.delete(subscriber);
      if (listeners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  });
}
