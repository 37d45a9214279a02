import type { Participant } from '../model/participant.js';
import { shown } from '../text/blank.js';

/** Which of the nameless speakers of a role one is, from 1; 0 for who is none of them. */
export type NumberOf = (speaker: Participant) => number;

/** In one conversation there is one of each, under whatever ids. */
const ALONE: readonly string[] = ['agent', 'bot', 'system'];

/**
 * Who speaks, on one line: by name; by role where there is none, with a number from the second one on; by number alone
 * where nobody knows the role ("Speaker 3").
 *
 * @param roles words for roles; `unknown` for a speaker of none. A role without a word is one itself
 */
export function speakerName(speaker: Participant, roles: Readonly<Record<string, string>>, numberOf: NumberOf): string {
  const { name, role } = speaker;
  const isKnown = shown(role) !== undefined && role !== 'unknown';
  const word = Object.hasOwn(roles, role) ? roles[role] : isKnown ? role : roles['unknown'];
  const number = ALONE.includes(role) ? 1 : Math.max(1, numberOf(speaker));
  const numbered = number === 1 && isKnown ? word : `${word ?? ''} ${String(number)}`;
  return (shown(name) ?? numbered ?? role).replace(/\s+/g, ' ').trim();
}

/** The numbers of speakers in a transcript. Whoever has one keeps it, whatever comes before it later. */
export const numbersIn =
  ({ nameless }: { readonly nameless: readonly Participant[] }): NumberOf =>
  ({ role, id }) =>
    nameless.filter((speaker) => speaker.role === role).findIndex((speaker) => speaker.id === id) + 1;

/** The numbers of the speakers of some segments that stand in no list. */
export function numbersOf(segments: readonly { readonly speaker: Participant }[]): NumberOf {
  const nameless = segments.map(({ speaker }) => speaker).filter(({ name }) => shown(name) === undefined);
  const byKey = new Map(nameless.map((speaker) => [`${speaker.role}\n${speaker.id}`, speaker]));
  return numbersIn({ nameless: [...byKey.values()] });
}
