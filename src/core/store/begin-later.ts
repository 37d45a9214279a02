import type { Logger } from '../ports/logger.js';

/**
 * Begins something when what it needs is loaded, unless it has been ended by then. Returns what ends it.
 *
 * @param begin answers with what ends it
 */
export function beginLater<M>(loading: Promise<M>, begin: (loaded: M) => () => void, logger: Logger): () => void {
  let end: (() => void) | undefined;
  let isOver = false;
  loading
    .then((loaded) => {
      if (!isOver) end = begin(loaded);
    })
    .catch((error: unknown) => {
      logger.error('Something could not begin.', error);
    });
  return () => {
    isOver = true;
    end?.();
  };
}
