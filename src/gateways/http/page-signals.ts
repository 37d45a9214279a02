/**
 * - `look`: somebody looks at the page again;
 * - `network`: the machine believes that its network has changed; a hint and no more;
 * - `back`: the page goes on after it was frozen or kept aside, or its machine asleep;
 * - `away`: the page is about to be frozen, kept aside or closed.
 */
export type PageSignal = 'look' | 'network' | 'back' | 'away';

/** How often it is looked for a sleep that no event told of, and how much more than that is one, in ms. */
const SLEEP_CHECK_MS = 2000;
const SLEEP_MS = 5000;

/** Listens to what the browser tells of page and machine. Returns a function that ends it. */
export function listenToPage(hear: (signal: PageSignal) => void): () => void {
  const listening = new AbortController();
  const on = (target: EventTarget, type: string, signal: PageSignal, isMeant = (_: Event) => true): void => {
    target.addEventListener(
      type,
      (event) => {
        if (isMeant(event)) hear(signal);
      },
      { signal: listening.signal },
    );
  };
  // The clock of timers stands still while a machine sleeps, the clock on the wall goes on.
  let asleepMs = Date.now() - performance.now();
  const watch = setInterval(() => {
    const before = asleepMs;
    asleepMs = Date.now() - performance.now();
    if (asleepMs - before > SLEEP_MS) hear('back');
  }, SLEEP_CHECK_MS);
  on(document, 'visibilitychange', 'look', () => document.visibilityState === 'visible');
  on(window, 'focus', 'look');
  on(window, 'online', 'network');
  on(window, 'offline', 'network');
  on(window, 'pageshow', 'back', (event) => (event as PageTransitionEvent).persisted);
  on(document, 'resume', 'back');
  on(window, 'pagehide', 'away');
  on(document, 'freeze', 'away');
  return () => {
    clearInterval(watch);
    listening.abort();
  };
}
