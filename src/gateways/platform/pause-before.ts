/** How long is waited before another try, in ms; everybody who was cut off together comes back spread out. */
export const pauseBefore = (tries: number, firstMs = 1000, mostMs = 30_000): number =>
  Math.min(mostMs, firstMs * 2 ** tries) * (0.5 + Math.random() / 2);
