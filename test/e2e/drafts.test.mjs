// What an agent writes, over reloads, crashes and several tabs of one browser.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chatsOfDrafts, killWhileTyping } from '../../chaos/figures/drafts.mjs';
import { findBrowser } from '../../tools/setup.mjs';
import { TabServer, sessionWith, until } from '../support/tab-server.mjs';

const CONVERGED_MS = 1000;
const MAIL = {
  id: 'mail',
  modality: 'email',
  email: { subject: 'Card', from: { name: 'Nora', address: 'nora@example.com' }, to: [], receivedAt: 0, text: 'Hello' },
};

describe('drafts on the device', { timeout: 180_000 }, () => {
  let browser;
  let context;
  let server;

  before(async () => {
    browser = await puppeteer.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-quic'] });
  });
  after(() => browser.close());
  beforeEach(async () => {
    server = await TabServer.start('draft');
    server.sessions = () => [...chatsOfDrafts(), sessionWith([], MAIL)];
    context = await browser.createBrowserContext();
  });
  afterEach(async () => {
    await context.close();
    await server.stop();
  });

  const ask = (page, name, ...args) => page.evaluate((what, given) => globalThis.drafts?.[what](...given), name, args);
  const text = (page, id = 's1') => ask(page, 'text', id);
  const stands = (page, expected, id = 's1') =>
    until(`"${expected}" in ${id}`, async () => (await text(page, id)) === expected);
  async function open(query = '') {
    const page = await context.newPage();
    await page.goto(`${server.url}/drafts${query}`);
    await until('there is a field', async () => (await text(page)) !== undefined);
    return page;
  }
  async function write(page, words, id = 's1') {
    await page.bringToFront();
    await ask(page, 'focus', id);
    await page.keyboard.type(words);
  }
  /** Counts the time that a page in front has had, in ms: what a busy machine takes between two of its turns is not its own. */
  async function countTime(page) {
    await page.evaluate(() => {
      globalThis.had = 0;
      let last = performance.now();
      setInterval(() => {
        const now = performance.now();
        globalThis.had += Math.min(now - last, 20);
        last = now;
      }, 10);
    });
    return () => page.evaluate(() => globalThis.had);
  }
  /** Everything that any storage of the origin holds, as text. */
  const storedIn = (page) =>
    page.evaluate(async () => {
      const all = [JSON.stringify({ ...globalThis.localStorage }), JSON.stringify({ ...globalThis.sessionStorage })];
      for (const { name } of await globalThis.indexedDB.databases()) {
        const database = await new Promise((resolve) => {
          globalThis.indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result);
        });
        for (const store of database.objectStoreNames) {
          const request = database.transaction(store).objectStore(store).getAll();
          all.push(await new Promise((resolve) => (request.onsuccess = () => resolve(JSON.stringify(request.result)))));
        }
        database.close();
      }
      return all.join('\n');
    });

  it('are there after a reload and after Back, with the caret at their end, each in its own session', async () => {
    const page = await open();
    await write(page, 'for one');
    await write(page, 'for two', 's2');
    await page.reload();
    await stands(page, 'for one');
    await stands(page, 'for two', 's2');
    await write(page, ', on');
    await page.goto('about:blank');
    await page.goBack();
    await stands(page, 'for one, on');
    await stands(page, 'for two', 's2');
  });

  for (const [how, lose, find] of [
    ['the browser is offline', (page) => page.setOfflineMode(true), (page) => page.setOfflineMode(false)],
    [
      'the backend is not reached',
      () => {
        server.fault = (request, response) => {
          response.destroy();
          return true;
        };
        server.closeStreams();
      },
      () => {
        server.fault = () => false;
      },
    ],
  ])
    it(`a file that is picked while ${how} is kept, and sent by itself afterwards`, async () => {
      server.sessions = () =>
        chatsOfDrafts().map((chat) => ({ ...chat, messaging: { ...chat.messaging, files: { types: ['*'] } } }));
      const page = await open();
      await until('it is live', async () => (await ask(page, 'status')) === 'live');
      await lose(page);
      await ask(page, 'pick', 's1', 'card.txt', 'The card is lost.');
      await until('it is said that it did not get there', async () =>
        (await ask(page, 'files', 's1')).some((file) => file.includes('interrupted')),
      );
      assert.equal((await ask(page, 'files', 's1')).length, 1);
      assert.deepEqual(server.files, []);
      await find(page);
      await until('it is there', async () => server.files.length > 0);
      await until('it can be sent', async () => (await ask(page, 'files', 's1')).join() === 'card.txt 17 bytes');
      assert.deepEqual(server.files, [{ name: 'card.txt', text: 'The card is lost.' }]);
    });

  it('are in a second tab, and follow there while it is not written in', async () => {
    const here = await open();
    await write(here, 'Dear');
    const there = await open();
    await stands(there, 'Dear');
    const times = [];
    let words = 'Dear';
    for (const more of [' Nora', ' and', ' Ida']) {
      await write(here, more);
      words += more;
      const start = performance.now();
      await stands(there, words);
      times.push(performance.now() - start);
    }
    // The fastest: what the others took longer was the machine.
    assert.ok(Math.min(...times) < CONVERGED_MS, `${times} ms`);
    await write(there, ', hi');
    await stands(here, 'Dear Nora and Ida, hi');
    assert.equal(await ask(here, 'other', 's1'), undefined);
    await here.bringToFront();
    await ask(here, 'focus', 's1');
    await here.keyboard.press('Enter');
    await stands(here, '');
    await stands(there, '');
  });

  it('of two tabs in one field are both kept; the agent takes one, and the other one can be brought back', async () => {
    const [here, there] = [await open(), await open()];
    // Neither hears of the other one in time.
    await Promise.all(
      [here, there].map(async (page, number) => {
        await ask(page, 'focus', 's1');
        await page.keyboard.sendCharacter(`written in ${number}`);
      }),
    );
    for (const [number, page] of [here, there].entries()) {
      await until(
        'the other one is shown',
        async () => (await ask(page, 'other', 's1')) === `written in ${1 - number}`,
      );
      assert.equal(await text(page), `written in ${number}`, 'nothing takes the place of what is written');
    }
    for (const page of [here, there]) await page.evaluate(() => globalThis.drafts.leave());
    await until('both say the same', async () => (await text(here)) === (await text(there)));
    const [value, other] = [await text(here), await ask(here, 'other', 's1')];
    assert.deepEqual([value, other].sort(), ['written in 0', 'written in 1']);
    await ask(here, 'choose', 's1', 'use');
    await stands(here, other);
    await stands(there, other);
    await until('the first one can be had', async () => (await ask(there, 'other', 's1')) === value);
    await here.reload();
    await stands(here, other);
    await ask(here, 'choose', 's1', 'discard');
    for (const page of [here, there])
      await until('it is let go of', async () => (await ask(page, 'other', 's1')) === undefined);
    await stands(there, other);
  });

  it('stay when their session ends meanwhile: to be read, not to be sent', async () => {
    const page = await open();
    await write(page, 'Almost');
    await until('it is kept', async () => (await storedIn(page)).includes('Almost'));
    await page.goto('about:blank');
    server.sessions = () =>
      [...chatsOfDrafts(), sessionWith([], MAIL)].map((session) => ({
        ...session,
        state: 'ended',
        times: { ended: 1 },
      }));
    const next = await open();
    await stands(next, 'Almost');
    assert.equal(await ask(next, 'isDisabled', 's1'), true);
    assert.deepEqual(server.executions, []);
  });

  it('leave nothing on the device when the agent signs out', async () => {
    const [here, there] = [await open(), await open()];
    await write(there, 'canary of there', 's2');
    await write(here, 'canary of here');
    await until('it is kept', async () => (await storedIn(here)).includes('canary of here'));
    await here.evaluate(() => globalThis.drafts.gateway.clearAgentData());
    for (const page of [here, there]) assert.equal((await storedIn(page)).includes('canary'), false);
    await here.reload();
    await until('there is a field', async () => (await text(here)) !== undefined);
    assert.equal((await storedIn(here)).includes('canary'), false);
    assert.equal(await text(here), '');
  });

  it('of one agent are nothing for the next one on this device', async () => {
    const page = await open();
    await write(page, 'canary');
    await until('it is kept', async () => (await storedIn(page)).includes('canary'));
    await page.goto('about:blank');
    server.agentId = 'jonas';
    const next = await open();
    await until('it is gone', async () => !(await storedIn(next)).includes('canary'));
    assert.equal(await text(next), '');
  });

  it('are kept in memory only where the host wants that, and what was kept goes', async () => {
    const page = await open();
    await write(page, 'canary');
    await until('it is kept', async () => (await storedIn(page)).includes('canary'));
    const next = await open('?hours=0');
    await until('it is gone', async () => !(await storedIn(next)).includes('canary'));
    await write(next, 'another canary', 's2');
    await next.reload();
    await until('there is a field', async () => (await text(next)) !== undefined);
    assert.equal((await storedIn(next)).includes('another canary'), false);
  });

  it('that the device refuses are called so within a second, and are saved when it takes them again', async () => {
    const page = await open();
    await write(page, 'a');
    await page.evaluate(() => {
      const { prototype } = globalThis.IDBObjectStore;
      const { put } = prototype;
      prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      globalThis.heal = () => (prototype.put = put);
    });
    await write(page, 'b');
    const time = await countTime(page);
    await until('it is said', () => ask(page, 'isUnsaved', 's1'));
    assert.ok((await time()) < 1000);
    await write(page, 'c');
    assert.equal(await text(page), 'abc');
    await page.evaluate(() => globalThis.heal());
    await until('it is saved', async () => !(await ask(page, 'isUnsaved', 's1')));
    await page.reload();
    await stands(page, 'abc');
  });

  it('lose less than a second of typing when browser or page are killed, and nothing to another session', async () => {
    const { runs, lost, bled, corrupt } = await killWhileTyping({ kills: 5, crashes: 10, seed: Date.now() % 1e6 });
    assert.deepEqual({ runs, lost, bled, corrupt }, { runs: 15, lost: 0, bled: 0, corrupt: 0 });
  });
});
