// The server where hosts mount it: behind the body parsers of their frameworks, which read bodies before it does.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { createMemoryLog, createSessionServer, toNodeListener } from 'my-sessions/server';
import { emptyState } from '../support/session-server.mjs';

const BASE = '/api/my-sessions';
const WAY_OUT = /^The body of the request was read before it came to my-sessions/;
const WISH = { v: 1, type: 'session.park', sessionId: 's1' };

/** A server of the contract, with what it was asked, what it stored, and what its log has. */
function aServer(context) {
  const seen = { commands: [], files: [], errors: [] };
  const server = createSessionServer({
    base: BASE,
    authenticate: ({ headers }) => (headers.get('authorization') ? { agentId: 'maren' } : undefined),
    snapshot: (agentId) => ({ state: emptyState(agentId) }),
    execute: (agentId, { commandId, ...wish }) => {
      seen.commands.push(wish);
      return { ok: true };
    },
    storeFile: async (agentId, { body }) => {
      seen.files.push(Buffer.from(await new Response(body).arrayBuffer()).toString());
      return { ok: true, attachmentId: 'f1' };
    },
    log: createMemoryLog(),
    logger: { warn: () => undefined, error: (line) => seen.errors.push(line) },
  });
  context.after(() => server.close());
  return { server, seen, handle: (request) => server.handle(request) };
}

async function listening(context, http) {
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  context.after(() => {
    http.closeAllConnections();
    http.close();
  });
  return `http://127.0.0.1:${http.address().port}`;
}

const post = (ask, path, body, headers) =>
  ask(`${BASE}${path}`, {
    method: 'POST',
    headers: { authorization: 'Bearer x', 'content-type': 'application/json', ...headers },
    body,
  });
const command = (ask, headers) =>
  post(ask, '/commands', JSON.stringify(WISH), { 'idempotency-key': crypto.randomUUID(), ...headers });
const file = (ask, type, text) =>
  post(ask, '/files?session=s1', text, {
    'content-type': type,
    'content-disposition': "attachment; filename*=UTF-8''report.json",
  });
const asking = (origin) => (path, init) => fetch(origin + path, init);

async function isCarriedOut(ask, seen) {
  const answer = await command(ask);
  assert.equal(answer.status, 200, await answer.text());
  assert.deepEqual(seen.commands, [{ type: 'session.park', sessionId: 's1' }]);
}

async function saysSo(answer, seen) {
  assert.equal(answer.status, 400);
  assert.match((await answer.json()).detail, WAY_OUT);
  assert.equal(seen.errors.length, 1);
  assert.match(seen.errors[0], WAY_OUT);
}

describe('behind the body parsers of Express', () => {
  const mounted = async (context, ...parsers) => {
    const own = aServer(context);
    const app = express();
    for (const parser of parsers) app.use(parser);
    app.use(BASE, toNodeListener(own.handle));
    return { ...own, ask: asking(await listening(context, createServer(app))) };
  };

  for (const [name, parser] of [
    ['json()', express.json()],
    ['text()', express.text({ type: '*/*' })],
    ['raw()', express.raw({ type: '*/*' })],
    ['json() that keeps rawBody', express.json({ verify: (request, _, bytes) => (request.rawBody = bytes) })],
    ['urlencoded()', express.urlencoded()],
  ])
    it(`a command is carried out: ${name}`, async (context) => {
      const { ask, seen } = await mounted(context, parser);
      await isCarriedOut(ask, seen);
    });

  it('and only one', async (context) => {
    const { ask, seen } = await mounted(context, express.json());
    const key = { 'idempotency-key': 'k1' };
    const answers = [await command(ask, key), await command(ask, key)];
    assert.deepEqual(await Promise.all(answers.map(async (answer) => answer.json())), [
      { v: 1, ok: true },
      { v: 1, ok: true },
    ]);
    assert.equal(seen.commands.length, 1);
  });

  it('what is no command is refused as ever', async (context) => {
    const { ask, seen } = await mounted(context, express.json(), express.urlencoded());
    const key = { 'idempotency-key': 'k1' };
    const [form, wrong, signedOut] = [
      await post(ask, '/commands', 'a=b', { ...key, 'content-type': 'application/x-www-form-urlencoded' }),
      await post(ask, '/commands', '{ "v": 1, "type": "session.park" }', key),
      await post(ask, '/commands', '{}', { ...key, authorization: '' }),
    ];
    assert.deepEqual([form.status, wrong.status, signedOut.status], [415, 400, 401]);
    assert.deepEqual(seen.errors, []);
  });

  it('a file is stored as it was sent, or refused: JSON that was parsed is another file', async (context) => {
    const text = '{ "a":  1 }';
    const raw = await mounted(context, express.json({ verify: (request, _, bytes) => (request.rawBody = bytes) }));
    assert.equal((await file(raw.ask, 'application/json', text)).status, 200);
    assert.deepEqual(raw.seen.files, [text]);
    const parsed = await mounted(context, express.json());
    assert.equal((await file(parsed.ask, 'image/png', 'bytes')).status, 200);
    assert.deepEqual(parsed.seen.files, ['bytes']);
    await saysSo(await file(parsed.ask, 'application/json', text), parsed.seen);
  });

  it('where somebody has read the body and left nothing, the answer and the log say so, the log once', async (context) => {
    const greedy = (request, response, next) => request.resume().on('end', next);
    const { ask, seen } = await mounted(context, greedy);
    await command(ask);
    await saysSo(await command(ask), seen);
    assert.equal((await ask(`${BASE}/snapshot`, { headers: { authorization: 'Bearer x' } })).status, 200);
    assert.deepEqual(seen.commands, []);
  });
});

describe('behind the parsers of Fastify', () => {
  const mounted = async (context, register) => {
    const own = aServer(context);
    const app = fastify();
    const listener = toNodeListener(own.handle);
    register(app, (request, reply) => {
      reply.hijack();
      listener(request.raw, reply.raw);
    });
    context.after(() => app.close());
    return { ...own, ask: asking(await app.listen({ port: 0, host: '127.0.0.1' })) };
  };

  it('says so where its own parser has read the body', async (context) => {
    const { ask, seen } = await mounted(context, (app, route) => app.all(`${BASE}/*`, route));
    await saysSo(await command(ask), seen);
  });

  it('carries out a command in a plugin that leaves bodies alone, as it says, and takes files', async (context) => {
    const { ask, seen } = await mounted(context, (app, route) =>
      app.register(async (own) => {
        own.removeAllContentTypeParsers();
        own.addContentTypeParser('*', (request, payload, done) => done(null));
        own.all(`${BASE}/*`, route);
      }),
    );
    await isCarriedOut(ask, seen);
    assert.equal((await file(ask, 'image/png', 'bytes')).status, 200);
    assert.deepEqual(seen.files, ['bytes']);
  });

  it('carries out a command whose body is left on the request of Node', async (context) => {
    const own = aServer(context);
    const app = fastify();
    const listener = toNodeListener(own.handle);
    app.all(`${BASE}/*`, (request, reply) => {
      reply.hijack();
      listener(Object.assign(request.raw, { body: request.body }), reply.raw);
    });
    context.after(() => app.close());
    await isCarriedOut(asking(await app.listen({ port: 0, host: '127.0.0.1' })), own.seen);
  });
});

describe('in Hono', () => {
  it('carries out a command of a Request that nobody has read', async (context) => {
    const { handle, seen } = aServer(context);
    const app = new Hono();
    app.all(`${BASE}/*`, ({ req }) => handle(req.raw));
    await isCarriedOut((path, init) => app.request(path, init), seen);
  });

  it('says so of one whose body a middleware has read', async (context) => {
    const { handle, seen } = aServer(context);
    const app = new Hono();
    app.use(async ({ req }, next) => {
      await req.json();
      await next();
    });
    app.all(`${BASE}/*`, ({ req }) => handle(req.raw));
    await saysSo(await command((path, init) => app.request(path, init)), seen);
    assert.deepEqual(seen.commands, []);
  });
});
