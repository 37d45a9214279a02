import type { Known } from './known-draft.js';

/** What a page knew of a field when it went, and had not written. */
export type LastWord = Pick<Known, 'place' | 'line' | 'base' | 'value' | 'settled'>;

const KEY = 'my-sessions/last-words';

/**
 * What was typed in the last moment before a page goes: a database answers too late for it. It stands in the tab until the
 * next page of it takes it to the database, and no longer.
 */
export function keepLastWords(known: readonly LastWord[]): void {
  if (known.length === 0) return;
  write([...read(), ...known.map(({ place, line, base, value, settled }) => ({ place, line, base, value, settled }))]);
}

/** What an agent had typed last, once. What another one had typed in the same workspace goes. */
export function takeLastWords(scope: string, agentId: string): readonly LastWord[] {
  const all = read();
  if (all.length === 0) return [];
  const isOfScope = ({ place }: LastWord): boolean => place.scope === scope;
  write(all.filter((word) => !isOfScope(word)));
  return all.filter((word) => isOfScope(word) && word.place.agentId === agentId);
}

/** The page that went has come back as it was. */
export const forgetLastWords = (): void => {
  write([]);
};

function read(): readonly LastWord[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as readonly LastWord[];
  } catch {
    return [];
  }
}

function write(words: readonly LastWord[]): void {
  try {
    if (words.length === 0) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(words));
  } catch {
    // The storage is refused or full: what was typed in the last moment is lost.
  }
}
