/** A time that two processes of one machine agree on, in ms. */
export const now = () => performance.timeOrigin + performance.now();

/** What a share of them does not exceed. */
export const part = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
