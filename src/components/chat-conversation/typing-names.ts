import type { Session } from '../../core/model/session.js';
import { isOngoing } from '../../core/rules/session-phase.js';
import { ownIdOf } from '../../core/model/source.js';
import type { SegmentList } from '../../core/state/segment-list.js';
import { displayableText } from '../../core/text/displayable-text.js';
import type { Strings } from '../../localize/en.js';
import { titleOf } from '../../localize/words.js';

const MOST = 3;
const LOOKED_THROUGH = 50;

/** Who is writing right now, by name, without the agent. */
export function typingNames(session: Session, list: SegmentList, agentId: string, strings: Strings): readonly string[] {
  return (isOngoing(session.state) ? (session.typing ?? []) : [])
    .filter((id) => id !== ownIdOf(session.source, agentId))
    .slice(0, MOST)
    .map((id) => displayableText(nameOf(id, session, list) ?? titleOf(session, strings), 100));
}

/** From who takes part, or else from who wrote before. */
function nameOf(id: string, { participants }: Session, list: SegmentList): string | undefined {
  const participant = participants.find((other) => other.id === id);
  if (participant?.name !== undefined) return participant.name;
  for (let index = list.length - 1; index >= Math.max(0, list.length - LOOKED_THROUGH); index -= 1) {
    const speaker = list.at(index)?.speaker;
    if (speaker?.id === id && speaker.name !== undefined) return speaker.name;
  }
  return undefined;
}
