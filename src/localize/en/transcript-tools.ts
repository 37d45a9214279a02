/** The words of `<transcript-tools>`. */
export const transcriptTools = {
  title: '',
};
