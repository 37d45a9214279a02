// How many agents one gateway process serves: every agent's stream open, one fact per agent and second. Prints what was
// lost, how long a fact took to its reader, and what the gateway needed. Options: --agents 2000 --seconds 30,
// --json for the figures as JSON.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { createMemoryLog, createSessionServer, toNodeListener } from 'my-sessions/server';

const TICK_MS = 10;
const SETTLE_MS = 10_000;
/** Streams that are opened at the same time; more than the listener's backlog would only measure retries. */
const AT_ONCE = 100;

const now = () => performance.timeOrigin + performance.now();
const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
const part = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** In a process of its own: reads every agent's stream and checks the chain. */
async function readAll({ url, epoch, agents }) {
  const connections = new Agent({ maxSockets: Infinity });
  const delays = [];
  const last = new Array(agents).fill(0);
  let broken = 0;

  function take(agent, text) {
    const envelope = JSON.parse(text.slice(text.indexOf('data: ') + 'data: '.length));
    if (envelope.prev !== last[agent]) broken += 1;
    last[agent] = envelope.seq;
    delays.push(now() - envelope.ts);
  }

  const open = (agent) =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${agent}`, 'last-event-id': `${epoch}:0` };
      const request = get(`${url}/events`, { agent: connections, headers }, (response) => {
        if (response.statusCode !== 200) return reject(new Error(`${response.statusCode} for agent ${agent}`));
        let text = '';
        response.setEncoding('utf8').on('data', (more) => {
          text += more;
          for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
            if (text.startsWith('event: fact')) take(agent, text.slice(0, end));
            text = text.slice(end + 2);
          }
        });
        response.on('close', () => (broken += 1)).on('error', () => undefined);
        return resolve();
      });
      request.on('error', reject);
    });

  for (let start = 0; start < agents; start += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, agents - start) }, (_, index) => open(start + index)));
  process.send({ ready: true });
  process.on('message', () => {
    const sorted = delays.sort((one, other) => one - other);
    const [p50, p99, longest] = [part(sorted, 0.5), part(sorted, 0.99), sorted.at(-1)];
    process.send({ received: delays.length, broken, p50, p99, longest }, () => process.exit());
  });
  setInterval(() => process.send({ received: delays.length }), 200);
}

/** One fact for every agent in every second, spread evenly over it. */
async function publishAll({ server, agents, seconds }) {
  const total = agents * seconds;
  const start = performance.now();
  let published = 0;
  while (published < total) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * agents));
    for (; published < due; published += 1) {
      const data = { sessionId: 's1', tags: ['a tag', `number ${published}`] };
      await server.publish(String(published % agents), [{ type: 'tags.changed', at: now(), ...data }]);
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  return total;
}

async function measure({ agents, seconds }) {
  const log = createMemoryLog();
  const server = createSessionServer({
    authenticate: ({ headers }) => ({ agentId: headers.get('authorization').slice('Bearer '.length) }),
    snapshot: () => ({ state: {} }),
    execute: () => ({ ok: true }),
    log,
  });
  const http = createServer(toNodeListener(server.handle.bind(server))).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const idle = process.memoryUsage().rss;
  const { epoch } = await log.head('0');
  const options = { url: `http://127.0.0.1:${http.address().port}`, epoch, agents };
  const readers = fork(fileURLToPath(import.meta.url), ['--readers', JSON.stringify(options)]);
  let report = {};
  readers.on('message', (message) => (report = message));
  await once(readers, 'message');

  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage().rss)), 100);
  const before = process.cpuUsage();
  const start = performance.now();
  const sent = await publishAll({ server, agents, seconds });
  const passed = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  for (const end = performance.now() + SETTLE_MS; report.received < sent && performance.now() < end;)
    await once(readers, 'message');
  clearInterval(watch);
  readers.send('report');
  while (report.p99 === undefined) await once(readers, 'message');
  http.closeAllConnections();
  http.close();
  return { ...report, sent, memory, idle, busy: (user + system) / 1000 / passed };
}

const { values } = parseArgs({
  options: {
    agents: { type: 'string' },
    seconds: { type: 'string' },
    readers: { type: 'string' },
    json: { type: 'boolean' },
  },
});
if (values.readers) await readAll(JSON.parse(values.readers));
else {
  const [agents, seconds] = [Number(values.agents ?? 2000), Number(values.seconds ?? 30)];
  const figures = await measure({ agents, seconds });
  const { sent, received, broken, p50, p99, longest, memory, idle, busy } = figures;
  const lost = sent - received;
  if (values.json) console.log(JSON.stringify({ ...figures, lost }));
  else {
    console.log(`load: ${agents} agents on one gateway process, 1 fact/s each, ${seconds} s`);
    console.log(`  ${sent} facts sent, ${received} received, ${lost} lost, ${broken} out of chain`);
    console.log(`  delivery: median ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${longest.toFixed(1)} ms`);
    console.log(
      `  gateway: ${megabytes(memory)} at most (${megabytes(idle)} without readers), ${(busy * 100).toFixed(0)} % of one processor`,
    );
  }
  if (lost !== 0 || broken !== 0) process.exitCode = 1;
}
