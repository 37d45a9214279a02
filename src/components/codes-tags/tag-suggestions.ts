import { folded, foldedList, foldedSet, search } from '../../core/text/folded.js';

const MOST = 50;

/**
 * The suggestions that contain what was typed, in their own order, those that begin with it first; without those that
 * are chosen already, and never more than fifty.
 */
export function suggestionsFor(
  typed: string,
  suggestions: readonly string[],
  chosen: readonly string[],
): readonly string[] {
  if (folded(typed) === '') return [];
  const taken = foldedSet(chosen);
  const found: string[] = [];
  for (const at of search(typed, suggestions)) {
    if (taken.has(foldedList(suggestions)[at] ?? '')) continue;
    found.push(suggestions[at] ?? '');
    if (found.length === MOST) break;
  }
  return found;
}
