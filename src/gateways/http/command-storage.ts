import type { DBSchema, IDBPDatabase } from 'idb';
import type { SessionCommand } from '../../core/commands/command.js';
import { DeviceDatabase } from '../../device/device-database.js';

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
  /** Removes what is kept for a backend: of every agent, or of every other agent. May resolve with how many that were. */
  purge(base: string, exceptAgentId?: string): Promise<unknown>;
  /**
   * How many commands of this agent were removed without a reply (another agent signed in, or they were too old), since
   * this was asked last. Absent where nobody keeps count.
   */
  discarded?(base: string, agentId: string): Promise<number>;
}

/** How many commands of an agent were removed. Says nothing of what they were. */
interface Discarded {
  readonly base: string;
  readonly agentId: string;
  readonly count: number;
  /** Wall-clock time in ms of the last one. */
  readonly at: number;
}

interface Schema extends DBSchema {
  commands: { key: string; value: KeptCommand };
  discarded: { key: [string, string]; value: Discarded };
}

/** A count that nobody came back for is no news any more. */
const COUNT_LIFE_MS = 30 * 24 * 60 * 60 * 1000;

/** Storage that survives reload and crash. */
export class IndexedDbStorage implements CommandStorage {
  readonly #database: DeviceDatabase<Schema>;

  /** @param lifeMs what is older is removed whenever the database is opened, whoever's and for whatever backend it is */
  constructor(lifeMs: number) {
    this.#database = new DeviceDatabase<Schema>({
      name: 'my-sessions',
      version: 2,
      upgrade(database, before) {
        if (before < 1) database.createObjectStore('commands', { keyPath: 'commandId' });
        if (before < 2) database.createObjectStore('discarded', { keyPath: ['base', 'agentId'] });
      },
      tidy(database) {
        const now = Date.now();
        return discard(
          database,
          ({ createdAt }) => createdAt < now - lifeMs,
          ({ at }) => at < now - COUNT_LIFE_MS,
          true,
        );
      },
    });
  }

  async keep(kept: KeptCommand): Promise<void> {
    await this.#database.use(async (database) => {
      // Strict: on a device, not only in a buffer of the operating system.
      const transaction = database.transaction('commands', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.put(kept), transaction.done]);
    });
  }

  async remove(commandId: string): Promise<void> {
    await this.#database.use((database) => database.delete('commands', commandId));
  }

  adopt(
    base: string,
    agentId: string,
    owner: string,
    isAlive: (owner: string) => boolean,
  ): Promise<readonly KeptCommand[]> {
    return this.#database.use(async (database) => {
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

  purge(base: string, exceptAgentId?: string): Promise<number> {
    return this.#database.use((database) => {
      const isCounted = exceptAgentId !== undefined;
      return discard(
        database,
        (kept) => kept.base === base && kept.agentId !== exceptAgentId,
        (count) => !isCounted && count.base === base,
        isCounted,
      );
    });
  }

  discarded(base: string, agentId: string): Promise<number> {
    return this.#database.use(async (database) => {
      const { store } = database.transaction('discarded', 'readwrite');
      const known = await store.get([base, agentId]);
      if (known) await store.delete([base, agentId]);
      return known?.count ?? 0;
    });
  }
}

/** Keeps nothing on the device: commands are lost with their page. */
export const memoryStorage: CommandStorage = {
  keep: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  adopt: () => Promise.resolve([]),
  purge: () => Promise.resolve(),
};

/** Removes commands and counts in one transaction. Answers with how many commands that were. */
async function discard(
  database: IDBPDatabase<Schema>,
  isUnwanted: (kept: KeptCommand) => boolean,
  isForgotten: (count: Discarded) => boolean,
  isCounted: boolean,
): Promise<number> {
  const transaction = database.transaction(['commands', 'discarded'], 'readwrite');
  const commands = transaction.objectStore('commands');
  const counts = transaction.objectStore('discarded');
  const unwanted = (await commands.getAll()).filter(isUnwanted);
  for (const count of (await counts.getAll()).filter(isForgotten)) await counts.delete([count.base, count.agentId]);
  for (const { commandId, base, agentId } of unwanted) {
    await commands.delete(commandId);
    const known = isCounted ? await counts.get([base, agentId]) : undefined;
    if (isCounted) await counts.put({ base, agentId, count: (known?.count ?? 0) + 1, at: Date.now() });
  }
  await transaction.done;
  return unwanted.length;
}
