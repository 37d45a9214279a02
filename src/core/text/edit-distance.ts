/**
 * How many letters have to be put in, taken out, replaced, or exchanged with their neighbour, to make one word the other
 * (optimal string alignment).
 */
function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      const isExchanged = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      now[at] = Math.min(
        (last[at] ?? 0) + 1,
        (now[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (isSame ? 0 : 1),
        isExchanged ? (before[at - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, last] = [last, now];
  }
  return last[other.length] ?? 0;
}

/** How words are written that differ in capitals, hyphens and underscores alone. */
const plain = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The words that somebody may have meant: those that are nearest, if they are near enough. A third may be wrong. */
export function meantBy(word: string, known: readonly string[]): readonly string[] {
  // Nobody mistypes the whole of a long text; and its distance would take its square.
  if (word.length > 60) return [];
  const written = plain(word);
  const distances = known.map((own) => editDistance(written, plain(own)));
  const least = Math.min(...distances);
  return known.filter(
    (own, at) => distances[at] === least && least <= Math.ceil(Math.min(own.length, word.length) / 3),
  );
}
