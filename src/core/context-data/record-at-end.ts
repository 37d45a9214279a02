import type { ContextRecord } from '../model/context-data.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long stored context data is kept (Nimbus: 30 days). */
const RETENTION_MS = 30 * DAY_MS;

/**
 * What a service keeps of a session that ends at a moment, in ms since the epoch. Of a task that goes from service to
 * service each one keeps its own stretch, or does not; live context always travels (Nimbus "Store Context Data").
 */
export const recordAtEnd = (isStoring: boolean, endedAt: number, reason?: string): ContextRecord =>
  isStoring
    ? { isStored: true, until: endedAt + RETENTION_MS }
    : { isStored: false, ...(reason === undefined ? {} : { reason }) };
