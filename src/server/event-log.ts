import type { Position } from '../core/wire/contract.js';

/** One fact in the log of an agent. */
export interface LogEntry {
  readonly seq: number;
  /** The `seq` of the agent's entry before this one, 0 for the first. */
  readonly prev: number;
  /** A written fact (`WrittenFact`) as one line of JSON, or `MARK`. */
  readonly text: string;
}

/**
 * Why a position is of no use:
 *
 * - `other-epoch`: of another life of the log;
 * - `out-of-window`: what followed it is no longer kept;
 * - `ahead`: the log does not reach that far, so it has lost its end.
 */
export type ResetReason = 'other-epoch' | 'out-of-window' | 'ahead';

export type LogPage =
  { readonly ok: true; readonly entries: readonly LogEntry[] } | { readonly ok: false; readonly reason: ResetReason };

/** An entry that tells readers that what they know does not lead on from here. It is never delivered. */
export const MARK = '{}';

/**
 * What has happened, per agent, for as long as the log keeps it: a means of delivery, never the truth. A snapshot is
 * made from the host's own data. Positions of one agent mean nothing for another.
 */
export interface EventLog {
  /**
   * Appends lines in order, at the end of the agent's log. Resolves once they are kept, with the position of the last;
   * rejects when it is not certain that they are. With a `key`, appending once more under the same key adds nothing.
   */
  append(agentId: string, lines: readonly string[], key?: string): Promise<Position>;
  /** The position of the agent's latest entry: a reader who starts there misses nothing that is appended later. */
  head(agentId: string): Promise<Position>;
  /** The entries after a position, oldest first, at most `limit`; or why nobody can say what came after it. */
  read(agentId: string, after: Position, limit: number): Promise<LogPage>;
  /**
   * Calls `onNews` with the latest `seq` whenever something was appended, by whomever, and with 0 when the log itself
   * has changed. It may miss an occasion; `head` does not. Returns a function that ends it.
   */
  follow(agentId: string, onNews: (seq: number) => void): () => void;
  /** Lets go of what it holds. */
  close(): Promise<void>;
}
