import type { Attachment } from '../model/attachment.js';
import type { Presence } from '../model/presence.js';
import type { TransferAim } from '../model/transfer.js';

interface OnSession {
  readonly sessionId: string;
}

/** What moves a session through its life and needs to know nothing but which one. */
export type PlainControl =
  | 'session.accept'
  | 'session.decline'
  | 'session.park'
  | 'session.unpark'
  | 'session.hold'
  | 'session.resume'
  | 'session.end'
  | 'after-call-work.finish'
  | 'after-call-work.extend';

/** What moves a session through its life. */
export type SessionControl = PlainControl | 'session.transfer';

/** What the agent wants. Names are wishes (`session.park`); the facts they lead to are past tense (`session.parked`). */
export type AgentWish =
  | ({ readonly type: PlainControl } & OnSession)
  /** To take work that waits (`Gateway.openItems`), by its id; it comes as a session that is offered and accepted at once. */
  | ({ readonly type: 'work-item.pick' } & OnSession)
  /** To leave a conversation that goes on: back to its queue, or waiting for its customer (`rules/leaving.ts`). */
  | ({ readonly type: 'session.release' } & OnSession)
  /** To exactly one target, of a kind that the session's service allows (`transferTo` of its configuration). */
  | ({ readonly type: 'session.transfer' } & TransferAim & OnSession)
  /** An id chooses, null clears; primary and secondary are independent of one another. */
  | ({
      readonly type: 'codes.choose';
      readonly primary?: string | null;
      readonly secondary?: string | null;
    } & OnSession)
  | ({ readonly type: 'tags.change'; readonly tags: readonly string[] } & OnSession)
  /**
   * Notes in place of those that are there: Markdown, at most `LONGEST_NOTES`; empty takes them away. `version` is the one
   * that they were written on top of: over a newer one nothing is saved.
   */
  | ({ readonly type: 'notes.save'; readonly text: string; readonly version: number } & OnSession)
  /**
   * A message to the customer. `segmentId` is the id that its transcript segment will have. With attachments, which were
   * uploaded before (`Gateway.upload`), the text may be empty.
   */
  | ({
      readonly type: 'message.send';
      readonly segmentId: string;
      readonly text: string;
      readonly format?: 'markdown';
      readonly attachments?: readonly Attachment[];
    } & OnSession)
  /** An answer to the mail of the session, in Markdown. Does not end the task by itself. */
  | ({ readonly type: 'email.reply'; readonly toAll: boolean; readonly text: string } & OnSession)
  /** No (further) answer is needed: ends the task. */
  | ({ readonly type: 'email.mark-as-handled' } & OnSession)
  /** The messages of the customer up to this one, by the id of its segment, were looked at. */
  | ({ readonly type: 'messages.mark-read'; readonly segmentId: string } & OnSession)
  | { readonly type: 'presence.change'; readonly presence: Presence };

/** A wish on its way: the id makes a repeated delivery recognisable. */
export type SessionCommand = AgentWish & { readonly commandId: string };

/**
 * - `not-allowed`: the session's state or the agent's rights forbid it;
 * - `at-capacity`: a limit forbids it;
 * - `unknown-session`: there is no such session;
 * - `unreachable`: the backend did not answer;
 * - `failed`: anything else.
 */
export type CommandFailure = 'not-allowed' | 'at-capacity' | 'unknown-session' | 'unreachable' | 'failed';

export type CommandReply =
  | { readonly ok: true }
  | { readonly ok: false; readonly failure: CommandFailure; /** For the agent to read. */ readonly message?: string };
