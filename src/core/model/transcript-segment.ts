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
}
