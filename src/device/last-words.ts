import { draftOf, isDraftField } from '../core/state/draft-fields.js';
import type { Known } from './known-draft.js';

/** What a page knew of a field when it went, and had not written. */
export type LastWord = Pick<Known, 'place' | 'line' | 'base' | 'value' | 'settled'>;

/** As it stands in the tab. */
interface KeptWord extends LastWord {
  /** By the clock of the device, in ms. */
  readonly until: number;
}

const KEY = 'my-sessions/last-words';

/**
 * What was typed in the last moment before a page goes: a database answers too late for it. It stands in the tab until the
 * next page of it takes it to the database, and no longer.
 */
export function keepLastWords(known: readonly LastWord[], lifeMs: number): void {
  if (known.length === 0) return;
  const until = Date.now() + lifeMs;
  write([
    ...read(),
    ...known.map(({ place, line, base, value, settled }) => ({ place, line, base, value, settled, until })),
  ]);
}

/** What an agent had typed last, once. What another one had typed in the same workspace goes. */
export function takeLastWords(scope: string, agentId: string): readonly LastWord[] {
  const all = read();
  if (all.length === 0) return [];
  forgetLastWords(scope);
  return all
    .filter(({ place, until }) => place.scope === scope && place.agentId === agentId && until >= Date.now())
    .map(({ until: _, ...word }) => word);
}

/** Of a workspace, or of all of them. */
export function forgetLastWords(scope?: string): void {
  write(scope === undefined ? [] : read().filter(({ place }) => place.scope !== scope));
}

function read(): readonly KeptWord[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.flatMap(readWord) : [];
  } catch {
    return [];
  }
}

/** Whichever version of the kit wrote it, and whatever else did: one, or none. */
function readWord(stored: unknown): readonly KeptWord[] {
  const { place, line, base, value, settled, until } = partsOf(stored);
  const { scope, agentId, sessionId, field } = partsOf(place);
  if (!isText(scope) || !isText(agentId) || !isText(sessionId) || !isText(field) || !isDraftField(field)) return [];
  if (typeof until !== 'number') return [];
  return [
    {
      place: { scope, agentId, sessionId, field },
      line: isText(line) ? line : undefined,
      base: isText(base) ? base : undefined,
      value: draftOf(field, value),
      settled: Array.isArray(settled)
        ? settled.map((other) => draftOf(field, other)).filter((other) => other !== undefined)
        : undefined,
      until,
    },
  ];
}

const isText = (value: unknown): value is string => typeof value === 'string';

const partsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

function write(words: readonly KeptWord[]): void {
  try {
    if (words.length === 0) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(words));
  } catch {
    // The storage is refused or full: what was typed in the last moment is lost.
  }
}
