import type { Presence } from '../model/presence.js';

interface OnSession {
  readonly sessionId: string;
}

/** What the agent wants. Names are wishes (`session.park`); the facts they lead to are past tense (`session.parked`). */
export type AgentWish =
  | ({
      readonly type:
        | 'session.accept'
        | 'session.decline'
        | 'session.park'
        | 'session.unpark'
        | 'session.hold'
        | 'session.resume'
        | 'session.end'
        | 'after-call-work.finish'
        | 'after-call-work.extend';
    } & OnSession)
  | ({ readonly type: 'session.transfer'; readonly targetServiceId: string } & OnSession)
  /** An id chooses, null clears; primary and secondary are independent of one another. */
  | ({
      readonly type: 'codes.choose';
      readonly primary?: string | null;
      readonly secondary?: string | null;
    } & OnSession)
  | ({ readonly type: 'tags.change'; readonly tags: readonly string[] } & OnSession)
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
