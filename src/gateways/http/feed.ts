import type { SessionEvent } from '../../core/events/session-event.js';
import type { Delivery } from '../../core/ports/gateway.js';
import type { Envelope, Heartbeat, Position } from '../../core/wire/contract.js';
import { readEnvelope, readFact, readHeartbeat } from '../../core/wire/read-envelope.js';
import type { ReadSnapshot } from '../../core/wire/read-snapshot.js';
import { isInSeconds } from '../../core/wire/reading.js';
import type { RawMessage } from './event-stream.js';
import { commandIdOf } from './idempotency-key.js';
import { cursorAfter, judgeEvent, judgeHead } from './position.js';
import type { Cursor } from './position.js';

/** What a feed hands its results to. It must not throw: the position has moved already. */
export interface FeedReceiver {
  facts(events: readonly SessionEvent[], delivery: Delivery): void;
  rejected(reason: string): void;
  /** The backend's time, just heard. */
  heardTime(serverTime: number): void;
  /** What is known is not the truth any more: only a snapshot helps. Told once, until `restore`. */
  lost(): void;
}

/** So many snapshots in a row from which nothing led on, not one event or heartbeat, are no coincidence. */
const STRAYS = 3;

/** So many events wait for a snapshot; before that many more have come there is another one. */
const MOST_WAITING = 20_000;

/**
 * What is left to catch up on after a stream was opened: what happened before that moment, in server time; and, once the
 * backend has named its head, everything up to there.
 */
type Ahead = { readonly openedAt: number } | Pick<Heartbeat, 'epoch' | 'head'> | undefined;

/**
 * One reader of the log: takes what comes, in any order and number, and lets through every event exactly once and in
 * order. The position moves before the receiver is called, so a receiver may do what it likes. Does nothing by itself:
 * no network, no timers.
 */
export class Feed {
  readonly #receiver: FeedReceiver;
  /** Where this feed stands; undefined while only a snapshot helps. */
  #cursor: Cursor | undefined;
  /** Events that came while the snapshot was under way. */
  #waiting: Envelope[] = [];
  /** What is said once: whoever makes such a mistake makes it every time. */
  readonly #told = new Set<string>();
  /** How many snapshots in a row nothing has led on from. */
  #strays = 0;
  #ahead: Ahead = { openedAt: Number.POSITIVE_INFINITY };

  constructor(receiver: FeedReceiver) {
    this.#receiver = receiver;
  }

  /** Where to go on; undefined while only a snapshot helps. */
  get position(): Position | undefined {
    return this.#cursor;
  }

  /** Whether what is known is what is. */
  get isCurrent(): boolean {
    return this.#cursor !== undefined && this.#ahead === undefined;
  }

  /** A stream was opened at `now`, in server time: what comes first on it may have happened before. */
  opened(now: number): void {
    this.#ahead = { openedAt: now };
  }

  /** There is nothing left to catch up on, as far as anybody can tell. */
  settled(): void {
    if (this.#ahead && 'openedAt' in this.#ahead) this.#ahead = undefined;
  }

  /** Takes messages of the stream. Never throws for what they hold. */
  take(messages: readonly RawMessage[]): void {
    const run = new Run();
    for (const { kind, data } of messages) {
      const body = parsed(data);
      if (kind === 'unnamed')
        this.#tellOnce(
          'events: an event without its line `event: fact` (or `heartbeat`, or `reset`) was left out; write that line before its data',
        );
      else if (kind === 'reset') this.#lose();
      else if (kind === 'refused') this.#forget();
      else if (kind === 'heartbeat') this.#takeHeartbeat(body);
      else this.#takeEvent(body, run);
    }
    run.deliver(this.#receiver);
  }

  /** Somebody who reads the same log stands here: whether that is further than this feed. */
  compare({ epoch, seq }: Position): void {
    const cursor = this.#cursor;
    if (cursor?.epoch === epoch && seq > cursor.seq) this.#forget();
  }

  /** Nothing known is taken for granted any more; only a snapshot leads on. */
  abandon(): void {
    this.#waiting = [];
    this.#forget();
  }

  /** Takes a snapshot as the truth, and what came in the meantime on top of it. Everything so far is caught up on. */
  restore({ position, serverTime, events, rejected }: ReadSnapshot): void {
    this.#hearTime('snapshot: serverTime', serverTime);
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#cursor = { ...position, isEvent: false };
    const run = new Run();
    run.add(events, 'replay');
    // Of another epoch is what came from before a restart. What came from after it leads to the next snapshot by itself.
    for (const envelope of waiting) if (envelope.epoch === position.epoch) this.#place(envelope, run, 'replay');
    this.#catchUp();
    for (const reason of rejected) this.#receiver.rejected(reason);
    run.deliver(this.#receiver);
  }

  #tellOnce(reason: string): void {
    if (!this.#told.has(reason)) this.#receiver.rejected(reason);
    this.#told.add(reason);
  }

  /** Whether a time can be what it is said to be. */
  #isTime(place: string, time: number): boolean {
    if (isInSeconds(time)) this.#tellOnce(`${place}: Expected milliseconds since 1970, found seconds`);
    return !isInSeconds(time);
  }

  #hearTime(place: string, time: number): void {
    if (this.#isTime(place, time)) this.#receiver.heardTime(time);
  }

  #takeHeartbeat(body: unknown): void {
    const heartbeat = readHeartbeat(body);
    if (!heartbeat.ok) {
      this.#tellOnce(`heartbeat: ${heartbeat.reason}`);
      return;
    }
    const { epoch, head, ts } = heartbeat.value;
    this.#hearTime('heartbeat: ts', ts);
    if (this.#ahead && 'openedAt' in this.#ahead) {
      // The first word on a stream: what it names as missing is about to come.
      this.#ahead = { epoch, head };
      if (this.#cursor?.epoch === epoch && !this.#isBehindItself(head)) {
        if (head <= this.#cursor.seq) this.#strays = 0;
        this.#catchUp();
        return;
      }
    }
    if (this.#cursor) {
      if (judgeHead(this.#cursor, heartbeat.value) === 'duplicate') this.#strays = 0;
      else this.#lose();
    }
    this.#catchUp();
  }

  /** Whether the log ends before what was already read of it. */
  #isBehindItself(head: number): boolean {
    return this.#cursor?.isEvent === true && head < this.#cursor.seq;
  }

  #takeEvent(body: unknown, run: Run): void {
    const envelope = readEnvelope(body);
    if (!envelope.ok) {
      this.#tellOnce(`event: ${envelope.reason}`);
      return;
    }
    this.#isTime('event: ts', envelope.value.ts);
    if (!this.#cursor) {
      this.#waiting.push(envelope.value);
      if (this.#waiting.length > MOST_WAITING) this.#waiting.shift();
      return;
    }
    const ahead = this.#ahead;
    if (ahead && 'openedAt' in ahead && envelope.value.ts >= ahead.openedAt) this.#ahead = undefined;
    this.#place(envelope.value, run, this.#ahead === undefined ? 'live' : 'replay');
    this.#catchUp();
  }

  #place(envelope: Envelope, run: Run, delivery: Delivery): void {
    if (!this.#cursor) {
      this.#waiting.push(envelope);
      return;
    }
    switch (judgeEvent(this.#cursor, envelope)) {
      case 'duplicate':
        return;
      case 'gap':
      case 'other-epoch':
        this.#lose();
        this.#waiting.push(envelope);
        return;
      case 'apply': {
        this.#strays = 0;
        this.#cursor = cursorAfter(envelope);
        const fact = readFact(envelope);
        const unread = fact.ok ? fact.leftOut.join('; ') : fact.reason;
        if (unread !== '') this.#receiver.rejected(unread);
        if (fact.ok) run.add([withCommandId(fact.value)], delivery);
      }
    }
  }

  /** What came does not lead on. */
  #lose(): void {
    if (!this.#cursor) return;
    if (!this.#cursor.isEvent) this.#strays += 1;
    if (this.#strays === STRAYS)
      this.#receiver.rejected(
        'events: nothing leads on from the snapshot: after it comes another "epoch", a "prev" or a "head" beyond its "seq", or a reset. Take "epoch" and "seq" of a snapshot from the log that the events come from',
      );
    this.#forget();
  }

  #forget(): void {
    if (!this.#cursor) return;
    this.#cursor = undefined;
    this.#receiver.lost();
  }

  #catchUp(): void {
    const [cursor, ahead] = [this.#cursor, this.#ahead];
    if (!cursor || !ahead || 'openedAt' in ahead) return;
    // In another epoch the head was somebody else's number; the snapshot that led here is as good.
    if (cursor.epoch !== ahead.epoch || cursor.seq >= ahead.head) this.#ahead = undefined;
  }
}

/** Facts on their way to the receiver, in runs of one kind of delivery. */
class Run {
  readonly #parts: { readonly events: SessionEvent[]; readonly delivery: Delivery }[] = [];

  add(events: readonly SessionEvent[], delivery: Delivery): void {
    const last = this.#parts.at(-1);
    if (last?.delivery === delivery) for (const event of events) last.events.push(event);
    else this.#parts.push({ events: [...events], delivery });
  }

  deliver(receiver: FeedReceiver): void {
    for (const { events, delivery } of this.#parts) receiver.facts(events, delivery);
  }
}

const withCommandId = (fact: SessionEvent): SessionEvent =>
  fact.causedBy === undefined ? fact : { ...fact, causedBy: commandIdOf(fact.causedBy) };

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
