import type { CommandReply, SessionCommand } from '../commands/command.js';
import type { SessionEvent } from '../events/session-event.js';
import type { OpenItemPage, OpenItemQuery } from '../model/open-item.js';
import type { Session } from '../model/session.js';
import type { Usage } from '../rules/acceptance.js';
import type { Workspace } from '../state/workspace-reducer.js';
import type { WorkspaceState } from '../state/workspace-state.js';
import type { Clock } from './clock.js';
import type { UploadOptions, UploadReply, UploadedFile } from './upload.js';

/**
 * `live`: it happens now, effects may follow (switch, announce). `replay`: it is caught up on, after a connect or
 * reconnect; state follows, effects never do.
 */
export type Delivery = 'live' | 'replay';

/** What a gateway hands its facts to. */
export interface GatewayReceiver {
  /**
   * Facts in the order in which they happened. One call is delivered to widgets as one change. `source` is for
   * `combineSources` alone: a gateway to one backend names none.
   */
  facts(events: readonly SessionEvent[], delivery: Delivery, source?: string): void;
  /**
   * A command of an earlier page that is still on its way (kept over a reload). It becomes visible as pending, and as
   * failed when its reply says so.
   */
  pending(command: SessionCommand, reply: Promise<CommandReply>): void;
  /** Something arrived that could not be read. It is counted and shown in diagnostics; the stream goes on. */
  rejected(reason: string): void;
}

/** What a store has to know of several gateways that are one. */
export interface Sources {
  /** The clock by which a source counts; asked by the id of a session or user of it. Undefined: the machine's will do. */
  clockOf(id: string): Clock | undefined;
  /** As `Gateway.keptAs`, of a source. */
  keptAs(source: string): string | false | undefined;
  /** What the workspaces of the sources are as a whole. */
  workspace(workspaces: ReadonlyMap<string, Workspace>): Workspace;
  /** What is left of list and slots without a source. */
  without(source: string, state: WorkspaceState): Pick<WorkspaceState, 'roster' | 'usage'>;
  /** As for one source, but counts for each, too. */
  usageReducer(usage: Usage, before: Session | undefined, after: Session | undefined): Usage;
}

/**
 * Speaks to one backend. Implementations know nothing of state or user interface, and need no RxJS.
 * `gateways/contract` exports the suite that proves one.
 */
export interface Gateway {
  /** The backend's clock, where the gateway knows it better than the machine does (skew, simulated time). */
  readonly clock?: Clock;
  /**
   * Whether it reads what it hands over itself: facts as the types say, nothing null, nothing that cannot be used. What
   * others say is read as it comes.
   */
  readonly isRead?: boolean;
  /**
   * The name under which a device keeps what its agents write, such as the address of its backend; two backends with one
   * name on one origin are one. False: nothing is kept, as its sessions end with the page. Without it there is no name.
   */
  readonly keptAs?: string | false;
  /** Only of several gateways that are one; see `combineSources`. */
  readonly sources?: Sources;
  /**
   * Begins delivery: first a `workspace.reset` with what is true now, as `replay`; then what happens, as `live`.
   * Returns a function that ends delivery for good; after it the receiver is not called again. May be called again
   * for another receiver.
   */
  connect(receiver: GatewayReceiver): () => void;
  /** Asks the backend to do something. Never rejects: a failure is a reply. What follows arrives as facts. */
  execute(command: SessionCommand): Promise<CommandReply>;
  /**
   * Hands over a page of older ended sessions as `replay`. Answers whether there may be more; rejects when the page
   * cannot be had at present. Absent where the backend
   * has no more than it hands over at the start.
   */
  older?(): Promise<boolean>;
  /**
   * Hands over one session of this agent that is over as `replay`: what was said in it, and the record where the receiver
   * has none. Answers whether there is such a session; rejects when it cannot be had at present. Absent where none can be
   * read back: then a store lets go of nothing.
   */
  session?(sessionId: string): Promise<boolean>;
  /**
   * The receiver is about to let go of these sessions, which are over. Answers which of them `older` hands over again, in
   * their order; the others stay. Absent where it hands over none.
   */
  letGo?(sessionIds: readonly string[]): Promise<readonly string[]>;
  /**
   * A page of the work that waits for whoever picks it, longest first; undefined where agents pick nothing. Rejects when it
   * cannot be had at present; a `next` that leads nowhere any more may reject, too. Absent where agents pick nothing.
   */
  openItems?(query: OpenItemQuery): Promise<OpenItemPage | undefined>;
  /**
   * Tells that the agent has begun to write to the customer of a session, goes on, or has stopped; asked only where
   * `messaging.takesTyping`. Nothing waits for it and nothing is tried again; without another word it counts for
   * `TYPING_LASTS_MS`. Absent where nobody can be told.
   */
  typing?(sessionId: string, isTyping: boolean): void;
  /**
   * Brings a file to where a message of the session can name it, by the id in the answer; asked only where
   * `messaging.files`. Never rejects. Absent where no files are taken.
   */
  upload?(sessionId: string, file: UploadedFile, options?: UploadOptions): Promise<UploadReply>;
  /** Tries again after the agent was signed out. Absent where nobody signs in. */
  signIn?(): void;
}
