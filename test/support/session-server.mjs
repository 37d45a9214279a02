// A real server on loopback, a small backend behind it, and a reader of its streams that waits for events, not for time.
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import { createMemoryLog, createSessionServer, toNodeListener } from 'my-sessions/server';

/** The longest that anything here is waited for. */
const PATIENCE_MS = 10_000;

const AGENTS = { 'token-maren': 'maren', 'token-jonas': 'jonas' };
export const asAgent = (agentId) => ({ authorization: `Bearer token-${agentId}` });

export const aSession = (id, more = {}) => ({
  id,
  serviceId: 'support',
  modality: 'im',
  direction: 'inbound',
  state: 'active',
  since: 1_750_000_000_000,
  times: {},
  participants: [],
  parameters: [],
  tags: [],
  unread: 0,
  isSelected: false,
  ...more,
});

export const aFact = (number, more = {}) => ({
  type: 'tags.changed',
  sessionId: 's1',
  tags: [`tag-${number}`],
  at: 1_750_000_000_000 + number,
  ...more,
});

export const emptyState = (agentId) => ({
  agentId,
  configuration: { version: 1, tenant: { name: 'Somewhere' } },
  presences: [],
  usages: [],
  sessions: [],
  transcripts: [],
});

/** A logger that keeps what it was told; `said` waits for a line with a text in it. */
function keepingLogger() {
  const lines = [];
  const news = new EventEmitter();
  const keep = (message, detail) => {
    lines.push(`${message} ${JSON.stringify(detail) ?? ''}`);
    news.emit('line');
  };
  const said = async (text) => {
    while (!lines.some((line) => line.includes(text))) await within(once(news, 'line'), `the line "${text}"`);
  };
  return { lines, said, warn: keep, error: keep };
}

/** Puts any handler on a port of its own; closed with the test. */
export async function listen(context, listener) {
  const http = createServer(listener);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  context.after(() => {
    http.closeAllConnections();
    http.close();
  });
  return `http://127.0.0.1:${http.address().port}`;
}

/** A session server on a port of its own. `options` replace parts of its host. */
export async function startServer(context, options = {}) {
  const logger = keepingLogger();
  const server = createSessionServer({
    authenticate: ({ headers }) => {
      const token = headers.get('authorization')?.replace('Bearer ', '');
      if (token === 'token-visitor') return 'forbidden';
      return Object.hasOwn(AGENTS, token) ? { agentId: AGENTS[token] } : undefined;
    },
    snapshot: (agentId) => ({ state: emptyState(agentId) }),
    execute: () => ({ ok: true }),
    log: createMemoryLog(),
    logger,
    ...options,
  });
  context.after(() => server.close());
  const url = await listen(context, toNodeListener(server.handle.bind(server)));
  return { server, url, logger };
}

export const get = (url, path, agentId = 'maren') => fetch(url + path, { headers: asAgent(agentId) });

export async function snapshotOf(url, agentId = 'maren') {
  return (await get(url, '/snapshot', agentId)).json();
}

export const send = (url, body, { key = crypto.randomUUID(), agentId = 'maren', headers } = {}) =>
  fetch(`${url}/commands`, {
    method: 'POST',
    headers: { ...asAgent(agentId), 'content-type': 'application/json', 'idempotency-key': key, ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  });

export const parkCommand = (sessionId = 's1') => ({ v: 1, type: 'session.park', sessionId });

/** Opens a stream at a position. */
export async function openStream(context, url, position, { agentId = 'maren', headers } = {}) {
  const controller = new AbortController();
  const response = await fetch(url.includes('/events') ? url : `${url}/events`, {
    signal: controller.signal,
    headers: {
      ...asAgent(agentId),
      ...(position && { 'last-event-id': `${position.epoch}:${position.seq}` }),
      ...headers,
    },
  });
  const stream = new EventReader(response, controller);
  context.after(() => stream.close());
  return stream;
}

/** Reads server-sent events one after the other. */
class EventReader {
  #text = '';
  #reader;
  #controller;

  constructor(response, controller) {
    this.response = response;
    this.#reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    this.#controller = controller;
  }

  /** The next event, or undefined where the stream ends. Rejects when nothing comes, or the connection breaks. */
  async next() {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end >= 0) {
        const event = eventOf(this.#text.slice(0, end));
        this.#text = this.#text.slice(end + 2);
        return event;
      }
      const { done, value } = await within(this.#reader.read(), 'a part of the stream');
      if (done) return undefined;
      this.#text += value;
    }
  }

  /** The next event of a kind; what comes before it is skipped. */
  async find(kind) {
    for (let event = await this.next(); event; event = await this.next()) if (event.event === kind) return event;
    throw new Error(`The stream ended without ${kind}`);
  }

  /** The data of the next facts. */
  async facts(count) {
    const facts = [];
    while (facts.length < count) facts.push((await this.find('fact')).data);
    return facts;
  }

  /** Every event until the stream ends. */
  async rest() {
    const events = [];
    for (let event = await this.next(); event; event = await this.next()) events.push(event);
    return events;
  }

  close() {
    this.#controller.abort();
  }
}

function eventOf(text) {
  const fields = Object.fromEntries(text.split('\n').map((line) => line.split(/: (.*)/s)));
  return { ...fields, ...(fields.data && { data: JSON.parse(fields.data) }) };
}

/** Fails aloud in place of hanging. */
export async function within(promise, what, ms = PATIENCE_MS) {
  let timer;
  const timeout = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Waited in vain for ${what}`)), ms);
  });
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
}
