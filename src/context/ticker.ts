import { Observable, Subject } from 'rxjs';
import type { Clock } from '../core/ports/clock.js';

/** The backend's time, once a second, for everything on screen that counts. */
export type Ticker = Observable<number>;

/** One timer for all durations of a workspace; it runs only while something counts. */
export function createTicker(clock: Clock): Ticker {
  const ticks = new Subject<number>();
  let timer: ReturnType<typeof setInterval> | undefined;
  return new Observable((subscriber) => {
    subscriber.add(ticks.subscribe(subscriber));
    timer ??= setInterval(() => {
      ticks.next(clock.now());
    }, 1000);
    subscriber.add(() => {
      if (ticks.observed) return;
      clearInterval(timer);
      timer = undefined;
    });
  });
}
