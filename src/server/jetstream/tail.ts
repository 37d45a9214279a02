import type { ConsumerMessages, JetStreamClient, JsMsg, OrderedConsumerOptions } from '@nats-io/jetstream';
import { DeliverPolicy } from '@nats-io/jetstream';
import type { LogEntry } from '../event-log.js';
import { MARK } from '../event-log.js';
import { quietly } from '../host-calls.js';
import { latestOf } from '../latest-of.js';
import type { StreamKeeper } from './stream-keeper.js';

/** Latest entries kept per agent who is listened to, or was a moment ago: what readers fall back behind is read from the stream. */
const KEPT = 256;
/** Characters kept of them. */
const KEPT_LENGTH = 1_000_000;
/** How long they are kept when the last reader has left, in ms: readers whose network breaks come back within that. */
const LINGERS_MS = 60_000;

interface Followed {
  readonly followers: Set<(seq: number) => unknown>;
  /** Contiguous: each one's `prev` is the one before. */
  entries: LogEntry[];
  length: number;
}

/** One message as an entry. Without a `prev`, or in pieces, it was not written by a gateway: nobody can go on from it. */
export function entryOf({ seq, headers, string }: Pick<JsMsg, 'seq' | 'headers'> & { string: () => string }): LogEntry {
  const prev = Number(headers?.get('Nats-Expected-Last-Subject-Sequence') || Number.NaN);
  const text = string();
  const isWhole = Number.isSafeInteger(prev) && text.startsWith('{') && !/[\r\n]/.test(text);
  return isWhole ? { seq, prev, text } : { seq, prev: Number.isSafeInteger(prev) ? prev : 0, text: MARK };
}

/**
 * What is appended to the stream now, by any process: one consumer for all agents of this process. A convenience, not
 * a source of truth: what it misses, readers find in the stream by the next heartbeat.
 */
export class Tail {
  readonly #client: JetStreamClient;
  readonly #keeper: StreamKeeper;
  readonly #agents = new Map<string, Followed>();
  /** Of agents whose last reader has left: what lets go of them, also where nothing happens any more. */
  readonly #left = new Map<string, ReturnType<typeof setTimeout>>();
  #messages: ConsumerMessages | undefined;
  #isClosed = false;

  constructor(client: JetStreamClient, keeper: StreamKeeper) {
    this.#client = client;
    this.#keeper = keeper;
    keeper.onOtherStream(() => this.#restart());
  }

  async open(): Promise<void> {
    const options: Partial<OrderedConsumerOptions> = {
      filter_subjects: this.#keeper.allSubjects,
      deliver_policy: DeliverPolicy.New,
    };
    const consumer = await this.#client.consumers.get(this.#keeper.stream, options);
    if (this.#isClosed) return;
    this.#messages = await consumer.consume({
      callback: (message) => {
        this.#take(message);
      },
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#agents.clear();
    for (const timer of this.#left.values()) clearTimeout(timer);
    this.#left.clear();
    await this.#messages?.close();
  }

  follow(agentId: string, onNews: (seq: number) => unknown): () => void {
    const subject = this.#keeper.subjectOf(agentId);
    const followed = this.#agents.get(subject) ?? { followers: new Set(), entries: [], length: 0 };
    this.#agents.set(subject, followed);
    clearTimeout(this.#left.get(subject));
    this.#left.delete(subject);
    const follower = (seq: number): unknown => onNews(seq);
    followed.followers.add(follower);
    return () => {
      if (followed.followers.delete(follower) && followed.followers.size === 0 && !this.#isClosed)
        this.#letGoLater(subject, followed);
    };
  }

  /** What follows `seq`, if that is among the latest; undefined if only the stream can tell. */
  after(agentId: string, seq: number, limit: number): readonly LogEntry[] | undefined {
    const entries = this.#agents.get(this.#keeper.subjectOf(agentId))?.entries ?? [];
    const start = entries.findIndex(({ prev }) => prev === seq);
    return start < 0 ? undefined : entries.slice(start, start + limit);
  }

  /** Lets go of an agent whom nobody has listened to for long. */
  #letGoLater(subject: string, followed: Followed): void {
    const timer = setTimeout(() => {
      this.#left.delete(subject);
      this.#agents.delete(subject);
      // A reader that has left may be held by somebody still, and what it followed with it.
      empty(followed);
    }, LINGERS_MS);
    // No reason for a process to go on.
    timer.unref();
    this.#left.set(subject, timer);
  }

  #take(message: JsMsg): void {
    const followed = this.#agents.get(message.subject);
    if (!followed) return;
    const entry = entryOf({ seq: message.seq, headers: message.headers, string: () => message.string() });
    if (followed.entries.at(-1)?.seq !== entry.prev) empty(followed);
    followed.entries.push(entry);
    followed.length += entry.text.length;
    trim(followed);
    tell(followed, entry.seq);
  }

  /** The consumer waits for what follows in a stream that is no more. */
  async #restart(): Promise<void> {
    const messages = this.#messages;
    this.#messages = undefined;
    quietly(() => messages?.close());
    // Without a tail, readers still hear of everything by their heartbeats; the next one tries again.
    if (!this.#isClosed) await this.open().catch(() => undefined);
    for (const followed of this.#agents.values()) {
      empty(followed);
      tell(followed, 0);
    }
  }
}

function tell({ followers }: Followed, seq: number): void {
  for (const onNews of [...followers]) quietly(() => onNews(seq));
}

function empty(followed: Followed): void {
  followed.entries = [];
  followed.length = 0;
}

/** Keeps the latest, and one in any case; overflows by a part of itself. */
function trim(followed: Followed): void {
  if (followed.entries.length <= KEPT * 1.25 && followed.length <= KEPT_LENGTH * 1.25) return;
  Object.assign(followed, latestOf(followed.entries, KEPT, KEPT_LENGTH));
}
