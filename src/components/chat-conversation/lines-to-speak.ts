import { LONGEST_LINE, OPEN_AT_ONCE, finalLinesSince } from '../../controllers/line-announcer.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import type { SegmentList } from '../../core/state/segment-list.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { shownFileName } from '../../core/text/file-name.js';
import { visibleTextOf } from '../../core/text/visible-text.js';
import { nameOf, notDelivered } from './chat-bubble.js';
import type { BubbleScene } from './chat-bubble.js';

type Scene = Pick<BubbleScene, 'words' | 'strings' | 'agentName' | 'numberOf'>;

/** What others have written since, as it is read aloud, of a message without a text the names of its files; what got lost. */
export const linesToSpeak = (before: SegmentList, after: SegmentList, scene: Scene): readonly string[] => [
  ...finalLinesSince(before, after, (segment) =>
    segment.speaker.role === 'agent'
      ? undefined
      : scene.words.spoken(nameOf({ segment, isOwn: false }, scene), displayableText(textOf(segment), LONGEST_LINE)),
  ),
  ...lostSince(before, after, scene),
];

/** Of the last messages that were there before, those that turned out not to get there. */
function lostSince(before: SegmentList, after: SegmentList, scene: Scene): readonly string[] {
  const lines: string[] = [];
  for (let index = Math.max(0, before.length - OPEN_AT_ONCE); index < before.length; index += 1) {
    const was = before.at(index);
    const is = was && after.get(was.id);
    if (is?.delivery === 'failed' && was?.delivery !== 'failed') lines.push(notDelivered(is, scene));
  }
  return lines;
}

function textOf({ text, format, attachments = [] }: TranscriptSegment): string {
  if (text === '') return attachments.map(({ name }) => shownFileName(name)).join(', ');
  return format === 'markdown' ? visibleTextOf(text) : text;
}
