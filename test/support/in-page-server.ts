import { createMemoryLog } from '../../src/server/memory-log.js';
import { createGatewayServer } from '../../src/server/gateway-backend.js';
import type { GatewayServerOptions } from '../../src/server/gateway-backend.js';
import type { SessionServer } from '../../src/server/options.js';

/** What happens to one request on its way; see `faultyFetch`. */
export interface Passage {
  /** The request never arrives. */
  readonly isRequestLost?: boolean;
  /** It is carried out, and nobody hears the answer. */
  readonly isReplyLost?: boolean;
  /** Answered by something in between. */
  readonly answer?: Response;
}

/**
 * The real server, in the same page and without a network: a `fetch` that leads to it. Streams that the client breaks
 * off are broken off for the server as well.
 */
export function fetchOf(
  handle: SessionServer['handle'],
  passageOf: (request: Request) => Passage = () => ({}),
): typeof fetch {
  return async (input, init) => {
    // The page's own `Request` would resolve the redirect mode, which here is nobody's business.
    const request = withBody(new Request(input, { ...init, redirect: 'follow' }), init?.body);
    const { isRequestLost, isReplyLost, answer } = passageOf(request);
    if (answer) return answer;
    if (isRequestLost) throw new TypeError('Failed to fetch');
    const response = await handle(request);
    if (isReplyLost) throw new TypeError('Failed to fetch');
    return response.body ? new Response(brokenOffBy(request.signal, response.body), response) : response;
  };
}

/** The server reads requests as Node has them. Firefox's have no body that could be read piece by piece. */
function withBody(request: Request, body: BodyInit | null = null): Request {
  if ('body' in Request.prototype) return request;
  return Object.defineProperty(request, 'body', { value: body === null ? null : new Response(body).body });
}

function brokenOffBy(signal: AbortSignal, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    start(controller) {
      signal.addEventListener('abort', () => {
        reader.cancel().catch(() => undefined);
        controller.error(new DOMException('Aborted', 'AbortError'));
      });
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (signal.aborted) return;
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => reader.cancel(),
  });
}

/** A server for one agent, Maren, over a gateway that runs in the page. */
export const serverOver = (
  gateway: ReturnType<GatewayServerOptions['gatewayOf']>,
  log = createMemoryLog(),
  heartbeatMs = 200,
): SessionServer =>
  createGatewayServer({
    log,
    base: '/api',
    authenticate: () => ({ agentId: 'maren' }),
    gatewayOf: () => gateway,
    heartbeatMs,
  });
