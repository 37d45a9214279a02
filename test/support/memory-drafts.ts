import type { DraftListener, DraftStorage, StoredDraft } from '../../src/index.js';

/** Drafts that outlive a store, as those on a device outlive a page. */
export class MemoryDrafts implements DraftStorage {
  readonly #drafts = new Map<string, StoredDraft>();
  /** What every call waits for; a promise that rejects is a device that refuses. */
  gate: Promise<void> = Promise.resolve();

  /** Who hears of other pages. */
  listener: DraftListener | undefined;
  /** How often it was asked to write what it gathered. */
  flushes = 0;

  follow(listener: DraftListener): () => void {
    this.listener = listener;
    return () => (this.listener = undefined);
  }

  flush(): void {
    this.flushes += 1;
  }

  async load(agentId: string): Promise<readonly StoredDraft[]> {
    await this.gate;
    return this.of(agentId);
  }

  async put(draft: StoredDraft): Promise<void> {
    await this.gate;
    const key = JSON.stringify([draft.agentId, draft.sessionId, draft.field]);
    if (draft.value === undefined) this.#drafts.delete(key);
    else this.#drafts.set(key, draft);
  }

  async clear(agentId: string): Promise<void> {
    await this.gate;
    for (const [key, draft] of this.#drafts) if (draft.agentId === agentId) this.#drafts.delete(key);
  }

  /** What there is of an agent's. */
  of(agentId: string): readonly StoredDraft[] {
    return [...this.#drafts.values()].filter((draft) => draft.agentId === agentId);
  }
}
