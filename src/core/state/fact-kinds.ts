import type { SessionEvent } from '../events/session-event.js';
import type { CommandFact } from './command-reducer.js';

export type StoreFact = SessionEvent | CommandFact;

/** Every fact that this version knows, by the part of the state that it changes. */
const TYPES = {
  session: [
    'session.snapshot',
    'session.offered',
    'session.accepted',
    'session.connected',
    'session.declined',
    'session.missed',
    'session.held',
    'session.resumed',
    'session.parking',
    'session.parked',
    'session.park-failed',
    'session.unparking',
    'session.unparked',
    'session.unpark-failed',
    'session.transferring',
    'session.transfer-failed',
    'session.ended',
    'session.removed',
    'session.selected',
    'session.deselected',
    'after-call-work.extended',
    'after-call-work.finished',
    'caller.identified',
    'customer.identified',
    'participant.joined',
    'participant.left',
    'parameters.changed',
    'sentiment.changed',
    'codes.chosen',
    'tags.changed',
    'codes.suggested',
    'summary.changed',
    'typing.changed',
    'messaging.changed',
    'email.received',
    'external-task.changed',
    'context.recorded',
  ],
  transcript: [
    'transcript.appended',
    'transcript.corrected',
    'transcript.unavailable',
    'transcript.eligibility-changed',
    'message.delivery-changed',
  ],
  user: ['presence.changed', 'usage.reported'],
  workspace: ['workspace.reset', 'configuration.loaded', 'configuration.rejected'],
  connection: ['connection.changed'],
  command: ['command.sent', 'command.succeeded', 'command.failed', 'command.dismissed'],
} as const satisfies Readonly<Record<string, readonly StoreFact['type'][]>>;

export type Kind = keyof typeof TYPES;

/** Does not compile while a fact is missing above. */
true satisfies [StoreFact['type']] extends [(typeof TYPES)[Kind][number]] ? true : false;

/**
 * Which part of the state a type of fact changes. A Map, not the object itself: a fact of type `constructor` must be
 * unknown like any other.
 */
export const kindOf: ReadonlyMap<string, Kind> = new Map(
  (Object.entries(TYPES) as [Kind, readonly string[]][]).flatMap(([kind, types]) => types.map((type) => [type, kind])),
);
