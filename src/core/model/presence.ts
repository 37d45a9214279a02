export const PRESENCES = ['available', 'busy', 'do-not-disturb', 'away', 'offline'] as const;

export type KnownPresence = (typeof PRESENCES)[number];

/** A known presence, or any other word a backend sends (shown as it is, treated as not available). */
export type Presence = KnownPresence | (string & {});

export interface UserPresence {
  readonly presence: Presence;
  /** Why, in the words of whoever set it. */
  readonly reason?: string;
  /** Server time in ms since the epoch. */
  readonly since: number;
}
