import { selectRoster } from '../core/selectors/select-roster.js';
import { selectSelectedId } from '../core/selectors/select-selection.js';
import { selectSession } from '../core/selectors/select-session.js';
import type { SessionStore } from '../core/store/session-store.js';
import { look } from './acts/look.js';
import type { WorkspaceHandle } from './workspace-handle.js';

/**
 * Turns the workspace to every conversation that starts (Nimbus), and to the first session while none is looked at. An
 * offer that came to nothing does not keep the view from the next one.
 * While the agent types or is asked something, it stays: what is begun for one customer must not end with another.
 * Hosts are asked as they are when the agent turns to a session; one that says no to the first session is not asked the
 * same again at every change of the list.
 *
 * @returns a function that stops it
 */
export function followSessions(workspace: WorkspaceHandle): () => void {
  const { provider, store } = workspace;
  let refused: string | undefined;
  const following = store.effects$.subscribe(({ type, session }) => {
    const isDue = type === 'session-started' || (type === 'session-offered' && isOnDeadOffer(store));
    if (isDue && session.id !== store.read(selectSelectedId) && !isTyping()) look(workspace, provider, session.id);
  });
  following.add(
    store.select(selectRoster).subscribe(({ active, offered, parked }) => {
      const first = active[0] ?? offered[0] ?? parked[0];
      if (first === undefined || first === refused || store.read(selectSelectedId) !== undefined) return;
      refused = look(workspace, provider, first) ? undefined : first;
    }),
  );
  return () => {
    following.unsubscribe();
  };
}

function isOnDeadOffer(store: SessionStore): boolean {
  const selected = store.read(selectSession(store.read(selectSelectedId) ?? ''));
  return selected?.state === 'ended' && selected.times.accepted === undefined;
}

const TYPED =
  'input:not([type=button], [type=checkbox], [type=radio], [type=range], [type=submit], [type=reset]), textarea, select';

/** Whether keys pressed now would go into a field or answer a question, however deep in shadow roots. */
function isTyping(): boolean {
  let focused = document.activeElement;
  while (focused && !focused.closest('dialog[open]') && focused.shadowRoot?.activeElement)
    focused = focused.shadowRoot.activeElement;
  if (!(focused instanceof HTMLElement)) return false;
  return focused.isContentEditable || focused.matches(TYPED) || focused.closest('dialog[open]') !== null;
}
