import type { ConnectionFact } from '../events/session-event.js';
import type { Connection } from './workspace-state.js';

/** The same status again is no change of it. What is gone stays told until the gateway says that nothing is. */
export function connectionReducer(
  before: Connection | undefined,
  { status, at, discarded = before?.discarded ?? 0 }: ConnectionFact,
): Connection {
  const isSame = before?.status === status;
  if (isSame && (before.discarded ?? 0) === discarded) return before;
  return { status, since: isSame ? before.since : at, ...(discarded > 0 ? { discarded } : {}) };
}
