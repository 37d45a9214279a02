// How an agent is told of what comes, over several tabs of one browser and reloads, with real sounds and notifications.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../tools/setup.mjs';
import { TabServer, sessionWith, until } from '../support/tab-server.mjs';

describe('an agent is told', { timeout: 180_000 }, () => {
  let browser;
  let context;
  let server;
  let pages;

  let agents = 0;

  before(async () => {
    browser = await puppeteer.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-quic'] });
    server = await TabServer.start('notify');
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });
  beforeEach(async () => {
    // Each test has an agent of its own.
    agents += 1;
    server.agentId = `agent-${agents}`;
    server.sessions = () => [];
    context = await browser.createBrowserContext();
    pages = [];
  });
  afterEach(async () => {
    for (const page of pages) if (!page.isClosed()) assert.deepEqual((await look(page)).unhandled, []);
    await context.close();
  });

  const sessions = new WeakMap();
  const agentOf = new WeakMap();
  /** What there is to see. Not by `evaluate`, which counts for the browser as a click of the agent. */
  async function look(page) {
    const session = sessions.get(page) ?? (await page.createCDPSession());
    sessions.set(page, session);
    const { result } = await session.send('Runtime.evaluate', {
      expression: 'globalThis.page?.look()',
      returnByValue: true,
      awaitPromise: true,
    });
    return result.value;
  }
  const isSo = (what, page, condition) => until(what, async () => condition((await look(page)) ?? { offers: [] }));
  const isLive = (page) =>
    isSo('signed in', page, ({ agentId, status }) => agentId === server.agentId && status === 'live');
  async function open({ isClicked = true } = {}) {
    const page = await context.newPage();
    pages.push(page);
    agentOf.set(page, server.agentId);
    await page.goto(`${server.url}/notify`);
    await isLive(page);
    if (isClicked) {
      await page.mouse.click(5, 5);
      for (const own of pages.filter((one) => agentOf.get(one) === server.agentId))
        await isSo('the agent was here last', own, ({ isLeading }) => isLeading === (own === page));
    }
    return page;
  }
  /** The agent wants notifications always; every page has heard of it. */
  async function wantDesktop(page) {
    for (const own of pages) await own.evaluate(() => void globalThis.page.followSettings());
    await page.evaluate(() => globalThis.page.wantDesktop());
    for (const own of pages) await isSo('the settings are known', own, ({ desktop }) => desktop === 'always');
  }
  const offer = (sessionId, modality = 'audio-video') => ({
    type: 'session.offered',
    at: Date.now(),
    sessionId,
    offer: { serviceId: 'support', modality, direction: 'inbound', expiresAt: Date.now() + 60_000 },
  });
  const gone = (sessionId) => ({ type: 'session.ended', at: Date.now(), sessionId });
  const knowing = async (sessionId) => {
    for (const page of pages)
      if (!page.isClosed()) await isSo(`${sessionId} is known`, page, ({ offers }) => offers.includes(sessionId));
  };
  const ringing = async () => {
    const all = await Promise.all(pages.map(async (page) => !page.isClosed() && (await look(page)).isRinging));
    return all.flatMap((isRinging, at) => (isRinging ? [at] : []));
  };

  it('by a ring in the tab in which they were last; when that closes, in the other one; and no longer than it rings', async () => {
    await open();
    await open();
    await server.publish(offer('one'));
    await knowing('one');
    await until('it rings', async () => (await ringing()).length > 0);
    // All tabs have heard what comes after it: by then every one that is to ring does.
    await server.publish(offer('two', 'email'));
    await knowing('two');
    assert.deepEqual(await ringing(), [1]);
    assert.deepEqual((await look(pages[0])).asked, []);
    await pages[1].close();
    await until('the other one rings', async () => (await ringing()).join() === '0');
    await server.publish(gone('one'));
    await until('silence', async () => (await ringing()).length === 0);
  });

  it('of nothing again when a page is loaded anew; only of what comes then', async () => {
    const page = await open();
    await server.publish(offer('one'));
    await isSo('it rings', page, ({ isRinging }) => isRinging);
    server.sessions = () => [sessionWith([], { id: 'one', modality: 'audio-video', state: 'offered' })];
    await page.reload();
    await isLive(page);
    await knowing('one');
    await server.publish(offer('two', 'im'));
    await isSo('the other one is told', page, ({ asked }) => asked?.length > 0);
    // A call would ring longer than anybody waits here.
    await isSo('what rang before is silent', page, ({ isRinging }) => !isRinging);
    const { asked, title } = await look(page);
    assert.deepEqual([asked, title], [['offer two'], '(1) New chat – Portal']);
    await server.publish(gone('two'));
    await isSo('nothing is told', page, ({ title: own }) => own === 'Portal');
  });

  it('without a sound where they have not clicked yet, and by a ring as soon as they have', async () => {
    const page = await open({ isClicked: false });
    await server.publish(offer('one'));
    await isSo('it is told', page, ({ title }) => title === '(1) New call – Portal');
    assert.equal((await look(page)).begun, 0);
    await page.mouse.click(5, 5);
    await isSo('it rings', page, ({ isRinging }) => isRinging);
    await server.publish(gone('one'));
    await isSo('silence', page, ({ isRinging, title }) => !isRinging && title === 'Portal');
  });

  it('each of their own, in tabs of different agents', async () => {
    const mine = await open();
    const me = server.agentId;
    server.agentId = `${me}-too`;
    const theirs = await open();
    await server.publish(offer('one'));
    await isSo('it rings there', theirs, ({ isRinging }) => isRinging);
    assert.deepEqual((await look(mine)).offers, []);
    server.agentId = me;
    await server.publish(offer('two'));
    await isSo('it rings here', mine, ({ isRinging }) => isRinging);
    assert.deepEqual((await look(theirs)).asked, ['offer one']);
  });

  it('on the desktop, once, with the way there, as long as there is something', async () => {
    await context.overridePermissions(server.url, ['notifications']);
    await open();
    await open();
    await wantDesktop(pages[0]);
    await server.publish(offer('one'), offer('two', 'im'));
    await knowing('two');
    await isSo('they are shown', pages[1], ({ notices }) => notices?.length === 2);
    const titles = (await look(pages[1])).notices.map(({ title, body }) => `${title}: ${body}`);
    assert.deepEqual(titles, ['New call: Unknown caller · support', 'New chat: Unknown caller · support']);
    assert.deepEqual((await look(pages[0])).notices, []);
    await server.publish(gone('one'));
    await isSo('one is gone', pages[1], ({ notices }) => notices?.[0].isClosed && !notices[1].isClosed);
    await pages[1].evaluate(() => globalThis.page.clickNotice());
    await isSo('it is looked at', pages[1], ({ selectedId }) => selectedId === 'two');
  });

  it('by sound and title alone, where the browser blocks notifications', async () => {
    const page = await open();
    await wantDesktop(page);
    await server.publish(offer('one', 'im'));
    await isSo('it sounds', page, ({ begun }) => begun === 2);
    const { notices, title } = await look(page);
    assert.deepEqual([notices, title], [[], '(1) New chat – Portal']);
  });
});
