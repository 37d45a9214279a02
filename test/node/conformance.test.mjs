import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { cases } from '../../conformance/suite.mjs';
import { startBrokenServer } from '../support/broken-server.mjs';
import { conformanceOf } from '../support/run-conformance.mjs';

const NOT_A_TOKEN = ['signed-out-is-refused', 'wrong-token-is-refused', 'token-not-in-url'];
const OTHER_AGENT = [
  'foreign-agent-is-refused',
  'other-agent-other-workspace',
  'other-agent-hears-nothing',
  'other-agent-position',
  'session-of-another-agent',
];

/** What is broken, and the cases that have to fail: these and no others. */
const FAULTS = {
  'session-incomplete': ['snapshot-shape', 'snapshot-readable'],
  'snapshot-without-type': ['snapshot-answers'],
  'snapshot-cached': ['snapshot-not-cached'],
  'position-after-data': ['snapshot-position-first'],
  'events-without-type': ['events-answer'],
  'gzip-buffered': ['events-not-buffered'],
  'event-without-time': ['event-shape', 'event-readable'],
  'until-as-text': ['event-shape', 'event-readable'],
  'fact-incomplete': ['event-readable', 'snapshot-position-first'],
  'wrong-prev': ['event-prev-chain', 'resume-complete', 'resume-while-things-happen'],
  'seq-reused': ['snapshot-position-first', 'event-seq-grows', 'resume-complete'],
  'no-heartbeat': ['heartbeat-first', 'heartbeat-comes', 'heartbeat-head'],
  'no-first-heartbeat': ['heartbeat-first'],
  'heartbeat-without-head': ['heartbeat-comes', 'heartbeat-head'],
  'heartbeat-head-stuck': ['heartbeat-head'],
  'resume-inclusive': ['event-prev-chain', 'resume-complete', 'resume-while-things-happen'],
  'gap-at-hand-over': ['resume-while-things-happen'],
  'any-epoch': ['unknown-epoch-resets', 'reset-shape', 'wiped-log-has-new-epoch'],
  'epoch-kept-after-wipe': ['wiped-log-has-new-epoch'],
  'future-accepted': ['future-position-resets'],
  'no-reset-out-of-window': ['old-position-resets'],
  'open-after-reset': ['reset-shape'],
  'no-cause': ['command-leads-to-facts', 'command-once', 'command-once-at-once'],
  'idempotency-ignored': ['command-once', 'command-once-at-once', 'command-key-reused'],
  'key-reuse-accepted': ['command-key-reused'],
  'key-optional': ['command-without-key'],
  'stack-leaked': ['command-malformed'],
  'read-stays-unread': ['reading'],
  'any-version': ['command-unknown-version'],
  'unknown-type-ignored': ['command-unknown-type', 'command-release-unknown'],
  'unknown-session-ok': ['command-unknown-session'],
  'transfer-to-nowhere': ['command-transfer-target'],
  'forms-accepted': ['command-media-type'],
  'no-size-limit': ['command-too-large'],
  'history-oldest-first': ['history-pages'],
  'history-limit-ignored': ['history-limit'],
  'history-cursor-repeats': ['history-pages'],
  'session-of-another-id': ['session-shape'],
  'session-goes-on': ['session-shape'],
  'session-without-service': ['session-shape'],
  'session-segments-named': ['session-shape'],
  'session-unknown-is-empty': ['session-unknown'],
  'session-of-anybody': ['session-of-another-agent'],
  'work-item-without-service': ['work-items-shape'],
  'work-item-since-as-text': ['work-items-shape', 'work-items-pages'],
  'work-items-limit-ignored': ['work-items-limit'],
  'work-items-latest-first': ['work-items-pages'],
  'work-items-cursor-repeats': ['work-items-pages'],
  'work-items-any-limit': ['work-items-unreadable-query'],
  'pick-of-nothing-ok': ['work-item-pick-unknown'],
  'work-items-not-served': [],
  'typing-says-nothing': ['typing-answers', 'typing-malformed', 'typing-media-type'],
  'typing-unread': ['typing-malformed'],
  'typing-by-forms': ['typing-media-type'],
  'file-without-id': ['file-answers'],
  'file-same-id': ['file-answers'],
  'any-file-type': ['file-type'],
  'file-limit-as-said': ['file-too-large'],
  'file-by-forms': ['file-form'],
  'file-for-any-session': ['file-unknown-session', 'file-of-another-agent'],
  'file-shown': ['file-served'],
  'file-guessed': ['file-served'],
  'file-without-sandbox': ['file-served'],
  'file-with-scripts': ['file-served'],
  'html-on-401': NOT_A_TOKEN,
  'any-token': ['wrong-token-is-refused'],
  'token-in-url': ['token-not-in-url'],
  'foreign-agent-ignored': ['foreign-agent-is-refused'],
  'agent-by-another-name': ['snapshot-agent'],
  'version-in-url-ignored': ['unknown-version-in-url'],
  'one-agent-for-all': OTHER_AGENT,
};

/** Heartbeats that begin late come as late after each other: waited for a moment longer, one would be missed by chance. */
const PATIENCE = { 'no-first-heartbeat': { patience: 5 } };

async function withServer(faults, act) {
  const server = await startBrokenServer(...faults);
  try {
    return await act(server.url);
  } finally {
    await server.close();
  }
}

describe('conformance suite', { concurrency: 8 }, () => {
  it('passes a backend that keeps the contract', async () => {
    const { passed, failed, notRun } = await withServer([], conformanceOf);
    assert.deepEqual({ failed, notRun }, { failed: [], notRun: [] });
    assert.equal(passed.length, cases.length);
  });

  for (const [fault, expected] of Object.entries(FAULTS))
    it(`finds ${fault}`, async () => {
      const { failed, results } = await withServer([fault], (url) => conformanceOf(url, PATIENCE[fault]));
      assert.deepEqual(failed.toSorted(), expected.toSorted(), JSON.stringify(results.filter(({ fix }) => fix)));
      for (const { verdict, expected: wanted, found, fix, reference } of results)
        if (verdict === 'failed') assert.ok(wanted && found && fix && /my-sessions-1\.md#\w+/.test(reference));
    });

  it('names what to give for a case that needs more than the URL', async () => {
    const none = { otherToken: undefined, wishes: [], wipe: undefined };
    const { results, failed } = await withServer([], (url) => conformanceOf(url, none));
    const notRun = results.filter(({ verdict }) => verdict === 'not run');
    assert.deepEqual(failed, []);
    assert.equal(notRun.length, cases.filter(({ needs }) => needs?.some((need) => need !== 'token')).length);
    for (const { give } of notRun) assert.match(give.join(), /^--(other-token|trigger|command|wipe)/);
  });

  it('has a name of its own for every case', () => {
    assert.equal(new Set(cases.map(({ id }) => id)).size, cases.length);
  });
});

describe('conformance suite, of what takes all of the process for a while', () => {
  it('finds event-too-long', async () => {
    const { failed } = await withServer(['event-too-long'], conformanceOf);
    assert.deepEqual(failed, ['event-length']);
  });
});

describe('my-sessions-conformance', () => {
  const program = fileURLToPath(new URL('../../bin/my-sessions-conformance.mjs', import.meta.url));
  const run = (...args) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });

  it('explains itself, and says what is wrong with how it was called', () => {
    assert.match(run('--help').stdout, /^Usage: my-sessions-conformance URL/);
    const { status, stderr } = run('nowhere');
    assert.equal(status, 2);
    assert.match(stderr, /one URL is needed/);
  });

  it('takes tokens from options, from files and from the environment, in this order', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'my-sessions-token-'));
    const file = join(folder, 'token');
    writeFileSync(file, 'token-of-ada\n');
    const answers = async (args, env) => {
      const child = spawn(process.execPath, [program, url, '--json', '--patience', '1', ...args], {
        env: { ...process.env, ...env },
      });
      let output = '';
      for await (const chunk of child.stdout) output += chunk;
      assert.doesNotMatch(output, /token-of-/);
      return JSON.parse(output).results.find(({ id }) => id === 'snapshot-answers').verdict === 'passed';
    };
    const server = await startBrokenServer();
    const { url } = server;
    const wrong = { MY_SESSIONS_TOKEN: 'wrong' };
    try {
      assert.equal(await answers([], { MY_SESSIONS_TOKEN: 'token-of-ada' }), true);
      assert.equal(await answers(['--token-file', file], wrong), true);
      assert.equal(await answers(['--token', 'token-of-ada'], wrong), true);
      assert.equal(await answers(['--token', 'other', '--token-file', file], {}), false);
      assert.equal(await answers([], {}), false);
    } finally {
      await server.close();
      rmSync(folder, { recursive: true });
    }
    const { status, stderr } = run('http://127.0.0.1:9/api', '--token-file', file);
    assert.equal(status, 2);
    assert.match(stderr, /--token-file cannot be read: ENOENT/);
  });

  it('ends with 1 and a document when a backend does not answer', () => {
    const { status, stdout } = run('http://127.0.0.1:9/api', '--token', 'secret', '--json');
    assert.equal(status, 1);
    const { contract, totals } = JSON.parse(stdout);
    assert.equal(contract, 'my-sessions/1');
    assert.equal(totals.passed, 0);
    assert.doesNotMatch(stdout, /secret/);
  });
});
