import type { JetStreamClient, PubAck } from '@nats-io/jetstream';
import { JetStreamApiError } from '@nats-io/jetstream';
import { pause } from './pause.js';
import type { StreamKeeper } from './stream-keeper.js';

const WRONG_LAST_SEQUENCE = [10071, 10164];
const MESSAGE_TOO_LARGE = 10054;
const ANSWER_MS = 2000;
/** What the headers of a message need beside its id, in bytes. */
const HEADERS = 256;

export interface PublisherLimits {
  /** How long one line is tried, in ms. */
  readonly patienceMs: number;
  /** How large a message may be for the engine at present, with its headers. */
  readonly mostBytes: () => number;
}

/**
 * Appends to agents' subjects: one line at a time, each only behind the one this process takes for the last. What
 * another process has appended meanwhile shows as a conflict, and the line is tried again behind that; what was kept
 * although the answer got lost, the engine recognises by the message's id.
 */
export class Publisher {
  readonly #client: JetStreamClient;
  readonly #keeper: StreamKeeper;
  readonly #limits: PublisherLimits;
  readonly #last = new Map<string, number>();
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(client: JetStreamClient, keeper: StreamKeeper, limits: PublisherLimits) {
    this.#client = client;
    this.#keeper = keeper;
    this.#limits = limits;
    keeper.onOtherStream(() => {
      this.#last.clear();
    });
  }

  /**
   * Resolves with the sequence of the last line; rejects when it is not certain that all were kept, and with a
   * RangeError, before anything is, where one is larger than the engine takes.
   */
  async append(agentId: string, lines: readonly string[], key: string): Promise<number> {
    const idLength = utf8.encode(this.#keeper.subjectOf(agentId) + key).byteLength;
    const most = this.#limits.mostBytes() - HEADERS - idLength;
    if (lines.some((line) => line.length * 3 > most && utf8.encode(line).byteLength > most)) throw tooLarge();
    const before = this.#queues.get(agentId) ?? Promise.resolve();
    const work = before.then(async () => {
      let seq = 0;
      for (const [index, line] of lines.entries())
        seq = await this.#appendLine(agentId, line, `${this.#keeper.subjectOf(agentId)}:${key}:${String(index)}`);
      return seq;
    });
    const settled = work.catch(() => undefined);
    this.#queues.set(agentId, settled);
    void settled.then(() => {
      if (this.#queues.get(agentId) === settled) this.#queues.delete(agentId);
    });
    return work;
  }

  async #appendLine(agentId: string, line: string, messageId: string): Promise<number> {
    const deadline = performance.now() + this.#limits.patienceMs;
    for (;;) {
      try {
        const last = this.#last.get(agentId) ?? (await this.#lookUp(agentId));
        const { seq, duplicate } = await this.#publish(agentId, line, messageId, last);
        // A repeated line is not the last one: what is, the engine will say.
        if (duplicate) this.#last.delete(agentId);
        else this.#last.set(agentId, seq);
        return seq;
      } catch (error) {
        this.#last.delete(agentId);
        if (error instanceof JetStreamApiError && error.code === MESSAGE_TOO_LARGE) throw tooLarge();
        if (performance.now() > deadline) throw error;
        if (!isConflict(error)) {
          await pause();
          // The stream may be gone: nobody but this makes it anew while agents are only told, and do not ask.
          await this.#keeper.bounds().catch(() => undefined);
          continue;
        }
        const kept = await this.#keptAs(agentId, messageId);
        if (kept !== undefined) return kept;
      }
    }
  }

  #publish(agentId: string, line: string, messageId: string, last: number): Promise<PubAck> {
    return this.#client.publish(this.#keeper.subjectOf(agentId), line, {
      msgID: messageId,
      expect: { lastSubjectSequence: last },
      timeout: ANSWER_MS,
    });
  }

  async #lookUp(agentId: string): Promise<number> {
    return (await this.#keeper.lastOf(agentId))?.seq ?? 0;
  }

  /** A cluster compares positions before it looks for repetitions: the conflict may be with this very line. */
  async #keptAs(agentId: string, messageId: string): Promise<number | undefined> {
    // Without the stream there is nothing to conflict with: it may have been made anew.
    await this.#keeper.bounds().catch(() => undefined);
    const message = await this.#keeper.lastOf(agentId).catch(() => null);
    if (message?.header.get('Nats-Msg-Id') !== messageId) return undefined;
    this.#last.set(agentId, message.seq);
    return message.seq;
  }
}

const isConflict = (error: unknown): boolean =>
  error instanceof JetStreamApiError && WRONG_LAST_SEQUENCE.includes(error.code);

const utf8 = new TextEncoder();

const tooLarge = (): RangeError => new RangeError('The fact is larger than a message of the engine may be.');
