/** The words of `<live-caption>`. */
export const liveCaption = {
  title: '',
};
