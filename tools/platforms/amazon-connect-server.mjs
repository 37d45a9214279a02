// Amazon Connect on a port of this machine: the page of its frame, the service that chats are written through, and what
// Contact Lens hears of calls, as a server of the host would hand it over.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'GET, POST, PUT',
};
const FILES = {
  '/frame': ['amazon-connect-frame.html', 'text/html'],
  '/frame.js': ['amazon-connect-frame.js', 'text/javascript'],
};

export class ConnectServer {
  #platform;
  #server;
  #sockets;

  constructor(platform) {
    this.#platform = platform;
  }

  /** Opens a port, any that is free without one. */
  async open(wanted = 0) {
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
    this.#sockets = new WebSocketServer({ server: this.#server });
    this.#sockets.on('connection', (socket, { url }) => {
      socket.path = url;
      if (url === '/frame') this.#join(socket);
    });
    await new Promise((resolve) => this.#server.listen(wanted, '127.0.0.1', resolve));
    this.port = this.#server.address().port;
    this.#platform.origin = `http://127.0.0.1:${this.port}`;
  }

  async close() {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Segments of a call, as `ListRealtimeContactAnalysisSegments` lists them. */
  hear(contactId, segments) {
    for (const socket of this.#sockets.clients)
      if (socket.path === '/lens') socket.send(JSON.stringify({ contactId, segments }));
  }

  #join(socket) {
    const post = (message) => socket.send(JSON.stringify(message));
    this.#platform.join(post);
    socket.on('message', (text) => this.#platform.receive(JSON.parse(text)));
    socket.on('close', () => this.#platform.leaveFrame(post));
  }

  async #serve(request, response) {
    const { pathname } = new URL(request.url, this.#platform.origin);
    const [file, type] = FILES[pathname] ?? [];
    if (file) {
      response.writeHead(200, { 'content-type': type });
      createReadStream(new URL(file, import.meta.url)).pipe(response);
      return;
    }
    const send = (status, body) => {
      response.writeHead(status, { ...CORS, 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    let text = '';
    for await (const piece of request) text += piece;
    if (request.method !== 'POST') return send(200, {});
    try {
      const action = pathname.replace('/participant/', '');
      send(200, this.#platform.participant(action, request.headers['x-amz-bearer'] ?? '', JSON.parse(text || '{}')));
    } catch (error) {
      send(403, { message: error.message, __type: 'AccessDeniedException' });
    }
  }
}
