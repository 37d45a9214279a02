import { filter, firstValueFrom } from 'rxjs';
import { isInConversation } from '../model/session.js';
import { selectSession } from '../selectors/select-workspace.js';
import type { SessionStore } from './session-store.js';
import type { AgentWish, CommandReply } from '../commands/command.js';

/**
 * Single-active policy: parks the session the agent is in, waits until it has left the conversation, then executes the
 * wish. When parking is refused or fails, the wish is not sent; the failure stands on the session that was to be parked.
 */
export async function parkFirst(store: SessionStore, activeId: string, wish: AgentWish): Promise<CommandReply> {
  const active = store.select(selectSession(activeId));
  const lastFailure = store.read(selectSession(activeId))?.failure;
  const reply = await store.execute({ type: 'session.park', sessionId: activeId });
  if (!reply.ok) return reply;
  const session = await firstValueFrom(
    active.pipe(
      filter(
        (now) => !now || !isInConversation(now.state) || (now.failure !== undefined && now.failure !== lastFailure),
      ),
    ),
    { defaultValue: undefined },
  );
  if (session && isInConversation(session.state)) return { ok: false, failure: 'not-allowed' };
  return store.execute(wish);
}
