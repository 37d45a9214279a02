import { pauseBefore } from '../platform/pause-before.js';
import { Channel } from './channel.js';
import type { PlatformClock } from './clock.js';
import type { GenesysNotificationsApi, GenesysSocketClass } from './platform-client.js';
import { isFinal } from './requests.js';
import type { Requests } from './requests.js';
import type { GenesysTimings } from './timings.js';
import { Timers } from './timers.js';

interface LinkParts {
  readonly api: GenesysNotificationsApi;
  readonly requests: Requests;
  readonly clock: PlatformClock;
  readonly WebSocket: GenesysSocketClass;
  readonly timings: GenesysTimings;
  /** Resolves with the topics that matter when it is known who works here. */
  prepare(): Promise<void>;
  /** Those without which nothing is known of the agent, and all that matter now. */
  topics(isAll: boolean): readonly string[];
  tried(what: string, call: () => Promise<unknown>): Promise<void>;
  /** Reads all that is true now: nothing is told again of what happened while no channel was there. */
  catchUp(): Promise<() => void>;
  /** What begins when it is known what is true: resolves with what is told of what happens from then on. */
  listen(): Promise<(topic: string, body: unknown) => void>;
  rejected(reason: string): void;
  /** The channel is lost, or there was none. */
  lost(): void;
}

/** Keeps a notification channel open, one after the other, until it is ended. */
export class Link {
  readonly #parts: LinkParts;
  readonly #timers = new Timers();
  #channel: Channel | undefined;
  #opening: Channel | undefined;
  #life: 'on' | 'over' = 'on';
  #wake: (() => void) | undefined;
  #isCalled = false;
  readonly #onOnline = (): void => {
    this.#call();
  };

  constructor(parts: LinkParts) {
    this.#parts = parts;
  }

  async run(): Promise<void> {
    const page = globalThis as Partial<Pick<EventTarget, 'addEventListener'>>;
    page.addEventListener?.('online', this.#onOnline);
    const { firstRetryMs, mostRetryMs } = this.#parts.timings;
    for (let failures = 0; !this.#isOver(); failures += 1) {
      const begun = performance.now();
      try {
        await this.#open();
        await this.#called();
      } catch (error) {
        if (isFinal(error)) this.#parts.rejected(String(error));
        if (!this.#isOver() && !this.#channel) this.#parts.lost();
      }
      // What was there for a while has not failed. One that ends as soon as it is there would be opened without end.
      if (performance.now() - begun > mostRetryMs) failures = -1;
      else await this.#called(pauseBefore(failures, firstRetryMs, mostRetryMs));
    }
  }

  /** Subscribes to what matters now, where that is not what it was. */
  async refresh(channel = this.#channel): Promise<void> {
    const now = (): readonly string[] => this.#parts.topics(true);
    const topics = now().join('\n');
    if (!channel || topics === channel.topics) return;
    channel.topics = topics;
    await this.#parts.tried('topics', () => channel.subscribe(now()));
  }

  end(): void {
    this.#life = 'over';
    const page = globalThis as Partial<Pick<EventTarget, 'removeEventListener'>>;
    page.removeEventListener?.('online', this.#onOnline);
    this.#timers.clear();
    this.#channel?.close();
    this.#opening?.close();
    this.#channel = this.#opening = undefined;
    this.#call();
  }

  /** Opens another channel; the one before it is heard until the new one has taken over. */
  async #open(): Promise<void> {
    await this.#parts.prepare();
    if (this.#isOver()) return;
    const waiting: [topic: string, body: unknown][] = [];
    const found = { isLost: false, isEnding: false };
    let hear = (topic: string, body: unknown): void => {
      waiting.push([topic, body]);
    };
    const channel: Channel = new Channel(this.#parts, {
      heard: (topic, body) => {
        hear(topic, body);
      },
      rejected: this.#parts.rejected,
      gone: () => {
        found.isLost = true;
        if (channel !== this.#channel) return;
        this.#channel = undefined;
        this.#parts.lost();
        this.#call();
      },
      // Before it has taken over, too: the next one is opened as soon as it has. One that was closed says nothing.
      ending: () => {
        if (!found.isEnding) this.#call();
        found.isEnding = true;
      },
    });
    this.#opening = channel;
    try {
      await channel.open(this.#parts.topics(false));
      await this.refresh(channel);
      const take = await this.#parts.catchUp();
      if (found.isLost || this.#isOver()) throw new Error();
      const before = this.#channel;
      this.#channel = channel;
      before?.close();
      take();
      // Of what has come since, each word counts.
      waiting.splice(0, Infinity, ...latest(waiting));
      hear = await this.#parts.listen();
    } catch (error) {
      if (this.#channel === channel) this.#channel = undefined;
      channel.close();
      throw error;
    } finally {
      this.#opening = undefined;
    }
    for (const [topic, body] of waiting) hear(topic, body);
    void this.refresh();
  }

  /** Resolves when something is to be done, or after `ms`. */
  #called(ms?: number): Promise<void> {
    if (this.#isCalled || this.#isOver()) {
      this.#isCalled = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const cancel = ms === undefined ? undefined : this.#timers.after(ms, () => this.#wake?.());
      this.#wake = () => {
        cancel?.();
        this.#wake = undefined;
        resolve();
      };
    });
  }

  #isOver(): boolean {
    return this.#life === 'over';
  }

  #call(): void {
    if (this.#wake) this.#wake();
    else this.#isCalled = true;
  }
}

/** Of what has waited, the last word on each conversation: those before it may be older than what was read. */
function latest(waiting: readonly [topic: string, body: unknown][]): readonly [topic: string, body: unknown][] {
  const keyOf = ([topic, body]: [string, unknown]): string =>
    topic.endsWith('.conversations') ? `${topic}/${String((body as SessionLike | null)?.id)}` : '';
  return waiting.filter((event, at) => {
    const key = keyOf(event);
    return key === '' || waiting.findLastIndex((other) => keyOf(other) === key) === at;
  });
}

type SessionLike = { readonly id?: unknown };
