import type { ConnectionFact, SessionFact, TranscriptFact, UserFact, WorkspaceFact } from '../events/session-event.js';
import type { Session } from '../model/session.js';
import { isFrom } from '../model/source.js';
import type { Sources } from '../ports/gateway.js';
import type { Usage } from '../rules/acceptance.js';
import type { Begun, BegunField, BegunFields } from '../state/begun.js';
import { ABOUT_NO_SESSION, begunReducer } from '../state/begun.js';
import { isDrafting } from '../state/begun.js';
import type { CommandFact, TrackedCommand } from '../state/command-reducer.js';
import { commandReducer, commandsKeyOf, isWishTo } from '../state/command-reducer.js';
import { connectionReducer } from '../state/connection-reducer.js';
import type { StoreFact } from '../state/fact-kinds.js';
import { FACT_KINDS } from '../state/fact-kinds.js';
import { emptyRoster, isUnmoved, rosterAfter } from '../state/roster.js';
import type { Roster } from '../state/roster.js';
import type { SegmentList } from '../state/segment-list.js';
import type { Selection } from '../model/selection.js';
import { isInSight } from '../rules/unread.js';
import { selectionOf } from '../rules/turn-to.js';
import { lookedAt, sessionReducer } from '../state/session-reducer.js';
import type { TranscriptStep } from '../state/transcript-step.js';
import { noUsage, usageReducer } from '../state/usage.js';
import type { UserStatus } from '../state/user-reducer.js';
import { userReducer } from '../state/user-reducer.js';
import type { Workspace } from '../state/workspace-reducer.js';
import { unknownWorkspace, workspaceReducer } from '../state/workspace-reducer.js';
import { SIGNED_IN_AGENT } from '../state/workspace-state.js';
import type { Connection, Diagnostics, WorkspaceState } from '../state/workspace-state.js';

/** Told of every record and value that was replaced. */
export type Touch = (slice: keyof WorkspaceState, key: string) => void;

/** The agent of a source. */
export interface Owner {
  readonly source: string;
  readonly agentId: string;
}

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
  workspace = unknownWorkspace;
  selection: Selection | undefined;
  usage: Usage = noUsage;
  connections: ReadonlyMap<string, Connection> = new Map();
  diagnostics: Diagnostics = { unknownFacts: 0, rejectedFacts: 0 };

  /** How transcripts are put together. */
  transcriptStep: TranscriptStep | undefined;

  #roster = emptyRoster;
  /** What those that have moved since the roster was read last were before, by id. */
  readonly #moved = new Map<string, Session | undefined>();
  readonly #workspaces = new Map<string, Workspace>();
  readonly #touch: Touch;
  readonly #sources: Sources | undefined;

  /** @param transcriptStep undefined where it is loaded later: before the first fact it has to be there */
  constructor(touch: Touch, transcriptStep: TranscriptStep | undefined, sources?: Sources) {
    this.#touch = touch;
    this.transcriptStep = transcriptStep;
    this.#sources = sources;
  }

  /** Put in order when it is read: a snapshot of many thousands is put in order once. */
  get roster(): Roster {
    if (this.#moved.size > 0) {
      this.#roster = rosterAfter(this.#roster, this.#moved, (id) => this.sessions.get(id));
      this.#moved.clear();
    }
    return this.#roster;
  }

  /** Whose workspace a source tells of. */
  agentOf(source: string): string | undefined {
    return this.#workspaces.get(source)?.agentId;
  }

  /** Whose a session is, by the source it comes from. */
  ownerOf(sessionId: string): Owner | undefined {
    for (const [source, { agentId }] of this.#workspaces)
      if (isFrom(source, sessionId) && agentId) return { source, agentId };
    return undefined;
  }

  /**
   * Reduces one fact. Everything is computed before anything is replaced, so a fact that cannot be reduced leaves no
   * half of itself behind. Answers false for a fact of unknown type; throws what the reducer throws.
   *
   * @param source which of several gateways says it
   */
  apply(fact: StoreFact, source = ''): boolean {
    const kind = FACT_KINDS.get(fact.type);
    if (kind === undefined) return false;
    if (!Number.isFinite(fact.at)) throw new TypeError(`${fact.type} has no time (at)`);
    switch (kind) {
      case 'session':
        this.#applyToSession(fact as SessionFact);
        break;
      case 'detail':
        this.#tellMore(fact as SessionFact & { readonly sessionId: string });
        break;
      case 'transcript':
        this.#applyToTranscript(fact as TranscriptFact);
        break;
      case 'user': {
        const { userId } = fact as UserFact;
        this.#put('users', userId, userReducer(this.users.get(userId), fact as UserFact));
        if (userId === this.agentOf(source) || userId === this.workspace.agentId) this.#touch('users', SIGNED_IN_AGENT);
        break;
      }
      case 'workspace':
        this.#replaceWorkspace(fact as WorkspaceFact, source);
        break;
      case 'connection': {
        const before = this.connections.get(source);
        const after = connectionReducer(before, fact as ConnectionFact);
        if (before === after) break;
        this.connections = new Map(this.connections).set(source, after);
        this.#touch('connections', '');
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
    const session = field === 'covered' && this.sessions.get(this.selection?.sessionId ?? '');
    if (session) this.#replaceSession(session.id, session, this.#lookedAt(session));
    if (field === 'record') this.#show(sessionId);
  }

  /** A record that is open is a session, though no gateway tells of it. */
  #show(sessionId: string): void {
    const { record } = this.begun.get(sessionId) ?? {};
    this.#applyToSession(
      record
        ? { type: 'session.snapshot', at: 0, session: { ...record, id: sessionId } }
        : { type: 'session.removed', at: 0, sessionId },
    );
  }

  /** Replaces a whole transcript; undefined lets go of it. */
  keepTranscript(id: string, transcript: SegmentList | undefined): void {
    this.#put('transcripts', id, transcript);
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
    const reduced = before && fact.type === 'session.selected' ? this.#lookedAt(before) : sessionReducer(before, fact);
    // What is looked at belongs to this workspace; a record that the backend has just handed over does not know it.
    const isLookedAt = this.selection?.sessionId === id;
    const isHandedOver = before === undefined || fact.type === 'session.snapshot';
    const after =
      reduced && isHandedOver ? (isLookedAt ? this.#lookedAt(reduced) : { ...reduced, isSelected: false }) : reduced;
    this.#replaceSession(id, before, after);
    if (after && (isLookedAt || fact.type === 'session.selected')) {
      if (!isLookedAt) this.#lookAway();
      this.select(selectionOf(after, this.selection));
    }
    if (isLookedAt && (fact.type === 'session.deselected' || fact.type === 'session.removed')) this.select(undefined);
    if (fact.type === 'session.forgotten') this.#put('transcripts', id, undefined);
    if (fact.type === 'session.removed') {
      // What was written for it is the agent's, who may want it elsewhere.
      if (!isDrafting(this.begun.get(id) ?? {})) this.#put('begun', id, undefined);
      this.#put('transcripts', id, undefined);
      this.#put('commands', commandsKeyOf({ type: 'session.end', commandId: '', sessionId: id }), undefined);
    }
  }

  #applyToTranscript(fact: TranscriptFact): void {
    const step = this.transcriptStep;
    if (!step) throw new Error('Nothing is known of transcripts yet.');
    const id = fact.sessionId;
    const { news, transcript } = step(this.transcripts.get(id), fact);
    this.#tellMore(news);
    this.#put('transcripts', id, transcript);
  }

  /** Of what moves no session along there is nothing but its record to replace. */
  #tellMore(fact: TranscriptFact | (SessionFact & { readonly sessionId: string })): void {
    const id = fact.sessionId;
    this.#put('sessions', id, sessionReducer(this.sessions.get(id), fact));
  }

  #replaceSession(id: string, before: Session | undefined, after: Session | undefined): void {
    if (before === after) return;
    const hasMoved = !isUnmoved(before, after);
    const usage = (this.#sources?.usageReducer ?? usageReducer)(this.usage, before, after);
    this.#put('sessions', id, after);
    if (hasMoved) {
      if (!this.#moved.has(id)) this.#moved.set(id, before);
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

  #replaceWorkspace(fact: WorkspaceFact, source: string): void {
    const before = this.#workspaces.get(source) ?? unknownWorkspace;
    const workspace = workspaceReducer(before, fact);
    // Before the first reset nobody knew whose workspace it is; what was asked for then was asked by this agent.
    if (fact.type === 'workspace.reset')
      this.#forget(source, before.agentId === undefined || before.agentId === fact.agentId);
    this.#workspaces.set(source, workspace);
    this.workspace = this.#sources?.workspace(this.#workspaces) ?? workspace;
    this.#touch('workspace', '');
  }

  /** The record of a session that is looked at, as far as its conversation can be seen. */
  #lookedAt(session: Session): Session {
    const { covered, inPanes } = this.begun.get(ABOUT_NO_SESSION) ?? {};
    if (covered || (this.begun.get(session.id)?.covered ?? inPanes))
      return { ...session, isSelected: true, isCovered: true };
    return isInSight(session) && session.unread === 0 ? session : lookedAt(session);
  }

  /** No two sessions are looked at, whoever says so. */
  #lookAway(): void {
    const id = this.selection?.sessionId;
    const session = id === undefined ? undefined : this.sessions.get(id);
    if (session) this.#put('sessions', session.id, { ...session, isSelected: false });
  }

  /** Drops what a source is about to say anew. What its agent looks at, asked for and has begun stays; another agent's does not. */
  #forget(source: string, isSameAgent: boolean): void {
    // Read first: it is put in order by the records that go.
    const { roster, usage } = this.#sources?.without(source, this) ?? { roster: emptyRoster, usage: noUsage };
    this.#moved.clear();
    const isOwn = (id: string): boolean => isFrom(source, id);
    for (const slice of ['sessions', 'transcripts', 'users'] as const)
      for (const id of this[slice].keys()) if (isOwn(id)) this.#put(slice, id, undefined);
    if (!isSameAgent) {
      for (const [key, [first]] of this.commands)
        if (first && isWishTo(source, first.command)) this.#put('commands', key, undefined);
      for (const [id, { inPanes }] of this.begun)
        // That there are panes is so for every agent who works in the page.
        if (id === ABOUT_NO_SESSION) this.#put('begun', id, { inPanes });
        else if (isOwn(id)) this.#put('begun', id, undefined);
      if (isOwn(this.selection?.sessionId ?? '')) this.select(undefined);
    }
    this.#roster = roster;
    this.usage = usage;
    for (const [id, { record }] of this.begun) if (record && isOwn(id)) this.#show(id);
    this.#touch('users', SIGNED_IN_AGENT);
    this.#touch('roster', '');
    this.#touch('usage', '');
  }
}
