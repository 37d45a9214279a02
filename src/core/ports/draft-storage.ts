import type { BegunFields, DraftField } from '../state/begun.js';

/** Whose draft, and for which session. Ids are those of the workspace: with several sources they begin with its name. */
interface DraftKey {
  /** The name of the source that the session comes from; '' where there is one gateway. */
  readonly source: string;
  readonly agentId: string;
  readonly sessionId: string;
}

/** A draft and its place. Without a value there is none any more. */
export type StoredDraft = DraftKey &
  {
    readonly [F in DraftField]: {
      readonly field: F;
      readonly value: BegunFields[F] | undefined;
      /**
       * What else was written there, in other pages of this agent, latest first. Of a draft that is put: in place of what
       * was there; without it that stays.
       */
      readonly others?: readonly BegunFields[F][];
    };
  }[DraftField];

/** Who hears of drafts. */
export interface DraftListener {
  /** What stands in a field now, because of what another page of this agent wrote. */
  changed(draft: StoredDraft): void;
  /** Whether what is written gets to where it outlives the page. */
  kept(isKept: boolean): void;
}

/**
 * Where drafts outlive the page. Ids may hold any character. What rejects is logged, and the agent is told that what is
 * written is not saved; nothing else waits for it.
 */
export interface DraftStorage {
  /**
   * All drafts of an agent of a source, in any order, and nobody else's. Whoever was this source's agent before has left;
   * the empty id says that nobody has come instead.
   */
  load(agentId: string, source: string): Promise<readonly StoredDraft[]>;
  /** In place of what was there. Called at every key, so an implementation may gather what comes; the last call counts. */
  put(draft: StoredDraft): Promise<void>;
  /** Forgets all of an agent's. For the host, where an agent signs out for good; a store never calls it. */
  clear(agentId: string): Promise<void>;
  /** Writes what was gathered: the agent turns to something else. */
  flush?(): void;
  /** Begins to tell what other pages change. Returns what ends it. */
  follow?(listener: DraftListener): () => void;
}
