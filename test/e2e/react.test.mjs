// The components of `my-sessions/react` in pages of React 18 and 19, from the package as it is built.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tools/setup.mjs';
import { root } from '../../tools/files.mjs';

const versions = { 18: { react: 'react-18', 'react-dom': 'react-dom-18' }, 19: {} };
const entry = fileURLToPath(new URL('../support/react-page.mjs', import.meta.url));

async function bundleWith(alias) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'out',
    alias,
    write: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  return new Map(outputFiles.map(({ path, text }) => [path.split('/').at(-1), text]));
}

describe('components of React', { timeout: 180_000 }, () => {
  const files = new Map();
  let server;
  let browser;
  before(async () => {
    for (const [version, alias] of Object.entries(versions)) files.set(version, await bundleWith(alias));
    server = createServer(({ url }, response) => {
      const [, version, file] = url.split('/');
      const code = files.get(version)?.get(file);
      response.setHeader('content-type', code === undefined ? 'text/html' : 'text/javascript');
      response.end(code ?? '<!doctype html><html lang="en"><title>React</title><div id="root"></div>');
    });
    await new Promise((resolve) => server.listen(0, resolve));
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--disable-gpu'] });
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  for (const version of Object.keys(versions))
    it(`set properties, hear events and let go of them in React ${version}`, async () => {
      const page = await browser.newPage();
      const complaints = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(`http://localhost:${server.address().port}/${version}/`);
      await page.addScriptTag({ type: 'module', url: `/${version}/react-page.js` });
      const pill = page.locator('task-capacity [part~="pill"]').first();
      await pill.waitFor();
      assert.equal(await page.evaluate(() => window.reactVersion.split('.')[0]), version);
      assert.equal(await page.locator('task-capacity').getAttribute('class'), 'host');
      assert.equal(await page.evaluate(() => document.querySelector('task-capacity').userId), undefined);

      // An act inside asks first, and tells afterwards.
      await page.evaluate(() => window.offer());
      await page
        .getByRole('button', { name: /^Decline/ })
        .first()
        .click();
      await page.waitForFunction(() => window.heard.length === 2);
      const heard = await page.evaluate(() => window.heard);
      const offered = await page.evaluate(() => window.offered);
      assert.deepEqual(heard, [`session-decline ${offered}`, `session-declined ${offered}`]);

      // What is drawn without a property or a listener has neither.
      await page.evaluate(() => window.draw({ isListening: false, userId: 'u-dana' }));
      await page.waitForFunction(() => document.querySelector('task-capacity').userId === 'u-dana');
      await page.evaluate(() => window.draw({ isListening: false }));
      await page.waitForFunction(() => document.querySelector('task-capacity').userId === undefined);
      await page.evaluate(() => {
        const detail = { sessionId: 'nobody' };
        document.querySelector('session-provider').dispatchEvent(new CustomEvent('session-declined', { detail }));
      });
      assert.equal(await page.evaluate(() => window.heard.length), 2);
      assert.equal(await page.evaluate(() => window.provider.current.localName), 'session-provider');
      assert.deepEqual(complaints, []);
      await page.close();
    });
});
