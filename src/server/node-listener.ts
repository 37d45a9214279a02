import type { IncomingMessage, ServerResponse } from 'node:http';
import { Problem, answerProblem } from './problem.js';
import { takenBody } from './taken-body.js';
import { Turns } from './turns.js';

/** A handler of the web platform's kind, such as `SessionServer.handle`. */
export type Handle = (request: Request) => Promise<Response>;

/**
 * Mounts a handler on `node:http`, or in a framework whose requests and responses are Node's (Express, Connect,
 * Fastify's `raw`). A body that a parser in front of it has read already is taken from `rawBody` or `body` of the request,
 * where parsers leave it; where it is in neither, the handler gets a request whose body is used, as in other frameworks. The
 * body of a response is written as fast as its reader takes it. Of many requests in one moment fifty are begun at a time,
 * so that those under way go on. Whatever goes wrong ends the one request, never the process. A path that would be read as another than it was written (dot segments, also encoded,
 * backslashes) is answered with 404.
 */
export function toNodeListener(handle: Handle): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  const turns = new Turns();
  return (incoming, outgoing) => {
    // A connection that breaks is not news to anybody here; without a listener it would end the process.
    outgoing.on('error', () => undefined);
    incoming.on('error', () => undefined);
    turns.take(() => {
      respond(handle, incoming, outgoing).catch(() => outgoing.destroy());
    });
  };
}

async function respond(handle: Handle, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const response = await responseTo(handle, incoming);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  if (response.body) await pour(response.body, outgoing);
  else outgoing.end();
}

async function responseTo(handle: Handle, incoming: IncomingMessage): Promise<Response> {
  let request: Request;
  try {
    request = requestOf(incoming);
  } catch (error) {
    return answerProblem(error instanceof Problem ? error : new Problem('malformed'));
  }
  try {
    return await handle(request);
  } catch {
    return answerProblem(new Problem('unavailable', {}, { 'retry-after': '1' }));
  }
}

/** Frameworks that mount a listener below a path leave the whole of it in `originalUrl`. Throws what cannot be read. */
function requestOf(incoming: IncomingMessage & { readonly originalUrl?: string }): Request {
  const { method = 'GET', headers, url = '/', originalUrl = url } = incoming;
  const target = `${originalUrl.startsWith('/') ? '' : '/'}${originalUrl}`;
  // Host is what the sender says it is; nothing here depends on it.
  const address = `http://localhost${target}`;
  // Whoever guards paths in front of this server has read it as it was written.
  if (new URL(address).pathname !== /^[^?#]*/.exec(target)?.[0]) throw new Problem('not-found');
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const isTaken = hasBody && incoming.readableDidRead;
  const taken = isTaken ? takenBody(incoming) : undefined;
  const request = new Request(address, {
    method,
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      [value ?? []].flat().map((part) => [name, part]),
    ),
    ...(hasBody ? { body: isTaken ? (taken ?? '') : bodyOf(incoming), duplex: 'half' } : {}),
  });
  if (isTaken && taken === undefined) void request.text();
  return request;
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
