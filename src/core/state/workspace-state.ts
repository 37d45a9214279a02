import type { ConnectionStatus, SignedOutReason } from '../events/session-event.js';
import type { Session } from '../model/session.js';
import type { Usage } from '../rules/acceptance.js';
import type { Begun } from './begun.js';
import type { TrackedCommand } from './command-reducer.js';
import type { Roster } from './roster.js';
import type { SegmentList } from './segment-list.js';
import type { Selection } from '../model/selection.js';
import type { UserStatus } from './user-reducer.js';
import type { Workspace } from './workspace-reducer.js';

/** Facts that could not be used, all of one or a part of it. */
export interface Diagnostics {
  /** Facts of a type this version does not know. */
  readonly unknownFacts: number;
  /** Facts that could not be read or reduced, wholly or in part, and input that a gateway could not read. */
  readonly rejectedFacts: number;
}

/** How well the backend is reached. */
export interface Connection {
  readonly status: ConnectionStatus;
  /** Of `signed-out`; absent where nobody is signed in. */
  readonly reason?: SignedOutReason;
  /** When it came to that, in the store's time. While it is not `live`, what is shown is as of then. */
  readonly since: number;
  /** So many wishes of an earlier page had no answer and were given up. Absent where there is nothing to tell. */
  readonly discarded?: number;
}

/**
 * The state, cut along what widgets read: tables of immutable records, and a few single values. A fact replaces the
 * records it names and nothing else.
 */
export interface WorkspaceState {
  readonly sessions: ReadonlyMap<string, Session>;
  readonly transcripts: ReadonlyMap<string, SegmentList>;
  readonly users: ReadonlyMap<string, UserStatus>;
  /** By `commandsKeyOf`. */
  readonly commands: ReadonlyMap<string, readonly TrackedCommand[]>;
  /** What the agent has begun, by session. */
  readonly begun: ReadonlyMap<string, Begun>;
  readonly workspace: Workspace;
  /** Undefined while nobody has chosen. */
  readonly selection: Selection | undefined;
  readonly roster: Roster;
  readonly usage: Usage;
  readonly diagnostics: Diagnostics;
  /** By source, the only gateway's under ''; without those that do not speak of their connection. */
  readonly connections: ReadonlyMap<string, Connection>;
}

/** A part of the state that widgets can listen to: a record of a table, or a single value (key ''). */
export interface Topic {
  readonly slice: keyof WorkspaceState;
  readonly key: string;
}

/** The key in `users` under which changes of the signed-in agent are told too: whose id that is, is not known at first. */
export const SIGNED_IN_AGENT = '';
