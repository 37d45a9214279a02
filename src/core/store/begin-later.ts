/**
 * Begins something when what it needs is loaded, unless it has been ended by then. Returns what ends it.
 *
 * @param begin answers with what ends it
 * @param failed hears why it could not begin, or what it needs not be loaded
 */
export function beginLater<M>(
  loading: Promise<M>,
  begin: (loaded: M) => () => void,
  failed: (error: unknown) => void,
): () => void {
  let end: (() => void) | undefined;
  let isOver = false;
  loading
    .then((loaded) => {
      if (!isOver) end = begin(loaded);
    })
    .catch(failed);
  return () => {
    isOver = true;
    end?.();
  };
}
