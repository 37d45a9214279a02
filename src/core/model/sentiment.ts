/** Seven levels, worst first (Customer Service workspace). The order is the scale that a threshold is compared on. */
export const SENTIMENTS = [
  'very-negative',
  'negative',
  'slightly-negative',
  'neutral',
  'slightly-positive',
  'positive',
  'very-positive',
] as const;

export type KnownSentiment = (typeof SENTIMENTS)[number];

/** A known level, or any other word a backend sends (shown as it is; it has no place on the scale). */
export type Sentiment = KnownSentiment | (string & {});

const levelOf = (sentiment: Sentiment): number => (SENTIMENTS as readonly string[]).indexOf(sentiment);

/** Whether a session needs urgent attention: its sentiment has sunk to the threshold or below it. */
export const isAtOrBelow = (sentiment: Sentiment, threshold: Sentiment): boolean =>
  levelOf(sentiment) >= 0 && levelOf(sentiment) <= levelOf(threshold);
