import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { SessionCommand } from '../../core/commands/command.js';

/** A command on its way, as it survives its page. Holds what the agent asked for; never a token. */
export interface KeptCommand {
  readonly commandId: string;
  readonly command: SessionCommand;
  /** The backend it is for. */
  readonly base: string;
  readonly agentId: string;
  /** The tab that sends it. */
  readonly owner: string;
  /** Wall-clock time in ms. */
  readonly createdAt: number;
  /** Grows from command to command of one tab. */
  readonly order: number;
}

/** Where commands wait for their replies. Any of it may reject: storage fails, and is refused by private windows. */
export interface CommandStorage {
  /** Resolves when the command is safe. */
  keep(kept: KeptCommand): Promise<void>;
  remove(commandId: string): Promise<void>;
  /** Hands over, oldest first, what other tabs left behind; from now on it belongs to `owner`. */
  adopt(
    base: string,
    agentId: string,
    owner: string,
    isAlive: (owner: string) => boolean,
  ): Promise<readonly KeptCommand[]>;
  /** Removes what is kept for a backend: of every agent, or of every other agent. */
  purge(base: string, exceptAgentId?: string): Promise<void>;
}

interface Schema extends DBSchema {
  commands: { key: string; value: KeptCommand };
}

const DATABASE = 'my-sessions';
/** A database that is blocked by another tab's upgrade would otherwise hold up the agent's work. */
const MOST_WAITING_MS = 1000;

/** Storage that survives reload and crash. A connection that has died, as they do in a long sleep, is opened anew. */
export class IndexedDbStorage implements CommandStorage {
  #opened: Promise<IDBPDatabase<Schema>> | undefined;

  async keep(kept: KeptCommand): Promise<void> {
    await this.#use(async (database) => {
      // Strict: on a device, not only in a buffer of the operating system.
      const transaction = database.transaction('commands', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.put(kept), transaction.done]);
    });
  }

  async remove(commandId: string): Promise<void> {
    await this.#use((database) => database.delete('commands', commandId));
  }

  adopt(
    base: string,
    agentId: string,
    owner: string,
    isAlive: (owner: string) => boolean,
  ): Promise<readonly KeptCommand[]> {
    return this.#use(async (database) => {
      // One transaction: of two tabs that look at the same time, one finds nothing.
      const transaction = database.transaction('commands', 'readwrite');
      const all = await transaction.store.getAll();
      const orphans = all
        .filter((kept) => kept.base === base && kept.agentId === agentId && !isAlive(kept.owner))
        .map((kept) => ({ ...kept, owner }))
        .sort((one, other) => one.createdAt - other.createdAt || one.order - other.order);
      await Promise.all([...orphans.map((kept) => transaction.store.put(kept)), transaction.done]);
      return orphans;
    });
  }

  async purge(base: string, exceptAgentId?: string): Promise<void> {
    await this.#use(async (database) => {
      const transaction = database.transaction('commands', 'readwrite');
      const all = await transaction.store.getAll();
      const unwanted = all.filter((kept) => kept.base === base && kept.agentId !== exceptAgentId);
      await Promise.all([...unwanted.map(({ commandId }) => transaction.store.delete(commandId)), transaction.done]);
    });
  }

  async #use<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    try {
      return await within(MOST_WAITING_MS, this.#open().then(work));
    } catch {
      this.#close();
      return within(MOST_WAITING_MS, this.#open().then(work));
    }
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    this.#opened ??= openDB<Schema>(DATABASE, 1, {
      upgrade(database) {
        database.createObjectStore('commands', { keyPath: 'commandId' });
      },
      // Another version of the kit wants to upgrade: in its way, this tab would stop it for good.
      blocking: () => {
        this.#close();
      },
      terminated: () => {
        this.#opened = undefined;
      },
    });
    return this.#opened;
  }

  #close(): void {
    const opened = this.#opened;
    this.#opened = undefined;
    opened?.then(
      (database) => {
        database.close();
      },
      () => undefined,
    );
  }
}

/** Keeps nothing on the device: commands are lost with their page. */
export const memoryStorage: CommandStorage = {
  keep: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  adopt: () => Promise.resolve([]),
  purge: () => Promise.resolve(),
};

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('The storage does not answer.'));
    }, ms);
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
