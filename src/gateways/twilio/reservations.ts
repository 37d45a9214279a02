import type { SessionEvent } from '../../core/events/session-event.js';
import type { Desk } from './desk.js';
import { differenceOf, phaseOf } from './difference.js';
import { Listeners } from './listeners.js';
import type { Reading } from './sighting.js';
import { sightingOf } from './sighting.js';
import type { TwilioReservation, TwilioTransfer } from './task-router.js';

const EVENTS = ['accepted', 'wrapup', 'completed', 'rejected', 'timeout', 'canceled', 'rescinded'];
const TASK_EVENTS = ['updated', 'wrapup', 'completed', 'canceled', 'transferInitiated'];
const TRANSFER_EVENTS = ['completed', 'failed', 'canceled', 'attemptFailed'];

/** Asks how a reservation ended that has gone without a word; nothing is the answer where nobody knows. */
export type AskHowEnded = (reservation: TwilioReservation, tell: (outcome?: unknown) => void) => void;

interface Heard {
  readonly reservation: TwilioReservation;
  readonly listeners: Listeners;
  transfer: TwilioTransfer | undefined;
}

/** What has to be said, and what of it is no news. */
interface Said {
  readonly corrections: SessionEvent[];
  readonly facts: SessionEvent[];
}

/** Holds what has been said of reservations against those that there are. */
export class Reservations {
  readonly #desk: Desk;
  readonly #reading: Reading;
  readonly #nameOf: (target: string) => string;
  readonly #ask: AskHowEnded;
  readonly #heard = new Map<string, Heard>();
  /** The latest version seen, by sid: events and replies come in any order. */
  readonly #versions = new Map<string, number>();
  /** The last object of each that goes on, for when it is gone. */
  readonly #last = new Map<string, TwilioReservation>();
  /** Of which a server is asked how they ended. */
  readonly #asked = new Set<string>();
  /** Statuses that nobody knows are counted once for each reservation. */
  readonly #strange = new Set<string>();
  /** While the SDK reads its list anew, that is no list to compare with. */
  isPaused = false;
  /** Called after each comparison. */
  compared: () => void = () => undefined;

  constructor(desk: Desk, reading: Reading, nameOf: (target: string) => string, ask: AskHowEnded) {
    this.#desk = desk;
    this.#reading = reading;
    this.#nameOf = nameOf;
    this.#ask = ask;
  }

  /** The object that there is now for a session; after each connect it is a new one. */
  get(sessionId: string): TwilioReservation | undefined {
    return this.#all().get(sessionId);
  }

  /** Compares all, as news. */
  compare(): void {
    if (this.isPaused) return;
    const { corrections, facts } = this.#differences(true);
    this.#desk.say(corrections, 'replay');
    this.#desk.say(facts, 'live');
    this.compared();
  }

  /** What has become of all while nobody listened. */
  caughtUp(): readonly SessionEvent[] {
    this.#versions.clear();
    const { corrections, facts } = this.#differences(false);
    return [...corrections, ...facts];
  }

  clear(): void {
    for (const { listeners } of this.#heard.values()) listeners.clear();
    this.#heard.clear();
    this.#asked.clear();
  }

  /** Nobody waits any more for how they ended. */
  forget(): void {
    this.clear();
    this.#last.clear();
  }

  #all(): ReadonlyMap<string, TwilioReservation> {
    return this.#reading.options.worker.reservations;
  }

  #differences(isLive: boolean): Said {
    const said: Said = { corrections: [], facts: [] };
    const all = this.#all();
    for (const reservation of all.values()) this.#see(reservation, isLive, said);
    for (const [sessionId, { state }] of this.#desk.records.sessions)
      if (state !== 'ended' && !all.has(sessionId)) this.#miss(sessionId, said);
    for (const [sid, { reservation, listeners }] of this.#heard) {
      if (all.get(sid) === reservation) continue;
      listeners.clear();
      this.#heard.delete(sid);
    }
    return said;
  }

  #see(reservation: TwilioReservation, isLive: boolean, said: Said, told?: string): void {
    try {
      const moment = { now: this.#desk.now(), isLive };
      const seen = sightingOf(reservation, moment, this.#reading, told);
      if (told === undefined) this.#hear(reservation);
      if (phaseOf(seen.status) === 'over') this.#last.delete(seen.sessionId);
      else this.#last.set(seen.sessionId, reservation);
      if (this.#isStale(reservation)) return;
      if (phaseOf(seen.status) === 'unknown' && !this.#strange.has(seen.sessionId)) {
        this.#strange.add(seen.sessionId);
        this.#desk.reject(`a reservation has a status that is not known: ${seen.status}`);
      }
      this.#asked.delete(seen.sessionId);
      const record = this.#desk.records.sessions.get(seen.sessionId);
      const { facts, isCorrection } = differenceOf(record, seen, this.#nameOf);
      (isCorrection ? said.corrections : said.facts).push(...facts);
    } catch (error) {
      this.#desk.reject(`a reservation could not be read: ${String(error)}`);
    }
  }

  /** Whether something later is known: a slow event undoes what a reply has said already. */
  #isStale({ sid, version }: TwilioReservation): boolean {
    const [now, latest] = [Number(version), this.#versions.get(sid)];
    if (latest !== undefined && now < latest) return true;
    if (Number.isSafeInteger(now)) this.#versions.set(sid, now);
    return false;
  }

  /** Listens to an object, and no longer to the one that was there before it for the same reservation. */
  #hear(reservation: TwilioReservation): void {
    let heard = this.#heard.get(reservation.sid);
    if (heard?.reservation !== reservation) {
      heard?.listeners.clear();
      const listeners = new Listeners(this.#desk.reject);
      heard = { reservation, listeners, transfer: undefined };
      this.#heard.set(reservation.sid, heard);
      for (const event of EVENTS)
        listeners.hear(reservation, event, () => {
          this.#told(reservation, event);
        });
      for (const event of TASK_EVENTS)
        listeners.hear(reservation.task, event, () => {
          this.compare();
        });
    }
    const transfer = reservation.task.transfers?.outgoing ?? undefined;
    if (!transfer || transfer === heard.transfer) return;
    heard.transfer = transfer;
    for (const event of TRANSFER_EVENTS)
      heard.listeners.hear(transfer, event, () => {
        this.compare();
      });
  }

  /**
   * By then a reservation that is over is in the list no more. The name of the event counts: its payload may be of an earlier
   * moment.
   */
  #told(reservation: TwilioReservation, status: string): void {
    if (phaseOf(status) === 'over') {
      const said: Said = { corrections: [], facts: [] };
      this.#see(reservation, true, said, status);
      this.#desk.say(said.facts, 'live');
    }
    this.compare();
  }

  /** A session whose reservation has gone without a word. */
  #miss(sessionId: string, said: Said): void {
    const { howEnded } = this.#reading.options;
    const removed = { type: 'session.removed', sessionId, at: this.#desk.now() } as const;
    const last = this.#last.get(sessionId);
    if (!howEnded || !last) said.facts.push(removed);
    else if (!this.#asked.has(sessionId)) {
      this.#asked.add(sessionId);
      this.#ask(last, (outcome) => {
        this.#answered(last, outcome);
      });
    }
  }

  #answered(reservation: TwilioReservation, outcome: unknown): void {
    const { sid } = reservation;
    if (!this.#asked.delete(sid)) return;
    const said: Said = { corrections: [], facts: [] };
    if (phaseOf(String(outcome)) === 'over') this.#see(reservation, false, said, String(outcome));
    else said.facts.push({ type: 'session.removed', sessionId: sid, at: this.#desk.now() });
    this.#desk.say(said.facts, 'replay');
    this.compared();
  }
}
