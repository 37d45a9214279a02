export const SPEAKER_ROLES = ['agent', 'customer', 'colleague', 'supervisor', 'bot', 'system'] as const;

export type KnownSpeakerRole = (typeof SPEAKER_ROLES)[number];

/** A known role, any other word a backend sends (shown as it is), or `''` where nobody knows. */
export type SpeakerRole = KnownSpeakerRole | (string & {});

/** Somebody who takes part in the conversation. */
export interface Participant {
  readonly id: string;
  readonly role: SpeakerRole;
  readonly name?: string;
}

/** Who technically called or wrote: known from the first moment, never enriched. */
export interface Caller {
  readonly name?: string;
  /** E.164 number as the network delivered it. */
  readonly phone?: string;
  readonly upn?: string;
  readonly isAnonymous?: boolean;
}

/**
 * The person the caller was resolved to by a directory or CRM. A resolved customer may sit on top of an unknown
 * caller, so the two are never merged.
 */
export interface Customer {
  readonly id?: string;
  readonly name?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly company?: string;
  readonly jobTitle?: string;
  readonly department?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly upn?: string;
  readonly imAddress?: string;
  readonly street?: string;
  readonly postCode?: string;
  readonly city?: string;
  readonly state?: string;
  readonly country?: string;
}
