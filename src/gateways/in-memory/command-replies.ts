import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import { Replies } from '../platform/replies.js';
import { refusalOf } from './command-rules.js';
import type { Situation } from './command-rules.js';
import type { FaultList } from './faults.js';
import type { Scheduler } from './scheduler.js';
import type { Timings } from './timings.js';

export interface CommandRepliesOptions {
  readonly faults: FaultList;
  readonly timings: Pick<Timings, 'replyMs' | 'replyTimeoutMs'>;
  readonly scheduler: Scheduler;
  readonly situation: () => Situation;
  /** Does what the rules allow. */
  readonly carryOut: (command: SessionCommand) => void;
}

/** What becomes of a command: refused by the rules, carried out, or held up by a fault that was put in. Each is done once. */
export class CommandReplies {
  readonly #options: CommandRepliesOptions;
  readonly #replies = new Replies();

  constructor(options: CommandRepliesOptions) {
    this.#options = options;
  }

  /** The reply, after the time it takes on its way. It comes also when nobody is connected any more. */
  of(command: SessionCommand): Promise<CommandReply> {
    return this.#replies.of(command.commandId, () => this.#delivered(command, this.#carriedOut(command)));
  }

  #carriedOut(command: SessionCommand): CommandReply {
    const { faults, situation, carryOut } = this.#options;
    const fault = faults.take('command', sessionOf(command));
    if (fault) {
      const { failure = 'failed', message = 'The system did not do it. Try again.' } = fault;
      return { ok: false, failure, message };
    }
    try {
      const refusal = refusalOf(command, situation());
      if (refusal) return { ok: false, ...refusal };
      carryOut(command);
      return { ok: true };
    } catch {
      return { ok: false, failure: 'failed', message: 'The system could not read what was asked for.' };
    }
  }

  #delivered(command: SessionCommand, reply: CommandReply): Promise<CommandReply> {
    const { faults, timings, scheduler } = this.#options;
    const isLost = faults.take('lost-reply', sessionOf(command)) !== undefined;
    const ms = isLost ? timings.replyTimeoutMs : timings.replyMs;
    const arriving: CommandReply = isLost
      ? { ok: false, failure: 'unreachable', message: 'The system did not answer.' }
      : reply;
    return ms === 0
      ? Promise.resolve(arriving)
      : new Promise((resolve) =>
          scheduler.after(ms, () => {
            resolve(arriving);
          }),
        );
  }
}

const sessionOf = (command: SessionCommand): string | undefined =>
  'sessionId' in command ? command.sessionId : undefined;
