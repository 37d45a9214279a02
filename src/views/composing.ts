/** What browsers say of a key that an input method has taken. */
const TAKEN = 229;

/**
 * Whether a key belongs to a composition: it chooses a word, and neither sends nor adds anything. Safari ends a
 * composition before it tells of the Enter that ended it, so that `isComposing` is false by then and only the code tells.
 */
export const isOfComposition = (event: KeyboardEvent): boolean =>
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells in Safari
  event.isComposing || event.keyCode === TAKEN;
