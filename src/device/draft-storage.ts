import type { DraftStorage } from '../core/ports/draft-storage.js';
import type { Gateway } from '../core/ports/gateway.js';
import { DraftRecords } from './draft-records.js';
import { IndexedDbDrafts } from './indexed-db-drafts.js';
import { forgetLastWords } from './last-words.js';
import { newId } from './new-id.js';

const HOUR_MS = 60 * 60 * 1000;
const DEFAULT_HOURS = 24;

export interface DraftStorageOptions {
  /** Of whose sessions the drafts are: it says under which name they are kept (`Gateway.keptAs`). */
  readonly gateway: Pick<Gateway, 'keptAs' | 'sources'>;
  /** How many hours a draft is kept after it was written last; 24 by default. 0 keeps none, and removes what there is. */
  readonly hours?: number | undefined;
}

/**
 * Keeps drafts on the device, in IndexedDB, for `createSessionStore({ drafts })`; `<session-provider>` does so by itself.
 * What another agent of the same backend left there is removed when one comes.
 */
export function createDraftStorage({ gateway, ...options }: DraftStorageOptions): DraftStorage {
  // An attribute that was taken away says null.
  const hours = options.hours ?? DEFAULT_HOURS;
  if (Number.isNaN(hours))
    throw new TypeError(
      'For how many hours is no number: write <session-provider draft-hours="8">, or 0 to keep none.',
    );
  const nameOf = (source: string): string | false =>
    (gateway.sources ? gateway.sources.keptAs(source) : gateway.keptAs) ?? '';
  if (!(hours > 0)) return keepNone(nameOf);
  const kept = new IndexedDbDrafts({ lifeMs: hours * HOUR_MS, scopeOf: (source) => nameOf(source) || '', newId });
  const isKept = (source: string): boolean => nameOf(source) !== false;
  return {
    load: (agentId, source) => (isKept(source) ? kept.load(agentId, source) : Promise.resolve([])),
    put: (draft) => (isKept(draft.source) ? kept.put(draft) : Promise.resolve()),
    clear: (agentId) => kept.clear(agentId),
    flush: () => {
      kept.flush();
    },
    follow: (listener) => kept.follow(listener),
  };
}

/** The agent signs out: removes what all agents of a backend have written, on this device. */
export function forgetDrafts(name: string): Promise<void> {
  forgetLastWords(name);
  return new DraftRecords(0).forget(name);
}

/** Keeps nothing, and removes what was kept before. */
function keepNone(nameOf: (source: string) => string | false): DraftStorage {
  return {
    async load(_, source) {
      const name = nameOf(source);
      if (name !== false) await forgetDrafts(name);
      return [];
    },
    put: () => Promise.resolve(),
    clear: () => Promise.resolve(),
  };
}
