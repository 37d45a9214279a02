import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../tools/setup.mjs';
import { TabServer, until } from '../support/tab-server.mjs';

const TABS = 8;

describe('eight tabs of one agent over HTTP', () => {
  let browser;
  let context;
  let server;
  let tabs;
  let errors;

  before(async () => {
    // Puppeteer leaves tabs in the background hidden and throttled, as they are for an agent, and able to freeze.
    browser = await puppeteer.launch({
      executablePath: findBrowser(),
      args: ['--no-sandbox', '--disable-quic', '--host-resolver-rules=MAP desk.example 127.0.0.1'],
    });
  });
  after(() => browser.close());
  beforeEach(async () => {
    server = await TabServer.start('tab');
    context = await browser.createBrowserContext();
    tabs = [];
    errors = [];
  });
  afterEach(async () => {
    await context.close();
    await server.stop();
    assert.deepEqual(errors, []);
  });

  async function openTab(number, query = '') {
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${server.url}/tab?tab=${number}${query}`);
    await until(`tab ${number} is live`, async () => (await statusOf(page)) === 'live');
    return page;
  }
  const openTabs = async (count, query) => {
    for (let number = 0; number < count; number += 1) tabs.push(await openTab(number, query));
  };
  const read = (page, field) => page.evaluate((name) => globalThis.tab?.[name], field);
  const statusOf = async (page) => (await read(page, 'statuses'))?.at(-1);
  const caughtUp = async (page, number) => (await read(page, 'numbers')).at(-1) === number;

  async function everybodyKnows(pages) {
    await Promise.all(pages.map((page) => until('caught up', () => caughtUp(page, server.number))));
    for (const page of pages) {
      const numbers = await read(page, 'numbers');
      const from = numbers[0];
      assert.deepEqual(
        numbers,
        numbers.map((_, index) => from + index),
        'once each and in order',
      );
      assert.deepEqual(await read(page, 'unhandled'), []);
    }
  }

  it('share one stream, and leave the connections of the page alone', async () => {
    await openTabs(TABS);
    await until('one stream', () => server.streams.length === 1);
    for (let count = 0; count < 50; count += 1) await server.happen();
    await everybodyKnows(tabs);
    // With a stream in each tab, the browser would have no connection left for these.
    const ping = () =>
      fetch('/ping', { signal: AbortSignal.timeout(10_000) })
        .then((response) => response.text())
        .catch(String);
    for (const tab of tabs) assert.equal(await tab.evaluate(ping), 'pong');
    assert.equal(server.streams.length, 1);
    assert.equal(server.requests.filter(({ path }) => path === '/api/events').length, 1);
  });

  it('go on when the leading tab crashes', async () => {
    await openTabs(TABS);
    const [leader] = server.streams;
    const others = tabs.filter((_, number) => number !== leader);
    const session = await tabs[leader].createCDPSession();
    session.send('Page.crash').catch(() => undefined);
    await happensUntil('another leader', () => server.streams.some((number) => number !== leader));
    await everybodyKnows(others);
    await until('one stream', () => server.streams.length === 1);
  });

  it('go on when the leading tab is closed', async () => {
    await openTabs(3);
    const [leader] = server.streams;
    const others = tabs.filter((_, number) => number !== leader);
    await tabs[leader].close();
    await until('another leader', () => server.streams.some((number) => number !== leader));
    await server.happen();
    await everybodyKnows(others);
  });

  it('take the lead from a tab that hangs, and share it again when that wakes up', async () => {
    await openTabs(TABS);
    const [leader] = server.streams;
    const others = tabs.filter((_, number) => number !== leader);
    // Nothing in it runs until it is answered: neither timers nor what other tabs tell it.
    const hanging = tabs[leader].evaluate(() => {
      const request = new globalThis.XMLHttpRequest();
      request.open('GET', '/hang', false);
      request.send();
    });
    await happensUntil('another leader', () => server.streams.some((number) => number !== leader));
    await everybodyKnows(others);
    server.letGo();
    await hanging;
    await until('one stream', () => server.streams.length === 1 && server.streams[0] !== leader);
    await server.happen();
    await everybodyKnows(tabs);
  });

  it('hand the lead over when the leading tab is frozen by the browser', async () => {
    await openTabs(3);
    const [leader] = server.streams;
    const others = tabs.filter((_, number) => number !== leader);
    const session = await tabs[leader].createCDPSession();
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await until('another leader', () => server.streams.some((number) => number !== leader));
    for (let count = 0; count < 5; count += 1) await server.happen();
    await everybodyKnows(others);
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await until('the frozen tab has caught up', () => caughtUp(tabs[leader], server.number));
    await until('one stream', () => server.streams.length === 1);
  });

  it('keep a command that could not be sent through a reload, and send it once', async () => {
    tabs.push(await openTab(0, '&token'));
    server.fault = (request, response) => {
      if (!request.url.startsWith('/api/commands')) return false;
      response.destroy();
      return true;
    };
    await tabs[0].evaluate(() => {
      globalThis.gateway.execute({ type: 'tags.change', sessionId: 's1', tags: ['canary-tag'], commandId: 'kept' });
    });
    await until('kept', async () => (await kept(tabs[0])).length === 1);
    await tabs[0].reload();
    await until('pending', async () => (await read(tabs[0], 'pending'))?.[0] === 'kept');
    assert.doesNotMatch(JSON.stringify(await kept(tabs[0])), /canary-token/);
    server.fault = () => false;
    await until('carried out', async () => (await read(tabs[0], 'replies')).length === 1);
    assert.deepEqual(server.executions, ['kept']);
    await until('forgotten', async () => (await kept(tabs[0])).length === 0);
    assert.ok(server.requests.every(({ url }) => !url.includes('canary')));
    assert.ok(server.requests.some(({ headers }) => headers.authorization === 'Bearer canary-token'));
  });

  it('send from another tab what a closed one left behind', async () => {
    await openTabs(2);
    server.fault = (request, response) => {
      if (!request.url.startsWith('/api/commands')) return false;
      response.destroy();
      return true;
    };
    await tabs[1].evaluate(() => {
      globalThis.gateway.execute({ type: 'tags.change', sessionId: 's1', tags: ['x'], commandId: 'left' });
    });
    await until('kept', async () => (await kept(tabs[0])).length === 1);
    await tabs[1].close();
    server.fault = () => false;
    tabs.push(await openTab(2));
    await until('carried out', () => server.executions.length === 1);
    await until('forgotten', async () => (await kept(tabs[0])).length === 0);
    assert.deepEqual(server.executions, ['left']);
  });

  const answers = {
    'a redirect to a login page': (response) => response.writeHead(302, { location: '/login' }).end(),
    'a redirect to another origin': (response) => response.writeHead(302, { location: 'http://login.invalid/' }).end(),
    'a login page with status 200': (response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>'),
    401: (response) => response.writeHead(401).end(),
  };
  for (const [what, answer] of Object.entries(answers)) {
    it(`are signed out together by ${what}, and back together`, async () => {
      await openTabs(2, '&hasty');
      const isOfOther = ({ headers }) => new URL(headers.referer).searchParams.get('tab') === 'other';
      server.fault = (request, response) => {
        if (isOfOther(request)) response.writeHead(502).end();
        else answer(response);
        return true;
      };
      // What has spoken just now is not asked, so the network changes until it is.
      const signedOut = async (page) => {
        await page.evaluate(() => globalThis.dispatchEvent(new Event('online')));
        return (await read(page, 'statuses')).includes('signed-out');
      };
      for (const page of tabs) await until('signed out', () => signedOut(page));
      const other = await browser.createBrowserContext();
      const page = await other.newPage();
      await page.goto(`${server.url}/tab?tab=other&hasty`);
      const triesOf = (isOther) => server.requests.filter((request) => isOfOther(request) === isOther).length;
      await until('a first try of somebody else', () => triesOf(true) > 0);
      const asked = triesOf(false);
      await until('two more', () => triesOf(true) > 2);
      await other.close();
      assert.equal(triesOf(false), asked, 'blind tries');
      server.fault = () => false;
      await server.happen();
      await tabs[1].evaluate(() => {
        globalThis.gateway.signIn();
      });
      for (const page of tabs) await until('live', async () => (await statusOf(page)) === 'live');
      for (const page of tabs) await until('caught up', () => caughtUp(page, server.number));
    });
  }

  it('are signed in together when one of them looks and is let in', async () => {
    await openTabs(3);
    server.fault = (request, response) => {
      response.writeHead(401).end();
      return true;
    };
    const isSignedOut = async (page) => (await read(page, 'statuses')).includes('signed-out');
    await until('signed out', async () => {
      await tabs[0].evaluate(() => globalThis.dispatchEvent(new Event('online')));
      return isSignedOut(tabs[0]);
    });
    for (const page of tabs) await until('signed out', () => isSignedOut(page));
    server.fault = () => false;
    await server.happen();
    await tabs[2].evaluate(() => globalThis.dispatchEvent(new Event('online')));
    for (const page of tabs) await until('live', async () => (await statusOf(page)) === 'live');
    for (const page of tabs) await until('caught up', () => caughtUp(page, server.number));
  });

  const places = {
    'in a sandboxed frame': ({ url }) => `${url}/framed`,
    'of a page that is not secure': ({ url }) => `${url.replace('127.0.0.1', 'desk.example')}/tab`,
  };
  for (const [what, addressOf] of Object.entries(places)) {
    it(`have a stream each ${what}, and say why`, async () => {
      const warnings = [];
      for (let count = 0; count < 2; count += 1) {
        const page = await context.newPage();
        page.on('pageerror', (error) => errors.push(String(error)));
        page.on('console', (message) => message.type() === 'warn' && warnings.push(message.text()));
        await page.goto(addressOf(server));
        const frame = page.frames().at(-1);
        await until('live', async () => (await statusOf(frame)) === 'live');
        tabs.push(frame);
      }
      assert.equal(server.streams.length, 2);
      await server.happen();
      await everybodyKnows(tabs);
      const send = (commandId) =>
        globalThis.gateway.execute({ type: 'tags.change', sessionId: 's1', tags: [], commandId });
      assert.deepEqual(await tabs[1].evaluate(send, 'sent'), { ok: true });
      assert.deepEqual(server.executions, ['sent']);
      const said = warnings.filter((text) => text.includes('share nothing (navigator.locks: '));
      assert.equal(said.length, 2, 'once in each');
    });
  }

  /** Lets one thing after the other happen until the condition holds. */
  const happensUntil = (what, condition) =>
    until(what, async () => {
      await server.happen();
      return condition();
    });

  /** The commands that are kept on the device. */
  const kept = (page) =>
    page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = globalThis.indexedDB.open('my-sessions');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const all = opening.result.transaction('commands').objectStore('commands').getAll();
            all.onsuccess = () => {
              opening.result.close();
              resolve(all.result);
            };
          };
        }),
    );
});
