const STEP = 100;
const MOST = 300;

/** Which messages of a long history are in the document: the last hundred, more as they are asked for, never very many. */
export class HistoryWindow {
  start = 0;
  end = 0;
  #length = 0;
  /** How many messages there were when the reader left the end. */
  #read = 0;
  #isFollowing = true;

  get isFollowing(): boolean {
    return this.#isFollowing;
  }

  get hasEarlier(): boolean {
    return this.start > 0;
  }

  get hasLater(): boolean {
    return this.end < this.#length;
  }

  /** Messages that came since the reader left the end. */
  get unseen(): number {
    return this.#isFollowing ? 0 : this.#length - this.#read;
  }

  reset(length: number): void {
    this.#length = length;
    this.toEnd();
  }

  grow(length: number): void {
    this.#length = length;
    if (this.#isFollowing) this.toEnd();
    else if (length - this.start <= MOST) this.end = length;
    else this.end = Math.max(this.end, Math.min(length, this.start + MOST));
  }

  toEnd(): void {
    this.#isFollowing = true;
    this.#read = this.#length;
    this.end = this.#length;
    this.start = Math.max(0, this.end - STEP);
  }

  earlier(): void {
    this.leaveEnd();
    this.start = Math.max(0, this.start - STEP);
    this.end = Math.min(this.end, this.start + MOST);
  }

  later(): void {
    this.end = Math.min(this.#length, this.end + STEP);
    this.start = Math.max(this.start, this.end - MOST);
  }

  leaveEnd(): void {
    if (this.#isFollowing) this.#read = this.#length;
    this.#isFollowing = false;
  }

  /** The reader is at the end again, by scrolling there: nothing is taken away above. */
  reachEnd(): void {
    this.#isFollowing = true;
    this.#read = this.#length;
  }
}
