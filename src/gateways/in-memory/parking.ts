import type { Engine } from './engine.js';

/** Only calls have a telephony client. */
const NOT_ANSWERED = 'The invitation of the telephony client was not answered.';
const NOT_BACK = 'The conversation could not be brought back. It stays parked.';
const NOT_WAITING = 'The other side could not be asked to wait. The conversation goes on.';

/** Takes its time, and may fail. */
export function park(engine: Engine, sessionId: string, causedBy: string): void {
  const { timings, agenda, faults, sessions, deadlines } = engine;
  if (sessions.get(sessionId)?.state === 'unparking') {
    // The invitation is taken back; music plays on all the time.
    deadlines.clear(sessionId);
    engine.tell([{ type: 'session.parked', sessionId, causedBy }]);
    return;
  }
  const fault = faults.take('park', sessionId);
  engine.tell([{ type: 'session.parking', sessionId, causedBy }]);
  agenda.after(timings.parkMs, () => {
    if (sessions.get(sessionId)?.state !== 'parking') return;
    engine.tell([
      fault
        ? { type: 'session.park-failed', sessionId, reason: fault.reason ?? NOT_WAITING, causedBy }
        : { type: 'session.parked', sessionId, causedBy },
    ]);
  });
}

/** Takes its time, and may fail. */
export function unpark(engine: Engine, sessionId: string, causedBy: string): void {
  const { timings, faults, sessions, deadlines } = engine;
  const fault = faults.take('unpark', sessionId);
  const isCall = sessions.get(sessionId)?.modality === 'audio-video';
  engine.tell([{ type: 'session.unparking', sessionId, causedBy }]);
  deadlines.set(sessionId, isCall ? timings.invitationMs : timings.unparkMs, () => {
    if (sessions.get(sessionId)?.state !== 'unparking') return;
    engine.tell([
      fault
        ? {
            type: 'session.unpark-failed',
            sessionId,
            reason: fault.reason ?? (isCall ? NOT_ANSWERED : NOT_BACK),
            causedBy,
          }
        : { type: 'session.unparked', sessionId, causedBy },
    ]);
  });
}
