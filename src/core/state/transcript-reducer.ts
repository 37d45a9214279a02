import type { TranscriptFact } from '../events/session-event.js';
import { DELIVERIES } from '../model/messaging.js';
import type { MessageDelivery } from '../model/messaging.js';
import type { TranscriptSegment } from '../model/transcript-segment.js';
import { SegmentList } from './segment-list.js';

/** What was said. Only a correction replaces a final segment; see `withoutRepeats` for what else comes twice. */
export function transcriptReducer(transcript: SegmentList | undefined, fact: TranscriptFact): SegmentList | undefined {
  switch (fact.type) {
    case 'transcript.appended':
      return fact.segments.reduce((list, segment) => list.with(segment), transcript ?? SegmentList.empty);
    case 'transcript.corrected': {
      const { id, ...said } = fact.segment;
      return (transcript ?? SegmentList.empty).with({ id, ...said, isFinal: true, isCorrected: true });
    }
    case 'message.delivery-changed': {
      const segment = transcript?.get(fact.segmentId);
      return transcript && segment && isAhead(fact.delivery, segment.delivery)
        ? transcript.with(delivered(segment, fact))
        : transcript;
    }
    default:
      return transcript;
  }
}

/** A failed message may be sent after all; what is delivered was sent. */
const isAhead = (delivery: MessageDelivery, known: MessageDelivery = 'failed'): boolean =>
  DELIVERIES.indexOf(delivery) > DELIVERIES.indexOf(known) || (delivery === 'failed' && known === 'sent');

function delivered(
  { deliveryFailure: _, ...segment }: TranscriptSegment,
  { delivery, reason }: Extract<TranscriptFact, { type: 'message.delivery-changed' }>,
): TranscriptSegment {
  return { ...segment, delivery, ...(reason === undefined ? {} : { deliveryFailure: reason }) };
}

/**
 * The fact without what is known already: a segment whose final text is here (delivered twice, or its interim came
 * late). Everything that counts segments must see the fact after this.
 */
export function withoutRepeats<F extends { readonly type: string }>(transcript: SegmentList | undefined, fact: F): F;
export function withoutRepeats(transcript: SegmentList | undefined, fact: TranscriptFact): TranscriptFact {
  if (fact.type !== 'transcript.appended') return fact;
  const finals = new Set<string>();
  const segments = fact.segments.filter(({ id, isFinal }) => {
    if (finals.has(id) || transcript?.get(id)?.isFinal) return false;
    if (isFinal) finals.add(id);
    return true;
  });
  return segments.length === fact.segments.length ? fact : { ...fact, segments };
}
