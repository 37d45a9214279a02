import type { ConnectionFact } from '../events/session-event.js';
import type { Connection } from './workspace-state.js';

/** The same status again is no change of it; a reason that is another one is. */
export function connectionReducer(
  before: Connection | undefined,
  { status, at, reason, discarded }: ConnectionFact,
): Connection {
  const isSame = before?.status === status && before.reason === reason;
  if (isSame && before.discarded === discarded) return before;
  return { status, since: isSame ? before.since : at, ...(reason && { reason }), ...(discarded ? { discarded } : {}) };
}
