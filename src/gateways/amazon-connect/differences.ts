import type { Offer, SessionFact } from '../../core/events/session-event.js';
import type { Parameter } from '../../core/model/parameter.js';
import type { AfterCallWork, Session, SessionState } from '../../core/model/session.js';
import { isOver } from '../../core/rules/session-phase.js';
import { isSame } from './reading.js';
import type { Phase, SeenContact } from './seen-contact.js';

/** A fact about one session, before its time and cause are known. */
export type Step = SessionFact extends infer F ? (F extends SessionFact ? Omit<F, 'at' | 'sessionId'> : never) : never;

const STATES: Readonly<Partial<Record<Phase, SessionState>>> = {
  offered: 'offered',
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
export function stepsOf(session: Session, phase: Phase | 'gone', at: number, isDeclined: boolean): readonly Step[] {
  const { state } = session;
  if (state === 'offered') return isDead(phase) ? [endOfOffer(phase, isDeclined)] : fromOffer(phase);
  // What is missed or declined now was offered anew while nobody was told: no work is left of it.
  const isOfAnother = phase === 'missed' || phase === 'declined';
  if (state === 'after-call-work') return phase === 'gone' || isOfAnother ? [{ type: 'after-call-work.finished' }] : [];
  if (state === 'ended') return [];
  if (isDead(phase)) {
    return [
      {
        type: 'session.ended',
        ...(state === 'transferring' && { result: 'transferred-by-user' }),
        ...(phase !== 'gone' && !isOfAnother && { afterCallWork: afterCallWorkSince(at) }),
      },
    ];
  }
  if (state === 'transferring') return [];
  const isAside = state === 'parked' || state === 'unparking';
  switch (phase) {
    case 'active': {
      const type = isAside ? 'session.unparked' : state === 'held' ? 'session.resumed' : 'session.connected';
      return state === 'active' ? [] : [{ type }];
    }
    case 'held':
      return state === 'held'
        ? []
        : [...(isAside ? [{ type: 'session.unparked' } as const] : []), { type: 'session.held' }];
    case 'parked':
      return state === 'parked' ? [] : [{ type: 'session.parked' }];
    default:
      return [];
  }
}

function fromOffer(phase: Phase | 'gone'): readonly Step[] {
  if (phase === 'offered' || phase === 'strange') return [];
  const connected: Step = { type: 'session.connected' };
  if (phase === 'held') return [connected, { type: 'session.held' }];
  return phase === 'parked' ? [connected, { type: 'session.parked' }] : [connected];
}

/** Missed before ended: what was told as ended is cancelled for good. A chat that is missed fails. */
function endOfOffer(phase: Phase | 'gone', isDeclined: boolean): Step {
  if (isDeclined || phase === 'declined') return { type: 'session.declined' };
  return phase === 'missed' || phase === 'failed'
    ? { type: 'session.missed' }
    : { type: 'session.ended', offerOutcome: 'cancelled' };
}

/** What else is said of a session otherwise than before. */
export function detailsOf(session: Session, offer: Offer): readonly Step[] {
  const steps: Step[] = [];
  const { caller, externalTask, cannot = [] } = offer;
  if (caller && !isSame(caller, session.caller))
    steps.push({ type: 'caller.identified', caller: { ...session.caller, ...caller } });
  if (externalTask && !isSame(externalTask, session.externalTask))
    steps.push({ type: 'external-task.changed', externalTask });
  if (!isSame(cannot, session.cannot ?? [])) steps.push({ type: 'controls.changed', cannot });
  const parameters = changedParameters(session.parameters, offer.parameters ?? []);
  if (parameters.length > 0) steps.push({ type: 'parameters.changed', parameters });
  // Who takes part in a chat is told by the chat.
  return session.modality === 'im' ? steps : [...steps, ...participantSteps(session, offer)];
}

function changedParameters(before: readonly Parameter[], after: readonly Parameter[]): readonly Parameter[] {
  const known = new Map(before.map((parameter) => [parameter.name, parameter]));
  const names = new Set(after.map(({ name }) => name));
  return [
    ...after.filter((parameter) => !isSame(parameter, known.get(parameter.name))),
    ...before.flatMap(({ name, state }) =>
      names.has(name) || state === 'empty' ? [] : [{ name, state: 'empty' } as const],
    ),
  ];
}

function participantSteps(session: Session, { participants = [] }: Offer): readonly Step[] {
  const before = new Set(session.participants.map(({ id }) => id));
  const after = new Set(participants.map(({ id }) => id));
  return [
    ...session.participants
      .filter(({ id }) => !after.has(id))
      .map(({ id }) => ({ type: 'participant.left', participantId: id }) as const),
    ...participants
      .filter(({ id }) => !before.has(id))
      .map((participant) => ({ type: 'participant.joined', participant }) as const),
  ];
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
      ...(state === 'offered' ? { offered: at } : { connected: at }),
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
