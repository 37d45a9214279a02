/** Time as the in-memory backend sees it; the only place from which it learns what time it is. */
export interface Scheduler {
  /** Now, in ms since the epoch. Never goes back. */
  now(): number;
  /** Runs something once, `ms` from now. Returns a function that calls it off. */
  after(ms: number, run: () => void): () => void;
}

/** The machine's own time: the hour of its clock at the start, carried on by a clock that nobody sets. */
export function realScheduler(): Scheduler {
  const start = Date.now() - performance.now();
  return {
    now: () => start + performance.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}
