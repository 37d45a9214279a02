/** The words of `<codes-tags>`. */
export const codesTags = {
  title: 'Codes and tags',
  primary: 'Primary code',
  secondary: 'Secondary code',
  none: 'None',
  tags: 'Tags',
  addTag: 'Add a tag',
  addTagHint: 'Type, then press Enter',
  removeTag: (tag: string) => `Remove tag ${tag}`,
  suggestions: 'Suggested tags',
  noCodes: 'This service has no codes.',
  unknownCode: (id: string) => `${id} (no longer offered)`,
};
