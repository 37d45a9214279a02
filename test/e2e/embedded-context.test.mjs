// Framed pages of another origin, in a real browser.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tools/setup.mjs';
import { openFrameServers } from '../support/frame-server.mjs';

describe('framed pages of another origin', { timeout: 180_000 }, () => {
  let browser;
  let servers;
  let context;
  let dialogs;

  before(async () => {
    servers = await openFrameServers();
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--disable-gpu', '--disable-quic'] });
  });
  after(async () => {
    await browser.close();
    await servers.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    dialogs = [];
  });
  afterEach(() => context.close());

  async function openPortal(url, query = '') {
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      dialog.dismiss();
    });
    // A frame that never answers keeps the page around it from having loaded.
    await page.goto(`${servers.portal}/portal?url=${encodeURIComponent(url)}${query}`, { waitUntil: 'commit' });
    await page.locator('sessions-list .card').first().waitFor();
    return page;
  }
  const turnTo = (page, title) => page.locator('sessions-list .card', { hasText: title }).first().click();
  const shown = (page) => page.frameLocator('embedded-context:visible iframe:not([inert])');

  it('show by a ring that Tab has led into them, and not that somebody has clicked', async () => {
    const page = await openPortal(`${servers.site}/form`);
    await turnTo(page, 'Customer 0');
    const frame = page.locator('embedded-context:visible iframe:not([inert])');
    const field = frame.contentFrame().locator('textarea');
    const ring = () => frame.evaluate((element) => getComputedStyle(element).outlineStyle);
    await field.click();
    assert.equal(await ring(), 'none');
    // Back from another process: the page hears of it a moment later.
    await turnTo(page, 'Customer 0');
    await page.waitForFunction(() => document.activeElement?.localName !== 'embedded-context');
    await page.locator('embedded-context:visible .bar a').focus();
    await page.keyboard.press('Tab');
    await page.locator('embedded-context:visible iframe[data-focused]').waitFor();
    assert.equal(await ring(), 'solid');
    await page.locator('sessions-list .card').first().focus();
    await page.locator('embedded-context:visible iframe:not([data-focused])').first().waitFor();
  });

  for (const [where, query] of [
    ['one element', ''],
    ['the panes of a workspace', '&whole'],
  ]) {
    it(`keep what was typed in ${where} while the agent goes through five sessions and back`, async () => {
      const page = await openPortal(`${servers.site}/form?of=$(Customer.Id)`, `&sessions=5${query}`);
      for (const number of [0, 1, 2, 3, 4]) {
        await turnTo(page, `Customer ${number}`);
        if (query !== '') await page.locator('session-pane:visible').getByRole('tab', { name: 'Site' }).click();
        await shown(page).locator('textarea').fill(`note of ${number}`);
        await page.locator('embedded-context:visible .unsaved').waitFor();
      }
      const loads = servers.requests.length;
      for (const number of [0, 3, 1, 4, 2]) {
        await turnTo(page, `Customer ${number}`);
        await shown(page).locator('body').waitFor();
        assert.equal(await shown(page).locator('textarea').inputValue(), `note of ${number}`);
      }
      assert.equal(servers.requests.length, loads, 'nothing was loaded again');
    });
  }

  it('keep what was typed in a tab while tabs, places and width change, and get no key when they are put away', async () => {
    const page = await openPortal(`${servers.site}/form?of=$(Customer.Id)`, '&whole');
    const tab = (name) => page.getByRole('tab', { name });
    await tab('Site').click();
    await shown(page).locator('textarea').fill('note of the call');
    await tab('Site').locator('.dot').waitFor();
    const loads = servers.requests.length;
    await page.locator('[part="split"]').press('ArrowLeft');
    await tab('Customer').click();
    await page.keyboard.type('lost');
    await tab('Conversation').click();
    await page.setViewportSize({ width: 700, height: 900 });
    await tab('Site').click();
    await page.setViewportSize({ width: 1280, height: 900 });
    assert.equal(await shown(page).locator('textarea').inputValue(), 'note of the call');
    assert.equal(servers.requests.length, loads, 'nothing was loaded again');
  });

  it('are told of when they had to go', async () => {
    const page = await openPortal(`${servers.site}/form?of=$(Customer.Id)`, '&whole&sessions=9');
    for (const number of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
      await turnTo(page, `Customer ${number}`);
      await page.locator('session-pane:visible').getByRole('tab', { name: 'Site' }).click();
      await shown(page).locator('textarea').waitFor();
    }
    await page.getByText('Closed to make room: Customer 0').locator('visible=true').waitFor();
  });

  it('get no key of what is written beside them, at the pace of hands, however often they take the focus', async () => {
    const text = 'He was cut off, he calls again tomorrow.';
    const page = await openPortal(`${servers.site}/thief`);
    await page.locator('embedded-context iframe').waitFor();
    const stolen = [];
    await page.exposeFunction('steal', (key) => stolen.push(key));
    await page.evaluate(() => {
      window.addEventListener('message', ({ data }) => data.stolen && window.steal(data.stolen));
      document.body.prepend(document.createElement('textarea'));
    });
    const field = page.locator('body > textarea');
    await field.click();
    await page.getByText('hidden until you stop').waitFor();
    await page.keyboard.type(text, { delay: 90 });
    assert.equal(await field.inputValue(), text);
    assert.deepEqual(stolen, []);
    await page.getByText('hidden until you stop').locator('..').getByRole('button').click();
    await page.waitForFunction(() => document.activeElement.localName === 'embedded-context');
    await shown(page).locator('input:focus').waitFor();
    await page.keyboard.type('7');
    assert.equal(await shown(page).locator('input').inputValue(), '7');
  });

  for (const [whose, query, open] of [
    ['another origin', '', ''],
    ['another origin that may keep its storage', '&free', 'reads cookies, reads storage'],
  ]) {
    it(`cannot get out: ${whose}`, async () => {
      const page = await openPortal(`${servers.site}/escape`, query);
      assert.equal(await shown(page).locator('pre').innerText(), `open: ${open}`);
      assert.equal(new URL(page.url()).pathname, '/portal');
      assert.deepEqual(dialogs, []);
    });
  }

  it('cannot get out when they are of our own origin, whatever the configuration allows', async () => {
    const page = await openPortal(`${servers.portal}/escape`, '&free');
    assert.equal(await shown(page).locator('pre').innerText(), 'open: ');
    assert.deepEqual(dialogs, []);
  });

  it('are asked for without a referrer', async () => {
    const page = await openPortal(`${servers.site}/form?referrer`);
    await shown(page).locator('textarea').waitFor();
    assert.equal(servers.requests.find(({ path }) => path === '/form?referrer').referer, undefined);
  });

  it('may refuse, which nobody can tell, so that a way out is always there', async () => {
    const page = await openPortal(`${servers.site}/refused`);
    await page.getByText('Nothing to see?').waitFor();
    assert.equal(await page.locator('embedded-context .bar a').getAttribute('href'), `${servers.site}/refused`);
  });

  it('may not answer, which is said after eight seconds', async () => {
    const page = await openPortal(`${servers.site}/silent`);
    // The eight seconds begin when it is asked.
    await page.locator('embedded-context iframe').waitFor({ state: 'attached' });
    await page.evaluate(() => (globalThis.gateway.time += 8000));
    await page.getByText('does not answer').waitFor();
  });

  it('do not exist for an address that is none', async () => {
    const page = await openPortal('javascript:parent.document.body.remove()');
    await page.locator('embedded-context').getByText('not a safe web address').waitFor();
    assert.equal(await page.locator('iframe').count(), 0);
  });

  it('open in a tab of their own on accept, which knows neither opener nor referrer, once', async () => {
    const page = await openPortal(`${servers.site}/form?accepted`, '&whole');
    await page.getByRole('tab', { name: 'Site' }).click();
    await page.locator('embedded-context:visible iframe').waitFor();
    const before = context.pages().length;
    const opened = context.waitForEvent('page');
    await page.evaluate(() => {
      const { gateway } = globalThis;
      const at = gateway.time;
      const offer = { serviceId: 'card-line', modality: 'audio-video', direction: 'inbound' };
      gateway.emit({ type: 'session.offered', at, sessionId: 'new', offer });
      gateway.emit({ type: 'session.accepted', at, sessionId: 'new' });
      gateway.emit({ type: 'session.connected', at, sessionId: 'new' });
    });
    const tab = await opened;
    await tab.waitForURL(`${servers.site}/form?accepted`);
    assert.equal(await tab.evaluate(() => window.opener), null);
    assert.equal(await tab.evaluate(() => document.referrer), '');
    assert.equal(context.pages().length, before + 1);
  });
});
