import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase, OpenDBCallbacks } from 'idb';
import { within } from './waits.js';

/** A database that is blocked by another tab's upgrade would otherwise hold up the agent's work. */
const MOST_WAITING_MS = 1000;

interface DeviceDatabaseOptions<S extends DBSchema> {
  readonly name: string;
  readonly version: number;
  readonly upgrade: (database: IDBPDatabase<S>, before: number) => void;
  /** Tidies whenever it is opened. What rejects is left for the next time. */
  readonly tidy?: (database: IDBPDatabase<S>) => Promise<unknown>;
}

/**
 * A database that survives what browsers do to it: a connection that has died, as they do in a long sleep, is opened anew,
 * once; another version of the kit that wants to upgrade is let through; and one that a newer version has upgraded is used
 * as it is. Nothing waits longer than two seconds.
 */
export class DeviceDatabase<S extends DBSchema> {
  readonly #options: DeviceDatabaseOptions<S>;
  #opened: Promise<IDBPDatabase<S>> | undefined;

  constructor(options: DeviceDatabaseOptions<S>) {
    this.#options = options;
  }

  /** Does something that may be done twice. Rejects when the storage refuses it twice, or does not answer. */
  async use<T>(work: (database: IDBPDatabase<S>) => Promise<T>): Promise<T> {
    try {
      return await within(MOST_WAITING_MS, this.#open().then(work));
    } catch {
      this.close();
      return within(MOST_WAITING_MS, this.#open().then(work));
    }
  }

  close(): void {
    const opened = this.#opened;
    this.#opened = undefined;
    opened?.then(
      (database) => {
        database.close();
      },
      () => undefined,
    );
  }

  #open(): Promise<IDBPDatabase<S>> {
    this.#opened ??= this.#opening();
    return this.#opened;
  }

  async #opening(): Promise<IDBPDatabase<S>> {
    const { name, version, upgrade, tidy } = this.#options;
    const callbacks: OpenDBCallbacks<S> = {
      upgrade(database, before) {
        upgrade(database, before);
      },
      // Another version of the kit wants to upgrade: in its way, this tab would stop it for good.
      blocking: () => {
        this.close();
      },
      terminated: () => {
        this.#opened = undefined;
      },
    };
    const database = await openDB<S>(name, version, callbacks).catch((error: unknown) => {
      // A newer version of the kit was here: its records are read as far as they can be.
      if (error instanceof DOMException && error.name === 'VersionError') return openDB<S>(name, undefined, callbacks);
      throw error;
    });
    await tidy?.(database).catch(() => undefined);
    return database;
  }
}
