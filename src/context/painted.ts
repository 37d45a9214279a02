/** When what is there now has been painted, in a page that is in sight: the second frame begins after that. */
export const painted = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
