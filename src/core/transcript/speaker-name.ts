import type { TranscriptSegment } from '../model/transcript-segment.js';

/** Who speaks, on one line: by name, or by role where there is none. */
export function speakerName({ speaker }: TranscriptSegment, roles: Readonly<Record<string, string>>): string {
  const role = Object.hasOwn(roles, speaker.role) ? roles[speaker.role] : undefined;
  return (speaker.name ?? role ?? speaker.role).replace(/\s+/g, ' ').trim();
}
