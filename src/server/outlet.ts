import type { Position, WireFact } from '../core/wire/contract.js';
import { REPLACED } from './fact-lines.js';

/** Where the facts of one agent go. Both reject when it is not certain that they were kept. */
export interface Log {
  publish(facts: readonly WireFact[], key: string): Promise<Position>;
  reset(): Promise<Position>;
}

/** Facts on their way to the log, or the word that readers have to begin anew. */
interface Unit {
  readonly facts: readonly WireFact[] | 'reset';
  readonly key: string;
  /** With the position behind them; undefined when readers find them in a snapshot only. */
  readonly settle: (position: Position | undefined) => void;
}

/** Pauses before what failed is tried again, in ms; the last one over and over, for a reset. */
const PAUSES_MS = [100, 500, 2000, 5000];
/** Facts are tried so often. Then a reset takes their place. */
const TRIES = 4;
/** So many wait for the log at most. With one more a reset takes the place of all. */
const MOST_WAITING = 10_000;

/**
 * Takes facts to the log, one batch after the other. Nothing is lost in silence: what the log does not take in the end
 * is replaced by a reset, which is tried until it is there; whoever takes a snapshot after it knows everything.
 */
export class Outlet {
  readonly #log: Log;
  #waiting: Unit[] = [];
  #isResetOwed = false;
  #isRunning = false;
  #isClosed = false;
  #wake: () => void = () => undefined;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Resolves when the facts are in the log, or it is certain that they never will be. Never rejects. */
  send(facts: readonly WireFact[] | 'reset'): Promise<Position | undefined> {
    return new Promise((settle) => {
      this.#waiting.push({ facts, key: crypto.randomUUID(), settle });
      if (this.#waiting.length > MOST_WAITING) this.#isResetOwed = true;
      if (!this.#isRunning) void this.#run();
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#wake();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (!this.#isClosed && (this.#isResetOwed || this.#waiting.length > 0)) {
      if (this.#isResetOwed) await this.#reset();
      else await this.#take();
    }
    this.#isRunning = false;
    for (const { settle } of this.#waiting.splice(0)) settle(undefined);
  }

  async #take(): Promise<void> {
    const unit = this.#waiting.shift();
    if (!unit) return;
    const { facts, key, settle } = unit;
    for (let failures = 0; !this.#isClosed;) {
      try {
        settle(await (facts === 'reset' ? this.#log.reset() : this.#log.publish(facts, key)));
        return;
      } catch (error) {
        failures += 1;
        if (error instanceof Error && error.cause === REPLACED) {
          settle(undefined);
          return;
        }
        if (failures === TRIES) break;
        await this.#pause(failures);
      }
    }
    this.#isResetOwed = true;
    settle(undefined);
  }

  /** What was said before a reset, readers find in their snapshots; what is said while it is under way comes after it. */
  async #reset(): Promise<void> {
    for (let failures = 0; !this.#isClosed;) {
      for (const { settle } of this.#waiting.splice(0)) settle(undefined);
      try {
        await this.#log.reset();
        this.#isResetOwed = false;
        return;
      } catch {
        failures += 1;
        await this.#pause(failures);
      }
    }
  }

  async #pause(failures: number): Promise<void> {
    if (this.#isClosed) return;
    const ms = PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1];
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
