import type { DraftListener, DraftStorage, StoredDraft } from '../core/ports/draft-storage.js';
import { ownIdOf, prefixOf } from '../core/model/source.js';
import { DraftRecords } from './draft-records.js';
import type { DraftPlace, DraftRecord } from './draft-records.js';
import { FieldsHeld } from './fields-held.js';
import { forgetLastWords, keepLastWords, takeLastWords } from './last-words.js';
import { draftOf, idOf, writeOf } from './known-draft.js';
import type { Known } from './known-draft.js';
import { isSame } from './merge-draft.js';
import { followPage } from './page-life.js';
import { patiently, promised } from './waits.js';

/** How long typing is gathered, in ms: what is lost with a page that is killed. */
const GATHER_MS = 150;
/** How often it is tried again meanwhile, in ms. */
const RETRY_MS = 2000;
/** How often it is looked whether a field is still held that another page has written in, in ms. */
const LOOK_MS = 300;
/** How often it is looked for what has become too old, in ms, where drafts are not kept for less. */
const SWEEP_MS = 60_000;
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
  readonly #known = new Map<string, Known>();
  readonly #unwritten = new Set<string>();
  /** Fields that another page has written in while the agent is in them. */
  readonly #waiting = new Set<string>();
  readonly #stays = new Map<string, Stay>();
  readonly #held = new FieldsHeld();
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #retrying: ReturnType<typeof setTimeout> | undefined;
  #looking: ReturnType<typeof setInterval> | undefined;
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
    for (const [id, { place }] of this.#known) if (place.scope === scope) this.#drop(id);
    this.#stays.delete(scope);
    if (own === '') return [];
    const stay: Stay = { agentId: own, source, entering: undefined };
    this.#stays.set(scope, stay);
    const { records } = await this.#enter(scope, stay);
    if (this.#stays.get(scope) !== stay) return [];
    const typedLast = this.#takeUp(scope, stay);
    const drafts = records.map((record) => {
      const known = this.#knownOf(idOf(record), record, source);
      // What was written before it was known that there is something is another version.
      if (!this.#unwritten.has(idOf(record))) this.#goOnFrom(known, record);
      return draftOf(known, record);
    });
    const written = new Set(records.map(idOf));
    return [
      ...drafts,
      ...typedLast.flatMap((known) => (written.has(idOf(known.place)) ? [] : [draftOf(known, undefined)])),
    ];
  }

  /** What the page before this one in the tab had not written goes on here. */
  #takeUp(scope: string, stay: Stay): readonly Known[] {
    const typedLast = takeLastWords(scope, stay.agentId).flatMap(({ place, ...word }) => {
      const id = idOf(place);
      if (this.#unwritten.has(id)) return [];
      this.#unwritten.add(id);
      const known = this.#knownOf(id, place, stay.source);
      return [Object.assign(known, word, { count: known.count + 1 })];
    });
    this.flush();
    return typedLast;
  }

  put(draft: StoredDraft): Promise<void> {
    const place = this.#placeOf(draft);
    const id = idOf(place);
    const known = this.#knownOf(id, place, draft.source);
    const isOfThis = (other: string): boolean => this.#known.get(other)?.place.sessionId === place.sessionId;
    if (![...this.#unwritten].every(isOfThis)) this.flush();
    known.line ??= this.#options.newId();
    known.value = draft.value;
    if (draft.others) known.settled = draft.others;
    known.count += 1;
    this.#held.take(id);
    this.#waiting.delete(id);
    this.#unwritten.add(id);
    this.#gathering ??= setTimeout(() => {
      this.flush();
    }, GATHER_MS);
    return patiently(this.#next.promise);
  }

  async clear(agentId: string): Promise<void> {
    for (const [scope, stay] of this.#stays)
      if (prefixOf(stay.source) + stay.agentId === agentId) {
        for (const [id, { place }] of this.#known) if (place.scope === scope) this.#drop(id);
        stay.entering = undefined;
        forgetLastWords(scope);
        await this.#records.forget(scope, stay.agentId);
      }
  }

  flush(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    // What is on its way is not written twice.
    const due = [...this.#unwritten]
      .flatMap((id) => this.#known.get(id) ?? [])
      .filter((known) => known.writing !== known.count);
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
      keepLastWords(
        [...this.#unwritten].flatMap((id) => this.#known.get(id) ?? []),
        this.#options.lifeMs,
      );
      this.flush();
    };
    const show = (): void => {
      for (const scope of this.#stays.keys()) this.#lookAgain(scope);
    };
    followPage(
      {
        hide,
        go,
        show,
        comeBack: forgetLastWords,
      },
      signal,
    );
    const sweeping = setInterval(
      () => {
        this.#sweep();
      },
      Math.min(this.#options.lifeMs, SWEEP_MS),
    );
    return () => {
      ending.abort();
      clearInterval(sweeping);
      this.#channel?.close();
      this.#channel = undefined;
      this.#listener = undefined;
      clearInterval(this.#looking);
      clearTimeout(this.#retrying);
    };
  }

  async #write(scope: string, due: readonly Known[]): Promise<void> {
    const stay = this.#stays.get(scope);
    if (!stay) {
      for (const { place } of due) this.#drop(idOf(place));
      return;
    }
    for (const known of due) known.writing = known.count;
    const { stayId } = await this.#enter(scope, stay);
    // What is written is what stands there now, also where it is tried again.
    const batch = due.map((known) => ({ known, count: known.count }));
    const { newId } = this.#options;
    const results = await this.#records.write(
      stayId,
      batch.map(({ known }) => writeOf(known, newId())),
    );
    if (!results) throw new Error('The agent has left.');
    for (const [place, { known, count }] of batch.entries()) this.#written(known, count, results[place]);
  }

  #written(known: Known, count: number, record: DraftRecord | undefined): void {
    const id = idOf(known.place);
    this.#turn += 1;
    this.#channel?.postMessage(known.place.scope);
    if (this.#known.get(id) !== known) return;
    known.base = record?.stamp;
    if (known.count === count) {
      known.settled = undefined;
      this.#unwritten.delete(id);
      if (!record) this.#known.delete(id);
    }
    this.#tell(known, record);
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

  /** A page may stay open for weeks: what was written goes in its time, from the screen as well. */
  #sweep(): void {
    this.#records.sweep().then(
      () => {
        for (const scope of this.#stays.keys()) this.#lookAgain(scope);
      },
      () => undefined,
    );
  }

  /** Reads what other pages have written: what they say of it may be late. */
  #lookAgain(scope: string): void {
    const stay = this.#stays.get(scope);
    if (!stay) return;
    const turn = this.#turn;
    this.#records.of(scope, stay.agentId).then(
      (records) => {
        if (this.#stays.get(scope) !== stay) return;
        if (turn === this.#turn) this.#hearAll(scope, stay.source, records);
        else this.#lookAgain(scope);
      },
      () => undefined,
    );
  }

  #hearAll(scope: string, source: string, records: readonly DraftRecord[]): void {
    const there = new Set(records.map(idOf));
    for (const record of records) {
      const known = this.#knownOf(idOf(record), record, source);
      if (known.base !== record.stamp) this.#hear(known, record);
    }
    for (const [id, known] of this.#known)
      if (known.place.scope === scope && known.base !== undefined && !there.has(id)) this.#hear(known, undefined);
  }

  /** What another page has written. Where the agent is writing, it waits until that is over. */
  #hear(known: Known, record: DraftRecord | undefined): void {
    const id = idOf(known.place);
    // What this page is about to write settles it.
    if (this.#unwritten.has(id)) return;
    if (this.#held.has(id) && !isSame(known.value, record?.value)) {
      this.#waiting.add(id);
      this.#looking ??= setInterval(() => {
        this.#lookWhoWaits();
      }, LOOK_MS);
    } else {
      this.#turn += 1;
      this.#waiting.delete(id);
      this.#goOnFrom(known, record);
    }
    this.#tell(known, record);
  }

  #lookWhoWaits(): void {
    for (const id of [...this.#waiting])
      if (!this.#held.has(id)) {
        this.#waiting.delete(id);
        this.#lookAgain(this.#known.get(id)?.place.scope ?? '');
      }
    if (this.#waiting.size > 0) return;
    clearInterval(this.#looking);
    this.#looking = undefined;
  }

  #goOnFrom(known: Known, record: DraftRecord | undefined): void {
    known.line = undefined;
    known.base = record?.stamp;
    // What is the same to read may stand otherwise on this screen.
    if (!isSame(known.value, record?.value)) known.value = record?.value;
    if (!record) this.#known.delete(idOf(known.place));
  }

  /** What stands in a field of this page stays there; what else there is stands beside it. */
  #tell(known: Known, record: DraftRecord | undefined): void {
    this.#listener?.changed(draftOf(known, record));
  }

  #drop(id: string): void {
    this.#known.delete(id);
    this.#unwritten.delete(id);
    this.#waiting.delete(id);
  }

  #knownOf(id: string, { scope, agentId, sessionId, field }: DraftPlace, source: string): Known {
    const place = { scope, agentId, sessionId, field };
    const known = this.#known.get(id) ?? {
      place,
      source,
      line: undefined,
      base: undefined,
      value: undefined,
      settled: undefined,
      count: 0,
      writing: undefined,
    };
    this.#known.set(id, known);
    return known;
  }

  #placeOf({ source, agentId, sessionId, field }: StoredDraft): DraftPlace {
    const scope = this.#options.scopeOf(source);
    return { scope, agentId: ownIdOf(source, agentId), sessionId: ownIdOf(source, sessionId), field };
  }
}
