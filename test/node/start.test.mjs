// npm start as somebody runs it: a process of its own, a real port, pages over HTTP.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../tools/start.mjs', import.meta.url));
const BUILDING_MS = 120_000;

/** Starts it and waits for its address, or for its end. */
async function start(args, { port = '0', cwd } = {}) {
  const env = { ...process.env, PORT: port, ...(cwd ? { INIT_CWD: cwd } : {}) };
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = { out: '', errors: '' };
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  child.stderr.setEncoding('utf8').on('data', (text) => (printed.errors += text));
  const address = new Promise((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      printed.out += text;
      const found = /^(http:\/\/localhost:\d+)$/m.exec(printed.out)?.[1];
      if (found) resolve(found);
    });
  });
  return { child, printed, ended, address: await Promise.race([address, ended.then(() => undefined)]) };
}

const message = (role, text) => ({ role, text });
const record = (id) => ({
  id,
  modality: 'chat',
  messages: [message('customer', 'Hello'), message('agent', 'Good morning')],
});

describe('npm start', { timeout: BUILDING_MS }, () => {
  let running;
  before(async () => {
    running = await start(['--speed', '2']);
    assert.ok(running.address, `It must print its address: ${running.printed.errors}`);
  });
  after(() => running.child.kill('SIGKILL'));

  for (const [page, title] of [
    ['', 'My Sessions – Harbour &amp; Hill portal'],
    ['crm.html', 'Daniel Okonkwo – Customer record'],
  ]) {
    it(`serves /${page} under a strict policy, with scripts and styles of files only`, async () => {
      const response = await fetch(`${running.address}/${page}`);
      assert.equal(response.status, 200);
      assert.match(
        response.headers.get('content-security-policy'),
        new RegExp(
          "^default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
            "frame-src http://localhost:\\d+; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
            "require-trusted-types-for 'script'; trusted-types lit-html dompurify ProseMirrorClipboard$",
        ),
      );
      const html = await response.text();
      assert.ok(html.includes(`<title>${title}</title>`));
      assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i);
      for (const [, path] of html.matchAll(/(?:src|href)="(\.\/assets\/[^"]+)"/g)) {
        const asset = await fetch(new URL(path, `${running.address}/`));
        assert.equal(asset.status, 200, path);
        await asset.arrayBuffer();
      }
    });
  }

  it('serves the speed, and no recordings, for a simulated shift', async () => {
    const response = await fetch(`${running.address}/recordings.json`);
    assert.match(response.headers.get('content-type'), /^application\/json/);
    assert.deepEqual(await response.json(), { speed: 2 });
  });

  it('serves nothing of the repository beside the pages', async () => {
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/vite.config.js', '/portal.js']) {
      const response = await fetch(`${running.address}${path}`);
      assert.doesNotMatch(await response.text(), /"devDependencies"|defineConfig|openPage/);
    }
  });

  it('says so plainly when the port is taken', async () => {
    const busy = createServer().listen(0, 'localhost');
    await once(busy, 'listening');
    const { printed, ended } = await start([], { port: String(busy.address().port) });
    assert.equal((await ended).code, 1);
    assert.match(printed.errors, new RegExp(`^Port ${busy.address().port} is taken\\. Set PORT`));
    assert.doesNotMatch(printed.errors, /\n\s+at /);
    busy.close();
  });

  for (const signal of ['SIGINT', 'SIGTERM']) {
    it(`stops on ${signal}`, async () => {
      const { child, ended, address } = await start([]);
      await (await fetch(address)).text();
      child.kill(signal);
      const { code } = await ended;
      assert.equal(code, 0);
      await assert.rejects(fetch(address));
    });
  }
});

describe('npm start -- --replay', { timeout: BUILDING_MS }, () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'recordings-'));
    writeFileSync(join(folder, 'good.json'), JSON.stringify(record('one')));
    writeFileSync(
      join(folder, 'mixed.jsonl'),
      `${JSON.stringify(record('two'))}\n  {"id": oops}\n${JSON.stringify(record('three'))}\n`,
    );
    writeFileSync(join(folder, 'other.json'), JSON.stringify({ sid: '1', segments: [] }));
    writeFileSync(join(folder, 'call.vtt'), 'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ann>Good morning\n');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('prints what is bad by file and line, and serves the rest to the page', async () => {
    const files = ['good.json', 'mixed.jsonl', 'other.json', 'missing.json', 'call.vtt'];
    const { child, printed, ended, address } = await start(['--replay', ...files, '--speed=8'], { cwd: folder });
    const { recordings, problems, speed } = await (await fetch(`${address}/recordings.json`)).json();
    child.kill('SIGTERM');
    await ended;
    assert.deepEqual(
      recordings.map(({ id }) => id),
      ['one', 'two', 'three', 'call.vtt'],
    );
    assert.equal(speed, 8);
    const lines = printed.errors.trim().split('\n');
    assert.deepEqual(
      lines,
      problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`),
    );
    assert.equal(lines.length, 3);
    assert.match(lines.join('\n'), /^missing\.json:1: cannot be read \(ENOENT\)$/m);
    assert.match(lines.join('\n'), /^mixed\.jsonl:2: not valid JSON/m);
    assert.match(lines.join('\n'), /^other\.json:1: "messages" must be a list \(found sid, segments\)$/m);
    assert.match(printed.out, /^4 recordings to play\.$/m);
  });
});

describe('npm start -- --replay, of what a gateway said', { timeout: BUILDING_MS }, () => {
  const at = Date.UTC(2026, 2, 2, 10);
  const offer = { serviceId: 'orders', modality: 'im', direction: 'inbound', visitorLabel: 'xxxxxx' };
  const lines = [
    { recording: 'my-sessions/recording/1' },
    { at, delivery: 'replay', facts: [{ type: 'workspace.reset', at, agentId: 'ana' }] },
    { at, delivery: 'live', facts: [{ type: 'session.offered', at, sessionId: 'chat-9', offer }] },
    { at, delivery: 'live', facts: 'lost' },
  ];

  it('plays it over HTTP, and says what of it is broken and where', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recordings-'));
    writeFileSync(join(folder, 'bug.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
    const { child, printed, ended, address } = await start(['--replay', 'bug.jsonl'], { cwd: folder });
    const { recordings, problems } = await (await fetch(`${address}/recordings.json`)).json();
    const authorization = 'Bearer shift-12345678-seed-1-speed-1';
    const response = await fetch(`${address}/api/my-sessions/snapshot`, { headers: { authorization } });
    const { state, serverTime } = await response.json();
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true });
    assert.equal(response.status, 200);
    assert.deepEqual([state.agentId, state.sessions.map(({ id }) => id)], ['ana', ['chat-9']]);
    assert.ok(serverTime >= at && serverTime < at + BUILDING_MS, `${serverTime} is not the time of then.`);
    assert.deepEqual(recordings, [{ id: 'chat-9' }]);
    assert.deepEqual(problems, [{ file: 'bug.jsonl', line: 4, reason: 'facts: expected a list' }]);
    assert.match(printed.errors, /^bug\.jsonl:4: facts: expected a list$/m);
    assert.match(printed.out, /^bug\.jsonl: what a gateway said of 1 session\.$/m);
  });
});

describe('npm start: its command line', () => {
  for (const args of [
    ...[['--nonsense'], ['file.json'], ['--speed', 'fast'], ['--speed=0'], ['--replay']],
    ...[['--platforms=twilio'], ['--platforms', 'twilio'], ['--platforms', '--replay', 'file.json']],
  ]) {
    it(`refuses ${args.join(' ')} with the usage`, async () => {
      const { printed, ended } = await start(args);
      assert.equal((await ended).code, 2);
      assert.match(printed.errors, /\nUsage: npm start/);
      assert.equal(printed.out, '');
    });
  }

  it('refuses a PORT that is none', async () => {
    const { printed, ended } = await start([], { port: 'x' });
    assert.equal((await ended).code, 2);
    assert.match(printed.errors, /^PORT is not a port: x/);
  });

  it('explains itself', async () => {
    const { printed, ended } = await start(['--help']);
    assert.equal((await ended).code, 0);
    assert.match(printed.out, /^Usage: npm start/);
  });
});
