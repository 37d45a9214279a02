import type { SessionEvent } from '../../core/events/session-event.js';
import { isRecord } from '../../core/wire/reading.js';
import { readPastSession } from '../../core/wire/read-snapshot.js';
import { misfitOfReading } from './misfits.js';
import type { Requests } from './requests.js';

export interface PastSessionsOptions {
  readonly requests: Requests;
  readonly requestMs: number;
}

const UNKNOWN = 'urn:my-sessions:problem:unknown-session';

/** One session that is over, read back by its id: what was said in it, then its record. */
export interface PastSession {
  readonly events: readonly SessionEvent[];
  readonly rejected: readonly string[];
}

/** Reads single sessions of the agent of now. A backend without the route is not asked again before the next snapshot. */
export class PastSessions {
  readonly #options: PastSessionsOptions;
  #agentId: string | undefined;
  #isServed = true;
  /** Grows with every beginning: what was asked for before the last one may be another agent's. */
  #beginnings = 0;

  constructor(options: PastSessionsOptions) {
    this.#options = options;
  }

  /** Begins again, for this agent or nobody. */
  reset(agentId?: string): void {
    this.#agentId = agentId;
    this.#isServed = true;
    this.#beginnings += 1;
  }

  /** Undefined where there is no such session to be had; rejects when it cannot be had at present. */
  async read(id: string, at: number): Promise<PastSession | undefined> {
    const agent = this.#agentId;
    const beginnings = this.#beginnings;
    if (agent === undefined) throw new Error('Nobody is signed in.');
    if (!this.#isServed) return undefined;
    const { requests, requestMs } = this.#options;
    const answer = await requests.json({
      path: 'session',
      query: { id, agent },
      timeoutMs: requestMs,
      misfitOf: (status, body) => misfitOfReading(status, readPastSession(body, id, at)),
    });
    if (beginnings !== this.#beginnings) throw new Error('Another truth has come meanwhile.');
    if (answer.kind === 'refused') {
      if (!isRecord(answer.body) || answer.body['type'] !== UNKNOWN) this.#isServed = false;
      return undefined;
    }
    if (answer.kind !== 'ok') throw new Error('A session could not be loaded.');
    const session = readPastSession(answer.body, id, at);
    if (!session.ok) throw new Error(`A session could not be read: ${session.reason}`);
    return session.value;
  }
}
