import type {
  ConnectionFact,
  SessionEvent,
  SessionFact,
  TranscriptFact,
  UserFact,
  WorkspaceFact,
} from '../events/session-event.js';
import type { Session } from '../model/session.js';
import type { Begun, BegunField, BegunFields } from '../state/begun.js';
import { begunReducer } from '../state/begun.js';
import type { CommandFact, TrackedCommand } from '../state/command-reducer.js';
import { commandReducer, commandsKeyOf } from '../state/command-reducer.js';
import { emptyRoster, rosterReducer } from '../state/roster.js';
import type { SegmentList } from '../state/segment-list.js';
import type { Selection } from '../model/selection.js';
import { selectionOf } from '../rules/turn-to.js';
import { sessionReducer } from '../state/session-reducer.js';
import { transcriptReducer, withoutRepeats } from '../state/transcript-reducer.js';
import { noUsage, usageReducer } from '../state/usage.js';
import type { UserStatus } from '../state/user-reducer.js';
import { userReducer } from '../state/user-reducer.js';
import type { Workspace } from '../state/workspace-reducer.js';
import { workspaceReducer } from '../state/workspace-reducer.js';
import { SIGNED_IN_AGENT } from '../state/workspace-state.js';
import type { Connection, Diagnostics, WorkspaceState } from '../state/workspace-state.js';

export type StoreFact = SessionEvent | CommandFact;

type Kind = 'session' | 'transcript' | 'user' | 'workspace' | 'connection' | 'command';

/** Every fact that this version knows. The compiler refuses a fact that is missing here. */
const KINDS: Readonly<Record<StoreFact['type'], Kind>> = {
  'session.snapshot': 'session',
  'session.offered': 'session',
  'session.accepted': 'session',
  'session.connected': 'session',
  'session.declined': 'session',
  'session.missed': 'session',
  'session.held': 'session',
  'session.resumed': 'session',
  'session.parking': 'session',
  'session.parked': 'session',
  'session.park-failed': 'session',
  'session.unparking': 'session',
  'session.unparked': 'session',
  'session.unpark-failed': 'session',
  'session.transferring': 'session',
  'session.transfer-failed': 'session',
  'session.ended': 'session',
  'session.removed': 'session',
  'session.selected': 'session',
  'session.deselected': 'session',
  'after-call-work.extended': 'session',
  'after-call-work.finished': 'session',
  'caller.identified': 'session',
  'customer.identified': 'session',
  'participant.joined': 'session',
  'participant.left': 'session',
  'parameters.changed': 'session',
  'sentiment.changed': 'session',
  'codes.chosen': 'session',
  'tags.changed': 'session',
  'codes.suggested': 'session',
  'summary.changed': 'session',
  'typing.changed': 'session',
  'messaging.changed': 'session',
  'email.received': 'session',
  'external-task.changed': 'session',
  'context.recorded': 'session',
  'transcript.appended': 'transcript',
  'transcript.corrected': 'transcript',
  'transcript.unavailable': 'transcript',
  'transcript.eligibility-changed': 'transcript',
  'message.delivery-changed': 'transcript',
  'presence.changed': 'user',
  'usage.reported': 'user',
  'workspace.reset': 'workspace',
  'configuration.loaded': 'workspace',
  'configuration.rejected': 'workspace',
  'connection.changed': 'connection',
  'command.sent': 'command',
  'command.succeeded': 'command',
  'command.failed': 'command',
  'command.dismissed': 'command',
};

/** A Map, not the object itself: a fact of type `constructor` must be unknown like any other. */
const kindOf: ReadonlyMap<string, Kind> = new Map(Object.entries(KINDS));

/** Told of every record and value that was replaced. */
export type Touch = (slice: keyof WorkspaceState, key: string) => void;

/**
 * The state, and the one place that replaces parts of it. The tables are changed in place (copying ten thousand
 * entries for one fact would cost a hundred times the fact); the records in them never are.
 */
export class StateTables implements WorkspaceState {
  readonly sessions = new Map<string, Session>();
  readonly transcripts = new Map<string, SegmentList>();
  readonly users = new Map<string, UserStatus>();
  readonly commands = new Map<string, readonly TrackedCommand[]>();
  readonly begun = new Map<string, Begun>();
  workspace: Workspace = { isConnected: false, configurationProblems: [] };
  selection: Selection | undefined;
  roster = emptyRoster;
  usage = noUsage;
  connection: Connection | undefined;
  diagnostics: Diagnostics = { unknownFacts: 0, rejectedFacts: 0 };

  readonly #touch: Touch;

  constructor(touch: Touch) {
    this.#touch = touch;
  }

  /**
   * Reduces one fact. Everything is computed before anything is replaced, so a fact that cannot be reduced leaves no
   * half of itself behind. Answers false for a fact of unknown type; throws what the reducer throws.
   */
  apply(fact: StoreFact): boolean {
    const kind = kindOf.get(fact.type);
    if (kind === undefined) return false;
    if (!Number.isFinite(fact.at)) throw new TypeError(`${fact.type} has no time (at)`);
    switch (kind) {
      case 'session':
        this.#applyToSession(fact as SessionFact);
        break;
      case 'transcript':
        this.#applyToTranscript(fact as TranscriptFact);
        break;
      case 'user': {
        const { userId } = fact as UserFact;
        this.#put('users', userId, userReducer(this.users.get(userId), fact as UserFact));
        if (userId === this.workspace.agentId) this.#touch('users', SIGNED_IN_AGENT);
        break;
      }
      case 'workspace':
        this.#replaceWorkspace(fact as WorkspaceFact);
        break;
      case 'connection': {
        const { status, at } = fact as ConnectionFact;
        if (this.connection?.status === status) break;
        this.connection = { status, since: at };
        this.#touch('connection', '');
        break;
      }
      case 'command': {
        const key = commandsKeyOf((fact as CommandFact).command);
        this.#put('commands', key, commandReducer(this.commands.get(key), fact as CommandFact));
        break;
      }
    }
    return true;
  }

  keep<F extends BegunField>(field: F, sessionId: string, value: BegunFields[F] | undefined): void {
    this.#put('begun', sessionId, begunReducer(this.begun.get(sessionId), field, value));
  }

  select(selection: Selection | undefined): void {
    if (selection === this.selection) return;
    this.selection = selection;
    this.#touch('selection', '');
  }

  /** Counts a fact that could not be used. */
  count(what: keyof Diagnostics): void {
    this.diagnostics = { ...this.diagnostics, [what]: this.diagnostics[what] + 1 };
    this.#touch('diagnostics', '');
  }

  #applyToSession(fact: SessionFact): void {
    const id = fact.type === 'session.snapshot' ? fact.session.id : fact.sessionId;
    const before = this.sessions.get(id);
    const reduced = sessionReducer(before, fact);
    // What is looked at belongs to this workspace; a record that the backend has just handed over does not know it.
    const isLookedAt = this.selection?.sessionId === id;
    const isHandedOver = before === undefined || fact.type === 'session.snapshot';
    const after =
      reduced && isHandedOver
        ? { ...reduced, isSelected: isLookedAt, unread: isLookedAt ? 0 : reduced.unread }
        : reduced;
    this.#replaceSession(id, before, after);
    if (after && (isLookedAt || fact.type === 'session.selected')) {
      if (!isLookedAt) this.#lookAway();
      this.select(selectionOf(after, this.selection));
    }
    if (isLookedAt && (fact.type === 'session.deselected' || fact.type === 'session.removed')) this.select(undefined);
    if (fact.type === 'session.removed') {
      this.#put('begun', id, undefined);
      this.#put('transcripts', id, undefined);
      this.#put('commands', commandsKeyOf({ type: 'session.end', commandId: '', sessionId: id }), undefined);
    }
  }

  #applyToTranscript(fact: TranscriptFact): void {
    const id = fact.sessionId;
    const transcript = this.transcripts.get(id);
    const news = withoutRepeats(transcript, fact);
    const nextTranscript = transcriptReducer(transcript, news);
    const before = this.sessions.get(id);
    this.#replaceSession(id, before, sessionReducer(before, news));
    this.#put('transcripts', id, nextTranscript);
  }

  #replaceSession(id: string, before: Session | undefined, after: Session | undefined): void {
    if (before === after) return;
    const roster = rosterReducer(this.roster, before, after, (other) => this.sessions.get(other));
    const usage = usageReducer(this.usage, before, after);
    this.#put('sessions', id, after);
    if (roster !== this.roster) {
      this.roster = roster;
      this.#touch('roster', '');
    }
    if (usage !== this.usage) {
      this.usage = usage;
      this.#touch('usage', '');
    }
  }

  #put<S extends 'sessions' | 'transcripts' | 'users' | 'commands' | 'begun'>(
    slice: S,
    key: string,
    record: StateTables[S] extends Map<string, infer R> ? R | undefined : never,
  ): void {
    const table = this[slice] as Map<string, unknown>;
    if (table.get(key) === record) return;
    if (record === undefined) table.delete(key);
    else table.set(key, record);
    this.#touch(slice, key);
  }

  #replaceWorkspace(fact: WorkspaceFact): void {
    const workspace = workspaceReducer(this.workspace, fact);
    if (fact.type === 'workspace.reset') this.#forget(fact.agentId);
    this.workspace = workspace;
    this.#touch('workspace', '');
  }

  /** No two sessions are looked at, whoever says so. */
  #lookAway(): void {
    const id = this.selection?.sessionId;
    const session = id === undefined ? undefined : this.sessions.get(id);
    if (session) this.#put('sessions', session.id, { ...session, isSelected: false });
  }

  /** Drops what the backend is about to say anew. What this agent looks at, asked for and has begun stays; another agent's does not. */
  #forget(agentId: string): void {
    // Before the first reset nobody knew whose workspace it is; what was asked for then was asked by this agent.
    const isSameAgent = this.workspace.agentId === undefined || agentId === this.workspace.agentId;
    const told = ['sessions', 'transcripts', 'users'] as const;
    for (const slice of isSameAgent ? told : ([...told, 'commands', 'begun'] as const)) {
      for (const key of this[slice].keys()) this.#touch(slice, key);
      this[slice].clear();
    }
    if (!isSameAgent) this.select(undefined);
    this.roster = emptyRoster;
    this.usage = noUsage;
    this.#touch('users', SIGNED_IN_AGENT);
    this.#touch('roster', '');
    this.#touch('usage', '');
  }
}
