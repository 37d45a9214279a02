import type { KnownPresence, Presence, UserPresence } from '../../core/model/presence.js';
import { PRESENCES } from '../../core/model/presence.js';
import { askedOf, fieldsOf, listOf, momentOf, ownOf, textOf } from './reading.js';
import type { ConnectAgent } from './sdk.js';

/** Names of agent statuses of the instance, by what they are here. */
export type ConnectPresences = Readonly<Partial<Record<KnownPresence, string>>>;

/** What a kind of agent status is; that of a system is made of another one. */
export const KINDS: Readonly<Record<string, KnownPresence>> = {
  routable: 'available',
  not_routable: 'away',
  offline: 'offline',
};

interface Status {
  readonly name: string;
  readonly type: string | undefined;
  /** The definition, as the SDK takes it back. */
  readonly definition: unknown;
}

function statusOf(definition: unknown): Status | undefined {
  const { name, type } = fieldsOf(definition);
  const shown = textOf(name);
  return shown === undefined ? undefined : { name: shown, type: textOf(type), definition };
}

export const statusesOf = (agent: ConnectAgent): readonly Status[] =>
  listOf(askedOf(() => agent.getAgentStates())).flatMap((definition) => statusOf(definition) ?? []);

function presenceOf({ name, type = '' }: Omit<Status, 'definition'>, presences: ConnectPresences): Presence {
  const own = PRESENCES.find((presence) => presences[presence] === name);
  return own ?? ownOf(KINDS, type) ?? (type || name);
}

/** The name says more than the presence does, unless it is the same. */
const reasonOf = (name: string, presence: Presence): string | undefined =>
  name.toLowerCase() === presence ? undefined : name;

/** How available the agent is; undefined where the platform does not say. */
export function presenceSeen(agent: ConnectAgent, presences: ConnectPresences, now: number): UserPresence | undefined {
  const state = statusOf(askedOf(() => agent.getState()));
  if (!state) return undefined;
  const { agentStateARN, startTimestamp } = fieldsOf(state.definition);
  const chosenName = textOf(fieldsOf(askedOf(() => agent.getAvailabilityState())).state) ?? state.name;
  const chosen = presenceOf(
    statusesOf(agent).find(({ name }) => name === chosenName) ?? { name: chosenName, type: state.type },
    presences,
  );
  const since = momentOf(startTimestamp) ?? now;
  return { ...madeOf(state, agentStateARN, chosenName, chosen, presences), since, ...nextOf(agent, presences) };
}

/** Calls alone make something else of what was chosen: busy, work after one, or what it was that was not answered. */
function madeOf(
  state: Status,
  arn: unknown,
  chosenName: string,
  chosen: Presence,
  presences: ConnectPresences,
): Omit<UserPresence, 'since'> {
  if (state.type === 'error')
    return {
      presence: 'not-available',
      reason: state.name,
      chosen,
      ...(state.name === 'MissedCallAgent' && { cause: 'rona' }),
    };
  if (state.name === 'AfterCallWork') return { presence: 'busy', cause: 'after-call-work', chosen };
  if (state.type === 'system' || (state.name !== chosenName && textOf(arn) === undefined))
    return { presence: 'busy', cause: 'connected', chosen };
  const presence = presenceOf(state, presences);
  const reason = reasonOf(state.name, presence);
  return { presence, ...(reason !== undefined && { reason }) };
}

/** What the agent has asked for and gets when the work in hand is done. */
function nextOf(agent: ConnectAgent, presences: ConnectPresences): Pick<UserPresence, 'next' | 'nextReason'> {
  const next = statusOf(askedOf(() => agent.getNextState()));
  if (!next) return {};
  const presence = presenceOf(next, presences);
  const reason = reasonOf(next.name, presence);
  return { next: presence, ...(reason !== undefined && { nextReason: reason }) };
}
