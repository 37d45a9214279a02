// One gateway process under load: what it tells its agents, and what it needs for that.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createMemoryLog, createSessionServer, toNodeListener } from 'my-sessions/server';
import { now } from './figures.mjs';

const TICK_MS = 10;
const SETTLE_MS = 10_000;
/** How long the network is away before all come back. */
const AWAY_MS = 1000;
/** All connect in one moment: those whom the listener has no room for are tried again by the kernel, after a second. */
const BACKLOG = 16_384;
/** The workspace of an agent who has nothing to do. */
const NOTHING = {
  configuration: { version: 1, tenant: { name: 'Somewhere' } },
  presences: [],
  usages: [],
  sessions: [],
  transcripts: [],
};
const LOAD = fileURLToPath(new URL('../load.mjs', import.meta.url));

/** The log in memory, or on the engine at `servers`. */
async function openLog(servers) {
  if (servers === undefined) return { log: createMemoryLog(), close: () => undefined };
  const { connect } = await import('@nats-io/transport-node');
  const { createJetStreamLog } = await import('my-sessions/server/jetstream');
  const connection = await connect({ servers });
  return { log: await createJetStreamLog({ connection }), close: () => connection.close() };
}

/** The process that reads, and what it has said last. */
class Readers {
  received = 0;
  #process;
  #tell = () => undefined;

  constructor(options) {
    this.#process = fork(LOAD, ['--readers']);
    this.#process.send(options);
    this.#process.on('message', (message) => {
      this.received = message.received;
      if (message.done) this.#tell(message);
    });
  }

  /** Resolves with what it answers; rejects when it ends before. */
  order(order) {
    if (order !== 'open') this.#process.send(order);
    return new Promise((resolve, reject) => {
      this.#tell = resolve;
      this.#process.once('exit', () => reject(new Error('The readers ended before they had answered.')));
    });
  }

  /** Resolves when it has received so many, or for long no more. */
  async hasReceived(sent) {
    for (const end = performance.now() + SETTLE_MS; this.received < sent && performance.now() < end;)
      await once(this.#process, 'message');
  }

  end() {
    if (this.#process.connected) this.#process.disconnect();
  }
}

/** What the process needed while something went on. */
async function watching(work) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage().rss)), 100);
  delay.enable();
  const [before, start] = [process.cpuUsage(), performance.now()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  delay.disable();
  clearInterval(watch);
  const busy = (user + system) / 1000 / (performance.now() - start);
  return { ...result, memory, busy, loopDelay: delay.percentile(99) / 1e6 };
}

export async function measureLoad({ agents, seconds, first = 0, servers, cut = false }) {
  const agentIds = Array.from({ length: agents }, (_, index) => String(first + index));
  const { log, close } = await openLog(servers);
  const server = createSessionServer({
    authenticate: ({ headers }) => ({ agentId: headers.get('authorization').slice('Bearer '.length) }),
    snapshot: (agentId) => ({ state: { ...NOTHING, agentId } }),
    execute: () => ({ ok: true }),
    log,
  });
  const http = createServer(toNodeListener(server.handle.bind(server)));
  http.listen({ port: 0, host: '127.0.0.1', backlog: BACKLOG });
  await once(http, 'listening');
  const idle = process.memoryUsage().rss;
  const readers = new Readers({ url: `http://127.0.0.1:${http.address().port}`, agentIds });
  let [sent, failed] = [0, 0];

  function tell(agentId) {
    const data = { sessionId: 's1', tags: ['a tag', `number ${sent}`] };
    sent += 1;
    return server.publish(agentId, [{ type: 'tags.changed', at: now(), ...data }]).catch(() => (failed += 1));
  }

  /** One fact for every agent in every second, spread evenly over it. Nobody is waited for, as in a host. */
  async function tellAll() {
    const [total, start] = [agents * seconds, performance.now()];
    const told = [];
    for (let count = 0; count < total; await new Promise((resolve) => setTimeout(resolve, TICK_MS))) {
      const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * agents));
      for (; count < due; count += 1) told.push(tell(agentIds[count % agents]));
    }
    await Promise.all(told);
    return {};
  }

  /** All are cut, and each misses a fact. */
  async function goAway() {
    await readers.order('cut');
    await Promise.all([...agentIds.map(tell), new Promise((resolve) => setTimeout(resolve, AWAY_MS))]);
  }

  /** All come back at once, while each is told one more. */
  async function comeBack() {
    const [back] = await Promise.all([readers.order('comeBack'), ...agentIds.map(tell)]);
    return back;
  }

  try {
    await readers.order('open');
    if (cut) await goAway();
    const work = await watching(cut ? comeBack : tellAll);
    await readers.hasReceived(sent);
    const report = await readers.order('report');
    return { ...report, ...work, sent, idle, lost: sent - readers.received, failed };
  } finally {
    readers.end();
    await server.close();
    http.closeAllConnections();
    http.close();
    await close();
  }
}
