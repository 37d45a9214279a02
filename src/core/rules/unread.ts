import type { Session } from '../model/session.js';
import type { TranscriptSegment } from '../model/transcript-segment.js';

const PLUS_FROM = 10;

/** How a number of unread messages is shown: as itself, and from ten on as a plus (Dynamics). */
export const unreadMark = (count: number): string => (count >= PLUS_FROM ? '+' : String(count));

/** Whether a segment is a message that its agent has to read: what a customer has said to the end. */
export const isToRead = ({ isFinal, speaker }: TranscriptSegment): boolean => isFinal && speaker.role === 'customer';

/** Whether the conversation of a session can be seen: what comes in one that is only selected is not read. */
export const isInSight = ({ isSelected, isCovered }: Pick<Session, 'isSelected' | 'isCovered'>): boolean =>
  isSelected && !isCovered;

/** How many messages stand behind the one up to which the agent has read; all of them where that is not here. */
export function unreadAfter(segments: Iterable<TranscriptSegment>, segmentId: string): number {
  const all = [...segments];
  return all.slice(all.findIndex(({ id }) => id === segmentId) + 1).filter(isToRead).length;
}
