/** The words of `<session-summary>`. */
export const sessionSummary = {
  title: '',
};
