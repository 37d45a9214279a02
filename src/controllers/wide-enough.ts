import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether an element is so wide that parts of it stand side by side; it is rendered anew when that changes. */
export class WideEnough implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #least: number;
  /** Made in a page: where a server renders the host there is none. */
  #sizes: ResizeObserver | undefined;
  /** Until it is laid out as it was said. */
  isWide: boolean;

  /** @param least in px */
  constructor(host: ReactiveControllerHost & Element, least: number, isWide: boolean) {
    this.#host = host;
    this.#least = least;
    this.isWide = isWide;
    host.addController(this);
  }

  hostConnected(): void {
    this.#sizes ??= new ResizeObserver(([entry]) => {
      if (entry) this.#take(entry.contentRect.width);
    });
    this.#sizes.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#sizes?.disconnect();
  }

  /** One that is put away has no width of its own. */
  #take(width: number): void {
    if (width === 0 || width >= this.#least === this.isWide) return;
    this.isWide = !this.isWide;
    this.#host.requestUpdate();
    // Its height may follow. What is heard of that in the same round, the browser takes for an error of the page.
    this.#sizes?.disconnect();
    requestAnimationFrame(() => {
      if (this.#host.isConnected) this.hostConnected();
    });
  }
}
