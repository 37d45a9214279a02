/**
 * An endless stream of live facts in the mix of a busy day: of a hundred, 44 are transcript (half of them first as an
 * interim), 12 parameters, 12 sentiment, 12 steps of parking or unparking, 7 presence and other users' usage, 10 what
 * is found out or noted, 3 steps of short sessions that come, end and are removed. Half of them concern the sessions
 * that widgets show, the others one of the sessions that are busy.
 */
import type { Session, SessionEvent } from '../../src/index.js';
import { PRESENCES, SENTIMENTS } from '../../src/index.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import type { Random } from './data.js';
import { aName, aSegment, pick, randomFrom } from './data.js';

const STEPS = ['session.parking', 'session.parked', 'session.unparking', 'session.unparked'] as const;
const VISIT = ['session.offered', 'session.accepted', 'session.connected', 'session.ended', 'session.removed'] as const;

interface Busy {
  readonly id: string;
  /** The next one of `STEPS`. */
  step: number;
  segments: number;
  /** The segment that is said but not final yet. */
  interim: ReturnType<typeof aSegment> | undefined;
}

export class FactStream {
  readonly #random: Random;
  readonly #watched: readonly Busy[];
  readonly #busy: readonly Busy[];
  #at = NOW;
  #visits = 0;
  #visit = 0;

  constructor(busy: readonly Session[], watched: readonly string[], seed: number) {
    this.#random = randomFrom(seed);
    this.#busy = busy.map(({ id, state }) => ({
      id,
      step: state === 'parked' ? 2 : 0,
      segments: 0,
      interim: undefined,
    }));
    this.#watched = this.#busy.filter(({ id }) => watched.includes(id));
  }

  take(count: number): SessionEvent[] {
    return Array.from({ length: count }, () => this.#next());
  }

  #next(): SessionEvent {
    const random = this.#random;
    const own = pick(random, random() < 0.5 ? this.#watched : this.#busy);
    const { id: sessionId } = own;
    const at = (this.#at += 10);
    const kind = Math.floor(random() * 100);
    if (kind < 44) return { type: 'transcript.appended', at, sessionId, segments: [this.#say(own)] };
    if (kind < 56) {
      const name = pick(random, ['Card number', 'Contract', 'Language', 'Branch']);
      const value = String(Math.floor(random() * 1e6));
      return { type: 'parameters.changed', at, sessionId, parameters: [{ name, state: 'value', value }] };
    }
    if (kind < 68) return { type: 'sentiment.changed', at, sessionId, sentiment: pick(random, SENTIMENTS) };
    if (kind < 80) {
      const type = STEPS[own.step % STEPS.length] ?? 'session.parking';
      own.step += 1;
      return { type, at, sessionId };
    }
    if (kind < 84) return { type: 'presence.changed', at, userId: 'ana', presence: pick(random, PRESENCES) };
    if (kind < 87) {
      const im = Math.floor(random() * 4);
      return { type: 'usage.reported', at, userId: 'ben', usage: { total: im, perModality: { im } } };
    }
    if (kind < 91) return { type: 'customer.identified', at, sessionId, customer: { name: aName(random) } };
    if (kind < 94) return { type: 'tags.changed', at, sessionId, tags: ['travel', pick(random, ['vip', 'fraud'])] };
    if (kind < 97) {
      return { type: 'codes.chosen', at, sessionId, primary: pick(random, ['card-lost', 'card-limit']) };
    }
    return this.#step(at);
  }

  #say(own: Busy): ReturnType<typeof aSegment> {
    const { interim } = own;
    if (interim) {
      own.interim = undefined;
      return { ...interim, text: `${interim.text} indeed`, isFinal: true };
    }
    const segment = aSegment(this.#random, String(own.segments), own.segments);
    own.segments += 1;
    if (this.#random() < 0.5) return segment;
    own.interim = { ...segment, isFinal: false };
    return own.interim;
  }

  #step(at: number): SessionEvent {
    const type = VISIT[this.#visit % VISIT.length] ?? 'session.removed';
    this.#visit += 1;
    const sessionId = `visit-${String(this.#visits)}`;
    if (type === 'session.removed') this.#visits += 1;
    if (type !== 'session.offered') return { type, at, sessionId };
    return { type, at, sessionId, offer: { serviceId: 'front-desk', modality: 'im', direction: 'inbound' } };
  }
}
