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
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = left;
  }

  /** Tells the other pages. */
  tell(): void {
    const channel = this.#channel ?? new BroadcastChannel(this.#name);
    channel.postMessage('left');
    if (channel !== this.#channel) channel.close();
  }

  stop(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }
}
