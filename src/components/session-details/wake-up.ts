import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Subscription } from 'rxjs';
import type { Ticker } from '../../context/ticker.js';
import type { Clock } from '../../core/ports/clock.js';

/** Updates an element when a moment has come, by the workspace's ticker. It listens only while there is one to wait for. */
export class WakeUp implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #ticker: Ticker | undefined;
  #clock: Clock | undefined;
  #moment = Infinity;
  #subscription: Subscription | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Waits for one moment of a clock, in place of the one before; `Infinity` for none. */
  at(moment: number, ticker: Ticker, clock: Clock): void {
    this.#moment = moment;
    this.#clock = clock;
    if (ticker !== this.#ticker || moment === Infinity) this.#letGo();
    this.#ticker = ticker;
    if (moment === Infinity) return;
    this.#subscription ??= ticker.subscribe(() => {
      if ((this.#clock?.now() ?? 0) < this.#moment) return;
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
