/** The words of `<companion-chat>`. */
export const companionChat = {
  title: '',
};
