import type { Subscription } from 'rxjs';
import { bringBackOf } from '../context/acts/hide.js';
import { tabSetting } from '../context/browser-ports.js';
import type { WorkspaceHandle } from '../context/workspace-handle.js';
import type { Session } from '../core/model/session.js';
import { selectHidden } from '../core/selectors/select-leaving.js';
import { selectSession } from '../core/selectors/select-session.js';
import { selectAgentId } from '../core/selectors/select-workspace.js';
import { ABOUT_NO_SESSION } from '../core/state/begun.js';
import { notificationOwner } from './notification-owner.js';

/** A hidden session as it was seen last: of its customer nothing. */
type Kept = Pick<Session, 'id' | 'state' | 'unread'>;

const hiddenMemory = tabSetting<readonly Kept[]>('hidden');

/**
 * Keeps over a reload which sessions the agent has taken off the list, for this tab, agent and backend: what its customer
 * has written meanwhile brings one back as it would have before. Where sessions end with the page nothing is kept.
 *
 * @returns a function that stops it
 */
export function keepHidden({ store }: WorkspaceHandle): () => void {
  if (store.channel.keptAs === false) return () => undefined;
  const following = new Map<string, Subscription>();
  const last = new Map<string, Kept>();
  let name: string | undefined;

  function remember(): void {
    if (name === undefined || notificationOwner(store)?.name !== name) return;
    const ids = store.read(selectHidden);
    for (const id of last.keys()) if (!ids.includes(id)) last.delete(id);
    for (const id of ids) {
      const { state, unread } = store.read(selectSession(id)) ?? {};
      if (state !== undefined && unread !== undefined) last.set(id, { id, state, unread });
    }
    hiddenMemory.remember(name, [...last.values()]);
  }

  const agents = store.select(selectAgentId).subscribe(() => {
    const owner = notificationOwner(store);
    if (owner?.name === name) return;
    name = owner?.name;
    last.clear();
    if (name === undefined) return;
    const kept = readKept(hiddenMemory.recall(name));
    const ids = kept.map(({ id }) => id);
    for (const own of kept) last.set(own.id, own);
    store.keep('hidden', ABOUT_NO_SESSION, (before = []) => [...ids, ...before.filter((id) => !ids.includes(id))]);
    for (const own of kept) bringBackOf(store, own.id, own);
  });
  const hidden = store.select(selectHidden).subscribe((ids) => {
    for (const [id, own] of following)
      if (!ids.includes(id)) {
        own.unsubscribe();
        following.delete(id);
      }
    for (const id of ids)
      if (!following.has(id)) following.set(id, store.select(selectSession(id)).subscribe(remember));
    remember();
  });
  return () => {
    agents.unsubscribe();
    hidden.unsubscribe();
    for (const own of following.values()) own.unsubscribe();
  };
}

/** What the storage of a browser holds may be anything. */
function readKept(kept: unknown): readonly Kept[] {
  if (!Array.isArray(kept)) return [];
  return (kept as readonly unknown[]).flatMap((own) => {
    const { id, state, unread } = Object(own) as Partial<Record<keyof Kept, unknown>>;
    return typeof id === 'string' && typeof state === 'string' && typeof unread === 'number'
      ? [{ id, state: state as Session['state'], unread }]
      : [];
  });
}
