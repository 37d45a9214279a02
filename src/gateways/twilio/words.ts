const WORDS = {
  noPark: 'This platform keeps no task aside: end it or transfer it.',
  noRelease: 'This platform does not let a conversation go on without you: end it or transfer it.',
  noMessages: 'The messages of this chat are not connected to this page.',
  noMail: 'Mails of this platform cannot be answered here.',
  noExtension: 'Wrap-up lasts until you finish it.',
  noNumber: 'Calls of this platform cannot be transferred to a number from here.',
  noTarget: 'No task queue of this platform belongs to this service.',
  noActivity: 'No activity of this platform stands for this presence.',
  noSession: 'This session does not exist any more.',
  noAttachments: 'Files cannot be sent here.',
  noMessage: 'There is no such message.',
  notNow: 'This cannot be done in the state of this session.',
  transferFailed: 'The transfer did not come about.',
  chatUnreachable: 'The messages of this chat cannot be reached.',
  chatClosed: 'This chat is closed.',
};

/** What agents read of the gateway itself; the reasons of the platform are shown as it says them. */
export type TwilioWords = Readonly<typeof WORDS>;

export const wordsWith = (words: Partial<TwilioWords> = {}): TwilioWords => ({ ...WORDS, ...words });
