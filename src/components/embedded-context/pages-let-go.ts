import { BehaviorSubject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { SessionStore } from '../../core/store/session-store.js';

/** A framed page that was closed to make room. */
export interface PageLetGo {
  readonly sessionId: string;
  /** Whose page it was. */
  readonly title: string;
}

const lists = new WeakMap<SessionStore, BehaviorSubject<readonly PageLetGo[]>>();

/** Pages that were closed to make room and that nobody has taken note of, oldest first. */
export const pagesLetGo = (store: SessionStore): Observable<readonly PageLetGo[]> => listOf(store);

export function letGo(store: SessionStore, pages: readonly PageLetGo[]): void {
  if (pages.length === 0) return;
  const list = listOf(store);
  const ids = new Set(pages.map(({ sessionId }) => sessionId));
  list.next([...list.value.filter(({ sessionId }) => !ids.has(sessionId)), ...pages].slice(-20));
}

export function takeNote(store: SessionStore): void {
  listOf(store).next([]);
}

function listOf(store: SessionStore): BehaviorSubject<readonly PageLetGo[]> {
  const list = lists.get(store) ?? new BehaviorSubject<readonly PageLetGo[]>([]);
  lists.set(store, list);
  return list;
}
