// The SDK of TaskRouter in Chromium, bundled as hosts do, against a platform of this machine: real HTTP and a real socket.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { root } from '../../tools/files.mjs';
import { TwilioPlatform } from '../../tools/platforms/twilio.mjs';
import { findBrowser } from '../../tools/setup.mjs';
import { serveStatic } from '../support/static-server.mjs';

/** What the page of a host does, and what drives it. `platform` does something at the platform of this number. */
const host = `
  import { createTwilioGateway } from 'my-sessions/gateways/twilio';
  import { gatewayContract } from 'my-sessions/gateways/contract';
  import { builtInConfiguration } from './dist/gateways/in-memory/built-in-configuration.js';
  import { Worker } from 'twilio-taskrouter';

  const { platform } = globalThis;
  const CHANNELS = { im: 'chat', 'audio-video': 'voice' };

  async function openDesk() {
    const { number, ...addresses } = await platform('open');
    const worker = new Worker('token', addresses);
    await new Promise((resolve) => worker.once('ready', resolve));
    const inner = createTwilioGateway({
      worker,
      configuration: { ...builtInConfiguration, sessionPolicy: 'multi-active' },
      services: { default: 'orders' },
    });
    const asked = new Set();
    const execute = (command) => {
      const reply = inner.execute(command);
      asked.add(reply);
      reply.finally(() => asked.delete(reply));
      return reply;
    };
    let marks = 0;
    async function round() {
      const mark = (marks += 1);
      const heard = new Promise((resolve) => {
        worker.on('attributesUpdated', function listener({ attributes }) {
          if (attributes.mark !== mark) return;
          worker.removeListener('attributesUpdated', listener);
          resolve();
        });
      });
      await platform('mark', number, { mark });
      await heard;
    }
    return {
      number,
      worker,
      gateway: { ...inner, execute },
      async settle() {
        do {
          await Promise.all(asked);
          await round();
        } while (asked.size > 0 || (await platform('pending', number)) > 0);
      },
      async dispose() {
        worker.disconnect();
        await platform('close', number);
      },
    };
  }

  const harness = {
    without: ['session.park'],
    async make() {
      const desk = await openDesk();
      return { ...desk, offer: (modality) => platform('offer', desk.number, CHANNELS[modality]) };
    },
  };
  globalThis.cases = gatewayContract.map(({ name }) => name);
  globalThis.runCase = (name) => gatewayContract.find((one) => one.name === name).run(harness);
  globalThis.begin = async () => {
    const desk = await openDesk();
    const heard = [];
    desk.gateway.connect({
      facts: (events) => heard.push(...events),
      pending() {},
      rejected: (reason) => heard.push({ type: 'rejected', reason }),
    });
    let count = 0;
    Object.assign(globalThis, {
      heard,
      settle: desk.settle,
      close: desk.dispose,
      ask: (type, sessionId) => desk.gateway.execute({ type, sessionId, commandId: String((count += 1)) }),
    });
    return desk.number;
  };
`;

const platforms = [];
const acts = {
  async open() {
    const platform = new TwilioPlatform();
    return { ...(await platform.open()), number: platforms.push(platform) - 1 };
  },
  mark: (number, said) => platforms[number].mark(said),
  pending: (number) => platforms[number].pending,
  offer: (number, channel) => platforms[number].offer(channel),
  close: (number) => platforms[number].close(),
};

const { outputFiles } = await build({
  stdin: { contents: host, resolveDir: root },
  bundle: true,
  format: 'esm',
  write: false,
  logLevel: 'error',
});

describe('Twilio in Chromium', { timeout: 120_000 }, () => {
  let browser;
  let server;
  let page;
  const complaints = [];
  before(async () => {
    // A page of no address may not reach this machine.
    server = await serveStatic({ files: { '/index.html': '<!doctype html>' }, folders: {} });
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
    page = await browser.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.exposeFunction('platform', (act, ...given) => acts[act](...given));
    await page.goto(server.address);
    await page.addScriptTag({ content: outputFiles[0].text, type: 'module' });
    await page.waitForFunction(() => globalThis.begin !== undefined);
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  it('fulfils the contract of gateways, with the SDK of the vendor', async () => {
    const cases = await page.evaluate(() => globalThis.cases);
    assert.ok(cases.length > 20);
    for (const name of cases) {
      const { without } = await page.evaluate((one) => globalThis.runCase(one), name);
      assert.equal(without, name.startsWith('parking') ? 'session.park' : undefined, name);
    }
  });

  it('tells the life of a task, over a lost connection, without a complaint of the page', async () => {
    const platform = platforms[await page.evaluate(() => globalThis.begin())];
    const ask = (...given) => page.evaluate((wish) => globalThis.ask(...wish), given);
    const heard = (type) =>
      page.waitForFunction((wanted) => globalThis.heard.some((fact) => fact.type === wanted), type);
    const sid = platform.offer('chat', { name: 'Noor Haddad' });
    await heard('session.offered');
    assert.deepEqual(await ask('session.accept', sid), { ok: true });
    await heard('session.connected');
    assert.equal((await ask('session.park', sid)).failure, 'not-allowed');
    platform.cut();
    platform.move(sid, 'wrapping', { isTold: false });
    await heard('session.ended');
    assert.deepEqual(await ask('after-call-work.finish', sid), { ok: true });
    await heard('after-call-work.finished');
    const statuses = await page.evaluate(() =>
      globalThis.heard.flatMap(({ type, status }) => (type === 'connection.changed' ? status : [])),
    );
    assert.deepEqual(statuses, ['live', 'reconnecting', 'live']);
    await page.evaluate(() => globalThis.close());
    const rejected = await page.evaluate(() => globalThis.heard.filter(({ type }) => type === 'rejected'));
    assert.deepEqual([complaints, rejected], [[], []]);
  });
});
