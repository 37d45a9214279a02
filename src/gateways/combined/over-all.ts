import type { User } from '../../core/configuration/configuration.js';
import type { Session } from '../../core/model/session.js';
import { isFrom } from '../../core/model/source.js';
import type { Sources } from '../../core/ports/gateway.js';
import type { Aside, Usage } from '../../core/rules/acceptance.js';
import { totalOf } from '../../core/rules/capacity.js';
import { may } from '../../core/rules/permissions.js';
import { engagesAgent } from '../../core/rules/session-phase.js';
import { takenSlots } from '../../core/rules/taken-slots.js';
import { noUsage } from '../../core/state/usage.js';
import { unknownWorkspace } from '../../core/state/workspace-reducer.js';

/** Whether the agent is in it; one on hold waits. */
export const isInHand = (session: Session | undefined): boolean =>
  session !== undefined && engagesAgent(session.state) && session.state !== 'held';

/** How a session is set aside: parked, or held where it cannot be, or has just failed to be. Undefined where it can be neither. */
function asideOf(session: Session | undefined): Aside | undefined {
  if (!session || !isInHand(session)) return undefined;
  const { id, state, failure } = session;
  const mayHold = may('session.hold', session);
  const isParked = state === 'parking' || (may('session.park', session) && !(mayHold && failure?.action === 'park'));
  return isParked ? { parkFirst: id } : mayHold ? { holdFirst: id } : undefined;
}

const isSame = (one: Aside | undefined, other: Aside | undefined): boolean =>
  one?.parkFirst === other?.parkFirst && one?.holdFirst === other?.holdFirst;

const idOf = ({ parkFirst, holdFirst = '' }: Aside): string => parkFirst ?? holdFirst;

const outside = (source: string, asides: readonly Aside[] = []): readonly Aside[] =>
  asides.filter((aside) => !isFrom(source, idOf(aside)));

/**
 * What the members say, with what the agent has at all of them beside what each has: what is in hand elsewhere, and whether
 * it is as much as may be. By that it is known before a session is accepted what of the others is in its way.
 *
 * @param limits the agent in the host's own configuration
 * @param isSingle whether one session is active at a time over all members
 */
export function overAll(
  sources: Sources,
  members: readonly string[],
  limits: User | undefined,
  isSingle: boolean,
): Sources {
  /** By its services it is counted; their configuration is told before their sessions. */
  let known = unknownWorkspace;
  const withAll = (usage: Usage, inHand: readonly Aside[]): Usage => {
    const isFull = totalOf(limits, takenSlots(usage, known))?.isFull ?? false;
    const own = members.map((name): [string, Usage] => [
      name,
      { ...(usage.sources?.get(name) ?? noUsage), elsewhere: outside(name, inHand), isFull },
    ]);
    return { ...usage, elsewhere: inHand, isFull, sources: new Map(own) };
  };
  return {
    ...sources,
    workspace: (workspaces) => (known = sources.workspace(workspaces)),
    without(source, state) {
      const { roster, usage } = sources.without(source, state);
      return { roster, usage: withAll(usage, outside(source, state.usage.elsewhere)) };
    },
    usageReducer(usage, before, after) {
      const counted = sources.usageReducer(usage, before, after);
      const [was, is] = isSingle ? [asideOf(before), asideOf(after)] : [];
      if (counted === usage && isSame(was, is)) return usage;
      const others = (usage.elsewhere ?? []).filter((aside) => idOf(aside) !== (after ?? before)?.id);
      return withAll(counted, is ? [...others, is] : others);
    },
  };
}
