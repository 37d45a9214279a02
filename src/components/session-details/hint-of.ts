import type { Session } from '../../core/model/session.js';
import { customerName } from '../../core/rules/customer-name.js';
import { sessionDetails } from '../../localize/en/session-details.js';
import type { Localization } from '../../localize/localization.js';

/** How far a session's details have come. */
export interface Progress {
  readonly isAwaiting: boolean;
  readonly hasFailed: boolean;
}

/**
 * One sentence on why not everything is there, or on how long it will be. `known` is what the backend has said of the
 * session, `session` what is left of it now.
 */
export function hintOf(
  known: Session,
  session: Session,
  { isAwaiting, hasFailed }: Progress,
  now: number,
  { strings, formatMoment }: Localization,
): string | undefined {
  const words = strings['session-details'] ?? sessionDetails;
  const { contextRecord: record, caller, customer, state } = session;
  if (known !== session) return words.cleared;
  // Of a record nobody expects any more than was said of it.
  if (state === 'opened') return undefined;
  if (record?.isStored === false) return record.reason ?? words.notStored;
  if (record?.until !== undefined) return words.keptUntil(formatMoment(record.until, now));
  if (caller?.name === undefined && customerName(customer) === undefined)
    return isAwaiting ? undefined : words.incomplete;
  return hasFailed && state !== 'ended' ? words.broken : undefined;
}
