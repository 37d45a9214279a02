import { readingReceiver } from '../reading/reading-receiver.js';
import { transcriptStep } from '../state/transcript-step.js';
import { beginStore } from './begin-store.js';
import type { SessionStore, SessionStoreOptions } from './session-store.js';

/**
 * Makes a store and connects its gateway, at once: what a gateway hands over when it is connected is there when this
 * returns. What cannot be read in a fact is left out and counted (`selectDiagnostics`); a fact that makes no sense without it is
 * skipped.
 *
 * Facts go through one first-in-first-out loop: a fact dispatched while others are being delivered waits its turn, so every
 * subscriber sees every state in the same order.
 */
export const createSessionStore = (options: SessionStoreOptions): SessionStore =>
  beginStore(options, {
    transcripts: transcriptStep,
    reading: options.gateway.isRead ? undefined : readingReceiver,
  });
