import { createServer, request as ask } from 'node:http';

const LOGIN_PAGE =
  '<!doctype html><title>Sign in</title><form action="/login" method="post"><input name="user"></form>';
const API = /^\/api\//;

/** What the proxy answers by itself, in place of the backend. */
const ANSWERS = {
  502: { status: 502, type: 'text/html', body: '<h1>502 Bad Gateway</h1>' },
  503: { status: 503, type: 'text/html', body: '<h1>503 Service Unavailable</h1>' },
  429: { status: 429, type: 'application/problem+json', body: '{"title":"later","status":429}', retryAfter: '1' },
  204: { status: 204 },
  login: { status: 200, type: 'text/html', body: LOGIN_PAGE },
};

/**
 * Stands between browser and backend, and is what goes wrong between them. Serves the page too, so that both have one
 * origin; only the API is ever harmed. Chance comes from the seeded source it is given.
 */
export class ChaosProxy {
  /** Every request to the API: `{ at, method, url, referer }`. */
  requests = [];
  #random;
  #upstream;
  #page;
  #server;
  #sockets = new Set();
  #streams = new Set();
  #fault;
  #loss = { request: 0, reply: 0 };
  #slices = false;
  #awaited = new Set();

  /** `upstream` tells the port of the backend, `page` answers what is not the API. */
  constructor({ random, upstream, page }) {
    this.#random = random;
    this.#upstream = upstream;
    this.#page = page;
  }

  async start() {
    this.#server = createServer((request, response) => {
      if (API.test(request.url)) this.#pass(request, response);
      else this.#page(request, response);
    });
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    this.#server.keepAliveTimeout = 60_000;
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this.#server.address().port;
  }

  async stop() {
    if (!this.#server) return;
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Streams that are open to the browser right now, with the page each belongs to. */
  get streams() {
    return [...this.#streams].map(({ referer }) => referer);
  }

  /** Resolves with the page of a stream that is open, or is opened later, as soon as `matches` accepts one. */
  streamOf(matches) {
    const open = this.streams.find(matches);
    if (open !== undefined) return Promise.resolve(open);
    return new Promise((resolve) => this.#awaited.add({ matches, resolve }));
  }

  /** Resets every stream that is open. Answers how many. */
  cut() {
    const open = [...this.#streams];
    for (const stream of open) stream.response.socket?.resetAndDestroy();
    return open.length;
  }

  /**
   * Until `heal`: `refuse` resets what comes, `black-hole` takes it and never answers (and lets nothing more of open
   * streams through), `truncate` sends half of a body and resets, and a key of ANSWERS answers with that.
   */
  harm(fault) {
    this.#fault = fault;
    if (fault !== 'black-hole') this.cut();
  }

  /** Ends a fault. What fell into a black hole stays there: its connections are reset. */
  heal() {
    const wasHole = this.#fault === 'black-hole';
    this.#fault = undefined;
    if (wasHole) for (const stream of this.#streams) if (stream.isHeld) stream.response.socket?.resetAndDestroy();
  }

  /** Cuts what goes through into small pieces of any size, or stops doing so. */
  slice(isOn) {
    this.#slices = isOn;
  }

  /** Loses this share of the commands on their way there, and of their replies on the way back. */
  lose(loss) {
    this.#loss = { request: 0, reply: 0, ...loss };
  }

  /** Takes the next event out of every stream that is open, as a faulty middlebox would. */
  dropEvent() {
    for (const stream of this.#streams) stream.drops += 1;
  }

  #pass(request, response) {
    const { method, url, headers } = request;
    this.requests.push({
      at: performance.now(),
      method,
      url,
      referer: headers.referer ?? '',
      key: headers['idempotency-key'],
    });
    response.on('error', () => undefined);
    const isCommand = method === 'POST';
    if (this.#fault === 'refuse' || (isCommand && this.#random.chance(this.#loss.request)))
      return request.socket.resetAndDestroy();
    if (this.#fault === 'black-hole') return;
    const answer = ANSWERS[this.#fault];
    if (answer) return send(response, answer);
    this.#forward(request, response, isCommand && this.#random.chance(this.#loss.reply));
  }

  #forward(request, response, isReplyLost) {
    const { method, url, headers } = request;
    const onward = ask({ host: '127.0.0.1', port: this.#upstream(), method, path: url, headers, agent: false });
    onward.on('error', () => response.socket?.resetAndDestroy());
    onward.on('response', (answer) => {
      answer.on('error', () => response.socket?.resetAndDestroy());
      if (isReplyLost) {
        answer.resume();
        return response.socket?.resetAndDestroy();
      }
      const isStream = /event-stream/.test(answer.headers['content-type'] ?? '');
      response.writeHead(answer.statusCode, answer.headers);
      response.flushHeaders();
      if (isStream) this.#stream(request, response, answer);
      else this.#body(response, answer);
    });
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }

  #body(response, answer) {
    const isTruncated = this.#fault === 'truncate';
    answer.on('data', (chunk) => {
      if (!isTruncated) return response.write(chunk);
      response.write(chunk.subarray(0, chunk.length >> 1), () => response.socket?.resetAndDestroy());
    });
    answer.on('end', () => isTruncated || response.end());
    answer.on('aborted', () => response.socket?.resetAndDestroy());
  }

  #stream(request, response, answer) {
    const stream = { response, referer: request.headers.referer ?? '', isHeld: false, drops: 0 };
    this.#streams.add(stream);
    for (const one of this.#awaited)
      if (one.matches(stream.referer) && this.#awaited.delete(one)) one.resolve(stream.referer);
    response.on('close', () => this.#streams.delete(stream));
    let rest = '';
    answer.setEncoding('utf8').on('data', (text) => {
      stream.isHeld ||= this.#fault === 'black-hole';
      if (stream.isHeld) return;
      const frames = (rest + text).split(/(?<=\n\n)/);
      rest = /\n\n$/.test(frames.at(-1)) ? '' : frames.pop();
      this.#write(response, frames.filter((frame) => !isDropped(stream, frame)).join(''));
    });
    answer.on('end', () => response.end());
    answer.on('aborted', () => response.socket?.resetAndDestroy());
  }

  #write(response, text) {
    if (!this.#slices) return void response.write(text);
    for (let at = 0; at < text.length;) {
      const end = at + 1 + this.#random.below(40);
      response.write(text.slice(at, end));
      at = end;
    }
  }
}

function send(response, { status, type, body, retryAfter }) {
  response.writeHead(status, {
    ...(type && { 'content-type': type }),
    ...(retryAfter && { 'retry-after': retryAfter }),
  });
  response.end(body);
}

function isDropped(stream, frame) {
  if (stream.drops === 0 || !/^event: fact/m.test(frame)) return false;
  stream.drops -= 1;
  return true;
}
