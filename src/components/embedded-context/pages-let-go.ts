import { selectBegun } from '../../core/selectors/select-begun.js';
import { ABOUT_NO_SESSION } from '../../core/state/begun.js';
import type { PageLetGo } from '../../core/state/begun.js';
import type { SessionStore } from '../../core/store/session-store.js';

/** How many pages are named at most. */
const MOST = 20;

export const selectPagesLetGo = selectBegun('pagesLetGo', ABOUT_NO_SESSION);

/** @param agentId whose pages they were: nobody else hears of them */
export function letGo(store: SessionStore, agentId: string | undefined, pages: readonly PageLetGo[]): void {
  if (pages.length === 0) return;
  const ids = new Set(pages.map(({ sessionId }) => sessionId));
  const named = pages.map(({ sessionId, title }) => ({ sessionId, title }));
  store.keep(
    'pagesLetGo',
    ABOUT_NO_SESSION,
    (before = []) => [...before.filter(({ sessionId }) => !ids.has(sessionId)), ...named].slice(-MOST),
    agentId,
  );
}

export function takeNote(store: SessionStore, agentId: string | undefined): void {
  store.keep('pagesLetGo', ABOUT_NO_SESSION, undefined, agentId);
}
