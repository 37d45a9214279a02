/** The words of `<message-composer>`. */
export const messageComposer = {
  title: '',
};
