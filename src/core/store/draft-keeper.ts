import type { DraftStorage, StoredDraft } from '../ports/draft-storage.js';
import type { Logger } from '../ports/logger.js';
import type { BegunField } from '../state/begun.js';
import { DRAFT_FIELDS } from '../state/begun.js';
import type { StateTables } from './state-tables.js';

/** What was kept: of a session that is gone, all fields, without a value. */
export interface Kept {
  readonly sessionId: string;
  readonly field?: BegunField;
  readonly value?: unknown;
}

/**
 * Takes drafts to where they outlive the page, and back. What fails there is logged, and nothing more: nobody waits for
 * it, and nobody could answer. Loaded where a host keeps drafts.
 */
export class DraftKeeper {
  readonly #storage: DraftStorage;
  readonly #logger: Logger;

  constructor(storage: DraftStorage, logger: Logger) {
    this.#storage = storage;
    this.#logger = logger;
  }

  /** Writes through what an agent has just begun, as far as it is a draft. */
  put(agentId: string, { sessionId, field, value }: Kept): void {
    for (const draft of DRAFT_FIELDS)
      if (field === undefined || field === draft)
        void this.#try(() => this.#storage.put({ agentId, sessionId, field: draft, value } as StoredDraft));
  }

  /** Brings back what an agent had written, but for what was touched meanwhile, and not to another agent. */
  restore(agentId: string, tables: StateTables, enqueue: (step: () => readonly []) => void): void {
    void this.#try(async () => {
      const stored = [...(await this.#storage.load(agentId))];
      enqueue(() => {
        for (const { sessionId, field, value } of stored)
          if (tables.agentFor(sessionId) === agentId && !(field in (tables.begun.get(sessionId) ?? {})))
            tables.keep(field, sessionId, value);
        return [];
      });
    });
  }

  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#logger.error('Drafts could not be kept.', error);
    }
  }
}
