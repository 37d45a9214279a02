/** A context item as its URL read when the session ended ("the URL as it was"). */
export interface FrozenContextUrl {
  readonly itemId: string;
  readonly url: string;
}

/**
 * What was kept of an ended session's context data (Nimbus "Store Conversation Context Data"). Absent while the session
 * is not over: live context is always there.
 */
export type ContextRecord =
  | {
      readonly isStored: true;
      /** When it is cleared: server time in ms since the epoch. */
      readonly until?: number;
      readonly urls?: readonly FrozenContextUrl[];
    }
  | {
      readonly isStored: false;
      /** For the agent to read. */
      readonly reason?: string;
    };
