/** The words of `<embedded-context>`. */
export const embeddedContext = {
  title: '',
};
