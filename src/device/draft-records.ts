import type { DBSchema } from 'idb';
import { draftOf, isDraftField } from '../core/state/draft-fields.js';
import type { DraftField } from '../core/state/begun.js';
import { DeviceDatabase } from './device-database.js';
import { mergeDraft } from './merge-draft.js';
import type { DraftVersions, DraftWrite, OtherVersion } from './merge-draft.js';

/** How often it is looked for what has become too old, in ms, where drafts are not kept for less. */
const SWEEP_MS = 60_000;

/** Where a draft belongs. Ids are those of the backend. */
export interface DraftPlace {
  /** The backend; see `Gateway.keptAs`. */
  readonly scope: string;
  readonly agentId: string;
  readonly sessionId: string;
  readonly field: DraftField;
}

/** One field of one session, as it is on the device. */
export interface DraftRecord extends DraftPlace, DraftVersions {
  /** Wall-clock time in ms of the last write, and until when it is kept. */
  readonly at: number;
  readonly until: number;
}

/**
 * Whose drafts there are of a backend. It stands there while any page that has entered is open: where there is none, the
 * data of the site was cleared.
 */
interface Stay {
  readonly scope: string;
  /** Empty when somebody has left and nobody has come. */
  readonly agentId: string;
  /** Another one whenever somebody has come. */
  readonly id: string;
}

interface Schema extends DBSchema {
  drafts: { key: [string, string, string, string]; value: unknown };
  stays: { key: string; value: Stay };
}

export type Write = DraftPlace & DraftWrite;

/** Drafts in a database of the device: a record by backend, agent, session and field. Any of it may reject. */
export class DraftRecords {
  readonly #database = new DeviceDatabase<Schema>({
    name: 'my-sessions-drafts',
    version: 1,
    upgrade(database, before) {
      if (before >= 1) return;
      database.createObjectStore('drafts', { keyPath: ['scope', 'agentId', 'sessionId', 'field'] });
      database.createObjectStore('stays', { keyPath: 'scope' });
    },
  });
  readonly #lifeMs: number;

  constructor(lifeMs: number) {
    this.#lifeMs = lifeMs;
  }

  /**
   * An agent of a backend is here: what another one left goes, and so does what is too old, whosever it is. Resolves with
   * what there is of this agent's, and with what shows that nobody has left since.
   */
  enter(scope: string, agentId: string, newId: () => string): Promise<{ stayId: string; records: DraftRecord[] }> {
    return this.#database.use(async (database) => {
      const transaction = database.transaction(['drafts', 'stays'], 'readwrite');
      const drafts = transaction.objectStore('drafts');
      const stays = transaction.objectStore('stays');
      const known = await stays.get(scope);
      const stay = known?.agentId === agentId ? known : { scope, agentId, id: newId() };
      if (stay !== known) await stays.put(stay);
      const records: DraftRecord[] = [];
      const now = Date.now();
      for (let cursor = await drafts.openCursor(); cursor; cursor = await cursor.continue()) {
        const place = placeOf(cursor.value);
        const isOurs = place?.scope === scope;
        if (place === undefined || place.until < now || (isOurs && place.at + this.#lifeMs < now))
          await cursor.delete();
        else if (isOurs && place.agentId !== agentId) await cursor.delete();
        else if (isOurs) records.push(...readRecord(cursor.value));
      }
      await transaction.done;
      return { stayId: stay.id, records };
    });
  }

  /**
   * Writes several, or none. Resolves when they are on the device, with what stands in each field then; undefined where
   * the agent has left meanwhile, in this page or another one: then nothing is written. `isAnew` where all was cleared.
   */
  write(
    stayId: string,
    writes: readonly Write[],
  ): Promise<{ isAnew: boolean; results: readonly (DraftRecord | undefined)[] } | undefined> {
    return this.#database.use(async (database) => {
      // Strict: on a device, not only in a buffer of the operating system.
      const transaction = database.transaction(['drafts', 'stays'], 'readwrite', { durability: 'strict' });
      const drafts = transaction.objectStore('drafts');
      const stays = transaction.objectStore('stays');
      const written = async (): ReturnType<DraftRecords['write']> => {
        const results: (DraftRecord | undefined)[] = [];
        let isAnew = false;
        for (const write of writes) {
          const { scope, agentId, sessionId, field } = write;
          const stay = await stays.get(scope);
          isAnew ||= !stay;
          if (!stay) await stays.put({ scope, agentId, id: stayId });
          else if (stay.id !== stayId) return undefined;
          const key = keyOf(write);
          const [current] = readRecord(await drafts.get(key));
          const versions = mergeDraft(current, write);
          const at = Date.now();
          const record = versions && { scope, agentId, sessionId, field, ...versions, at, until: at + this.#lifeMs };
          if (record) await drafts.put(record);
          else await drafts.delete(key);
          results.push(record);
        }
        return { isAnew, results };
      };
      const [outcome] = await Promise.all([written(), transaction.done]);
      return outcome;
    });
  }

  /**
   * What is too old goes while the page stays open as well, which may be for weeks: whosever it is, by what was promised
   * when it was written. Returns what ends it.
   *
   * @param onSwept called each time
   */
  keepSwept(onSwept: () => void): () => void {
    const sweeping = setInterval(
      () => {
        this.#sweep().then(onSwept, () => undefined);
      },
      Math.min(this.#lifeMs, SWEEP_MS),
    );
    return () => {
      clearInterval(sweeping);
    };
  }

  /** What there is of an agent of a backend; undefined where all was cleared, which says nothing of what is still written. */
  async of(scope: string, agentId: string): Promise<readonly DraftRecord[] | undefined> {
    const [stay, all] = await this.#database.use((database) => {
      const transaction = database.transaction(['drafts', 'stays']);
      return Promise.all([
        transaction.objectStore('stays').get(scope),
        transaction.objectStore('drafts').getAll(within(scope, agentId)),
      ]);
    });
    return stay && all.flatMap(readRecord);
  }

  /** Removes all of a backend, of every agent or of one. What a page still has to write of it is written nowhere. */
  forget(scope: string, agentId?: string): Promise<void> {
    return this.#database.use(async (database) => {
      const transaction = database.transaction(['drafts', 'stays'], 'readwrite', { durability: 'strict' });
      await Promise.all([
        transaction.objectStore('drafts').delete(within(scope, agentId)),
        transaction.objectStore('stays').put({ scope, agentId: '', id: '' }),
        transaction.done,
      ]);
    });
  }

  #sweep(): Promise<void> {
    return this.#database.use(async (database) => {
      const transaction = database.transaction('drafts', 'readwrite');
      const now = Date.now();
      for (let cursor = await transaction.store.openCursor(); cursor; cursor = await cursor.continue())
        if ((placeOf(cursor.value)?.until ?? 0) < now) await cursor.delete();
      await transaction.done;
    });
  }
}

const keyOf = ({ scope, agentId, sessionId, field }: DraftPlace): [string, string, string, string] => [
  scope,
  agentId,
  sessionId,
  field,
];

/** All keys that begin so: a list is greater than any text. */
const within = (...begin: (string | undefined)[]): IDBKeyRange => {
  const given = begin.filter((part) => part !== undefined);
  return IDBKeyRange.bound(given, [...given, []]);
};

const isText = (value: unknown): value is string => typeof value === 'string';

/** Where and until when a record is kept, also one of a field that this version of the kit does not know. */
function placeOf(stored: unknown): Omit<DraftRecord, 'field' | keyof DraftVersions> | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { scope, agentId, sessionId, at, until } = stored as Readonly<Record<string, unknown>>;
  return isText(scope) && isText(agentId) && isText(sessionId) && typeof at === 'number' && typeof until === 'number'
    ? { scope, agentId, sessionId, at, until }
    : undefined;
}

/** A record, whichever version of the kit wrote it, as far as it can be read: one, or none. */
function readRecord(stored: unknown): readonly DraftRecord[] {
  const place = placeOf(stored);
  const { field, line, stamp, value, others } = (stored ?? {}) as Readonly<Record<string, unknown>>;
  if (!place || !isText(field) || !isDraftField(field)) return [];
  const readOther = (other: unknown): readonly OtherVersion[] => {
    const version = (other ?? {}) as Readonly<Record<string, unknown>>;
    const written = draftOf(field, version.value);
    return written === undefined ? [] : [{ line: isText(version.line) ? version.line : '', value: written }];
  };
  return [
    {
      ...place,
      field,
      line: isText(line) ? line : '',
      stamp: isText(stamp) ? stamp : '',
      value: draftOf(field, value),
      others: Array.isArray(others) ? others.flatMap(readOther) : [],
    },
  ];
}
