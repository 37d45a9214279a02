import type { Presence } from '../../core/model/presence.js';
import { PRESENCES } from '../../core/model/presence.js';
import { KINDS, statusesOf } from './presence.js';
import type { ConnectPresences } from './presence.js';
import { ownOf } from './reading.js';
import type { ConnectAgent } from './sdk.js';

/** The agent status that is asked for by a presence; undefined where the instance has none for it. */
export function statusFor(agent: ConnectAgent, presence: Presence, presences: ConnectPresences): unknown {
  const all = statusesOf(agent);
  const known = PRESENCES.find((own) => own === presence);
  const name = known && presences[known];
  const found =
    name === undefined
      ? all.find(({ type }) => ownOf(KINDS, type) === presence)
      : all.find((status) => status.name === name);
  return found?.definition;
}
