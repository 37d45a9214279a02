import { LONGEST_LINE, finalLinesSince } from '../../controllers/line-announcer.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import type { SegmentList } from '../../core/state/segment-list.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { shownFileName } from '../../core/text/file-name.js';
import { visibleTextOf } from '../../core/text/visible-text.js';
import { nameOf } from './chat-bubble.js';
import type { BubbleScene } from './chat-bubble.js';

/** What others have written since, as it is read aloud; of a message without a text the names of its files. */
export const linesToSpeak = (
  before: SegmentList,
  after: SegmentList,
  scene: Pick<BubbleScene, 'words' | 'strings' | 'agentName' | 'numberOf'>,
): ReturnType<typeof finalLinesSince> =>
  finalLinesSince(before, after, (segment) =>
    segment.speaker.role === 'agent'
      ? undefined
      : scene.words.spoken(nameOf({ segment, isOwn: false }, scene), displayableText(textOf(segment), LONGEST_LINE)),
  );

function textOf({ text, format, attachments = [] }: TranscriptSegment): string {
  if (text === '') return attachments.map(({ name }) => shownFileName(name)).join(', ');
  return format === 'markdown' ? visibleTextOf(text) : text;
}
