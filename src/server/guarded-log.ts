import type { Position } from '../core/wire/contract.js';
import type { EventLog, LogPage } from './event-log.js';
import { readLogPage, readPosition } from './host-answers.js';
import type { HostCalls } from './host-calls.js';
import { HostFailure, quietly } from './host-calls.js';
import type { Limits } from './limits.js';

/** The log, which is the host's choice: what it answers is read, and it has a time to do so. */
export class GuardedLog implements Omit<EventLog, 'close'> {
  readonly #log: EventLog;
  readonly #calls: HostCalls;
  readonly #limits: Limits;

  constructor(log: EventLog, calls: HostCalls, limits: Limits) {
    this.#log = log;
    this.#calls = calls;
    this.#limits = limits;
  }

  /** Rejects with what the log rejects with: it is the host that gets to see it. */
  async append(agentId: string, lines: readonly string[], key?: string): Promise<Position> {
    const name = 'Appending to the log';
    try {
      return await this.#calls.call({
        ...{ name, ms: this.#limits.appendMs, agentId, read: readPosition },
        act: () => this.#log.append(agentId, lines, key),
      });
    } catch (error) {
      throw error instanceof HostFailure && error.cause !== undefined ? error.cause : error;
    }
  }

  head(agentId: string): Promise<Position> {
    const name = 'Asking the log for its head';
    return this.#calls.call({
      ...{ name, ms: this.#limits.hostMs, agentId, read: readPosition },
      act: () => this.#log.head(agentId),
    });
  }

  read(agentId: string, after: Position, limit: number): Promise<LogPage> {
    return this.#calls.call({
      ...{ name: 'Reading the log', ms: this.#limits.hostMs, agentId, read: readLogPage },
      act: () => this.#log.read(agentId, after, limit),
    });
  }

  /** Throws as the log does. */
  follow(agentId: string, onNews: (seq: number) => void): () => void {
    const unfollow = this.#log.follow(agentId, onNews);
    return () => {
      quietly(unfollow);
    };
  }
}
