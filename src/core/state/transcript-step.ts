import type { TranscriptFact } from '../events/session-event.js';
import { SegmentList } from './segment-list.js';
import { isNothing, transcriptReducer, withoutRepeats } from './transcript-reducer.js';

/** What was said after a fact, and the fact without what was known; see `transcriptReducer` and `withoutRepeats`. */
interface Step {
  readonly transcript: SegmentList | undefined;
  readonly news: TranscriptFact;
}

/** Both at once: a conversation of a hundred thousand segments is gone through once, and one index of their ids is made. */
export function transcriptStep(before: SegmentList | undefined, fact: TranscriptFact): Step {
  if (fact.type !== 'transcript.appended') return { news: fact, transcript: transcriptReducer(before, fact) };
  const { segments } = fact;
  const [list, end] = (before ?? SegmentList.empty).continuedBy(segments, 0, isNothing);
  const others = { ...fact, segments: segments.slice(end) };
  const rest = withoutRepeats(list, others);
  return {
    news: rest === others ? fact : { ...fact, segments: [...segments.slice(0, end), ...rest.segments] },
    transcript: transcriptReducer(end > 0 ? list : before, rest),
  };
}

/** How transcripts are put together. A page that shows none at first loads it after the rest. */
export type TranscriptStep = typeof transcriptStep;
