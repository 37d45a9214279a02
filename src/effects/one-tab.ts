/** How long a tab that is seen but has no focus leaves the one with focus to come first, and one that is hidden all others. */
const PATIENCE_MS = { seen: 500, hidden: 1000 };
/** How long nobody else does the same. All tabs of a browser hear of a fact within much less. */
const HOLD_MS = 10_000;
/** A browser that has not answered by then does not. */
const ANSWER_MS = 2000;

/** What a tab knows of itself. */
export interface Tab {
  readonly hasFocus: boolean;
  readonly isSeen: boolean;
  /** Absent on pages that are not secure. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  /** Settles after so many ms. */
  readonly pause: (ms: number) => Promise<void>;
}

const ownTab: Tab = {
  get hasFocus() {
    return document.hasFocus();
  },
  get isSeen() {
    return document.visibilityState === 'visible';
  },
  get locks() {
    try {
      return (navigator as Partial<Navigator>).locks;
    } catch {
      return undefined;
    }
  },
  pause: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    }),
};

/**
 * Does something in one tab of this browser: at once in the one that has focus, so that the agent's click still counts
 * for the browser; a little later in one that is seen or, when the agent is in another program, in any. Answers whether
 * it was this tab. Where tabs cannot find out about each other (Web Locks are missing, refused or silent), it is done in
 * every tab that is seen.
 */
export async function inOneTab(name: string, act: () => void, tab: Tab = ownTab): Promise<boolean> {
  const { hasFocus, isSeen, locks, pause } = tab;
  if (hasFocus) {
    act();
    if (locks) void take(name, locks, pause);
    return true;
  }
  if (locks) await pause(isSeen ? PATIENCE_MS.seen : PATIENCE_MS.hidden);
  const unanswered = async (): Promise<undefined> => {
    await pause(ANSWER_MS);
  };
  const isOurs = (locks && (await Promise.race([take(name, locks, pause), unanswered()]))) ?? isSeen;
  if (isOurs) act();
  return isOurs;
}

/** Holds a name for a while; answers false when another tab does. Undefined where that may not be asked. */
const take = (name: string, locks: NonNullable<Tab['locks']>, pause: Tab['pause']): Promise<boolean | undefined> =>
  new Promise((resolve) => {
    const hold = (lock: Lock | null): Promise<void> | undefined => {
      resolve(lock !== null);
      return lock ? pause(HOLD_MS) : undefined;
    };
    const ask = async (): Promise<unknown> => locks.request(name, { ifAvailable: true }, hold);
    ask().catch(() => {
      resolve(undefined);
    });
  });
