import type { CommandReply } from '../core/commands/command.js';
import type { Limits } from './options.js';

interface Entry {
  /** What was asked for under this key. */
  readonly wish: string;
  readonly at: number;
  readonly reply: Promise<CommandReply>;
  isUnderWay: boolean;
}

interface Agent {
  readonly entries: Map<string, Entry>;
  underWay: number;
}

const SWEEP_MS = 3_600_000;

/**
 * Which commands were carried out, and how they were answered: the same key is never carried out twice by this process
 * within `keepRepliesMs`. A command whose outcome is not known (the backend threw or did not answer) is forgotten, so
 * that it can be tried again.
 */
export class CommandLedger {
  readonly #limits: Limits;
  readonly #agents = new Map<string, Agent>();
  #swept = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** The replies that are still to come. */
  get underWay(): readonly Promise<CommandReply>[] {
    return [...this.#agents.values()].flatMap(({ entries }) =>
      [...entries.values()].filter(({ isUnderWay }) => isUnderWay).map(({ reply }) => reply),
    );
  }

  /**
   * Carries out a command, or answers what it was answered before. `now` is any clock in ms that does not go back.
   * Rejects as `execute` does.
   */
  run(
    { agentId, key, wish, now }: { agentId: string; key: string; wish: string; now: number },
    execute: () => Promise<CommandReply>,
  ): Promise<CommandReply> | 'other-wish' | 'too-many' {
    this.#sweep(now);
    const agent = this.#agents.get(agentId) ?? { entries: new Map<string, Entry>(), underWay: 0 };
    const { entries } = agent;
    const known = entries.get(key);
    if (known && !this.#isOld(known, now)) return known.wish === wish ? known.reply : 'other-wish';
    if (agent.underWay >= this.#limits.commandsUnderWay) return 'too-many';
    this.#agents.set(agentId, agent);
    agent.underWay += 1;
    entries.delete(key);
    const reply = execute();
    const entry = { wish, at: now, reply, isUnderWay: true };
    entries.set(key, entry);
    void this.#settle(agent, key, entry);
    this.#limit(entries);
    return reply;
  }

  async #settle(agent: Agent, key: string, entry: Entry): Promise<void> {
    let isKnown: boolean;
    try {
      const reply = await entry.reply;
      isKnown = reply.ok || reply.failure !== 'unreachable';
    } catch {
      isKnown = false;
    }
    entry.isUnderWay = false;
    agent.underWay -= 1;
    if (!isKnown && agent.entries.get(key) === entry) agent.entries.delete(key);
  }

  #limit(entries: Map<string, Entry>): void {
    for (const [key, { isUnderWay }] of entries) {
      if (entries.size <= this.#limits.keptReplies) return;
      if (!isUnderWay) entries.delete(key);
    }
  }

  #sweep(now: number): void {
    if (now - this.#swept < SWEEP_MS) return;
    this.#swept = now;
    for (const [agentId, { entries }] of this.#agents) {
      for (const [key, entry] of entries) if (this.#isOld(entry, now)) entries.delete(key);
      if (entries.size === 0) this.#agents.delete(agentId);
    }
  }

  #isOld({ at, isUnderWay }: Entry, now: number): boolean {
    return !isUnderWay && now - at > this.#limits.keepRepliesMs;
  }
}
