import type { Gateway } from '../core/ports/gateway.js';
import { AgentBackend } from './agent-backend.js';
import { readCaller } from './host-answers.js';
import { HostCalls, kindOf, quietly } from './host-calls.js';
import { checkLimit } from './limits.js';
import type { ServerSettings, SessionHost, SessionServer } from './options.js';
import { createSessionServer } from './session-server.js';

export interface GatewayServerOptions extends ServerSettings, Pick<SessionHost, 'authenticate'> {
  /** The gateway of one agent, such as a simulator; asked for once per agent. Undefined: this user is no agent. */
  readonly gatewayOf: (agentId: string) => Gateway | undefined;
  /** Ended sessions in a snapshot (50); older ones come by pages. */
  readonly endedInSnapshot?: number;
}

/**
 * A server whose backend is a `Gateway`, so that what runs in a page (simulator, replay, a vendor's own) can be served
 * over HTTP. Each agent's gateway is connected at the first request and stays so until the server is closed. Every fact
 * of a gateway reaches the log; where that cannot be (it is too large, the log does not take it) readers are given a
 * reset, and find it in their snapshot.
 */
export function createGatewayServer({
  gatewayOf,
  endedInSnapshot = 50,
  ...settings
}: GatewayServerOptions): SessionServer {
  checkLimit('endedInSnapshot', endedInSnapshot, Number.POSITIVE_INFINITY, 0);
  const { logger } = new HostCalls(settings);
  const agents = new Map<string, AgentBackend>();
  const server = createSessionServer({
    ...settings,
    async authenticate(request, context) {
      const answer = await settings.authenticate(request, context);
      const caller = readCaller(answer);
      // What is no answer the server will name.
      if (!caller.ok) return answer;
      return typeof caller.value === 'object' && !backendOf(caller.value.agentId) ? 'forbidden' : caller.value;
    },
    snapshot: (agentId) => connected(agentId).snapshot(endedInSnapshot),
    execute: (agentId, command) => connected(agentId).execute(command),
    history: (agentId, query) => connected(agentId).history(query, endedInSnapshot),
    session: (agentId, sessionId) => connected(agentId).session(sessionId),
    openItems: (agentId, query) => connected(agentId).openItems(query),
    typing: (agentId, sessionId, isTyping) => {
      connected(agentId).typing(sessionId, isTyping);
    },
    storeFile: (agentId, file, { signal }) => connected(agentId).storeFile(file, signal),
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
    // A promise of one is none, and what becomes of it concerns nobody.
    quietly(() => gateway);
    const log = {
      publish: server.publish.bind(server, agentId),
      reset: server.reset.bind(server, agentId),
    };
    const backend = new AgentBackend(gateway, log, logger);
    agents.set(agentId, backend);
    return backend;
  }

  return {
    handle: (request) => server.handle(request),
    publish: (agentId, facts, key) => server.publish(agentId, facts, key),
    reset: (agentId) => server.reset(agentId),
    disconnect: (agentId) => server.disconnect(agentId),
    async close() {
      for (const [agentId, backend] of agents)
        quietly(() => {
          try {
            backend.close();
          } catch (error) {
            logger.error(`A gateway could not be disconnected: ${kindOf(error)}`, { agentId });
          }
        });
      agents.clear();
      await server.close();
    },
  };
}
