import { HOME } from '../../core/model/selection.js';
import { comesBack } from '../../core/rules/leaving.js';
import type { SeenBefore } from '../../core/rules/leaving.js';
import { selectHidden } from '../../core/selectors/select-leaving.js';
import { selectRoster } from '../../core/selectors/select-roster.js';
import { selectSelectedId } from '../../core/selectors/select-selection.js';
import { selectSession } from '../../core/selectors/select-session.js';
import { ABOUT_NO_SESSION } from '../../core/state/begun.js';
import type { SessionStore } from '../../core/store/session-store.js';
import type { WorkspaceHandle } from '../workspace-handle.js';
import { look } from './look.js';
import { dispatchPublic } from './public-event.js';

/**
 * Takes a session off the agent's list, unless a host says no: to the first of the others, or Home, where it was looked
 * at. The backend is not told; it is in the list again by `rules/leaving.ts`, and hidden over a reload (`effects/keep-hidden.ts`).
 *
 * @returns whether it was taken off
 */
export function hide(workspace: WorkspaceHandle, from: HTMLElement, sessionId: string): boolean {
  const { store, provider } = workspace;
  const detail = { sessionId };
  if (!dispatchPublic(from, 'session-hide', detail, true, provider)) return false;
  if (store.read(selectSelectedId) === sessionId) {
    const { active, parked } = store.read(selectRoster);
    const next = [...active, ...parked].find((id) => id !== sessionId);
    if (!look(workspace, from, next ?? HOME)) return false;
  }
  store.keep('hidden', ABOUT_NO_SESSION, (before = []) => [...before.filter((id) => id !== sessionId), sessionId]);
  bringBackOf(store, sessionId);
  queueMicrotask(() => dispatchPublic(from, 'session-hidden', detail, false, provider));
  return true;
}

/** Puts a hidden session back on the list, where it is looked at no more than before. */
export function bringBack(store: SessionStore, sessionId: string): void {
  store.keep('hidden', ABOUT_NO_SESSION, (ids = []) => ids.filter((id) => id !== sessionId));
}

/**
 * Listens until it is in the list again, or somebody else's.
 *
 * @param known how it was when it was seen last, where the page has been loaded anew since
 */
export function bringBackOf(store: SessionStore, sessionId: string, known?: SeenBefore): void {
  let before = known;
  let isFirst = true;
  const following = store.select(selectSession(sessionId)).subscribe((session) => {
    const isBack = session !== undefined && (!isFirst || known !== undefined) && comesBack(before, session);
    // What is told anew after the connection was lost is not there for a moment.
    before = session ?? before;
    if (isBack) bringBack(store, sessionId);
    // The first value comes while this is being subscribed, and perhaps before it is hidden.
    if (!isFirst && (isBack || !store.read(selectHidden).includes(sessionId)))
      queueMicrotask(() => {
        following.unsubscribe();
      });
    isFirst = false;
  });
}
