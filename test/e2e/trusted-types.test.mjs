// The policies of the README, on a page whose host has a Lit, a DOMPurify and a ProseMirror of its own.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { root } from '../../tools/files.mjs';
import { findBrowser } from '../../tools/setup.mjs';
import { servePageScripts } from '../support/page-scripts.mjs';

/** The policy as the README has it, with all names; style-src as the pages of demo/ have it. */
const README = readFileSync(join(root, 'README.md'), 'utf8').replaceAll(/\s+/g, ' ');
const [, BASE] = README.match(/`(script-src 'self'; style-src 'self'; require-trusted-types-for 'script')/);
const [, EVERY_NAME] = README.match(/`(trusted-types lit-html dompurify ProseMirrorClipboard 'allow-duplicates')`/);
const [, OWN_NAME] = README.match(/`(trusted-types lit-html acme-html 'allow-duplicates')`/);

const pageOf = (
  scripts,
) => `<!doctype html><meta charset="utf-8"><title>t</title><div id="host"></div><div id="kit"></div>
${scripts.map((script) => `<script type="module" src="${script}"></script>`).join('\n')}`;

describe('trusted types', { timeout: 120_000 }, () => {
  let browser;
  let server;
  let origin;

  before(async () => {
    // Bundled apart, each has a Lit of its own.
    const serve = [await servePageScripts('csp-page'), await servePageScripts('csp-host')];
    server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url, 'http://page');
      if (pathname !== '/page') {
        if (!serve.some((own) => own(request, response))) response.writeHead(404).end();
        return;
      }
      response.setHeader('content-type', 'text/html');
      response.setHeader('content-security-policy', `${BASE}; ${searchParams.get('types')}`);
      response.end(pageOf(searchParams.getAll('script')));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${server.address().port}`;
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--disable-gpu', '--disable-quic'] });
  });
  after(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  });

  /** Opens the page, pastes into the composer of the kit, and says what is shown and what was refused. */
  async function open({ types, scripts, policy }) {
    const context = await browser.newContext({ viewport: { width: 1000, height: 1000 } });
    const page = await context.newPage();
    const refused = [];
    page.on('pageerror', (error) => refused.push(String(error)));
    page.on('console', (message) => {
      if (/Trusted|policy named/.test(message.text())) refused.push(message.text());
    });
    const query = new URLSearchParams([['types', types], ...scripts.map((script) => ['script', script])]);
    if (policy) query.set('policy', policy);
    await page.goto(`${origin}/page?${query}`);
    const mail = page.frameLocator('email-conversation iframe');
    await mail.locator('td', { hasText: 'Connection refused' }).waitFor();
    const surface = page.locator('message-composer [contenteditable="true"]');
    await surface.waitFor();
    await surface.evaluate((element) => {
      const clipboardData = new window.DataTransfer();
      clipboardData.setData('text/html', '<p>pasted <b>bold</b></p>');
      clipboardData.setData('text/plain', 'pasted bold');
      element.dispatchEvent(new window.ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
    });
    await surface.locator('strong', { hasText: 'bold' }).waitFor();
    const host = scripts.includes('/csp-host.js') ? await page.locator('#host').innerText() : undefined;
    const seen = { refused, host, text: await surface.innerText() };
    await context.close();
    return seen;
  }

  for (const scripts of [
    ['/csp-page.js', '/csp-host.js'],
    ['/csp-host.js', '/csp-page.js'],
  ])
    it(`refuse nothing where both have the same libraries: ${scripts.join(' before ')}`, async () => {
      const { refused, host, text } = await open({ types: EVERY_NAME, scripts });
      assert.deepEqual(refused, []);
      assert.match(host, /Lit of the host\s+clean\s+pasted by the host/);
      assert.equal(text, 'pasted bold');
    });

  it('refuse the second Lit without room for it', async () => {
    const page = await browser.newPage();
    const refusal = page.waitForEvent('pageerror');
    const types = EVERY_NAME.replace(" 'allow-duplicates'", '');
    const query = new URLSearchParams({ types, script: '/csp-host.js' });
    query.append('script', '/csp-page.js');
    await page.goto(`${origin}/page?${query}`);
    assert.match(String(await refusal), /"lit-html"/);
    await page.close();
  });

  it('refuse nothing where the kit makes HTML under a name of the host’s choice', async () => {
    const { refused, text } = await open({ types: OWN_NAME, scripts: ['/csp-page.js'], policy: 'acme-html' });
    assert.deepEqual(refused, []);
    assert.equal(text, 'pasted bold');
  });
});
