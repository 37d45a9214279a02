import type { KnownSentiment } from '../../core/model/sentiment.js';

/** The moods of a customer. */
export const sentimentWords = {
  'very-negative': 'Very negative',
  negative: 'Negative',
  'slightly-negative': 'Slightly negative',
  neutral: 'Neutral',
  'slightly-positive': 'Slightly positive',
  positive: 'Positive',
  'very-positive': 'Very positive',
} satisfies Record<KnownSentiment, string>;
