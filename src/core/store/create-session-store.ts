import { readingReceiver } from '../reading/reading-receiver.js';
import { openStore } from './session-store.js';
import type { SessionStore, SessionStoreOptions } from './session-store.js';

/**
 * Makes a store and connects its gateway. Facts go through one first-in-first-out loop: a fact dispatched while others
 * are being delivered waits its turn, so every subscriber sees every state in the same order. What cannot be read in a
 * fact is left out and counted (`selectDiagnostics`); a fact that makes no sense without it is skipped.
 */
export const createSessionStore = (options: SessionStoreOptions): SessionStore =>
  options.gateway.isRead
    ? openStore(options)
    : openStore(options, (receiver) => options.gateway.connect(readingReceiver(receiver)));
