// Pages with every element as a server has rendered it, in a real browser: before any script has run, and taken over.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, afterEach, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { elementTags } from '../../tools/files.mjs';
import { findBrowser } from '../../tools/setup.mjs';
import { renderedOnServer } from '../support/on-server.mjs';
import { servePageScripts } from '../support/page-scripts.mjs';

for (const tag of elementTags()) await import(`my-sessions/define/${tag}`);

/** Around the others, above them, and a dialog that is open as soon as it stands somewhere. */
const APART = ['session-provider', 'my-sessions', 'transfer-dialog'];
const WIDGETS = elementTags().filter((tag) => !APART.includes(tag));
const BODY = `<session-provider>
  <main class="desk"><my-sessions><p slot="home">The host’s own home</p></my-sessions></main>
  ${WIDGETS.map((tag) => `<section class="place"><${tag}></${tag}></section>`).join('\n')}
</session-provider>`;
const NOW = Date.UTC(2026, 10, 27, 9);
/** The policy of the README, and the same for a host that lets a server’s styles in. */
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html dompurify ProseMirrorClipboard";
const STYLED = STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

const pageOf = (body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>A host</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/host.css">
    <script type="module" src="/hydrated-page.js"></script>
  </head>
  <body>${body}</body>
</html>`;
const HOST_CSS = '.desk { block-size: 600px } .place { inline-size: 300px }';

describe('a page with every element, rendered by a server', { timeout: 180_000 }, () => {
  let browser;
  let server;
  let address;
  let complaints;

  before(async () => {
    const [body, serveScript] = await Promise.all([renderedOnServer(BODY), servePageScripts('hydrated-page')]);
    server = createServer((request, response) => {
      if (serveScript(request, response)) return;
      const isStyle = request.url === '/host.css';
      response.writeHead(200, {
        'content-type': `text/${isStyle ? 'css' : 'html'}; charset=utf-8`,
        'content-security-policy': request.url === '/strict' ? STRICT : STYLED,
      });
      response.end(isStyle ? HOST_CSS : pageOf(body));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${server.address().port}`;
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--disable-gpu', '--disable-quic'] });
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  after(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  });

  async function openPage(path, options = {}, prepare = () => undefined) {
    const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, ...options });
    const page = await context.newPage();
    await prepare(page);
    complaints = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${address}${path}`);
    return page;
  }

  /** What is written in each element, and how large it is, by its tag. */
  const pictures = (page) =>
    page.evaluate(
      (tags) =>
        Object.fromEntries(
          tags.map((tag) => {
            const element = document.querySelector(tag);
            const { width, height } = element.getBoundingClientRect();
            const words = [...element.shadowRoot.querySelectorAll('p')].map((own) => own.textContent).join(' ');
            return [tag, { words, width, height }];
          }),
        ),
      ['my-sessions', ...WIDGETS],
    );

  it('is calm while no script runs: each says what it is, in its place', async () => {
    const page = await openPage('/', { javaScriptEnabled: false });
    // Playwright can look into a page whose scripts are off.
    const { 'my-sessions': desk, ...widgets } = await pictures(page);
    assert.deepEqual(desk, { words: 'My Sessions', width: 1350, height: 600 });
    assert.equal(widgets['session-details'].words, 'Session details');
    for (const [tag, { words, width, height }] of Object.entries(widgets)) {
      assert.doesNotMatch(words, /[.<:…]/, `${tag} says no sentence: ${words}`);
      assert.ok(width <= 300, `${tag} is ${width} px wide`);
      // A line, and what an element reserves by itself.
      if (words === '') assert.ok(height < 8, `${tag} says nothing in ${height} px`);
      else assert.ok(height >= 20, `${tag} has ${height} px for: ${words}`);
    }
    assert.ok(await page.getByText('The host’s own home').count(), 'what the host has written is in the page');
    assert.deepEqual(complaints, []);
  });

  it('shows the same until its gateway is there, then works, with nothing lost and nothing twice', async () => {
    const page = await openPage('/', {}, (own) => own.clock.install({ time: NOW }));
    await page.clock.pauseAt(NOW + 1_000);
    const before = await pictures(page);
    await page.locator('html[data-defined]').waitFor({ state: 'attached' });
    await page.clock.runFor(3_000);
    assert.deepEqual(await pictures(page), { ...before, ...(await ofThoseWithoutWorkspace(page)) });
    await page.clock.resume();
    await worksOn(page);
    assert.deepEqual(complaints, []);
  });

  it('says what is wrong where no gateway has come for five seconds', async () => {
    const page = await openPage('/', {}, (own) => own.clock.install({ time: NOW }));
    await page.clock.pauseAt(NOW + 1_000);
    await page.locator('html[data-defined]').waitFor({ state: 'attached' });
    await page.clock.runFor(6_000);
    await page.locator('task-capacity').getByText('Not connected').waitFor();
    assert.deepEqual(
      complaints.filter((text) => !text.startsWith('my-sessions: ')),
      [],
      'the console may be told the way out, and nothing else',
    );
  });

  it('works under a policy that refuses the styles of the server, and looks as it should', async () => {
    const page = await openPage('/strict');
    await page.locator('html[data-defined]').waitFor({ state: 'attached' });
    await worksOn(page);
    const display = await page.evaluate(() =>
      ['session-provider', 'my-sessions', 'task-capacity'].map(
        (tag) => getComputedStyle(document.querySelector(tag)).display,
      ),
    );
    assert.deepEqual(display, ['contents', 'grid', 'block']);
    assert.deepEqual(
      complaints.filter((text) => !/style/i.test(text)),
      [],
      'of the styles that the server sent, a browser complains; of nothing else',
    );
  });

  /** A field knows no workspace, and is there as soon as it is defined. */
  const ofThoseWithoutWorkspace = async (page) => {
    const { 'message-composer': composer } = await pictures(page);
    return { 'message-composer': composer };
  };

  /** An offer is accepted, and everything that a server has rendered has gone. */
  async function worksOn(page) {
    await page.evaluate(() => window.giveGateway());
    const accept = page.locator('my-sessions task-offers [data-verb="session.accept"]').first();
    await accept.waitFor();
    await accept.click();
    await page.locator('my-sessions sessions-list section.active .card').first().waitFor();
    const left = await page.evaluate(() =>
      [...document.querySelectorAll('session-provider, session-provider *')]
        .filter(({ shadowRoot }) => shadowRoot?.querySelector('p[part="loading"]'))
        .map(({ localName }) => localName),
    );
    assert.deepEqual(left, []);
    const slots = await page.evaluate(
      () => document.querySelector('session-provider').shadowRoot.querySelectorAll('slot').length,
    );
    assert.equal(slots, 1);
    const twice = await page.evaluate(() =>
      [...document.querySelectorAll('session-provider, session-provider *')]
        .filter(({ shadowRoot }) => shadowRoot?.querySelector('style'))
        .map(({ localName }) => localName),
    );
    assert.deepEqual(twice, [], 'the styles of the server have gone, too');
  }
});
