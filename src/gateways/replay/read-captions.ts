import type { VTTNode } from 'media-captions';
import type { RecordingFile, RecordingProblem, RecordingsRead } from './recording.js';
import { recordingOf } from './recording-of.js';

interface Utterance {
  readonly voice: string | undefined;
  readonly text: string;
}

/**
 * Reads WebVTT as one recorded call. Who speaks is what the cue's voice tag (`<v Name>`) says; a cue without one goes on
 * with the voice before. Cues that cannot be read are problems, the others still count.
 */
export async function readCaptions({ name, text }: RecordingFile): Promise<RecordingsRead> {
  // Loaded only when somebody brings captions.
  const { parseText, tokenizeVTTCue } = await import('media-captions');
  const { cues, errors } = await parseText(text, { type: 'vtt', errors: true });
  const problems: RecordingProblem[] = errors.map(({ line, message }) => ({ file: name, line, reason: message }));
  let voice: string | undefined;
  const messages = cues.flatMap((cue) =>
    utterancesOf(tokenizeVTTCue(cue)).map((utterance) => {
      voice = utterance.voice ?? voice;
      return {
        participantId: voice ?? 'speaker',
        role: voice,
        text: utterance.text,
        offsetMs: Math.round(cue.startTime * 1000),
        endMs: Math.round(cue.endTime * 1000),
      };
    }),
  );
  const speakers = new Set(messages.map(({ participantId }) => participantId));
  const participants = [...speakers].map((id) => ({ id, ...(id === 'speaker' ? {} : { name: id }) }));
  const { recording } = recordingOf({ id: name, modality: 'audio', participants, messages }, name);
  return recording
    ? { recordings: [recording], problems }
    : { recordings: [], problems: [...problems, { file: name, line: 1, reason: 'no cue with a text could be read' }] };
}

/** The texts of a cue, one for each change of voice. */
function utterancesOf(nodes: readonly VTTNode[], voice?: string): readonly Utterance[] {
  const utterances: Utterance[] = [];
  for (const node of nodes) {
    const inner: readonly Utterance[] =
      node.type === 'text' ? [{ voice, text: node.data }] : utterancesOf(node.children, voiceOf(node) ?? voice);
    for (const utterance of inner) {
      const last = utterances.at(-1);
      if (last && last.voice === utterance.voice) utterances[utterances.length - 1] = joined(last, utterance);
      else utterances.push(utterance);
    }
  }
  return utterances.filter(({ text }) => text.trim() !== '');
}

/** Contrary to its type, an unclosed voice tag has no voice at all. */
function voiceOf(node: VTTNode): string | undefined {
  const { voice }: { readonly voice?: string } = node.type === 'v' ? node : {};
  return voice?.trim() === '' ? undefined : voice?.trim();
}

const joined = ({ voice, text }: Utterance, next: Utterance): Utterance => ({ voice, text: text + next.text });
