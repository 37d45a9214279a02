import type { SelectionMemory } from '../core/ports/selection-memory.js';
import { isRecordSession } from '../core/rules/records.js';
import { beginAt, turnTo } from '../core/rules/turn-to.js';
import type { View } from '../core/rules/turn-to.js';
import { selectBegun } from '../core/selectors/select-begun.js';
import { selectRoster } from '../core/selectors/select-roster.js';
import { selectSelection } from '../core/selectors/select-selection.js';
import { selectSession } from '../core/selectors/select-session.js';
import { selectAgentId } from '../core/selectors/select-workspace.js';
import type { Selection } from '../core/model/selection.js';
import { ABOUT_NO_SESSION } from '../core/state/begun.js';
import { look } from './acts/look.js';
import { isBusy } from './is-busy.js';
import type { WorkspaceHandle } from './workspace-handle.js';

/** So long a workspace waits for the device before it begins somewhere else, in ms. */
const LONGEST_READING_MS = 10_000;

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
    const to = turnTo(effect, viewOf(selection), () => isBusy(provider));
    if (to !== undefined && to !== selection?.sessionId) look(workspace, provider, to);
  });
  /** A record that was looked at is read from the device, which takes a moment, or never ends where nothing is kept. */
  let isWaiting = true;
  const isToCome = ({ selection, session }: View): boolean =>
    isWaiting &&
    !session &&
    // Read from the tab as it stands there, so it may be anything.
    isRecordSession(String(selection?.sessionId)) &&
    !store.read(selectBegun('draftsRead', ABOUT_NO_SESSION)) &&
    !store.read(selectBegun('draftsUnkept', ABOUT_NO_SESSION));
  const waiting = setTimeout(() => {
    isWaiting = false;
    begin();
  }, LONGEST_READING_MS);
  following.add(() => {
    clearTimeout(waiting);
  });
  function begin(): void {
    if (store.read(selectSelection)) return;
    const roster = store.read(selectRoster);
    const agentId = store.read(selectAgentId);
    const recalled = viewOf(agentId === undefined ? undefined : memory.recall(agentId));
    if (isToCome(recalled)) return;
    const to = beginAt(roster, recalled, (id) => store.read(selectSession(id))?.state === 'after-call-work');
    if (to === undefined) return;
    const id = typeof to === 'string' ? to : to.sessionId;
    if (refused === id) return;
    refused = look(workspace, provider, to) ? null : id;
  }
  following.add(store.select(selectRoster).subscribe(begin));
  for (const said of ['draftsRead', 'draftsUnkept'] as const)
    following.add(store.select(selectBegun(said, ABOUT_NO_SESSION)).subscribe(begin));
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
