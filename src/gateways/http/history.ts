import type { SessionEvent } from '../../core/events/session-event.js';
import { readHistory } from '../../core/wire/read-snapshot.js';
import { misfitOfReading } from './misfits.js';
import type { Requests } from './requests.js';

export interface HistoryOptions {
  readonly requests: Requests;
  readonly requestMs: number;
  /** How many sessions a page holds. */
  readonly pageSize: number;
}

/** A page of older sessions. */
export interface HistoryPage {
  readonly events: readonly SessionEvent[];
  readonly rejected: readonly string[];
  /** Whether there may be more. */
  readonly hasMore: boolean;
}

/** The first pages may hold nothing but what a snapshot held already; no history is so full of it that this is too few. */
const MOST_KNOWN_PAGES = 20;

/** Sessions that ended, from the latest back, page by page. */
export class History {
  readonly #options: HistoryOptions;
  #next: string | undefined;
  #hasPages = false;
  /** Grows with every beginning: a page that was asked for before the last one may be another agent's. */
  #beginnings = 0;

  constructor(options: HistoryOptions) {
    this.#options = options;
  }

  /** Begins again with the latest, of another truth. */
  reset(): void {
    this.#hasPages = false;
    this.restart();
  }

  /** Begins again with the latest. */
  restart(): void {
    this.#next = undefined;
    this.#beginnings += 1;
  }

  /** Whether there are pages at all; rejects when that cannot be known at present. */
  async hasPages(): Promise<boolean> {
    const beginnings = this.#beginnings;
    if (!this.#hasPages) {
      const { events } = await this.#load({ limit: '1' }, 0);
      if (beginnings === this.#beginnings) this.#hasPages = events.length > 0;
    }
    return this.#hasPages;
  }

  /**
   * The next page that holds something new, without what is known: the record of a page may be older than what
   * happened since. Rejects when it cannot be loaded; the next call tries the same page again.
   */
  async page(isKnown: (sessionId: string) => boolean, at: number): Promise<HistoryPage> {
    const { pageSize } = this.#options;
    const beginnings = this.#beginnings;
    for (let pages = 1; ; pages += 1) {
      const { events, rejected, next } = await this.#load(
        { limit: String(pageSize), ...(this.#next === undefined ? {} : { before: this.#next }) },
        at,
      );
      if (beginnings !== this.#beginnings) return { events: [], rejected: [], hasMore: true };
      const news = events.filter((event) => event.type === 'session.snapshot' && !isKnown(event.session.id));
      this.#next = next;
      if (news.length > 0 || next === undefined || pages === MOST_KNOWN_PAGES)
        return { events: news, rejected, hasMore: next !== undefined };
    }
  }

  async #load(query: Readonly<Record<string, string>>, at: number) {
    const { requests, requestMs } = this.#options;
    const answer = await requests.json({
      path: 'history',
      query,
      timeoutMs: requestMs,
      misfitOf: (status, body) => misfitOfReading(status, readHistory(body, at)),
    });
    if (answer.kind !== 'ok') throw new Error('History could not be loaded.');
    const page = readHistory(answer.body, at);
    if (!page.ok) throw new Error(`History could not be read: ${page.reason}`);
    return page.value;
  }
}
