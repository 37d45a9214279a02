/** What the gateway says to agents by itself; all else that it says is the platform's or the host's. */
export const CONNECT_WORDS = {
  callsDoNotPark: 'Amazon Connect cannot set a call aside. Put the caller on hold instead.',
  chatsDoNotPark: 'Amazon Connect cannot set a chat aside.',
  emailsDoNotPark: 'Amazon Connect cannot set an email aside.',
  emailsAreAnsweredElsewhere: 'Emails are answered in the agent workspace of Amazon Connect.',
  noTaskSession: 'This page cannot end tasks of Amazon Connect: amazon-connect-taskjs is not loaded.',
  noChat: 'This page has no connection to the chats of Amazon Connect.',
  chatConnecting: 'The chat is being connected.',
  chatBroken: 'The chat could not be connected.',
  chatEnded: 'The chat is over.',
  notOfThisPlatform: 'Amazon Connect does not do this.',
  notNow: 'This cannot be done now.',
  notThere: 'This contact does not exist any more.',
  noEndpoint: 'Amazon Connect has no quick connect to there.',
  noState: 'Amazon Connect has no agent status for this.',
  noAnswer: 'Amazon Connect did not answer.',
  refused: 'Amazon Connect did not do it.',
  noConnection: 'Amazon Connect is not connected.',
} as const;

/** The same in the language of the agents. */
export type ConnectWords = Readonly<Record<keyof typeof CONNECT_WORDS, string>>;
