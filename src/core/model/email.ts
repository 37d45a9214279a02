import type { Attachment } from './attachment.js';

/** Somebody in the header of a mail. */
export interface MailAddress {
  readonly address: string;
  readonly name?: string;
}

export type MailAttachment = Attachment;

/** A mail as it came in. Its HTML is a stranger's: shown only sanitised and in a frame of its own. */
export interface EmailMessage {
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc?: readonly MailAddress[];
  /** Where answers go instead of to `from` (RFC 5322, 3.6.2): the `Reply-To` of the mail. */
  readonly replyTo?: readonly MailAddress[];
  readonly subject?: string;
  /** Server time in ms since the epoch. */
  readonly sentAt?: number;
  readonly html?: string;
  /** The plain-text part; shown when there is no HTML. */
  readonly text?: string;
  readonly attachments?: readonly MailAttachment[];
  /** The service's own address in `to` or `cc`: an answer to all does not go to it. */
  readonly mailbox?: string;
}
