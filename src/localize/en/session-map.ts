/** The words of `<session-map>`. */
export const sessionMap = {
  title: '',
};
