import type { TranscriptFact } from '../events/session-event.js';
import { DELIVERIES } from '../model/messaging.js';
import type { MessageDelivery } from '../model/messaging.js';
import type { TranscriptSegment } from '../model/transcript-segment.js';
import { isBlank } from '../text/blank.js';
import { SegmentList } from './segment-list.js';

/** What was said. Only a correction replaces a final segment; see `withoutRepeats` for what else comes twice. */
export function transcriptReducer(transcript: SegmentList | undefined, fact: TranscriptFact): SegmentList | undefined {
  switch (fact.type) {
    case 'transcript.appended':
      return fact.segments.length < 2 || fact.segments.some(isNothing)
        ? fact.segments.reduce<SegmentList | undefined>(withSegment, transcript)
        : (transcript ?? SegmentList.empty).withAll(fact.segments);
    case 'transcript.corrected': {
      const { id, ...said } = fact.segment;
      return withSegment(transcript, { id, ...said, isFinal: true, isCorrected: true });
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

export const isNothing = ({ text, attachments = [] }: TranscriptSegment): boolean =>
  isBlank(text) && attachments.length === 0;

/** Nothing said is no line: a version of a segment that is blank takes back what was there. */
const withSegment = (list: SegmentList | undefined, segment: TranscriptSegment): SegmentList | undefined =>
  isNothing(segment) ? list?.without(segment.id) : (list ?? SegmentList.empty).with(segment);

/** Words that nobody knows stand behind `sent`. */
function stepOf(delivery: MessageDelivery): number {
  const step = (DELIVERIES as readonly string[]).indexOf(delivery);
  return step < 0 ? stepOf('sent') + 0.5 : step;
}

/** A failed message may be sent after all; what is delivered was sent. Of words nobody knows the last one said counts. */
function isAhead(delivery: MessageDelivery, known: MessageDelivery = 'failed'): boolean {
  const [next, now] = [stepOf(delivery), stepOf(known)];
  return delivery !== known && (next >= now || (delivery === 'failed' && now < stepOf('delivered')));
}

function delivered(
  { deliveryFailure: _, ...segment }: TranscriptSegment,
  { delivery, reason }: Extract<TranscriptFact, { type: 'message.delivery-changed' }>,
): TranscriptSegment {
  return { ...segment, delivery, ...(reason !== undefined && { deliveryFailure: reason }) };
}

/**
 * The fact without what is known already: a segment whose final text is here (delivered twice, or its interim came
 * late), and without what was never more than blank. Another person's words under an id that is taken get an id of their
 * own. Everything that counts segments must see the fact after this.
 */
export function withoutRepeats<F extends { readonly type: string }>(transcript: SegmentList | undefined, fact: F): F;
export function withoutRepeats(transcript: SegmentList | undefined, fact: TranscriptFact): TranscriptFact {
  if (fact.type !== 'transcript.appended') return fact;
  const segments: TranscriptSegment[] = [];
  // Most facts bring one.
  const news = fact.segments.length > 1 ? new Map<string, TranscriptSegment>() : undefined;
  const lastOf = (id: string): TranscriptSegment | undefined => news?.get(id) ?? transcript?.get(id);
  for (const given of fact.segments) {
    const known = lastOf(given.id);
    const segment = isByAnother(given, known) ? withOwnId(given) : given;
    const last = segment === given ? known : lastOf(segment.id);
    if (last ? last.isFinal : isNothing(segment)) continue;
    news?.set(segment.id, segment);
    segments.push(segment);
  }
  const isSame = segments.length === fact.segments.length && segments.every((own, at) => own === fact.segments[at]);
  return isSame ? fact : { ...fact, segments };
}

const timeOf = ({ offsetMs, at }: TranscriptSegment): number | undefined => offsetMs ?? at;

/** A repeat has the speaker it had; an interim may come late, and under whom recognition took for the speaker then. */
const isByAnother = (segment: TranscriptSegment, known: TranscriptSegment | undefined): boolean =>
  known?.isFinal === true &&
  segment.speaker.id !== known.speaker.id &&
  (timeOf(segment) !== timeOf(known) || (segment.isFinal && segment.text !== known.text));

/** The same for every repeat of the segment. */
const withOwnId = (segment: TranscriptSegment): TranscriptSegment => ({
  ...segment,
  id: [segment.id, segment.speaker.id, timeOf(segment) ?? segment.text].join('/'),
});
