import type { Offer, SessionFact } from '../../core/events/session-event.js';
import type { AfterCallWork, Session, SessionState } from '../../core/model/session.js';
import { isOver } from '../../core/rules/session-phase.js';
import { factsOfChanges } from '../../core/state/facts-of-changes.js';
import type { Phase, SeenContact } from './seen-contact.js';

const STATES: Readonly<Partial<Record<Phase, SessionState>>> = {
  offered: 'offered',
  accepted: 'accepted',
  active: 'active',
  held: 'held',
  parked: 'parked',
  ended: 'after-call-work',
};

/** What ends an offer, as far as its state tells. */
export const isDead = (phase: Phase | 'gone'): boolean =>
  phase === 'missed' || phase === 'declined' || phase === 'failed' || phase === 'ended' || phase === 'gone';

/** Ended and not cleared is after-call work: it lasts until the agent finishes it. */
const afterCallWorkSince = (startedAt: number): AfterCallWork => ({
  startedAt,
  canFinishEarly: true,
  canExtend: false,
});

/**
 * What has happened to a session between what was said of it and what its platform says now.
 *
 * @param isDeclined whether the agent has asked to decline it: what states make of that differs by channel
 */
export function stepsOf(
  session: Session,
  phase: Phase | 'gone',
  at: number,
  isDeclined: boolean,
): readonly SessionFact[] {
  const { state } = session;
  if (!isDead(phase))
    return state === 'transferring' || phase === 'strange' || isOver(state)
      ? []
      : // Where parking has failed it is connected as before.
        factsOfChanges(
          state === 'parking' && phase === 'active' ? { ...session, state: 'accepted' } : session,
          { state: STATES[phase as Phase] ?? state },
          at,
        );
  // What is missed or declined now was offered anew while nobody was told: no work is left of it.
  const isDone = state === 'offered' || phase === 'gone' || phase === 'missed' || phase === 'declined';
  return factsOfChanges(
    session,
    {
      state: isDone ? 'ended' : 'after-call-work',
      // A chat that is missed fails.
      offerOutcome:
        isDeclined || phase === 'declined'
          ? 'declined'
          : phase === 'missed' || phase === 'failed'
            ? 'missed'
            : 'cancelled',
      ...(state === 'transferring' && { result: 'transferred-by-user' }),
      ...(!isDone && { afterCallWork: afterCallWorkSince(at) }),
    },
    at,
  );
}

/** What else is said of a session otherwise than before. */
export function detailsOf(session: Session, offer: Offer, at: number): readonly SessionFact[] {
  const { caller, externalTask, cannot = [], parameters = [], participants = [] } = offer;
  return factsOfChanges(
    session,
    {
      ...{ cannot, parameters },
      ...(caller && { caller: { ...session.caller, ...caller } }),
      ...(externalTask && { externalTask }),
      // Who takes part in a chat is told by the chat.
      ...(session.modality !== 'im' && { participants }),
    },
    at,
  );
}

/** The record of a contact that is met in the middle of its life; undefined where nothing of it is the agent's to do. */
export function recordOf({ id, phase, word, offer }: SeenContact, at: number): Session | undefined {
  if (isDead(phase) && phase !== 'ended') return undefined;
  const { queuedAt, participants = [], parameters = [], ...known } = offer;
  // A state of a newer platform is shown by its own word.
  const state = STATES[phase] ?? (word as SessionState);
  return {
    ...known,
    id,
    state,
    since: at,
    ...(state === 'parked' && { parkedSince: at }),
    times: {
      ...(queuedAt !== undefined && { queued: queuedAt }),
      [state === 'offered' || state === 'accepted' ? state : 'connected']: at,
      ...(isOver(state) && { ended: at }),
    },
    participants,
    parameters,
    ...(isOver(state) && { afterCallWork: afterCallWorkSince(at) }),
    tags: [],
    unread: 0,
    isSelected: false,
  };
}

/** Whether a session stands where its platform says; a strange state is shown by its word. */
export const isAt = ({ state }: Session, { phase, word }: SeenContact): boolean =>
  state === 'transferring' || isOver(state) || state === (STATES[phase] ?? word);
