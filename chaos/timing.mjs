/** The client's spans at a tenth of what they are in production, so that a run takes seconds. */
export const QUICK = {
  firstRetryMs: 200,
  mostRetryMs: 2000,
  stableMs: 1000,
  silenceMs: 1500,
  probeMs: 500,
  freshMs: 100,
  settleMs: 100,
  requestMs: 2000,
};

/** Heartbeats to go with them. */
export const QUICK_HEARTBEAT_MS = 500;

/** Rejects when something takes longer than it ever should; says what it was. */
export async function within(ms, promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
