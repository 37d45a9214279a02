import type { SessionState } from '../model/session.js';

/**
 * What the states of a session mean for the agent's work. A state of a newer backend, which is none of ours, counts as
 * a conversation that goes on: nothing is lost by that, and it can be ended.
 */

/** Whether the conversation is over: history, or the work after it. */
export const isOver = (state: SessionState): boolean => state === 'ended' || blocksNewWork(state);

/** Whether the task is still being worked on or talked to; false for offers, records, after-call work and history. */
export const isOngoing = (state: SessionState): boolean => state !== 'offered' && state !== 'opened' && !isOver(state);

/** Whether the session waits for the agent, or is on its way back from there. */
export const isSetAside = (state: SessionState): boolean => state === 'parked' || state === 'unparking';

/** Whether the session is the conversation the agent is in right now, or is on its way into or out of it. */
export const isInConversation = (state: SessionState): boolean => isOngoing(state) && !isSetAside(state);

/**
 * Whether the session keeps the agent from another conversation where one is active at a time (Nimbus). One that is
 * being unparked does: the agent is about to answer the invitation of the telephony client.
 */
export const engagesAgent = (state: SessionState): boolean => isOngoing(state) && state !== 'parked';

/** Whether the agent can work on the task now. On hold the agent stays in it (Nimbus); only talking waits. */
export const isAtHand = (state: SessionState): boolean => state === 'active' || state === 'held';

/** Nimbus: during after-call work no service selects the agent, whichever service it belongs to. */
export const blocksNewWork = (state: SessionState): boolean => state === 'after-call-work';

/**
 * Whether a session in this state takes a slot. Nimbus: a task frees its slot when it is closed, so parked sessions
 * count (`takenSlots` knows the services where they do not), and so does after-call work until it is finished. An offer
 * does not count before it is accepted, a record never.
 */
export const takesSlot = (state: SessionState): boolean => isOngoing(state) || blocksNewWork(state);
