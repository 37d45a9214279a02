/**
 * Draws what comes in faster than frames once in each: what has come since something was drawn waits for the next frame,
 * and is there when that is painted. Where nothing is painted, as in a tab in the background, it waits until it is.
 */
export class FramePace {
  #frame: Promise<void> | undefined;

  /** The next frame, while something has been drawn since the one before; to be awaited before more is drawn. */
  get frame(): Promise<void> | undefined {
    return this.#frame;
  }

  /** To be called whenever something that came in is drawn. */
  drawn(): void {
    this.#frame ??= new Promise((resolve) => {
      requestAnimationFrame(() => {
        this.#frame = undefined;
        resolve();
      });
    });
  }
}
