/** A step of the clock on the wall that only a sleep of the machine makes, in ms. Smaller ones set it right. */
const SLEEP_MS = 5000;

/**
 * Time in ms that nobody sets back and that goes on while the machine sleeps: a monotonic clock may stand still then, and
 * the clock on the wall is ahead afterwards. Begins as the clock on the wall.
 */
export function steadyTime(wall: () => number, monotonic: () => number): () => number {
  let ahead = wall() - monotonic();
  let start = ahead;
  return () => {
    const now = monotonic();
    const step = wall() - now - ahead;
    ahead += step;
    if (step > SLEEP_MS) start += step;
    return start + now;
  };
}
