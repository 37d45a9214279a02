/** The words of `<email-conversation>`. */
export const emailConversation = {
  title: '',
};
