/**
 * Facts reduced and delivered to fifty widgets. A round hands 250 live facts, one at a time as backends do, to the
 * kit's store and the same ones to the hand-written one; sizes take turns, too. Measured: reducing, selectors, and the
 * call of every listener concerned, which only takes note. Made beforehand: the facts. Not in it: rendering.
 *
 * Of the sessions, 30 in a hundred are ongoing; they fill the list's sections that sessions move in. At every size the
 * facts concern 30 of them, spread over the list, so that the number of sessions is all that differs (with one session,
 * all concern that one). Nine are shown with five widgets each, besides the list with a card per session, two capacity
 * headers, presence and the workspace. At the end both stores must have delivered equally often and hold the same.
 */
import { createSessionStore, silentLogger } from '../../src/index.js';
import type { SessionEvent } from '../../src/index.js';
import { aConfiguration, aGateway } from '../../stories/scenarios/builders.js';
import { KeyedStore } from '../vanilla/keyed-store.js';
import { subscribeWidgets } from '../vanilla/widgets.js';
import { selectRoster, selectSession } from '../../src/index.js';
import { someSessions } from './data.js';
import { FactStream } from './facts.js';
import { subscribeKitWidgets } from './kit-widgets.js';
import { ensure, takeTurns } from './samples.js';
import type { Subject } from './samples.js';

/** How many sessions the facts concern, and how many of them are shown. */
const BUSY = 30;
const SHOWN = 9;

export interface FactFigures {
  readonly sessions: number;
  /** Microseconds per fact. */
  readonly ours: number;
  readonly vanilla: number;
  /** Calls of listeners per fact. */
  readonly deliveries: number;
}

export async function measureFacts(options: {
  readonly sizes: readonly number[];
  readonly facts: number;
  readonly rounds: number;
}): Promise<FactFigures[]> {
  const { sizes, facts, rounds } = options;
  const benches = sizes.map((size) => new FactBench(size, facts));
  const subjects: Record<string, Subject> = {};
  benches.forEach((bench, index) => {
    subjects[`ours ${String(index)}`] = (round) => bench.ours(round);
    subjects[`vanilla ${String(index)}`] = (round) => bench.vanilla(round);
  });
  const samples = await takeTurns(subjects, { rounds, warmUps: 20 });
  return benches.map((bench, index) => ({
    sessions: sizes[index] ?? 0,
    ours: samples[`ours ${String(index)}`]?.median ?? Number.NaN,
    vanilla: samples[`vanilla ${String(index)}`]?.median ?? Number.NaN,
    deliveries: bench.deliveriesPerFact(),
  }));
}

class FactBench {
  readonly #facts: number;
  readonly #stream: FactStream;
  readonly #gateway;
  readonly #store;
  readonly #keyed = new KeyedStore();
  readonly #ids: readonly string[];
  #round: number | undefined;
  #batch: readonly SessionEvent[] = [];
  #given = 0;
  #ourDeliveries = 0;
  #vanillaDeliveries = 0;
  #last: unknown;

  constructor(size: number, facts: number) {
    this.#facts = facts;
    const sessions = someSessions(size, size);
    this.#ids = sessions.map(({ id }) => id);
    const ongoing = sessions.filter(({ state }) => state !== 'ended');
    const step = Math.max(1, Math.floor(ongoing.length / BUSY));
    const busy = ongoing.filter((_, index) => index % step === 0).slice(0, BUSY);
    const shown = Array.from({ length: SHOWN }, (_, index) => busy[index % busy.length]?.id ?? '');
    this.#stream = new FactStream(busy, shown, size);
    this.#gateway = aGateway({ sessions });
    this.#store = createSessionStore({
      gateway: this.#gateway,
      clock: this.#gateway.clock,
      logger: silentLogger,
      newId: () => '',
    });
    this.#keyed.load(sessions);
    this.#store.look(shown[0]);
    this.#keyed.apply({ type: 'session.selected', at: 0, sessionId: shown[0] ?? '' });
    subscribeKitWidgets(this.#store, this.#ids, shown, (value) => {
      this.#ourDeliveries += 1;
      this.#last = value;
    });
    subscribeWidgets(this.#keyed, aConfiguration(), shown, (value) => {
      this.#vanillaDeliveries += 1;
      this.#last = value;
    });
    this.#store.effects$.subscribe((effect) => (this.#last = effect));
    this.#keyed.onEffect = (_type, session) => (this.#last = session);
  }

  /** Microseconds per fact. */
  ours(round: number): number {
    const facts = this.#take(round);
    const begin = performance.now();
    for (const fact of facts) this.#gateway.deliver([fact], 'live');
    return ((performance.now() - begin) * 1000) / facts.length;
  }

  vanilla(round: number): number {
    const facts = this.#take(round);
    const begin = performance.now();
    for (const fact of facts) this.#keyed.apply(fact);
    return ((performance.now() - begin) * 1000) / facts.length;
  }

  deliveriesPerFact(): number {
    const ours = this.#store.read(selectRoster);
    const { roster, sessions } = this.#keyed;
    for (const section of ['offered', 'active', 'parked', 'history'] as const)
      ensure(ours[section].join() === roster[section].join(), `the stores differ in the order of ${section}`);
    for (const id of this.#ids) {
      const one = this.#store.read(selectSession(id));
      const other = sessions.get(id);
      const isSame = (['state', 'unread', 'sentiment', 'primaryCode'] as const).every(
        (key) => one?.[key] === other?.[key],
      );
      ensure(isSame && one?.parameters.length === other?.parameters.length, `the stores differ in session ${id}`);
    }
    ensure(this.#last !== undefined, 'nothing was delivered');
    ensure(
      this.#ourDeliveries === this.#vanillaDeliveries,
      `the stores delivered ${String(this.#ourDeliveries)} and ${String(this.#vanillaDeliveries)} times`,
    );
    return this.#ourDeliveries / this.#given;
  }

  #take(round: number): readonly SessionEvent[] {
    if (round !== this.#round) {
      this.#round = round;
      this.#batch = this.#stream.take(this.#facts);
      this.#given += this.#facts;
    }
    return this.#batch;
  }
}
