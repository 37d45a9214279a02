/** What assistive technology hears of the editing surface. */
export const surfaceAttributes = (
  label: string,
  placeholder: string,
  replies: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> => ({
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': label,
  'aria-describedby': 'count',
  ...(placeholder === '' ? {} : { 'aria-placeholder': placeholder, 'data-placeholder': placeholder }),
  ...replies,
});
