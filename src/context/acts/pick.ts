import type { OpenItem } from '../../core/model/open-item.js';
import { selectCommands } from '../../core/selectors/select-commands.js';
import { selectSession } from '../../core/selectors/select-session.js';
import { selectAgentId } from '../../core/selectors/select-workspace.js';
import type { WorkspaceHandle } from '../workspace-handle.js';
import { perform } from './acts.js';
import type { Outcome } from './acts.js';

/**
 * Picks work that waits; hosts are asked. Where one session is active at a time, that is parked first.
 *
 * @param isInBackground whether the agent stays where he is: the workspace does not turn to it by itself
 * @returns undefined when a host said no, or another agent is signed in by now. Why a session could not be parked for it
 * is told by the outcome alone
 */
export async function pick(
  workspace: WorkspaceHandle,
  from: HTMLElement,
  { id: sessionId, source }: Pick<OpenItem, 'id' | 'source'>,
  isInBackground: boolean,
): Promise<Outcome | undefined> {
  const { store } = workspace;
  const agentId = store.read(selectAgentId);
  const comes = isInBackground ? stay(workspace, sessionId) : undefined;
  const outcome = await perform(workspace, from, { type: 'work-item.pick', sessionId }, source);
  if (!outcome?.ok) comes?.();
  if (agentId !== store.read(selectAgentId)) return undefined;
  if (outcome?.ok === false && outcome.notParked !== undefined)
    for (const tracked of store.read(selectCommands(outcome.notParked)))
      if (tracked.status === 'failed' && tracked.command.type === 'session.park') store.dismiss(tracked);
  return outcome;
}

/** When this session comes, the workspace does not turn to it by itself. Returns what takes that back. */
function stay({ provider, store }: WorkspaceHandle, sessionId: string): () => void {
  const onSelect = (event: HTMLElementEventMap['session-select']): void => {
    // From another element it is the agent who turns to it.
    if (event.detail.sessionId === sessionId && event.target === provider) event.preventDefault();
  };
  provider.addEventListener('session-select', onSelect);
  const coming = store.select(selectSession(sessionId)).subscribe((session) => {
    // What is to be done about it follows before the next task.
    if (session && session.state !== 'offered') queueMicrotask(takeBack);
  });
  function takeBack(): void {
    coming.unsubscribe();
    provider.removeEventListener('session-select', onSelect);
  }
  return takeBack;
}
