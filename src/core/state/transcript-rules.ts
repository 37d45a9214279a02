import { transcriptStep } from './transcript-reducer.js';

/** How transcripts are put together. A page that shows none at first loads them after the rest. */
export const transcriptRules = { transcriptStep } as const;

export type TranscriptRules = typeof transcriptRules;
