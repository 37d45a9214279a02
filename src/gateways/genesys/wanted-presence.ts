import type { KnownPresence } from '../../core/model/presence.js';
import { PRESENCES } from '../../core/model/presence.js';
import type { PresenceOfAgent } from './presence.js';
import { plain, text } from './read.js';

/** Which of the platform's is meant by ours, where the host does not say. */
const MEANT: Readonly<Record<KnownPresence, string>> = {
  available: 'onqueue',
  busy: 'busy',
  'do-not-disturb': 'busy',
  away: 'away',
  offline: 'offline',
};

/** The id of the platform's presence that is meant by ours; undefined where it has none. */
export function presenceIdOf(
  presence: string,
  names: Partial<Record<KnownPresence, string>>,
  agent: PresenceOfAgent,
): string | undefined {
  const known = PRESENCES.find((own) => own === presence);
  if (known === undefined) return undefined;
  const wanted = names[known];
  const found =
    wanted === undefined
      ? agent.definitions.find(({ systemPresence }) => plain(systemPresence) === MEANT[known])
      : agent.definitions.find((one) => text(one.id) === wanted || agent.nameOf(one) === wanted);
  return text(found?.id) ?? wanted;
}
