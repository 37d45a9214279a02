import type { Sounds } from '../core/ports/sounds.js';
import type { Sight, Telling } from '../core/rules/notifying.js';
import { isInSight } from '../core/rules/unread.js';
import { selectSelectedId } from '../core/selectors/select-selection.js';
import { selectSession } from '../core/selectors/select-session.js';
import type { SessionStore } from '../core/store/session-store.js';
import type { Notices } from './desktop-notices.js';
import type { NotificationOwner } from './notification-owner.js';
import type { TabLead } from './tab-lead.js';

/** By what an agent is told; a test has its own. */
export interface NotifierParts {
  readonly sounds: Sounds;
  readonly notices: Notices;
}

/** What one agent is told, by whichever page. */
export interface Notifying {
  readonly owner: NotificationOwner;
  readonly lead: TabLead;
  /** What was heard before what tells of it was loaded, or since. */
  hear: (telling: Telling) => void;
}

/** Where the agent is now. */
export function sightOf(store: SessionStore): Sight {
  const session = store.read(selectSession(store.read(selectSelectedId) ?? ''));
  return {
    hasFocus: document.hasFocus(),
    isSeen: document.visibilityState === 'visible',
    selectedId: session && isInSight(session) ? session.id : undefined,
  };
}
