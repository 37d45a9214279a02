import type { Position } from '../core/wire/contract.js';
import type { EventLog, LogEntry, LogPage } from './event-log.js';
import { quietly } from './host-calls.js';
import { latestOf } from './latest-of.js';
import { checkLimit } from './limits.js';

export interface MemoryLogOptions {
  /** How many entries of an agent are kept (1000). */
  readonly window?: number;
  /** How many characters of an agent are kept (1,000,000); the latest entry is kept whatever its size. */
  readonly windowLength?: number;
  /** How many characters of all agents are kept (100,000,000); beyond that those go first who were quiet longest. */
  readonly totalLength?: number;
  /** How many agents are kept to whom nobody listens (10,000); the one goes first who was quiet longest. */
  readonly agents?: number;
}

interface AgentLog {
  entries: LogEntry[];
  length: number;
  head: number;
  readonly followers: Set<(seq: number) => unknown>;
}

const REMEMBERED_KEYS = 10_000;
/** How much of the total is left when it was exceeded, so that not every append has to look for what can go. */
const LEFT = 0.9;

/**
 * A log in the memory of this process, for one gateway process. It ends with the process, and the next one begins
 * another epoch: readers come back with a position of the old one and are told to take a snapshot. So are those of an
 * agent who was let go.
 */
export function createMemoryLog({
  window = 1000,
  windowLength = 1_000_000,
  totalLength = 100_000_000,
  agents = 10_000,
}: MemoryLogOptions = {}): EventLog {
  const bounds = { window, windowLength, totalLength, agents };
  for (const [name, value] of Object.entries(bounds)) checkLimit(name, value);
  return new MemoryLog(bounds);
}

class MemoryLog implements EventLog {
  readonly #epoch = crypto.randomUUID();
  readonly #bounds: Required<MemoryLogOptions>;
  /** Those who were quiet longest first. */
  readonly #agents = new Map<string, AgentLog>();
  /** Those of them to whom nobody listens, in the same order. */
  readonly #idle = new Set<string>();
  readonly #keys = new Map<string, Position>();
  #length = 0;
  /** No agent who was let go had come further: who is new begins here, so no position is ever given twice. */
  #floor = 0;

  constructor(bounds: Required<MemoryLogOptions>) {
    this.#bounds = bounds;
  }

  append(agentId: string, lines: readonly string[], key?: string): Promise<Position> {
    const known = key === undefined ? undefined : this.#keys.get(nameOf(agentId, key));
    if (known) return Promise.resolve(known);
    if (lines.length === 0) return this.head(agentId);
    const agent = this.#agent(agentId);
    this.#touch(agentId, agent);
    for (const text of lines) {
      agent.entries.push({ seq: agent.head + 1, prev: agent.head, text });
      agent.head += 1;
      agent.length += text.length;
      this.#length += text.length;
    }
    this.#trim(agent);
    const position = this.#at(agent.head);
    if (key !== undefined) this.#remember(nameOf(agentId, key), position);
    for (const onNews of [...agent.followers]) quietly(() => onNews(position.seq));
    this.#letGo(agentId);
    return Promise.resolve(position);
  }

  head(agentId: string): Promise<Position> {
    return Promise.resolve(this.#at(this.#agents.get(agentId)?.head ?? this.#floor));
  }

  read(agentId: string, { epoch, seq }: Position, limit: number): Promise<LogPage> {
    return Promise.resolve(this.#page(agentId, epoch, seq, limit));
  }

  follow(agentId: string, onNews: (seq: number) => unknown): () => void {
    // A function of its own: one and the same may follow twice, and each of them ends by itself.
    const follower = (seq: number): unknown => onNews(seq);
    const agent = this.#agent(agentId);
    agent.followers.add(follower);
    this.#idle.delete(agentId);
    return () => {
      agent.followers.delete(follower);
      if (agent.followers.size > 0 || this.#agents.get(agentId) !== agent) return;
      // Of somebody who was only listened to there is nothing to keep.
      if (agent.head <= this.#floor) this.#forget(agentId, agent);
      else this.#idle.add(agentId);
    };
  }

  close(): Promise<void> {
    for (const { followers } of this.#agents.values()) followers.clear();
    return Promise.resolve();
  }

  #page(agentId: string, epoch: string, seq: number, limit: number): LogPage {
    if (epoch !== this.#epoch) return { ok: false, reason: 'other-epoch' };
    const { head, entries } = this.#agents.get(agentId) ?? { head: this.#floor, entries: [] };
    if (seq > head) return { ok: false, reason: 'ahead' };
    const start = seq - (head - entries.length);
    return start < 0
      ? { ok: false, reason: 'out-of-window' }
      : { ok: true, entries: entries.slice(start, start + limit) };
  }

  #agent(agentId: string): AgentLog {
    let agent = this.#agents.get(agentId);
    if (!agent)
      this.#agents.set(agentId, (agent = { entries: [], length: 0, head: this.#floor, followers: new Set() }));
    return agent;
  }

  /** Lets the window overflow by a part of itself: cutting off the front of a list costs as much as the list is long. */
  #trim(agent: AgentLog): void {
    const { window, windowLength } = this.#bounds;
    if (agent.entries.length <= window * 1.25 && agent.length <= windowLength * 1.25) return;
    const latest = latestOf(agent.entries, window, windowLength);
    this.#length -= agent.length - latest.length;
    Object.assign(agent, latest);
  }

  /** The latest to speak is the last to go. */
  #touch(agentId: string, agent: AgentLog): void {
    this.#agents.delete(agentId);
    this.#agents.set(agentId, agent);
    if (agent.followers.size > 0) return;
    this.#idle.delete(agentId);
    this.#idle.add(agentId);
  }

  /** Lets agents go while there are too many, or they hold too much; of those somebody listens to, what is old. */
  #letGo(latest: string): void {
    const { totalLength, agents } = this.#bounds;
    const least = this.#length > totalLength ? totalLength * LEFT : totalLength;
    for (const agentId of this.#idle) {
      if (this.#length <= least && this.#idle.size <= agents) return;
      const agent = this.#agents.get(agentId);
      if (agent && agentId !== latest) this.#forget(agentId, agent);
    }
    for (const [agentId, agent] of this.#agents) {
      if (this.#length <= least) return;
      if (agentId !== latest) this.#empty(agent);
    }
  }

  #forget(agentId: string, agent: AgentLog): void {
    this.#empty(agent);
    this.#floor = Math.max(this.#floor, agent.head);
    this.#agents.delete(agentId);
    this.#idle.delete(agentId);
  }

  #empty(agent: AgentLog): void {
    this.#length -= agent.length;
    agent.entries = [];
    agent.length = 0;
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
