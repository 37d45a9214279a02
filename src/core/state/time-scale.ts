import type { TranscriptSegment } from '../model/transcript-segment.js';

/** When something was said: in ms since its conversation began, or since the epoch. */
export type Time = 'offsetMs' | 'at';

/**
 * By which time a list of segments is ordered: by `offsetMs`; by `at` where that is what all segments with a time have
 * and some have no offset. It follows from how many lack which, counted as they come and go.
 */
export class TimeScale {
  /** How many segments with a time have it on the other scale only. Numbers, as an object for each segment would be dear. */
  #withoutOffset = 0;
  #withoutMoment = 0;

  /** The same, to be counted on without a change to this one. */
  copy(): TimeScale {
    const copy = new TimeScale();
    copy.#withoutOffset = this.#withoutOffset;
    copy.#withoutMoment = this.#withoutMoment;
    return copy;
  }

  get time(): Time {
    return this.#withoutOffset > 0 && this.#withoutMoment === 0 ? 'at' : 'offsetMs';
  }

  /** Counts a segment that comes, if the scale stays what it is with it. Answers whether it does. */
  admits(segment: TranscriptSegment): boolean {
    const { time } = this;
    if (!this.count(segment, 1) || this.time === time) return true;
    this.count(segment, -1);
    return false;
  }

  /** Counts a segment that comes, or one that goes. Answers whether there was anything to count. */
  count({ offsetMs, at }: TranscriptSegment, by: 1 | -1): boolean {
    const hasOffset = isTime(offsetMs);
    if (hasOffset === isTime(at)) return false;
    if (hasOffset) this.#withoutMoment += by;
    else this.#withoutOffset += by;
    return true;
  }
}

/** What is not a number would stand before and after everything: no search would find its neighbours any more. */
export const timeOf = (segment: TranscriptSegment, time: Time): number | undefined =>
  isTime(segment[time]) ? segment[time] : undefined;

const isTime = (time: number | undefined): time is number => Number.isFinite(time);
