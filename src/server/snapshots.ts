interface Taking {
  readonly running: Promise<string>;
  /** What everybody gets who has asked since. */
  next?: Promise<string>;
}

/**
 * One snapshot of an agent at a time. Who asks while one is being taken would get one that may be older than the
 * question: those who do share the next.
 */
export class Snapshots {
  readonly #take: (agentId: string) => Promise<string>;
  readonly #agents = new Map<string, Taking>();

  /** `take` makes the body of a snapshot. */
  constructor(take: (agentId: string) => Promise<string>) {
    this.#take = take;
  }

  /** Rejects as `take` does. */
  of(agentId: string): Promise<string> {
    const taking = this.#agents.get(agentId);
    if (!taking) return this.#begin(agentId);
    const begin = (): Promise<string> => this.#begin(agentId);
    taking.next ??= taking.running.then(begin, begin);
    return taking.next;
  }

  #begin(agentId: string): Promise<string> {
    const taking: Taking = { running: this.#take(agentId) };
    this.#agents.set(agentId, taking);
    const end = (): void => {
      if (this.#agents.get(agentId) === taking && !taking.next) this.#agents.delete(agentId);
    };
    taking.running.then(end, end);
    return taking.running;
  }
}
