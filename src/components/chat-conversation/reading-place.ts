import type { LitElement, ReactiveController } from 'lit';
import type { EndFollower } from '../../controllers/end-follower.js';
import type { HistoryWindow } from './history-window.js';

/**
 * Keeps the reader's place in the history: at the end it follows what is added or grows; elsewhere the message being read
 * does not move. The host renders a `.scroller` with a `.messages` list.
 */
export class ReadingPlace implements ReactiveController {
  readonly #host: LitElement;
  readonly #end: EndFollower;
  readonly #window: HistoryWindow;
  /** A message in view and where it stands, from before an update. */
  #anchor: { readonly element: Element; readonly top: number } | undefined;

  constructor(host: LitElement, end: EndFollower, window: HistoryWindow) {
    this.#host = host;
    this.#end = end;
    this.#window = window;
    host.addController(this);
  }

  readonly onScroll = (): void => {
    const wasFollowing = this.#end.isFollowing;
    if (this.#end.takeScroll(!this.#window.hasLater) && this.#end.isFollowing !== wasFollowing)
      this.#host.requestUpdate();
  };

  hostUpdate(): void {
    const { scroller, isFollowing } = this.#end;
    this.#anchor = undefined;
    if (!scroller || isFollowing) return;
    const { top } = scroller.getBoundingClientRect();
    const element = [...scroller.querySelectorAll('.message')].find((row) => row.getBoundingClientRect().bottom > top);
    if (element) this.#anchor = { element, top: element.getBoundingClientRect().top };
  }

  hostUpdated(): void {
    const { scroller } = this.#end;
    const anchor = this.#anchor;
    if (scroller && anchor?.element.isConnected)
      scroller.scrollTop += anchor.element.getBoundingClientRect().top - anchor.top;
    this.#end.keep();
  }
}
