/** What is said when something was asked for, or of a chat; loaded with what says it. */
export const LATER_WORDS = {
  chatBroken: 'The chat could not be connected.',
  chatEnded: 'The chat is over.',
  notOfThisPlatform: 'Amazon Connect does not do this.',
  notNow: 'This cannot be done now.',
  notThere: 'This contact does not exist any more.',
  noEndpoint: 'Amazon Connect has no quick connect to there.',
  noState: 'Amazon Connect has no agent status for this.',
  noAnswer: 'Amazon Connect did not answer.',
  refused: 'Amazon Connect did not do it.',
} as const;
