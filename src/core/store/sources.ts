import type { CommandFailure, CommandReply, SessionCommand } from '../commands/command.js';
import type { Configuration } from '../configuration/configuration.js';
import type { SessionEvent } from '../events/session-event.js';
import type { Session } from '../model/session.js';
import { isFrom, ownIdOf, prefixOf } from '../model/source.js';
import type { Gateway, GatewayReceiver } from '../ports/gateway.js';
import { openItemsOf } from './open-items-of.js';
import { usableOf } from '../reading/reading-receiver.js';
import { rosterWithout } from '../state/roster-without.js';
import { addTo } from '../rules/taken-slots.js';
import { noUsage, usageReducer } from '../state/usage.js';
import type { Usage } from '../rules/acceptance.js';
import { unknownWorkspace } from '../state/workspace-reducer.js';
import type { Workspace } from '../state/workspace-reducer.js';
import type { WorkspaceState } from '../state/workspace-state.js';

interface Source {
  readonly name: string;
  readonly prefix: string;
  readonly gateway: Gateway;
}

/**
 * Several gateways as one, for one store: an agent who works for several contact centres at once has all sessions in one
 * list. Two of them may use the same ids: here, on the border, sessions and users get ids that begin with the name of
 * their source, and commands lose it again; what is behind the border does not know. `Session.source` names it.
 *
 * - A source that reconnects, or whose agent changes, forgets only its own; one that fails does not touch the others.
 * - Commands go to the source of their session. Presence goes to every source, and the worst reply is the reply.
 * - The clock of the first one that has one is the store's; `SessionStore.clockOf` knows the clocks of all.
 *
 * @param gateways by name, the agent's main one first (JavaScript puts names that are numbers ahead of all others)
 * @throws TypeError when a name is empty or has a slash, or when a gateway is itself several
 */
export function combineSources(gateways: Readonly<Record<string, Gateway>>): Gateway {
  const sources = Object.entries(gateways).map(([name, gateway]): Source => {
    if (name === '' || name.includes('/')) throw new TypeError(`A source cannot be named "${name}".`);
    if (gateway.sources) throw new TypeError(`${name} is several gateways already.`);
    return { name, prefix: prefixOf(name), gateway };
  });
  const sourceOf = (id: string): Source | undefined => sources.find(({ prefix }) => id.startsWith(prefix));
  const [clock] = sources.flatMap(({ gateway }) => gateway.clock ?? []);

  return {
    ...(clock ? { clock } : {}),
    isRead: true,
    sources: {
      clockOf: (id) => sourceOf(id)?.gateway.clock,
      // A source without a name of its backend is known by its own.
      keptAs: (source) => sources.find(({ name }) => name === source)?.gateway.keptAs ?? source,
      workspace: createWhole(sources),
      without,
      usageReducer: usagesReducer,
    },
    connect(receiver) {
      const ends = sources.map((source) => connect(source, receiver));
      return () => {
        for (const end of ends) end();
      };
    },
    execute(command) {
      if (!('sessionId' in command)) return worstReply(sources, command);
      const source = sourceOf(command.sessionId);
      if (!source) return Promise.resolve({ ok: false, failure: 'unknown-session' });
      return source.gateway.execute(withIds(command, (id) => ownIdOf(source.name, id)));
    },
    typing(id, isTyping) {
      const source = sourceOf(id);
      if (source) attempt(() => source.gateway.typing?.(ownIdOf(source.name, id), isTyping));
    },
    async upload(id, file, options) {
      const source = sourceOf(id);
      if (!source) return { ok: false, failure: 'unknown-session' };
      const { name, gateway } = source;
      return (await gateway.upload?.(ownIdOf(name, id), file, options)) ?? { ok: false, failure: 'not-taken' };
    },
    ...(sources.some(({ gateway }) => gateway.openItems) ? { openItems: (query) => openItemsOf(sources, query) } : {}),
    ...(sources.some(({ gateway }) => gateway.older) ? { older: () => olderOf(sources) } : {}),
    ...(sources.some(({ gateway }) => gateway.session)
      ? {
          async session(id) {
            const source = sourceOf(id);
            return (await source?.gateway.session?.(ownIdOf(source.name, id))) ?? false;
          },
          letGo: (ids) => letGoOf(sources, ids),
        }
      : {}),
    signIn() {
      for (const { gateway } of sources) attempt(() => gateway.signIn?.());
    },
  };
}

/** Does something with one source that the others must not suffer from. Answers with what went wrong. */
function attempt(act: () => void): { readonly error: unknown } | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return { error };
  }
}

function connect({ name, gateway }: Source, receiver: GatewayReceiver): () => void {
  const onTheWayIn = (event: SessionEvent): readonly SessionEvent[] => {
    let qualified: readonly SessionEvent[] = [];
    const unusable = attempt(() => {
      const usable = gateway.isRead
        ? [event]
        : usableOf([event], (reason) => {
            receiver.rejected(`${name}: ${reason}`);
          });
      qualified = usable.map((fact) => withQualifiedIds(fact, name));
    });
    if (unusable) receiver.rejected(`${name}: a fact could not be used and was skipped (${String(unusable.error)})`);
    return qualified;
  };
  let end: (() => void) | undefined;
  const failed = attempt(() => {
    end = gateway.connect({
      facts(events, delivery) {
        receiver.facts(Array.isArray(events) ? events.flatMap(onTheWayIn) : events, delivery, name);
      },
      pending(command, reply) {
        receiver.pending('sessionId' in command ? withIds(command, (id) => prefixOf(name) + id) : command, reply);
      },
      rejected(reason) {
        receiver.rejected(`${name}: ${reason}`);
      },
    });
  });
  if (failed) {
    receiver.rejected(`${name}: could not be connected (${String(failed.error)})`);
    // The machine's time will do, as it does for all that a gateway without a clock says.
    const at = gateway.clock?.now() ?? Date.now();
    receiver.facts([{ type: 'connection.changed', status: 'offline', at }], 'live', name);
  }
  return () => {
    attempt(() => end?.());
  };
}

/** A command with other ids of what has another id on the other side of the border: its session, and a user. */
function withIds(
  command: Extract<SessionCommand, { readonly sessionId: string }>,
  idOf: (id: string) => string,
): SessionCommand {
  const own = { ...command, sessionId: idOf(command.sessionId) };
  return own.type === 'session.transfer' && own.targetUserId !== undefined
    ? { ...own, targetUserId: idOf(own.targetUserId) }
    : own;
}

/** A fact as the store takes it from a source of this name. */
function withQualifiedIds(fact: SessionEvent, source: string): SessionEvent {
  const qualified = (id: unknown): string => {
    if (typeof id !== 'string') throw new TypeError(`${fact.type} names nobody`);
    return prefixOf(source) + id;
  };
  switch (fact.type) {
    case 'session.snapshot': {
      const session = { ...fact.session, id: qualified(fact.session.id), source };
      return { ...fact, session };
    }
    case 'session.offered': {
      const offer = { ...fact.offer, source };
      return { ...fact, sessionId: qualified(fact.sessionId), offer };
    }
    case 'presence.changed':
    case 'usage.reported':
      return { ...fact, userId: qualified(fact.userId) };
    case 'workspace.reset':
      return { ...fact, agentId: qualified(fact.agentId) };
    case 'configuration.loaded': {
      const users = Array.from(fact.configuration.users, ([id, user]) => [qualified(id), user] as const);
      const configuration = { ...fact.configuration, users: new Map(users.map(([id, user]) => [id, { ...user, id }])) };
      return { ...fact, configuration };
    }
    case 'configuration.rejected':
      return { ...fact, problems: fact.problems.map((own) => ({ ...own, path: `${source}: ${own.path}` })) };
    case 'connection.changed':
      return fact;
    default:
      // What this version does not know is counted where all facts are.
      return 'sessionId' in fact ? { ...fact, sessionId: qualified(fact.sessionId) } : fact;
  }
}

/** How commands fail, by how little can be done about it. */
export const WORST_LAST: readonly CommandFailure[] = [
  'not-allowed',
  'at-capacity',
  'unknown-session',
  'unreachable',
  'failed',
];

/** To every source, as what the agent wants of the workspace as a whole. */
async function worstReply(sources: readonly Source[], command: SessionCommand): Promise<CommandReply> {
  const replies = await Promise.all(sources.map(({ gateway }) => replyOf(gateway, command)));
  const rankOf = (reply: CommandReply): number => (reply.ok ? -1 : WORST_LAST.indexOf(reply.failure));
  return replies.reduce((one, other) => (rankOf(other) > rankOf(one) ? other : one), { ok: true });
}

/** What a gateway answers, which may throw or answer with anything. */
export async function replyOf(gateway: Gateway, command: SessionCommand): Promise<CommandReply> {
  try {
    const reply = (await gateway.execute(command)) as CommandReply | undefined;
    return typeof reply?.ok === 'boolean' ? reply : { ok: false, failure: 'failed' };
  } catch {
    return { ok: false, failure: 'failed' };
  }
}

/** A source that cannot be asked is no reason to stop while others have more; after them it is said. */
async function olderOf(sources: readonly Source[]): Promise<boolean> {
  const pages = await Promise.allSettled(sources.map(async ({ gateway }) => gateway.older?.()));
  if (pages.some((page) => page.status === 'fulfilled' && page.value)) return true;
  const failed = pages.find((page) => page.status === 'rejected');
  if (failed) throw failed.reason;
  return false;
}

/** What the sources of these sessions hand over again; of one that cannot be asked, nothing. */
async function letGoOf(sources: readonly Source[], ids: readonly string[]): Promise<readonly string[]> {
  const answers = await Promise.allSettled(
    sources.map(async ({ name, prefix, gateway }) => {
      const own = ids.filter((id) => isFrom(name, id)).map((id) => ownIdOf(name, id));
      const left = own.length > 0 ? await gateway.letGo?.(own) : [];
      return left?.map((id) => prefix + id) ?? [];
    }),
  );
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
}

/** The slots taken in all, and beside them those of each source; what is parked, by its services, is in these alone. */
function usagesReducer(usage: Usage, before: Session | undefined, after: Session | undefined): Usage {
  const counted = usageReducer(usage, before, after);
  if (counted === usage) return usage;
  const { parked: _, ...next } = counted;
  const source = (after ?? before)?.source ?? '';
  const own = usageReducer(usage.sources?.get(source) ?? noUsage, before, after);
  return { ...next, sources: new Map(usage.sources).set(source, own) };
}

function without(source: string, { roster, usage }: WorkspaceState): Pick<WorkspaceState, 'roster' | 'usage'> {
  const gone = usage.sources?.get(source) ?? noUsage;
  const perModality = new Map(usage.perModality);
  for (const [modality, count] of gone.perModality) addTo(perModality, modality, -count);
  return {
    roster: rosterWithout(roster, (id) => isFrom(source, id)),
    usage: {
      total: usage.total - gone.total,
      perModality,
      afterCallWork: usage.afterCallWork - gone.afterCallWork,
      engaging: usage.engaging.filter((id) => !isFrom(source, id)),
      sources: new Map([...(usage.sources ?? [])].filter(([name]) => name !== source)),
    },
  };
}

/** The first one that is connected, with everybody's users and problems; see `Workspace.sources`. */
function createWhole(sources: readonly Source[]): (workspaces: ReadonlyMap<string, Workspace>) => Workspace {
  let merged: Configuration | undefined;
  let mergedFrom: readonly (Configuration | undefined)[] = [];
  /** The same one as long as nothing in it has changed: much is rendered anew with a new configuration. */
  function withEverybody(own: Configuration, all: readonly (Configuration | undefined)[]): Configuration {
    const from = [own, ...all];
    if (!merged || from.length !== mergedFrom.length || from.some((one, at) => one !== mergedFrom[at]))
      merged = { ...own, users: new Map(all.flatMap((one) => [...(one?.users ?? [])])) };
    mergedFrom = from;
    return merged;
  }
  return (workspaces) => {
    const known = new Map(sources.map(({ name }) => [name, workspaces.get(name) ?? unknownWorkspace]));
    const all = [...known.values()];
    const { configuration, ...first } = all.find(({ isConnected }) => isConnected) ?? all[0] ?? unknownWorkspace;
    return {
      ...first,
      ...(configuration
        ? {
            configuration: withEverybody(
              configuration,
              all.map((own) => own.configuration),
            ),
          }
        : {}),
      configurationProblems: all.flatMap(({ configurationProblems }) => configurationProblems),
      sources: known,
    };
  };
}
