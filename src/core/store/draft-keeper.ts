import type { DraftStorage, StoredDraft } from '../ports/draft-storage.js';
import type { Logger } from '../ports/logger.js';
import { ABOUT_NO_SESSION } from '../state/begun.js';
import type { Begun, BegunField } from '../state/begun.js';
import { DRAFT_FIELDS, isDraftField } from '../state/draft-fields.js';
import type { Owner, StateTables } from './state-tables.js';

/** What a keeper sees of its store. */
interface KeeperHost {
  readonly tables: StateTables;
  readonly enqueue: (step: () => readonly []) => void;
  readonly logger: Logger;
}

/**
 * Takes drafts to where they outlive the page, and back. Nobody waits for it: what fails there is logged, and said where
 * the agent writes. Loaded where drafts are kept.
 */
export class DraftKeeper {
  readonly #storage: DraftStorage;
  readonly #host: KeeperHost;
  readonly #unfollow: (() => void) | undefined;
  #isFailing = false;

  constructor(storage: DraftStorage, host: KeeperHost) {
    this.#storage = storage;
    this.#host = host;
    this.#unfollow = storage.follow?.({
      changed: (draft) => {
        this.#take([draft], draft, () => true);
      },
      kept: (isKept) => {
        this.#say(isKept);
      },
    });
  }

  /** Writes through what an agent has just begun, as far as it is a draft. */
  put(owner: Owner, field: BegunField, sessionId: string, value: unknown): void {
    if (isDraftField(field)) this.#put({ ...owner, sessionId, field, value } as StoredDraft);
    if (field !== 'otherDrafts') return;
    const others = (value ?? {}) as NonNullable<Begun['otherDrafts']>;
    const begun = this.#host.tables.begun.get(sessionId);
    for (const draft of DRAFT_FIELDS)
      if (others[draft])
        this.#put({ ...owner, sessionId, field: draft, value: begun?.[draft], others: others[draft] } as StoredDraft);
  }

  /** Brings back what an agent had written, but for what was touched meanwhile, and not to another agent. */
  restore(owner: Owner): void {
    this.#load(owner).catch((error: unknown) => {
      this.#host.logger.error('Drafts could not be kept.', error);
      if (owner.agentId) this.#say(false);
      this.#sayRead();
    });
  }

  flush(): void {
    this.#storage.flush?.();
  }

  /** The store has ended: what was written is kept, and nothing heard any more. */
  end(): void {
    this.flush();
    this.#unfollow?.();
  }

  async #load(owner: Owner): Promise<void> {
    const stored = [...(await this.#storage.load(owner.agentId, owner.source))];
    this.#take(stored, owner, ({ sessionId, field }) => !(field in (this.#host.tables.begun.get(sessionId) ?? {})));
    this.#sayRead();
  }

  #take(drafts: readonly StoredDraft[], { source, agentId }: Owner, isWanted: (draft: StoredDraft) => boolean): void {
    const { tables, enqueue } = this.#host;
    enqueue(() => {
      for (const draft of drafts) {
        const { sessionId, field, value, others = [] } = draft;
        const owner = tables.ownerOf(sessionId);
        if (owner?.source !== source || owner.agentId !== agentId || !isWanted(draft)) continue;
        // Closed in another page, while somebody writes in its pages here.
        if (field === 'record' && !value && tables.begun.get(sessionId)?.unsavedPages?.length) continue;
        tables.keep(field, sessionId, value);
        const known = tables.begun.get(sessionId)?.otherDrafts;
        if (others.length > 0 || known?.[field]?.length)
          tables.keep('otherDrafts', sessionId, { ...known, [field]: others });
      }
      return [];
    });
  }

  #put(draft: StoredDraft): void {
    const put = async (): Promise<void> => {
      await this.#storage.put(draft);
    };
    put().then(
      () => {
        this.#isFailing = false;
        this.#say(true);
      },
      (error: unknown) => {
        // Once and not at every key.
        if (!this.#isFailing) this.#host.logger.error('Drafts could not be kept.', error);
        this.#isFailing = true;
        this.#say(false);
      },
    );
  }

  /** Who waits for what was kept waits no longer. */
  #sayRead(): void {
    const { tables, enqueue } = this.#host;
    enqueue(() => {
      tables.keep('draftsRead', ABOUT_NO_SESSION, true);
      return [];
    });
  }

  #say(isKept: boolean): void {
    const { tables, enqueue } = this.#host;
    enqueue(() => {
      if (isKept === (tables.begun.get(ABOUT_NO_SESSION)?.draftsUnkept ?? false))
        tables.keep('draftsUnkept', ABOUT_NO_SESSION, isKept ? undefined : true);
      return [];
    });
  }
}
