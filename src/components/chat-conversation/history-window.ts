import type { EndFollower } from '../../controllers/end-follower.js';

/** Which messages were in the document, and how many there were when the end was left. */
export interface LeftHistory {
  readonly start: number;
  readonly end: number;
  readonly read: number;
}

/** More than a screen: what is seen of a conversation that is turned to. */
const AT_ONCE = 40;
const STEP = 100;
const MOST = 300;

/**
 * Which messages of a long history are in the document: the last hundred, more as they are asked for, never very many.
 * A reader who scrolls to the end is there again, and nothing is taken away above.
 */
export class HistoryWindow {
  start = 0;
  end = 0;
  /** Whether the rest of the last hundred is to follow, when what is seen has been painted. */
  isToBeFilled = false;
  readonly #follower: EndFollower;
  #length = 0;

  constructor(follower: EndFollower) {
    this.#follower = follower;
  }

  get hasEarlier(): boolean {
    return this.start > 0;
  }

  get hasLater(): boolean {
    return this.end < this.#length;
  }

  /** @param left what another time was left further up */
  reset(length: number, left?: LeftHistory): void {
    this.end = 0;
    this.#take(length);
    this.toEnd();
    if (!left || left.start >= length) return;
    this.#follower.leave(left.read);
    this.isToBeFilled = false;
    this.start = left.start;
    this.end = Math.min(length, Math.max(left.end, left.start + MOST));
  }

  grow(length: number, isInSight: boolean): void {
    this.#take(length, isInSight);
    if (this.#follower.isFollowing) this.toEnd();
    else if (length - this.start <= MOST) this.end = length;
    else this.end = Math.max(this.end, Math.min(length, this.start + MOST));
  }

  toEnd(): void {
    this.#follower.follow();
    this.isToBeFilled = this.#length - this.end > AT_ONCE;
    this.end = this.#length;
    this.start = Math.max(0, this.end - (this.isToBeFilled ? AT_ONCE : STEP));
  }

  /** Answers whether there was something to be filled. */
  fill(): boolean {
    const wasToBeFilled = this.isToBeFilled;
    if (wasToBeFilled) this.start = Math.min(this.start, Math.max(0, this.end - STEP));
    this.isToBeFilled = false;
    return wasToBeFilled;
  }

  earlier(): void {
    this.fill();
    this.#follower.leave();
    this.start = Math.max(0, this.start - STEP);
    this.end = Math.min(this.end, this.start + MOST);
  }

  later(): void {
    this.end = Math.min(this.#length, this.end + STEP);
    this.start = Math.max(this.start, this.end - MOST);
  }

  #take(length: number, isInSight?: boolean): void {
    this.#follower.grow(length, isInSight, !this.hasLater);
    this.#length = length;
  }
}
