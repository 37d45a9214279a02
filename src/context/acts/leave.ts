import type { WayToLeave } from '../../core/rules/leaving.js';
import { selectWaysToLeave } from '../../core/selectors/select-leaving.js';
import type { WorkspaceHandle } from '../workspace-handle.js';
import { perform } from './acts.js';
import { hide } from './hide.js';
import { closeRecord } from './records.js';

/**
 * Leaves a session in one of the ways that it has. Asks nobody but hosts, by the event of the way.
 *
 * @returns whether it came to that: false where there is no such way now, a host says no, or the backend refuses
 */
export async function leave(
  workspace: WorkspaceHandle,
  from: HTMLElement,
  sessionId: string,
  way: WayToLeave,
): Promise<boolean> {
  const leaving = workspace.store.read(selectWaysToLeave(sessionId)).find((own) => own.way === way);
  if (!leaving) return false;
  if (!('type' in leaving)) return (leaving.way === 'hide' ? hide : closeRecord)(workspace, from, sessionId);
  const outcome = await perform(workspace, from, { type: leaving.type, sessionId });
  return outcome?.ok ?? false;
}
