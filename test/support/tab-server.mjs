// The real server on loopback, pages of tabs, and a hand on what happens between them.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { servePageScripts } from './page-scripts.mjs';
import { source } from './source.mjs';

const pageOf = (name) =>
  `<!doctype html><html lang="en"><link rel="icon" href="data:,"><script type="module" src="/${name}-page.js"></script>`;
/** Pages by the end of their address. */
const PAGES = { '/tab': pageOf('tab'), '/drafts': pageOf('draft'), '/notify': pageOf('notify') };
/** A tab in a frame whose origin is nobody's: it may keep and share nothing. */
const FRAMED = '<!doctype html><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="/tab"></iframe>';
const PATIENCE_MS = 15_000;

/**
 * What every server with a page stands on, made for the first one. A page is bundled by itself: with others, what they
 * share would be cut into many small files, which each tab asks for.
 */
const parts = new Map();
function partsOf(page) {
  if (!parts.has(page)) parts.set(page, Promise.all([servePageScripts(`${page}-page`), source('server/server.ts')]));
  return parts.get(page);
}

/**
 * Looks again and again until `condition` holds; answers how long that took. For what tabs know: they are other
 * processes, of which some hang or are frozen, and none can call this one.
 */
export async function until(what, condition, ms = PATIENCE_MS) {
  const start = performance.now();
  for (;;) {
    if (await condition()) return performance.now() - start;
    if (performance.now() - start > ms) throw new Error(`Never: ${what}`);
    await pause(10);
  }
}

/** A session; by itself its tags say the number of the last fact. */
export const sessionWith = (tags, more = {}) => ({
  id: 's1',
  serviceId: 'support',
  modality: 'im',
  direction: 'inbound',
  state: 'active',
  since: Date.now(),
  times: {},
  participants: [],
  parameters: [],
  tags,
  unread: 0,
  isSelected: false,
  ...more,
});

/** A backend with one agent, whose one session's tags count what has happened. */
export class TabServer {
  /** Tabs whose streams are open, by the number in their address. */
  streams = [];
  requests = [];
  executions = [];
  number = 0;
  /** Answers a request in place of the backend when it returns true: `(request, response) => boolean`. */
  fault = () => false;
  /** Who is signed in. */
  agentId = 'maren';
  /** Names and contents of the files that have come. */
  files = [];
  /** What the agent has to work on. */
  sessions = () => [sessionWith([String(this.number)])];
  /** Lets a tab that asks for `/hang` go on. */
  letGo = () => undefined;
  #sessions;
  #http;
  #replies = new Map();

  /** Starts one that has a page: `tab`, `draft` or `notify`. */
  static async start(page) {
    const server = new TabServer();
    await server.#start(page);
    return server;
  }

  async #start(page) {
    const [serveScript, { createMemoryLog, createSessionServer, toNodeListener }] = await partsOf(page);
    this.#sessions = createSessionServer({
      log: createMemoryLog(),
      base: '/api',
      authenticate: () => ({ agentId: this.agentId }),
      snapshot: (agentId) => ({
        state: {
          agentId,
          configuration: { version: 1, tenant: { name: 'Somewhere' } },
          presences: [],
          usages: [],
          sessions: this.sessions(),
          transcripts: [],
        },
      }),
      execute: (_, command) => this.#execute(command),
      storeFile: async (_, { name, body }) => {
        this.files.push({ name, text: await new Response(body).text() });
        return { ok: true, attachmentId: `file-${this.files.length}` };
      },
    });
    const api = toNodeListener((request) => this.#sessions.handle(request));
    this.#http = createServer((request, response) => this.#serve(request, response, { api, serveScript }));
    this.#http.listen(0, '127.0.0.1');
    await once(this.#http, 'listening');
    this.url = `http://127.0.0.1:${this.#http.address().port}`;
  }

  /** Something happens: the next number. */
  async happen() {
    this.number += 1;
    const tags = [String(this.number)];
    await this.#sessions.publish('maren', [{ type: 'tags.changed', sessionId: 's1', tags, at: Date.now() }]);
  }

  /** Tells the agent's pages. */
  publish(...facts) {
    return this.#sessions.publish(this.agentId, facts);
  }

  /** The streams of all pages break. */
  closeStreams() {
    this.#http.closeAllConnections();
  }

  async stop() {
    this.#http.closeAllConnections();
    this.#http.close();
    await this.#sessions.close();
  }

  #execute(command) {
    const known = this.#replies.get(command.commandId);
    if (known) return known;
    this.executions.push(command.commandId);
    this.#replies.set(command.commandId, { ok: true });
    return { ok: true };
  }

  #serve(request, response, { api, serveScript }) {
    const { pathname } = new URL(request.url, this.url);
    if (PAGES[pathname]) return response.writeHead(200, { 'content-type': 'text/html' }).end(PAGES[pathname]);
    if (pathname === '/framed') return response.writeHead(200, { 'content-type': 'text/html' }).end(FRAMED);
    if (pathname === '/ping') return response.writeHead(200).end('pong');
    if (pathname === '/hang') return void (this.letGo = () => response.writeHead(204).end());
    if (serveScript(request, response)) return undefined;
    if (!pathname.startsWith('/api/')) return response.writeHead(404).end();
    if (isFromNowhere(request, response)) return undefined;
    this.requests.push({ path: pathname, url: request.url, headers: request.headers });
    if (this.fault(request, response)) return undefined;
    if (pathname === '/api/events') this.#count(request, response);
    return api(request, response);
  }

  #count(request, response) {
    const number = Number(new URL(request.headers.referer ?? this.url).searchParams.get('tab'));
    this.streams.push(number);
    response.on('close', () => {
      this.streams.splice(this.streams.indexOf(number), 1);
    });
  }
}

/** Lets a page without an origin in. Answers whether it has only asked whether it may. */
function isFromNowhere({ headers, method }, response) {
  if (headers.origin !== 'null') return false;
  response.setHeader('access-control-allow-origin', 'null');
  if (method !== 'OPTIONS') return false;
  response.writeHead(204, { 'access-control-allow-headers': headers['access-control-request-headers'] ?? '' }).end();
  return true;
}
