import type { JetStreamManager, StoredMsg } from '@nats-io/jetstream';
import { AckPolicy, DeliverPolicy, JetStreamApiError } from '@nats-io/jetstream';
import { quietly } from '../host-calls.js';

export interface StreamSettings {
  readonly stream: string;
  readonly prefix: string;
  readonly replicas: number;
  readonly maxAgeMs: number;
  readonly maxBytes: number;
}

/** Where a stream begins and ends, and which one it is. */
export interface StreamBounds {
  readonly epoch: string;
  readonly first: number;
  readonly last: number;
}

const NANOS_PER_MS = 1e6;
/** How long every reader of this process is served with the same answer about the stream. */
const FRESH_MS = 1000;
/** Publishers try again for less long than this. */
const DUPLICATES_MS = 120_000;
const UNUSED_MS = 10_000;
const STREAM_NOT_FOUND = 10059;

/** Knows the one stream: makes it, and says which it is and where it ends. */
export class StreamKeeper {
  readonly stream: string;
  readonly #manager: JetStreamManager;
  readonly #settings: StreamSettings;
  readonly #onOther = new Set<() => unknown>();
  #epoch: string | undefined;
  #asked: { readonly at: number; readonly bounds: Promise<StreamBounds> } | undefined;

  constructor(manager: JetStreamManager, settings: StreamSettings) {
    this.#manager = manager;
    this.#settings = settings;
    this.stream = settings.stream;
  }

  /** The subjects of all agents. */
  get allSubjects(): string {
    return `${this.#settings.prefix}.*`;
  }

  /** Ids may hold dots, spaces and wildcards; subjects may not. */
  subjectOf(agentId: string): string {
    return `${this.#settings.prefix}.${base64url(agentId)}`;
  }

  /** Told when the stream turns out to be another one than before. */
  onOtherStream(listener: () => unknown): void {
    this.#onOther.add(listener);
  }

  /** Where the stream ends now, or did a moment ago. Makes the stream if there is none. */
  bounds(isRecentEnough = false): Promise<StreamBounds> {
    const now = performance.now();
    if (isRecentEnough && this.#asked && now - this.#asked.at < FRESH_MS) return this.#asked.bounds;
    const asked = { at: now, bounds: this.#ask() };
    this.#asked = asked;
    asked.bounds.catch(() => {
      if (this.#asked === asked) this.#asked = undefined;
    });
    return asked.bounds;
  }

  /** The latest message of an agent, as the stream's leader has it. */
  lastOf(agentId: string): Promise<StoredMsg | null> {
    return this.#manager.streams.getMessage(this.stream, { last_by_subj: this.subjectOf(agentId) });
  }

  /** A consumer of what follows a sequence, for one catching up; the caller deletes it. */
  async consumerAfter(agentId: string, seq: number): Promise<{ readonly name: string; readonly pending: number }> {
    const { name, num_pending: pending } = await this.#manager.consumers.add(this.stream, {
      name: crypto.randomUUID(),
      ack_policy: AckPolicy.None,
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: seq + 1,
      filter_subject: this.subjectOf(agentId),
      mem_storage: true,
      num_replicas: 1,
      inactive_threshold: UNUSED_MS * NANOS_PER_MS,
    });
    return { name, pending };
  }

  async deleteConsumer(name: string): Promise<void> {
    // Where that fails, the engine drops it by itself when nobody uses it.
    await this.#manager.consumers.delete(this.stream, name).catch(() => undefined);
  }

  async #ask(): Promise<StreamBounds> {
    const { created, state } = await this.#infoOrNew();
    const epoch = created.replace(/[^0-9A-Za-z]/g, '');
    const isOther = this.#epoch !== undefined && this.#epoch !== epoch;
    this.#epoch = epoch;
    if (isOther) for (const listener of this.#onOther) quietly(listener);
    return { epoch, first: state.first_seq, last: state.last_seq };
  }

  async #infoOrNew() {
    const { stream, replicas, maxAgeMs, maxBytes } = this.#settings;
    try {
      return await this.#manager.streams.info(stream);
    } catch (error) {
      if (!(error instanceof JetStreamApiError && error.code === STREAM_NOT_FOUND)) throw error;
    }
    // Several processes may do so at once: for the engine, making the same stream again is no change.
    return this.#manager.streams.add({
      name: stream,
      subjects: [this.allSubjects],
      num_replicas: replicas,
      max_age: Math.round(maxAgeMs * NANOS_PER_MS),
      max_bytes: Math.round(maxBytes),
      duplicate_window: Math.min(DUPLICATES_MS, maxAgeMs) * NANOS_PER_MS,
    });
  }
}

function base64url(text: string): string {
  const binary = String.fromCodePoint(...new TextEncoder().encode(text));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
