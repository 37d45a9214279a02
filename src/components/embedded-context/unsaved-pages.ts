import type { SessionStore } from '../../core/store/session-store.js';
import type { Frame } from './frame-pool.js';

type Page = Pick<Frame, 'sessionId' | 'itemId' | 'isDirty'>;

/** Tells the store which pages hold input that is not saved, for whoever shows where there is something to be lost. */
export class UnsavedPages {
  #told: readonly Page[] = [];

  /** @param agentId whose pages they are: for nobody else it is kept */
  tell(store: SessionStore | undefined, agentId: string | undefined, pages: readonly Page[]): void {
    const unsaved = pages
      .filter(({ isDirty }) => isDirty)
      .map(({ sessionId, itemId }) => ({ sessionId, itemId, isDirty: true }));
    const without = (those: readonly Page[], { sessionId, itemId }: Page): boolean =>
      !those.some((other) => other.sessionId === sessionId && other.itemId === itemId);
    const saved = this.#told.filter((page) => without(unsaved, page));
    const news = unsaved.filter((page) => without(this.#told, page));
    this.#told = unsaved;
    for (const { sessionId, itemId } of saved)
      store?.keep('unsavedPages', sessionId, (all = []) => all.filter((other) => other !== itemId), agentId);
    for (const { sessionId, itemId } of news)
      store?.keep(
        'unsavedPages',
        sessionId,
        (all = []) => [...all.filter((other) => other !== itemId), itemId],
        agentId,
      );
  }
}
