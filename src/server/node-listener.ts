import type { IncomingMessage, ServerResponse } from 'node:http';

/** A handler of the web platform's kind, such as `SessionServer.handle`. */
export type Handle = (request: Request) => Promise<Response>;

/**
 * Mounts a handler on `node:http`, or in a framework whose requests and responses are Node's (Express, Connect,
 * Fastify's `raw`). The body of a response is written as fast as its reader takes it.
 */
export function toNodeListener(handle: Handle): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  return (incoming, outgoing) => {
    void respond(handle, incoming, outgoing);
  };
}

async function respond(handle: Handle, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  // A connection that breaks is not news to anybody here; without a listener it would end the process.
  outgoing.on('error', () => undefined);
  incoming.on('error', () => undefined);
  let request: Request;
  try {
    request = requestOf(incoming);
  } catch {
    outgoing.writeHead(400, { 'content-type': 'application/problem+json' });
    outgoing.end('{"type":"urn:my-sessions:problem:malformed","title":"The request cannot be read.","status":400}');
    return;
  }
  const response = await handle(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  if (response.body) await pour(response.body, outgoing);
  else outgoing.end();
}

/** Frameworks that mount a listener below a path leave the whole of it in `originalUrl`. */
function requestOf(incoming: IncomingMessage & { readonly originalUrl?: string }): Request {
  const { method = 'GET', headers, url = '/', originalUrl = url } = incoming;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  // Host is what the sender says it is; nothing here depends on it.
  return new Request(`http://localhost${originalUrl.startsWith('/') ? '' : '/'}${originalUrl}`, {
    method,
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      [value ?? []].flat().map((part) => [name, part]),
    ),
    ...(hasBody ? { body: bodyOf(incoming), duplex: 'half' } : {}),
  });
}

function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = incoming[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

async function pour(body: ReadableStream<Uint8Array>, outgoing: ServerResponse): Promise<void> {
  const reader = body.getReader();
  let isClosed: boolean = outgoing.destroyed;
  // Whoever has gone by now will not be heard of again.
  if (outgoing.destroyed) await reader.cancel();
  let goOn: () => void = () => undefined;
  outgoing.on('drain', () => {
    goOn();
  });
  outgoing.on('close', () => {
    isClosed = true;
    goOn();
    void reader.cancel().catch(() => undefined);
  });
  // A body that is cut off ends the connection, also while it waits for a reader who takes nothing.
  reader.closed.catch(() => outgoing.destroy());
  try {
    for (let part = await reader.read(); !part.done && !isClosed; part = await reader.read())
      if (!outgoing.write(part.value)) await new Promise<void>((resolve) => (goOn = resolve));
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}
