import * as fc from 'fast-check';
import type { SessionEvent } from '../../src/index.js';
import { aSession } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { FACTS } from './session-facts.js';
import type { FactOnSession } from './session-facts.js';

const sessionIds = fc.constantFrom('call-1', 'chat-1', 'mail-1', 'task-1', '__proto__', 'constructor', '');
const modalities = fc.constantFrom('audio-video', 'im', 'email', 'external', 'hologram');
const moments = fc.integer({ min: 0, max: 50 }).map((second) => NOW + second * 1000);

const segments = fc.array(
  fc.record({
    id: fc.constantFrom('u1', 'u2', 'u3', '__proto__'),
    speaker: fc.constantFrom({ id: 'c', role: 'customer' } as const, { id: 'a', role: 'agent' } as const),
    text: fc.constantFrom('My card', 'is lost', ''),
    isFinal: fc.boolean(),
    offsetMs: fc.nat({ max: 5 }),
  }),
  { maxLength: 3 },
);

const onSession = fc
  .tuple(fc.constantFrom(...(Object.values(FACTS) as FactOnSession[])), sessionIds, modalities, moments, segments)
  .map(([fact, sessionId, modality, at, said]): FactOnSession => {
    if (fact.type === 'session.snapshot')
      return { ...fact, at, session: aSession({ id: sessionId, modality, since: at }) };
    if (fact.type === 'session.offered') return { ...fact, at, sessionId, offer: { ...fact.offer, modality } };
    if (fact.type === 'transcript.appended') return { ...fact, at, sessionId, segments: said };
    return { ...fact, at, sessionId };
  });

const onUser = fc.record(
  {
    type: fc.constant('presence.changed' as const),
    at: moments,
    userId: fc.constantFrom('ana', 'ben', '__proto__', ''),
    presence: fc.constantFrom('available', 'busy', 'away', 'in-a-meeting'),
    cause: fc.constantFrom('rona', 'schedule'),
    chosen: fc.constantFrom('available', 'away'),
    next: fc.constantFrom('away', 'lunch'),
    until: moments,
  },
  { requiredKeys: ['type', 'at', 'userId', 'presence'] },
);

const reset = fc.record({
  type: fc.constant('workspace.reset' as const),
  at: moments,
  agentId: fc.constantFrom('ana', 'ben'),
});

/** Well-formed facts of every kind, in any order, as no sane backend would send them. */
export const anyFact: fc.Arbitrary<SessionEvent> = fc.oneof(
  { arbitrary: onSession, weight: 30 },
  { arbitrary: onUser, weight: 3 },
  { arbitrary: reset, weight: 1 },
);
