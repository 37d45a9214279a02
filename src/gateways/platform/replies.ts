import type { CommandReply } from '../../core/commands/command.js';

const MOST = 1000;

/** The replies by the ids of commands: what comes twice is carried out once. The oldest are let go. */
export class Replies {
  readonly #replies = new Map<string, Promise<CommandReply>>();

  of(commandId: string, carryOut: () => Promise<CommandReply>): Promise<CommandReply> {
    const known = this.#replies.get(commandId);
    if (known) return known;
    const reply = carryOut();
    this.#replies.set(commandId, reply);
    const [oldest] = this.#replies.keys();
    if (this.#replies.size > MOST && oldest !== undefined) this.#replies.delete(oldest);
    return reply;
  }

  /** It may be tried again. */
  forget(commandId: string): void {
    this.#replies.delete(commandId);
  }
}
