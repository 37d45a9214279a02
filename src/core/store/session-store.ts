import { Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AgentWish, CommandReply, SessionCommand } from '../commands/command.js';
import type { Clock } from '../ports/clock.js';
import type { Delivery, Gateway } from '../ports/gateway.js';
import type { Logger } from '../ports/logger.js';
import type { TrackedCommand } from '../state/command-reducer.js';
import { Deliveries } from './deliveries.js';
import type { WorkspaceEffect } from './effects.js';
import { effectOf } from './effects.js';
import type { Selector } from './selector.js';
import type { StoreFact } from './state-tables.js';
import { StateTables } from './state-tables.js';

/** What a store stands on. */
export interface SessionStoreOptions {
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly logger: Logger;
  /** A new unique id at each call. */
  readonly newId: () => string;
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
  /** Looks at a session; undefined looks at none. Local: the backend is not told. */
  look(sessionId: string | undefined): void;
  /** As `Gateway.older`: the next page of history; absent where there is none. */
  readonly older?: () => Promise<boolean>;
  /** As `Gateway.signIn`. Does nothing where nobody signs in. */
  signIn(): void;
  /** Takes a failed command off the screen. */
  dismiss(command: TrackedCommand): void;
  /** What to do once, from live facts only. */
  readonly effects$: Observable<WorkspaceEffect>;
  /** The backend's time. */
  readonly clock: Clock;
  readonly logger: Logger;
  /** How many subscriptions are open; for diagnostics and leak tests. */
  readonly subscriptions: number;
  /** Ends delivery and all subscriptions. */
  dispose(): void;
}

/**
 * Makes a store and connects its gateway. Facts go through one first-in-first-out loop: a fact dispatched while others
 * are being delivered waits its turn, so every subscriber sees every state in the same order.
 */
export function createSessionStore({ gateway, clock, logger, newId }: SessionStoreOptions): SessionStore {
  const queue: { readonly facts: readonly StoreFact[]; readonly delivery: Delivery }[] = [];
  const underway = new Map<string, Promise<CommandReply>>();
  const effects = new Subject<WorkspaceEffect>();
  const tables = new StateTables((slice, key) => {
    deliveries.touch(slice, key);
  });
  const deliveries: Deliveries = new Deliveries(tables, logger);
  let isDraining = false;
  let isDisposed = false;

  function dispatch(facts: readonly StoreFact[], delivery: Delivery): void {
    if (isDisposed) return;
    queue.push({ facts, delivery });
    if (isDraining) return;
    isDraining = true;
    for (let batch = queue.shift(); batch; batch = queue.shift()) {
      const happenings = batch.facts.flatMap((fact) => apply(fact) ?? []);
      deliveries.flush();
      if (batch.delivery === 'live') for (const effect of happenings) effects.next(effect);
    }
    isDraining = false;
  }

  function apply(fact: StoreFact): WorkspaceEffect | undefined {
    try {
      const id = 'sessionId' in fact ? fact.sessionId : undefined;
      const before = id === undefined ? undefined : tables.sessions.get(id);
      if (!tables.apply(fact)) {
        tables.count('unknownFacts');
        return undefined;
      }
      return id === undefined ? undefined : effectOf(fact, before, tables.sessions.get(id));
    } catch (error) {
      tables.count('rejectedFacts');
      logger.warn('A fact could not be used and was skipped.', error);
      return undefined;
    }
  }

  function dispatchLocal(facts: readonly StoreFact[]): void {
    dispatch(facts, 'live');
  }

  async function track(command: SessionCommand, outcomeOf: () => Promise<CommandReply>): Promise<CommandReply> {
    dispatchLocal([{ type: 'command.sent', at: clock.now(), command }]);
    const reply = await outcomeOf();
    const at = clock.now();
    if (reply.ok) dispatchLocal([{ type: 'command.succeeded', at, command }]);
    else {
      const { failure, message } = reply;
      dispatchLocal([{ type: 'command.failed', at, command, failure, ...(message === undefined ? {} : { message }) }]);
    }
    return reply;
  }

  async function replyOf(command: SessionCommand): Promise<CommandReply> {
    try {
      return await gateway.execute(command);
    } catch (error) {
      logger.error(`The gateway threw on ${command.type}.`, error);
      return { ok: false, failure: 'failed' };
    }
  }

  const disconnect = gateway.connect({
    facts: dispatch,
    pending(command, reply) {
      void track(command, () => reply);
    },
    rejected(reason) {
      tables.count('rejectedFacts');
      logger.warn(`The gateway could not read something: ${reason}`);
      if (!isDraining) deliveries.flush();
    },
  });

  return {
    select: (selector) => deliveries.observe(selector),
    read: (selector) => selector.read(tables),
    execute(wish) {
      const key = JSON.stringify(wish);
      const same = underway.get(key);
      if (same) return same;
      const command = { ...wish, commandId: newId() };
      const reply = track(command, () => replyOf(command)).finally(() => underway.delete(key));
      underway.set(key, reply);
      return reply;
    },
    look(sessionId) {
      const at = clock.now();
      const previous = tables.selection.sessionId;
      if (previous === sessionId) return;
      dispatchLocal([
        ...(previous === undefined ? [] : [{ type: 'session.deselected', sessionId: previous, at } as const]),
        ...(sessionId === undefined ? [] : [{ type: 'session.selected', sessionId, at } as const]),
      ]);
    },
    ...(gateway.older ? { older: gateway.older.bind(gateway) } : {}),
    signIn() {
      gateway.signIn?.();
    },
    dismiss({ command }) {
      dispatchLocal([{ type: 'command.dismissed', at: clock.now(), command }]);
    },
    effects$: effects.asObservable(),
    clock,
    logger,
    get subscriptions() {
      return deliveries.count;
    },
    dispose() {
      isDisposed = true;
      disconnect();
      deliveries.complete();
      effects.complete();
    },
  };
}
