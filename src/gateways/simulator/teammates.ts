import type { User } from '../../core/configuration/configuration.js';
import type { ReportedUsage } from '../../core/events/session-event.js';
import type { KnownModality } from '../../core/model/modality.js';
import type { KnownPresence } from '../../core/model/presence.js';
import type { InMemoryBackend } from '../in-memory/in-memory-backend.js';
import type { Random } from '../in-memory/random.js';

const QUIETEST_MS = 9000;
const LONGEST_MS = 22_000;
const BREAK_ODDS = 0.12;

/** Lets the other users of the configuration come, go and be more or less busy. Nothing here touches the agent. */
export function simulateTeammates(backend: InMemoryBackend, random: Random): void {
  const others = [...(backend.configuration?.users.values() ?? [])].filter(({ id }) => id !== backend.agentId);
  for (const user of others) {
    backend.tell([{ type: 'presence.changed', userId: user.id, presence: 'available' }]);
    let usage = startOf(user, random);
    report(backend, user, usage);
    const step = (): void => {
      usage = stepOf(user, usage, random);
      report(backend, user, usage);
      const presence = presenceAfter(random);
      if (backend.users.get(user.id)?.presence?.presence !== presence) {
        backend.tell([{ type: 'presence.changed', userId: user.id, presence }]);
      }
      backend.agenda.after(random.between(QUIETEST_MS, LONGEST_MS), step);
    };
    backend.agenda.after(random.between(QUIETEST_MS, LONGEST_MS), step);
  }
}

function report(backend: InMemoryBackend, user: User, usage: ReportedUsage): void {
  backend.tell([{ type: 'usage.reported', userId: user.id, usage }]);
}

const presenceAfter = (random: Random): KnownPresence => (random.next() < BREAK_ODDS ? 'away' : 'available');

const startOf = (user: User, random: Random): ReportedUsage =>
  Array.from({ length: 3 }).reduce<ReportedUsage>((usage) => stepOf(user, usage, random), {
    total: 0,
    perModality: {},
  });

/** One task more, or one task less, within the limits of the user. */
function stepOf({ modalities, taskParallelization }: User, usage: ReportedUsage, random: Random): ReportedUsage {
  const modality = random.shuffled(modalities)[0];
  if (modality === undefined) return usage;
  const { enabled, total, perModality } = taskParallelization;
  const used = usage.perModality[modality] ?? 0;
  const limit = Math.min(enabled ? total : 1, perModality[modality] ?? total);
  const hasRoom = usage.total < (enabled ? total : 1) && used < limit;
  if (hasRoom && random.next() < 0.6) return withUsed(usage, modality, used + 1);
  return used > 0 ? withUsed(usage, modality, used - 1) : usage;
}

function withUsed(usage: ReportedUsage, modality: KnownModality, used: number): ReportedUsage {
  const perModality = { ...usage.perModality, [modality]: used };
  return { perModality, total: Object.values(perModality).reduce((sum, count) => sum + count, 0) };
}
