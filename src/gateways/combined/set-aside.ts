import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { Session } from '../../core/model/session.js';
import type { Gateway } from '../../core/ports/gateway.js';
import { may, impedimentTo } from '../../core/rules/permissions.js';
import type { CombinedWords } from './words.js';
import { isInHand } from './over-all.js';
import { PATIENCE_MS } from './watch.js';
import type { Watch } from './watch.js';

type OnSession = Extract<SessionCommand, { readonly sessionId: string }>;

/**
 * Before the agent turns to a session: parks what is in hand at the other members, or puts it on hold, and waits until it
 * is. Where the agent asks by the elements, that has happened by then: what is in the way is in the state (`overAll`). Those of the same member are its own affair. Answers with the refusal where one of them can be neither.
 */
export async function setAsideOthers(
  command: OnSession,
  watch: Watch,
  gateway: Gateway,
  { notSetAside }: CombinedWords,
): Promise<CommandReply | undefined> {
  const { tables } = watch;
  const own = memberOf(command.sessionId);
  for (const id of tables.usage.engaging) {
    if (memberOf(id) === own || !isInHand(tables.sessions.get(id))) continue;
    const reason = await setAside(id, command.commandId, watch, gateway);
    if (isInHand(tables.sessions.get(id))) {
      const held = { member: memberOf(id), ...(reason !== undefined && { reason }) };
      return { ok: false, failure: 'not-allowed', message: notSetAside(held) };
    }
  }
  return undefined;
}

/** Ids begin with their source, whose name has no slash. */
const memberOf = (id: string): string => id.slice(0, id.indexOf('/'));

/** Answers with why it was not parked, where that is known. */
async function setAside(id: string, commandId: string, watch: Watch, gateway: Gateway): Promise<string | undefined> {
  const session = (): Session | undefined => watch.tables.sessions.get(id);
  const before = session()?.failure;
  const isDecided = (): boolean => {
    const now = session();
    return !isInHand(now) || (now?.failure !== undefined && now.failure !== before);
  };
  let reason: string | undefined;
  for (const type of ['session.park', 'session.hold'] as const) {
    const now = session();
    if (!now || !isInHand(now)) break;
    // What is on its way aside already is only waited for.
    const isLeaving = type === 'session.park' && now.state === 'parking';
    if (!isLeaving && !may(type, now)) {
      reason ??= impedimentTo(type, now);
      continue;
    }
    const reply: CommandReply = isLeaving
      ? { ok: true }
      : await gateway.execute({ type, sessionId: id, commandId: `${commandId}-${type}` });
    if (reply.ok) await watch.until(isDecided, PATIENCE_MS);
    else reason ??= reply.message;
    reason ??= session()?.failure === before ? undefined : session()?.failure?.reason;
  }
  return reason;
}
