/** Chance that repeats itself: the same seed leads to the same answers. */
export interface Random {
  /** A number from 0 up to but without 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** The items in a new order. */
  shuffled<T>(items: readonly T[]): T[];
}

/** Mulberry32: 32 bits of state, plenty for a demonstration. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    shuffled(items) {
      const rest = [...items];
      return items.flatMap(() => rest.splice(Math.floor(next() * rest.length), 1));
    },
  };
}
