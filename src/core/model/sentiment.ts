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

export type Sentiment = (typeof SENTIMENTS)[number];

/** Whether a session needs urgent attention: its sentiment has sunk to the threshold or below it. */
export const isAtOrBelow = (sentiment: Sentiment, threshold: Sentiment): boolean =>
  SENTIMENTS.indexOf(sentiment) <= SENTIMENTS.indexOf(threshold);
