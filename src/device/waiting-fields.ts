/** How often it is looked whether a field is still held, in ms. */
const LOOK_MS = 300;

/** Fields that another page has written in while the agent is in them, until the agent is somewhere else. */
export class WaitingFields {
  readonly #ids = new Set<string>();
  readonly #isHeld: (id: string) => boolean;
  readonly #onFree: (id: string) => void;
  #looking: ReturnType<typeof setInterval> | undefined;

  constructor(isHeld: (id: string) => boolean, onFree: (id: string) => void) {
    this.#isHeld = isHeld;
    this.#onFree = onFree;
  }

  add(id: string): void {
    this.#ids.add(id);
    this.#looking ??= setInterval(() => {
      this.#review();
    }, LOOK_MS);
  }

  delete(id: string): void {
    this.#ids.delete(id);
  }

  /** Nobody looks any more. */
  end(): void {
    clearInterval(this.#looking);
    this.#looking = undefined;
  }

  #review(): void {
    for (const id of [...this.#ids])
      if (!this.#isHeld(id)) {
        this.#ids.delete(id);
        this.#onFree(id);
      }
    if (this.#ids.size === 0) this.end();
  }
}
