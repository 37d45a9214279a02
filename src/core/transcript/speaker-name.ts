import type { Participant } from '../model/participant.js';
import { shown } from '../text/blank.js';

/** Which of the nameless speakers of a role one is, from 1; see `SegmentList.numberOf`. */
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

/** The numbers of the nameless speakers of some segments that stand in no list. */
export function numbersOf(segments: Iterable<{ readonly speaker: Participant }>): NumberOf {
  const known = new Map<string, Set<string>>();
  for (const { speaker } of segments)
    if (shown(speaker.name) === undefined) {
      const ids = known.get(speaker.role) ?? new Set();
      known.set(speaker.role, ids.add(speaker.id));
    }
  return ({ role, id }) => [...(known.get(role) ?? [])].indexOf(id) + 1;
}
