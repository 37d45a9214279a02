import type { CommandReply } from '../core/commands/command.js';
import type { Position, WireFact } from '../core/wire/contract.js';
import { WIRE_VERSION } from '../core/wire/contract.js';
import { CommandLedger, digestOf } from './command-ledger.js';
import { EventStream } from './event-stream.js';
import { GuardedLog } from './guarded-log.js';
import { HostCalls, HostFailure, kindOf } from './host-calls.js';
import { Host } from './host.js';
import type { Limits } from './limits.js';
import { LONGEST_TIMER_MS, checkLimit, limitsOf } from './limits.js';
import { observed } from './observed.js';
import { OpenStreams } from './open-streams.js';
import type { SessionServer, SessionServerOptions } from './options.js';
import { Problem, answer, answerProblem, answerStream, problemOf, unsupportedVersion } from './problem.js';
import { Publication } from './publication.js';
import { credentialsOf, keyOf, readerPosition, typingOf, wishOf } from './read-request.js';
import { Reads } from './reads.js';
import { BODY_TAKEN } from './taken-body.js';
import { TypingRate } from './typing-rate.js';
import { Uploads } from './uploads.js';
import type { Visit } from './visits.js';
import { Visits } from './visits.js';
import { withinMs } from './within-ms.js';

const ROUTES: ReadonlyMap<string, string> = new Map([
  ['/snapshot', 'GET'],
  ['/events', 'GET'],
  ['/history', 'GET'],
  ['/session', 'GET'],
  ['/work-items', 'GET'],
  ['/commands', 'POST'],
  ['/typing', 'POST'],
  ['/files', 'POST'],
]);

const GRANTED = { v: WIRE_VERSION, ok: true };

/** One request of an agent who is signed in. */
interface Asked {
  readonly request: Request;
  readonly query: URLSearchParams;
  readonly agentId: string;
  readonly visit: Visit;
}

/**
 * Makes a server of the contract `my-sessions/1` over a host's backend. It belongs to no framework: `handle` takes a
 * `Request` and answers a `Response`; `toNodeListener` mounts it on `node:http`. Throws a RangeError that names a limit
 * which is none.
 */
export const createSessionServer = (options: SessionServerOptions): SessionServer => new Server(options);

class Server implements SessionServer {
  readonly #base: string;
  readonly #limits: Limits;
  readonly #heartbeatMs: number;
  readonly #calls: HostCalls;
  readonly #host: Host;
  readonly #log: GuardedLog;
  readonly #ledger: CommandLedger;
  readonly #publication: Publication;
  readonly #reads: Reads;
  readonly #streams: OpenStreams;
  readonly #visits = new Visits();
  readonly #typing: TypingRate;
  readonly #uploads: Uploads;
  #isClosing = false;
  #hasToldOfBodies = false;

  constructor(options: SessionServerOptions) {
    const { base = '', limits, heartbeatMs = 15_000, clock, logger, log } = options;
    checkLimit('heartbeatMs', heartbeatMs, LONGEST_TIMER_MS);
    this.#base = base.replace(/\/+$/, '');
    this.#limits = limitsOf(limits);
    this.#heartbeatMs = heartbeatMs;
    this.#calls = new HostCalls({ clock, logger });
    this.#host = new Host(options, this.#calls, this.#limits);
    this.#log = new GuardedLog(log, this.#calls, this.#limits);
    this.#ledger = new CommandLedger(this.#limits);
    this.#streams = new OpenStreams(this.#limits);
    const parts = { host: this.#host, log: this.#log, calls: this.#calls, limits: this.#limits };
    this.#publication = new Publication(parts);
    this.#reads = new Reads(parts);
    this.#typing = new TypingRate(this.#limits);
    this.#uploads = new Uploads(this.#limits);
  }

  async handle(request: Request): Promise<Response> {
    try {
      return await this.#visits.run((visit) => this.#route(request, visit));
    } catch (error) {
      return answerProblem(this.#problemOf(error));
    }
  }

  publish(agentId: string, facts: readonly WireFact[], key?: string): Promise<Position> {
    return this.#publication.facts(agentId, facts, key);
  }

  reset(agentId: string): Promise<Position> {
    return this.#publication.mark(agentId);
  }

  disconnect(agentId: string): Promise<void> {
    this.#visits.revoke(agentId);
    this.#streams.end(agentId);
    return observed(this.#publication.mark(agentId).then(() => undefined));
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    this.#streams.endAll();
    await withinMs(this.#limits.closeMs, this.#visits.ended());
    // Whoever has not taken what was sent by now would keep the process from ending.
    await withinMs(this.#limits.closeMs, this.#streams.emptied());
    this.#streams.cutOffAll();
    this.#calls.close();
  }

  #problemOf(error: unknown): Problem {
    if (isA(Problem, error)) return error;
    // The log has heard of what the host did.
    if (!isA(HostFailure, error)) this.#calls.logger.error(`A request failed: ${kindOf(error)}`);
    return this.#isClosing ? closing() : unavailable();
  }

  /** Nothing that a client could do, or try again: whoever mounts this is told, once. */
  #bodyTaken(): Problem {
    if (!this.#hasToldOfBodies) this.#calls.logger.error(BODY_TAKEN);
    this.#hasToldOfBodies = true;
    return new Problem('malformed', { detail: BODY_TAKEN });
  }

  async #route(request: Request, visit: Visit): Promise<Response> {
    const { pathname, searchParams: query } = new URL(request.url);
    const path = pathname.startsWith(this.#base) ? pathname.slice(this.#base.length) : '';
    const method = ROUTES.get(path);
    if (method === undefined) throw new Problem('not-found');
    if (request.method !== method) throw new Problem('method-not-allowed', {}, { allow: method });
    if (this.#isClosing) throw closing();
    const agentId = await this.#agentOf(request, query);
    if ((query.get('v') ?? String(WIRE_VERSION)) !== String(WIRE_VERSION)) throw unsupportedVersion();
    if (request.bodyUsed) throw this.#bodyTaken();
    const asked = { request, query, agentId, visit };
    switch (path) {
      case '/snapshot':
        return this.#answer(asked, await this.#reads.snapshot(agentId));
      case '/events':
        return answerStream((await this.#open(asked)).body);
      case '/history':
        return this.#answer(asked, await this.#reads.history(agentId, query));
      case '/session':
        return this.#answer(asked, await this.#reads.session(agentId, query));
      case '/work-items':
        return this.#answer(asked, await this.#reads.openItems(agentId, query));
      case '/typing':
        return answer(await this.#note(asked));
      case '/files':
        return this.#answer(asked, await this.#take(asked));
      default:
        return answer(await this.#execute(asked));
    }
  }

  async #agentOf(request: Request, query: URLSearchParams): Promise<string> {
    const caller = await this.#host.authenticate(request);
    if (!caller) throw new Problem('signed-out', {}, { 'www-authenticate': 'Bearer' });
    if (caller === 'forbidden') throw new Problem('not-an-agent');
    this.#streams.meet(credentialsOf(request), caller.agentId);
    const meant = query.get('agent');
    if (meant !== null && meant !== caller.agentId) throw new Problem('foreign-agent');
    return caller.agentId;
  }

  /** What was asked for before the agent was disconnected has to be asked for again. */
  #answer({ agentId, visit }: Asked, body: string): Response {
    if (visit.isRevoked(agentId)) throw unavailable();
    return answer(body);
  }

  async #open({ request, query, agentId, visit }: Asked): Promise<EventStream> {
    const position = readerPosition(request, query);
    const stream = await this.#streams.open({
      agentId,
      credentials: credentialsOf(request),
      isStill: async () => {
        const caller = await this.#host.authenticate(request);
        return typeof caller === 'object' && caller.agentId === agentId;
      },
      open: (onEnd) =>
        EventStream.open({
          ...{ log: this.#log, agentId, position, heartbeatMs: this.#heartbeatMs },
          ...{ limits: this.#limits, clock: this.#calls.clock },
          onEnd: (reason) => {
            onEnd();
            if (reason) this.#calls.logger.warn(`A stream was ended: ${reason}`, { agentId });
          },
        }),
    });
    if (this.#isClosing || visit.isRevoked(agentId)) stream.end();
    return stream;
  }

  /** Nobody tries it again, so the answer does not wait for the host, and the log alone hears of a failure. */
  async #note({ request, agentId, visit }: Asked): Promise<string> {
    if (!this.#host.hasTyping) throw new Problem('not-found');
    if (!this.#typing.take(agentId, performance.now())) throw new Problem('too-many', {}, { 'retry-after': '10' });
    const { bodyBytes, hostMs } = this.#limits;
    const note = await typingOf(request, { bytes: bodyBytes, ms: hostMs });
    if (visit.isRevoked(agentId)) throw unavailable();
    this.#host.typing(agentId, note).catch(() => undefined);
    return JSON.stringify(GRANTED);
  }

  async #take({ request, query, agentId }: Asked): Promise<string> {
    if (!this.#host.hasFiles) throw new Problem('not-found');
    const attachmentId = await this.#uploads.take(agentId, request, query.get('session') ?? '', (file) =>
      this.#host.storeFile(agentId, file),
    );
    return JSON.stringify({ ...GRANTED, attachmentId });
  }

  async #execute({ request, agentId, visit }: Asked): Promise<string> {
    const { bodyBytes, hostMs } = this.#limits;
    const wish = await wishOf(request, { bytes: bodyBytes, ms: hostMs });
    const key = keyOf(request);
    const digest = await digestOf(wish);
    // The body may have taken its time.
    if (this.#isClosing) throw closing();
    if (visit.isRevoked(agentId)) throw unavailable();
    const command = { ...wish, commandId: key };
    const reply = this.#ledger.run({ agentId, key, wish: digest, now: performance.now() }, (onLate) =>
      this.#host.execute(agentId, command, onLate),
    );
    if (reply === 'other-wish') throw new Problem('key-reused');
    if (reply === 'too-many') throw new Problem('too-many', {}, { 'retry-after': '1' });
    const outcome: CommandReply = await reply;
    if (!outcome.ok) throw problemOf(outcome.failure, outcome.message);
    return JSON.stringify(GRANTED);
  }
}

/** A request of a foreign make may throw what throws again when it is looked at. */
function isA<T>(kind: new (...args: never[]) => T, error: unknown): error is T {
  try {
    return error instanceof kind;
  } catch {
    return false;
  }
}

const unavailable = (): Problem => new Problem('unavailable', {}, { 'retry-after': '1' });
const closing = (): Problem => new Problem('closing', {}, { 'retry-after': '1' });
