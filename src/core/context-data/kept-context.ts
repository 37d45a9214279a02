import type { Session } from '../model/session.js';

/**
 * A session as far as its context data was kept. Without storage custom parameters are not available and of the
 * customer only who it is remains: the name is always resolved from the directory (Nimbus "Store Context Data").
 */
export function keptContextOf(session: Session): Session {
  const { contextRecord, customer, parameters } = session;
  if (contextRecord?.isStored !== false) return session;
  const { isStored: _, ...why } = contextRecord;
  return {
    ...session,
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
