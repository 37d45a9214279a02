import type { WorkspaceHandle } from '../context/workspace-handle.js';
import { tellingOf } from '../core/rules/notifying.js';
import type { Telling } from '../core/rules/notifying.js';
import { selectAgentId } from '../core/selectors/select-workspace.js';
import { beginLater } from '../core/store/begin-later.js';
import { notificationOwner } from './notification-owner.js';
import type { NotificationOwner } from './notification-owner.js';
import { sightOf } from './notifying.js';
import type { NotifierParts, Notifying } from './notifying.js';
import { TabLead } from './tab-lead.js';

/**
 * Listens from the start to what is worth telling the agent, and takes part in which page of the browser does it; what
 * tells, sounds among it, is loaded meanwhile. Begins anew with every agent.
 *
 * @returns a function that stops it
 */
export function beginNotifying(workspace: WorkspaceHandle, parts?: NotifierParts): () => void {
  const { store } = workspace;
  let end: (() => void) | undefined;
  let name: string | undefined;
  const agents = store.select(selectAgentId).subscribe(() => {
    const owner = notificationOwner(store);
    if (owner?.name === name) return;
    name = owner?.name;
    end?.();
    end = owner && notifyAgent(workspace, owner, parts);
  });
  return () => {
    agents.unsubscribe();
    end?.();
  };
}

function notifyAgent(workspace: WorkspaceHandle, owner: NotificationOwner, parts?: NotifierParts): () => void {
  const { store } = workspace;
  const heard: Telling[] = [];
  let changed = (): void => undefined;
  const lead = new TabLead(owner.isShared ? `my-sessions notifications ${owner.name}` : undefined, () => {
    changed();
  });
  const notifying: Notifying = { owner, lead, hear: (telling) => heard.push(telling) };
  const effects = store.effects$.subscribe((effect) => {
    const telling = tellingOf(effect, sightOf(store));
    if (telling) notifying.hear(telling);
  });
  const endNotifier = beginLater(
    import('./notifier.js'),
    ({ Notifier }) => {
      const notifier = new Notifier(workspace, notifying, parts);
      changed = () => {
        notifier.review();
      };
      notifying.hear = (telling) => {
        notifier.hear(telling);
      };
      for (const telling of heard) notifier.hear(telling);
      return () => {
        notifier.end();
      };
    },
    (error) => {
      store.logger.error('The agent is not told of what comes while they look elsewhere.', error);
    },
  );
  return () => {
    effects.unsubscribe();
    endNotifier();
    lead.stop();
  };
}
