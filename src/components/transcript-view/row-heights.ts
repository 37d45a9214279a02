/** More rows than this are counted, but cannot be measured. */
const MOST_ROWS = 2 ** 24;

/**
 * Heights of very many rows, most of which were never measured and count as the estimate. Setting one, adding one at
 * the end, finding the row at an offset and the offset of a row all cost the logarithm of the number of rows (a Fenwick
 * tree of the differences from the estimate). Only what was measured takes memory: turning to a session of a hundred
 * thousand lines allocates nothing for them.
 */
export class RowHeights {
  readonly #estimate: number;
  /** Measured height minus estimate, per row. */
  readonly #differences = new Map<number, number>();
  /** The tree, one-based; what is missing is 0. */
  readonly #sums = new Map<number, number>();
  #length = 0;

  /** @param estimate height in px of a row that was not measured */
  constructor(estimate: number) {
    this.#estimate = estimate;
  }

  get length(): number {
    return this.#length;
  }

  /** The height of all rows in px. */
  get total(): number {
    return this.offsetOf(this.#length);
  }

  /** Adds unmeasured rows at the end. */
  growTo(length: number): void {
    this.#length = Math.max(this.#length, length);
  }

  heightOf(index: number): number {
    return this.#estimate + (this.#differences.get(index) ?? 0);
  }

  isMeasured(index: number): boolean {
    return this.#differences.has(index);
  }

  /** The mean height in px of the rows that were measured; the estimate while none was. */
  get typical(): number {
    const { size } = this.#differences;
    return size === 0 ? this.#estimate : this.#estimate + (this.total - this.#length * this.#estimate) / size;
  }

  /** Says how high a row is. */
  measure(index: number, height: number): void {
    const change = height - this.heightOf(index);
    if (!this.#differences.has(index) || Math.abs(change) >= 0.01) this.#change(index, change);
  }

  /** Where a row begins, in px from the first one. */
  offsetOf(index: number): number {
    let sum = index * this.#estimate;
    for (let node = index; node > 0; node -= node & -node) sum += this.#sums.get(node) ?? 0;
    return sum;
  }

  /** The row at an offset in px; the first or last one beyond the ends. */
  indexAt(offset: number): number {
    let index = 0;
    let rest = offset;
    for (let step = 1 << Math.floor(Math.log2(Math.max(1, this.#length))); step > 0; step >>= 1) {
      const next = index + step;
      const height = step * this.#estimate + (this.#sums.get(next) ?? 0);
      if (next <= this.#length && height <= rest) {
        index = next;
        rest -= height;
      }
    }
    return Math.max(0, Math.min(index, this.#length - 1));
  }

  #change(index: number, change: number): void {
    this.#differences.set(index, (this.#differences.get(index) ?? 0) + change);
    for (let node = index + 1; node <= MOST_ROWS; node += node & -node)
      this.#sums.set(node, (this.#sums.get(node) ?? 0) + change);
  }
}
