/** A file that belongs to a message or a mail. */
export interface Attachment {
  readonly id: string;
  /** As its sender called it: it may hold anything. */
  readonly name: string;
  /** In bytes. */
  readonly size?: number;
  readonly mediaType?: string;
  /** Where it is fetched from; opened in a tab of its own when it is http(s). */
  readonly url?: string;
}
