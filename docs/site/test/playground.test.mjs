import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { dist, openBrowser, openPage, serve } from './opened-site.mjs';

const hashOf = (text) => `#document=${deflateRawSync(text).toString('base64url')}`;
const DOCUMENT = {
  version: 1,
  tenant: {
    name: 'Somebody else',
    map: { tiles: 'https://tiles.example/{z}/{x}/{y}.png', geocoder: 'https://geo.example/{address}' },
  },
  services: [],
  users: [{ id: 'maren', name: 'Another Name' }],
};

describe('the playground', () => {
  let site;
  let browser;
  let opened;
  let page;
  before(async () => {
    site = await serve({ '/': dist });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });
  beforeEach(async () => {
    opened = await openPage(browser, site.address, { permissions: ['clipboard-read', 'clipboard-write'] });
    page = opened.page;
  });
  afterEach(() => opened.close());

  const open = async (hash = '') => {
    await page.goto(`${site.address}/playground${hash}`);
    await page.locator('.playground[aria-busy=false]').waitFor();
  };
  const editor = () => page.getByRole('textbox', { name: 'Configuration document' });
  const write = async (text) => {
    await editor().click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
  };
  const state = (text) => page.locator('.playground').getByText(text, { exact: true }).waitFor();

  it('begins with the built-in document, in force', async () => {
    await open();
    await state('In force');
    await page.locator('my-sessions').getByText('Order Desk').first().waitFor();
    assert.deepEqual(opened.complaints, []);
  });

  it('lets the workspace follow what is written', async () => {
    await open();
    const services = [{ id: 'orders', name: 'Night Counter' }];
    await write(JSON.stringify({ ...DOCUMENT, services }, null, 2));
    await state('In force');
    await page.locator('my-sessions').getByText('Night Counter').first().waitFor();
  });

  it('marks what is wrong at its line, and keeps the last good document in force', async () => {
    await open();
    await write('{\n  "version": 1,\n  "tenant": { "name": "" },\n  "services": [],\n  "users": []\n}');
    await state('Not in force');
    const found = page.getByRole('list', { name: 'What was found' }).getByRole('listitem');
    assert.match(await found.first().innerText(), /Line 3\s+tenant\.name: /);
    await page.locator('.cm-lintRange-error', { hasText: '""' }).waitFor();
    await page.locator('my-sessions').getByText('Order Desk').first().waitFor();
  });

  it('marks where a document stops being JSON', async () => {
    await open();
    await write('{\n  "version": 1\n  "tenant": {}\n}');
    const found = page.getByRole('list', { name: 'What was found' }).getByRole('listitem');
    assert.match(await found.first().innerText(), /Line 3\s+Not JSON: comma expected\./);
  });

  it('completes from the schema', async () => {
    await open();
    await write('{\n  "version": 1,\n  \n}');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await page.keyboard.press('Control+Space');
    await page.getByRole('option', { name: /sessionPolicy/ }).waitFor();
    await page.keyboard.type('sessionP');
    await page.locator('.cm-tooltip-autocomplete li').nth(1).waitFor({ state: 'detached' });
    await page.getByRole('option', { name: /sessionPolicy/ }).click();
    await page.locator('.cm-line', { hasText: '"sessionPolicy": ' }).waitFor();
  });

  it('shares a document by a link that holds it', async () => {
    await open();
    await write(JSON.stringify({ ...DOCUMENT, services: [{ id: 'orders', name: 'Ünïcode → 注文' }] }, null, 2));
    await state('In force');
    await page.getByRole('button', { name: 'Share by link' }).click();
    await page.getByText('The link is copied.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await openPage(browser, site.address);
    await other.page.goto(link);
    await other.page.locator('.cm-line', { hasText: 'Ünïcode → 注文' }).waitFor();
    await other.close();
  });

  describe('opened by a stranger’s link', () => {
    it('shows a document and asks nobody for anything, whatever the document names', async () => {
      const reached = [];
      await page.route(
        (url) => url.origin !== site.address,
        (route) => {
          reached.push(route.request().url());
          return route.abort();
        },
      );
      const hostile = {
        $schema: 'https://evil.example/schema.json',
        ...DOCUMENT,
        tenant: {
          ...DOCUMENT.tenant,
          contextItems: [{ id: 'page', label: 'Page', url: 'https://evil.example/framed' }],
        },
        services: [
          {
            id: 'cards',
            name: '<img src=x onerror=alert(1)>',
            licence: 'contact-center',
            extensions: {
              widgets: ['embedded-context', 'session-map'],
              embeddedContext: 'page',
              mapParameter: 'CustomerNumber',
              mapRequests: true,
            },
            layout: { start: 'embedded-context', end: 'customer' },
          },
        ],
      };
      // It tries: the page's policy refuses the frame.
      const refused = page.waitForEvent('console', (message) => message.text().includes('https://evil.example'));
      await open(hashOf(JSON.stringify(hostile, null, 2)));
      await refused;
      await page.locator('.cm-line', { hasText: 'onerror' }).first().waitFor();
      await state('In force');
      await page.locator('.cm-line', { hasText: '"tenant"' }).click();
      await page.keyboard.press('End');
      await page.keyboard.press('Control+Space');
      await page.locator('.cm-tooltip-autocomplete').waitFor();
      assert.deepEqual(reached, []);
    });

    it('says what a host would open, and opens nothing', async () => {
      await open();
      const workspace = page.locator('my-sessions');
      await workspace.getByRole('tab', { name: 'Customer', exact: true }).click();
      await workspace.getByRole('link', { name: 'Card service guide' }).first().click();
      await page.getByText('A host page would open https://guide.example/cards now.').waitFor();
      assert.equal(page.context().pages().length, 1);
    });

    it('shows what is no document at all as what it is', async () => {
      await open(hashOf('</script><script>alert(1)</script>'));
      await page.locator('.cm-line', { hasText: '</script><script>alert(1)</script>' }).waitFor();
      await state('Not in force');
      assert.deepEqual(opened.complaints, []);
    });

    for (const [name, hash] of [
      ['no base64', '#document=%%%'],
      ['nothing packed', '#document=AAAA'],
      ['no text', `#document=${deflateRawSync(Buffer.from([0xff, 0xfe, 0x80])).toString('base64url')}`],
    ])
      it(`begins as without one where it holds ${name}`, async () => {
        await open(hash);
        await page.getByText('This link holds no document.').waitFor();
        await state('In force');
        assert.deepEqual(opened.complaints, []);
      });

    it('unpacks no more than a document may be long', async () => {
      await open(hashOf('a'.repeat(50_000_000)));
      await page.getByText('The document of this link is too long.').waitFor();
      await state('In force');
    });

    it('outlives lists in lists in lists', async () => {
      await open(hashOf('['.repeat(90_000) + ']'.repeat(90_000)));
      await state('Not in force');
    });
  });
});
