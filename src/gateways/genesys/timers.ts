/** Timers that end together, so that none is left behind. */
export class Timers {
  readonly #running = new Set<ReturnType<typeof setTimeout>>();

  /** Answers with what takes it back. */
  after(ms: number, run: () => void): () => void {
    const timer = setTimeout(() => {
      this.#running.delete(timer);
      run();
    }, ms);
    this.#running.add(timer);
    return () => {
      clearTimeout(timer);
      this.#running.delete(timer);
    };
  }

  clear(): void {
    for (const timer of this.#running) clearTimeout(timer);
    this.#running.clear();
  }
}
