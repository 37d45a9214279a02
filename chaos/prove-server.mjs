import { runSuite } from '../conformance/suite.mjs';
import { BackendProcess } from './backend-process.mjs';
import { AGENT, openingFacts } from './facts.mjs';

const TOKENS = { 'token-of-ada': AGENT, 'token-of-ben': 'ben' };
const PRESENCES = ['busy', 'away', 'do-not-disturb', 'available'];

/** Runs the conformance suite against the real server with a log of this kind. */
export async function proveServer(log) {
  const opening = [...openingFacts(), ...endedSessions(), channel()].map((fact) => ({ agentId: AGENT, fact }));
  const backend = new BackendProcess({ log, tokens: TOKENS, heartbeatMs: 200, opening });
  try {
    await backend.start();
    const url = `http://127.0.0.1:${backend.port}/api`;
    await backend.publish(AGENT, [messageWithFile(`${url}/kept/photo`)], 'a message with a file');
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

/** What one of the open sessions takes. */
const channel = () => ({
  type: 'messaging.changed',
  sessionId: openingFacts()[0].session.id,
  messaging: { takesTyping: true, files: { types: ['image/png'], maxBytes: 200_000 } },
  at: openingFacts()[0].at,
});

const messageWithFile = (url) => ({
  type: 'transcript.appended',
  sessionId: openingFacts()[0].session.id,
  segments: [
    {
      id: 'with-a-file',
      speaker: { id: 'customer', role: 'customer' },
      text: '',
      isFinal: true,
      attachments: [{ id: 'a1', name: 'photo.png', mediaType: 'image/png', url }],
    },
  ],
  at: openingFacts()[0].at,
});
