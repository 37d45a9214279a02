// Everything that has to hold, on a fresh clone with Node and npm alone. The last line counts it.
//
//   npm test               everything in Chromium; what depends on the engine also in Firefox and WebKit
//   npm run test:nightly   everything in a browser in Firefox and WebKit, too, and every story at other widths; property
//                          tests draw anew
//
// As many steps run beside each other as there are processors, at least two: the browser run from the beginning, after the
// build the tests of whole pages and those in Node, then the other engines. The checks have a lane of their own, and
// take what the others leave while they wait for frames, timers and pages: no time is measured in a check, and nobody
// waits for one. Each step prints its line when it is through.
// Chromium has to be there or to be installed. Firefox and WebKit are tested where that is possible as well; where it
// is not, a line that says why stands right before the count.
import { execFile, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { filesUnder, root } from './files.mjs';
import { ensureDependencies, findBrowser } from './setup.mjs';
import { linesOfSlowest, slowestIn, testsOfNode } from './slowest.mjs';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const LINES_OF_A_FAILURE = 100;
const LANES = Math.min(4, Math.max(2, availableParallelism()));
const isNightly = process.argv.includes('--nightly');
const totals = { passed: 0, failed: 0 };
const tests = [];
/** What was not run, and why. Said again at the end. */
const notRun = [];

/** Runs a command as npm would run it as a script, and keeps what it prints. */
function execute(command, { env, isPatient }) {
  return new Promise((resolve) => {
    const options = { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } };
    const child =
      isPatient && process.platform !== 'win32'
        ? spawn('nice', ['-n', '19', 'sh', '-c', command], options)
        : spawn(command, { ...options, shell: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('close', (code) => resolve({ output, succeeded: code === 0 }));
  });
}

/** One step. A suite counts its own tests, anything else counts as one; a failure shows where its output ends. */
async function run({ name, command, env, count, testsIn, obstacle, isPatient = false }) {
  const reason = await obstacle;
  if (reason !== undefined) return isNotRun(name, reason);
  const start = performance.now();
  const { output, succeeded } = await execute(command, { env, isPatient });
  const counted = count?.(output) ?? { passed: succeeded ? 1 : 0, failed: 0 };
  if (!succeeded && counted.failed === 0) counted.failed = 1;
  totals.passed += counted.passed;
  totals.failed += counted.failed;
  tests.push(...(testsIn?.(output) ?? []));

  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const good = counted.failed === 0;
  console.log(
    `${good ? '✓' : '✗'} ${name} (${seconds} s)${count ? `: ${counted.passed} passed, ${counted.failed} failed` : ''}`,
  );
  for (const [line] of output.matchAll(/^– not run: .+$/gm)) notRun.push(line);
  if (!good) console.log(output.trimEnd().split('\n').slice(-LINES_OF_A_FAILURE).join('\n'));
}

function isNotRun(name, reason) {
  const line = `!!! ${name} WAS NOT RUN: ${reason}`;
  console.log(line);
  notRun.push(line);
}

/**
 * Each lane takes the first step whose `after` is through. What is patient has one more lane, in which it gives way to all
 * others, and is taken by these when nothing else is left.
 */
async function runInLanes(steps) {
  const waiting = [...steps];
  const running = new Map();
  const isReady = ({ after }) => !waiting.some(({ name }) => name === after) && !running.has(after);
  const lane = async (isForPatient) => {
    const isOurs = ({ isPatient = false }) => isPatient === isForPatient;
    const isLeft = () => waiting.some(isOurs) || (!isForPatient && waiting.length > 0);
    while (isLeft()) {
      const hasOurs = waiting.some(isOurs);
      const index = waiting.findIndex((step) => isReady(step) && (isOurs(step) || !hasOurs));
      if (index < 0) await Promise.race(running.values());
      else {
        const [step] = waiting.splice(index, 1);
        const work = run(step).finally(() => running.delete(step.name));
        running.set(step.name, work);
        await work;
      }
    }
  };
  await Promise.all([...Array.from({ length: LANES }, () => lane(false)), lane(true)]);
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
function nodeTests(name, options = '') {
  const files = filesUnder(`test/${name}`, /\.test\.mjs$/);
  if (files.length === 0) throw new Error(`There are no tests in test/${name}.`);
  const command = `node --import ./test/support/property-seed.mjs --test --test-reporter=spec ${options} ${files.join(' ')}`;
  return { name, command, count: countOfNode, testsIn: (output) => testsOfNode(output, name), after: 'build' };
}

const browserTests = (name, env, obstacle) => ({
  name,
  command: scripts['test:browser'],
  env,
  count: countOfBrowser,
  testsIn: slowestIn,
  obstacle,
});

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

/** Finds or installs the other engines while the first steps run. Resolves with why each cannot be run, if so. */
function findEngines() {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'tools/engines.mjs')], (error, stdout, stderr) =>
      resolve(error ? { firefox: stderr || error.message, webkit: stderr || error.message } : JSON.parse(stdout)),
    );
  });
}

async function runEverything() {
  if (!prepare('dependencies', ensureDependencies)) return;
  process.env.PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  // Colours would hide the counts.
  process.env.NO_COLOR = '1';
  delete process.env.FORCE_COLOR;

  if (isNightly) {
    process.env.PROPERTY_SEED ??= String(randomInt(2 ** 31));
    console.log(`PROPERTY_SEED=${process.env.PROPERTY_SEED}: what property tests draw from`);
    process.env.WHOLE = '1';
  }

  const hasBrowser = prepare('browser', () => (process.env.CHROME_PATH = findBrowser()));
  const engines = findEngines();
  const checks = Object.keys(scripts).filter((name) => name.startsWith('check:'));
  await runInLanes([
    { name: 'build', command: scripts.build },
    ...(hasBrowser ? [browserTests('browser')] : []),
    ...(hasBrowser ? [nodeTests('e2e', '--test-concurrency=1')] : []),
    ...checks.map((name) => ({ name, command: scripts[name], after: 'build', isPatient: true })),
    nodeTests('node'),
    // The longest first, so that both lanes end together.
    ...['webkit', 'firefox'].map((name) => {
      const obstacle = engines.then((obstacles) => obstacles[name]);
      // They need no build, but may have to be installed: nothing waits for that which could be done meanwhile.
      return { ...browserTests(name, { BROWSERS: name }, obstacle), after: 'build' };
    }),
  ]);
}

await runEverything();
process.exitCode = totals.failed > 0 ? 1 : 0;
console.log(['', 'The slowest:', ...linesOfSlowest(tests), ...notRun, ''].join('\n'));
console.log(`${totals.passed} passed, ${totals.failed} failed`);
