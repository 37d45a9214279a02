// The README's page without a bundler, word for word, from a server that knows nothing of it, under a strict policy.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { createSimulator } from 'my-sessions/gateways/simulator';
import { createGatewayServer, createMemoryLog, toNodeListener } from 'my-sessions/server';
import { chromium } from 'playwright-core';
import { filesUnder, root } from '../../tools/files.mjs';
import { findBrowser } from '../../tools/setup.mjs';
import { openPage } from '../support/host-pages.mjs';
import { serveStatic } from '../support/static-server.mjs';

const CDN = join(root, 'dist/cdn');
const HEIGHT = 700;
/** Until the first picture, all of them small but the first. */
const MOST_SCRIPTS = 48;
const sourcePolicy = (script) =>
  [
    "default-src 'none'",
    `script-src ${script}`,
    "style-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html dompurify ProseMirrorClipboard',
  ].join('; ');

const [section] = readFileSync(join(root, 'README.md'), 'utf8').split('## Embed it\n')[1].split(/^##/m);
/** The block of code that begins with a comment that says this. */
const block = (comment) => section.match(new RegExp(`^\`\`\`\\w+\\n(?=[^\\n]*${comment})([^]*?)^\`\`\`$`, 'm'))[1];
const page = {
  'index.html': block('index\\.html').replace(/^<!-- index.html -->\n/, ''),
  'page.css': block('page\\.css'),
};
const withSimulator = { ...page, 'connect.js': block('connect\\.js: a contact centre') };
const withBackend = { ...page, 'connect.js': block('connect\\.js: your backend') };
const integrity = JSON.parse(readFileSync(join(CDN, 'integrity.json'), 'utf8'));

describe('a page without a bundler', { timeout: 180_000 }, () => {
  let browser;
  let server;
  before(async () => (browser = await chromium.launch({ executablePath: findBrowser(), args: ['--disable-gpu'] })));
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.close();
  });
  after(() => browser.close());

  /** What the README says, in a folder of a server. */
  async function open(files, { folder = '/', script = "'self'", routes, isClockSet, ...options } = {}) {
    server = await serveStatic({
      files: Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}${name}`, text])),
      folders: { [`${folder}my-sessions/`]: CDN },
      headers: { 'content-security-policy': sourcePolicy(script) },
      ...options,
    });
    const host = { address: server.address, browser };
    const viewport = { width: 1200, height: HEIGHT };
    return openPage(host, folder.slice(1), { routes, isClockSet, bypassCSP: false, viewport });
  }

  const ready = ({ page }) => page.locator('my-sessions agent-presence select').waitFor();

  for (const folder of ['/', '/intranet/agents/']) {
    it(`shows the simulator in ${folder}, at the height that the page gives it, and all that comes later`, async () => {
      const opened = await open(withSimulator, { folder });
      await ready(opened);
      assert.equal((await opened.page.locator('my-sessions').boundingBox()).height, HEIGHT);
      await opened.page.evaluate(() => document.querySelector('session-provider').gateway.offer('im'));
      await opened.page
        .locator('task-offers')
        .getByRole('button', { name: /accept/i })
        .first()
        .click();
      await opened.page.locator('session-pane:visible').getByText('Session details').first().waitFor();
      assert.deepEqual(opened.complaints, []);
      assert.deepEqual(
        server.asked.filter((path) => !path.startsWith(folder)),
        [],
      );
    });

    it(`shows a backend in ${folder}`, async () => {
      const centre = createGatewayServer({
        base: '/api/my-sessions',
        log: createMemoryLog(),
        authenticate: () => ({ agentId: 'maren' }),
        gatewayOf: () => createSimulator({ seed: 3, scenario: 'at-work' }),
      });
      const opened = await open(withBackend, { folder, listener: toNodeListener(centre.handle) });
      await opened.page.locator('my-sessions sessions-list .card').first().waitFor();
      assert.deepEqual(opened.complaints, []);
      assert.deepEqual(
        server.asked.filter((path) => !path.startsWith(folder) && !path.startsWith('/api/my-sessions')),
        [],
      );
      await centre.close();
    });
  }

  it('is quiet in a frame of another origin, where nothing can be kept, and its questions can be answered', async () => {
    const frame =
      '<!doctype html><title>CRM</title><iframe width="1000" height="600" sandbox="allow-scripts" src="work.html"></iframe>';
    const files = { ...withSimulator, 'index.html': frame, 'work.html': withSimulator['index.html'] };
    const { page, complaints } = await open(files, { headers: { 'access-control-allow-origin': '*' } });
    const framed = page.frameLocator('iframe');
    for (const opens of ['session-shortcuts', 'notification-settings']) {
      await framed.locator(opens).getByRole('button').first().click();
      await framed.locator(`${opens} dialog[open]:has(h2:focus) .primary`).click();
    }
    const shown = framed.locator('session-pane:visible');
    await shown.locator('session-leave').getByRole('button').first().click();
    await shown.locator('session-leave dialog[open]').getByRole('button', { name: 'Cancel' }).click();
    await shown.getByRole('button', { name: 'Transfer' }).first().click();
    await shown.locator('transfer-dialog').getByRole('combobox').fill('nobody at all');
    await shown.locator('transfer-dialog').getByRole('combobox').press('Enter');
    await shown.locator('transfer-dialog [aria-invalid="true"]').waitFor();
    // Of the pages that the simulator's services frame none is there.
    assert.deepEqual(
      complaints.filter((text) => !text.includes('404')),
      [],
    );
  });

  it('goes on when a part of the gateway could not be loaded at first, and says so meanwhile', async () => {
    const centre = createGatewayServer({
      base: '/api/my-sessions',
      log: createMemoryLog(),
      authenticate: () => ({ agentId: 'maren' }),
      gatewayOf: () => createSimulator({ seed: 3, scenario: 'at-work' }),
    });
    server = await serveStatic({
      files: Object.fromEntries(Object.entries(withBackend).map(([name, text]) => [`/${name}`, text])),
      folders: { '/my-sessions/': CDN },
      listener: toNodeListener(centre.handle),
    });
    const page = await (await browser.newContext()).newPage();
    let failures = 0;
    const meanwhile = page
      .locator('connection-status')
      .getByText(/connecting/i)
      .first()
      .waitFor();
    await page.route('**/http-connection-*.js', (route) => {
      failures += 1;
      return failures > 2 ? route.continue() : route.abort();
    });
    await page.goto(server.address);
    await meanwhile;
    await page.locator('my-sessions sessions-list .card').first().waitFor();
    assert.equal(failures, 3);
    await centre.close();
  });

  for (const [what, files, reason] of [
    ['a simulator', withSimulator, 'has no gateway yet.'],
    ['a backend', withBackend, 'could not open its gateway.'],
  ])
    it(`says why nothing is shown of ${what} where what every gateway needs cannot be loaded`, async () => {
      const opened = await open(files, { routes: { '**/rules-*.js': (route) => route.abort() } });
      await opened.page.locator('my-sessions').getByText(reason).waitFor();
      await until(() => opened.warnings.some((text) => text.includes('The <session-provider> around <my-sessions>')));
    });

  for (const part of ['soon', 'selecting'])
    it(`shows the sessions where “${part}” cannot be loaded, and the rest when the agent asks for it`, async () => {
      let isGone = true;
      const routes = { [`**/${part}-*.js`]: (route) => (isGone ? route.abort() : route.continue()) };
      const opened = await open(withSimulator, { routes });
      const again = opened.page.locator('my-sessions .header').getByRole('button', { name: 'Try again' });
      await again.waitFor();
      await opened.page.locator('my-sessions sessions-list .card').first().click();
      isGone = false;
      await again.click();
      await ready(opened);
      await opened.page.locator('my-sessions session-pane:visible').first().waitFor();
    });

  it('comes to itself when the server begins anew while the page is loaded', async () => {
    let isDown = false;
    let outages = 0;
    const answer = (route) => {
      if (outages === 0 && route.request().url().includes('/soon-')) {
        outages += 1;
        isDown = true;
        setTimeout(() => (isDown = false), 1500);
      }
      return isDown ? route.abort() : route.continue();
    };
    const opened = await open(withSimulator, { routes: { '**/soon-*.js': answer, '**/why-not-*.js': answer } });
    const header = opened.page.locator('my-sessions .header');
    await header.getByText('Tasks').first().waitFor();
    const again = header.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await until(() => !isDown);
    await again.click();
    await ready(opened);
    assert.equal(outages, 1);
  });

  const PARTS = ['agent-presence', 'connection-status', 'session-shortcuts', 'notification-settings'];
  const NAMES = 'Presence, connection, shortcuts, notifications:';

  it('names the parts of its head that could not be loaded, and loads them when the agent asks for it', async () => {
    let isGone = true;
    const routes = { '**/later-parts-*.js': (route) => (isGone ? route.abort() : route.continue()) };
    const opened = await open(withSimulator, { routes });
    const header = opened.page.locator('my-sessions .header');
    const again = header.getByRole('button', { name: 'Try again' });
    const told = () => opened.complaints.filter((text) => PARTS.every((part) => text.includes(`<${part}>`)));
    await header.getByText(`${NAMES} This could not be shown.`).waitFor();
    await until(() => told().length > 0);
    assert.equal(told().length, 1);
    await again.click();
    await until(() => told().length === 2);
    isGone = false;
    await again.click();
    for (const part of PARTS) await header.locator(`${part}:defined`).waitFor({ state: 'attached' });
    await again.waitFor({ state: 'detached' });
  });

  it('names the parts of its head that do not come, and shows them when they do', async () => {
    let letThrough;
    const hang = (route) => void (letThrough = () => route.continue());
    const opened = await open(withSimulator, { routes: { '**/later-parts-*.js': hang }, isClockSet: true });
    const header = opened.page.locator('my-sessions .header');
    await header.getByText('Tasks').first().waitFor();
    await opened.page.clock.fastForward(10_000);
    await header.getByText(`${NAMES} Still loading. If this lasts, load the page again.`).waitFor();
    await letThrough();
    await ready(opened);
    await header.getByText(NAMES).waitFor({ state: 'detached' });
    assert.deepEqual(opened.complaints, []);
  });

  it('says that the network is gone, though nothing can be loaded any more', async () => {
    const opened = await open(withBackend, { listener: () => undefined });
    const header = opened.page.locator('my-sessions .header');
    await header.getByText('Connecting').first().waitFor();
    // Loaded before there is anything to say: what comes first is said after some seconds.
    const isLoaded = () => performance.getEntriesByType('resource').some(({ name }) => name.includes('/notice-line-'));
    await opened.page.waitForFunction(isLoaded, undefined, { timeout: 5000 });
    await opened.page.context().setOffline(true);
    await header.getByText('This device has no network.').first().waitFor();
  });

  it('moves nothing while it waits for a gateway', async () => {
    const opened = await open(withBackend, { listener: () => undefined });
    await opened.page.locator('connection-status').getByText('Connecting').first().waitFor();
    const moved = await opened.page.evaluate(
      () =>
        new Promise((resolve) => {
          const observer = new PerformanceObserver((list) => resolve(list.getEntries().map(({ value }) => value)));
          observer.observe({ type: 'layout-shift', buffered: true });
          // Two frames later what there was to tell has been told.
          window.requestAnimationFrame(() => window.requestAnimationFrame(() => resolve([])));
        }),
    );
    assert.deepEqual(moved, []);
  });

  /** A workspace whose session details do not come before a test says so; what moves in the place of the widgets since. */
  async function withoutDetails() {
    let come;
    const isThere = new Promise((resolve) => (come = resolve));
    const details = (route) => isThere.then(() => route.continue());
    const opened = await open(withSimulator, { routes: { '**/session-details-*.js': details } });
    await opened.page.locator('session-pane codes-tags:defined').waitFor({ state: 'attached' });
    return { ...opened, come, codes: opened.page.locator('session-pane codes-tags') };
  }

  it('moves no widget of a session while another one comes before it', async () => {
    const { page, come, codes } = await withoutDetails();
    // However long it takes, nothing is shown for having waited.
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Animation.enable');
    await devtools.send('Animation.setPlaybackRate', { playbackRate: 0 });
    await page.evaluate(() => {
      const panel = (root) =>
        root.querySelector('.widgets') ?? [...root.querySelectorAll('*')].map(inside).find(Boolean);
      const inside = ({ shadowRoot }) => shadowRoot && panel(shadowRoot);
      const { left, top } = panel(document).getBoundingClientRect();
      window.moved = [];
      new PerformanceObserver((list) =>
        window.moved.push(
          ...list
            .getEntries()
            .flatMap(({ sources }) => sources)
            .filter(({ previousRect: { x, y } }) => x >= left && y >= top)
            .map(({ previousRect, currentRect }) => `${previousRect.y} → ${currentRect.y}`),
        ),
      ).observe({ type: 'layout-shift' });
    });
    come();
    await codes.waitFor();
    await page.evaluate(
      () => new Promise((resolve) => window.requestAnimationFrame(() => window.requestAnimationFrame(resolve))),
    );
    assert.deepEqual(await page.evaluate(() => window.moved), []);
  });

  it('shows the widgets of a session when one before them does not come', async () => {
    const { codes, come } = await withoutDetails();
    await codes.waitFor();
    come();
  });

  it('says what it cannot load of what a page has written elsewhere', async () => {
    const opened = await open(withSimulator, { routes: { '**/tell-taken-*.js': (route) => route.abort() } });
    await until(() => opened.complaints.some((text) => text.includes('elsewhere in the page')));
    await ready(opened);
  });

  it('asks for few files until the workspace is there, and for none twice', async () => {
    const opened = await open(withSimulator);
    await ready(opened);
    const scripts = server.asked.filter((path) => path.startsWith('/my-sessions/'));
    assert.ok(scripts.length <= MOST_SCRIPTS, `${scripts.length}: ${scripts.join(' ')}`);
    assert.equal(new Set(scripts).size, scripts.length);
  });

  it('is loaded when its files are what integrity.json says, and not when one is another', async () => {
    const map = JSON.stringify({
      integrity: Object.fromEntries(Object.entries(integrity).map(([name, value]) => [`./my-sessions/${name}`, value])),
    });
    const script = `'self' 'sha256-${createHash('sha256').update(map).digest('base64')}'`;
    const files = {
      ...withSimulator,
      'index.html': page['index.html']
        .replace('<script', `<script type="importmap">${map}</script>\n<script`)
        .replace(
          'src="my-sessions/my-sessions.js"',
          `$& integrity="${integrity['my-sessions.js']}" crossorigin="anonymous"`,
        ),
    };
    const good = await open(files, { script });
    await ready(good);
    assert.deepEqual(good.complaints, []);
    await server.close();

    const other = { 'my-sessions/simulator.js': `${readFileSync(join(CDN, 'simulator.js'), 'utf8')}\n// another` };
    const bad = await open({ ...files, ...other }, { script });
    await bad.page.waitForFunction(() => customElements.get('my-sessions'));
    await until(() => bad.complaints.some((text) => text.includes('simulator.js')));
    assert.equal(await bad.page.evaluate(() => document.querySelector('session-provider').gateway), undefined);
  });

  it('has the tags of the page’s choice where the script says so', async () => {
    const files = {
      ...withSimulator,
      'index.html': page['index.html']
        .replace('my-sessions.js"', '$& data-prefix="acme-"')
        .replaceAll(/(?<=<\/?)(session-provider|my-sessions)(?=>)/g, 'acme-$1'),
      'connect.js': withSimulator['connect.js'].replace("'session-provider'", "'acme-session-provider'"),
    };
    const opened = await open(files);
    await opened.page.locator('acme-my-sessions acme-agent-presence select').waitFor();
    const tags = ['my-sessions', 'session-provider', 'acme-my-sessions'];
    const defined = await opened.page.evaluate((all) => all.filter((tag) => customElements.get(tag)), tags);
    assert.deepEqual(defined, ['acme-my-sessions']);
    assert.deepEqual(opened.complaints, []);
  });
});

describe('dist/cdn', () => {
  const files = filesUnder('dist/cdn', /\.js$/).map((path) => path.slice('dist/cdn/'.length));
  /** What the bundler adds has no sources, and a chunk whose module went into the first load nothing at all. */
  const isOurs = (name) => !name.startsWith('rolldown-runtime');

  it('says of each of its files what it is', () => {
    const actual = files.map((name) => [
      name,
      `sha384-${createHash('sha384')
        .update(readFileSync(join(CDN, name)))
        .digest('base64')}`,
    ]);
    assert.deepEqual(integrity, Object.fromEntries(actual));
  });

  const codeOf = (name) => readFileSync(join(CDN, name), 'utf8');
  /** What a module brings along, and what it loads later. */
  const atOnce = (code) => [...code.matchAll(/\b(?:from|import)\s*(["'`])([\w@./~-]+)\1/g)].map(([, , path]) => path);
  const later = (code) => [...code.matchAll(/\bimport\(\s*(["'`])([\w@./~-]+)\1/g)].map(([, , path]) => path);

  it('has the whole first load in one module', () => {
    assert.deepEqual(atOnce(codeOf('my-sessions.js')), []);
    assert.deepEqual(
      ['core', 'http', 'replay', 'simulator'].filter(
        (name) => !atOnce(codeOf(`${name}.js`)).includes('./my-sessions.js'),
      ),
      [],
    );
  });

  it('names all files by relative addresses, which are there, and has a map of the sources of each', () => {
    for (const name of files) {
      const code = codeOf(name);
      const named = [...atOnce(code), ...later(code)];
      assert.deepEqual(
        named.filter((path) => !path.startsWith('./') || !files.includes(path.slice(2))),
        [],
        name,
      );
      if (code !== '' && isOurs(name))
        assert.match(code, new RegExp(`\n//# sourceMappingURL=${name.replaceAll('.', '\\.')}\\.map\\s*$`), name);
    }
    const { sources } = JSON.parse(codeOf('simulator.js.map'));
    assert.ok(
      sources.some((path) => path.endsWith('src/gateways/simulator/simulator.ts')),
      sources.join(),
    );
  });

  it('has the names that the README gives', async () => {
    const core = readFileSync(join(CDN, 'core.js'), 'utf8');
    for (const name of ['createSessionStore', 'combineSources', 'parseConfiguration', 'selectRoster'])
      assert.match(core, new RegExp(`\\b${name}\\b`));
    assert.match(readFileSync(join(CDN, 'replay.js'), 'utf8'), /as createReplay\b|createReplay[,}]/);
  });
});

/** Waits for what is told from outside of the page. */
async function until(condition) {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
