/** After so many ms without a word of the device, the agent is told that what is written is not saved. */
const PATIENCE_MS = 700;

/** Does not wait longer than the agent can be left in the dark. */
export const patiently = (work: Promise<void>): Promise<void> => within(PATIENCE_MS, work);

/** In a page that was busy all the time an answer may have been waiting for so long. */
const TURN_MS = 100;

/** Rejects what has no answer by then. */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const refuse = (): void => {
      reject(new Error('The storage does not answer.'));
    };
    let timer = setTimeout(() => {
      timer = setTimeout(refuse, TURN_MS);
    }, ms);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

interface Promised {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** A promise that somebody else settles, and that nobody has to wait for. */
export function promised(): Promised {
  let settle: Pick<Promised, 'resolve' | 'reject'> | undefined;
  const promise = new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
  promise.catch(() => undefined);
  return { promise, resolve: () => settle?.resolve(), reject: (reason) => settle?.reject(reason) };
}
