import type { Modality } from './modality.js';

/** What an agent can choose. */
export const PRESENCES = ['available', 'busy', 'do-not-disturb', 'away', 'offline'] as const;

export type KnownPresence = (typeof PRESENCES)[number];

/** What a service can make of the presence of who handles its sessions, what keeps more work away last. */
export const HANDLING_PRESENCES = ['busy', 'away', 'do-not-disturb'] as const satisfies readonly KnownPresence[];

/**
 * A known presence, or any other word a backend sends (shown as it is, treated as not available). `not-available` is what
 * a system makes of an agent who did not answer.
 */
export type Presence = KnownPresence | 'not-available' | (string & {});

/**
 * Why a system may have changed a presence:
 *
 * - `rona`: an offer was not answered (Nimbus: redirect on no answer);
 * - `declined`: an offer was declined;
 * - `session-start`: the presence that sessions of a kind begin with (presence rules);
 * - `connected`: a conversation;
 * - `after-call-work`: the work after one.
 */
export const PRESENCE_CAUSES = ['rona', 'declined', 'session-start', 'connected', 'after-call-work'] as const;

export type KnownPresenceCause = (typeof PRESENCE_CAUSES)[number];

/** A known cause, or any other word a backend sends: shown as it is. */
export type PresenceCause = KnownPresenceCause | (string & {});

export interface UserPresence {
  readonly presence: Presence;
  /** Why, in the words of whoever set it. */
  readonly reason?: string;
  /** Server time in ms since the epoch. */
  readonly since: number;
  /** What the user set last, where a system has made something else of it: what it goes back to. */
  readonly chosen?: Presence;
  /** What the user has asked for and gets once the work in hand is done (Amazon Connect: next status). Absent: nothing. */
  readonly next?: Presence;
  /** What that is called where it comes from, such as "Lunch". */
  readonly nextReason?: string;
  /** Why a system changed it. Absent where the user did. */
  readonly cause?: PresenceCause;
  /** When it ends by itself, server time in ms since the epoch. Absent: not before somebody changes it. */
  readonly until?: number;
  /** The service, and the kind, of the task that led to it. */
  readonly serviceId?: string;
  readonly modality?: Modality;
}
