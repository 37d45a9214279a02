import type { Observable } from 'rxjs';
import type { AgentWish, CommandReply } from '../commands/command.js';
import type { Clock } from '../ports/clock.js';
import type { DraftStorage } from '../ports/draft-storage.js';
import type { Gateway } from '../ports/gateway.js';
import type { Logger } from '../ports/logger.js';
import type { BegunField, Change } from '../state/begun.js';
import type { TrackedCommand } from '../state/command-reducer.js';
import type { Selection } from '../model/selection.js';
import type { HistoryBounds } from '../rules/letting-go.js';
import type { WorkspaceEffect } from './effects.js';
import type { Selector } from './selector.js';

/** What a store stands on. */
export interface SessionStoreOptions {
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly logger: Logger;
  /** A new unique id at each call. */
  readonly newId: () => string;
  /** Where drafts outlive the page, such as `createDraftStorage`; or its promise. Without it they end with the store. */
  readonly drafts?: DraftStorage | Promise<DraftStorage>;
  /**
   * How much of the history is kept, where the gateway can bring it back: by default the records of the 200 sessions that
   * ended last, and what was said in the last 20. What is looked at or shown, has drafts, or commands that are on their
   * way or failed, stays in any case.
   */
  readonly history?: Partial<HistoryBounds>;
}

/** The agent's workspace: facts in, slices of state out, wishes back. */
export interface SessionStore {
  /** Emits at once and then whenever what is selected has changed. Never errors. */
  select<T>(selector: Selector<T>): Observable<T>;
  /** What a selector shows right now. */
  read<T>(selector: Selector<T>): T;
  /**
   * Passes a wish to the gateway. It is visible as pending until the gateway has answered, and as failed until it is
   * dismissed or tried again. A wish that repeats one still on its way is not sent twice. Never rejects.
   */
  execute(wish: AgentWish): Promise<CommandReply>;
  /**
   * Looks at a session or offer by its id, in the tab it was in; at a tab; or, by undefined, at Home. Local: the backend
   * is not told.
   */
  look(target: string | Selection | undefined): void;
  /**
   * Keeps what the agent has begun for a session; undefined lets go of it. Local, and gone when another agent signs in.
   *
   * @param value the value, or what makes it of the one before when its turn has come
   * @param agentId for whom it is kept, where it may come late: for another agent than the present one it is not
   */
  keep<F extends BegunField>(field: F, sessionId: string, value: Change<F>, agentId?: string): void;
  /** As `Gateway.older`: the next page of history; absent where there is none. */
  readonly older?: () => Promise<boolean>;
  /**
   * What goes beside commands and facts, and is not seen here: `typing`, `upload` and `openItems` of the gateway. What
   * comes of it is not read (`readOpenItems`). And whose sessions these are (`keptAs`, `sources`).
   */
  readonly channel: Pick<Gateway, 'typing' | 'upload' | 'openItems' | 'keptAs' | 'sources'>;
  /** As `Gateway.signIn`. Does nothing where nobody signs in. */
  signIn(): void;
  /** Takes a failed command off the screen. */
  dismiss(command: TrackedCommand): void;
  /** What to do once, from live facts only. */
  readonly effects$: Observable<WorkspaceEffect>;
  /** The backend's time. */
  readonly clock: Clock;
  /** The clock by which the moments of a session or user are told, by its id: where there is one gateway, `clock`. */
  clockOf(id: string): Clock;
  readonly logger: Logger;
  /** How many subscriptions are open; for diagnostics and leak tests. */
  readonly subscriptions: number;
  /** Ends delivery and all subscriptions. */
  dispose(): void;
}
