import type { AgentWish, CommandReply } from '../commands/command.js';
import type { Session } from '../model/session.js';
import { engagesAgent } from '../rules/session-phase.js';
import { selectSession } from '../selectors/select-session.js';
import type { SessionStore } from './session-store.js';

/**
 * Single-active policy: parks the session the agent is in, waits until it has left the conversation, then executes the
 * wish. When parking is refused or fails, the wish is not sent; the failure stands on the session that was to be parked.
 */
export async function parkFirst(store: SessionStore, activeId: string, wish: AgentWish): Promise<CommandReply> {
  const { state, failure: lastFailure } = store.read(selectSession(activeId)) ?? {};
  // One that is on its way aside already is only waited for.
  if (state !== 'parking') {
    const reply = await store.execute({ type: 'session.park', sessionId: activeId });
    if (!reply.ok) return reply;
  }
  const isDecided = (session: Session | undefined): boolean =>
    !session || !engagesAgent(session.state) || (session.failure !== undefined && session.failure !== lastFailure);
  const session = await sessionWhen(store, activeId, isDecided);
  if (session && engagesAgent(session.state)) return { ok: false, failure: 'not-allowed' };
  return store.execute(wish);
}

/** The record as soon as it fulfils a condition; undefined when the store is disposed before. */
function sessionWhen(
  store: SessionStore,
  id: string,
  isMet: (session: Session | undefined) => boolean,
): Promise<Session | undefined> {
  return new Promise((resolve) => {
    const subscription = store.select(selectSession(id)).subscribe({
      next(session) {
        if (!isMet(session)) return;
        resolve(session);
        // The first value comes while this is being subscribed.
        void Promise.resolve().then(() => {
          subscription.unsubscribe();
        });
      },
      complete() {
        resolve(undefined);
      },
    });
  });
}
