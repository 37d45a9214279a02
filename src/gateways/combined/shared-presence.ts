import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { SessionEvent } from '../../core/events/session-event.js';
import type { UserPresence } from '../../core/model/presence.js';
import type { Gateway } from '../../core/ports/gateway.js';
import { replyOf, WORST_LAST } from '../../core/store/sources.js';
import type { CombinedOptions } from './options.js';
import type { CombinedWords } from './words.js';

type PresenceChange = Extract<SessionCommand, { readonly type: 'presence.change' }>;

/** Asks every member for a presence, each in its own word. Failed as a whole when one fails; the message names all that did. */
export async function changePresence(
  command: PresenceChange,
  gateways: Readonly<Record<string, Gateway>>,
  presences: CombinedOptions['presences'] = {},
  { presenceRefused }: CombinedWords,
): Promise<CommandReply> {
  const answers = await Promise.all(
    Object.entries(gateways).map(async ([member, gateway]) => {
      const own = new Map<string, string>(Object.entries(presences[member] ?? {}));
      const presence = own.get(command.presence) ?? command.presence;
      return { member, reply: await replyOf(gateway, { ...command, presence }) };
    }),
  );
  const refused = answers.flatMap(({ member, reply }) => (reply.ok ? [] : [{ member, reply }]));
  if (refused.length === 0) return { ok: true };
  const failure = WORST_LAST.findLast((own) => refused.some(({ reply }) => reply.failure === own)) ?? 'failed';
  const members = refused.map(({ member, reply: { message: reason } }) => ({ member, ...(reason && { reason }) }));
  return { ok: false, failure, message: presenceRefused(members) };
}

/** By how likely the agent gets work; a word that nobody knows comes ahead of offline alone. */
const REACHABLE_FIRST: readonly string[] = ['available', 'busy', 'do-not-disturb', 'away', '', 'offline'];

const rankOf = ({ presence }: UserPresence): number => {
  const rank = REACHABLE_FIRST.indexOf(presence);
  return rank < 0 ? REACHABLE_FIRST.indexOf('') : rank;
};

/** The presence by which the agent is reached least; the first of several. What comes next is not reached yet. */
export const leastReachable = (presences: readonly UserPresence[]): UserPresence | undefined =>
  presences.reduce<UserPresence | undefined>(
    (least, own) => (least && rankOf(least) >= rankOf(own) ? least : own),
    undefined,
  );

/** The fact that leads to a presence. */
export const factOf = (
  userId: string,
  { since: at, ...presence }: UserPresence,
  causedBy: string | undefined,
): SessionEvent => ({ type: 'presence.changed', userId, ...presence, at, ...(causedBy !== undefined && { causedBy }) });
