/** How long to wait before the next try, in ms: a server that begins anew is back by the last of them. */
const PAUSES_MS = [1000, 2000, 4000];

/** Loads what a page cannot be without; where that fails it is tried again a few times. Rejects with the last failure. */
export async function loadAgain<P>(load: () => Promise<P>): Promise<P> {
  for (const ms of PAUSES_MS)
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
  return load();
}
