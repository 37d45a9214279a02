/** One request under way. */
export interface Visit {
  /** Whether this agent was disconnected after the request had come in: what it showed counts no more. */
  isRevoked(agentId: string): boolean;
}

/** The requests under way: who is disconnected meanwhile, and when the last one is over. */
export class Visits {
  readonly #revoked = new Set<Set<string>>();
  readonly #underWay = new Set<Promise<unknown>>();

  run<T>(act: (visit: Visit) => Promise<T>): Promise<T> {
    const revoked = new Set<string>();
    this.#revoked.add(revoked);
    const work = act({ isRevoked: (agentId) => revoked.has(agentId) });
    this.#underWay.add(work);
    const end = (): void => {
      this.#revoked.delete(revoked);
      this.#underWay.delete(work);
    };
    work.then(end, end);
    return work;
  }

  revoke(agentId: string): void {
    for (const revoked of this.#revoked) revoked.add(agentId);
  }

  /** Resolves when all that are under way now are over. */
  async ended(): Promise<void> {
    await Promise.allSettled(this.#underWay);
  }
}
