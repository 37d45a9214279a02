import type { TranscriptSegment } from '../model/transcript-segment.js';
import { speechMs } from './speech.js';
import { numbersOf, speakerName } from './speaker-name.js';
import type { NumberOf } from './speaker-name.js';
import { startsOf } from './timing.js';

const SHORTEST_MS = 1000;

/**
 * Segments as WebVTT, one cue each, with who speaks as its voice. Cues stand in the order given and never go back in
 * time; a segment without a time begins with the one before it. A cue ends where the next one begins, or when its text
 * can have been said.
 *
 * @param roles names for speakers who have none
 * @param numberOf which of the nameless speakers of a role one is; otherwise they are counted in the order given
 */
export function writeWebVtt(
  segments: readonly TranscriptSegment[],
  roles: Readonly<Record<string, string>> = {},
  numberOf: NumberOf = numbersOf(segments),
): string {
  let latest = 0;
  const starts = startsOf(segments).map((start = 0) => (latest = Math.max(latest, start)));
  const cues = segments.map((segment, index) => {
    const start = starts[index] ?? 0;
    const next = starts[index + 1] ?? Infinity;
    const end = Math.max(start + SHORTEST_MS, Math.min(start + speechMs(segment.text), next));
    return `${timestamp(start)} --> ${timestamp(end)}\n<v ${voice(speakerName(segment.speaker, roles, numberOf))}>${payload(segment.text)}</v>\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}

/** Nothing that is left can begin a tag, an entity, an arrow or another line. */
const escaped = (text: string): string =>
  text.replaceAll('\0', '\uFFFD').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The end of the tag must not make an arrow of two hyphens: the line would be read as times. */
const voice = (name: string): string => escaped(name).replace(/-$/, '&#45;');

/** An empty line would end the cue. */
const payload = (text: string): string => escaped(text.replace(/[\r\n]+/g, '\n').replace(/^\n|\n$/g, ''));

function timestamp(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = two(Math.floor(seconds / 3600));
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(ms % 1000).padStart(3, '0')}`;
}
