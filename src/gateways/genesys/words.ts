/** What agents read of this gateway; a host gives its own in other languages. */
export interface GenesysWords {
  readonly noCallParking: string;
  readonly noMessageHold: string;
  readonly noCallbackHold: string;
  readonly noMailAnswer: string;
  /** After-call work of a queue that wants a code. */
  readonly codeFirst: string;
  readonly oneCode: string;
  readonly notNow: string;
  readonly notHere: string;
  readonly unknownSession: string;
  readonly unreachable: string;
  readonly signedOut: string;
  readonly busy: string;
  readonly noPresence: string;
  readonly noAim: string;
}

export const GENESYS_WORDS: GenesysWords = {
  noCallParking: 'Genesys Cloud does not park calls. Hold the call instead.',
  noMessageHold: 'Genesys Cloud puts only calls on hold. Park the conversation instead.',
  noCallbackHold: 'A callback is held in its call.',
  noMailAnswer: 'Mails are answered in Genesys Cloud itself.',
  codeFirst: 'Choose a code first: this queue wants one.',
  oneCode: 'Genesys Cloud keeps one code per conversation.',
  notNow: 'This cannot be done in the state that the session is in.',
  notHere: 'Genesys Cloud does not do this.',
  unknownSession: 'This session does not exist any more.',
  unreachable: 'Genesys Cloud does not answer.',
  signedOut: 'Sign in to Genesys Cloud again.',
  busy: 'Genesys Cloud takes no more requests at the moment.',
  noPresence: 'Genesys Cloud has no such presence.',
  noAim: 'Say where the session is to go: to one queue, one person or one number.',
};
