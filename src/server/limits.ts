import { LONGEST_EVENT } from '../core/wire/contract.js';

export interface Limits {
  /** Largest body of a command, in bytes (64 KB). */
  readonly bodyBytes: number;
  /** Largest fact as it is published, in characters (256 K); at most what the contract allows. */
  readonly eventLength: number;
  /** Largest file that is uploaded, in bytes (25 MB). */
  readonly fileBytes: number;
  /** Uploads of one agent under way at the same time (8). */
  readonly uploadsUnderWay: number;
  /** How long one upload may take, with what the host makes of it, in ms (10 min). */
  readonly uploadMs: number;
  /** How often in ten seconds an agent can say that he writes, or has stopped (40). */
  readonly typingPerTenSeconds: number;
  /** Open streams of one agent (32): tabs share one, so these are browsers. With one more the oldest gives way. */
  readonly streamsPerAgent: number;
  /** Commands of one agent under way at the same time (64). */
  readonly commandsUnderWay: number;
  /** Sessions on one page of history, and items on one of what waits to be picked (100). */
  readonly historyPage: number;
  /** What waits in memory for a reader who does not take it, in bytes (64 KB). The rest waits in the log. */
  readonly bufferedBytes: number;
  /** How long a reader may leave what waits for it before it is disconnected, in ms (30 s). */
  readonly stallMs: number;
  /** How long one stream lasts before its reader has to come back and show who it is, in ms (1 h). */
  readonly streamMs: number;
  /** How often the host is asked whose an open stream is, in ms (30 s). */
  readonly recheckMs: number;
  /**
   * How long the host may take over whose request it is, over a snapshot and over a page, the log over a
   * question, and a reader over the body of a command, in ms (10 s).
   */
  readonly hostMs: number;
  /** How long the host may take over a command, in ms (30 s). After that it may be sent again, under the same key. */
  readonly commandMs: number;
  /** How long the log may take to append, in ms (60 s). */
  readonly appendMs: number;
  /** How long the reply to a command is kept, in ms (24 h). */
  readonly keepRepliesMs: number;
  /** Replies kept for one agent (5000); beyond that the oldest is forgotten. */
  readonly keptReplies: number;
  /** How long `close` waits for requests, and once more for streams, in ms (5 s). */
  readonly closeMs: number;
}

const DEFAULT_LIMITS: Limits = {
  bodyBytes: 64 * 1024,
  eventLength: 256 * 1024,
  fileBytes: 25 * 1000 * 1000,
  uploadsUnderWay: 8,
  uploadMs: 600_000,
  typingPerTenSeconds: 40,
  streamsPerAgent: 32,
  commandsUnderWay: 64,
  historyPage: 100,
  bufferedBytes: 64 * 1024,
  stallMs: 30_000,
  streamMs: 3_600_000,
  recheckMs: 30_000,
  hostMs: 10_000,
  commandMs: 30_000,
  appendMs: 60_000,
  keepRepliesMs: 86_400_000,
  keptReplies: 5000,
  closeMs: 5000,
};

/** A timer that is set further ahead goes off at once. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** What stands around a fact in the data of its event: epoch, seq and prev. */
const AROUND_A_FACT = 256;

const MOST: Partial<Limits> = {
  eventLength: LONGEST_EVENT - AROUND_A_FACT,
  // No timer: it is compared.
  keepRepliesMs: Number.MAX_SAFE_INTEGER,
};

/** The limits of a server. Throws a RangeError that names the one which is no limit. */
export function limitsOf(given: Partial<Limits> = {}): Limits {
  const limits = { ...DEFAULT_LIMITS, ...given };
  for (const name of Object.keys(DEFAULT_LIMITS) as (keyof Limits)[]) {
    const most = MOST[name] ?? (name.endsWith('Ms') ? LONGEST_TIMER_MS : Number.MAX_SAFE_INTEGER);
    checkLimit(`limits.${name}`, limits[name], most);
  }
  return limits;
}

/** Throws a RangeError unless `value` is a number from 1 (or from `least`) to `most`. */
export function checkLimit(name: string, value: unknown, most = Number.MAX_SAFE_INTEGER, least = 1): void {
  if (typeof value !== 'number' || !(value >= least && value <= most))
    throw new RangeError(`${name} has to be a number from ${least} to ${most}.`);
}
