import type { BegunFields, DraftField } from '../state/begun.js';

/** Whose draft, for which session, in which field. */
interface DraftKey {
  readonly agentId: string;
  readonly sessionId: string;
}

/** A draft and its place. Without a value there is none any more. */
export type StoredDraft = DraftKey &
  { readonly [F in DraftField]: { readonly field: F; readonly value: BegunFields[F] | undefined } }[DraftField];

/**
 * Where drafts outlive the page. Ids may hold any character. What rejects is logged, and nothing more: the agent goes on
 * writing.
 */
export interface DraftStorage {
  /** All drafts of an agent, in any order, and nobody else's. */
  load(agentId: string): Promise<readonly StoredDraft[]>;
  /** In place of what was there. Called at every key, so an implementation may gather what comes; the last call counts. */
  put(draft: StoredDraft): Promise<void>;
  /** Forgets all of an agent's. For the host, where an agent signs out for good; a store never calls it. */
  clear(agentId: string): Promise<void>;
}
