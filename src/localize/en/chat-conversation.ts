/** The words of `<chat-conversation>`. */
export const chatConversation = {
  title: '',
};
