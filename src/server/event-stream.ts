import type { Clock } from '../core/ports/clock.js';
import type { Heartbeat, Position, Reset } from '../core/wire/contract.js';
import { WIRE_VERSION } from '../core/wire/contract.js';
import { cursorOf } from '../core/wire/position.js';
import type { EventLog, LogEntry, LogPage } from './event-log.js';
import { MARK } from './event-log.js';
import type { Limits } from './limits.js';

export interface EventStreamOptions {
  readonly log: Omit<EventLog, 'close'>;
  readonly agentId: string;
  /** Where the reader stands; undefined when it did not say. */
  readonly position: Position | undefined;
  readonly heartbeatMs: number;
  readonly limits: Limits;
  readonly clock: Clock;
  /** Called once, when nothing more is sent, with the reason if the reader was cut off. */
  readonly onEnd: (reason?: 'slow' | 'log-failed') => void;
}

const ENTRIES_AT_ONCE = 100;
const RETRY_MS = 1000;
const utf8 = new TextEncoder();

const frame = (event: string, data: Heartbeat | Reset): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/**
 * What one reader is sent. Nothing is queued for it: the stream takes from the log what the reader has room for, so a
 * slow one holds no memory, and one that takes nothing for `stallMs` is cut off and comes back by its position.
 */
export class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  readonly #options: EventStreamOptions;
  readonly #unfollow: () => void;
  readonly #lifetime: ReturnType<typeof setTimeout>;
  #position: Position;
  /** Whether there may be more in the log than was sent. */
  #hasNews = false;
  /** What the log answered when the stream was opened. */
  #opening: LogPage | undefined;
  #wake: () => void = () => undefined;
  #stall: ReturnType<typeof setTimeout> | undefined;
  #isEnding = false;
  #hasEnded = false;
  #controller!: ReadableStreamDefaultController<Uint8Array>;

  /** Asks the log about the position and begins to listen. Rejects as the log does. */
  static async open(options: EventStreamOptions): Promise<EventStream> {
    const { log, agentId, position } = options;
    if (!position) return new EventStream(options, { epoch: '', seq: 0 }, undefined);
    let hasNews = false;
    // Listening begins before reading: what is appended in between is heard of, and read next.
    const unfollow = log.follow(agentId, () => (hasNews = true));
    try {
      const page = await log.read(agentId, position, ENTRIES_AT_ONCE);
      const stream = new EventStream(options, position, page);
      stream.#hasNews ||= hasNews;
      return stream;
    } finally {
      unfollow();
    }
  }

  private constructor(options: EventStreamOptions, position: Position, opening: LogPage | undefined) {
    const { log, agentId, limits } = options;
    this.#options = options;
    this.#position = position;
    this.#opening = opening;
    this.#unfollow = log.follow(agentId, (seq) => {
      this.#hear(seq);
    });
    this.#lifetime = setTimeout(() => {
      this.end();
    }, limits.streamMs);
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => void (this.#controller = controller),
        pull: () => this.#pull(),
        cancel: () => {
          this.#finish();
        },
      },
      { highWaterMark: limits.bufferedBytes, size: (chunk) => chunk.byteLength },
    );
  }

  /** Ends the stream after what is being sent, with a hint when to come back. */
  end(): void {
    this.#isEnding = true;
    this.#wake();
  }

  /** Ends the stream at once. */
  cutOff(reason?: 'slow'): void {
    if (this.#hasEnded) return;
    this.#controller.error(new Error('The reader was cut off.'));
    this.#finish(reason);
  }

  #hear(seq: number): void {
    if (seq > 0 && seq <= this.#position.seq) return;
    this.#hasNews = true;
    this.#wake();
  }

  async #pull(): Promise<void> {
    clearTimeout(this.#stall);
    try {
      const text = await this.#next();
      if (this.#hasEnded) return;
      this.#controller.enqueue(utf8.encode(text));
      if (this.#isEnding) {
        this.#controller.close();
        this.#finish();
        return;
      }
    } catch {
      if (this.#hasEnded) return;
      // The log is out of reach. The reader comes back by its position, and is told at the door if it still is.
      this.#controller.close();
      this.#finish('log-failed');
      return;
    }
    // The next pull comes at once where there is room. Where there is none, the reader has this long to make some.
    this.#stall = setTimeout(() => {
      this.cutOff('slow');
    }, this.#options.limits.stallMs);
  }

  /** What to send next, as soon as there is something; sets `isEnding` when it is the last. */
  async #next(): Promise<string> {
    if (this.#opening ?? this.#position.epoch === '') return this.#begin();
    while (!this.#isEnding && !this.#hasEnded) {
      if (this.#hasNews) {
        const text = await this.#read();
        if (text !== '') return text;
      }
      if (await this.#isQuiet()) return this.#beat();
    }
    return `retry: ${RETRY_MS}\n\n`;
  }

  async #begin(): Promise<string> {
    const page = this.#opening;
    this.#opening = undefined;
    if (!page) return this.#resetFrame('no-position');
    const text = this.#take(page);
    if (this.#isEnding) return text;
    const hint = `retry: ${RETRY_MS}\n\n`;
    if (text === '') return hint + (await this.#beat());
    // The head comes before the facts up to there: after them it would not tell what is old and what is new.
    const { epoch, seq } = await this.#options.log.head(this.#options.agentId);
    return epoch === this.#position.epoch ? hint + this.#heartbeat(seq) + text : this.#resetFrame('other-epoch');
  }

  async #read(): Promise<string> {
    const { log, agentId } = this.#options;
    this.#hasNews = false;
    return this.#take(await log.read(agentId, this.#position, ENTRIES_AT_ONCE));
  }

  #take(page: LogPage): string {
    if (!page.ok) return this.#resetFrame(page.reason);
    if (page.entries.some(({ text }) => text === MARK)) return this.#resetFrame('replaced');
    const entries = firstOf(page.entries, this.#options.limits.bufferedBytes);
    const last = entries.at(-1);
    if (!last) return '';
    const { epoch } = this.#position;
    this.#position = { epoch, seq: last.seq };
    this.#hasNews ||= entries.length < page.entries.length || entries.length === ENTRIES_AT_ONCE;
    return entries.map((entry) => factFrame(epoch, entry)).join('');
  }

  /** Waits for news, and answers true if there were none for the time of a heartbeat. */
  async #isQuiet(): Promise<boolean> {
    if (this.#isEnding || this.#hasEnded || this.#hasNews) return false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isQuiet = await new Promise<boolean>((resolve) => {
      timer = setTimeout(() => {
        resolve(true);
      }, this.#options.heartbeatMs);
      this.#wake = () => {
        resolve(false);
      };
    });
    clearTimeout(timer);
    this.#wake = () => undefined;
    return isQuiet;
  }

  /** A heartbeat with the head as the log has it, after whatever it turns out to hold that nobody spoke of. */
  async #beat(): Promise<string> {
    const { log, agentId } = this.#options;
    const head = await log.head(agentId);
    const missed = head.epoch === this.#position.epoch && head.seq === this.#position.seq ? '' : await this.#read();
    if (missed !== '') return missed;
    return this.#heartbeat(this.#position.seq);
  }

  #heartbeat(head: number): string {
    const { epoch } = this.#position;
    return frame('heartbeat', { v: WIRE_VERSION, epoch, head, ts: this.#options.clock.now() });
  }

  #resetFrame(reason: string): string {
    this.#isEnding = true;
    return frame('reset', { v: WIRE_VERSION, reason });
  }

  #finish(reason?: 'slow' | 'log-failed'): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    clearTimeout(this.#stall);
    clearTimeout(this.#lifetime);
    this.#unfollow();
    this.#wake();
    this.#options.onEnd(reason);
  }
}

/** As many entries as fit, and one in any case. */
function firstOf(entries: readonly LogEntry[], length: number): readonly LogEntry[] {
  let sum = 0;
  const end = entries.findIndex(({ text }, index) => (sum += text.length) > length && index > 0);
  return end < 0 ? entries : entries.slice(0, end);
}

/** The fact is kept as JSON; its place in the log is written in front of what is inside. */
function factFrame(epoch: string, { seq, prev, text }: LogEntry): string {
  const id = cursorOf({ epoch, seq });
  return `event: fact\nid: ${id}\ndata: {"epoch":"${epoch}","seq":${String(seq)},"prev":${String(prev)},${text.slice(1)}\n\n`;
}
