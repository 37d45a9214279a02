// Elements on a store of the host's own, whose Observables are of another RxJS than the one that is built in.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tools/setup.mjs';
import { root } from '../../tools/files.mjs';

const PAGE =
  '<!doctype html><html lang="en"><title>RxJS</title><session-provider><my-sessions></my-sessions></session-provider>';

describe('elements on a store with the RxJS of its host', { timeout: 120_000 }, () => {
  let server;
  let browser;
  before(async () => {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: [fileURLToPath(new URL('../support/rxjs-page.mjs', import.meta.url))],
      bundle: true,
      splitting: true,
      format: 'esm',
      outdir: 'out',
      write: false,
      logLevel: 'error',
    });
    const files = new Map(outputFiles.map(({ path, text }) => [path.split('/').at(-1), text]));
    server = createServer(({ url }, response) => {
      const code = files.get(url.slice(1));
      response.setHeader('content-type', code === undefined ? 'text/html' : 'text/javascript');
      response.end(code ?? PAGE);
    });
    await new Promise((resolve) => server.listen(0, resolve));
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--disable-gpu'] });
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  it('show it, act on it, tell what comes, and let go of it when they leave the page', async () => {
    const page = await browser.newPage();
    const complaints = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`http://localhost:${server.address().port}/`);
    await page.addScriptTag({ type: 'module', url: '/rxjs-page.js' });
    assert.equal(await page.evaluate(() => window.areTwo), true);
    await page.locator('my-sessions agent-presence select').waitFor();
    await page.evaluate(() => window.offer('im'));
    await page
      .locator('task-offers')
      .getByRole('button', { name: /^Accept/ })
      .first()
      .click();
    await page.locator('sessions-list section.active .card').first().waitFor();
    await page.locator('session-pane:visible').getByText('Session details').first().waitFor();
    assert.ok((await page.evaluate(() => window.open())) > 0);
    await page.evaluate(() => document.querySelector('session-provider').remove());
    await page.waitForFunction(() => window.open() === 0);
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
