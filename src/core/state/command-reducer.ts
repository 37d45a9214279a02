import type { AgentWish, CommandFailure, SessionCommand } from '../commands/command.js';
import { isFrom } from '../model/source.js';

/** A command that is on its way, or that failed and that the agent has not dismissed yet. */
export interface TrackedCommand {
  readonly command: SessionCommand;
  readonly status: 'pending' | 'failed';
  readonly at: number;
  readonly failure?: CommandFailure;
  readonly message?: string;
}

/** What the store itself says of the commands it passes on. Never comes from a gateway. */
export type CommandFact =
  | { readonly type: 'command.sent'; readonly at: number; readonly command: SessionCommand }
  | { readonly type: 'command.succeeded' | 'command.dismissed'; readonly at: number; readonly command: SessionCommand }
  | {
      readonly type: 'command.failed';
      readonly at: number;
      readonly command: SessionCommand;
      readonly failure: CommandFailure;
      readonly message?: string;
    };

/** Commands are kept per session; those about the agent share one place. */
export const commandsKeyOf = (command: SessionCommand): string =>
  'sessionId' in command ? `session ${command.sessionId}` : 'agent';

/** Whether a wish goes to a source; one about the agent goes to all. */
export const isWishTo = (source: string, wish: AgentWish): boolean =>
  !('sessionId' in wish) || isFrom(source, wish.sessionId);

/**
 * The commands of one session (or of the agent). A new try of the same kind replaces the failed one before it. The
 * outcome of a command that is not here (another agent's, or off the screen already) changes nothing.
 */
export function commandReducer(
  commands: readonly TrackedCommand[] | undefined,
  fact: CommandFact,
): readonly TrackedCommand[] | undefined {
  const { command, at } = fact;
  const others = (commands ?? []).filter((other) => other.command.commandId !== command.commandId);
  if (fact.type !== 'command.sent' && others.length === (commands?.length ?? 0)) return commands;
  switch (fact.type) {
    case 'command.sent':
      return [
        ...others.filter((other) => other.status === 'pending' || !isSameKind(other.command, command)),
        { command, status: 'pending', at },
      ];
    case 'command.failed': {
      const { failure, message } = fact;
      if (isReplaced(command, commands ?? [])) return others.length === 0 ? undefined : others;
      return [...others, { command, status: 'failed', at, failure, ...(message !== undefined && { message }) }];
    }
    case 'command.succeeded':
    case 'command.dismissed':
      return others.length === 0 ? undefined : others;
  }
}

/** What could not be saved is no news once the agent has saved anew: it would come back over the newer one. */
function isReplaced(command: SessionCommand, commands: readonly TrackedCommand[]): boolean {
  if (!/^(codes|tags|notes)/.test(command.type)) return false;
  const place = commands.findIndex((other) => other.command.commandId === command.commandId);
  return commands.some((other, at) => at > place && isSameKind(other.command, command));
}

/** Primary and secondary code are independent: a choice of one is no new try of the other. Neither is another message. */
const isSameKind = (one: SessionCommand, other: SessionCommand): boolean =>
  one.type === other.type &&
  'primary' in one === 'primary' in other &&
  'secondary' in one === 'secondary' in other &&
  (!('segmentId' in one) || !('segmentId' in other) || one.segmentId === other.segmentId);
