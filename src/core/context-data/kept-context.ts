import type { Session } from '../model/session.js';

/**
 * A session as far as its context data was kept. Without storage custom parameters are not available and of the
 * customer only who it is remains: the name is always resolved from the directory (Nimbus "Store Context Data"). Notes
 * are about the customer, too, and go.
 */
export function keptContextOf(session: Session): Session {
  if (session.contextRecord?.isStored !== false) return session;
  const { contextRecord, notes: _, ...kept } = session;
  const { customer, parameters } = kept;
  const { isStored: __, ...why } = contextRecord;
  return {
    ...kept,
    contextRecord,
    ...(customer && {
      customer: Object.fromEntries(Object.entries(customer).filter(([key]) => /^(id|name)$/.test(key))),
    }),
    parameters: parameters.map((own) =>
      own.state === 'not-available' ? own : { name: own.name, state: 'not-available', ...why },
    ),
  };
}

/** The same at a moment in time: what was stored is gone when its time is up, whether the backend has said so or not. */
export function contextAt(session: Session, now: number): Session {
  const { contextRecord } = session;
  return contextRecord?.isStored && (contextRecord.until ?? Infinity) <= now
    ? keptContextOf({ ...session, contextRecord: { isStored: false } })
    : session;
}
