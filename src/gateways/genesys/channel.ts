import type { PlatformClock } from './clock.js';
import type {
  GenesysNotificationsApi,
  GenesysSocket,
  GenesysSocketClass,
  GenesysSubscribing,
} from './platform-client.js';
import { dict, text } from './read.js';
import type { Requests } from './requests.js';
import type { GenesysTimings } from './timings.js';
import { Timers } from './timers.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Of what has ended an hour ago nobody's clock can be sure. */
const LEAST_LIFE_MS = 60 * 60 * 1000;

export interface ChannelHandlers {
  /** Something has happened that was subscribed to. */
  heard(topic: string, body: unknown): void;
  /** Something has come that cannot be read. */
  rejected(reason: string): void;
  /** It does not come back by itself. */
  gone(): void;
  /** It will not last: another one has to be there before it ends. */
  ending(): void;
}

interface ChannelParts {
  readonly api: GenesysNotificationsApi;
  readonly requests: Requests;
  readonly clock: PlatformClock;
  readonly WebSocket: GenesysSocketClass;
  readonly timings: GenesysTimings;
}

/** A notification channel with its socket. Of a platform that has been silent for too long it says that it is gone. */
export class Channel {
  readonly #parts: ChannelParts;
  readonly #handlers: ChannelHandlers;
  readonly #timers = new Timers();
  #socket: GenesysSocket | undefined;
  #id = '';
  #heardAt = 0;
  #isOver = false;
  /** What is subscribed to, or about to be, a line each. */
  topics = '';

  constructor(parts: ChannelParts, handlers: ChannelHandlers) {
    this.#parts = parts;
    this.#handlers = handlers;
  }

  /** Resolves when the socket is open, and tells of these topics; rejects when it cannot. */
  async open(topics: readonly string[]): Promise<void> {
    const { api, requests, clock, timings } = this.#parts;
    const { id, connectUri, expires } = dict(await requests.ask(() => api.postNotificationsChannels()));
    this.#id = text(id) ?? '';
    const ends = Date.parse(text(expires) ?? '');
    // A channel lasts a day.
    clock.isNow(ends - DAY_MS);
    this.topics = topics.join('\n');
    await requests.ask(() => this.subscribe(topics, {}));
    if (this.#isOver) throw new Error();
    await this.#connect(text(connectUri) ?? '');
    this.#heardAt = Date.now();
    this.#watch();
    const life = Math.min(DAY_MS, Math.max(LEAST_LIFE_MS, ends - Date.now() || DAY_MS));
    this.#timers.after(life - timings.renewBeforeMs, () => {
      this.#handlers.ending();
    });
  }

  /** Asks for these topics in place of those before. What the agent may not hear need not keep him from the rest. */
  subscribe(topics: readonly string[], options: GenesysSubscribing = { ignoreErrors: true }): Promise<unknown> {
    const list = topics.map((id) => ({ id }));
    return this.#parts.api.putNotificationsChannelSubscriptions(this.#id, list, options);
  }

  close(): void {
    this.#isOver = true;
    this.#timers.clear();
    const socket = this.#socket;
    if (!socket) return;
    this.#socket = undefined;
    socket.onopen = socket.onmessage = socket.onclose = null;
    // One that is closed before it is open says so as an error, which nobody waits for any more.
    socket.onerror = () => undefined;
    socket.close();
  }

  #connect(uri: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = new this.#parts.WebSocket(uri);
      this.#socket = socket;
      const fail = (): void => {
        this.close();
        reject(new Error());
      };
      const cancel = this.#timers.after(this.#parts.timings.openMs, fail);
      socket.onerror = socket.onclose = fail;
      socket.onmessage = (event: never) => {
        this.#heard(dict(event).data);
      };
      socket.onopen = () => {
        cancel();
        socket.onerror = socket.onclose = () => {
          this.#lost();
        };
        resolve();
      };
    });
  }

  #heard(data: unknown): void {
    this.#heardAt = Date.now();
    // Nothing may be thrown into the socket, whatever it brings and whoever listens.
    try {
      const { topicName, eventBody } = dict(JSON.parse(text(data) ?? ''));
      const topic = text(topicName);
      if (topic === undefined) this.#handlers.rejected('an event without a topic');
      else if (topic === 'v2.system.socket_closing') this.#handlers.ending();
      else if (topic !== 'channel.metadata') this.#handlers.heard(topic, eventBody);
    } catch (error) {
      this.#handlers.rejected(`an event could not be read (${String(error)})`);
    }
  }

  /** A machine that has slept finds out at the first ping after it. */
  #watch(): void {
    const { pingMs, silenceMs } = this.#parts.timings;
    this.#timers.after(pingMs, () => {
      try {
        // Clocks may be set back, too.
        if (Math.abs(Date.now() - this.#heardAt) > silenceMs) throw new Error();
        this.#socket?.send('{"message":"ping"}');
        this.#watch();
      } catch {
        this.#lost();
      }
    });
  }

  #lost(): void {
    if (this.#isOver) return;
    this.close();
    this.#handlers.gone();
  }
}
