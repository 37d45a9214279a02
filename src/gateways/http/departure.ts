/** Between all pages of this browser that show the same backend: one of them says that the agent has left. */
export class Departure {
  readonly #name: string;
  #channel: BroadcastChannel | undefined;

  /** @param base the backend's address */
  constructor(base: string) {
    this.#name = `my-sessions/1 ${base} left`;
  }

  /** Hears it from the other pages, also after having been frozen meanwhile; never from this one. */
  hear(left: () => void): void {
    this.#channel = this.#open();
    if (this.#channel) this.#channel.onmessage = left;
  }

  /** Tells the other pages. */
  tell(): void {
    const channel = this.#channel ?? this.#open();
    try {
      channel?.postMessage('left');
    } catch {
      // Then the others hear it from the backend.
    }
    if (channel !== this.#channel) channel?.close();
  }

  /** Absent where the browser lets pages tell each other nothing: then each is on its own. */
  #open(): BroadcastChannel | undefined {
    try {
      return new BroadcastChannel(this.#name);
    } catch {
      return undefined;
    }
  }

  stop(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }
}
