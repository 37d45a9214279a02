import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { deepActiveElement } from '../../controllers/focus-place.js';

/**
 * Notes in which sessions the agent has worked in a framed page. Nobody can look into such a page, so one that has had
 * the focus counts as one with something typed in it.
 */
export class WorkedFrames implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #shown: () => string | undefined;
  readonly #ids = new Set<string>();

  /** @param shown the session whose pane is on screen */
  constructor(host: ReactiveControllerHost & Element, shown: () => string | undefined) {
    this.#host = host;
    this.#shown = shown;
    host.addController(this);
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  clear(): void {
    this.#ids.clear();
  }

  hostConnected(): void {
    window.addEventListener('blur', this.#onBlur);
  }

  hostDisconnected(): void {
    window.removeEventListener('blur', this.#onBlur);
  }

  /** The window loses the focus to a page that it frames. The text of a mail is framed, too, and nothing is typed there. */
  readonly #onBlur = (): void => {
    const id = this.#shown();
    // Not before all engines have said where the focus went.
    setTimeout(() => {
      const focused = deepActiveElement(document);
      const root = focused?.getRootNode();
      const isPage = focused?.localName === 'iframe' && root instanceof ShadowRoot;
      if (!isPage || !root.host.localName.endsWith('embedded-context')) return;
      if (id !== undefined && this.#host.shadowRoot?.activeElement) this.#ids.add(id);
    });
  };
}
