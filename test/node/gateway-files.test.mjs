// Files go through the server to a gateway as they come, and end where the channel's limit is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { answerFile, createGatewayServer, createMemoryLog, toNodeListener } from 'my-sessions/server';
import { root } from '../../tools/files.mjs';
import { aSession, asAgent, listen, within } from '../support/session-server.mjs';

const CHANNEL = { files: { types: ['image/png'], maxBytes: 100_000 } };

/** A gateway with one session, whose `upload` is the test's, behind the server. */
async function startWith(context, upload) {
  const session = aSession('s1', { messaging: CHANNEL });
  const gateway = {
    connect(receiver) {
      const at = 1_750_000_000_000;
      receiver.facts(
        [
          { type: 'workspace.reset', agentId: 'maren', at },
          { type: 'session.snapshot', session, at },
        ],
        'replay',
      );
      return () => undefined;
    },
    execute: () => Promise.resolve({ ok: true }),
    upload,
  };
  const server = createGatewayServer({
    gatewayOf: () => gateway,
    authenticate: () => ({ agentId: 'maren' }),
    log: createMemoryLog(),
  });
  context.after(() => server.close());
  return listen(context, toNodeListener(server.handle));
}

const HEADERS = {
  ...asAgent('maren'),
  'content-type': 'application/octet-stream',
  'content-disposition': "attachment; filename*=UTF-8''photo.png",
  'x-media-type': 'image/png',
};

/** A request whose body the test writes; `answer` is its status, or why there is none. */
function beginSending(url, headers) {
  const sending = request(`${url}/files?session=s1`, { method: 'POST', headers: { ...HEADERS, ...headers } });
  const answer = new Promise((resolve) => {
    sending.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sending.on('error', (error) => resolve(error.code));
  });
  return { sending, answer };
}

test('a gateway has the first bytes of a file while the last are yet to come', async (context) => {
  let heard;
  const first = new Promise((resolve) => (heard = resolve));
  const url = await startWith(context, async (_, { size, stream }) => {
    const reader = stream().getReader();
    let read = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      read += part.value.byteLength;
      heard(read);
    }
    return { ok: true, attachmentId: `${read} of ${size}` };
  });
  const { sending, answer } = beginSending(url, { 'content-length': 3000 });
  sending.write(Buffer.alloc(1000));
  assert.equal(await within(first, 'the first bytes'), 1000);
  sending.end(Buffer.alloc(2000));
  assert.equal(await within(answer, 'an answer'), 200);
});

test('a file that is said to be too large is refused before a byte of it, and before the gateway hears of it', async (context) => {
  const url = await startWith(context, () => assert.fail('asked'));
  const { sending, answer } = beginSending(url, { 'content-length': 100_001 });
  sending.flushHeaders();
  assert.equal(await within(answer, 'a refusal'), 413);
  sending.destroy();
});

test('a file whose length nobody has said ends at the limit of the channel', async (context) => {
  const sizes = [];
  const url = await startWith(context, async (_, { size, arrayBuffer }) => {
    sizes.push(size, (await arrayBuffer()).byteLength);
    return { ok: true, attachmentId: 'a1' };
  });
  const endless = beginSending(url, { 'transfer-encoding': 'chunked' });
  endless.sending.write(Buffer.alloc(100_001));
  assert.equal(await within(endless.answer, 'a refusal while the rest is yet to come'), 413);
  endless.sending.destroy();
  const fits = beginSending(url, { 'transfer-encoding': 'chunked' });
  fits.sending.end(Buffer.alloc(100_000));
  assert.equal(await within(fits.answer, 'an answer'), 200);
  assert.deepEqual(sizes, [100_000, 100_000]);
});

test('a file that breaks off is none, whatever the gateway has read', async (context) => {
  let heard;
  const failed = new Promise((resolve) => (heard = resolve));
  const url = await startWith(context, async (_, { stream }) => {
    const reader = stream().getReader();
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read());
      heard('whole');
    } catch {
      heard('broken off');
    }
    return { ok: true, attachmentId: 'a1' };
  });
  const { sending } = beginSending(url, { 'content-length': 3000 });
  sending.write(Buffer.alloc(1000), () => sending.destroy());
  assert.equal(await within(failed, 'the end of the file'), 'broken off');
});

test('a gateway that reads nothing of a file takes it all the same, once it has come', async (context) => {
  const url = await startWith(context, () => Promise.resolve({ ok: true, attachmentId: 'a1' }));
  const { sending, answer } = beginSending(url, { 'content-length': 3000 });
  sending.end(Buffer.alloc(3000));
  assert.equal(await within(answer, 'an answer'), 200);
});

test('why a gateway has not taken a file is told by the status of the contract', async (context) => {
  const statuses = {
    'too-large': 413,
    'not-taken': 415,
    'unknown-session': 404,
    unreachable: 503,
    cancelled: 503,
    failed: 409,
  };
  let failure;
  const url = await startWith(context, () => Promise.resolve({ ok: false, failure }));
  const told = {};
  for (failure of Object.keys(statuses)) {
    const { sending, answer } = beginSending(url, { 'content-length': 3000 });
    sending.end(Buffer.alloc(3000));
    told[failure] = await within(answer, 'an answer');
  }
  assert.deepEqual(told, statuses);
});

test('what a stranger sent is served so that it can do nothing', async () => {
  const body = new Blob(['<script>alert(1)</script>']);
  const page = answerFile({ name: '../rep\u202Egnp.html', mediaType: 'text/html', body });
  assert.deepEqual(Object.fromEntries(page.headers), {
    'cache-control': 'private, no-store',
    'content-disposition': "attachment; filename*=UTF-8''rep%20gnp.html",
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': 'application/octet-stream',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  assert.equal(await page.text(), '<script>alert(1)</script>');
  const typeOf = (mediaType) => answerFile({ name: 'a', mediaType, body }).headers.get('content-type');
  assert.equal(typeOf('image/png'), 'image/png');
  assert.equal(typeOf('image/svg+xml'), 'application/octet-stream');
});

test('the OpenAPI document has the routes that the server has, and no others', () => {
  const read = (file) => readFileSync(join(root, file), 'utf8');
  const routes = read('src/server/session-server.ts').matchAll(/^ {2}\['(\/\w+)', '([A-Z]+)'\]/gm);
  const paths = read('docs/contract/openapi.yaml').matchAll(/^ {2}(\/\w+):\n {4}(\w+):/gm);
  const sorted = (found) => Array.from(found, ([, path, method]) => `${method.toUpperCase()} ${path}`).sort();
  assert.deepEqual(sorted(paths), sorted(routes));
});
