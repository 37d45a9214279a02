/** Sessions and transcripts to measure with: seeded, so that every run works on the same data. */
import type { Session, TranscriptSegment } from '../../src/index.js';
import { MODALITIES, SENTIMENTS } from '../../src/index.js';
import { aSession, anEndedSession } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';

export type Random = () => number;

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

const GIVEN = ['Nora', 'Luis', 'Mia', 'Otto', 'Aiko', 'Samir', 'Élodie', 'Jan', 'Priya', 'Tom'];
const FAMILY = ['Feld', 'Ortega', 'Chen', 'Graf', 'Tanaka', 'Haddad', 'Moreau', 'Novák', 'Rao', 'Berg'];
const WORDS =
  'the card was declined at a shop in Basel yesterday please check whether my limit was changed and send a new one to the old address thanks'.split(
    ' ',
  );

export const aName = (random: Random): string => `${pick(random, GIVEN)} ${pick(random, FAMILY)}`;

function aSentence(random: Random, most: number): string {
  const length = 2 + Math.floor(random() * most);
  return Array.from({ length }, () => pick(random, WORDS)).join(' ');
}

/** Of a hundred sessions, four are active, twenty-six parked, and the others history. */
export function someSessions(count: number, seed: number): Session[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => {
    const since = NOW - 60_000 - Math.floor(random() * 20_000_000);
    const about = {
      id: `session-${String(index)}`,
      serviceId: pick(random, ['card-line', 'front-desk']),
      modality: pick(random, MODALITIES),
      customer: { name: aName(random), company: 'Feld Interiors' },
      since,
      unread: random() < 0.2 ? Math.floor(random() * 12) : 0,
      sentiment: pick(random, SENTIMENTS),
    };
    if (index % 25 === 0) return aSession(about);
    if (index % 25 < 7 || index % 50 === 7) return aSession({ ...about, state: 'parked', parkedSince: since });
    return anEndedSession({ ...about, times: { ended: since }, unread: 0 });
  });
}

/** Lines of very different length, so that rows differ in height. */
export function someSegments(count: number, seed: number): TranscriptSegment[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => aSegment(random, `${String(seed)}-${String(index)}`, index));
}

export function aSegment(random: Random, id: string, index: number): TranscriptSegment {
  const isAgent = random() < 0.5;
  return {
    id,
    speaker: isAgent
      ? { id: 'agent', role: 'agent', name: 'Ana Sommer' }
      : { id: 'customer', role: 'customer', name: 'Nora Feld' },
    text: aSentence(random, random() < 0.15 ? 70 : 14),
    isFinal: true,
    offsetMs: index * 2500,
  };
}
