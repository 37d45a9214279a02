import { SegmentList } from '../state/segment-list.js';
import type { TranscriptAway } from '../state/begun.js';
import type { Selector } from '../store/selector.js';
import { selectBegun } from './select-begun.js';

export const selectTranscript = (sessionId: string): Selector<SegmentList> => ({
  topics: [{ slice: 'transcripts', key: sessionId }],
  holds: sessionId,
  read: ({ transcripts }) => transcripts.get(sessionId) ?? SegmentList.empty,
});

/** Why the transcript of a session that is over is not here, where the store has let go of it. */
export const selectTranscriptAway = (sessionId: string): Selector<TranscriptAway | undefined> =>
  selectBegun('transcriptAway', sessionId);

/** A customer who has written nothing by then is not looked for any further. */
const LINES_LOOKED_AT = 50;

/** What the customer of a session wrote first. */
export const selectInitialMessage = (sessionId: string): Selector<string | undefined> => ({
  topics: [{ slice: 'transcripts', key: sessionId }],
  read({ transcripts }) {
    let lines = 0;
    for (const { speaker, isFinal, text } of transcripts.get(sessionId) ?? []) {
      if (isFinal && speaker.role === 'customer') return text;
      lines += 1;
      if (lines === LINES_LOOKED_AT) return undefined;
    }
    return undefined;
  },
});
