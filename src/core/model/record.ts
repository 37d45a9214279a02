import type { Customer } from './participant.js';
import type { Session } from './session.js';

/** A record of another system, such as a contact or a case, that an agent works on without a conversation. */
export interface RecordToOpen {
  /** Its kind, by its id in `records` of the configuration, such as `case`. */
  readonly kind: string;
  /** Its id in the other system. Kind and id make one session: it is not opened twice. */
  readonly recordId: string;
  /** What agents read. */
  readonly title: string;
  /** Values for its details and for the addresses of its pages, by name. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly customer?: Customer;
  /** For which of several gateways; without it the first one whose configuration knows the kind. */
  readonly source?: string;
}

/** What a record is as a session; the id is that of its place. */
export type OpenedRecord = Omit<Session, 'id'>;
