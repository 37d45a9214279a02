import type { LitElement, ReactiveController } from 'lit';
import { SelectionHold, isOfFinger, isOfMouse, isSelecting } from './selection-hold.js';
import { WayToEnd, restOf } from './way-to-end.js';

/** What readers scroll with. */
const MEANS = ['wheel', 'keydown', 'touchmove'] as const;

interface Options {
  /** Selects what grows in the scroller without an update of the host, such as by an image. */
  readonly content?: string;
  /** The view has another size than when it was last looked at. */
  readonly onResize?: (isOtherWidth: boolean) => void;
  /** The view or what is in it has another size: what is read further up is to be put where it stood. */
  readonly restore?: () => void;
}

/**
 * Follows the end of what the host shows in its `.scroller`, until the reader goes back, and again once the reader
 * returns. The host calls `keep` when it has placed everything, and `takeScroll` at every scroll event.
 */
export class EndFollower implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: Options;
  /** Made in a page: where a server renders the host there is none. */
  #resizes: ResizeObserver | undefined;
  #scroller: HTMLElement | null = null;
  #isFollowing = true;
  #length = 0;
  /** How many entries there were when the reader left the end. */
  #read = 0;
  /** The size of the view when it was last looked at; the width is that of the last time it was seen. */
  #width = 0;
  #height = 0;
  /** Where the view was when it was last looked at; 0 while any place is where it should be. */
  #top = 0;
  readonly #way = new WayToEnd();
  readonly #selecting = new SelectionHold();

  constructor(host: LitElement, options: Options = {}) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** What the reader scrolls, while it is in a document. */
  get scroller(): HTMLElement | null {
    return this.#scroller;
  }

  get isFollowing(): boolean {
    return this.#isFollowing;
  }

  /** Whether the way back is to be shown: not below a mouse that is selecting. */
  get isAway(): boolean {
    return !this.#isFollowing && !this.#selecting.isPressed;
  }

  /** The `data-id`s of the entries in which what a mouse has selected begins and ends. */
  get selected(): readonly string[] {
    return this.#selecting.selected;
  }

  /** Entries that came since the reader left the end. */
  get unseen(): number {
    return this.#isFollowing ? 0 : Math.max(0, this.#length - this.#read);
  }

  /**
   * How many entries there are now. To be called before anything is placed: a reader who has just gone back has left the
   * end, and one who has come down to it is there, though no event has said so yet.
   *
   * @param isInSight whether there was a reader to look at: that takes time
   * @param isWhole whether the end that is shown is the end of everything
   */
  grow(length: number, isInSight = true, isWhole = true): void {
    if (isInSight) this.takeScroll(isWhole);
    if (isInSight && this.#scroller) this.#way.grows(this.#scroller);
    this.#length = length;
  }

  /** Goes to the end when everything is placed, and stays there. */
  follow(): void {
    this.#turn(true);
    this.#top = 0;
  }

  /** How many entries there were when the reader left the end. */
  get read(): number {
    return this.#read;
  }

  /** @param read how many entries there were, where the end was left earlier */
  leave(read = this.#length): void {
    if (this.#isFollowing) this.#read = read;
    this.#turn(false);
  }

  /**
   * Ends what is still scrolled smoothly, before the view is put somewhere else: Chromium would go on from there by as
   * much as it had to go, and ends that for nothing but a box of another kind.
   */
  halt(): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    scroller.style.display = 'grid';
    scroller.getBoundingClientRect();
    scroller.style.display = '';
  }

  /**
   * While the end is followed, goes there. A reader who has just gone back has left it, though no event has said so yet:
   * what is drawn meanwhile must not take away the place. To be called when the place of a reader further up is restored,
   * too: what that scrolls is not the reader coming down.
   */
  keep(): void {
    const scroller = this.#scroller;
    // What nobody sees is at no place.
    if (!scroller || scroller.clientHeight === 0) return;
    if (this.#isFollowing) {
      // What becomes less takes the view along with its end.
      const isAway = scroller.scrollTop < this.#top - 1 && restOf(scroller) > 1;
      if (isAway && this.#isOfKnownSize(scroller)) {
        this.leave();
        // The way back is to be shown, once what is being drawn is drawn.
        void this.#host.updateComplete.then(() => {
          this.#host.requestUpdate();
        });
      } else scroller.scrollTop = scroller.scrollHeight;
    }
    this.#top = scroller.scrollTop;
  }

  /**
   * Answers whether it was the reader, or what grows around the reader, that scrolled.
   *
   * @param isWhole whether the end that is shown is the end of everything
   */
  takeScroll(isWhole = true): boolean {
    const scroller = this.#scroller;
    // A view that changes its size scrolls by itself: that is not the reader, and what it leads to follows.
    if (!scroller || scroller.clientHeight === 0 || !this.#isOfKnownSize(scroller)) return false;
    const { scrollTop } = scroller;
    // What grows or shrinks around the reader scrolls, too; only going back is leaving the end, be it by a little at a time.
    if (this.#isFollowing && scrollTop >= this.#top - 1) this.keep();
    else if (
      isWhole &&
      !this.#selecting.isPressed &&
      scrollTop !== this.#top &&
      this.#way.hasCome(scroller, this.#top)
    ) {
      this.#turn(true);
      if (restOf(scroller) > 1) this.halt();
    } else this.leave();
    this.#top = scroller.scrollTop;
    return true;
  }

  hostUpdated(): void {
    const scroller = this.#host.renderRoot.querySelector<HTMLElement>('.scroller');
    if (scroller === this.#scroller) return;
    this.#resizes?.disconnect();
    this.#scroller = scroller;
    if (!scroller) return;
    this.#hearMeans();
    scroller.addEventListener('pointerdown', this.#onPress);
    this.#width = scroller.clientWidth;
    this.#height = scroller.clientHeight;
    this.#resizes ??= new ResizeObserver(() => {
      this.#onResize();
    });
    // Moved to another place of the document, a view begins at its beginning: that is not the reader.
    if (!this.#isFollowing) scroller.scrollTop = this.#top;
    this.#top = scroller.scrollTop;
    this.#resizes.observe(scroller);
    const content = this.#options.content === undefined ? null : scroller.querySelector(this.#options.content);
    if (content) this.#resizes.observe(content);
  }

  hostDisconnected(): void {
    this.#resizes?.disconnect();
    this.#scroller = null;
  }

  #turn(isFollowing: boolean): void {
    if (isFollowing === this.#isFollowing) return;
    this.#isFollowing = isFollowing;
    this.#hearMeans();
  }

  /** Whoever follows the end is on no way to it: of very many views most hear nothing. */
  #hearMeans(): void {
    for (const type of MEANS)
      if (this.#isFollowing) this.#scroller?.removeEventListener(type, this.#onMeans);
      else this.#scroller?.addEventListener(type, this.#onMeans, { passive: true });
  }

  readonly #onMeans = (): void => {
    if (this.#scroller) this.#way.setOut(this.#scroller);
  };

  /**
   * What a mouse selects does not move, nor what is selected afterwards; nor what a finger has selected. A click or a tap
   * alone goes on following.
   */
  readonly #onPress = (event: PointerEvent): void => {
    const scroller = this.#scroller;
    if (!scroller) return;
    if (isOfFinger(event))
      this.#selecting.touch(event, () => {
        if (scroller !== this.#scroller) return;
        this.takeScroll();
        this.leave();
        this.#host.requestUpdate();
      });
    if (!isOfMouse(event)) return;
    // What is pressed outside of all that is in it is its scroll bar.
    if (event.target === scroller) {
      this.#way.setOut(scroller);
      return;
    }
    this.takeScroll();
    const { scrollTop } = scroller;
    const wasFollowing = this.#isFollowing;
    this.leave();
    this.#selecting.press(event, () => {
      if (scroller !== this.#scroller) return;
      if (wasFollowing && scroller.scrollTop === scrollTop && !isSelecting()) this.follow();
      this.#host.requestUpdate();
    });
  };

  #isOfKnownSize({ clientWidth, clientHeight }: HTMLElement): boolean {
    return clientWidth === this.#width && clientHeight === this.#height;
  }

  #onResize(): void {
    const scroller = this.#scroller;
    // Taken out of the document, it has no size that could matter.
    if (!scroller?.isConnected) return;
    if (!this.#isOfKnownSize(scroller)) {
      const { clientWidth: width, clientHeight: height } = scroller;
      const isOtherWidth = width > 0 && width !== this.#width;
      if (width > 0) this.#width = width;
      this.#height = height;
      // Of another size, it has scrolled by itself.
      this.#top = 0;
      this.#options.onResize?.(isOtherWidth);
    }
    this.#options.restore?.();
    this.keep();
  }
}
