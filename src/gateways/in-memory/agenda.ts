import type { Scheduler } from './scheduler.js';

interface Appointment {
  readonly at: number;
  readonly run: () => void;
}

/**
 * What the backend still has to do, in order of time. It takes the scheduler's time in tempo `speed`, and it can be
 * paused: a backend that nobody listens to leaves no timer behind.
 */
export class Agenda {
  readonly #scheduler: Scheduler;
  readonly #speed: number;
  #appointments: readonly Appointment[] = [];
  #isPaused = true;
  #disarm: (() => void) | undefined;
  #last = 0;

  /** `speed` 4 makes everything happen in a quarter of the time. */
  constructor(scheduler: Scheduler, speed = 1) {
    this.#scheduler = scheduler;
    this.#speed = Number.isFinite(speed) && speed > 0 ? speed : 1;
  }

  /** Now, in ms since the epoch; later than or equal to every answer before. */
  now(): number {
    this.#last = Math.max(this.#last, Math.round(this.#scheduler.now()));
    return this.#last;
  }

  /** The moment that is `ms` of the backend's tempo away. */
  momentIn(ms: number): number {
    return this.now() + Math.round(ms / this.#speed);
  }

  /** Runs something once, in `ms` of the backend's tempo. Returns a function that calls it off. */
  after(ms: number, run: () => void): () => void {
    const appointment = { at: this.momentIn(Math.max(0, ms)), run };
    const later = this.#appointments.findIndex(({ at }) => at > appointment.at);
    this.#appointments = this.#appointments.toSpliced(later < 0 ? this.#appointments.length : later, 0, appointment);
    this.#arm();
    return () => {
      this.#appointments = this.#appointments.filter((other) => other !== appointment);
      this.#arm();
    };
  }

  pause(): void {
    this.#isPaused = true;
    this.#arm();
  }

  /** Goes on; what fell due in the meantime is done at once. */
  resume(): void {
    this.#isPaused = false;
    this.#runDue();
  }

  #runDue(): void {
    const now = this.now();
    for (let [first] = this.#appointments; first && first.at <= now && !this.#isPaused; [first] = this.#appointments) {
      this.#appointments = this.#appointments.slice(1);
      first.run();
    }
    this.#arm();
  }

  #arm(): void {
    this.#disarm?.();
    this.#disarm = undefined;
    const [first] = this.#appointments;
    if (this.#isPaused || !first) return;
    this.#disarm = this.#scheduler.after(Math.max(0, Math.ceil(first.at - this.#scheduler.now())), () => {
      this.#disarm = undefined;
      this.#runDue();
    });
  }
}
