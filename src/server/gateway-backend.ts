import type { Session } from '../core/model/session.js';
import type { Gateway } from '../core/ports/gateway.js';
import { StateTables } from '../core/store/state-tables.js';
import { documentOf } from '../core/wire/configuration-document.js';
import type { Position, WireFact, WorkspaceSnapshot } from '../core/wire/contract.js';
import type { SessionEvent } from '../core/events/session-event.js';
import type { HistoryPage, HistoryQuery, HostSnapshot, ServerSettings, SessionHost, SessionServer } from './options.js';
import { createSessionServer } from './session-server.js';

export interface GatewayServerOptions extends ServerSettings, Pick<SessionHost, 'authenticate'> {
  /** The gateway of one agent, such as a simulator; asked for once per agent. Undefined: this user is no agent. */
  readonly gatewayOf: (agentId: string) => Gateway | undefined;
  /** Ended sessions in a snapshot (50); older ones come by pages. */
  readonly endedInSnapshot?: number;
}

/**
 * A server whose backend is a `Gateway`, so that what runs in a page (simulator, replay, a vendor's own) can be served
 * over HTTP. Each agent's gateway is connected at the first request and stays so until the server is closed.
 */
export function createGatewayServer({
  gatewayOf,
  endedInSnapshot = 50,
  ...settings
}: GatewayServerOptions): SessionServer {
  const agents = new Map<string, AgentBackend>();
  const server = createSessionServer({
    ...settings,
    async authenticate(request) {
      const caller = await settings.authenticate(request);
      return typeof caller === 'object' && !backendOf(caller.agentId) ? 'forbidden' : caller;
    },
    snapshot: (agentId) => connected(agentId).snapshot(endedInSnapshot),
    execute: (agentId, command) => connected(agentId).gateway.execute(command),
    history: (agentId, query) => connected(agentId).history(query, endedInSnapshot),
  });

  function connected(agentId: string): AgentBackend {
    const backend = backendOf(agentId);
    if (!backend) throw new Error('There is no gateway for this agent.');
    return backend;
  }

  function backendOf(agentId: string): AgentBackend | undefined {
    const known = agents.get(agentId);
    if (known) return known;
    const gateway = gatewayOf(agentId);
    if (!gateway) return undefined;
    const backend = new AgentBackend(gateway, {
      publish: (facts) => server.publish(agentId, facts),
      reset: () => server.reset(agentId),
      onFailure: () => settings.logger?.error('A fact could not be published', { agentId }),
    });
    agents.set(agentId, backend);
    return backend;
  }

  return {
    handle: (request) => server.handle(request),
    publish: (agentId, facts, key) => server.publish(agentId, facts, key),
    reset: (agentId) => server.reset(agentId),
    disconnect: (agentId) => {
      server.disconnect(agentId);
    },
    async close() {
      for (const backend of agents.values()) backend.disconnect();
      agents.clear();
      await server.close();
    },
  };
}

interface Outlet {
  readonly publish: (facts: readonly WireFact[]) => Promise<Position>;
  readonly reset: () => Promise<Position>;
  readonly onFailure: () => void;
}

/** One agent's gateway, and the state that its facts add up to: what a snapshot is made of. */
class AgentBackend {
  readonly gateway: Gateway;
  readonly disconnect: () => void;
  readonly #outlet: Outlet;
  readonly #state = new StateTables(() => undefined);
  /** Where the state stands once everything told so far is in the log. */
  #published: Promise<Position> | undefined;
  #tell: () => void = () => undefined;
  readonly #isTold = new Promise<void>((resolve) => (this.#tell = resolve));

  constructor(gateway: Gateway, outlet: Outlet) {
    this.gateway = gateway;
    this.#outlet = outlet;
    this.disconnect = gateway.connect({
      facts: (events) => {
        this.#take(events);
      },
      pending: () => undefined,
      rejected: () => undefined,
    });
  }

  async snapshot(ended: number): Promise<HostSnapshot> {
    await this.#isTold;
    const state = snapshotOf(this.#state, ended);
    const position = await this.#published;
    return { state, ...(position ? { position } : {}) };
  }

  history({ before, limit }: HistoryQuery, ended: number): HistoryPage | undefined {
    const older = endedSessions(this.#state).slice(ended);
    const start = before === undefined ? 0 : older.findIndex(({ id }) => id === before) + 1;
    if (before !== undefined && start === 0) return undefined;
    const sessions = older.slice(start, start + limit);
    const last = sessions.at(-1);
    return { sessions, ...(last && start + limit < older.length ? { next: last.id } : {}) };
  }

  #take(events: readonly SessionEvent[]): void {
    const reset = events.findLastIndex(({ type }) => type === 'workspace.reset');
    for (const event of events) this.#state.apply(event);
    const news = events.slice(reset + 1).filter(isForTheWire);
    // What readers know does not lead on to a new truth; the snapshot they take holds the facts that came with it.
    if (reset >= 0) {
      this.#publish(this.#outlet.reset);
      this.#tell();
    } else if (news.length > 0) this.#publish(() => this.#outlet.publish(news));
  }

  #publish(act: () => Promise<Position>): void {
    this.#published = this.#published ? this.#published.then(act, act) : act();
    this.#published.catch(this.#outlet.onFailure);
  }
}

const isForTheWire = (event: SessionEvent): event is WireFact =>
  event.type !== 'workspace.reset' && event.type !== 'connection.changed';

function endedSessions({ sessions }: StateTables): Session[] {
  const ended = [...sessions.values()].filter(({ state }) => state === 'ended');
  return ended.sort((one, other) => endOf(other) - endOf(one));
}

const endOf = ({ times, since }: Session): number => times.ended ?? since;

function snapshotOf(tables: StateTables, ended: number): WorkspaceSnapshot<unknown> {
  const { agentId = '', configuration, configurationProblems } = tables.workspace;
  const open = [...tables.sessions.values()].filter(({ state }) => state !== 'ended');
  const sessions = [...endedSessions(tables).slice(0, ended), ...open];
  return {
    agentId,
    ...(configuration ? { configuration: documentOf(configuration) } : {}),
    ...(configurationProblems.length > 0 ? { configurationProblems } : {}),
    presences: [...tables.users].flatMap(([userId, { presence }]) => (presence ? [{ userId, ...presence }] : [])),
    usages: [...tables.users].flatMap(([userId, { usage }]) => (usage ? [{ userId, usage }] : [])),
    sessions,
    transcripts: sessions.flatMap(({ id }) => {
      const segments = [...(tables.transcripts.get(id) ?? [])];
      return segments.length > 0 ? [{ sessionId: id, segments }] : [];
    }),
  };
}
