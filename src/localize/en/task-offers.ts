/** The words of `<task-offers>`. */
export const offersWords = {
  label: 'Incoming tasks',
  none: 'Nothing rings. Incoming tasks appear here by themselves.',
  /** So many stand behind the first one. */
  more: (count: number) => `${String(count)} more`,
  fewer: 'Show the first only',
};
