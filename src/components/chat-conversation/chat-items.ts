import type { SessionCommand } from '../../core/commands/command.js';
import type { Session } from '../../core/model/session.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import type { TrackedCommand } from '../../core/state/command-reducer.js';
import type { SegmentList } from '../../core/state/segment-list.js';

export type SendCommand = Extract<SessionCommand, { type: 'message.send' }>;

/** A message of the agent that is not in the conversation yet, or is being sent once more. */
export interface Outgoing extends TrackedCommand {
  readonly command: SendCommand;
}

/** One message as the history shows it. */
export interface ChatItem {
  readonly segment: TranscriptSegment;
  /** When it was written, as far as that is known. */
  readonly at: number | undefined;
  readonly isOwn: boolean;
  /** Whether it is the first one of its day. */
  readonly isNewDay: boolean;
  /** Whether it follows another one of the same person within a few minutes, so that the name need not be said again. */
  readonly isContinued: boolean;
  readonly outgoing?: Outgoing;
}

const TOGETHER_MS = 5 * 60_000;

/** Messages from `start` to `end` of the transcript, and after the last one those that are still on their way. */
export function chatItems(
  list: SegmentList,
  { start, end }: { readonly start: number; readonly end: number },
  outgoing: readonly Outgoing[],
  { times }: Pick<Session, 'times'>,
  agentId: string,
): readonly ChatItem[] {
  const again = new Map(outgoing.map((one) => [one.command.segmentId, one]));
  const items: ChatItem[] = [];
  const add = (segment: TranscriptSegment, at: number | undefined, one: Outgoing | undefined): void => {
    const before = items.at(-1);
    const isNewDay = at !== undefined && dayOf(at) !== dayOf(lastMoment(items));
    items.push({
      segment,
      at,
      isOwn: segment.speaker.role === 'agent',
      isNewDay,
      isContinued: !isNewDay && before !== undefined && isSamePerson(before, segment) && isSoonAfter(before.at, at),
      ...(one ? { outgoing: one } : {}),
    });
  };
  for (let index = start; index < end; index += 1) {
    const segment = list.at(index);
    if (segment) add(segment, momentOf(segment, times.connected ?? times.accepted), again.get(segment.id));
  }
  if (end < list.length) return items;
  for (const one of outgoing) if (!list.get(one.command.segmentId)) add(segmentOf(one.command, agentId), one.at, one);
  return items;
}

/** Backends that say no moment say how long into the conversation it was. */
const momentOf = ({ at, offsetMs }: TranscriptSegment, began: number | undefined): number | undefined =>
  at ?? (began === undefined || offsetMs === undefined ? undefined : began + offsetMs);

const segmentOf = ({ segmentId, text, format, attachments }: SendCommand, agentId: string): TranscriptSegment => ({
  id: segmentId,
  speaker: { id: agentId, role: 'agent' },
  text,
  isFinal: true,
  ...(format === undefined ? {} : { format }),
  ...(attachments ? { attachments } : {}),
});

const dayOf = (at: number | undefined): string => (at === undefined ? '' : new Date(at).toDateString());

const lastMoment = (items: readonly ChatItem[]): number | undefined => items.findLast(({ at }) => at !== undefined)?.at;

/** What the agent sends now carries the agent's id, what the backend tells of it perhaps another. */
const isSamePerson = (before: ChatItem, { speaker }: TranscriptSegment): boolean =>
  before.segment.speaker.role === speaker.role &&
  (speaker.role === 'agent' || before.segment.speaker.id === speaker.id);

const isSoonAfter = (before: number | undefined, at: number | undefined): boolean =>
  before === undefined || at === undefined || at - before < TOGETHER_MS;
