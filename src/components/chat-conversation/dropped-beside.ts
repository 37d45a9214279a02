import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Files that are dropped beside the field, on what was said, are meant for it: a page that opened one would be lost with
 * all that is written on it. Where nothing can be written they land nowhere.
 */
export class DroppedBeside implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #fieldOf: () => HTMLElement | null;

  /** @param fieldOf the composer, which takes what is dropped on it */
  constructor(host: ReactiveControllerHost & HTMLElement, fieldOf: () => HTMLElement | null) {
    this.#host = host;
    this.#fieldOf = fieldOf;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of ['dragover', 'drop'] as const) this.#host.addEventListener(type, this.#onFiles);
  }

  hostDisconnected(): void {
    for (const type of ['dragover', 'drop'] as const) this.#host.removeEventListener(type, this.#onFiles);
  }

  readonly #onFiles = (event: DragEvent): void => {
    const { dataTransfer, type, defaultPrevented } = event;
    if (defaultPrevented || !dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const field = this.#fieldOf();
    if (type !== 'drop' || !field?.checkVisibility()) return;
    field.dispatchEvent(new DragEvent(type, { dataTransfer, cancelable: true }));
  };
}
