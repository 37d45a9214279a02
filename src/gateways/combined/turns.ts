import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import { isFrom } from '../../core/model/source.js';
import { PATIENCE_MS } from './watch.js';
import type { Watch } from './watch.js';

/** How long after its reply a member may tell what came of it, in ms. */
const TOLD_MS = 3000;

type OnSession = Extract<SessionCommand, { readonly sessionId: string }>;

/**
 * Wishes to turn to a session, one after the other over all members: what came of one is known before the next is looked
 * at. Nobody waits long for a member that does not answer, nor at all for one that is lost.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take(command: OnSession, watch: Watch, carryOut: () => Promise<CommandReply>): Promise<CommandReply> {
    const before = this.#last;
    const reply = before.then(carryOut);
    this.#last = before.then(() => over(command, watch, reply));
    return reply;
  }
}

async function over({ sessionId }: OnSession, watch: Watch, reply: Promise<CommandReply>): Promise<void> {
  const { tables } = watch;
  const state = (): string | undefined => tables.sessions.get(sessionId)?.state;
  const before = state();
  const isLost = (): boolean =>
    [...tables.connections].some(([member, { status }]) => isFrom(member, sessionId) && status !== 'live');
  let answer: CommandReply | undefined;
  const answered = (own: CommandReply): void => {
    answer = own;
    watch.tell();
  };
  reply.then(answered, () => {
    answered({ ok: false, failure: 'failed' });
  });
  await watch.until(() => answer !== undefined || isLost(), PATIENCE_MS);
  if (answer?.ok) await watch.until(() => state() !== before || isLost(), TOLD_MS);
}
