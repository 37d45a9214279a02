import type { LitElement, ReactiveController } from 'lit';
import type { HistoryWindow } from './history-window.js';

/** How near to the end, in px, still counts as reading the end. */
const NEAR = 32;

/**
 * Keeps the reader's place in the history: at the end it follows what is added or grows; elsewhere the message being read
 * does not move. The host renders a `.scroller` with a `.messages` list.
 */
export class EndKeeper implements ReactiveController {
  readonly #host: LitElement;
  readonly #window: HistoryWindow;
  readonly #resizes = new ResizeObserver(() => {
    this.#height = this.#scroller?.clientHeight ?? 0;
    this.#follow();
  });
  #scroller: HTMLElement | null = null;
  /** How high the view was when it was last looked at. */
  #height = 0;
  /** Where the end was when it was last gone to. */
  #top = 0;
  /** A message in view and where it stands, from before an update. */
  #anchor: { readonly element: Element; readonly top: number } | undefined;

  constructor(host: LitElement, window: HistoryWindow) {
    this.#host = host;
    this.#window = window;
    host.addController(this);
  }

  readonly onScroll = (): void => {
    const scroller = this.#scroller;
    // A view that changes its size scrolls by itself: that is not the reader, and what it leads to follows.
    if (!scroller || scroller.clientHeight === 0 || scroller.clientHeight !== this.#height) return;
    // What grows or shrinks around the reader scrolls, too; only going back is leaving the end.
    if (this.#window.isFollowing && scroller.scrollTop >= this.#top - 1) {
      this.#follow();
      return;
    }
    const isAtEnd =
      scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= NEAR && !this.#window.hasLater;
    if (isAtEnd === this.#window.isFollowing) return;
    if (isAtEnd) this.#window.reachEnd();
    else this.#window.leaveEnd();
    this.#host.requestUpdate();
  };

  hostUpdate(): void {
    const scroller = this.#scroller;
    this.#anchor = undefined;
    if (!scroller || this.#window.isFollowing) return;
    const { top } = scroller.getBoundingClientRect();
    const element = [...scroller.querySelectorAll('.message')].find((row) => row.getBoundingClientRect().bottom > top);
    if (element) this.#anchor = { element, top: element.getBoundingClientRect().top };
  }

  hostUpdated(): void {
    const scroller = this.#host.renderRoot.querySelector<HTMLElement>('.scroller');
    if (scroller !== this.#scroller) {
      this.#resizes.disconnect();
      this.#scroller = scroller;
      const messages = scroller?.querySelector('.messages');
      if (scroller && messages) {
        this.#height = scroller.clientHeight;
        this.#resizes.observe(scroller);
        this.#resizes.observe(messages);
      }
    }
    const anchor = this.#anchor;
    if (scroller && anchor?.element.isConnected)
      scroller.scrollTop += anchor.element.getBoundingClientRect().top - anchor.top;
    this.#follow();
  }

  hostDisconnected(): void {
    this.#resizes.disconnect();
    this.#scroller = null;
  }

  #follow(): void {
    const scroller = this.#scroller;
    if (!scroller || !this.#window.isFollowing) return;
    scroller.scrollTop = scroller.scrollHeight;
    this.#top = scroller.scrollTop;
  }
}
