import type { ConnectionFact } from '../events/session-event.js';
import type { Connection } from './workspace-state.js';

/** The same status again is no change of it. What is gone stays told until the gateway says that nothing is. */
export function connectionReducer(
  before: Connection | undefined,
  { status, at, discarded = before?.discarded ?? 0 }: ConnectionFact,
): Connection {
  if (before?.status === status && (before.discarded ?? 0) === discarded) return before;
  const since = before?.status === status ? before.since : at;
  return { status, since, ...(discarded > 0 ? { discarded } : {}) };
}
