// Everything that has to hold, on a fresh clone with Node and npm alone. The last line counts it.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { filesUnder, root } from './files.mjs';
import { ensureDependencies, findBrowser } from './setup.mjs';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const LINES_OF_A_FAILURE = 100;
const totals = { passed: 0, failed: 0 };

/** Runs a command as npm would run it as a script, and keeps what it prints. */
function execute(command) {
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: root, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('close', (code) => resolve({ output, succeeded: code === 0 }));
  });
}

/** One step. A suite counts its own tests, anything else counts as one; a failure shows where its output ends. */
async function run({ name, command, count }) {
  const start = performance.now();
  const { output, succeeded } = await execute(command);
  const counted = count?.(output) ?? { passed: succeeded ? 1 : 0, failed: 0 };
  if (!succeeded && counted.failed === 0) counted.failed = 1;
  totals.passed += counted.passed;
  totals.failed += counted.failed;

  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const good = counted.failed === 0;
  console.log(
    `${good ? '✓' : '✗'} ${name} (${seconds} s)${count ? `: ${counted.passed} passed, ${counted.failed} failed` : ''}`,
  );
  if (!good) console.log(output.trimEnd().split('\n').slice(-LINES_OF_A_FAILURE).join('\n'));
}

/** Two at a time: most steps keep one processor busy. */
async function runInPairs(steps) {
  const waiting = [...steps];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await run(step);
  };
  await Promise.all([work(), work()]);
}

const numberIn = (output, pattern) => Number(output.match(pattern)?.[1] ?? 0);
const countOfNode = (output) => ({
  passed: numberIn(output, /^ℹ pass (\d+)/m),
  failed: numberIn(output, /^ℹ fail (\d+)/m),
});
const countOfBrowser = (output) => ({
  passed: numberIn(output, /^(\d+) passed, \d+ failed.*\s*$/m),
  failed: numberIn(output, /^\d+ passed, (\d+) failed.*\s*$/m),
});

/** Node 20 takes no pattern, and without a file it would go looking for tests of its own. */
async function runNodeTests(name, folder, options = '') {
  const files = filesUnder(folder, /\.test\.mjs$/);
  if (files.length === 0) return console.log(`– ${name}: no tests`);
  const command = `node --test --test-reporter=spec ${options} ${files.join(' ')}`;
  await run({ name, command, count: countOfNode });
}

/** What the steps after it cannot do without; a failure here is counted like that of a step. */
function prepare(what, setUp) {
  try {
    setUp();
    return true;
  } catch (error) {
    console.log(`✗ ${what}\n${error.message}`);
    totals.failed += 1;
    return false;
  }
}

async function runEverything() {
  if (!prepare('dependencies', ensureDependencies)) return;
  process.env.PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  // Colours would hide the counts.
  process.env.NO_COLOR = '1';
  delete process.env.FORCE_COLOR;

  await run({ name: 'build', command: scripts.build });
  const checks = Object.keys(scripts).filter((name) => name.startsWith('check:'));
  await runInPairs(checks.map((name) => ({ name, command: scripts[name] })));
  await runNodeTests('node', 'test/node');

  if (!prepare('browser', () => (process.env.CHROME_PATH = findBrowser()))) return;
  await run({ name: 'browser', command: scripts['test:browser'], count: countOfBrowser });
  await runNodeTests('e2e', 'test/e2e', '--test-concurrency=1');
}

await runEverything();
process.exitCode = totals.failed > 0 ? 1 : 0;
console.log(`${totals.passed} passed, ${totals.failed} failed`);
