// The client of Genesys Cloud as a page has it: a script that defines a global `require`. Real HTTP and a real socket.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { root } from '../../tools/files.mjs';
import { findBrowser } from '../../tools/setup.mjs';
import { GenesysPlatform } from '../../tools/platforms/genesys.mjs';

const client = join(
  dirname(createRequire(import.meta.url).resolve('purecloud-platform-client-v2')),
  '../web-cjs/purecloud-platform-client-v2.min.js',
);

/** What the host's page does. */
const host = `
  import { createGenesysGateway } from 'my-sessions/gateways/genesys';
  const platformClient = globalThis.require('platformClient');
  const { hostname, port } = new URL(globalThis.platformAt);
  const api = platformClient.ApiClient.instance;
  api.setGateway({ host: hostname, protocol: 'http', port, path_params_login: 'login', path_params_api: 'api' });
  api.setAccessToken('valid');
  const gateway = createGenesysGateway({ platformClient, defaultService: 'bills' });
  const heard = [];
  globalThis.ask = (type, sessionId, more = {}) =>
    gateway.execute({ type, sessionId, commandId: String(Math.random()), ...more });
  globalThis.heard = heard;
  gateway.connect({
    facts: (events) => heard.push(...events),
    pending() {},
    rejected: (reason) => heard.push({ type: 'rejected', reason }),
  });
`;

let platform;
let browser;
before(async () => {
  platform = await new GenesysPlatform().start();
  browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
});
after(async () => {
  await browser.close();
  await platform.stop();
});

/** A page of a host, with what the page complains of, and a wait for what it is told. */
async function open() {
  const page = await browser.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  const { outputFiles } = await build({
    stdin: { contents: host, resolveDir: root },
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'error',
  });
  await page.evaluate((at) => (globalThis.platformAt = at), platform.origin);
  await page.addScriptTag({ path: client });
  await page.addScriptTag({ content: outputFiles[0].text });
  const heard = (type, count = 1) =>
    page.waitForFunction(
      ([wanted, most]) => globalThis.heard.filter((fact) => fact.type === wanted).length >= most,
      [type, count],
    );
  const ask = (...given) => page.evaluate((wish) => globalThis.ask(...wish), given);
  await heard('workspace.reset');
  return { page, complaints, heard, ask };
}

test('a call and a chat in Chromium, over a lost connection', { timeout: 120_000 }, async () => {
  const { page, complaints, heard, ask } = await open();

  const chat = platform.offer('messages');
  await heard('session.offered');
  const sessionId = await page.evaluate(
    () => globalThis.heard.findLast(({ type }) => type === 'session.offered').sessionId,
  );
  assert.deepEqual(await ask('session.accept', sessionId), { ok: true });
  await heard('session.connected');
  platform.write(chat, 'Is anybody there?');
  await heard('transcript.appended');
  assert.deepEqual(await ask('message.send', sessionId, { segmentId: 'mine', text: 'Yes.' }), { ok: true });
  await heard('transcript.appended', 2);
  assert.deepEqual(await ask('session.park', sessionId), { ok: true });
  await heard('session.parked');

  platform.unheard(() => platform.customerLeaves(chat));
  platform.drop();
  await heard('session.ended');
  assert.deepEqual(await ask('after-call-work.finish', sessionId), { ok: true });
  await heard('after-call-work.finished');

  const call = platform.offer('calls');
  await heard('session.offered', 2);
  platform.miss(call);
  await heard('session.missed');
  platform.refuseNext(429, 'Rate limit exceeded', { 'retry-after': '1' });
  const begun = Date.now();
  assert.deepEqual(await ask('presence.change', '', { presence: 'available' }), { ok: true });
  assert.ok(Date.now() - begun >= 990, 'the page sees how long it is to wait');
  const rejected = await page.evaluate(() => globalThis.heard.filter(({ type }) => type === 'rejected'));
  assert.deepEqual([complaints, rejected], [[], []]);
  await page.close();
});

test('three tabs are told the same over a channel each, and accept once', { timeout: 120_000 }, async () => {
  const tabs = await Promise.all([open(), open(), open()]);
  const sockets = () => platform.channels.filter(({ socket }) => socket?.readyState === 1).length;
  assert.equal(sockets(), 3);
  platform.offer('messages');
  await Promise.all(tabs.map(({ heard }) => heard('session.offered')));
  const [first, second] = tabs;
  const sessionId = await first.page.evaluate(
    () => globalThis.heard.findLast(({ type }) => type === 'session.offered').sessionId,
  );
  const replies = await Promise.all([first, second].map(({ ask }) => ask('session.accept', sessionId)));
  assert.ok(replies.some(({ ok }) => ok));
  await Promise.all(tabs.map(({ heard }) => heard('session.connected')));
  await first.page.close();
  await second.page.close();
  const third = tabs[2];
  assert.deepEqual(await third.ask('session.end', sessionId), { ok: true });
  await third.heard('session.ended');
  const counts = await third.page.evaluate(() =>
    ['session.connected', 'rejected'].map((wanted) => globalThis.heard.filter(({ type }) => type === wanted).length),
  );
  assert.deepEqual(counts, [1, 0]);
  assert.deepEqual(
    tabs.flatMap(({ complaints }) => complaints),
    [],
  );
});
