/** The words of files that came with a message or a mail. */
export const attachmentWords = {
  unnamed: 'File without a name',
  showPicture: 'Show picture',
  /** For those who do not see which row it stands in. */
  showPictureOf: (name: string) => `Show picture ${name}`,
  noPicture: 'The picture cannot be shown here.',
  opens: 'opens in a new tab',
};
