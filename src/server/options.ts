import type { CommandReply, SessionCommand } from '../core/commands/command.js';
import type { Position, WireFact, WorkspaceSnapshot } from '../core/wire/contract.js';
import type { Session } from '../core/model/session.js';
import type { Clock } from '../core/ports/clock.js';
import type { Logger } from '../core/ports/logger.js';
import type { EventLog } from './event-log.js';

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

/** What the host of a gateway server brings along. Whatever throws here is answered with 503 and tried again. */
export interface SessionHost {
  /**
   * Whose request it is: by its cookie or its `Authorization`. Undefined for somebody who has to sign in, `forbidden`
   * for somebody who is signed in and no agent.
   */
  authenticate(request: Request): Awaitable<Caller | 'forbidden' | undefined>;
  /** What is true for this agent now. Called after the position was read. */
  snapshot(agentId: string): Awaitable<HostSnapshot>;
  /**
   * Carries out a command of this agent, or says why not. `commandId` is the idempotency key; with several gateway
   * processes the host recognises it when it comes again (see the contract). What follows is published as facts.
   */
  execute(agentId: string, command: SessionCommand): Awaitable<CommandReply>;
  /** Older sessions of this agent; absent where a snapshot holds all there are. Undefined: no such cursor. */
  history?(agentId: string, query: HistoryQuery): Awaitable<HistoryPage | undefined>;
}

export interface Limits {
  /** Largest body of a command, in bytes (64 KB). */
  readonly bodyBytes: number;
  /** Largest fact as it is published, in characters (256 K). */
  readonly eventLength: number;
  /** Open streams of one agent (32): tabs share one, so these are browsers. */
  readonly streamsPerAgent: number;
  /** Commands of one agent under way at the same time (64). */
  readonly commandsUnderWay: number;
  /** Sessions on one page of history (100). */
  readonly historyPage: number;
  /** What waits in memory for a reader who does not take it, in bytes (64 KB). The rest waits in the log. */
  readonly bufferedBytes: number;
  /** How long a reader may leave what waits for it before it is disconnected, in ms (30 s). */
  readonly stallMs: number;
  /** How long one stream lasts before its reader has to come back and show who it is, in ms (1 h). */
  readonly streamMs: number;
  /** How long the reply to a command is kept, in ms (24 h). */
  readonly keepRepliesMs: number;
  /** Replies kept for one agent (5000); beyond that the oldest is forgotten. */
  readonly keptReplies: number;
  /** How long `close` waits for commands and streams, in ms (5 s). */
  readonly closeMs: number;
}

export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 64 * 1024,
  eventLength: 256 * 1024,
  streamsPerAgent: 32,
  commandsUnderWay: 64,
  historyPage: 100,
  bufferedBytes: 64 * 1024,
  stallMs: 30_000,
  streamMs: 3_600_000,
  keepRepliesMs: 86_400_000,
  keptReplies: 5000,
  closeMs: 5000,
};

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
   * when that is not certain: then the host publishes it again, with the same `key`, which adds nothing twice. Rejects
   * with a RangeError, and appends nothing, when a fact is larger than `limits.eventLength`.
   */
  publish(agentId: string, facts: readonly WireFact[], key?: string): Promise<Position>;
  /** Lets all readers of an agent take a new snapshot: what follows does not lead on from what they know. */
  reset(agentId: string): Promise<Position>;
  /** Ends the streams of an agent, who has signed out or lost the right to them. They come back if they may. */
  disconnect(agentId: string): void;
  /** Answers new requests with 503, lets commands finish, ends streams with a hint when to come back. */
  close(): Promise<void>;
}
