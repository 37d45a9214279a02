import type { Deadlines } from './deadlines.js';
import type { Engine } from './engine.js';

/** Only calls have a telephony client. */
const NOT_ANSWERED = 'The invitation of the telephony client was not answered.';
const NOT_BACK = 'The conversation could not be brought back. It stays parked.';
const NOT_WAITING = 'The other side could not be asked to wait. The conversation goes on.';

/** Parks sessions and takes them back; both take time, and may fail. */
export class Parking {
  readonly #engine: Engine;
  readonly #deadlines: Deadlines;

  constructor(engine: Engine, deadlines: Deadlines) {
    this.#engine = engine;
    this.#deadlines = deadlines;
  }

  park(sessionId: string, causedBy: string): void {
    const { timings, agenda, faults, sessions } = this.#engine;
    if (sessions.get(sessionId)?.state === 'unparking') {
      // The invitation is taken back; music plays on all the time.
      this.#deadlines.clear(sessionId);
      this.#engine.tell([{ type: 'session.parked', sessionId, causedBy }]);
      return;
    }
    const fault = faults.take('park', sessionId);
    this.#engine.tell([{ type: 'session.parking', sessionId, causedBy }]);
    agenda.after(timings.parkMs, () => {
      if (sessions.get(sessionId)?.state !== 'parking') return;
      const reason = fault && (fault.reason ?? NOT_WAITING);
      this.#engine.tell([
        reason === undefined
          ? { type: 'session.parked', sessionId, causedBy }
          : { type: 'session.park-failed', sessionId, reason, causedBy },
      ]);
    });
  }

  unpark(sessionId: string, causedBy: string): void {
    const { timings, faults, sessions } = this.#engine;
    const fault = faults.take('unpark', sessionId);
    const isCall = sessions.get(sessionId)?.modality === 'audio-video';
    this.#engine.tell([{ type: 'session.unparking', sessionId, causedBy }]);
    this.#deadlines.set(sessionId, isCall ? timings.invitationMs : timings.unparkMs, () => {
      if (sessions.get(sessionId)?.state !== 'unparking') return;
      const reason = fault && (fault.reason ?? (isCall ? NOT_ANSWERED : NOT_BACK));
      this.#engine.tell([
        reason === undefined
          ? { type: 'session.unparked', sessionId, causedBy }
          : { type: 'session.unpark-failed', sessionId, reason, causedBy },
      ]);
    });
  }
}
