/**
 * Headless Chromium with the page to measure in. The page is served from memory under an origin of its own that is
 * isolated, because isolated pages get a clock of 5 µs instead of 100.
 */
import { chromium } from 'playwright-core';
import { findBrowser } from '../tools/setup.mjs';

const ORIGIN = 'http://localhost';
const HEADERS = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">
<style>body { margin: 0; font: 14px/20px sans-serif }</style></head><body><script type="module" src="/bench.js"></script></body></html>`;

/**
 * Opens a browser. `visit(use)` hands over a new page; `measure(name, options)` calls a function of one; `fresh(use)` hands
 * over an empty one.
 */
export async function openBrowser(code) {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--js-flags=--expose-gc --single-threaded-gc',
      '--disable-background-networking',
      '--disable-quic',
      '--enable-precise-memory-info',
    ],
  });
  const fresh = async (use) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    try {
      return await use(await context.newPage());
    } finally {
      await context.close();
    }
  };
  const visit = (use) =>
    fresh(async (page) => {
      await page.route(`${ORIGIN}/**`, (route) =>
        route.fulfill({
          headers: HEADERS,
          ...(route.request().url().endsWith('.js')
            ? { body: code, contentType: 'text/javascript' }
            : { body: PAGE, contentType: 'text/html' }),
        }),
      );
      const errors = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(`${ORIGIN}/`);
      const figures = await use(page);
      if (errors.length > 0) throw new Error(`The page complained while it measured: ${errors.join('\n')}`);
      return figures;
    });
  const measure = (name, options) =>
    visit((page) => page.evaluate(([name, options]) => globalThis.bench[name](options), [name, options]));
  return { visit, fresh, measure, version: browser.version(), close: () => browser.close() };
}
