import type { Clock } from '../core/ports/clock.js';
import type { Logger } from '../core/ports/logger.js';
import type { Reading } from '../core/wire/reading.js';

/** One call of something that belongs to the host. */
export interface HostCall<T> {
  /** What is called, for the log. */
  readonly name: string;
  /** How long it may take, in ms. */
  readonly ms: number;
  /** Of whom, for the log. */
  readonly agentId?: string;
  /** `signalOf` answers a signal that is aborted when the time is up. Who does not ask for it pays for none. */
  readonly act: (signalOf: () => AbortSignal) => unknown;
  /** Reads what it answers: nothing is believed. */
  readonly read: (answer: unknown) => Reading<T>;
  /** Hears of an answer that comes after the time is up. */
  readonly onLate?: (answer: T) => void;
}

/** What the host did not answer, or not as it has to. The log has heard of it. */
export class HostFailure extends Error {
  /** Whether there was an answer, and it was of the wrong shape: what was asked for may have been done. */
  readonly isAnswered: boolean;

  constructor(message: string, { isAnswered = false, cause }: { isAnswered?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.name = 'HostFailure';
    this.isAnswered = isAnswered;
  }
}

/**
 * The one place where code of the host is called: whatever it throws, answers or leaves unanswered becomes an answer of
 * the right shape, or a `HostFailure` and one line in the log.
 */
export class HostCalls {
  readonly logger: Logger;
  readonly clock: Clock;
  readonly #stops = new Set<() => void>();

  constructor({ logger, clock }: { readonly logger?: Logger | undefined; readonly clock?: Clock | undefined }) {
    this.logger = guardedLogger(logger);
    this.clock = guardedClock(clock);
  }

  /** Rejects with a `HostFailure` only. The signal is aborted when the time is up, and when the server is closed. */
  call<T>(call: HostCall<T>): Promise<T> {
    let controller: AbortController | undefined;
    return new Promise((resolve, reject) => {
      let isOver = false;
      const fail = (failure: HostFailure): void => {
        isOver = true;
        this.logger.error(failure.message, call.agentId === undefined ? undefined : { agentId: call.agentId });
        reject(failure);
      };
      const end = (): void => {
        clearTimeout(timer);
        this.#stops.delete(giveUp);
      };
      const giveUp = (): void => {
        end();
        fail(new HostFailure(`${call.name} took longer than ${call.ms} ms`));
        controller?.abort();
      };
      const timer = setTimeout(giveUp, call.ms);
      this.#stops.add(giveUp);
      ask(call, () => (controller ??= new AbortController()).signal).then(
        (answer) => {
          end();
          if (isOver) call.onLate?.(answer);
          else resolve(answer);
        },
        (failure: unknown) => {
          end();
          if (!isOver) fail(failure instanceof HostFailure ? failure : new HostFailure(`${call.name} failed`));
        },
      );
    });
  }

  /** Gives up whatever has not answered yet. */
  close(): void {
    for (const giveUp of [...this.#stops]) giveUp();
  }
}

async function ask<T>({ name, act, read }: HostCall<T>, signalOf: () => AbortSignal): Promise<T> {
  let answer: unknown;
  try {
    answer = await act(signalOf);
  } catch (error) {
    throw new HostFailure(`${name} failed: ${kindOf(error)}`, { cause: error });
  }
  let reading: Reading<T>;
  try {
    reading = read(answer);
  } catch (error) {
    throw new HostFailure(`${name} answered what cannot be read: ${kindOf(error)}`, { isAnswered: true });
  }
  if (reading.ok) return reading.value;
  throw new HostFailure(`${name} answered in the wrong shape: ${reading.reason}`, { isAnswered: true });
}

/** The kind of an error only: its message may quote what customers wrote. Never throws. */
export function kindOf(error: unknown): string {
  try {
    if (!(error instanceof Error)) return typeof error;
    const { name } = error;
    return typeof name === 'string' && /^[A-Za-z]\w{0,59}$/.test(name) ? name : 'Error';
  } catch {
    return 'Error';
  }
}

/** Calls back, and whatever is thrown or rejected there stays there. */
export function quietly(act: () => unknown): void {
  try {
    Promise.resolve(act()).catch(() => undefined);
  } catch {
    // Whose code it is has to look after it; who is told next must not miss it.
  }
}

const guardedLogger = (logger: Logger | undefined): Logger => ({
  warn: (message, detail) => {
    quietly(() => logger?.warn(message, detail));
  },
  error: (message, detail) => {
    quietly(() => logger?.error(message, detail));
  },
});

/** The furthest instant that a date can stand for. */
const FURTHEST_MS = 8.64e15;

const guardedClock = (clock: Clock | undefined): Clock => ({
  now() {
    try {
      const now: unknown = clock?.now();
      if (typeof now === 'number' && Math.abs(now) <= FURTHEST_MS) return now;
      quietly(() => now);
    } catch {
      // The machine has a clock as well.
    }
    return Date.now();
  },
});
