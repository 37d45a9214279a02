/** A page that is not in sight is not painted. */
const LONGEST_MS = 500;

/** When what is there now has been painted: the second frame begins after that. */
export const painted = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
    setTimeout(resolve, LONGEST_MS);
  });
