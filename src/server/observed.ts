/** Whoever waits for it hears of a failure; where nobody does, it must not end the process. */
export function observed<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
