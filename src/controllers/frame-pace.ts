/**
 * Draws what comes in faster than frames once in each: what has come since something was drawn waits for the next frame,
 * and is there when that is painted. Where nothing is painted, as in a tab in the background, it waits until it is.
 */
export class FramePace {
  #frame: Promise<void> | undefined;

  /** @param isOfNews whether it is about something that came in; all else is drawn at once */
  schedule(isOfNews: boolean, draw: () => Promise<unknown> | undefined): Promise<unknown> | undefined {
    if (!isOfNews) return draw();
    if (this.#frame) return this.#frame.then(() => this.schedule(isOfNews, draw));
    this.#frame = new Promise((resolve) => {
      requestAnimationFrame(() => {
        this.#frame = undefined;
        resolve();
      });
    });
    return draw();
  }
}
