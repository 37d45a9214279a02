import type { Position } from '../core/wire/contract.js';
import type { EventLog, LogEntry, LogPage } from './event-log.js';

export interface MemoryLogOptions {
  /** How many entries of an agent are kept (1000). */
  readonly window?: number;
  /** How many characters of an agent are kept (1,000,000); the latest entry is kept whatever its size. */
  readonly windowLength?: number;
}

interface AgentLog {
  entries: LogEntry[];
  length: number;
  head: number;
  readonly followers: Set<(seq: number) => void>;
}

const REMEMBERED_KEYS = 10_000;

/**
 * A log in the memory of this process, for one gateway process. It ends with the process, and the next one begins
 * another epoch: readers come back with a position of the old one and are told to take a snapshot.
 */
export function createMemoryLog({ window = 1000, windowLength = 1_000_000 }: MemoryLogOptions = {}): EventLog {
  return new MemoryLog(window, windowLength);
}

class MemoryLog implements EventLog {
  readonly #epoch = crypto.randomUUID();
  readonly #window: number;
  readonly #windowLength: number;
  readonly #agents = new Map<string, AgentLog>();
  readonly #keys = new Map<string, Position>();

  constructor(window: number, windowLength: number) {
    this.#window = window;
    this.#windowLength = windowLength;
  }

  append(agentId: string, lines: readonly string[], key?: string): Promise<Position> {
    const known = key === undefined ? undefined : this.#keys.get(nameOf(agentId, key));
    if (known) return Promise.resolve(known);
    const agent = this.#agent(agentId);
    for (const text of lines) {
      agent.entries.push({ seq: agent.head + 1, prev: agent.head, text });
      agent.head += 1;
      agent.length += text.length;
    }
    this.#trim(agent);
    const position = this.#at(agent.head);
    if (key !== undefined) this.#remember(nameOf(agentId, key), position);
    if (lines.length > 0) for (const onNews of [...agent.followers]) onNews(agent.head);
    return Promise.resolve(position);
  }

  head(agentId: string): Promise<Position> {
    return Promise.resolve(this.#at(this.#agents.get(agentId)?.head ?? 0));
  }

  read(agentId: string, { epoch, seq }: Position, limit: number): Promise<LogPage> {
    return Promise.resolve(this.#page(agentId, epoch, seq, limit));
  }

  follow(agentId: string, onNews: (seq: number) => void): () => void {
    // A function of its own: one and the same may follow twice, and each of them ends by itself.
    const follower = (seq: number): void => {
      onNews(seq);
    };
    const { followers } = this.#agent(agentId);
    followers.add(follower);
    return () => {
      followers.delete(follower);
    };
  }

  close(): Promise<void> {
    for (const { followers } of this.#agents.values()) followers.clear();
    return Promise.resolve();
  }

  #page(agentId: string, epoch: string, seq: number, limit: number): LogPage {
    if (epoch !== this.#epoch) return { ok: false, reason: 'other-epoch' };
    const { head, entries } = this.#agents.get(agentId) ?? { head: 0, entries: [] };
    if (seq > head) return { ok: false, reason: 'ahead' };
    const start = seq - (head - entries.length);
    return start < 0
      ? { ok: false, reason: 'out-of-window' }
      : { ok: true, entries: entries.slice(start, start + limit) };
  }

  #agent(agentId: string): AgentLog {
    let agent = this.#agents.get(agentId);
    if (!agent) this.#agents.set(agentId, (agent = { entries: [], length: 0, head: 0, followers: new Set() }));
    return agent;
  }

  /** Lets the window overflow by a part of itself: cutting off the front of a list costs as much as the list is long. */
  #trim(agent: AgentLog): void {
    if (agent.entries.length <= this.#window * 1.25 && agent.length <= this.#windowLength * 1.25) return;
    let first = 0;
    const last = agent.entries.length - 1;
    while (first < last && (agent.entries.length - first > this.#window || agent.length > this.#windowLength)) {
      agent.length -= agent.entries[first]?.text.length ?? 0;
      first += 1;
    }
    agent.entries = agent.entries.slice(first);
  }

  #remember(name: string, position: Position): void {
    this.#keys.set(name, position);
    const [oldest] = this.#keys.keys();
    if (this.#keys.size > REMEMBERED_KEYS && oldest !== undefined) this.#keys.delete(oldest);
  }

  #at(seq: number): Position {
    return { epoch: this.#epoch, seq };
  }
}

const nameOf = (agentId: string, key: string): string => JSON.stringify([agentId, key]);
