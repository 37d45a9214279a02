import { runSuite } from '../conformance/suite.mjs';
import { BackendProcess } from './backend-process.mjs';
import { AGENT, openingFacts } from './facts.mjs';

const TOKENS = { 'token-of-ada': AGENT, 'token-of-ben': 'ben' };
const PRESENCES = ['busy', 'away', 'do-not-disturb', 'available'];

/** Runs the conformance suite against the real server with a log of this kind. */
export async function proveServer(log) {
  const opening = [...openingFacts(), ...endedSessions()].map((fact) => ({ agentId: AGENT, fact }));
  const backend = new BackendProcess({ log, tokens: TOKENS, heartbeatMs: 200, opening });
  try {
    await backend.start();
    const url = `http://127.0.0.1:${backend.port}/api`;
    const [token, otherToken] = Object.keys(TOKENS);
    const wishes = PRESENCES.map((presence) => ({ type: 'presence.change', presence }));
    return await runSuite({
      url,
      token,
      otherToken,
      wishes,
      wipe: `${url}/wipe`,
      large: `${url}/large`,
      patience: 1.5,
    });
  } finally {
    await backend.close();
  }
}

/** Enough for a few pages of history. */
function endedSessions() {
  const [{ session }] = openingFacts();
  return Array.from({ length: 5 }, (_, index) => {
    const ended = session.since + index;
    return {
      type: 'session.snapshot',
      session: { ...session, id: `past-${index}`, state: 'ended', times: { ended } },
      at: ended,
    };
  });
}
