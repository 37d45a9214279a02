/** The words of `<task-offers>`. */
export const offersWords = {
  label: 'Incoming tasks',
  none: 'Incoming tasks ring here.',
  /** So many stand behind the first one. */
  more: (count: number) => `${String(count)} more`,
  fewer: 'Show the first only',
};
