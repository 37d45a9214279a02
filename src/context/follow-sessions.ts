import type { SelectionMemory } from '../core/ports/selection-memory.js';
import { beginAt, turnTo } from '../core/rules/turn-to.js';
import type { View } from '../core/rules/turn-to.js';
import { selectRoster } from '../core/selectors/select-roster.js';
import { selectSelection } from '../core/selectors/select-selection.js';
import { selectSession } from '../core/selectors/select-session.js';
import { selectAgentId } from '../core/selectors/select-workspace.js';
import type { Selection } from '../core/model/selection.js';
import { look } from './acts/look.js';
import { isBusy } from './is-busy.js';
import type { WorkspaceHandle } from './workspace-handle.js';

/**
 * Turns the workspace where its agent should look (`core/rules/turn-to.ts`), and remembers for a reload what is looked at.
 * Hosts are asked as they are when the agent turns to a session; one that says no to where the workspace begins is not
 * asked the same again at every change of the list.
 *
 * @returns a function that stops it
 */
export function followSessions(workspace: WorkspaceHandle, memory: SelectionMemory): () => void {
  const { provider, store } = workspace;
  /** Where the workspace was to begin and a host said no; undefined is Home, null nowhere. */
  let refused: string | undefined | null = null;
  const viewOf = (selection: Selection | undefined): View => ({
    selection,
    session: store.read(selectSession(selection?.sessionId ?? '')),
  });
  const following = store.effects$.subscribe((effect) => {
    const selection = store.read(selectSelection);
    const to = turnTo(effect, viewOf(selection), isBusy());
    if (to !== undefined && to !== selection?.sessionId) look(workspace, provider, to);
  });
  following.add(
    store.select(selectRoster).subscribe((roster) => {
      if (store.read(selectSelection)) return;
      const agentId = store.read(selectAgentId);
      const recalled = viewOf(agentId === undefined ? undefined : memory.recall(agentId));
      const to = beginAt(roster, recalled, (id) => store.read(selectSession(id))?.state === 'after-call-work');
      if (to === undefined) return;
      const id = typeof to === 'string' ? to : to.sessionId;
      if (refused === id) return;
      refused = look(workspace, provider, to) ? null : id;
    }),
  );
  following.add(
    store.select(selectSelection).subscribe((selection) => {
      const agentId = store.read(selectAgentId);
      if (agentId !== undefined && selection) memory.remember(agentId, selection);
    }),
  );
  return () => {
    following.unsubscribe();
  };
}
