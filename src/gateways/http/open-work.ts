import type { OpenItemQuery } from '../../core/model/open-item.js';
import type { ReadOpenItems } from '../../core/reading/open-items.js';
import { readWorkItems } from '../../core/wire/read-snapshot.js';
import { misfitOfReading } from './misfits.js';
import type { Requests } from './requests.js';

export interface OpenWorkOptions {
  readonly requests: Requests;
  readonly requestMs: number;
}

/** How a backend says that it has no such route: it is not found, not for reading, or not made. */
const NOT_SERVED: readonly number[] = [404, 405, 501];

/**
 * Reads what waits to be picked, for the agent of now. A backend without the route is not asked again before the next
 * snapshot.
 */
export class OpenWork {
  readonly #options: OpenWorkOptions;
  #agentId: string | undefined;
  #isServed = true;
  /** Grows with every beginning: what was asked for before the last one may be another agent's. */
  #beginnings = 0;

  constructor(options: OpenWorkOptions) {
    this.#options = options;
  }

  /** Begins again, for this agent or nobody. */
  reset(agentId?: string): void {
    this.#agentId = agentId;
    this.#isServed = true;
    this.#beginnings += 1;
  }

  /** Undefined where nothing can be picked; rejects when it cannot be had at present. */
  async page({ after, limit }: OpenItemQuery): Promise<ReadOpenItems | undefined> {
    const agent = this.#agentId;
    const beginnings = this.#beginnings;
    if (agent === undefined) throw new Error('Nobody is signed in.');
    if (!this.#isServed) return undefined;
    const { requests, requestMs } = this.#options;
    const query = { limit: String(limit), agent, ...(after === undefined ? {} : { after }) };
    const answer = await requests.json({
      path: 'work-items',
      query,
      timeoutMs: requestMs,
      misfitOf: (status, body) => misfitOfReading(status, readWorkItems(body)),
    });
    if (beginnings !== this.#beginnings) throw new Error('Another truth has come meanwhile.');
    if (answer.kind === 'refused' && NOT_SERVED.includes(answer.status)) {
      this.#isServed = false;
      return undefined;
    }
    if (answer.kind !== 'ok') throw new Error('Open work could not be loaded.');
    const page = readWorkItems(answer.body);
    if (!page.ok) throw new Error(`Open work could not be read: ${page.reason}`);
    return page.value;
  }
}
