import type { CommandFailure } from '../commands/command.js';
import type { Configuration } from '../configuration/configuration.js';
import type { ConfigurationProblem } from '../configuration/parse-configuration.js';
import type { ConnectionFact, ReportedUsage, SessionEvent } from '../events/session-event.js';
import type { UserPresence } from '../model/presence.js';
import type { Session } from '../model/session.js';
import type { TranscriptSegment } from '../model/transcript-segment.js';

/** The version of the contract `my-sessions/1`, in every body that goes over the wire. */
export const WIRE_VERSION = 1;

/**
 * The longest data of one event, in UTF-16 units of its JSON. What is longer is not sent: readers are given a reset, and
 * find it in their snapshot. A reader that meets one all the same takes a snapshot, too.
 */
export const LONGEST_EVENT = 16 * 1024 * 1024;

/**
 * How far a reader has come. `epoch` names one life of the log; `seq` counts within it and may skip numbers. The two are
 * only ever replaced together: an old `seq` under a new `epoch` would look like a position and be none.
 */
export interface Position {
  readonly epoch: string;
  readonly seq: number;
}

/**
 * What a backend may say. The reset of a workspace is an event of the stream (`Reset`), and how well the backend is
 * reached only the client knows.
 */
export type WireFact = Exclude<SessionEvent, ConnectionFact | { readonly type: 'workspace.reset' }>;

/** One fact on the wire. `type` and `data` are a `SessionEvent` without `type`, `at`, `sessionId` and `causedBy`. */
export interface Envelope extends Position {
  readonly v: typeof WIRE_VERSION;
  /** The `seq` of the agent's event before this one: a reader that stands elsewhere has missed something. */
  readonly prev: number;
  /** When it happened, server time in ms since the epoch of time. */
  readonly ts: number;
  readonly type: string;
  readonly sessionId?: string;
  /** The idempotency key of the command that led to it. */
  readonly causedBy?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Sent when a stream begins and while nothing happens. `head` is the `seq` of the agent's latest event: the first one
 * tells what is still to be caught up on, and without the others a lost tail goes unnoticed.
 */
export interface Heartbeat {
  readonly v: typeof WIRE_VERSION;
  readonly epoch: string;
  readonly head: number;
  readonly ts: number;
}

/** The reader's position is of no use any more (another epoch, out of the log's window): it has to take a snapshot. */
export interface Reset {
  readonly v: typeof WIRE_VERSION;
  readonly reason: string;
}

/** All that is true for one agent at a position. On the wire `configuration` is the document, unparsed. */
export interface WorkspaceSnapshot<C = Configuration> {
  readonly agentId: string;
  readonly configuration?: C;
  /** Why a newer configuration was not taken, where `configuration` is the last good one. */
  readonly configurationProblems?: readonly ConfigurationProblem[];
  readonly presences: readonly (UserPresence & { readonly userId: string })[];
  readonly usages: readonly { readonly userId: string; readonly usage: ReportedUsage }[];
  /** Open sessions and the latest of history; older ones come by pages. */
  readonly sessions: readonly Session[];
  readonly transcripts: readonly { readonly sessionId: string; readonly segments: readonly TranscriptSegment[] }[];
}

/** Every other answer (RFC 9457, `application/problem+json`). */
export interface ProblemDocument {
  /** `urn:my-sessions:problem:` and one of the names in the contract. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Where and what, without repeating what was sent. */
  readonly detail?: string;
  /** With `POST /commands`: the backend's own word on the wish; to ask again will not change it. */
  readonly failure?: CommandFailure;
  /** With an unknown version: those that are known. */
  readonly supported?: readonly number[];
}
