import type { Utterance } from './cue-text.js';
import { utterancesOf } from './cue-text.js';
import { recordingOf } from './recording-of.js';
import type { RecordingFile, RecordingsRead } from './recording.js';
import type { Cue } from './web-vtt.js';
import { readCues } from './web-vtt.js';

/** Captions that roll up show a line again in the next cue, which begins as this one ends, give or take so many ms. */
const ROLL_UP_MS = 100;

/**
 * Reads WebVTT as one recorded call. Who speaks is what the cue's voice tag (`<v Name>`) says; a cue without one belongs
 * to nobody. Captions that roll up say each line once. What cannot be read is a problem, the rest still counts.
 */
export async function readCaptions({ name, text }: RecordingFile): Promise<RecordingsRead> {
  // Loaded only when somebody brings captions.
  const { decodeHTML } = await import('entities');
  const { cues, problems: found } = readCues(text);
  const problems = found.map((problem) => ({ file: name, ...problem }));
  const messages = withoutRollUp(cues).flatMap(({ startMs, endMs, text: said }) =>
    utterancesOf(said, decodeHTML).map((utterance) => ({
      ...speakerOf(utterance),
      text: utterance.text,
      offsetMs: startMs,
      endMs,
    })),
  );
  const participants = [...new Set(messages.flatMap(({ role = [] }) => role))].map((id) => ({ id, name: id }));
  const { recording } = recordingOf({ id: name, modality: 'audio', participants, messages }, name);
  return recording
    ? { recordings: [recording], problems }
    : { recordings: [], problems: [...problems, { file: name, line: 1, reason: 'no cue with a text could be read' }] };
}

const speakerOf = ({ voice }: Utterance): { readonly participantId?: string; readonly role?: string } =>
  voice === undefined ? {} : { participantId: voice, role: voice };

/** Cues without the lines that the cue before has shown already, when one follows on the other. */
function withoutRollUp(cues: readonly Cue[]): readonly Cue[] {
  return cues.map((cue, index) => {
    const before = cues[index - 1];
    if (!before || Math.abs(cue.startMs - before.endMs) > ROLL_UP_MS) return cue;
    const lines = cue.text.split('\n');
    const known = before.text.split('\n');
    const most = Math.min(known.length, lines.length - 1);
    for (let count = most; count > 0; count -= 1) {
      const isShownAgain = lines.slice(0, count).every((line, at) => line === known[known.length - count + at]);
      if (isShownAgain) return { ...cue, text: lines.slice(count).join('\n') };
    }
    return cue;
  });
}
