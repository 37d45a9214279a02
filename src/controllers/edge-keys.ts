/**
 * Takes the keys to either end of what scrolls, pressed on it alone: what is in it may have such keys of its own. By
 * itself a browser goes there smoothly: to where the end was when the key was pressed, and only until something it meets
 * on the way turns out higher than it was taken for.
 *
 * @param to goes to one of the ends at once
 */
export function takeEdgeKey(event: KeyboardEvent, to: { readonly start?: () => void; readonly end: () => void }): void {
  const { key, target, currentTarget, shiftKey, altKey, metaKey } = event;
  const go = key === 'Home' ? to.start : key === 'End' ? to.end : undefined;
  if (!go || target !== currentTarget || shiftKey || altKey || metaKey) return;
  event.preventDefault();
  go();
}
