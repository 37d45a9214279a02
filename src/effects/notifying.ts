import type { Sounds } from '../core/ports/sounds.js';
import type { Sight, Telling } from '../core/rules/notifying.js';
import { selectSelectedId } from '../core/selectors/select-selection.js';
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
export const sightOf = (store: SessionStore): Sight => ({
  hasFocus: document.hasFocus(),
  isSeen: document.visibilityState === 'visible',
  selectedId: store.read(selectSelectedId),
});
