import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Subscription } from 'rxjs';
import type { Ticker } from '../../context/ticker.js';

/** Updates an element when a moment has come, by the workspace's ticker. It listens only while there is one to wait for. */
export class WakeUp implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #ticker: Ticker | undefined;
  #moment = Infinity;
  #subscription: Subscription | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Waits for one moment, in place of the one before; `Infinity` for none. */
  at(moment: number, ticker: Ticker): void {
    this.#moment = moment;
    if (ticker !== this.#ticker || moment === Infinity) this.#letGo();
    this.#ticker = ticker;
    if (moment === Infinity) return;
    this.#subscription ??= ticker.subscribe((now) => {
      if (now < this.#moment) return;
      this.#letGo();
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#letGo();
  }

  #letGo(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = undefined;
  }
}
