import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { Gateway } from '../../core/ports/gateway.js';
import { takesFocus } from '../../core/rules/takes-focus.js';
import { combineSources } from '../../core/store/sources.js';
import type { CombinedOptions } from './options.js';
import { overAll } from './over-all.js';
import { setAsideOthers } from './set-aside.js';
import { changePresence } from './shared-presence.js';
import { Turns } from './turns.js';
import { Watch } from './watch.js';
import { wholeOf } from './whole-agent.js';
import { combinedWords } from './words.js';
export type { CombinedOptions } from './options.js';
export type { CombinedWords, Refused } from './words.js';

/**
 * Several contact centres as one, for one agent: `combineSources`, with one presence, one limit, and one conversation at
 * a time over all of them.
 *
 * - Presence goes to every member, in its own words (`presences`); the reply names those that refused. Shown is the least
 *   reachable one; what comes next at a member is not reached yet.
 * - The total of the capacity is that of your user, per modality the sum of what the members allow.
 * - Accepting at one member parks what is in hand at another first; what cannot be parked is put on hold; what can be
 *   neither keeps the offer from being accepted, with the reason. Two at once go one after the other.
 * - A member that is lost leaves the others as they are.
 *
 * @param gateways by name, the agent's main one first; the names are shown to agents
 * @throws TypeError for names as in `combineSources`, and for an `agentId` with a slash
 */
export function combineGateways(
  gateways: Readonly<Record<string, Gateway>>,
  { configuration, agentId = 'agent', presences = {}, words: own }: CombinedOptions = {},
): Gateway {
  if (agentId.includes('/')) throw new TypeError(`An agent of several gateways cannot be named "${agentId}".`);
  const words = { ...combinedWords, ...own };
  const inner = combineSources(gateways);
  if (!inner.sources) return inner;
  const limits = configuration?.users.get(agentId);
  const policy = configuration?.sessionPolicy ?? 'single-active';
  const sources = overAll(inner.sources, Object.keys(gateways), limits, policy === 'single-active');
  const watches = new Set<Watch>();
  const turns = new Turns();

  type OnSession = Extract<SessionCommand, { sessionId: string }>;
  async function focus(command: OnSession, watch: Watch): Promise<CommandReply> {
    const { sessions, usage } = watch.tables;
    const { state = 'offered', isForced } = sessions.get(command.sessionId) ?? {};
    const isMore = command.type !== 'session.unpark' && state === 'offered' && !isForced;
    if (isMore && usage.isFull) return { ok: false, failure: 'at-capacity', message: words.full };
    return (
      (policy === 'single-active' && (await setAsideOthers(command, watch, inner, words))) || inner.execute(command)
    );
  }

  const whole = wholeOf(agentId, limits, policy);
  const together = { ...sources, workspace: (own: Parameters<typeof whole>[0]) => whole(own, sources.workspace(own)) };
  return {
    ...inner,
    sources: together,
    connect(receiver) {
      const watch = new Watch(together, agentId, inner.clock);
      watches.add(watch);
      const end = inner.connect({
        ...{ pending: receiver.pending.bind(receiver), rejected: receiver.rejected.bind(receiver) },
        facts(events, delivery, source) {
          // What is no list is for the store to complain of.
          const whole = Array.isArray(events) ? watch.see(events, source) : [];
          receiver.facts(whole.length > 0 ? [...events, ...whole] : events, delivery, source);
          watch.tell();
        },
      });
      return () => {
        watches.delete(watch);
        watch.end();
        end();
      };
    },
    execute(command) {
      if (command.type === 'presence.change') return changePresence(command, gateways, presences, words);
      const [watch] = watches;
      return watch && 'sessionId' in command && takesFocus(command.type)
        ? turns.take(command, watch, () => focus(command, watch))
        : inner.execute(command);
    },
  };
}
