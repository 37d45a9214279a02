// The facts of a run: numbered, so that whatever arrives says which one it is. Plain data: page and server share it.

const START = 1_700_000_000_000;
const SESSIONS = 6;
const KINDS = 10;

export const AGENT = 'ada';

const sessionId = (index) => `chat-${index}`;

/** What is true before fact 1. */
export const openingFacts = () => [
  ...Array.from({ length: SESSIONS }, (_, index) => ({
    type: 'session.snapshot',
    session: openSession(index),
    at: START,
  })),
  { type: 'presence.changed', userId: AGENT, presence: 'available', reason: 'step 0', at: START },
];

const openSession = (index) => ({
  id: sessionId(index),
  serviceId: 'cards',
  modality: 'im',
  direction: 'inbound',
  state: 'active',
  since: START,
  times: { offered: START, accepted: START, connected: START },
  participants: [],
  parameters: [],
  unread: 0,
  tags: ['step-0'],
  isSelected: false,
});

/** Fact number `n`, from 1: mostly what a customer writes, now and then tags or a presence. */
export function factOf(n) {
  const at = START + n;
  const on = sessionId(n % SESSIONS);
  if (n % KINDS === 4) return { type: 'tags.changed', sessionId: on, tags: [`step-${n}`], at };
  if (n % KINDS === 9) return { type: 'presence.changed', userId: AGENT, presence: 'busy', reason: `step ${n}`, at };
  const speaker = { id: 'customer', role: 'customer' };
  return {
    type: 'transcript.appended',
    sessionId: on,
    segments: [{ id: `step-${n}`, speaker, text: `Message ${n}`, isFinal: true }],
    at,
  };
}

/** The number of a fact, or the highest in one that sums up many; 0 for anything else. */
export function numberOf(fact) {
  const words = [
    ...(fact.segments ?? []).map(({ id }) => id),
    ...(fact.tags ?? []),
    ...(fact.session?.tags ?? []),
    fact.reason ?? '',
  ];
  return Math.max(0, ...words.map((word) => Number(/^step[ -](\d+)$/.exec(word)?.[1] ?? 0)));
}

/** A workspace as plain data, for comparison: all that the facts of a run can change. */
export function picture({ sessions, transcripts, users }) {
  return {
    sessions: [...sessions.values()]
      .map(({ id, state, unread, tags }) => ({ id, state, unread, tags: [...tags] }))
      .sort((one, other) => one.id.localeCompare(other.id)),
    transcripts: [...transcripts]
      .map(([id, segments]) => [id, Array.from(segments, (segment) => segment.id)])
      .filter(([, segments]) => segments.length > 0)
      .sort(([one], [other]) => one.localeCompare(other)),
    presence: users.get(AGENT)?.presence?.reason,
  };
}
