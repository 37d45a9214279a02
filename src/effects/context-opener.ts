import { BehaviorSubject, Subscription } from 'rxjs';
import type { Observable } from 'rxjs';
import { openContext } from '../context/acts/open-context.js';
import type { WorkspaceHandle } from '../context/workspace-handle.js';
import type { ContextItem } from '../core/configuration/configuration.js';
import { contextTarget } from '../core/fields/context-items.js';
import type { ContextTarget } from '../core/fields/context-items.js';
import { isOver } from '../core/rules/session-phase.js';
import { selectSession } from '../core/selectors/select-session.js';
import { selectWorkspace } from '../core/selectors/select-workspace.js';
import type { WorkspaceEffect } from '../core/store/effects.js';
import type { Selector } from '../core/store/selector.js';
import type { SessionStore } from '../core/store/session-store.js';
import { inOneTab } from './one-tab.js';

/** Later than this after the agent accepted, in ms, nobody expects a page to open by itself any more. */
const IN_TIME = 30_000;

/** A context item that should have opened by itself and did not: for the agent to click. */
export interface ContextOffer {
  readonly sessionId: string;
  readonly itemId: string;
  readonly reason: 'blocked' | 'late';
}

/** One effect reaches every element of the page that listens; the page opens once. */
const handled = new WeakSet<WorkspaceEffect>();
const offers = new WeakMap<SessionStore, BehaviorSubject<readonly ContextOffer[]>>();

/** What could not open by itself, oldest first. */
export const contextOffers = (store: SessionStore): Observable<readonly ContextOffer[]> => offersOf(store);

/** Takes an offer back, because it was followed or is not wanted. */
export function withdraw(store: SessionStore, offer: ContextOffer): void {
  const all = offersOf(store);
  all.next(all.value.filter((other) => other !== offer));
}

/**
 * Opens what the service of a session that has just started wants open, in the order of its configuration. Does nothing
 * for other effects and for one that was handled already. Effects are live only, so neither replay nor resync opens
 * anything. Hosts are asked, from `from`. Every tab of an agent hears that a session has started; it opens, or is offered, in the one where the agent is.
 */
export function openOnAccept(workspace: WorkspaceHandle, from: HTMLElement, effect: WorkspaceEffect): void {
  const { store } = workspace;
  const { type, session } = effect;
  if (type !== 'session-started' || handled.has(effect)) return;
  handled.add(effect);
  const { configuration, agentId = '' } = store.read(selectWorkspace);
  const acceptedAt = store.clock.now();
  const ids = configuration?.services.get(session.serviceId)?.extensions.contextOnAccept ?? [];
  const items = ids.flatMap((id) => configuration?.contextItems.get(id) ?? []);
  if (items.length === 0) return;
  void inOneTab(`my-sessions context ${agentId} ${session.id}`, () => {
    for (const item of items) openWhenReady(workspace, from, session.id, item, acceptedAt);
  });
}

function openWhenReady(
  workspace: WorkspaceHandle,
  from: HTMLElement,
  sessionId: string,
  item: ContextItem,
  acceptedAt: number,
): void {
  const { store } = workspace;
  const waiting = new Subscription();
  waiting.add(
    store.select(selectTarget(sessionId, item)).subscribe((target) => {
      if (waiting.closed || (target && target.kind !== 'ready')) return;
      waiting.unsubscribe();
      if (!target) return;
      const itemId = item.id;
      const { url } = target;
      if (store.clock.now() - acceptedAt > IN_TIME) offer(store, { sessionId, itemId, reason: 'late' });
      else if (!openContext(workspace, from, { sessionId, itemId, url }, () => openPage(url)))
        offer(store, { sessionId, itemId, reason: 'blocked' });
    }),
  );
}

/** Where an item leads for a session; undefined once the session is over. */
const selectTarget = (sessionId: string, item: ContextItem): Selector<ContextTarget | undefined> => ({
  topics: [...selectSession(sessionId).topics, ...selectWorkspace.topics],
  read: ({ sessions, workspace: { configuration, agentId } }) => {
    const session = sessions.get(sessionId);
    return session === undefined || isOver(session.state)
      ? undefined
      : contextTarget(item, { session, configuration, agentId }, 'link');
  },
});

/**
 * Opens a page in a tab that cannot reach this one. Answers whether the browser allowed it: with `noopener` it answers
 * null either way, so the tab is opened empty, cut off while it is still ours, and only then sent on its way, by a link,
 * because a link alone can go without a referrer.
 */
function openPage(url: string): boolean {
  try {
    const tab = window.open('', '_blank');
    if (!tab || tab.closed) return false;
    tab.opener = null;
    const link = tab.document.createElement('a');
    link.rel = 'noreferrer';
    link.href = url;
    link.click();
    return true;
  } catch {
    // Some blockers answer with a window that may not be touched.
    return false;
  }
}

function offer(store: SessionStore, missed: ContextOffer): void {
  const all = offersOf(store);
  all.next([...all.value, missed]);
}

function offersOf(store: SessionStore): BehaviorSubject<readonly ContextOffer[]> {
  const all = offers.get(store) ?? new BehaviorSubject<readonly ContextOffer[]>([]);
  offers.set(store, all);
  return all;
}
