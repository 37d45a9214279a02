import { WIRE_VERSION } from '../core/wire/contract.js';
import type { GuardedLog } from './guarded-log.js';
import type { HostCalls } from './host-calls.js';
import type { Host } from './host.js';
import type { Limits } from './limits.js';
import { Problem } from './problem.js';
import { pageSize } from './read-request.js';
import { Snapshots } from './snapshots.js';

const NO_HISTORY = { v: WIRE_VERSION, sessions: [] };

interface Parts {
  readonly host: Host;
  readonly log: GuardedLog;
  readonly calls: HostCalls;
  readonly limits: Limits;
}

/** What agents read of a host, as the bodies of answers. */
export class Reads {
  readonly #parts: Parts;
  readonly #snapshots = new Snapshots((agentId) => this.#snapshot(agentId));

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  snapshot(agentId: string): Promise<string> {
    return this.#snapshots.of(agentId);
  }

  async history(agentId: string, query: URLSearchParams): Promise<string> {
    const { host, limits } = this.#parts;
    const before = query.get('before');
    const limit = pageSize(query, limits.historyPage);
    if (!host.hasHistory) return JSON.stringify(NO_HISTORY);
    const page = await host.history(agentId, { limit, ...(before === null ? {} : { before }) });
    if (page === undefined) throw new Problem('malformed', { detail: 'before: Expected the next of another page' });
    return `{"v":${WIRE_VERSION},${page}}`;
  }

  async session(agentId: string, query: URLSearchParams): Promise<string> {
    const { host } = this.#parts;
    if (!host.hasSessions) throw new Problem('not-found');
    const id = query.get('id') ?? '';
    if (id === '') throw new Problem('malformed', { detail: 'id: Expected the id of a session' });
    const session = await host.session(agentId, id);
    if (session === undefined) throw new Problem('unknown-session');
    return `{"v":${WIRE_VERSION},${session}}`;
  }

  async openItems(agentId: string, query: URLSearchParams): Promise<string> {
    const { host, limits } = this.#parts;
    if (!host.hasOpenItems) throw new Problem('not-found');
    const after = query.get('after');
    const limit = pageSize(query, limits.historyPage);
    const page = await host.openItems(agentId, { limit, ...(after === null ? {} : { after }) });
    if (page === undefined) throw new Problem('not-found');
    return `{"v":${WIRE_VERSION},${page}}`;
  }

  /** Position first, then the data: what happens in between is told once more, and never lost. */
  async #snapshot(agentId: string): Promise<string> {
    const { host, log, calls } = this.#parts;
    const before = await log.head(agentId);
    const { state, position = before } = await host.snapshot(agentId);
    const { epoch, seq } = position;
    const frame = { v: WIRE_VERSION, epoch, seq, serverTime: calls.clock.now() };
    return `${JSON.stringify(frame).slice(0, -1)},"state":${state}}`;
  }
}
