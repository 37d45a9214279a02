import type { Configuration } from '../../core/configuration/configuration.js';
import type { Session } from '../../core/model/session.js';
import type { TaskResult } from '../../core/model/task-result.js';
import type { TransferAim } from '../../core/model/transfer.js';

/** What the agent calls it: a service or a person by name, a number as it is. */
export function nameOfAim(
  { targetServiceId = '', targetUserId = '', targetNumber = '' }: TransferAim,
  configuration: Configuration | undefined,
): string {
  const { services, users } = configuration ?? {};
  const named = services?.get(targetServiceId)?.name ?? users?.get(targetUserId)?.name;
  return named ?? `${targetServiceId}${targetUserId}${targetNumber}`;
}

/** The result of a task that the agent ends, by the legend of results. */
export function resultOfAgentsEnd({ state, modality, direction }: Session): TaskResult {
  if (modality === 'email') return 'marked-as-handled-by-user';
  if (direction === 'outbound') return state === 'accepted' ? 'user-aborted' : 'destination-accepted';
  return 'accepted-by-user';
}
