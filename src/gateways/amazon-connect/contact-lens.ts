import type { Sentiment } from '../../core/model/sentiment.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import { participantOf } from './chat-items.js';
import { fieldsOf, ownOf, textOf } from './reading.js';
import type { Told } from './told.js';

const SENTIMENTS: Readonly<Record<string, Sentiment>> = {
  POSITIVE: 'positive',
  NEUTRAL: 'neutral',
  MIXED: 'neutral',
  NEGATIVE: 'negative',
};

/** Tells what was heard in a call; what cannot be read is counted, and the rest is told. */
export function tellSpoken(told: Told, sessionId: string, items: readonly unknown[]): void {
  for (const item of items) {
    try {
      const segment = spokenOf(item);
      if (!segment) continue;
      told.note({ type: 'transcript.appended', sessionId, segments: [segment] });
      const { speaker, sentiment } = segment;
      if (sentiment !== undefined && speaker.role === 'customer')
        told.note({ type: 'sentiment.changed', sessionId, sentiment });
    } catch (error) {
      told.rejected(String(error));
    }
  }
  told.flush('live');
}

/**
 * Reads a segment of Contact Lens, as `ListRealtimeContactAnalysisSegments` lists it or as its stream has it while
 * somebody speaks, or an entry of a transcript of Amazon Transcribe. Undefined where it holds no words, such as one of
 * categories, or of somebody who has joined. Throws where it cannot be read.
 */
function spokenOf(item: unknown): TranscriptSegment | undefined {
  const fields = fieldsOf(item);
  const { Transcript, Utterance } = fields;
  // Of categories, issues, events: each kind of segment has a field of its own.
  if (Object.keys(fields).length === 1 && !Transcript && !Utterance) return undefined;
  const said = fieldsOf(Transcript ?? Utterance ?? item);
  if (said.Type === 'EVENT') return undefined;
  const id = textOf(said.TranscriptId) ?? textOf(said.Id);
  const text = textOf(said.Content) ?? textOf(said.PartialContent);
  if (id === undefined || text === undefined) throw new Error('a segment without id or words');
  const { BeginOffsetMillis: offsetMs, Sentiment: word } = said;
  const sentiment = textOf(word);
  return {
    id,
    speaker: participantOf(said, undefined),
    text,
    isFinal: Utterance === undefined,
    ...(typeof offsetMs === 'number' && Number.isFinite(offsetMs) && { offsetMs }),
    ...(sentiment !== undefined && {
      sentiment: ownOf(SENTIMENTS, sentiment) ?? sentiment,
    }),
  };
}
