import type { Attachment } from './attachment.js';
import type { MessageDelivery } from './messaging.js';
import type { Participant } from './participant.js';
import type { Sentiment } from './sentiment.js';

/** One utterance or message. Segments of one id are versions of one another: interim, then final, then corrections. */
export interface TranscriptSegment {
  readonly id: string;
  readonly speaker: Participant;
  readonly text: string;
  /** False while recognition may still change the text. */
  readonly isFinal: boolean;
  /** Milliseconds since the conversation began; decides the order. Without it a segment follows what is already there. */
  readonly offsetMs?: number;
  readonly sentiment?: Sentiment;
  /** BCP 47 tag, when it differs from the page's language. */
  readonly language?: string;
  readonly isCorrected?: boolean;
  /** When it was said or sent: server time in ms since the epoch. */
  readonly at?: number;
  /** For written messages: Markdown where the channel shows formatting; otherwise the text is plain. */
  readonly format?: 'markdown';
  /** For messages of the agent. */
  readonly delivery?: MessageDelivery;
  /** Why it was not delivered, in words for the agent. */
  readonly deliveryFailure?: string;
  /** Files that came with a written message; its text may be empty then. */
  readonly attachments?: readonly Attachment[];
}
