// Facts by chance, also ones that do not fit the state they meet: backends send those too.

const SESSIONS = ['a', 'b', 'c', 'd'];
const CODES = ['one', 'two', null];
const PLAIN = [
  'session.accepted',
  'session.connected',
  'session.declined',
  'session.missed',
  'session.held',
  'session.resumed',
  'session.parking',
  'session.parked',
  'session.unparking',
  'session.unparked',
  'after-call-work.finished',
  'session.removed',
];

const person = (random) => ({
  id: random.pick(['p', 'q', 'r']),
  role: random.pick(['customer', 'agent', 'bot']),
  name: 'N',
});

/** Versions of one segment need not agree on when it was said, nor know it. */
function segment(random, index) {
  const number = random.chance(0.8) ? index : random.below(index + 1);
  return {
    id: `segment-${number}`,
    speaker: person(random),
    text: `Text ${index}`,
    isFinal: random.chance(0.8),
    ...(random.chance(0.5) && { offsetMs: random.below(5000) }),
  };
}

const MAKERS = [
  (random) => ({ type: 'session.offered', offer: offer(random) }),
  (random) => ({ type: random.pick(PLAIN) }),
  (random) => ({ type: random.pick(PLAIN) }),
  () => ({ type: 'session.connected' }),
  (random) => ({
    type: random.pick(['session.park-failed', 'session.unpark-failed', 'session.transfer-failed']),
    reason: 'no',
  }),
  () => ({ type: 'session.transferring', target: 'elsewhere' }),
  (random, at) => ({ type: 'session.ended', ...(random.chance(0.5) && { afterCallWork: afterCallWork(at) }) }),
  (_random, at) => ({ type: 'after-call-work.extended', dueAt: at + 60_000 }),
  () => ({ type: 'caller.identified', caller: { name: 'Caller' } }),
  (random) => ({ type: 'customer.identified', customer: { name: 'Customer', ...(random.chance(0.5) && { id: '7' }) } }),
  (random) => ({ type: 'participant.joined', participant: person(random) }),
  (random) => ({ type: 'participant.left', participantId: random.pick(['p', 'q', 'r']) }),
  (random) => ({
    type: 'parameters.changed',
    parameters: [{ name: random.pick(['x', 'y']), state: 'value', value: String(random.below(9)) }],
  }),
  (random) => ({ type: 'sentiment.changed', sentiment: random.pick(['positive', 'neutral', 'negative']) }),
  (random) => ({
    type: 'codes.chosen',
    primary: random.pick(CODES),
    ...(random.chance(0.5) && { secondary: random.pick(CODES) }),
  }),
  (random) => ({ type: 'tags.changed', tags: [random.pick(['s', 't']), random.pick(['t', 'u'])] }),
  (random, _at, index) => ({ type: 'transcript.appended', segments: [segment(random, index)] }),
  (random, _at, index) => ({
    type: 'transcript.appended',
    segments: [segment(random, index), segment(random, index + 100)],
  }),
  (random, _at, index) => ({ type: 'transcript.corrected', segment: segment(random, index) }),
  () => ({ type: 'transcript.unavailable', reason: 'no consent' }),
];

const offer = (random) => ({
  serviceId: 'cards',
  modality: random.pick(['audio-video', 'im', 'email', 'external']),
  direction: 'inbound',
  ...(random.chance(0.5) && { expiresAt: 1.7e12 + 20_000 }),
});

const afterCallWork = (at) => ({ startedAt: at, dueAt: at + 30_000, canFinishEarly: true, canExtend: true });

/** Fact `index` of a history; the first ones are offers, so that there is something for the others to be about. */
export function randomFact(random, index) {
  const at = 1.7e12 + index * 1000;
  if (random.chance(0.1))
    return { type: 'presence.changed', userId: random.pick(['u', 'v']), presence: random.pick(['busy', 'away']), at };
  const make = index < SESSIONS.length ? MAKERS[0] : random.pick(MAKERS);
  const sessionId = index < SESSIONS.length ? SESSIONS[index] : random.pick(SESSIONS);
  return { ...make(random, at, index), sessionId, at };
}
