import { expect } from '@open-wc/testing';
import { IndexedDbStorage } from '../../../src/gateways/http/command-storage.js';
import type { KeptCommand } from '../../../src/gateways/http/command-storage.js';

const BASE = 'https://storage.example/api/';
const kept = (commandId: string, about: Partial<KeptCommand> = {}): KeptCommand => ({
  commandId,
  command: { type: 'session.park', sessionId: 's1', commandId },
  base: BASE,
  agentId: 'ana',
  owner: 'closed tab',
  createdAt: 5,
  order: 1,
  ...about,
});

describe('commands that are kept in the browser', () => {
  const nobody = (): boolean => false;
  let storage: IndexedDbStorage;
  const left = async (agentId = 'ana', base = BASE): Promise<readonly string[]> =>
    (await storage.adopt(base, agentId, 'looking', nobody)).map(({ commandId }) => commandId);

  beforeEach(async () => {
    storage = new IndexedDbStorage(Number.POSITIVE_INFINITY);
    for (const base of [BASE, 'https://other.example/']) await storage.purge(base);
  });

  it('are there for whoever comes after a reload, as they were', async () => {
    await storage.keep(kept('one'));
    const [found, ...others] = await new IndexedDbStorage(Number.POSITIVE_INFINITY).adopt(
      BASE,
      'ana',
      'next tab',
      nobody,
    );
    expect(found).to.deep.equal({ ...kept('one'), owner: 'next tab' });
    expect(others).to.deep.equal([]);
  });

  it('are handed over oldest first, and of one moment in the order of asking', async () => {
    for (const one of [
      kept('d', { createdAt: 9, order: 1 }),
      kept('c', { order: 3 }),
      kept('a', { createdAt: 4, order: 9 }),
      kept('b', { order: 2 }),
    ])
      await storage.keep(one);
    expect(await left()).to.deep.equal(['a', 'b', 'c', 'd']);
  });

  it('are handed over once: then they belong to a tab that lives', async () => {
    await storage.keep(kept('one'));
    const isAlive = (owner: string): boolean => owner === 'first';
    expect(await storage.adopt(BASE, 'ana', 'first', isAlive)).to.have.length(1);
    expect(await storage.adopt(BASE, 'ana', 'second', isAlive)).to.deep.equal([]);
  });

  it('are nobody else’s: of another agent, for another backend, of a tab that lives', async () => {
    await storage.keep(kept('of ben', { agentId: 'ben' }));
    await storage.keep(kept('elsewhere', { base: 'https://other.example/' }));
    await storage.keep(kept('of a tab that lives', { owner: 'alive' }));
    expect(await storage.adopt(BASE, 'ana', 'me', (owner) => owner === 'alive')).to.deep.equal([]);
    expect(await left('ben')).to.deep.equal(['of ben']);
    expect(await left('ana', 'https://other.example/')).to.deep.equal(['elsewhere']);
  });

  it('are gone once they are answered', async () => {
    await storage.keep(kept('one'));
    await storage.keep(kept('two'));
    await storage.remove('one');
    await storage.remove('never kept');
    expect(await left()).to.deep.equal(['two']);
  });

  it('are removed for every agent but one, or for all, of one backend', async () => {
    const all = [kept('a'), kept('b', { agentId: 'ben' }), kept('c', { base: 'https://other.example/' })];
    for (const one of all) await storage.keep(one);
    await storage.purge(BASE, 'ana');
    expect([await left(), await left('ben')]).to.deep.equal([['a'], []]);
    await storage.purge(BASE);
    expect([await left(), await left('ana', 'https://other.example/')]).to.deep.equal([[], ['c']]);
  });

  it('are counted for whoever had asked for those that were removed, until this backend is left for good', async () => {
    const lost = async (): Promise<readonly number[]> => [
      await storage.discarded(BASE, 'ana'),
      await storage.discarded('https://other.example/', 'ana'),
    ];
    const loseOneOfEach = async (): Promise<void> => {
      await storage.keep(kept('a'));
      await storage.keep(kept('b', { base: 'https://other.example/' }));
      for (const base of [BASE, 'https://other.example/']) await storage.purge(base, 'ben');
    };
    await loseOneOfEach();
    expect(await lost()).to.deep.equal([1, 1]);
    expect(await lost()).to.deep.equal([0, 0]);
    await loseOneOfEach();
    await storage.purge(BASE);
    expect(await lost()).to.deep.equal([0, 1]);
  });

  it('are kept also where the database could not be opened the first time', async () => {
    const { open } = indexedDB;
    let failures = 0;
    indexedDB.open = (...args) => {
      failures += 1;
      if (failures === 1) throw new DOMException('Not now', 'InvalidStateError');
      return open.apply(indexedDB, args);
    };
    storage = new IndexedDbStorage(Number.POSITIVE_INFINITY);
    try {
      await storage.keep(kept('one'));
    } finally {
      delete (indexedDB as Partial<IDBFactory>).open;
    }
    expect(failures).to.equal(2);
    expect(await left()).to.deep.equal(['one']);
  });

  it('do not keep another version of the database from being opened, and go on after it', async () => {
    await storage.keep(kept('one'));
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('my-sessions', 99);
      opening.onsuccess = () => {
        resolve(opening.result);
      };
      opening.onerror = () => {
        reject(new Error('not opened'));
      };
    });
    opened.close();
    await new Promise<void>((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase('my-sessions');
      deleting.onsuccess = () => {
        resolve();
      };
      deleting.onblocked = () => {
        reject(new Error('this tab is in the way'));
      };
    });
    await storage.keep(kept('two'));
    expect(await left()).to.deep.equal(['two']);
  });
});
