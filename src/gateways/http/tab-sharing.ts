/** What tabs need to find out about each other, or why this browser does not let them. */
export type TabSharing = { readonly locks: LockManager } | { readonly refusal: string };

/** The wait is counted in turns of the page, so that a page that is busy does not take its browser for a silent one. */
const TURNS = 4;

/**
 * Tries what tabs share by: Web Locks and a BroadcastChannel. Pages that are not secure have no locks; an opaque origin
 * and a browser that blocks cookies refuse them, policies and extensions take them away, and some never answer. So they
 * are tried rather than looked for. Takes at most about `ms`, longer while the page is hidden or busy. Never rejects.
 */
export async function findSharing(ms: number): Promise<TabSharing> {
  const end = new AbortController();
  let tried = 'navigator.locks';
  const all = async (): Promise<TabSharing> => {
    const { locks } = navigator as Partial<Navigator>;
    if (!locks) throw new Error('not there');
    const name = `my-sessions try ${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
    await locks.request(name, { signal: end.signal }, () => undefined);
    await locks.query();
    tried = 'BroadcastChannel';
    await toAndFro(name, end.signal);
    return { locks };
  };
  try {
    return await Promise.race([all(), silence(ms, end.signal)]);
  } catch (error) {
    return { refusal: `${tried}: ${String(error)}` };
  } finally {
    end.abort();
  }
}

/** Resolves when what one end says is heard at the other. */
function toAndFro(name: string, ended: AbortSignal): Promise<void> {
  const here = new BroadcastChannel(name);
  ended.addEventListener('abort', () => {
    here.close();
  });
  const there = new BroadcastChannel(name);
  ended.addEventListener('abort', () => {
    there.close();
  });
  return new Promise((resolve) => {
    there.onmessage = () => {
      resolve();
    };
    here.postMessage(undefined);
  });
}

/** Rejects when nothing else has come about in time. */
async function silence(ms: number, ended: AbortSignal): Promise<never> {
  for (let turn = 0; turn < TURNS && !ended.aborted; turn += 1)
    await new Promise((resolve) => setTimeout(resolve, ms / TURNS));
  throw new Error('no answer');
}
