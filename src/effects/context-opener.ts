import { Subscription } from 'rxjs';
import { openContext } from '../context/acts/open-context.js';
import type { WorkspaceHandle } from '../context/workspace-handle.js';
import type { ContextItem } from '../core/configuration/configuration.js';
import type { ContextOffer } from '../core/state/begun.js';
import { open } from '../core/rules/tabs.js';
import { selectBegun } from '../core/selectors/select-begun.js';
import { selectContextTarget } from '../core/selectors/select-context-target.js';
import { selectServiceOf, selectWorkspaceOf } from '../core/selectors/select-session.js';
import type { WorkspaceEffect } from '../core/store/effects.js';
import type { SessionStore } from '../core/store/session-store.js';
import { inOneTab } from './one-tab.js';

/** Later than this after the agent accepted, in ms, nobody expects a page to open by itself any more. */
const IN_TIME = 30_000;

/** One effect reaches every element of the page that listens; the page opens once. */
const handled = new WeakSet<WorkspaceEffect>();

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
  const { configuration, agentId } = store.read(selectWorkspaceOf(session.id));
  const acceptedAt = store.clock.now();
  const ids = configuration?.services.get(session.serviceId)?.extensions.contextOnAccept ?? [];
  const items = ids.flatMap((id) => configuration?.contextItems.get(id) ?? []);
  if (items.length === 0) return;
  void inOneTab(`my-sessions context ${agentId ?? ''} ${session.id}`, () => {
    for (const item of items) openWhenReady(workspace, from, { sessionId: session.id, agentId, acceptedAt }, item);
  });
}

/** Which session started, for whom, and when. */
interface Start {
  readonly sessionId: string;
  readonly agentId: string | undefined;
  readonly acceptedAt: number;
}

function openWhenReady(workspace: WorkspaceHandle, from: HTMLElement, start: Start, item: ContextItem): void {
  const { store } = workspace;
  const { sessionId, agentId, acceptedAt } = start;
  const waiting = new Subscription();
  waiting.add(
    store.select(selectContextTarget(sessionId, item, agentId)).subscribe((target) => {
      if (waiting.closed || (target && target.kind !== 'ready')) return;
      waiting.unsubscribe();
      if (!target) return;
      const { url } = target;
      const isLate = store.clock.now() - acceptedAt > IN_TIME;
      const opening = { sessionId, itemId: item.id, url };
      const isDone =
        !isLate && openContext(workspace, from, opening, () => openTab(store, start, item.id) || openPage(url));
      if (isDone) return;
      const missed: ContextOffer = { itemId: item.id, reason: isLate ? 'late' : 'blocked' };
      store.keep('contextOffers', sessionId, (others = []) => [...others, missed], agentId);
    }),
  );
}

/** Opens an item among the tabs of its session, where its service has them there and there is room for it. */
function openTab(store: SessionStore, { sessionId, agentId }: Start, itemId: string): boolean {
  const service = store.read(selectServiceOf(sessionId));
  if (service?.layout.contextItems !== 'tab') return false;
  const arranged = open(itemId, store.read(selectBegun('tabs', sessionId)) ?? {});
  if (arranged) store.keep('tabs', sessionId, arranged, agentId);
  return arranged !== undefined;
}

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
