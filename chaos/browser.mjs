import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { findBrowser } from '../tools/setup.mjs';

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];
const root = fileURLToPath(new URL('..', import.meta.url));
const HTML =
  '<!doctype html><title>Chaos</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>';

let bundle;

/** The page's one script, made from the built package. */
async function pageScript() {
  bundle ??= build({
    ...{ root, configFile: false, logLevel: 'error' },
    build: {
      ...{ write: false, target: 'es2022', minify: false, modulePreload: false },
      rolldownOptions: { input: `${root}chaos/page/page.mjs`, output: { codeSplitting: false } },
    },
  });
  const { output } = await bundle;
  return output[0].code;
}

/** Answers what is not the API: the page, whatever its query, and its script. */
export async function servePage() {
  const script = await pageScript();
  return (request, response) => {
    const isScript = request.url === '/page.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
    response.end(isScript ? script : HTML);
  };
}

const isRoot = process.getuid?.() === 0;

/** A browser of its own for a run, and a context for its pages. */
export async function startBrowser() {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: FLAGS, chromiumSandbox: !isRoot });
  return { browser, context: await browser.newContext() };
}

/** One whose tabs are hidden behind one another and can be frozen; Playwright shows all of its pages at once. */
export async function startBrowserOfTabs() {
  const args = isRoot ? [...FLAGS, '--no-sandbox'] : FLAGS;
  const browser = await puppeteer.launch({ executablePath: findBrowser(), args });
  return { browser, context: browser.defaultBrowserContext() };
}

/** What pages did that no page should: said in the console, thrown, rejected. */
export class Witness {
  problems = [];
  console = [];
  #ignored;

  /** `ignored` are console messages that the browser itself prints for every failed request. */
  constructor(ignored = /^Failed to load resource/) {
    this.#ignored = ignored;
  }

  watch(page) {
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('console', (message) => {
      this.console.push(message.text());
      if (message.type() === 'error' && !this.#ignored.test(message.text())) this.problems.push(message.text());
    });
  }
}

/** Opens the page at a port and connects it. */
export async function openPage(context, { port, name = 'page', witness, ...options }) {
  const page = await context.newPage();
  witness.watch(page);
  await page.goto(`http://127.0.0.1:${port}/?${name}`);
  await page.evaluate((given) => window.chaos.begin(given), options);
  return page;
}
