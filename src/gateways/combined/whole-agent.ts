import type { Configuration, SessionPolicy, User } from '../../core/configuration/configuration.js';
import { MODALITIES } from '../../core/model/modality.js';
import type { KnownModality } from '../../core/model/modality.js';
import type { Workspace } from '../../core/state/workspace-reducer.js';

/**
 * The workspace of the agent who is one over all members: of that name, with limits of its own.
 *
 * @param limits the agent in the host's own configuration
 */
export function wholeOf(
  agentId: string,
  limits: User | undefined,
  sessionPolicy: SessionPolicy,
): (workspaces: ReadonlyMap<string, Workspace>, whole: Workspace) => Workspace {
  let from: readonly unknown[] = [];
  let made: Configuration | undefined;
  /** The same one as long as nothing in it has changed: much is rendered anew with a new configuration. */
  function withAgent(configuration: Configuration, known: readonly (User | undefined)[]): Configuration {
    const now = [configuration, ...known];
    if (made && now.length === from.length && now.every((one, at) => one === from[at])) return made;
    from = now;
    const users = known.flatMap((user) => user ?? []);
    const user = agentOf(agentId, limits, users);
    made = {
      ...configuration,
      sessionPolicy,
      users: user ? new Map(configuration.users).set(agentId, user) : configuration.users,
    };
    return made;
  }
  return (workspaces, { configuration, agentId: first, ...whole }) => ({
    ...whole,
    ...(first === undefined ? {} : { agentId }),
    ...(configuration && {
      configuration: withAgent(
        configuration,
        Array.from(whole.sources?.values() ?? workspaces.values(), (own) =>
          own.configuration?.users.get(own.agentId ?? ''),
        ),
      ),
    }),
  });
}

function agentOf(id: string, limits: User | undefined, users: readonly User[]): User | undefined {
  const main = limits ?? users[0];
  if (!main) return undefined;
  const { enabled, total, perModality } = main.taskParallelization;
  const own = limits ? perModality : {};
  const sums = MODALITIES.flatMap((modality): [KnownModality, number][] => {
    const most = Math.min(own[modality] ?? Infinity, sumOf(users, modality));
    return most === Infinity ? [] : [[modality, most]];
  });
  // Before any member has said what it allows, the agent's own limits are all there is.
  if (users.length === 0) return { ...main, id };
  const modalities = MODALITIES.filter(
    (modality) =>
      (limits?.modalities.includes(modality) ?? true) && users.some((user) => user.modalities.includes(modality)),
  );
  return {
    ...main,
    id,
    modalities,
    taskParallelization: { enabled, total, perModality: Object.fromEntries(sums) },
  };
}

/** How many of a modality the members allow together; Infinity where one of them counts only all together. */
const sumOf = (users: readonly User[], modality: KnownModality): number =>
  users.reduce((sum, { modalities, taskParallelization: { enabled, perModality } }) => {
    if (!modalities.includes(modality)) return sum;
    return sum + (enabled ? (perModality[modality] ?? Infinity) : 1);
  }, 0);
