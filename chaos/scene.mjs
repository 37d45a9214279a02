import { BackendProcess } from './backend-process.mjs';
import { Witness, openPage, servePage, startBrowser } from './browser.mjs';
import { AGENT, openingFacts } from './facts.mjs';
import { ChaosProxy } from './proxy.mjs';
import { QUICK_HEARTBEAT_MS } from './timing.mjs';

/**
 * Sets everything up for a run: the server in a process of its own, the proxy in front of it, a browser. Whatever comes
 * of the run, all of it is ended.
 */
export async function inScene({ random, log, token, heartbeatMs = QUICK_HEARTBEAT_MS, start = startBrowser }, act) {
  const opening = openingFacts().map((fact) => ({ agentId: AGENT, fact }));
  const backend = new BackendProcess({ log, tokens: { [token]: AGENT }, heartbeatMs, opening });
  const proxy = new ChaosProxy({ random, upstream: () => backend.port, page: await servePage() });
  const witness = new Witness();
  const { browser, context } = await start();
  try {
    await backend.start();
    const port = await proxy.start();
    const open = (options) => openPage(context, { port, witness, token, ...options });
    const openApart = async (options) => openPage(await browser.newContext(), { port, witness, token, ...options });
    return await act({ backend, proxy, witness, open, openApart });
  } finally {
    // Each of them, also when another one fails to end.
    await Promise.allSettled([browser.close(), proxy.stop(), backend.close()]);
  }
}
