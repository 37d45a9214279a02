/**
 * How far a message of the agent has come. `failed` can be tried again; the others only ever move to the right.
 */
export const DELIVERIES = ['failed', 'sent', 'delivered', 'read'] as const;

export type KnownDelivery = (typeof DELIVERIES)[number];

/** A known way, or any other word a backend sends: shown as it is, it stands between `sent` and `delivered`. */
export type MessageDelivery = KnownDelivery | (string & {});

/** Which files a channel takes. */
export interface FileRules {
  /** Media types (`image/png`, `image/*`) and endings (`.pdf`) that are taken; `*` takes all. */
  readonly types: readonly string[];
  /** Largest file, in bytes. */
  readonly maxBytes?: number;
  /** Most files of one message (10). */
  readonly maxCount?: number;
}

/** What a channel allows in one conversation, beyond what its modality says. */
export interface Messaging {
  /** Most characters of one message, as the reader sees them: grapheme clusters, without the marks of Markdown. */
  readonly maxLength?: number;
  /** Whether the channel shows bold, lists and links; without it messages are plain text. */
  readonly isFormatted?: boolean;
  /** When the channel stops taking free text (WhatsApp: 24 hours after the customer's last message). */
  readonly closesAt?: number;
  /** Why nothing can be written any more, in words for the agent. */
  readonly closedReason?: string;
  /** Whether the customer can be told that the agent is writing. */
  readonly takesTyping?: boolean;
  /** Which files can be sent; without it, none. */
  readonly files?: FileRules;
}
