import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../tools/files.mjs';

const GOOD = `{
  "version": 1,
  "tenant": { "name": "T" },
  "services": [],
  "users": []
}`;
const BAD = `{
  "tenant": { "name": "T" },
  "services": [
    { "id": "s", "name": "S",
      "widgets": ["codes-tags"] }
  ],
  "users": [{ "id": "u" }]
}`;
const DOUBTFUL = GOOD.replace('"users": []', '"users": [],\n  "user": []');

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'my-sessions-check-'));
  for (const [name, text] of Object.entries({
    'good.json': GOOD,
    'bad.json': BAD,
    'doubtful.json': DOUBTFUL,
    'torn.json': GOOD.slice(0, -2),
    'marked.json': `\uFEFF${GOOD}`,
    'wide.json': Buffer.from(`\uFEFF${GOOD}`, 'utf16le'),
    'wide-unmarked.json': Buffer.from(GOOD, 'utf16le'),
    'wide-turned.json': Buffer.from(`\uFEFF${GOOD}`, 'utf16le').swap16(),
    'latin.json': Buffer.from(GOOD.replace('"T"', '"Zürich"'), 'latin1'),
  }))
    writeFileSync(join(folder, name), text);
});
after(() => rmSync(folder, { recursive: true }));

/** The command, as a shell would run it: what it prints, and what it ends with. */
function check(args, input) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'bin/my-sessions-check.mjs'), ...args], { cwd: folder });
    const said = { out: '', error: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => (said.out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (said.error += text));
    child.on('close', (code) => resolve({ code, ...said }));
    child.stdin.end(input);
  });
}

describe('my-sessions-check', () => {
  it('accepts a document, and ends with 0', async () => {
    const { code, out } = await check(['good.json', 'marked.json']);
    assert.equal(out, '✓ good.json: accepted (0 errors, 0 warnings)\n✓ marked.json: accepted (0 errors, 0 warnings)\n');
    assert.equal(code, 0);
    assert.deepEqual(await check(['good.json', '--quiet']), { code: 0, out: '', error: '' });
  });

  it('names each problem with line, column and what to write, and ends with 1', async () => {
    const { code, out } = await check(['good.json', 'bad.json']);
    assert.deepEqual(out.split('\n').slice(1), [
      'bad.json:1:1: error: version: expected "version", found nothing; missing: write "version": 1',
      'bad.json:5:7: warning: services[0].widgets: expected a key this version knows, found an unknown key, ignored; ' +
        'belongs under "extensions": services[0].extensions.widgets',
      'bad.json:7:13: error: users[0].name: expected "name", found nothing; missing: write "name": "…"',
      '✗ bad.json: not accepted (2 errors, 1 warning)',
      '',
    ]);
    assert.equal(code, 1);
  });

  it('reads standard input, by its sign and without a file', async () => {
    assert.equal((await check(['-'], GOOD)).code, 0);
    const { code, out } = await check([], BAD);
    assert.match(out, /^\(standard input\):1:1: error: version/);
    assert.equal(code, 1);
  });

  it('lets warnings pass, unless it is to be strict', async () => {
    const { code, out } = await check(['doubtful.json']);
    assert.match(out, /^doubtful\.json:6:3: warning: user: .*; did you mean "users"\?\n✓ doubtful\.json: accepted/);
    assert.equal(code, 0);
    assert.equal((await check(['doubtful.json', '--strict'])).code, 1);
  });

  it('says where a text is no JSON', async () => {
    const { code, out } = await check(['torn.json']);
    assert.match(out, /^torn\.json:1:1: error: \(document\): This is no JSON: an object that begins here does not end/);
    assert.equal(code, 1);
  });

  it('says how to save what is not written in UTF-8, which browsers would read as something else', async () => {
    const wide = ['wide.json', 'wide-unmarked.json', 'wide-turned.json'];
    const { code, out } = await check([...wide, 'latin.json']);
    for (const name of wide)
      assert.ok(out.includes(`${name}:1:1: error: (document): This is no JSON: a file in UTF-16; save it`));
    assert.match(out, /latin\.json:3:25: error: \(document\): .*bytes that are no UTF-8; save the file as UTF-8/);
    assert.equal(code, 1);
  });

  it('ends with 2 when a file cannot be read, and still checks the others', async () => {
    const { code, out, error } = await check(['absent.json', 'good.json']);
    assert.equal(error, 'absent.json: cannot be read: there is no such file\n');
    assert.match(out, /✓ good\.json/);
    assert.equal(code, 2);
  });

  it('ends with 2 when it is called wrongly, and says how to call it', async () => {
    const { code, error } = await check(['--colour', 'good.json']);
    assert.match(error, /--colour[\s\S]*Usage: my-sessions-check FILE/);
    assert.equal(code, 2);
  });

  it('says how to call it', async () => {
    const { code, out } = await check(['--help']);
    assert.match(out, /^Usage: my-sessions-check FILE/);
    assert.equal(code, 0);
  });

  it('has the same as JSON', async () => {
    const { code, out } = await check(['bad.json', '--json']);
    const { files } = JSON.parse(out);
    assert.deepEqual(files[0].findings[0], {
      level: 'error',
      line: 1,
      column: 1,
      path: 'version',
      expected: '"version"',
      found: 'nothing',
      hint: 'missing: write "version": 1',
      message: 'expected "version", found nothing; missing: write "version": 1',
    });
    assert.equal(files[0].isAccepted, false);
    assert.equal(code, 1);
  });
});
