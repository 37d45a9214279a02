import type { SessionEvent } from '../../core/events/session-event.js';
import type { Participant } from '../../core/model/participant.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import { dict, list, number, present, text } from './read.js';

interface Speakers {
  readonly customer: Participant;
  readonly agent: Participant;
}

/** What was said: an utterance is told again and again under its id until it is final. */
export function transcriptIn(sessionId: string, body: unknown, speakers: Speakers): readonly SessionEvent[] {
  const segments = segmentsIn(body, speakers);
  return segments.length > 0 ? [{ type: 'transcript.appended', sessionId, segments, at: Date.now() }] : [];
}

const segmentsIn = (body: unknown, speakers: Speakers): readonly TranscriptSegment[] =>
  list(dict(body).transcripts).flatMap(({ utteranceId, isFinal, channel, dialect, alternatives }) => {
    const id = text(utteranceId);
    const [best] = list(alternatives);
    const words = text(best?.transcript);
    if (id === undefined || words === undefined) return [];
    return [
      {
        id,
        speaker: channel === 'INTERNAL' ? speakers.agent : speakers.customer,
        text: words,
        isFinal: isFinal === true,
        ...present({ offsetMs: number(best?.offsetMs), language: text(dialect) }),
      },
    ];
  });
