import type { Session } from '../../src/index.js';

/** What a machine makes of the call about a lost card. */
export const theSummary: NonNullable<Session['summary']> = {
  status: 'ready',
  version: 4,
  parts: {
    title: 'Inbound call, Card Line, Ana Sommer',
    issue: 'The customer has left her card in a taxi and leaves on Friday.',
    resolution: 'The card is blocked. A new one goes to the branch at the airport.',
    recap: 'Nora Feld lost her card in a taxi. It was blocked at once, and a new one waits for her before her flight.',
    narrative:
      'The customer called in the morning after a taxi ride.\n\nThe agent confirmed the last four digits, blocked the card and arranged for a replacement.',
  },
};
