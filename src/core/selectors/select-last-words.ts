import type { Attachment } from '../model/attachment.js';
import { isBlank } from '../text/blank.js';
import { isToRead } from '../rules/unread.js';
import type { Selector } from '../store/selector.js';
import { selectTranscript } from './select-transcript.js';

/** So many lines from the end are looked at: what stands before them is no last word. */
const LINES_LOOKED_AT = 20;

export type LastWords = string | readonly Attachment[];

/** What the customer of a session wrote last, as it came, or the files that came alone; undefined where that is not here. */
export const selectLastWords = (sessionId: string): Selector<LastWords | undefined> => {
  const { topics, read } = selectTranscript(sessionId);
  return {
    topics,
    read(state) {
      const segments = read(state);
      for (let back = 1; back <= LINES_LOOKED_AT; back += 1) {
        const segment = segments.at(segments.length - back);
        if (!segment || !isToRead(segment)) continue;
        if (!isBlank(segment.text)) return segment.text;
        if (segment.attachments?.length) return segment.attachments;
      }
      return undefined;
    },
  };
};
