import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { SessionEvent } from '../../core/events/session-event.js';
import type { Delivery } from '../../core/ports/gateway.js';

/** What the first line of a file says of it. */
export const FORMAT = 'my-sessions/recording/1';

/** Facts as they came, in one call. */
export interface RecordedFacts {
  /** By the gateway's clock, in ms since the epoch. */
  readonly at: number;
  readonly facts: readonly SessionEvent[];
  readonly delivery: Delivery;
}

/** One thing that was noted, a line of the file. */
export type Entry =
  | RecordedFacts
  | { readonly at: number; readonly command: SessionCommand }
  | { readonly at: number; readonly commandId: string; readonly reply: CommandReply }
  | { readonly at: number; readonly rejected: string };
