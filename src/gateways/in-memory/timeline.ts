import type { Modality } from '../../core/model/modality.js';
import type { SpeakerRole } from '../../core/model/participant.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import type { Dialogue, Line } from './dialogue.js';
import type { Happening } from './engine.js';

/** One moment of a dialogue: how long after the one before, by whom, and what happens then. */
export interface Beat {
  readonly afterMs: number;
  readonly by: SpeakerRole;
  /** Which line of the dialogue it belongs to. */
  readonly line: number;
  readonly happenings: readonly Happening[];
  /** What the network delivers again or too late: told, not taken in. */
  readonly repeats?: readonly Happening[];
}

/** What a timeline is made for. */
export interface Stage {
  readonly sessionId: string;
  readonly modality: Modality;
  /** Whether speech becomes text at all. What is written always does. */
  readonly isTranscribed: boolean;
  readonly agentName: string;
  readonly customerName: string | undefined;
}

const WORD_MS = 330;
const WORDS_AT_A_TIME = 3;
const BREATH_MS = 900;
const CORRECTION_MS = 1800;
const READING_MS = 1500;
const TYPING_MS = 40;
const LONGEST_TYPING_MS = 9000;

/** A beat at its own moment, in ms since the conversation began. */
interface Moment extends Omit<Beat, 'afterMs'> {
  readonly atMs: number;
}

/**
 * The moments of a dialogue in order. Speech grows word by word until it is final; a message comes as a whole. Where a
 * recording has two people speak at once, they do: each line keeps its own moments.
 */
export function timelineOf({ lines }: Pick<Dialogue, 'lines'>, stage: Stage): readonly Beat[] {
  const moments: Moment[] = [];
  let end = 0;
  let late: readonly Happening[] = [];
  lines.forEach((line, index) => {
    const own = momentsOf(line, index, end, stage);
    const last = own.at(-1);
    if (!last) return;
    end = Math.max(end, last.atMs);
    if (line.delivery === 'late') {
      moments.push(...own.slice(0, -1), { ...last, happenings: [] });
      late = last.happenings;
    } else {
      moments.push(...own.slice(0, -1), { ...last, happenings: [...last.happenings, ...late] });
      late = [];
    }
  });
  if (late.length > 0) moments.push({ atMs: end + BREATH_MS, by: 'system', line: lines.length, happenings: late });
  moments.sort((one, other) => one.atMs - other.atMs);
  return moments.map(({ atMs, ...beat }, index) => ({ ...beat, afterMs: atMs - (moments[index - 1]?.atMs ?? 0) }));
}

/** @param end when all that was said before is said, in ms since the conversation began */
function momentsOf(line: Line, index: number, end: number, stage: Stage): readonly Moment[] {
  const isSpeech = stage.modality === 'audio-video';
  const words = wordEndsOf(line.text);
  const isFirst = index === 0;
  const gap = isSpeech
    ? BREATH_MS
    : isFirst
      ? 0
      : Math.min(READING_MS + line.text.length * TYPING_MS, LONGEST_TYPING_MS);
  const starts = line.offsetMs ?? end + gap;
  const duration = line.endMs === undefined ? words.length * WORD_MS : Math.max(0, line.endMs - starts);
  const segment = segmentOf(line, index, starts, stage);
  const said = saidBy(line, segment, stage);
  if (!isSpeech) return [{ atMs: starts, by: line.by, line: index, ...said }];
  const growing = stage.isTranscribed ? growthOf(line.text, words) : [];
  const step = duration / (growing.length + 1);
  const moments: Moment[] = growing.map((text, at) => ({
    atMs: starts + step * (at + 1),
    by: line.by,
    line: index,
    happenings: [appended(stage.sessionId, { ...segment, text, isFinal: false })],
  }));
  moments.push({ atMs: starts + duration, by: line.by, line: index, ...said });
  if (line.misheard !== undefined && stage.isTranscribed) {
    const corrected: TranscriptSegment = { ...segment, text: line.text, isCorrected: true };
    moments.push({
      atMs: starts + duration + CORRECTION_MS,
      by: line.by,
      line: index,
      happenings: [{ type: 'transcript.corrected', sessionId: stage.sessionId, segment: corrected }],
    });
  }
  return moments;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Where each word ends, also in scripts that put no spaces between words. */
function wordEndsOf(text: string): readonly number[] {
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => index + segment.length);
}

/** The beginnings of a sentence, a few words longer each time, without the whole of it. */
const growthOf = (text: string, wordEnds: readonly number[]): readonly string[] =>
  wordEnds
    .filter((_, index) => (index + 1) % WORDS_AT_A_TIME === 0 && index + 1 < wordEnds.length)
    .map((end) => text.slice(0, end));

function segmentOf(line: Line, index: number, offsetMs: number, stage: Stage): TranscriptSegment {
  const name = line.by === 'agent' ? stage.agentName : line.by === 'customer' ? stage.customerName : undefined;
  return {
    id: `${stage.sessionId}-${String(index + 1)}`,
    speaker: line.speaker ?? { id: line.by, role: line.by, ...(name === undefined ? {} : { name }) },
    text: line.misheard ?? line.text,
    isFinal: true,
    offsetMs,
    ...(line.sentiment === undefined ? {} : { sentiment: line.sentiment }),
    ...(line.language === undefined ? {} : { language: line.language }),
    ...(line.format === undefined ? {} : { format: line.format }),
    ...(line.attachments ? { attachments: line.attachments } : {}),
  };
}

/** What is true once the line is said. Its text is only known where speech is transcribed; the rest always is. */
function saidBy(line: Line, segment: TranscriptSegment, stage: Stage): Pick<Beat, 'happenings' | 'repeats'> {
  const { sessionId } = stage;
  const isText = stage.modality !== 'audio-video' || stage.isTranscribed;
  const { caller, customer, parameters } = line.reveals ?? {};
  const happenings: Happening[] = [
    ...(isText ? [appended(sessionId, segment)] : []),
    ...(line.sentiment !== undefined && line.by === 'customer'
      ? [{ type: 'sentiment.changed', sessionId, sentiment: line.sentiment } as const]
      : []),
    ...(caller ? [{ type: 'caller.identified', sessionId, caller } as const] : []),
    ...(customer ? [{ type: 'customer.identified', sessionId, customer } as const] : []),
    ...(parameters ? [{ type: 'parameters.changed', sessionId, parameters } as const] : []),
  ];
  return line.delivery === 'twice' && isText ? { happenings, repeats: [appended(sessionId, segment)] } : { happenings };
}

const appended = (sessionId: string, segment: TranscriptSegment): Happening => ({
  type: 'transcript.appended',
  sessionId,
  segments: [segment],
});
