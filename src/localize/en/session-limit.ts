import type { SessionLimit } from '../../core/rules/session-limit.js';

/** How near an agent is to the most sessions that may be on the list, wherever it is said. */
export const sessionLimitWords = {
  is: {
    free: (open: number, limit: number) => `${String(open)} of ${String(limit)} sessions are open.`,
    near: (open: number, limit: number) =>
      `${String(open)} of ${String(limit)} sessions are open: one more can be opened.`,
    full: (open: number, limit: number) =>
      `${String(open)} of ${String(limit)} sessions are open: leave one before you open another.`,
  } satisfies Record<SessionLimit['is'], (open: number, limit: number) => string>,
  /** The way out, and why there is none. */
  hideIdle: (count: number) => (count === 1 ? 'Hide the idle one' : `Hide ${String(count)} idle ones`),
  /** Why one was not opened. */
  refused: (title: string) => `${title} was not opened.`,
};
