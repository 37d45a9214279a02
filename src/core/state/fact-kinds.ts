import type { SessionEvent } from '../events/session-event.js';
import type { CommandFact } from './command-reducer.js';

export type StoreFact = SessionEvent | CommandFact;

/**
 * Every fact that this version knows, by the part of the state that it changes, and what it makes no sense without besides
 * its time and, about sessions, which one.
 */
const TYPES = {
  session: {
    'session.snapshot': 'session',
    'session.offered': 'offer',
    'session.accepted': '',
    'session.connected': '',
    'session.declined': '',
    'session.missed': '',
    'session.held': '',
    'session.resumed': '',
    'session.parking': '',
    'session.parked': '',
    'session.park-failed': 'reason',
    'session.unparking': '',
    'session.unparked': '',
    'session.unpark-failed': 'reason',
    'session.transferring': 'target',
    'session.transfer-failed': 'reason',
    'session.ended': '',
    'session.removed': '',
    'session.selected': '',
    'session.deselected': '',
    'after-call-work.extended': 'dueAt',
    'after-call-work.finished': '',
    'caller.identified': 'caller',
    'customer.identified': 'customer',
    'participant.joined': 'participant',
    'participant.left': 'participantId',
    'parameters.changed': 'parameters',
    'sentiment.changed': 'sentiment',
    'codes.chosen': '',
    'tags.changed': 'tags',
    'codes.suggested': 'suggested',
    'summary.changed': 'summary',
    'messages.read': 'unread',
    'typing.changed': 'typing',
    'messaging.changed': 'messaging',
    'email.received': 'email',
    'external-task.changed': 'externalTask',
    'context.recorded': 'contextRecord',
  },
  transcript: {
    'transcript.appended': 'segments',
    'transcript.corrected': 'segment',
    'transcript.unavailable': 'reason',
    'transcript.eligibility-changed': 'isTranscribable',
    'message.delivery-changed': 'segmentId delivery',
  },
  user: {
    'presence.changed': 'userId presence',
    'usage.reported': 'userId usage',
  },
  workspace: {
    'workspace.reset': 'agentId',
    'configuration.loaded': 'configuration',
    'configuration.rejected': 'problems',
  },
  connection: {
    'connection.changed': 'status',
  },
  command: {
    'command.sent': '',
    'command.succeeded': '',
    'command.failed': '',
    'command.dismissed': '',
  },
} as const satisfies Readonly<Record<string, Partial<Record<StoreFact['type'], string>>>>;

export type Kind = keyof typeof TYPES;

/** Does not compile while a fact is missing above. */
true satisfies [StoreFact['type']] extends [{ [K in Kind]: keyof (typeof TYPES)[K] }[Kind]] ? true : false;

interface FactKind {
  readonly kind: Kind;
  /** Names of members, separated by spaces. */
  readonly needs: string;
}

/** By the type of a fact. A Map, not the object itself: a fact of type `constructor` must be unknown like any other. */
export const FACT_KINDS: ReadonlyMap<string, FactKind> = new Map(
  (Object.entries(TYPES) as [Kind, Readonly<Record<string, string>>][]).flatMap(([kind, types]) =>
    Object.entries(types).map(([type, needs]) => [type, { kind, needs }]),
  ),
);
