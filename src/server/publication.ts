import type { Position, WireFact } from '../core/wire/contract.js';
import { MARK } from './event-log.js';
import { REPLACED, linesOf } from './fact-lines.js';
import type { GuardedLog } from './guarded-log.js';
import { isAgentId } from './host-answers.js';
import type { HostCalls } from './host-calls.js';
import type { Limits } from './limits.js';
import { observed } from './observed.js';

interface Parts {
  readonly log: GuardedLog;
  readonly calls: HostCalls;
  readonly limits: Limits;
}

/** What a host says of its agents, on its way into the log. */
export class Publication {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  facts(agentId: string, facts: readonly WireFact[], key?: string): Promise<Position> {
    return observed(this.#publish(agentId, facts, key));
  }

  /** Readers take a snapshot. */
  mark(agentId: string): Promise<Position> {
    return observed(this.#append(agentId, [MARK]));
  }

  async #append(agentId: string, lines: readonly string[], key?: string): Promise<Position> {
    if (!isAgentId(agentId)) throw new TypeError('An agent id is a text that is not blank.');
    return this.#parts.log.append(agentId, lines, key);
  }

  async #publish(agentId: string, facts: readonly WireFact[], key: string | undefined): Promise<Position> {
    const written = linesOf(facts, this.#parts.limits.eventLength);
    if (!written.ok) return this.#replace(agentId, written.error, key);
    try {
      return await this.#append(agentId, written.lines, key);
    } catch (error) {
      if (error instanceof RangeError) return this.#replace(agentId, error, key);
      throw error;
    }
  }

  /** Readers cannot be told, and must not miss it: they take a snapshot. Rejects with the reason. */
  async #replace(agentId: string, error: RangeError | TypeError, key?: string): Promise<never> {
    const { logger } = this.#parts.calls;
    logger.error(`Facts cannot be told, readers take a snapshot: ${error.message}`, { agentId });
    await this.#append(agentId, [MARK], key);
    const ErrorKind = error instanceof RangeError ? RangeError : TypeError;
    throw new ErrorKind(error.message, { cause: REPLACED });
  }
}
