// The real server in a process of its own, for a parent that tells it what happens and may kill it at any moment. What
// a host keeps in its database the parent keeps, and hands over at the start; see `backend-process.mjs`.
import { createServer } from 'node:http';
import { HostData } from './host-data.mjs';
import { AGENT, picture } from './facts.mjs';
import { answerFile, createSessionServer, createMemoryLog, toNodeListener } from 'my-sessions/server';

const BASE = '/api';
const LARGE = 'x'.repeat(17 * 1024 * 1024);

let rejections = 0;
process.on('unhandledRejection', () => (rejections += 1));
process.on('disconnect', () => process.exit(0));
process.once('message', (options) => {
  start(options).catch((error) => {
    console.error(error);
    process.exit(1);
  });
});

async function start({ log: wanted, seed, tokens, heartbeatMs, limits, port }) {
  const data = new HostData(seed);
  let log = await openLog(wanted);
  let server = createSessionServer(optionsFor());
  const listen = createServer((request, response) => {
    if (request.url === `${BASE}/wipe`) void wipe(response);
    else if (request.url === `${BASE}/large`) void tellLarge(response);
    else if (request.url.startsWith(`${BASE}/kept/`)) toNodeListener(kept)(request, response);
    else toNodeListener((asked) => server.handle(asked))(request, response);
  });
  process.on('message', (message) => void answer(message));
  listen.listen(port, '127.0.0.1', () => tell({ type: 'listening', port: listen.address().port }));

  function optionsFor() {
    return {
      ...{ base: BASE, log, heartbeatMs, limits },
      authenticate: (request) => agentOf(request, tokens),
      snapshot: (agentId) => ({ state: data.snapshot(agentId) }),
      history: (agentId, query) => data.history(agentId, query),
      execute,
      typing: () => undefined,
      storeFile: (agentId, file) => data.storeFile(agentId, file),
    };
  }

  async function execute(agentId, command) {
    const { reply, facts } = data.execute(agentId, command);
    await publish(agentId, facts, command.commandId);
    return reply;
  }

  // The database first, then the log: told late is well, told and not true is not.
  async function publish(agentId, facts, key) {
    if (facts.length === 0) return;
    for (const fact of facts) data.apply(agentId, fact);
    await server.publish(agentId, facts, key);
  }

  /** As if the log's storage was lost and the server started again; readers come back by themselves. */
  async function wipe(response) {
    await server.close();
    await log.close();
    log = await openLog({ ...wanted, isEmpty: true });
    server = createSessionServer(optionsFor());
    response.writeHead(204).end();
  }

  /** What a customer has sent: a page with a script in it, under the name of a picture. */
  function kept(request) {
    if (!agentOf(request, tokens)) return Promise.resolve(new Response('', { status: 401 }));
    const body = new Blob(['<script>alert(document.domain)</script>']);
    return Promise.resolve(answerFile({ name: 'photo.png', mediaType: 'text/html', body }));
  }

  /** A fact that is larger than an event may be; the server says so, and gives readers a reset. */
  async function tellLarge(response) {
    const fact = { type: 'presence.changed', userId: AGENT, presence: 'busy', reason: LARGE, at: Date.now() };
    await server.publish(AGENT, [fact]).catch(() => undefined);
    response.writeHead(204).end();
  }

  const ask = {
    publish: async ({ agentId, facts, key }) => {
      await publish(agentId, facts, key);
    },
    picture: ({ agentId }) => picture(data.tables(agentId)),
    executions: () => data.executions,
    figures: () => ({ rejections, memory: process.memoryUsage().rss }),
    disconnect: ({ agentId }) => server.disconnect(agentId),
  };

  async function answer({ id, type, ...rest }) {
    try {
      tell({ id, value: await ask[type](rest) });
    } catch (error) {
      tell({ id, failure: String(error) });
    }
  }
}

/** The parent may be gone already. */
function tell(message) {
  if (process.connected) process.send(message, () => undefined);
}

function agentOf(request, tokens) {
  const token = request.headers.get('authorization')?.replace(/^Bearer /, '');
  const agentId = token === undefined ? undefined : tokens[token];
  return agentId === undefined ? undefined : { agentId };
}

async function openLog({ kind, servers, stream, replicas, window, isEmpty }) {
  if (kind === 'memory') return createMemoryLog(window === undefined ? {} : { window });
  const [{ connect }, { createJetStreamLog }] = await Promise.all([
    import('@nats-io/transport-node'),
    import('my-sessions/server/jetstream'),
  ]);
  const connection = await connect({
    servers,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 100,
    waitOnFirstConnect: true,
  });
  if (isEmpty) {
    const { jetstreamManager } = await import('@nats-io/jetstream');
    await (await jetstreamManager(connection)).streams.delete(stream);
  }
  // Two streams must not listen to the same subjects.
  return createJetStreamLog({ connection, stream, prefix: `my-sessions.${stream}`, replicas });
}
