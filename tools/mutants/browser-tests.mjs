// Test files in Chromium, as `npm run test:browser` serves them, with one server and one browser for all mutations.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { sendKeysPlugin, sendMousePlugin, setViewportPlugin } from '@web/test-runner-commands/plugins';
import puppeteer from 'puppeteer-core';
import { createServer as createVite } from 'vite';
import { mapServing } from '../../test/support/map-server.mjs';
import { accessibleNames } from '../accessible-names.mjs';
import { findBrowser } from '../browser.mjs';
import { forcedColours } from '../forced-colours.mjs';
import { mapForStories } from '../map-tiles.mjs';
import { answerSwitches, runTests } from './page.mjs';
import { switches } from './switched.mjs';

const RUNNER = '/__web-dev-server__web-socket.js';
const SOCKET = `export const sendMessage = () => undefined;
export const sendMessageWaitForResponse = (message) => window.commandOfTest(message);`;
const PAGE = '<!doctype html><html lang="en"><title>Tests</title><body></body></html>';
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
/** A mutation may fill the memory of its page, not that of the machine. */
const MEMORY = '--js-flags=--max-old-space-size=768';

/** The module by which Web Test Runner's commands speak to their server leads to `BrowserRunner`. */
const commandsOfTests = {
  name: 'commands-of-tests',
  enforce: 'pre',
  resolveId: (id) => (id === RUNNER ? id : undefined),
  load: (id) => (id === RUNNER ? SOCKET : undefined),
};
const commandsStayOutside = {
  name: 'commands-stay-outside',
  resolveId: (id) => (id === RUNNER ? { id, external: true } : undefined),
};

async function serve(mutations) {
  const vite = await createVite({
    appType: 'custom',
    clearScreen: false,
    logLevel: 'error',
    cacheDir: 'node_modules/.cache/vite-mutants',
    plugins: [commandsOfTests, switches(mutations), mapForStories()],
    optimizeDeps: {
      entries: ['src/**/*.ts', 'test/**/*.ts', 'stories/**/*.ts'],
      rolldownOptions: { plugins: [commandsStayOutside] },
    },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  const map = mapServing();
  const server = createServer((req, res) => {
    const { pathname: path, search } = new URL(req.url, 'http://localhost');
    if (path === '/') return res.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE);
    return map({ path, search, req, res }, () => vite.middlewares(req, res, () => res.writeHead(404).end()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
    return vite.close();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}

/** Runs test files with one mutation on, or with none. Every runner has a browser context of its own. */
class BrowserRunner {
  #context;
  #origin;
  #commands = [sendKeysPlugin(), sendMousePlugin(), setViewportPlugin(), forcedColours(), accessibleNames()];

  constructor(context, origin) {
    this.#context = context;
    this.#origin = origin;
  }

  /** The results, or `{ isHanging }` when the page did not come to an end in time. */
  async run(job, { active, limitMs }) {
    const page = await this.#context.newPage();
    try {
      const session = await page.createCDPSession();
      await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      await session.send('Storage.clearDataForOrigin', { origin: this.#origin, storageTypes: 'all' });
      await page.exposeFunction('commandOfTest', (message) => this.#execute(page, message));
      await page.evaluateOnNewDocument(answerSwitches, active);
      await page.goto(`${this.#origin}/?wtr-session-id=mutants&wtr-test-file=mutants`);
      return await within(page.evaluate(runTests, job), limitMs);
    } catch (error) {
      // a page that crashed, navigated away, or could not load what it tests
      return { error: String(error.message ?? error) };
    } finally {
      await within(
        page.close().catch(() => undefined),
        5000,
      );
    }
  }

  async #execute(page, { command, payload }) {
    const session = { id: 'mutants', browser: { type: 'puppeteer', getPage: () => page } };
    for (const plugin of this.#commands) {
      const result = await plugin.executeCommand({ command, payload, session });
      if (result) return { executed: true, result };
    }
    return { executed: false };
  }
}

async function within(promise, ms) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(() => resolve({ isHanging: true }), ms)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** So many runners, and `close` for all they stand on. */
export async function startBrowser(mutations, count) {
  const { origin, close } = await serve(mutations);
  const browser = await puppeteer.launch({
    executablePath: findBrowser(),
    args: [...ARGUMENTS, MEMORY],
    protocolTimeout: 0,
  });
  const runners = [];
  while (runners.length < count) runners.push(new BrowserRunner(await browser.createBrowserContext(), origin));
  return {
    runners,
    async close() {
      await browser.close();
      await close();
    },
  };
}
