import type { CommandReply } from '../core/commands/command.js';
import { HostFailure } from './host-calls.js';
import type { Limits } from './limits.js';

interface Entry {
  /** What was asked for under this key, as `digestOf` it. */
  readonly wish: string;
  readonly at: number;
  readonly reply: Promise<CommandReply>;
  isUnderWay: boolean;
}

/** Carries a command out. `onLate` hears of the reply where it comes after it was given up. */
export type Execution = (onLate: (reply: CommandReply) => void) => Promise<CommandReply>;

/** What is kept of a wish to recognise it: messages and mails are long, and the customer's. */
export async function digestOf(wish: object): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(wish)));
  return btoa(String.fromCodePoint(...new Uint8Array(bytes)));
}

interface Agent {
  readonly entries: Map<string, Entry>;
  underWay: number;
}

const SWEEP_MS = 3_600_000;

/**
 * Which commands were carried out, and how they were answered: the same key is never carried out twice by this process
 * within `keepRepliesMs`. A command whose outcome is not known (the backend threw or did not answer in time) is forgotten,
 * so that it can be tried again; a reply that comes after all is kept. A reply that cannot be read is given again as it
 * was: what was asked for may have been done.
 */
export class CommandLedger {
  readonly #limits: Limits;
  readonly #agents = new Map<string, Agent>();
  #swept = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /**
   * Carries out a command, or answers what it was answered before. `now` is any clock in ms that does not go back.
   * Rejects as `execute` does.
   */
  run(
    { agentId, key, wish, now }: { agentId: string; key: string; wish: string; now: number },
    execute: Execution,
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
    const reply = execute((late) => {
      this.#keepLate(agentId, key, { wish, at: now, reply: Promise.resolve(late), isUnderWay: false }, late);
    });
    const entry = { wish, at: now, reply, isUnderWay: true };
    entries.set(key, entry);
    void this.#settle(agent, key, entry);
    this.#limit(entries);
    return reply;
  }

  async #settle(agent: Agent, key: string, entry: Entry): Promise<void> {
    let isKnown: boolean;
    try {
      isKnown = isOutcome(await entry.reply);
    } catch (error) {
      isKnown = error instanceof HostFailure && error.isAnswered;
    }
    entry.isUnderWay = false;
    agent.underWay -= 1;
    if (!isKnown && agent.entries.get(key) === entry) agent.entries.delete(key);
  }

  /** Unless it was tried again meanwhile. */
  #keepLate(agentId: string, key: string, entry: Entry, reply: CommandReply): void {
    const agent = this.#agents.get(agentId);
    if (!agent || agent.entries.has(key) || !isOutcome(reply)) return;
    agent.entries.set(key, entry);
    this.#limit(agent.entries);
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

const isOutcome = (reply: CommandReply): boolean => reply.ok || reply.failure !== 'unreachable';
