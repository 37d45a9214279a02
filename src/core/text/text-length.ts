/**
 * A text taken apart into characters as a reader counts them: grapheme clusters. What takes it apart is made each time,
 * which is fast but for the first time in a page: that has to wait until it is needed.
 */
export const charactersOf = (text: string): Intl.Segments =>
  new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);

/**
 * How many characters a reader sees: grapheme clusters, so that a flag or a family of emoji is one. The same count is
 * shown while the agent writes and decides what a channel takes.
 */
export function lengthOf(text: string): number {
  let length = 0;
  const segments = charactersOf(text)[Symbol.iterator]();
  while (!segments.next().done) length += 1;
  return length;
}
