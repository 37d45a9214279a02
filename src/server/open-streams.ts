import type { EventStream } from './event-stream.js';
import type { Limits } from './limits.js';
import { Problem } from './problem.js';

interface Open {
  readonly agentId: string;
  readonly stream: EventStream;
  /** What its request showed: who comes with the same and is somebody else has taken its place. */
  readonly credentials: string;
  /** Whether the request would still be this agent's. */
  readonly isStill: () => Promise<boolean>;
  recheck: ReturnType<typeof setTimeout> | undefined;
}

/** What an open stream is opened for. */
export interface Opening extends Pick<Open, 'agentId' | 'credentials' | 'isStill'> {
  /** Makes the stream; `onEnd` has to be called when it has ended. Rejects as the log does. */
  readonly open: (onEnd: () => void) => Promise<EventStream>;
}

/** The streams that are open, by agent. However they were opened, none goes on for somebody who lost the right to it. */
export class OpenStreams {
  readonly #limits: Limits;
  /** Those that count, oldest first. */
  readonly #agents = new Map<string, Set<Open>>();
  readonly #byCredentials = new Map<string, Set<Open>>();
  /** All that have not ended, also those that gave way. */
  readonly #all = new Set<EventStream>();
  /** Those that are about to be. */
  readonly #opening = new Map<string, Set<Opening>>();
  #onEmpty: () => void = () => undefined;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Opens one more. The oldest of too many gives way: as often as not nobody reads it any more. */
  async open(opening: Opening): Promise<EventStream> {
    const { open, ...about } = opening;
    const { agentId } = about;
    const others = this.#opening.get(agentId) ?? new Set();
    if (others.size >= this.#limits.streamsPerAgent) throw new Problem('too-many', {}, { 'retry-after': '5' });
    this.#opening.set(agentId, others.add(opening));
    let added: Open | undefined;
    let hasEnded = false as boolean;
    try {
      const stream = await open(() => {
        hasEnded = true;
        if (added) this.#forget(added);
      });
      added = { stream, ...about, recheck: undefined };
      if (!hasEnded) this.#add(added);
      return stream;
    } finally {
      deleteFrom(this.#opening, agentId, opening);
    }
  }

  /** Ends all of an agent. They come back if they may. */
  end(agentId: string): void {
    for (const { stream } of this.#agents.get(agentId) ?? []) stream.end();
  }

  /** Somebody came with these credentials: streams that were opened with them as somebody else are looked at again. */
  meet(credentials: string, agentId: string): void {
    if (credentials === '') return;
    for (const open of this.#byCredentials.get(credentials) ?? [])
      if (open.agentId !== agentId) void this.#verify(open);
  }

  endAll(): void {
    for (const stream of this.#all) stream.end();
  }

  cutOffAll(): void {
    for (const stream of [...this.#all]) stream.cutOff();
  }

  /** Resolves when none is open any more. */
  emptied(): Promise<void> {
    return this.#all.size === 0 ? Promise.resolve() : new Promise((resolve) => (this.#onEmpty = resolve));
  }

  #add(added: Open): void {
    const { agentId, credentials, stream } = added;
    const own = this.#agents.get(agentId) ?? new Set();
    const [oldest] = own;
    if (oldest && own.size >= this.#limits.streamsPerAgent) {
      this.#uncount(oldest);
      // Cut off if it does not take its end.
      oldest.stream.end();
    }
    this.#all.add(stream);
    this.#agents.set(agentId, own.add(added));
    this.#byCredentials.set(credentials, (this.#byCredentials.get(credentials) ?? new Set()).add(added));
    this.#recheckLater(added);
  }

  #recheckLater(open: Open): void {
    clearTimeout(open.recheck);
    open.recheck = setTimeout(() => void this.#verify(open), this.#limits.recheckMs);
  }

  async #verify(open: Open): Promise<void> {
    // Where nobody can tell, the reader asks at the door.
    const isStill = await open.isStill().catch(() => false);
    if (!isStill) open.stream.end();
    else if (this.#all.has(open.stream)) this.#recheckLater(open);
  }

  #forget(open: Open): void {
    clearTimeout(open.recheck);
    this.#uncount(open);
    this.#all.delete(open.stream);
    if (this.#all.size === 0) this.#onEmpty();
  }

  #uncount(open: Open): void {
    deleteFrom(this.#agents, open.agentId, open);
    deleteFrom(this.#byCredentials, open.credentials, open);
  }
}

function deleteFrom<T>(index: Map<string, Set<T>>, key: string, item: T): void {
  const all = index.get(key);
  all?.delete(item);
  if (all?.size === 0) index.delete(key);
}
