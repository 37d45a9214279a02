// The host pages of demo/ as `npm start` serves them, in a real browser.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tools/setup.mjs';

const script = fileURLToPath(new URL('../../tools/start.mjs', import.meta.url));
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  // Of a mouse that is not real, a page hears nothing when it goes onto a frame of another process.
  '--disable-features=IsolateSandboxedIframes',
];

/** Starts `npm start` on a free port and a browser. Both end with `close`. */
export async function openHost(...args) {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((resolve, reject) => {
    let printed = '';
    child.once('exit', () => reject(new Error(`npm start ended:\n${printed}`)));
    child.stdout.setEncoding('utf8').on('data', (text) => {
      printed += text;
      const found = /^(http:\/\/localhost:\d+)$/m.exec(printed)?.[1];
      if (found) resolve(found);
    });
  });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: QUIET });
  return {
    address,
    browser,
    /** Closes every page. One that stays open goes on with its shift, at the cost of the next test. */
    async closePages() {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    async close() {
      await browser.close();
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/**
 * A page that remembers everything that browsers complain about, and what else it is warned of. `routes` answer in place of
 * the network; `isClockSet` lets a test move the page's clock.
 */
export async function openPage({ address, browser }, path, { routes = {}, isClockSet = false, ...options } = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = [];
  const warnings = [];
  for (const [urls, answer] of Object.entries(routes)) await page.route(urls, answer);
  if (isClockSet) await page.clock.install();
  await page.exposeFunction('complain', (text) => complaints.push(text));
  await page.addInitScript(() => {
    window.addEventListener('securitypolicyviolation', (event) => {
      window.complain(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  await page.goto(`${address}/${path}`);
  return { page, complaints, warnings };
}

/** What axe finds wrong on the whole page, shadow roots included. The context must be opened with `bypassCSP`. */
export async function violationsOn(page) {
  await page.addScriptTag({ path: axe });
  // It would wait for itself in framed pages, where it is not.
  const { violations } = await page.evaluate(() => window.axe.run(document, { iframes: false }));
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.flat().join(' ')} ${html.slice(0, 120)}`),
  );
}

/** Presses Tab until what is focused, however deep in shadow roots, matches `selector`; fails after `most` stops. */
export async function tabTo(page, selector, most = 60) {
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(isFocused, selector)) return;
  }
  throw new Error(`Tab does not reach ${selector}; focus is on ${await focusPath(page)}`);
}

const isFocused = (selector) => {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused?.matches(selector) ?? false;
};

/** The focused element and the shadow hosts around it, outermost first. */
export const focusPath = (page) =>
  page.evaluate(() => {
    const path = [];
    for (let focused = document.activeElement; focused; focused = focused.shadowRoot?.activeElement)
      path.push(focused.localName);
    return path.join(' > ');
  });
