import type { Session } from '../../core/model/session.js';
import type { TaskResult } from '../../core/model/task-result.js';

/** The result of a task that the agent ends, by the legend of results. */
export function resultOfAgentsEnd({ state, modality, direction }: Session): TaskResult {
  if (modality === 'email') return 'marked-as-handled-by-user';
  if (direction === 'outbound') return state === 'accepted' ? 'user-aborted' : 'destination-accepted';
  return 'accepted-by-user';
}
