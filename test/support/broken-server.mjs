// A backend that a host might have written: the contract by hand, in one file, on Node alone. Without a fault it keeps
// the contract; each fault breaks it the way real backends do, for the conformance suite to find.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

const AGENTS = { 'token-of-ada': 'ada', 'token-of-ben': 'ben' };
const COMMANDS = ['work-item.pick', 'session.transfer', 'presence.change', 'session.park', 'messages.mark-read'];
const isAimed = ({ targetServiceId, targetUserId, targetNumber }) =>
  [targetServiceId, targetUserId, targetNumber].filter((target) => target !== undefined).length === 1 &&
  /^\+[1-9]\d{6,14}$/.test(targetNumber ?? '+4721550100');
const WINDOW = 12;
const LARGEST = 64 * 1024;
const LARGEST_FILE = 300 * 1024;
const TOO_LONG = 'x'.repeat(17 * 1024 * 1024);
const HEARTBEAT_MS = 120;
const LATE_HEARTBEAT_MS = 1300;

/** Starts it on a port of its own. `wipe` and `close` are for the test; `url` is what the suite is given. */
export async function startBrokenServer(...faults) {
  const backend = new Backend(new Set(faults));
  const server = createServer((request, response) => void backend.serve(request, response));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/api`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

class Refusal extends Error {
  constructor(status, title, type = 'about:blank') {
    super(title);
    this.status = status;
    this.type = type;
  }
}

class Backend {
  #faults;
  #epoch = randomUUID();
  #agents = new Map();
  #replies = new Map();

  constructor(faults) {
    this.#faults = faults;
  }

  async serve(request, response) {
    const url = new URL(request.url, 'http://localhost');
    try {
      if (url.pathname === '/api/wipe') return this.#wipe(response);
      const agent = this.#agentOf(request, url);
      const route = `${request.method} ${url.pathname}`;
      if (route === 'GET /api/snapshot') return await this.#snapshot(agent, request, response);
      if (route === 'GET /api/events') return await this.#events(agent, request, response);
      if (route === 'POST /api/commands') return await this.#command(agent, request, response);
      if (route === 'GET /api/history') return this.#history(agent, url.searchParams, response);
      if (route === 'GET /api/session') return this.#session(agent, url.searchParams, response);
      if (route === 'GET /api/work-items' && !this.#has('work-items-not-served'))
        return this.#workItems(url.searchParams, response);
      if (route === 'POST /api/typing') return await this.#typing(request, response);
      if (route === 'POST /api/files') return await this.#file(agent, url.searchParams, request, response);
      if (route === 'GET /api/kept/photo.svg') return this.#kept(response);
      throw new Refusal(404, 'no such route');
    } catch (error) {
      this.#refuse(error, response);
    }
  }

  #has(fault) {
    return this.#faults.has(fault);
  }

  #agentOf({ headers }, url) {
    const inUrl = this.#has('token-in-url') && url.searchParams.get('access_token');
    const token = headers.authorization?.replace('Bearer ', '') ?? (inUrl || undefined);
    const own = token && (AGENTS[token] ?? (this.#has('any-token') ? 'ada' : undefined));
    if (own === undefined) throw new Refusal(401, 'sign in');
    const id = this.#has('one-agent-for-all') ? 'ada' : own;
    const meant = url.searchParams.get('agent') ?? id;
    if (meant !== id && !this.#has('foreign-agent-ignored')) throw new Refusal(403, 'another agent');
    if ((url.searchParams.get('v') ?? '1') !== '1' && !this.#has('version-in-url-ignored'))
      throw new Refusal(400, 'version');
    if (!this.#agents.has(id)) this.#agents.set(id, newAgent(id));
    return this.#agents.get(id);
  }

  async #snapshot(agent, request, response) {
    const late = this.#has('position-after-data');
    const seq = agent.head;
    const state = JSON.parse(JSON.stringify(stateOf(agent, `http://${request.headers.host}/api/kept/photo.svg`)));
    if (this.#has('agent-by-another-name')) state.agentId = `${agent.id}@example.com`;
    if (this.#has('session-incomplete')) delete state.sessions[0].serviceId;
    // As long as a database takes for the position.
    if (late) await later(15);
    const body = { v: 1, epoch: this.#epoch, seq: late ? agent.head : seq, serverTime: Date.now(), state };
    const type = this.#has('snapshot-without-type') ? 'text/plain' : 'application/json';
    const cache = this.#has('snapshot-cached') ? 'max-age=60' : 'no-store';
    response.writeHead(200, { 'content-type': type, 'cache-control': cache }).end(JSON.stringify(body));
  }

  async #events(agent, request, response) {
    const position = request.headers['last-event-id'] ?? '';
    const [epoch, digits] = position.split(':');
    const type = this.#has('events-without-type') ? 'text/plain' : 'text/event-stream';
    const write = this.#writer(request, response, type);
    const seq = Number(digits);
    if (!/^[\w-]+:\d+$/.test(position) || !this.#reaches(agent, epoch, seq)) {
      write('reset', undefined, { v: 1, reason: 'position unknown' });
      if (!this.#has('open-after-reset')) response.end();
      return;
    }
    const tell = (event) => write('fact', `${event.epoch}:${event.seq}`, event);
    if (!this.#has('no-first-heartbeat')) this.#beat(agent, write);
    const past = agent.log.filter((event) => (this.#has('resume-inclusive') ? event.seq >= seq : event.seq > seq));
    past.forEach(tell);
    // As long as a query takes: what happens meanwhile is neither in its result nor listened to yet.
    if (this.#has('gap-at-hand-over') && past.length > 0) await later(60);
    if (response.destroyed) return;
    agent.listeners.add(tell);
    const pause = this.#has('no-first-heartbeat') ? LATE_HEARTBEAT_MS : HEARTBEAT_MS;
    const beat = setInterval(() => this.#beat(agent, write), pause);
    response.on('close', () => {
      clearInterval(beat);
      agent.listeners.delete(tell);
    });
  }

  #beat(agent, write) {
    if (this.#has('no-heartbeat')) return;
    const heartbeat = { v: 1, epoch: this.#epoch, head: agent.head, ts: Date.now() };
    if (this.#has('heartbeat-without-head')) delete heartbeat.head;
    if (this.#has('heartbeat-head-stuck')) heartbeat.head = 0;
    write('heartbeat', undefined, heartbeat);
  }

  #reaches(agent, epoch, seq) {
    if (epoch !== this.#epoch) return this.#has('any-epoch');
    if (seq > agent.head) return this.#has('future-accepted');
    return this.#has('no-reset-out-of-window') || seq >= (agent.log[0]?.prev ?? agent.head);
  }

  #writer(request, response, type) {
    const zipped = this.#has('gzip-buffered') && /gzip/.test(request.headers['accept-encoding'] ?? '');
    response.writeHead(200, {
      'content-type': type,
      'cache-control': 'no-store',
      ...(zipped && { 'content-encoding': 'gzip' }),
    });
    response.flushHeaders();
    const held = [];
    return (event, id, data) => {
      const text = `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;
      // Compressors hold back until a block is full.
      if (zipped) held.push(text);
      else response.write(text);
      if (held.join('').length > LARGEST) response.write(gzipSync(held.splice(0).join('')));
    };
  }

  async #command(agent, request, response) {
    const key = request.headers['idempotency-key'];
    const isJson = /^application\/json\b/.test(request.headers['content-type'] ?? '');
    if (!isJson && !this.#has('forms-accepted')) throw new Refusal(415, 'send JSON');
    if (!key && !this.#has('key-optional')) throw new Refusal(400, 'no key');
    const text = await textOf(request, this.#has('no-size-limit') ? Infinity : LARGEST);
    const command = this.#commandFrom(text);
    const known = this.#replies.get(key);
    if (known && !this.#has('idempotency-ignored')) {
      if (known.text !== text && !this.#has('key-reuse-accepted')) throw new Refusal(422, 'key used before');
      return this.#reply(await known.status, response);
    }
    const status = this.#execute(agent, command, key);
    this.#replies.set(key, { text, status });
    return this.#reply(await status, response);
  }

  #commandFrom(text) {
    let command;
    try {
      command = JSON.parse(text);
    } catch (error) {
      throw new Refusal(400, this.#has('stack-leaked') ? error.stack : 'not JSON');
    }
    if (command?.v !== 1 && !(this.#has('any-version') && command?.type)) throw new Refusal(400, 'unknown version');
    if (!COMMANDS.includes(command.type)) {
      if (this.#has('unknown-type-ignored') && typeof command.type === 'string') return { type: 'nothing' };
      throw new Refusal(400, 'unknown command');
    }
    if (command.type === 'session.transfer' && !this.#has('transfer-to-nowhere') && !isAimed(command))
      throw new Refusal(400, 'no target');
    if (command.type === 'session.park' && typeof command.sessionId !== 'string') throw new Refusal(400, 'no session');
    return command;
  }

  async #execute(agent, command, key) {
    if (command.type === 'session.transfer') return 404;
    if (command.type === 'work-item.pick') return this.#has('pick-of-nothing-ok') ? 200 : 404;
    if (command.type === 'session.park') return this.#has('unknown-session-ok') ? 200 : 404;
    if (command.type === 'nothing') return 200;
    await later(5);
    if (command.type === 'messages.mark-read') {
      const { sessionId } = command;
      if (!this.#has('read-stays-unread')) agent.unread = 0;
      this.#append(agent, { type: 'messages.read', sessionId, causedBy: key, data: { unread: 0 } });
      return 200;
    }
    agent.presence = command.presence;
    const until = this.#has('until-as-text') ? { until: '10:42' } : {};
    const data = { userId: agent.id, presence: command.presence, ...until };
    this.#append(agent, { type: 'presence.changed', ...(this.#has('no-cause') ? {} : { causedBy: key }), data });
    return 200;
  }

  #reply(status, response) {
    if (status !== 200) throw new Refusal(status, 'no such session');
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"v":1,"ok":true}');
  }

  #append(agent, fact) {
    const prev = agent.head;
    agent.count += 1;
    agent.head = this.#has('seq-reused') && agent.count % 2 === 0 ? prev : prev + 3;
    const event = { v: 1, epoch: this.#epoch, seq: agent.head, prev, ts: Date.now(), ...fact };
    if (this.#has('wrong-prev')) event.prev = event.seq - 1;
    if (this.#has('event-without-time')) delete event.ts;
    if (this.#has('fact-incomplete')) event.data = {};
    // One is enough, and 17 MB of each would take long.
    if (this.#has('event-too-long') && agent.count === 2) event.data = { ...event.data, padding: TOO_LONG };
    agent.log.push({ ...event });
    if (agent.log.length > WINDOW) agent.log.shift();
    for (const listener of agent.listeners) listener(event);
  }

  /** Two sessions of either agent are over; see `#history`. */
  #session(agent, query, response) {
    const id = query.get('id') ?? '';
    const owner = /^past-of-(\w+)-\d$/.exec(id)?.[1];
    if (owner !== agent.id && !(owner && this.#has('session-of-anybody'))) {
      if (owner === undefined && this.#has('session-unknown-is-empty'))
        return this.#json(response, { v: 1, session: null });
      throw new Refusal(404, 'no such session', 'urn:my-sessions:problem:unknown-session');
    }
    const past = session(this.#has('session-of-another-id') ? `${id}0` : id, 'ended', 1.7e12);
    if (this.#has('session-goes-on')) past.state = 'active';
    if (this.#has('session-without-service')) delete past.serviceId;
    const line = { id: 'l1', speaker: { id: 'c', role: 'customer' }, text: 'Hello', isFinal: true, offsetMs: 0 };
    return this.#json(response, {
      v: 1,
      session: past,
      segments: this.#has('session-segments-named') ? { line } : [line],
    });
  }

  async #typing(request, response) {
    if (this.#has('typing-says-nothing')) return response.writeHead(204).end();
    const isJson = /^application\/json\b/.test(request.headers['content-type'] ?? '');
    if (!isJson && !this.#has('typing-by-forms')) throw new Refusal(415, 'send JSON');
    const { v, sessionId, isTyping } = JSON.parse(await textOf(request, LARGEST));
    const isReadable = v === 1 && typeof sessionId === 'string' && typeof isTyping === 'boolean';
    if (!isReadable && !this.#has('typing-unread')) throw new Refusal(400, 'no note');
    return this.#json(response, { v: 1, ok: true });
  }

  async #file(agent, query, request, response) {
    const { headers } = request;
    const name = /^attachment; filename\*=UTF-8''(.+)$/.exec(headers['content-disposition'] ?? '')?.[1];
    if (name === undefined && !this.#has('file-by-forms')) throw new Refusal(400, 'no name');
    if (query.get('session') !== `desk-of-${agent.id}` && !this.#has('file-for-any-session'))
      throw new Refusal(404, 'no such session', 'urn:my-sessions:problem:unknown-session');
    const isPicture = headers['x-media-type'] === 'image/png';
    if (!isPicture && !this.#has('any-file-type')) throw new Refusal(415, 'pictures only');
    const isSaid = Number(headers['content-length'] ?? 0) > LARGEST_FILE;
    if (isSaid) throw new Refusal(413, 'too large');
    await textOf(request, this.#has('file-limit-as-said') ? Infinity : LARGEST_FILE);
    agent.files = this.#has('file-same-id') ? 1 : (agent.files ?? 0) + 1;
    return this.#json(response, {
      v: 1,
      ok: true,
      ...(this.#has('file-without-id') ? {} : { attachmentId: `file-${agent.files}` }),
    });
  }

  #kept(response) {
    const csp = this.#has('file-with-scripts') ? 'sandbox allow-scripts' : "default-src 'none'; sandbox";
    response.writeHead(200, {
      'content-type': 'image/svg+xml',
      'content-disposition': this.#has('file-shown') ? 'inline' : 'attachment; filename="photo.svg"',
      ...(this.#has('file-guessed') ? {} : { 'x-content-type-options': 'nosniff' }),
      ...(this.#has('file-without-sandbox') ? {} : { 'content-security-policy': csp }),
    });
    response.end('<svg xmlns="http://www.w3.org/2000/svg"/>');
  }

  #json(response, body) {
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(body));
  }

  #history(agent, query, response) {
    const limit = Number(query.get('limit') ?? 10);
    if (!(limit >= 1)) throw new Refusal(400, 'limit');
    const from = Number(query.get('before') ?? 0);
    const past = Array.from({ length: 5 }, (_, index) =>
      session(`past-of-${agent.id}-${index}`, 'ended', 1.7e12 - index * 1000),
    );
    const order = this.#has('history-oldest-first') ? past.toReversed() : past;
    const end = this.#has('history-limit-ignored') ? 5 : from + limit;
    const next = this.#has('history-cursor-repeats') ? end - 1 : end;
    const body = { v: 1, sessions: order.slice(from, end), ...(end < 5 && { next: String(next) }) };
    this.#json(response, body);
  }

  #workItems(query, response) {
    const limit = Number(query.get('limit') ?? 10);
    if (!(limit >= 1) && !this.#has('work-items-any-limit')) throw new Refusal(400, 'limit');
    const from = Number(query.get('after') ?? 0);
    const waiting = Array.from({ length: 5 }, (_, index) => ({
      id: `waits-${index}`,
      ...(!this.#has('work-item-without-service') && { serviceId: 'cards' }),
      modality: 'email',
      since: this.#has('work-item-since-as-text') ? '10:42' : 1.7e12 + index * 1000,
    }));
    const order = this.#has('work-items-latest-first') ? waiting.toReversed() : waiting;
    const end = this.#has('work-items-limit-ignored') ? 5 : from + (limit >= 1 ? limit : 5);
    const next = this.#has('work-items-cursor-repeats') ? end - 1 : end;
    this.#json(response, { v: 1, items: order.slice(from, end), ...(end < 5 && { next: String(next) }) });
  }

  #wipe(response) {
    if (!this.#has('epoch-kept-after-wipe')) this.#epoch = randomUUID();
    for (const agent of this.#agents.values()) Object.assign(agent, { head: 0, log: [] });
    response.writeHead(204).end();
  }

  #refuse(error, response) {
    const status = error.status ?? 500;
    if (status === 401 && this.#has('html-on-401'))
      return response.writeHead(200, { 'content-type': 'text/html' }).end('<html><form>Sign in</form></html>');
    const type = this.#has('problems-as-json') ? 'application/json' : 'application/problem+json';
    const document = { type: error.type ?? 'about:blank', title: error.message, status };
    response.writeHead(status, { 'content-type': type, connection: 'close' }).end(JSON.stringify(document));
  }
}

const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const newAgent = (id) => ({ id, head: 0, count: 0, log: [], presence: 'offline', unread: 1, listeners: new Set() });

const stateOf = ({ id, presence, unread }, url) => ({
  agentId: id,
  configuration: { version: 1, tenant: { name: 'Somewhere' } },
  presences: [{ userId: id, presence, since: 1.7e12 }],
  usages: [],
  sessions: [
    session(`call-of-${id}`, 'active', 1.7e12),
    { ...session(`chat-of-${id}`, 'parked', 1.7e12), modality: 'im', unread },
    { ...session(`desk-of-${id}`, 'active', 1.7e12), modality: 'im', messaging: CHANNEL },
  ],
  transcripts: [
    {
      sessionId: `chat-of-${id}`,
      segments: [
        {
          id: 'm0',
          speaker: { id: 'c', role: 'customer' },
          text: '',
          isFinal: true,
          at: 1.7e12,
          attachments: sent(url),
        },
        { id: 'm1', speaker: { id: 'c', role: 'customer' }, text: 'Hello?', isFinal: true, at: 1.7e12 },
      ],
    },
  ],
});

const CHANNEL = { takesTyping: true, files: { types: ['image/png'], maxBytes: LARGEST_FILE } };

const sent = (url) => [{ id: 'a1', name: 'photo.svg', mediaType: 'image/svg+xml', url }];

const session = (id, state, at) => ({
  id,
  serviceId: 'cards',
  modality: 'audio-video',
  direction: 'inbound',
  state,
  since: at,
  times: { offered: at - 1000, ...(state === 'ended' && { ended: at }) },
  participants: [],
  parameters: [],
  unread: 0,
  tags: [],
  isSelected: false,
});

async function textOf(request, limit) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > limit) throw new Refusal(413, 'too large');
  }
  return text;
}
