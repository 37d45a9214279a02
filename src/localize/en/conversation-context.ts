/** The words of `<conversation-context>`. */
export const conversationContext = {
  title: '',
};
