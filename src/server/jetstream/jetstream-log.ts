import type { JetStreamClient, StoredMsg } from '@nats-io/jetstream';
import type { Position } from '../../core/wire/contract.js';
import type { EventLog, LogEntry, LogPage } from '../event-log.js';
import { MARK } from '../event-log.js';
import { pause } from './pause.js';
import type { Publisher } from './publisher.js';
import type { StreamBounds, StreamKeeper } from './stream-keeper.js';
import type { Tail } from './tail.js';
import { entryOf } from './tail.js';

interface Parts {
  readonly client: JetStreamClient;
  readonly keeper: StreamKeeper;
  readonly publisher: Publisher;
  readonly tail: Tail;
}

const FETCH_MS = 5000;

/** The log of all agents on one stream. Made by `createJetStreamLog`. */
export class JetStreamLog implements EventLog {
  readonly #client: JetStreamClient;
  readonly #keeper: StreamKeeper;
  readonly #publisher: Publisher;
  readonly #tail: Tail;

  constructor({ client, keeper, publisher, tail }: Parts) {
    this.#client = client;
    this.#keeper = keeper;
    this.#publisher = publisher;
    this.#tail = tail;
  }

  /** Waits up to `patienceMs` for an engine that is just starting. */
  async open(patienceMs: number): Promise<void> {
    const deadline = performance.now() + patienceMs;
    for (;;)
      try {
        await this.#keeper.bounds();
        await this.#tail.open();
        return;
      } catch (error) {
        if (performance.now() > deadline) throw error;
        await pause();
      }
  }

  async append(agentId: string, lines: readonly string[], key: string = crypto.randomUUID()): Promise<Position> {
    if (lines.length === 0) return this.head(agentId);
    const seq = await this.#publisher.append(agentId, lines, key);
    const { epoch } = await this.#keeper.bounds(true);
    return { epoch, seq };
  }

  async head(agentId: string): Promise<Position> {
    const { epoch } = await this.#keeper.bounds(true);
    const message = await this.#keeper.lastOf(agentId);
    if (message) return { epoch, seq: message.seq };
    // An agent of whom nothing is kept has no end to stand at: a position of 0 would hide what comes and expires.
    return this.append(agentId, [MARK]);
  }

  async read(agentId: string, after: Position, limit: number): Promise<LogPage> {
    const { epoch } = await this.#keeper.bounds(true);
    if (after.epoch !== epoch) return { ok: false, reason: 'other-epoch' };
    const latest = this.#tail.after(agentId, after.seq, limit);
    return latest ? { ok: true, entries: latest } : this.#readStream(agentId, after, limit);
  }

  follow(agentId: string, onNews: (seq: number) => void): () => void {
    return this.#tail.follow(agentId, onNews);
  }

  close(): Promise<void> {
    return this.#tail.close();
  }

  async #readStream(agentId: string, after: Position, limit: number): Promise<LogPage> {
    // A stream that is gone is made anew below.
    const latest = await this.#keeper.lastOf(agentId).catch(() => undefined);
    const missed = latest && missedAtMostOne(latest, after.seq);
    if (missed) return { ok: true, entries: missed };
    const bounds = await this.#keeper.bounds();
    if (after.epoch !== bounds.epoch) return { ok: false, reason: 'other-epoch' };
    if (after.seq > bounds.last) return { ok: false, reason: 'ahead' };
    const last = latest === undefined ? await this.#keeper.lastOf(agentId) : latest;
    if (!last) return nothingKept(after.seq, bounds);
    if (last.seq < after.seq) return { ok: false, reason: 'ahead' };
    const entries = await this.#fetch(agentId, after.seq, limit);
    // Whatever else has happened to the stream: what does not follow on the position is no answer.
    return entries[0]?.prev === after.seq ? { ok: true, entries } : { ok: false, reason: 'out-of-window' };
  }

  async #fetch(agentId: string, seq: number, limit: number): Promise<LogEntry[]> {
    const { name, pending } = await this.#keeper.consumerAfter(agentId, seq);
    const entries: LogEntry[] = [];
    try {
      if (pending === 0) return [];
      const consumer = await this.#client.consumers.get(this.#keeper.stream, name);
      const messages = await consumer.fetch({ max_messages: Math.min(limit, pending), expires: FETCH_MS });
      for await (const message of messages)
        entries.push(entryOf({ seq: message.seq, headers: message.headers, string: () => message.string() }));
    } finally {
      await this.#keeper.deleteConsumer(name);
    }
    return entries;
  }
}

/**
 * What follows `seq`, where that is the latest message of its agent or nothing; undefined where it is more, or none can say.
 * Most of those who come back are told by it, and thousands of them at once need no consumer each.
 */
function missedAtMostOne(latest: StoredMsg, seq: number): readonly LogEntry[] | undefined {
  if (latest.seq === seq) return [];
  const entry = entryOf({ seq: latest.seq, headers: latest.header, string: () => latest.string() });
  return entry.prev === seq ? [entry] : undefined;
}

/** Nothing is lost only if everything before the position has expired, and nothing behind it. */
function nothingKept(seq: number, { first, last }: StreamBounds): LogPage {
  const isUntouched = seq === 0 && last === 0;
  return isUntouched || seq + 1 === first ? { ok: true, entries: [] } : { ok: false, reason: 'out-of-window' };
}
