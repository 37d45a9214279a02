/** A page that stays open for a day and 5,000 sessions; what happens in it stands in `page/measure-soak.ts`. */

/** @returns what the page holds after so many sessions, for each of `marks`, after a day, and what is left of it */
export async function soak(page, { marks }) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const call = (name, options) => page.evaluate(([name, options]) => globalThis.bench[name](options), [name, options]);

  /** What is held by nobody is gone by then: nodes and listeners, too. */
  async function held() {
    for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
  }

  await call('beginSoak');
  const after = [];
  let passed = 0;
  for (const sessions of marks) {
    const ms = await call('letSessionsPass', { count: sessions - passed });
    passed = sessions;
    after.push({ sessions, ms, ...(await held()) });
  }
  await call('letADayPass');
  const day = await held();
  const workers = page.workers().length;
  const timers = await call('endSoak');
  return { after, day, workers, timers };
}
