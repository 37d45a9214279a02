import type { TranscriptAway } from '../../core/state/begun.js';

/** Why what was said in a session that is over is not on screen. */
export const transcriptAwayWords = {
  reading: 'Loading what was said…',
  unreachable: 'What was said could not be loaded. It is tried again when you come back to it.',
  gone: 'What was said is no longer here: the contact centre does not keep it any more.',
} satisfies Record<TranscriptAway, string>;
