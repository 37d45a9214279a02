/** An answer that is being written. */
export interface ReplyDraft {
  readonly text: string;
  readonly toAll: boolean;
  /** Whether it is on screen; what was written stays when it is put away. */
  readonly isOpen: boolean;
}

const NONE: ReplyDraft = { text: '', toAll: false, isOpen: false };

/** Unsent answers, one per session: what was begun for a customer must not end at another. */
export class ReplyDrafts {
  readonly #drafts = new Map<string, ReplyDraft>();

  of(sessionId: string): ReplyDraft {
    return this.#drafts.get(sessionId) ?? NONE;
  }

  change(sessionId: string, change: Partial<ReplyDraft>): void {
    this.#drafts.set(sessionId, { ...this.of(sessionId), ...change });
  }

  /** Lets a draft go once it is sent, unless something else was written in the meantime. */
  sent(sessionId: string, text: string): void {
    if (this.of(sessionId).text === text) this.#drafts.delete(sessionId);
  }

  isEmpty(sessionId: string): boolean {
    return this.of(sessionId).text.trim() === '';
  }
}
