/** What is said of messages. */
export const CHAT_WORDS = {
  noAttachments: 'Files cannot be sent here.',
  noMessage: 'There is no such message.',
  chatUnreachable: 'The messages of this chat cannot be reached.',
  chatClosed: 'This chat is closed.',
};
