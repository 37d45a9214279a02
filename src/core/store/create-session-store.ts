import { transcriptReducer, withoutRepeats } from '../state/transcript-reducer.js';
import { beginStore } from './begin-store.js';
import type { SessionStore, SessionStoreOptions } from './session-store.js';

/**
 * Makes a store and connects its gateway: at once where it reads what it hands over (`Gateway.isRead`), otherwise as
 * soon as what reads its facts is loaded; wishes wait for that, and a gateway that cannot be connected then is `offline`.
 * What cannot be read in a fact is left out and counted (`selectDiagnostics`); a fact that makes no sense without it is
 * skipped.
 *
 * Facts go through one first-in-first-out loop: a fact dispatched while others are being delivered waits its turn, so every
 * subscriber sees every state in the same order.
 */
export const createSessionStore = (options: SessionStoreOptions): SessionStore =>
  // Not `transcriptRules`: what a provider loads later would be in the first load of a page that has both, with a wrapper.
  beginStore(options, { transcriptReducer, withoutRepeats });
