import type { TwilioEmitter } from './task-router.js';

/** What is listened to. Nothing is thrown into the SDK, which would lose what else it has to tell. */
export class Listeners {
  readonly #offs: (() => void)[] = [];
  readonly #failed: (reason: string) => void;

  constructor(failed: (reason: string) => void) {
    this.#failed = failed;
  }

  hear(emitter: TwilioEmitter, event: string, act: (told: never) => void): void {
    const listener = (told: unknown): void => {
      try {
        act(told as never);
      } catch (error) {
        this.#failed(`${event} could not be read: ${String(error)}`);
      }
    };
    emitter.on(event, listener);
    this.#offs.push(() => {
      emitter.removeListener(event, listener);
    });
  }

  clear(): void {
    for (const off of this.#offs.splice(0)) off();
  }
}
