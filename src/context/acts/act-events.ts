import type { AgentWish } from '../../core/commands/command.js';

type WishType = AgentWish['type'];

/**
 * The two events around each wish, present tense before it, cancelable, and past tense after the backend has taken it.
 * The detail of both is the wish without its type.
 */
export const WISH_EVENTS = {
  'session.accept': ['session-accept', 'session-accepted'],
  'session.decline': ['session-decline', 'session-declined'],
  'session.park': ['session-park', 'session-parked'],
  'session.unpark': ['session-unpark', 'session-unparked'],
  'session.hold': ['session-hold', 'session-held'],
  'session.resume': ['session-resume', 'session-resumed'],
  'session.transfer': ['session-transfer', 'session-transferred'],
  'session.end': ['session-end', 'session-ended'],
  'session.release': ['session-release', 'session-released'],
  'work-item.pick': ['work-item-pick', 'work-item-picked'],
  'after-call-work.finish': ['after-call-work-finish', 'after-call-work-finished'],
  'after-call-work.extend': ['after-call-work-extend', 'after-call-work-extended'],
  'codes.choose': ['codes-change', 'codes-changed'],
  'tags.change': ['tags-change', 'tags-changed'],
  'notes.save': ['notes-save', 'notes-saved'],
  'message.send': ['message-send', 'message-sent'],
  'email.reply': ['email-reply', 'email-replied'],
  'email.mark-as-handled': ['email-handle', 'email-handled'],
  'messages.mark-read': ['messages-mark-read', 'messages-marked-read'],
  'presence.change': ['presence-change', 'presence-changed'],
} as const satisfies Readonly<Record<WishType, readonly [before: string, after: string]>>;

/** The two events around each act that is no wish to the backend. */
export const LOCAL_EVENTS = {
  'session.select': ['session-select', 'session-selected'],
  'session.hide': ['session-hide', 'session-hidden'],
  'record.open': ['record-open', 'record-opened'],
  'record.close': ['record-close', 'record-closed'],
  'session.sign-in': ['session-sign-in', 'session-signed-in'],
  'context.open': ['context-open', 'context-opened'],
  'session.notify': ['session-notify', 'session-notified'],
} as const;

type Act = keyof typeof WISH_EVENTS | keyof typeof LOCAL_EVENTS;
type WishDetail<T extends WishType> = Readonly<Omit<AgentWish & { readonly type: T }, 'type'>>;

/** What `codes-change` is about: an id is chosen, null cleared; the code that is not named stays. */
export type CodesChange = WishDetail<'codes.choose'>;

/** What `tags-change` is about: all tags that the session is to have. */
export type TagsChange = WishDetail<'tags.change'>;

/** What `session-select` is about. */
export interface Turning {
  /** The session that is turned to; without it, to Home. */
  readonly sessionId: string | undefined;
}

/** What `session-hide` is about. */
export interface Hiding {
  readonly sessionId: string;
}

/** What `record-open` is about. */
export interface RecordOpening {
  readonly sessionId: string;
  /** Its kind, by its id in the configuration, and its id in the other system. */
  readonly kind: string;
  readonly recordId: string;
  /** Whether the agent stays where he is. */
  readonly inBackground: boolean;
}

/** What `record-close` is about. */
export interface RecordClosing {
  readonly sessionId: string;
}

/** What `context-open` is about. The address is filled in and proved harmless. */
export interface ContextOpening {
  readonly sessionId: string;
  readonly itemId: string;
  readonly url: string;
}

/** What `session-notify` is about. */
export interface Notifying {
  readonly sessionId: string;
  /** `offer`: a task rings; `message`: its customer has written while the agent looks elsewhere. */
  readonly about: 'offer' | 'message';
}

type WishEventDetails = {
  readonly [T in WishType as (typeof WISH_EVENTS)[T][number]]: WishDetail<T>;
};

/** Every event that leaves the shadow roots, by its name, and what it carries. */
export interface PublicEventDetails extends WishEventDetails {
  readonly 'session-select': Turning;
  readonly 'session-selected': Turning;
  readonly 'session-hide': Hiding;
  readonly 'session-hidden': Hiding;
  readonly 'record-open': RecordOpening;
  readonly 'record-opened': RecordOpening;
  readonly 'record-close': RecordClosing;
  readonly 'record-closed': RecordClosing;
  readonly 'session-sign-in': undefined;
  readonly 'session-signed-in': undefined;
  readonly 'session-notify': Notifying;
  readonly 'session-notified': Notifying;
  readonly 'context-open': ContextOpening;
  readonly 'context-opened': ContextOpening;
  readonly 'my-sessions-error': { readonly tag: string };
}

/** Every event that leaves the shadow roots, by its name. */
export type PublicEventMap = { [N in keyof PublicEventDetails]: CustomEvent<PublicEventDetails[N]> };

/** An act in words that follow “before” and “after”, and the elements that begin it. */
interface ActNote {
  readonly act: string;
  readonly from: readonly (keyof HTMLElementTagNameMap)[];
}

/** What the manifest and the README say of each act, in this order. */
export const ACT_NOTES: Readonly<Record<Act, ActNote>> = {
  'session.select': {
    act: 'turning to a session',
    from: [
      'sessions-list',
      'session-panel',
      'task-offers',
      'agent-presence',
      'my-sessions',
      'session-provider',
      'session-shortcuts',
      'work-items',
    ],
  },
  'session.accept': { act: 'accepting an offer', from: ['session-controls', 'task-offers', 'session-shortcuts'] },
  'session.decline': { act: 'declining an offer', from: ['session-controls', 'task-offers', 'session-shortcuts'] },
  'session.park': {
    act: 'parking a session, also to make room for another one',
    from: ['session-controls', 'task-offers', 'session-shortcuts', 'work-items'],
  },
  'session.unpark': { act: 'unparking a session', from: ['session-controls'] },
  'session.hold': {
    act: 'holding a call, also to make room where it cannot be parked',
    from: ['session-controls', 'task-offers', 'session-shortcuts', 'work-items'],
  },
  'session.resume': { act: 'resuming a held call', from: ['session-controls'] },
  'session.transfer': {
    act: 'transferring a session to another service, a person or a number',
    from: ['session-controls'],
  },
  'session.end': {
    act: 'ending a session, or completing an external task',
    from: ['session-controls', 'external-task', 'session-leave', 'session-provider'],
  },
  'session.release': {
    act: 'leaving a conversation that goes on: back to its queue, or waiting for its customer',
    from: ['session-leave', 'session-provider'],
  },
  'session.hide': {
    act: 'taking a session off the list that stays the agent’s, until a message brings it back',
    from: ['session-leave', 'session-provider', 'work-items'],
  },
  'record.open': {
    act: 'opening a record, such as a contact or a case, as a session without a conversation',
    from: ['session-details', 'work-items', 'session-provider'],
  },
  'record.close': { act: 'closing a record', from: ['session-leave', 'session-provider'] },
  'work-item.pick': { act: 'picking work that waits for anybody', from: ['work-items'] },
  'after-call-work.finish': {
    act: 'finishing after-call work',
    from: ['session-controls', 'session-leave', 'session-provider'],
  },
  'after-call-work.extend': { act: 'extending after-call work', from: ['session-controls'] },
  'codes.choose': { act: 'choosing or clearing a code', from: ['codes-tags'] },
  'tags.change': { act: 'changing the tags of a session', from: ['codes-tags'] },
  'notes.save': { act: 'saving the notes of a session', from: ['session-notes'] },
  'message.send': { act: 'sending a message to the customer', from: ['chat-conversation'] },
  'email.reply': { act: 'answering a mail', from: ['email-conversation'] },
  'email.mark-as-handled': { act: 'marking a mail as handled', from: ['email-conversation'] },
  'messages.mark-read': {
    act: 'telling the backend which messages of a customer were looked at',
    from: ['session-provider'],
  },
  'context.open': {
    act: 'opening a context item in a tab',
    from: ['conversation-context', 'embedded-context', 'my-sessions'],
  },
  'session.notify': {
    act: 'telling the agent, by sound or beside the page, of what comes; in one tab',
    from: ['session-provider'],
  },
  'presence.change': { act: 'changing the agent’s presence', from: ['agent-presence'] },
  'session.sign-in': { act: 'signing in again', from: ['connection-status', 'agent-presence'] },
};

declare global {
  /* eslint-disable @typescript-eslint/no-empty-object-type -- a map is extended, not written out */
  interface HTMLElementEventMap extends PublicEventMap {}
  // They bubble and leave the shadow roots, so that a page hears them here, too.
  interface DocumentEventMap extends PublicEventMap {}
  interface WindowEventMap extends PublicEventMap {}
  /* eslint-enable @typescript-eslint/no-empty-object-type */
}
