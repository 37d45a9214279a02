import type { IncomingMessage } from 'node:http';

/** The way out, for whoever has put the server behind something that reads bodies. */
export const BODY_TAKEN =
  'The body of the request was read before it came to my-sessions, by a body parser in front of it. Mount my-sessions ' +
  'before the parser, or leave what was read on the request of Node, as rawBody (its bytes) or body. Fastify: a plugin ' +
  "with removeAllContentTypeParsers() and addContentTypeParser('*', (request, payload, done) => done(null)). Hono and " +
  'others that hand over a Request: one whose body nobody has read.';

/** Where parsers leave what they have read: its bytes, or what they made of it. */
interface Parsed {
  readonly rawBody?: unknown;
  readonly body?: unknown;
}

/**
 * The body of a request whose stream somebody has read, as it was sent; of JSON, as good as that. A file is its bytes and
 * nothing else. Undefined where that is gone.
 */
export function takenBody(incoming: IncomingMessage & Parsed): Uint8Array<ArrayBuffer> | string | undefined {
  const { rawBody, body, headers } = incoming;
  const left = [rawBody, body];
  const bytes = left.find((value) => value instanceof Uint8Array);
  if (bytes instanceof Uint8Array) return Uint8Array.from(bytes);
  if (headers['content-disposition'] !== undefined) return undefined;
  return left.find((value) => typeof value === 'string') ?? (body === undefined ? undefined : JSON.stringify(body));
}
