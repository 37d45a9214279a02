import { Observable } from 'rxjs';
import type { Subscriber } from 'rxjs';
import type { AgentWish, CommandReply, SessionCommand } from '../commands/command.js';
import { HOME } from '../model/selection.js';
import type { Delivery, GatewayReceiver } from '../ports/gateway.js';
import { ABOUT_NO_SESSION } from '../state/begun.js';
import { isWishTo } from '../state/command-reducer.js';
import type { StoreFact } from '../state/fact-kinds.js';
import type { readingReceiver } from '../reading/reading-receiver.js';
import type { TranscriptStep } from '../state/transcript-step.js';
import { beginLater } from './begin-later.js';
import { Deliveries } from './deliveries.js';
import type { WorkspaceEffect } from './effects.js';
import { effectOf } from './effects.js';
import type { LettingGo } from './letting-go.js';
import type { SessionStore, SessionStoreOptions } from './session-store.js';
import { StateTables } from './state-tables.js';

/** What a store needs before its gateway is connected; or the promise of it. */
export interface Beginning {
  /** How transcripts are put together. */
  readonly transcripts: TranscriptStep | Promise<TranscriptStep>;
  /** What reads for a gateway that does not read by itself. */
  readonly reading: typeof readingReceiver | Promise<typeof readingReceiver> | undefined;
  /** Hears why the gateway could not be connected; until another comes, nothing does. */
  readonly failed?: (error: unknown) => void;
}

/** The store behind `createSessionStore`. */
export function beginStore(
  { gateway, clock, logger, newId, drafts, history }: SessionStoreOptions,
  { transcripts, reading, failed }: Beginning,
): SessionStore {
  const queue: (() => readonly WorkspaceEffect[])[] = [];
  const underway = new Map<string, { readonly wish: AgentWish; readonly reply: Promise<CommandReply> }>();
  // No Subject here nor in the ticker: a page with one widget would load half a kilobyte for two short loops.
  const effects = new Set<Subscriber<WorkspaceEffect>>();
  const tables = new StateTables(
    (slice, key) => {
      deliveries.touch(slice, key);
      lettingGo?.touch(slice, key);
    },
    undefined,
    gateway.sources,
  );
  const deliveries: Deliveries = new Deliveries(tables, logger);
  const keeper =
    drafts &&
    Promise.all([import('./draft-keeper.js'), drafts])
      .then(([{ DraftKeeper }, storage]) => new DraftKeeper(storage, { tables, enqueue, logger }))
      .catch((error: unknown) => {
        logger.error('Drafts cannot be kept.', error);
        enqueue(() => {
          tables.keep('draftsUnkept', ABOUT_NO_SESSION, true);
          return [];
        });
      });
  let lettingGo: LettingGo | undefined;
  let isDraining = false;
  let isDisposed = false;

  /** Does the step when its turn has come, delivers what it changed, then tells the effects it answers with. */
  function enqueue(step: () => readonly WorkspaceEffect[]): void {
    if (isDisposed) return;
    queue.push(step);
    if (isDraining) return;
    isDraining = true;
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const happenings = next();
        deliveries.flush();
        for (const effect of happenings) for (const listener of [...effects]) listener.next(effect);
      }
    } finally {
      isDraining = false;
    }
  }

  function dispatch(facts: readonly StoreFact[], delivery: Delivery, source?: string): void {
    enqueue(() => {
      const happenings = applyAll(facts, source);
      return delivery === 'live' ? happenings : [];
    });
  }

  function applyAll(facts: readonly StoreFact[], source?: string): readonly WorkspaceEffect[] {
    const happenings: WorkspaceEffect[] = [];
    if (!Array.isArray(facts)) reject('The gateway gave no list of facts.');
    else
      for (const fact of facts as readonly StoreFact[]) {
        const effect = apply(fact, source);
        if (effect) happenings.push(effect);
      }
    return happenings;
  }

  function reject(message: string, detail?: unknown): void {
    tables.count('rejectedFacts');
    logger.warn(message, detail);
  }

  function apply(fact: StoreFact, source = ''): WorkspaceEffect | undefined {
    try {
      // A record that is handed over whole names no session: it has no effect, also live.
      const id = 'sessionId' in fact ? fact.sessionId : undefined;
      const before = id === undefined ? undefined : tables.sessions.get(id);
      const said = tables.transcripts.get(id ?? '');
      const agentId = fact.type === 'workspace.reset' ? tables.agentOf(source) : undefined;
      if (!tables.apply(fact, source)) {
        tables.count('unknownFacts');
        return undefined;
      }
      if (fact.type === 'workspace.reset' && agentId !== fact.agentId) {
        // What one agent has asked for, another may ask for as well.
        if (agentId !== undefined) letGoOf(source);
        void keeper?.then((own) => own?.restore({ source, agentId: fact.agentId }));
      }
      return id === undefined ? undefined : effectOf(fact, before, tables.sessions.get(id), said);
    } catch (error) {
      reject('A fact was skipped.', error);
      return undefined;
    }
  }

  function letGoOf(source: string): void {
    for (const [key, { wish }] of underway) if (isWishTo(source, wish)) underway.delete(key);
  }

  function dispatchLocal(facts: readonly StoreFact[]): void {
    dispatch(facts, 'live');
  }

  async function track(command: SessionCommand, outcomeOf: () => Promise<CommandReply>): Promise<CommandReply> {
    // Nobody waits for it, and nobody has to try again: the agent sees what is read at once.
    if (command.type === 'messages.mark-read') return outcomeOf();
    dispatchLocal([{ type: 'command.sent', at: clock.now(), command }]);
    const reply = await outcomeOf();
    const at = clock.now();
    if (reply.ok) dispatchLocal([{ type: 'command.succeeded', at, command }]);
    else {
      const { failure, message } = reply;
      dispatchLocal([{ type: 'command.failed', at, command, failure, ...(message !== undefined && { message }) }]);
    }
    return reply;
  }

  async function replyOf(command: SessionCommand): Promise<CommandReply> {
    try {
      // Nothing is asked of a gateway before it is connected.
      if (!tables.transcriptStep) await loading;
      if (isDisposed) return { ok: false, failure: 'failed' };
      const reply = (await gateway.execute(command)) as CommandReply | undefined;
      if (typeof reply?.ok === 'boolean') return reply;
      throw new TypeError('No reply');
    } catch (error) {
      logger.error(`The gateway failed: ${command.type}`, error);
      return { ok: false, failure: 'failed' };
    }
  }

  const receiver: GatewayReceiver = {
    facts: dispatch,
    pending(command, reply) {
      void track(command, () => reply);
    },
    rejected(reason) {
      enqueue(() => {
        reject(`The gateway reports: ${reason}`);
        return [];
      });
    },
  };
  const connect = (step: TranscriptStep, own = receiver): (() => void) => {
    tables.transcriptStep = step;
    return gateway.connect(own);
  };
  const refused = (error: unknown): void => {
    logger.error('The gateway could not be connected.', error);
    dispatchLocal([{ type: 'connection.changed', status: 'offline', at: clock.now() }]);
    failed?.(error);
  };
  let loading: Promise<unknown> | undefined;
  let disconnect = (): void => undefined;
  if (transcripts instanceof Promise || reading instanceof Promise) {
    const both = Promise.all([transcripts, reading]);
    loading = both;
    disconnect = beginLater(both, ([step, read]) => connect(step, read?.(receiver)), refused);
  } else
    try {
      disconnect = connect(transcripts, reading?.(receiver));
    } catch (error) {
      refused(error);
    }
  if (gateway.session)
    import('./letting-go.js')
      .then(({ LettingGo }) => {
        lettingGo = new LettingGo({ tables, gateway, deliveries, enqueue, clock, history });
      })
      .catch(logger.error);

  return {
    select(selector) {
      lettingGo?.want(selector.holds);
      return deliveries.observe(selector);
    },
    read: (selector) => selector.read(tables),
    execute(wish) {
      const key = JSON.stringify(wish);
      const same = underway.get(key);
      if (same) return same.reply;
      if (isDisposed) return Promise.resolve({ ok: false, failure: 'failed' });
      // Known as underway before it is told: who hears that it is pending may wish the same.
      let begin: (reply: Promise<CommandReply>) => void = () => undefined;
      const reply = new Promise<CommandReply>((resolve) => (begin = resolve));
      underway.set(key, { wish, reply });
      const command = { ...wish, commandId: newId() };
      begin(
        track(command, async () => {
          const answer = await replyOf(command);
          // Before the outcome is told: who hears of a failure may try again at once.
          if (underway.get(key)?.reply === reply) underway.delete(key);
          return answer;
        }),
      );
      return reply;
    },
    look(target) {
      // What is looked at is asked when the turn has come: looks that wait before this one count.
      enqueue(() => {
        const previous = tables.selection?.sessionId;
        const sessionId = typeof target === 'string' ? target : target?.sessionId;
        const at = clock.now();
        if (previous !== sessionId) {
          void keeper?.then((own) => own?.flush());
          if (previous !== undefined) apply({ type: 'session.deselected', sessionId: previous, at });
          if (sessionId !== undefined) apply({ type: 'session.selected', sessionId, at });
        }
        const now = tables.selection;
        if (sessionId === undefined) tables.select(HOME);
        else if (typeof target === 'object' && now?.kind === 'session' && now.tab !== target.tab)
          tables.select({ ...now, tab: target.tab });
        return [];
      });
    },
    keep(field, sessionId, value, agentId) {
      enqueue(() => {
        if (agentId === undefined || agentId === tables.workspace.agentId) {
          const kept = typeof value === 'function' ? value(tables.begun.get(sessionId)?.[field]) : value;
          tables.keep(field, sessionId, kept);
          const owner = tables.ownerOf(sessionId);
          if (owner) void keeper?.then((own) => own?.put(owner, field, sessionId, kept));
        }
        return [];
      });
    },
    ...(gateway.older ? { older: gateway.older.bind(gateway) } : {}),
    channel: gateway,
    signIn() {
      gateway.signIn?.();
    },
    dismiss({ command }) {
      dispatchLocal([{ type: 'command.dismissed', at: clock.now(), command }]);
    },
    effects$: new Observable((listener) => {
      if (isDisposed) listener.complete();
      effects.add(listener);
      return () => effects.delete(listener);
    }),
    clock,
    clockOf: (id) => gateway.sources?.clockOf(id) ?? clock,
    logger,
    get subscriptions() {
      return deliveries.count;
    },
    dispose() {
      isDisposed = true;
      disconnect();
      void keeper?.then((own) => own?.end());
      deliveries.complete();
      for (const listener of [...effects]) listener.complete();
    },
  };
}
