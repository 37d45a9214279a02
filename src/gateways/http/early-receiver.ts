import type { GatewayReceiver } from '../../core/ports/gateway.js';

/** A receiver that waits for the connection. Until it is there it is told why it hears nothing. */
export class EarlyReceiver {
  readonly #receiver: GatewayReceiver;
  readonly #since: number;
  readonly #notice: ReturnType<typeof setTimeout>;
  #isFailureTold = false;

  /** @param since the gateway's time; @param noticeMs a wait that is longer than this is told */
  constructor(receiver: GatewayReceiver, since: number, noticeMs: number) {
    this.#receiver = receiver;
    this.#since = since;
    this.#notice = setTimeout(() => {
      this.#tellStatus();
    }, noticeMs);
  }

  /** It waits no longer. */
  end(): void {
    clearTimeout(this.#notice);
  }

  /** What it waits for could not be loaded, and is asked for again. The reason is told once. */
  failed(reason: string): void {
    clearTimeout(this.#notice);
    if (!this.#isFailureTold) this.#receiver.rejected(reason);
    this.#isFailureTold = true;
    this.#tellStatus();
  }

  #tellStatus(): void {
    const status = navigator.onLine ? 'connecting' : 'offline';
    try {
      this.#receiver.facts([{ type: 'connection.changed', status, at: this.#since }], 'replay');
    } catch {
      this.#receiver.rejected('The receiver threw.');
    }
  }
}
