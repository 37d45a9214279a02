import type { Leaving, UnfinishedKind } from './leaving.js';

/**
 * What becomes of something unfinished:
 *
 * - `stays`: it is there and can be finished; of history, codes, tags and notes can (Nimbus);
 * - `back`: a draft of a session that goes; it is kept for its agent, and is there again with the session;
 * - `lost`: nobody can finish it any more.
 */
export const FATES = ['lost', 'back', 'stays'] as const;

export type Fate = (typeof FATES)[number];

/** What becomes of what is not finished by a way out. Of a session that goes, drafts are kept, and no pages and no commands. */
export function fateOf({ way, consequence }: Leaving, kind: UnfinishedKind): Fate {
  if (way === 'release' || way === 'close') return kind === 'page' || kind === 'sending' ? 'lost' : 'back';
  const isToBeSent = kind === 'message' || kind === 'reply' || kind === 'sending';
  return way === 'end' && consequence !== 'worked' && isToBeSent ? 'lost' : 'stays';
}
