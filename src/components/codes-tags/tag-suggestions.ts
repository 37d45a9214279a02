/** Case, width and composition do not make another tag. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

const MOST = 50;

/**
 * The suggestions that contain what was typed, in their own order, those that begin with it first; without those that
 * are chosen already, and never more than fifty. Plain search: what is typed is text and not a pattern.
 */
export function suggestionsFor(
  typed: string,
  suggestions: readonly string[],
  chosen: readonly string[],
): readonly string[] {
  const part = folded(typed);
  if (part === '') return [];
  const taken = new Set(chosen.map(folded));
  const beginning: string[] = [];
  const containing: string[] = [];
  for (const suggestion of suggestions) {
    const candidate = folded(suggestion);
    if (taken.has(candidate)) continue;
    if (candidate.startsWith(part)) beginning.push(suggestion);
    else if (candidate.includes(part)) containing.push(suggestion);
    if (beginning.length === MOST) break;
  }
  return [...beginning, ...containing].slice(0, MOST);
}

/** The tags with one more, or the same when it is empty or there already in another spelling. */
export function withTag(tags: readonly string[], typed: string): readonly string[] {
  const tag = typed.normalize('NFC').trim();
  return tag === '' || tags.some((other) => folded(other) === folded(tag)) ? tags : [...tags, tag];
}
