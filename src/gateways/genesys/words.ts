/** What a session says that it cannot do. */
export interface FirstWords {
  readonly noCallParking: string;
  readonly noMessageHold: string;
  readonly noCallbackHold: string;
  readonly noMailAnswer: string;
  /** After-call work of a queue that wants a code. */
  readonly codeFirst: string;
  readonly notHere: string;
}

/** What agents read of this gateway; a host gives its own in other languages. */
export interface GenesysWords extends FirstWords {
  readonly oneCode: string;
  readonly notNow: string;
  readonly unknownSession: string;
  readonly unreachable: string;
  readonly signedOut: string;
  readonly busy: string;
  readonly noPresence: string;
  readonly noAim: string;
}

export const FIRST_WORDS: FirstWords = {
  noCallParking: 'Genesys Cloud does not park calls. Hold the call instead.',
  noMessageHold: 'Genesys Cloud puts only calls on hold. Park the conversation instead.',
  noCallbackHold: 'A callback is held in its call.',
  noMailAnswer: 'Mails are answered in Genesys Cloud itself.',
  codeFirst: 'Choose a code first: this queue wants one.',
  notHere: 'Genesys Cloud does not do this.',
};
