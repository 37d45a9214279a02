import type { ConnectionFact } from '../events/session-event.js';
import type { Connection } from './workspace-state.js';

/** The same status again is no change of it. */
export function connectionReducer(
  before: Connection | undefined,
  { status, at, discarded }: ConnectionFact,
): Connection {
  const isSame = before?.status === status;
  if (isSame && before.discarded === discarded) return before;
  return { status, since: isSame ? before.since : at, ...(discarded ? { discarded } : {}) };
}
