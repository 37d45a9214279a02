import type { CommandReply, SessionCommand } from '../core/commands/command.js';
import type { Position, WireFact, WorkspaceSnapshot } from '../core/wire/contract.js';
import type { OpenItemPage, OpenItemQuery } from '../core/model/open-item.js';
import type { Session } from '../core/model/session.js';
import type { TranscriptSegment } from '../core/model/transcript-segment.js';
import type { Clock } from '../core/ports/clock.js';
import type { Logger } from '../core/ports/logger.js';
import type { UploadReply } from '../core/ports/upload.js';
import type { EventLog } from './event-log.js';
import type { Limits } from './limits.js';

/** Who sent a request. */
export interface Caller {
  readonly agentId: string;
}

type Awaitable<T> = T | Promise<T>;

/** All that is true for one agent. */
export interface HostSnapshot {
  /** `configuration` is the document, unparsed. */
  readonly state: WorkspaceSnapshot<unknown>;
  /**
   * The position that `state` stands at, where the host knows it: facts up to there are in it, and no later ones.
   * Without it the state counts as being of the moment before it was asked for, and what happened meanwhile is told
   * once more, which readers take in without harm.
   */
  readonly position?: Position;
}

export interface HistoryQuery {
  /** The `next` of the page before. The host made it and checks it. */
  readonly before?: string;
  readonly limit: number;
}

/** A page of sessions that ended, latest first. */
export interface HistoryPage {
  readonly sessions: readonly Session[];
  readonly next?: string;
}

/** One session that is over, and what was said in it. */
export interface PastSession {
  readonly session: Session;
  readonly segments?: readonly TranscriptSegment[];
}

/** A file on its way in. */
export interface IncomingFile {
  readonly sessionId: string;
  /** Made safe for every file system; what is in it may be anything. */
  readonly name: string;
  /** As the sender says, which may be a lie; the empty text where he does not. */
  readonly mediaType: string;
  /** In bytes, where the sender has said it: then `body` is as long as that, or errors. */
  readonly size?: number;
  /** Errors where it is broken off or grows beyond `limits.fileBytes`: what came so far is of no use then. */
  readonly body: ReadableStream<Uint8Array>;
}

/** What comes with every call of a host. */
export interface HostContext {
  /** Aborted when the time for an answer is up: what is answered after that is not waited for. */
  readonly signal: AbortSignal;
}

/**
 * What the host of a gateway server brings along. What throws here, takes longer than its limit or answers in another
 * shape is answered with 503, tried again, and named in the log.
 */
export interface SessionHost {
  /**
   * Whose request it is: by its cookie or its `Authorization`. Undefined for somebody who has to sign in, `forbidden`
   * for somebody who is signed in and no agent; anything else that is no `{ agentId }` with a text counts as nobody.
   * Asked once more, with the same request, every `limits.recheckMs` while a stream is open.
   */
  authenticate(request: Request, context: HostContext): Awaitable<Caller | 'forbidden' | undefined>;
  /** What is true for this agent now. Called after the position was read, once at a time for each agent. */
  snapshot(agentId: string, context: HostContext): Awaitable<HostSnapshot>;
  /**
   * Carries out a command of this agent, or says why not. `commandId` is the idempotency key; with several gateway
   * processes the host recognises it when it comes again (see the contract). What follows is published as facts.
   */
  execute(agentId: string, command: SessionCommand, context: HostContext): Awaitable<CommandReply>;
  /** Older sessions of this agent; absent where a snapshot holds all there are. Undefined: no such cursor. */
  history?(agentId: string, query: HistoryQuery, context: HostContext): Awaitable<HistoryPage | undefined>;
  /**
   * One session of this agent that is over, for pages that have let go of it; undefined where there is none, or it is
   * another agent's. Absent where none can be read: then pages let go of nothing.
   */
  session?(agentId: string, sessionId: string, context: HostContext): Awaitable<PastSession | undefined>;
  /**
   * A page of the work that waits in this agent's queues for whoever picks it, longest first; undefined where this agent
   * picks nothing. `after` is the `next` of the page before, which the host made; one that leads nowhere is best read as
   * the beginning. Absent where nobody picks.
   */
  openItems?(agentId: string, query: OpenItemQuery, context: HostContext): Awaitable<OpenItemPage | undefined>;
  /**
   * This agent writes to the customer of a session, or has stopped. The host checks whose session it is, and forgets it
   * when nothing follows for ten seconds. Absent where nobody can be told.
   */
  typing?(agentId: string, sessionId: string, isTyping: boolean, context: HostContext): Awaitable<void>;
  /**
   * Stores a file that a message of the session is going to name, or says why not. The host checks whose session it is
   * and what is in the file, and lets go of what no message has named after a day. Absent where no files are taken.
   */
  storeFile?(agentId: string, file: IncomingFile, context: HostContext): Awaitable<UploadReply>;
}

export interface ServerSettings {
  readonly log: EventLog;
  /** Where the routes are mounted, such as `/api/my-sessions`; '' (the default) for a framework that cuts it off. */
  readonly base?: string;
  readonly limits?: Partial<Limits>;
  /** Pause after which a heartbeat is sent, in ms (15 s). Readers give up after 35 s of silence. */
  readonly heartbeatMs?: number;
  readonly clock?: Clock;
  /** Hears of ids and codes only. */
  readonly logger?: Logger;
}

export type SessionServerOptions = SessionHost & ServerSettings;

/** The gateway between a host's backend and the agents' browsers. */
export interface SessionServer {
  /** Answers one request of the contract. Never rejects. */
  handle(request: Request): Promise<Response>;
  /**
   * Tells an agent what has happened, in order. Resolves once the log keeps it, with the position behind it; rejects
   * when that is not certain: then the host publishes it again, with the same `key`, which adds nothing twice. Facts
   * that no reader could be sent are not told, and readers are given a reset in their place, so that they find them in
   * their snapshot: rejects with a RangeError where one is larger than `limits.eventLength` or the log can hold, with a
   * TypeError where one is no fact or JSON cannot hold it. To publish those again is of no use.
   */
  publish(agentId: string, facts: readonly WireFact[], key?: string): Promise<Position>;
  /** Lets all readers of an agent take a new snapshot: what follows does not lead on from what they know. */
  reset(agentId: string): Promise<Position>;
  /**
   * Ends the streams of an agent, who has signed out or lost the right to them: here at once, in other processes by
   * way of the log. They come back if they may, with a snapshot. Resolves once the log keeps it; rejects when that is
   * not certain.
   */
  disconnect(agentId: string): Promise<void>;
  /** Answers new requests with 503, lets commands finish, ends streams with a hint when to come back. */
  close(): Promise<void>;
}
