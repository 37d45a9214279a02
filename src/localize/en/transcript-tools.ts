import type { SessionState } from '../../core/model/session.js';
import { plural } from '../plural.js';

const INTERRUPTED = 'Transcription is interrupted.';

/** The words of `<transcript-tools>`. */
export const transcriptTools = {
  /** What follows the sentence of a state. */
  interrupted: { parked: INTERRUPTED, unparking: INTERRUPTED } satisfies Partial<Record<SessionState, string>>,
  eligibility: (isTranscribable: boolean | undefined) =>
    isTranscribable === undefined
      ? 'It is not known yet whether this call can be transcribed.'
      : `This call ${isTranscribable ? 'can' : 'cannot'} be transcribed.`,
  stopped: (reason: string) => `Nothing more is transcribed: ${reason}`,
  search: 'Search in this transcript',
  previous: 'Previous match',
  next: 'Next match',
  position: (current: number, total: number) => `${String(current)} of ${String(total)}`,
  searching: (found: number) => `${String(found)} so far…`,
  noMatch: 'No match',
  copy: 'Copy all',
  copied: 'Copied',
  notCopied: 'Could not be copied. Select the text below and copy it with the keyboard.',
  onlyBeginning: 'Only its beginning fits here: save it as text to have all of it.',
  text: 'Text of the transcript',
  asText: 'Save as text',
  asWebVtt: 'Save as WebVTT',
  saved: (name: string) => `Saved as ${name}`,
  fileName: 'transcript',
  withoutTime: (count: number, total: number) =>
    count === total
      ? 'No line has a time. In WebVTT all begin at 0:00.'
      : `${plural(count, 'line has', 'lines have')} no time. In WebVTT they begin with the line before.`,
};
