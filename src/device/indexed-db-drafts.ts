import type { DraftListener, DraftStorage, StoredDraft } from '../core/ports/draft-storage.js';
import { ownIdOf, prefixOf } from '../core/model/source.js';
import { DraftRecords } from './draft-records.js';
import type { DraftPlace, DraftRecord } from './draft-records.js';
import { forgetLastWords, keepLastWords, takeLastWords } from './last-words.js';
import { draftOf, idOf, writeOf } from './known-draft.js';
import type { Known } from './known-draft.js';
import { KnownDrafts } from './known-drafts.js';
import { followPage } from './page-life.js';
import { patiently, promised } from './waits.js';

/** How long typing is gathered, in ms: what is lost with a page that is killed. */
const GATHER_MS = 150;
/** How often it is tried again meanwhile, in ms. */
const RETRY_MS = 2000;
const CHANNEL = 'my-sessions drafts';

interface IndexedDbDraftsOptions {
  readonly lifeMs: number;
  /** Under which name drafts of a source are kept. */
  readonly scopeOf: (source: string) => string;
  readonly newId: () => string;
}

/** Whose drafts this page keeps. */
interface Stay {
  readonly agentId: string;
  readonly source: string;
  entering: ReturnType<DraftRecords['enter']> | undefined;
}

/** Keeps drafts in a database of the device, and hears from the other pages of this browser what they keep. */
export class IndexedDbDrafts implements DraftStorage {
  readonly #options: IndexedDbDraftsOptions;
  readonly #records: DraftRecords;
  readonly #known = new KnownDrafts((scope) => {
    this.#lookAgain(scope);
  });
  readonly #stays = new Map<string, Stay>();
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #retrying: ReturnType<typeof setTimeout> | undefined;
  /** Grows with everything that is written or heard, so that what was read before it is not taken for what is so. */
  #turn = 0;
  #next = promised();
  #channel: BroadcastChannel | undefined;
  #listener: DraftListener | undefined;

  constructor(options: IndexedDbDraftsOptions) {
    this.#options = options;
    this.#records = new DraftRecords(options.lifeMs);
  }

  async load(agentId: string, source: string): Promise<readonly StoredDraft[]> {
    const scope = this.#options.scopeOf(source);
    const own = ownIdOf(source, agentId);
    this.#known.drop(this.#known.in(scope));
    this.#stays.delete(scope);
    if (own === '') return [];
    const stay: Stay = { agentId: own, source, entering: undefined };
    this.#stays.set(scope, stay);
    const { records } = await this.#enter(scope, stay);
    if (this.#stays.get(scope) !== stay) return [];
    const typedLast = takeLastWords(scope, own).flatMap((word) => this.#known.takeUp(word, source));
    this.flush();
    const drafts = records.map((record) => {
      const known = this.#known.of(record, source);
      // What was written before it was known that there is something is another version.
      if (!this.#known.isUnwritten(record)) this.#known.goOnFrom(known, record);
      return draftOf(known, record);
    });
    const written = new Set(records.map(idOf));
    return [
      ...drafts,
      ...typedLast.flatMap((known) => (written.has(idOf(known.place)) ? [] : [draftOf(known, undefined)])),
    ];
  }

  put(draft: StoredDraft): Promise<void> {
    const known = this.#known.of(this.#placeOf(draft), draft.source);
    const { sessionId } = known.place;
    // Every session is written by itself.
    if (this.#known.unwritten.some(({ place }) => place.sessionId !== sessionId)) this.flush();
    this.#known.write(known, draft, this.#options.newId);
    this.#gathering ??= setTimeout(() => {
      this.flush();
    }, GATHER_MS);
    return patiently(this.#next.promise);
  }

  async clear(agentId: string): Promise<void> {
    for (const [scope, stay] of this.#stays)
      if (prefixOf(stay.source) + stay.agentId === agentId) {
        this.#known.drop(this.#known.in(scope));
        stay.entering = undefined;
        forgetLastWords(scope);
        await this.#records.forget(scope, stay.agentId);
      }
  }

  flush(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    // What is on its way is not written twice.
    const due = this.#known.unwritten.filter((known) => known.writing !== known.count);
    if (due.length === 0) return;
    const { resolve, reject } = this.#next;
    this.#next = promised();
    const scopes = new Set(due.map(({ place }) => place.scope));
    Promise.all(
      Array.from(scopes, (scope) =>
        this.#write(
          scope,
          due.filter(({ place }) => place.scope === scope),
        ),
      ),
    )
      .then(() => {
        clearTimeout(this.#retrying);
        this.#retrying = undefined;
        this.#listener?.kept(true);
        resolve();
      })
      .catch((error: unknown) => {
        for (const known of due) known.writing = undefined;
        this.#retrying ??= setTimeout(() => {
          this.#retrying = undefined;
          this.flush();
        }, RETRY_MS);
        reject(error);
      });
  }

  follow(listener: DraftListener): () => void {
    this.#listener = listener;
    const ending = new AbortController();
    const { signal } = ending;
    try {
      this.#channel = new BroadcastChannel(CHANNEL);
      this.#channel.addEventListener('message', this.#onMessage, { signal });
    } catch {
      // A browser that lets pages tell each other nothing: they meet on the device, when they are looked at.
    }
    const hide = (): void => {
      this.flush();
    };
    const go = (): void => {
      keepLastWords(this.#known.unwritten, this.#options.lifeMs);
      this.flush();
    };
    const show = (): void => {
      for (const scope of this.#stays.keys()) this.#lookAgain(scope);
    };
    followPage({ hide, go, show, comeBack: forgetLastWords }, signal);
    const endSweeping = this.#records.keepSwept(show);
    return () => {
      ending.abort();
      endSweeping();
      this.#channel?.close();
      this.#channel = undefined;
      this.#listener = undefined;
      this.#known.end();
      clearTimeout(this.#retrying);
    };
  }

  async #write(scope: string, due: readonly Known[]): Promise<void> {
    const stay = this.#stays.get(scope);
    if (!stay) {
      this.#known.drop(due);
      return;
    }
    for (const known of due) known.writing = known.count;
    const { stayId } = await this.#enter(scope, stay);
    // What is written is what stands there now, also where it is tried again.
    const batch = due.map((known) => ({ known, count: known.count }));
    const { newId } = this.#options;
    const outcome = await this.#records.write(
      stayId,
      batch.map(({ known }) => writeOf(known, newId())),
    );
    if (!outcome) throw new Error('The agent has left.');
    if (outcome.isAnew) this.#known.writeAgain(scope);
    for (const [place, { known, count }] of batch.entries()) this.#written(known, count, outcome.results[place]);
    if (outcome.isAnew) this.flush();
  }

  #written(known: Known, count: number, record: DraftRecord | undefined): void {
    this.#turn += 1;
    this.#channel?.postMessage(known.place.scope);
    if (this.#known.settle(known, count, record)) this.#tell(known, record);
  }

  #enter(scope: string, stay: Stay): ReturnType<DraftRecords['enter']> {
    if (stay.entering) return stay.entering;
    const entering = this.#records.enter(scope, stay.agentId, this.#options.newId);
    stay.entering = entering;
    entering.catch(() => {
      if (stay.entering === entering) stay.entering = undefined;
    });
    return entering;
  }

  readonly #onMessage = ({ data }: MessageEvent<unknown>): void => {
    if (typeof data === 'string') this.#lookAgain(data);
  };

  /** Reads what other pages have written: what they say of it may be late. */
  #lookAgain(scope: string): void {
    const stay = this.#stays.get(scope);
    if (!stay) return;
    const turn = this.#turn;
    this.#records.of(scope, stay.agentId).then(
      (records) => {
        if (this.#stays.get(scope) !== stay) return;
        if (!records) {
          this.#known.writeAgain(scope);
          this.flush();
        } else if (turn === this.#turn) this.#hearAll(scope, stay.source, records);
        else this.#lookAgain(scope);
      },
      () => undefined,
    );
  }

  #hearAll(scope: string, source: string, records: readonly DraftRecord[]): void {
    const there = new Set(records.map(idOf));
    for (const record of records) {
      const known = this.#known.of(record, source);
      if (known.base !== record.stamp) this.#hear(known, record);
    }
    for (const known of this.#known.in(scope))
      if (known.base !== undefined && !there.has(idOf(known.place))) this.#hear(known, undefined);
  }

  /** What another page has written; undefined where it has taken it away. */
  #hear(known: Known, record: DraftRecord | undefined): void {
    // What this page is about to write settles it.
    if (this.#known.isUnwritten(known.place)) return;
    if (this.#known.hear(known, record)) this.#turn += 1;
    this.#tell(known, record);
  }

  /** What stands in a field of this page stays there; what else there is stands beside it. */
  #tell(known: Known, record: DraftRecord | undefined): void {
    this.#listener?.changed(draftOf(known, record));
  }

  #placeOf({ source, agentId, sessionId, field }: StoredDraft): DraftPlace {
    const scope = this.#options.scopeOf(source);
    return { scope, agentId: ownIdOf(source, agentId), sessionId: ownIdOf(source, sessionId), field };
  }
}
