import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { RowHeights } from '../../src/components/transcript-view/row-heights.js';

const ESTIMATE = 48;

/** The same, written down plainly. */
class PlainHeights {
  readonly #heights: number[] = [];
  get total(): number {
    return this.offsetOf(this.#heights.length);
  }
  growTo(length: number): void {
    while (this.#heights.length < length) this.#heights.push(ESTIMATE);
  }
  measure(index: number, height: number): void {
    this.#heights[index] = height;
  }
  offsetOf(index: number): number {
    return this.#heights.slice(0, index).reduce((sum, height) => sum + height, 0);
  }
  indexAt(offset: number): number {
    let index = 0;
    while (index < this.#heights.length - 1 && this.offsetOf(index + 1) <= offset) index += 1;
    return index;
  }
}

const growth = fc.record({ growTo: fc.integer({ min: 1, max: 700 }) });
const measure = fc.record({ at: fc.nat(), height: fc.integer({ min: 1, max: 300 }) });

describe('RowHeights', () => {
  it('answers as a plain list of heights does, whatever is measured and added in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(growth, measure), { maxLength: 60 }),
        fc.array(fc.nat(40_000)),
        (steps, offsets) => {
          const fast = new RowHeights(ESTIMATE);
          const plain = new PlainHeights();
          fast.growTo(1);
          plain.growTo(1);
          for (const step of steps) {
            if ('growTo' in step) {
              fast.growTo(step.growTo);
              plain.growTo(step.growTo);
            } else {
              const index = step.at % fast.length;
              fast.measure(index, step.height);
              plain.measure(index, step.height);
            }
          }
          expect(fast.total).to.equal(plain.total);
          for (const offset of offsets) {
            expect(fast.indexAt(offset)).to.equal(plain.indexAt(offset));
            expect(fast.offsetOf(offset % (fast.length + 1))).to.equal(plain.offsetOf(offset % (fast.length + 1)));
          }
        },
      ),
    );
  });

  it('knows how high a row is as a rule, from those that were measured', () => {
    const heights = new RowHeights(ESTIMATE);
    heights.growTo(1000);
    expect(heights.typical).to.equal(ESTIMATE);
    heights.measure(2, ESTIMATE);
    heights.measure(7, ESTIMATE + 20);
    heights.measure(900, ESTIMATE + 40);
    heights.measure(900, ESTIMATE + 40);
    expect(heights.typical).to.equal(ESTIMATE + 20);
  });

  it('never shrinks and has an answer beyond both ends', () => {
    const heights = new RowHeights(ESTIMATE);
    heights.growTo(10);
    heights.growTo(4);
    expect(heights.length).to.equal(10);
    expect(heights.indexAt(-50)).to.equal(0);
    expect(heights.indexAt(1e9)).to.equal(9);
  });
});
