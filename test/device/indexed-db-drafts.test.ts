import { expect } from '@open-wc/testing';
import { createDraftStorage, forgetDrafts } from '../../src/device/draft-storage.js';
import type { DraftListener, DraftStorage, StoredDraft } from '../../src/index.js';
import { combineSources } from '../../src/index.js';
import { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { until } from '../support/mounting.js';
import { PageTime } from '../support/page-time.js';
import { spoiled } from '../support/spoiled-database.js';
import type { Spoiling } from '../support/spoiled-database.js';

const HOUR_MS = 60 * 60 * 1000;
let tests = 0;

/** A page of this browser, as far as drafts go. */
class Page implements DraftListener {
  readonly storage: DraftStorage;
  readonly heard: StoredDraft[] = [];
  readonly kepts: boolean[] = [];
  readonly #end: (() => void) | undefined;

  constructor(scope: string | false, hours?: number) {
    this.storage = createDraftStorage({ gateway: { keptAs: scope }, hours });
    this.#end = this.storage.follow?.(this);
  }

  changed(draft: StoredDraft): void {
    this.heard.push(draft);
  }
  kept(isKept: boolean): void {
    this.kepts.push(isKept);
  }
  close(): void {
    this.#end?.();
  }

  /** What there is of a session, by field. */
  async load(agentId = 'ana', sessionId = 's1'): Promise<Record<string, unknown>> {
    const all = await this.storage.load(agentId, '');
    return Object.fromEntries(
      all.filter((draft) => draft.sessionId === sessionId).map(({ field, value }) => [field, value]),
    );
  }

  put(value: unknown, { agentId = 'ana', sessionId = 's1', field = 'message' } = {}): Promise<void> {
    return this.storage.put({ source: '', agentId, sessionId, field, value } as StoredDraft);
  }

  /** What stands in the message of a session, and what was written beside it, as it was told last. */
  get told(): unknown {
    const last = this.heard.at(-1);
    return last && [last.value, ...(last.others ?? [])];
  }
}

/** All records of the device, as they are. */
async function recordsOf(scope: string): Promise<Record<string, unknown>[]> {
  const all = await inDatabase((store) => store.getAll() as IDBRequest<Record<string, unknown>[]>);
  return all.filter((record) => record.scope === scope);
}

function inDatabase<T>(act: (store: IDBObjectStore) => IDBRequest<T>, version?: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('my-sessions-drafts', version);
    opening.onerror = () => {
      reject(new Error('not opened'));
    };
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('drafts', 'readwrite');
      const request = act(transaction.objectStore('drafts'));
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(request.result);
      };
      transaction.onabort = () => {
        reject(new Error('aborted'));
      };
    };
  });
}

/** Takes away all there is on the device, as whoever clears the data of a site does. */
const remove = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('my-sessions-drafts');
    deleting.onsuccess = () => {
      resolve();
    };
    deleting.onblocked = () => {
      reject(new Error('a page is in the way'));
    };
  });

describe('drafts on the device', () => {
  let scope = '';
  let pages: Page[] = [];
  const open = (hours?: number, name: string | false = scope): Page => {
    const page = new Page(name, hours);
    pages.push(page);
    return page;
  };

  beforeEach(() => {
    tests += 1;
    scope = `https://backend-${String(tests)}.example/`;
    pages = [];
  });
  afterEach(async () => {
    for (const page of pages) page.close();
    await forgetDrafts(scope);
  });

  it('are there for the next page, by session and field, whatever ids are made of', async () => {
    const page = open();
    await page.load();
    const ids = ['', 'a', 'a b', '["a"]', '__proto__', 'a\u0000b', '🙂'];
    for (const sessionId of ids) {
      void page.put(`message of ${sessionId}`, { sessionId });
      void page.put(`tag of ${sessionId}`, { sessionId, field: 'tag' });
    }
    await page.put({ text: 'Yes', toAll: true, isOpen: true }, { field: 'reply' });
    const next = open();
    expect(await next.load()).to.deep.equal({ reply: { text: 'Yes', toAll: true, isOpen: true } });
    for (const sessionId of ids)
      expect(await next.load('ana', sessionId)).to.deep.equal({
        message: `message of ${sessionId}`,
        tag: `tag of ${sessionId}`,
      });
  });

  it('are files as well, by agent and session, without their bytes, and gone when the agent signs out', async () => {
    const page = open();
    await page.load();
    const files = [
      { key: '1', name: 'a.pdf', mediaType: 'application/pdf', size: 5, attachmentId: 'a1' },
      { key: '2', name: 'b\u202E.pdf', mediaType: '', size: 7 },
    ];
    await page.put(files, { field: 'attachments' });
    await page.put([], { sessionId: 's2', field: 'attachments' });
    const next = open();
    expect(await next.load()).to.deep.equal({ attachments: files });
    expect(await next.load('ana', 's2')).to.deep.equal({});
    const [mine, theirs] = [[files[0]], [files[1]]];
    const about = { sessionId: 's3', field: 'attachments' };
    await Promise.all([next.put(mine, about), page.put(theirs, about)]);
    // Whichever came first stands beside the other one.
    await until(() => [next, page].every(({ told }) => Array.isArray(told) && told.length === 2));
    expect(next.told).to.have.deep.members([mine, theirs]);
    await forgetDrafts(scope);
    expect(await open().load()).to.deep.equal({});
    expect(await recordsOf(scope)).to.deep.equal([]);
  });

  it('are on the device within a quarter of a second after a key, and while somebody types on', async () => {
    const page = open();
    await page.load();
    const time = new PageTime();
    const safe = { is: false };
    let text = '';
    void page.put('a').then(() => (safe.is = true));
    // One key after the other, without a pause: what is gathered is not put off.
    for (; !safe.is && text.length < 500; text += 'a') {
      void page.put(`a${text}`);
      await new Promise(requestAnimationFrame);
    }
    expect(time.end()).to.be.below(400);
    await page.put(`${text}.`);
    expect(await open().load()).to.deep.equal({ message: `${text}.` });
  });

  for (const [name, leave] of [
    ['the page is hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['the page is left', () => window.dispatchEvent(new Event('pagehide'))],
    ['the page is frozen', () => document.dispatchEvent(new Event('freeze'))],
  ] as const)
    it(`are written at once when ${name}`, async () => {
      const page = open();
      await page.load();
      const gathered = globalThis.setTimeout;
      // Nothing that is put off would ever be written.
      globalThis.setTimeout = (() => 0) as unknown as typeof setTimeout;
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      try {
        const put = page.put('Dear');
        leave();
        await put;
      } finally {
        globalThis.setTimeout = gathered;
        delete (document as { visibilityState?: unknown }).visibilityState;
      }
      expect(await open().load()).to.deep.equal({ message: 'Dear' });
    });

  it('are written at once when the agent writes in another session, or looks at one', async () => {
    const page = open();
    await page.load();
    const gathered = globalThis.setTimeout;
    globalThis.setTimeout = (() => 0) as unknown as typeof setTimeout;
    try {
      const first = page.put('one');
      const second = page.put('two', { sessionId: 's2' });
      await first;
      page.storage.flush?.();
      await second;
    } finally {
      globalThis.setTimeout = gathered;
    }
    expect([await open().load(), await open().load('ana', 's2')]).to.deep.equal([
      { message: 'one' },
      { message: 'two' },
    ]);
  });

  it('leave nothing behind when they are sent or emptied', async () => {
    const page = open();
    await page.load();
    await page.put('Dear');
    void page.put('');
    await page.put(undefined, { field: 'tag' });
    expect(await recordsOf(scope)).to.deep.equal([]);
  });

  describe('of another agent', () => {
    it('go as soon as one comes, and are written nowhere after that', async () => {
      const page = open();
      await page.load();
      await page.put('of Ana');
      const late = page.put('of Ana, late');
      expect(await open().load('ben')).to.deep.equal({});
      let refused: unknown;
      await late.catch((error: unknown) => (refused = error));
      expect(String(refused)).to.include('left');
      expect(await recordsOf(scope)).to.deep.equal([]);
    });

    it('of another backend stay', async () => {
      const elsewhere = `${scope}elsewhere`;
      const other = open(undefined, elsewhere);
      await other.load();
      await other.put('of Ana');
      await open().load('ben');
      await forgetDrafts(scope);
      expect(await open(undefined, elsewhere).load()).to.deep.equal({ message: 'of Ana' });
      await forgetDrafts(elsewhere);
    });

    it('who signs out leaves nothing, not even what was on its way in another page', async () => {
      const [here, there] = [open(), open()];
      await here.load();
      await there.load();
      await here.put('canary');
      const late = there.put('canary, late', { sessionId: 's2' }).catch(() => undefined);
      await forgetDrafts(scope);
      await late;
      expect(await recordsOf(scope)).to.deep.equal([]);
      await here.load();
      await here.put('again');
      expect(await open().load()).to.deep.equal({ message: 'again' });
    });

    it('is let go of in the page itself, too: nobody has come instead', async () => {
      const page = open();
      await page.load();
      void page.put('canary').catch(() => undefined);
      expect(await page.storage.load('', '')).to.deep.equal([]);
      page.storage.flush?.();
      expect(await recordsOf(scope)).to.deep.equal([]);
    });

    it('can be forgotten by the host, for whom it goes on', async () => {
      const page = open();
      await page.load();
      await page.put('canary');
      await page.storage.clear('ben');
      expect(await recordsOf(scope)).to.have.length(1);
      await page.storage.clear('ana');
      expect(await recordsOf(scope)).to.deep.equal([]);
      await page.put('again');
      expect(await recordsOf(scope)).to.have.length(1);
    });
  });

  it('of several sources are told apart, and are those of each backend', async () => {
    const gatewayOf = (keptAs: string | false): ScriptedGateway => {
      const gateway = new ScriptedGateway([]);
      gateway.keptAs = keptAs;
      return gateway;
    };
    const gateway = combineSources({ house: gatewayOf(scope), demo: gatewayOf(false) });
    const storage = createDraftStorage({ gateway });
    await storage.load('house/ana', 'house');
    await storage.load('demo/ana', 'demo');
    await storage.put({ source: 'demo', agentId: 'demo/ana', sessionId: 'demo/s1', field: 'tag', value: 'no' });
    await storage.put({ source: 'house', agentId: 'house/ana', sessionId: 'house/s1', field: 'tag', value: 'yes' });
    // The same agent on a page with this backend only.
    expect(await open().load()).to.deep.equal({ tag: 'yes' });
    const [draft] = await storage.load('house/ana', 'house');
    expect(draft).to.include({ source: 'house', agentId: 'house/ana', sessionId: 'house/s1', value: 'yes' });
    expect(await storage.load('demo/ana', 'demo')).to.deep.equal([]);
  });

  describe('have a lifetime', () => {
    const age = async (ms: number): Promise<void> => {
      const [record] = await recordsOf(scope);
      if (!record) throw new Error('nothing kept');
      const older = { ...record, at: Number(record.at) - ms, until: Number(record.until) - ms };
      await inDatabase((store) => store.put(older));
    };

    it('of a day, after which they go when any page begins', async () => {
      const page = open();
      await page.load();
      await page.put('Dear');
      await age(23 * HOUR_MS);
      expect(await open().load()).to.deep.equal({ message: 'Dear' });
      await age(1.1 * HOUR_MS);
      await open(undefined, `${scope}elsewhere`).load('ben');
      expect(await recordsOf(scope)).to.deep.equal([]);
    });

    it('that the host chooses, also for what was written before', async () => {
      const page = open();
      await page.load();
      await page.put('Dear');
      await age(3 * HOUR_MS);
      expect(await open(4).load()).to.deep.equal({ message: 'Dear' });
      expect(await open(2).load()).to.deep.equal({});
    });

    it('while the page stays open as well, from its screen and the device, and nothing that is younger', async () => {
      const lasting = open(1);
      await lasting.load();
      await lasting.put('Dear Hanne', { sessionId: 's2' });
      const page = open(0.3 / 3600);
      await page.load();
      await page.put('Dear');
      await until(() => page.heard.some(({ sessionId, value }) => sessionId === 's1' && value === undefined));
      expect(page.heard.filter(({ sessionId }) => sessionId === 's1').map(({ value }) => value)).to.deep.equal([
        'Dear',
        undefined,
      ]);
      expect((await recordsOf(scope)).map(({ value }) => value)).to.deep.equal(['Dear Hanne']);
    });

    for (const hours of [0, -1])
      it(`of ${String(hours)} hours: nothing is kept, and what was kept goes`, async () => {
        const page = open();
        await page.load();
        await page.put('Dear');
        const memory = open(hours);
        expect(await memory.load()).to.deep.equal({});
        await memory.put('Dear Nora');
        expect(await recordsOf(scope)).to.deep.equal([]);
      });

    it('as long as always where a host has taken back how long', async () => {
      const page = open(null as never);
      await page.load();
      await page.put('Dear');
      expect((await recordsOf(scope)).map(({ value }) => value)).to.deep.equal(['Dear']);
    });

    it('of no number of hours say what to write', () => {
      expect(() => createDraftStorage({ gateway: { keptAs: scope }, hours: Number('8h') })).to.throw('draft-hours="8"');
    });

    it('only where sessions outlive their page', async () => {
      const before = (await recordsOf('')).length;
      const page = open(undefined, false);
      await page.load();
      await page.put('Dear');
      expect((await recordsOf('')).length).to.equal(before);
    });
  });

  describe('in two pages', () => {
    async function two(): Promise<readonly [Page, Page]> {
      const both = [open(), open()] as const;
      for (const page of both) await page.load();
      return both;
    }

    it('are the same where nobody writes', async () => {
      const [here, there] = await two();
      await here.put('Dear');
      await until(() => there.heard.length > 0);
      expect(there.told).to.deep.equal(['Dear']);
      await there.put('Dear Nora');
      await until(() => here.heard.at(-1)?.value === 'Dear Nora');
      expect(here.told).to.deep.equal(['Dear Nora']);
      await here.put(undefined);
      await until(() => there.heard.at(-1)?.value === undefined);
      expect(there.told).to.deep.equal([undefined]);
    });

    it('are both kept where both wrote, and either can be let go of', async () => {
      const [here, there] = await two();
      await Promise.all([here.put('from here'), there.put('from there')]);
      await until(() => here.heard.at(-1)?.value === there.heard.at(-1)?.value);
      expect(new Set(here.told as string[])).to.deep.equal(new Set(['from here', 'from there']));
      const third = await open().storage.load('ana', '');
      expect(third.map(({ value, others }) => [value, others])).to.deep.equal([
        [here.heard.at(-1)?.value, here.heard.at(-1)?.others],
      ]);
      await here.storage.put({ ...(third[0] as StoredDraft), others: [] });
      expect((await recordsOf(scope))[0]?.others).to.deep.equal([]);
    });

    it('do not take the place of what is written in a field that has the focus, until it has left', async () => {
      const field = document.createElement('input');
      const elsewhere = document.createElement('button');
      document.body.append(field, elsewhere);
      try {
        const [here, there] = await two();
        field.focus();
        await here.put('mine');
        elsewhere.focus();
        await there.load();
        await there.put('theirs');
        field.focus();
        await here.put('mine, too');
        await there.put('theirs, on');
        await until(() => here.heard.at(-1)?.others?.includes('theirs, on' as never) ?? false);
        expect(here.told).to.deep.equal(['mine, too', 'theirs, on']);
        elsewhere.focus();
        await until(() => here.heard.at(-1)?.value === 'theirs, on');
        expect(here.told).to.deep.equal(['theirs, on', 'mine, too']);
      } finally {
        field.remove();
        elsewhere.remove();
      }
    });
  });

  describe('of another version of the kit', () => {
    afterEach(remove);

    it('are read as far as they can be, and what cannot be read is left there', async () => {
      await open().load();
      const now = Date.now();
      const place = { scope, agentId: 'ana', sessionId: 's1', at: now, until: now + HOUR_MS };
      for (const record of [
        { ...place, field: 'message', value: 'old', line: 1 },
        { ...place, field: 'reply', value: { text: 'new', more: 1 }, others: [{ value: { text: 7 } }], more: 2 },
        { ...place, field: 'drawing', value: 'of the next version' },
        { ...place, field: 'tag', value: { not: 'text' } },
        { scope, agentId: 'ana', sessionId: 's2', field: 'message', value: 'without time' },
      ])
        await inDatabase((store) => store.put(record));
      expect(await open().load()).to.deep.equal({
        message: 'old',
        reply: { text: 'new', toAll: false, isOpen: false },
        tag: undefined,
      });
      expect((await recordsOf(scope)).map(({ field }) => field)).to.include('drawing');
    });

    it('let a newer one upgrade while this page is open, and both go on', async () => {
      const page = open();
      await page.load();
      await page.put('Dear');
      await inDatabase((store) => store.count(), 7);
      await page.put('Dear Nora');
      expect(await open().load()).to.deep.equal({ message: 'Dear Nora' });
    });
  });

  describe('of a site whose data was cleared while pages are open', () => {
    it('are kept again from the next key on, in each of them', async () => {
      const [page, other] = [open(), open()];
      await page.load();
      await other.load();
      await page.put('Dear');
      await other.put('Hello', { sessionId: 's2' });
      await remove();
      await page.put('Dear Nora');
      await other.put('Hello Kim', { sessionId: 's2' });
      const next = open();
      expect(await next.load()).to.deep.equal({ message: 'Dear Nora' });
      expect(await next.load('ana', 's2')).to.deep.equal({ message: 'Hello Kim' });
    });

    const ways: Readonly<Record<string, (page: Page) => unknown>> = {
      'that is looked at again': () => document.dispatchEvent(new Event('visibilitychange')),
      'in which is written elsewhere': (page) => page.put('Hello', { sessionId: 's2' }),
    };
    for (const [what, act] of Object.entries(ways))
      it(`stay in the fields of a page ${what}, and are kept again`, async () => {
        const page = open();
        await page.load();
        await page.put('Dear');
        await remove();
        await act(page);
        await until(() => page.kepts.length > 1);
        page.storage.flush?.();
        await page.put('Dear Kim', { sessionId: 's3' });
        expect(page.heard.filter(({ value }) => value === undefined)).to.deep.equal([]);
        expect(await open().load()).to.deep.equal({ message: 'Dear' });
      });

    it('are those of the agent who is here: who has left since writes nothing', async () => {
      const [page, other] = [open(), open()];
      await page.load();
      await other.load();
      await remove();
      await other.load('ben');
      await page.put('Dear').catch(() => undefined);
      expect(await recordsOf(scope)).to.deep.equal([]);
    });
  });

  describe('on a device that fails', () => {
    const FAULTS: readonly Spoiling[] = [
      'no indexedDB',
      'open throws',
      'open fails',
      'open never answers',
      'open is blocked',
      'transaction throws',
      'get throws',
      'get fails',
      'get never answers',
      'put throws',
      'put fails',
      'put never answers',
      'quota exceeded at the end',
    ];
    for (const fault of FAULTS)
      it(`${fault}: it is said within a second, nothing written is lost in the page, and it is saved afterwards`, async function () {
        this.timeout(20_000);
        const page = open();
        if (!fault.startsWith('open') && fault !== 'no indexedDB') await page.load();
        const heal = spoiled(fault);
        let refused: unknown;
        const time = new PageTime();
        try {
          if (fault.startsWith('open') || fault === 'no indexedDB') page.load().catch(() => undefined);
          await page.put('Dear').catch((error: unknown) => (refused = error));
          expect(time.end(), 'said in time').to.be.below(1000);
          expect(refused).to.be.instanceOf(Object);
        } finally {
          heal();
        }
        page.storage.flush?.();
        await until(() => page.kepts.includes(true));
        expect(await open().load()).to.deep.equal({ message: 'Dear' });
      });

    it('for a while: it is tried again without another key', async () => {
      const page = open();
      await page.load();
      const heal = spoiled('put fails');
      await page.put('Dear').catch(() => undefined);
      heal();
      await until(() => page.kepts.includes(true));
      expect(await open().load()).to.deep.equal({ message: 'Dear' });
    });

    it('once only: nobody is told', async () => {
      const page = open();
      await page.load();
      const heal = spoiled('transaction throws', 1);
      try {
        await page.put('Dear');
      } finally {
        heal();
      }
      expect(await open().load()).to.deep.equal({ message: 'Dear' });
    });
  });
});
