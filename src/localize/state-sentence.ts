import type { SessionState } from '../core/model/session.js';
import { stateSentences } from './en/state-sentences.js';
import type { Strings } from './en.js';

/** What a widget adds to the sentence of a state: what that means here, or how the agent gets on. */
export type WaysOnIn = Readonly<Partial<Record<SessionState, string>>>;

/**
 * What a state of a session keeps the agent from, in the words that every widget has for it.
 *
 * @param otherwise what is said of a state that only the backend knows
 */
export function stateSentence(
  state: string,
  { stateSentence: sentences = stateSentences }: Strings,
  ways: WaysOnIn,
  otherwise: string,
): string {
  const known = Object.entries(sentences).find(([own]) => own === state)?.[1];
  if (known === undefined) return otherwise;
  const way = Object.entries(ways).find(([own]) => own === state)?.[1];
  return way === undefined ? known : `${known} ${way}`;
}
