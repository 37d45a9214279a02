import type { LitElement, ReactiveController } from 'lit';

/**
 * Marks the frame of an element into which Tab has led with `data-focused`, for as long as the focus is in it: Chromium and
 * Safari match no frame by `:focus-visible`, and what scrolls in one has no ring of its own. The page's window loses the
 * focus to a frame, which is heard of one that runs no scripts, too.
 */
export function markFocusedFrame(host: LitElement): void {
  host.addController(new FrameFocus(host));
}

class FrameFocus implements ReactiveController {
  readonly #host: LitElement;
  #end: AbortController | undefined;
  #isByTab = false;

  constructor(host: LitElement) {
    this.#host = host;
  }

  hostConnected(): void {
    this.#end = new AbortController();
    const { signal } = this.#end;
    const options = { capture: true, signal };
    window.addEventListener('keydown', ({ key }) => (this.#isByTab = key === 'Tab'), options);
    // Who clicks sees where the focus is. A press in the frame itself is not heard here.
    for (const type of ['pointerdown', 'focusin'])
      window.addEventListener(type, () => (this.#isByTab = false), options);
    window.addEventListener(
      'blur',
      () => {
        this.#mark(this.#isByTab);
      },
      { signal },
    );
    for (const type of ['focus', 'focusin'])
      window.addEventListener(
        type,
        () => {
          this.#mark(false);
        },
        { signal },
      );
  }

  hostDisconnected(): void {
    this.#end?.abort();
  }

  #mark(isByTab: boolean): void {
    const root = this.#host.shadowRoot;
    for (const frame of root?.querySelectorAll('iframe') ?? [])
      frame.toggleAttribute('data-focused', isByTab && root?.activeElement === frame);
  }
}
