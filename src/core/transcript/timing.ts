import type { TranscriptSegment } from '../model/transcript-segment.js';

/** When each segment begins, in ms since the conversation began; undefined where nothing tells. */
export function startsOf(segments: readonly TranscriptSegment[]): readonly (number | undefined)[] {
  const dated = segments.find(({ at }) => Number.isFinite(at));
  const origin = (dated?.at ?? 0) - (usable(dated?.offsetMs) ?? 0);
  return segments.map(({ offsetMs, at }) => usable(offsetMs) ?? usable(at === undefined ? undefined : at - origin));
}

const usable = (ms: number | undefined): number | undefined =>
  ms !== undefined && Number.isFinite(ms) ? Math.max(0, Math.round(ms)) : undefined;
