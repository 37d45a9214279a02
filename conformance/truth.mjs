/** The state that a session is in after a fact; facts that are not here leave open what it is. */
const STATE_AFTER = new Map(
  Object.entries({
    'session.offered': 'offered',
    'session.accepted': 'accepted',
    'session.connected': 'active',
    'session.declined': 'ended',
    'session.missed': 'ended',
    'session.held': 'held',
    'session.resumed': 'active',
    'session.parking': 'parking',
    'session.parked': 'parked',
    'session.unparking': 'unparking',
    'session.unparked': 'active',
    'session.transferring': 'transferring',
    'after-call-work.finished': 'ended',
  }),
);

/** The one figure of a fact that can be found again in a snapshot: `[what it is about, what it is now]`. */
function figureOf({ type, sessionId, data }) {
  if (type === 'presence.changed') return [`presence of ${data.userId}`, data.presence];
  if (type === 'session.ended')
    return [`state of session ${sessionId}`, data.afterCallWork ? 'after-call-work' : 'ended'];
  if (type === 'tags.changed') return [`tags of session ${sessionId}`, JSON.stringify(data.tags)];
  const state = STATE_AFTER.get(type);
  return state && [`state of session ${sessionId}`, state];
}

function figuresIn({ state }) {
  const figures = new Map();
  for (const { userId, presence } of state.presences ?? []) figures.set(`presence of ${userId}`, presence);
  for (const { id, state: now, tags } of state.sessions) {
    figures.set(`state of session ${id}`, now);
    figures.set(`tags of session ${id}`, JSON.stringify(tags ?? []));
  }
  return figures;
}

/** What a run of events says a snapshot has to show: at its position, or at any later moment. */
export class Truth {
  #start;
  #events;

  constructor(start, events) {
    this.#start = start;
    this.#events = events;
  }

  /** Where a snapshot shows less than its position promises, in words; undefined where it does not. */
  staleIn(snapshot) {
    const shows = figuresIn(snapshot);
    for (const [what, values] of this.#allowedAt(snapshot.seq)) {
      const value = shows.get(what);
      if (value !== undefined && !values.includes(value))
        return `${what} is ${value}, which was replaced by ${values[0]} before`;
    }
    return undefined;
  }

  /** By figure: its value at `seq`, and every later one. */
  #allowedAt(seq) {
    const allowed = new Map([...figuresIn(this.#start)].map(([what, value]) => [what, [value]]));
    for (const event of this.#events) {
      const [what, value] = figureOf(event) ?? [];
      if (what === undefined) continue;
      if (event.seq <= seq) allowed.set(what, [value]);
      else allowed.set(what, [...(allowed.get(what) ?? []), value]);
    }
    return allowed;
  }
}
