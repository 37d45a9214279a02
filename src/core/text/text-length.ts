/** Takes a text apart into characters as a reader counts them: grapheme clusters. */
export const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * How many characters a reader sees: grapheme clusters, so that a flag or a family of emoji is one. The same count is
 * shown while the agent writes and decides what a channel takes.
 */
export function lengthOf(text: string): number {
  let length = 0;
  const segments = segmenter.segment(text)[Symbol.iterator]();
  while (!segments.next().done) length += 1;
  return length;
}
