import type { Modality } from '../../core/model/modality.js';
import type { Participant } from '../../core/model/participant.js';
import type { Sentiment } from '../../core/model/sentiment.js';

/** One thing somebody said or wrote in a recorded session. */
export interface RecordedMessage {
  readonly speaker: Participant;
  readonly text: string;
  /** When it began and ended, in ms since the conversation began. */
  readonly offsetMs?: number;
  readonly endMs?: number;
  readonly sentiment?: Sentiment;
  /** BCP 47 tag. */
  readonly language?: string;
}

/** A session as somebody recorded it. */
export interface Recording {
  readonly id: string;
  readonly modality: Modality;
  readonly subject?: string;
  readonly messages: readonly RecordedMessage[];
}

/** Something in a file that could not be read. */
export interface RecordingProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** A file as text. */
export interface RecordingFile {
  readonly name: string;
  readonly text: string;
}

/** What could be read, and what could not. */
export interface RecordingsRead {
  readonly recordings: readonly Recording[];
  readonly problems: readonly RecordingProblem[];
}
