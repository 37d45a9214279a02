import type { Clock } from '../core/ports/clock.js';
import { silentLogger } from '../core/ports/logger.js';
import type { CommandBody, HistoryBody, Position, SnapshotBody, WireFact } from '../core/wire/contract.js';
import { WIRE_VERSION } from '../core/wire/contract.js';
import { writeFact } from '../core/wire/write-envelope.js';
import { CommandLedger } from './command-ledger.js';
import { MARK } from './event-log.js';
import { EventStream } from './event-stream.js';
import type { Limits, SessionServer, SessionServerOptions } from './options.js';
import { DEFAULT_LIMITS } from './options.js';
import { Problem, answer, answerProblem, answerStream, problemOf, unsupportedVersion } from './problem.js';
import { keyOf, pageSize, readerPosition, wishOf } from './read-request.js';

const ROUTES: ReadonlyMap<string, string> = new Map([
  ['/snapshot', 'GET'],
  ['/events', 'GET'],
  ['/history', 'GET'],
  ['/commands', 'POST'],
]);

/**
 * Makes a server of the contract `my-sessions/1` over a host's backend. It belongs to no framework: `handle` takes a
 * `Request` and answers a `Response`; `toNodeListener` mounts it on `node:http`.
 */
export const createSessionServer = (options: SessionServerOptions): SessionServer => new Server(options);

class Server implements SessionServer {
  readonly #options: SessionServerOptions;
  readonly #base: string;
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #ledger: CommandLedger;
  readonly #streams = new Map<string, Set<EventStream>>();
  #isClosing = false;

  constructor(options: SessionServerOptions) {
    this.#options = options;
    this.#base = (options.base ?? '').replace(/\/+$/, '');
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#clock = options.clock ?? { now: () => Date.now() };
    this.#ledger = new CommandLedger(this.#limits);
  }

  async handle(request: Request): Promise<Response> {
    try {
      return await this.#route(request);
    } catch (error) {
      if (error instanceof Problem) return answerProblem(error);
      this.#report('A request failed', error);
      return answerProblem(new Problem('unavailable', {}, { 'retry-after': '1' }));
    }
  }

  async publish(agentId: string, facts: readonly WireFact[], key?: string): Promise<Position> {
    const lines = facts.map((fact) => JSON.stringify(writeFact(fact)));
    const tooLarge = lines.findIndex(({ length }) => length > this.#limits.eventLength);
    if (tooLarge >= 0)
      throw new RangeError(`The fact ${facts[tooLarge]?.type ?? ''} is larger than limits.eventLength.`);
    return this.#options.log.append(agentId, lines, key);
  }

  reset(agentId: string): Promise<Position> {
    return this.#options.log.append(agentId, [MARK]);
  }

  disconnect(agentId: string): void {
    for (const stream of this.#streams.get(agentId) ?? []) stream.end();
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    const streams = [...this.#streams.values()].flatMap((ofAgent) => [...ofAgent]);
    for (const stream of streams) stream.end();
    await withinMs(this.#limits.closeMs, Promise.allSettled(this.#ledger.underWay));
    // Whoever has not taken what was sent by now would keep the process from ending.
    if (this.#streams.size > 0)
      await withinMs(this.#limits.closeMs, new Promise((resolve) => (this.#onEmpty = resolve)));
    for (const stream of streams) stream.cutOff();
  }

  #onEmpty: (value?: unknown) => void = () => undefined;

  async #route(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const path = url.pathname.startsWith(this.#base) ? url.pathname.slice(this.#base.length) : '';
    const method = ROUTES.get(path);
    if (method === undefined) throw new Problem('not-found');
    if (request.method !== method) throw new Problem('method-not-allowed', {}, { allow: method });
    if (this.#isClosing) throw new Problem('closing', {}, { 'retry-after': '1' });
    const agentId = await this.#agentOf(request, url.searchParams);
    if ((url.searchParams.get('v') ?? String(WIRE_VERSION)) !== String(WIRE_VERSION)) throw unsupportedVersion();
    switch (path) {
      case '/snapshot':
        return answer(await this.#snapshot(agentId));
      case '/events':
        return answerStream((await this.#open(agentId, readerPosition(request, url.searchParams))).body);
      case '/history':
        return answer(await this.#history(agentId, url.searchParams));
      default:
        return answer(await this.#execute(agentId, request));
    }
  }

  async #agentOf(request: Request, query: URLSearchParams): Promise<string> {
    const caller = await this.#options.authenticate(request);
    if (!caller) throw new Problem('signed-out', {}, { 'www-authenticate': 'Bearer' });
    if (caller === 'forbidden') throw new Problem('not-an-agent');
    const meant = query.get('agent');
    if (meant !== null && meant !== caller.agentId) throw new Problem('foreign-agent');
    return caller.agentId;
  }

  /** Position first, then the data: what happens in between is told once more, and never lost. */
  async #snapshot(agentId: string): Promise<SnapshotBody> {
    const before = await this.#options.log.head(agentId);
    const { state, position = before } = await this.#options.snapshot(agentId);
    const { epoch, seq } = position;
    return { v: WIRE_VERSION, epoch, seq, serverTime: this.#clock.now(), state };
  }

  async #open(agentId: string, position: Position | undefined): Promise<EventStream> {
    this.#checkStreams(agentId);
    const { log, heartbeatMs = 15_000 } = this.#options;
    const stream = await EventStream.open({
      ...{ log, agentId, position, heartbeatMs, limits: this.#limits, clock: this.#clock },
      onEnd: (reason) => {
        this.#forget(agentId, stream);
        if (reason) this.#options.logger?.warn(`A stream was ended: ${reason}`, { agentId });
      },
    });
    try {
      // Others may have come in while the log was asked.
      this.#checkStreams(agentId);
    } catch (error) {
      stream.cutOff();
      throw error;
    }
    this.#streams.set(agentId, (this.#streams.get(agentId) ?? new Set()).add(stream));
    if (this.#isClosing) stream.end();
    return stream;
  }

  #checkStreams(agentId: string): void {
    const { size } = this.#streams.get(agentId) ?? { size: 0 };
    if (size >= this.#limits.streamsPerAgent) throw new Problem('too-many', {}, { 'retry-after': '5' });
  }

  #forget(agentId: string, stream: EventStream): void {
    const ofAgent = this.#streams.get(agentId);
    ofAgent?.delete(stream);
    if (ofAgent?.size === 0) this.#streams.delete(agentId);
    if (this.#streams.size === 0) this.#onEmpty();
  }

  async #history(agentId: string, query: URLSearchParams): Promise<HistoryBody> {
    const before = query.get('before');
    const limit = pageSize(query, this.#limits.historyPage);
    if (!this.#options.history) return { v: WIRE_VERSION, sessions: [] };
    const page = await this.#options.history(agentId, { limit, ...(before === null ? {} : { before }) });
    if (!page) throw new Problem('malformed', { detail: 'before: Expected the next of another page' });
    return { v: WIRE_VERSION, ...page };
  }

  async #execute(agentId: string, request: Request): Promise<CommandBody> {
    const wish = await wishOf(request, this.#limits.bodyBytes);
    const key = keyOf(request);
    const command = { ...wish, commandId: key };
    const reply = this.#ledger.run(
      { agentId, key, wish: JSON.stringify(wish), now: performance.now() },
      async () => await this.#options.execute(agentId, command),
    );
    if (reply === 'other-wish') throw new Problem('key-reused');
    if (reply === 'too-many') throw new Problem('too-many', {}, { 'retry-after': '1' });
    const outcome = await reply;
    if (!outcome.ok) throw problemOf(outcome.failure, outcome.message);
    return { v: WIRE_VERSION, ok: true };
  }

  /** The kind of an error only: its message may quote what customers wrote. */
  #report(what: string, error: unknown): void {
    const logger = this.#options.logger ?? silentLogger;
    logger.error(`${what}: ${error instanceof Error ? error.name : typeof error}`);
  }
}

async function withinMs(ms: number, promise: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([promise, timeout]);
  clearTimeout(timer);
}
