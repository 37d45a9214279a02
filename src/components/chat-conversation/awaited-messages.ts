import type { AgentWish, CommandReply } from '../../core/commands/command.js';
import type { TrackedCommand } from '../../core/state/command-reducer.js';
import type { SegmentList } from '../../core/state/segment-list.js';
import type { Outgoing } from './chat-items.js';

type SendWish = Extract<AgentWish, { type: 'message.send' }>;

/**
 * Messages that the conversation is yet to show. A backend may answer before it says that the message is there: until
 * then it stays on screen as being sent.
 */
export class AwaitedMessages {
  readonly #awaited = new Map<string, Outgoing>();

  put(wish: SendWish, at: number, reply: Promise<CommandReply>): void {
    const { segmentId } = wish;
    const outgoing: Outgoing = { command: { ...wish, commandId: '' }, status: 'pending', at };
    this.#awaited.set(segmentId, outgoing);
    void reply.then(({ ok }) => {
      // What failed is kept by the store, with the reason.
      if (!ok && this.#awaited.get(segmentId) === outgoing) this.#awaited.delete(segmentId);
    });
  }

  /** What is on its way in a session or did not get there, oldest first. */
  of(sessionId: string, commands: readonly TrackedCommand[], list: SegmentList): readonly Outgoing[] {
    const tracked = commands.filter(isSending);
    const known = new Set(tracked.map(({ command }) => command.segmentId));
    for (const [segmentId, { command }] of this.#awaited)
      if (command.sessionId === sessionId && isThere(segmentId, list)) this.#awaited.delete(segmentId);
    const awaited = [...this.#awaited.values()].filter(
      ({ command }) => command.sessionId === sessionId && !known.has(command.segmentId),
    );
    return [...tracked, ...awaited].sort((one, other) => one.at - other.at);
  }
}

const isSending = (tracked: TrackedCommand): tracked is Outgoing => tracked.command.type === 'message.send';

const isThere = (segmentId: string, list: SegmentList): boolean => {
  const segment = list.get(segmentId);
  return segment !== undefined && segment.delivery !== 'failed';
};

/** Whether a message that is said to have failed got there all the same: only its answer was lost. */
export const hasArrived = (tracked: TrackedCommand, list: SegmentList): boolean =>
  tracked.status === 'failed' && isSending(tracked) && isThere(tracked.command.segmentId, list);
