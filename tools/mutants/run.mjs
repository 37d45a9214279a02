// Which mistakes would the tests let through? Makes small ones in the sources, one at a time, and runs the tests that
// come by them.
//
//   npm run mutants -- [--sample 200] [--seed 1] [--in src/core/store] [--tests test/core] [--patience 60]
//                      [--workers 2] [--quiet]
//
// --sample    how many of all possible mutations; the seed decides which, and a smaller sample is a part of a larger one
// --in        only files whose path begins so, also outside of the rooms below
// --tests     only tests whose path begins so; several paths are separated by commas
// --patience  seconds of tests, by their own time, that one mutation is worth in each of two rounds
// --quiet     prints only the result
//
// Two rounds: core, context, gateways, controllers and Node's tests first, then, for what is left, the tests of
// elements. What no test has noticed and the compiler refuses is counted apart, and is not a part of the share.
// Nothing is written to the sources: mutations are switches in modules that only this program serves, so a run can be
// stopped at any time. Ends with 1 when fewer than nine of ten are noticed.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { filesUnder } from '../files.mjs';
import { isSharedPage } from '../pages.mjs';
import { startBrowser } from './browser-tests.mjs';
import { refusedByCompiler } from './compiling.mjs';
import { buildForNode } from './node-tests.mjs';
import { mutationsOf } from './places.mjs';
import { isUnnoticed, report } from './report.mjs';
import { playRound } from './round.mjs';
import { sampleOf } from './sample.mjs';

const ROOMS = ['src/core', 'src/context', 'src/controllers', 'src/gateways/http', 'src/server'];
/** Defaults that people tune. */
const CHOICES = /(^|\/)timings\.ts$/;
const NEAR = /^test\/(core|context|controllers|gateways|node)\//;
/** These start whole builds or sweep every element with every text; none of them is about the rooms above. */
const TOO_LONG = /^test\/(e2e\/|node\/start\.|integration\/(hostile|leaks)|stories\.|widget-states\.)/;
const ENOUGH = 0.9;

const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    in: { type: 'string', default: '' },
    tests: { type: 'string', default: 'test' },
    patience: { type: 'string', default: '60' },
    workers: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    quiet: { type: 'boolean', default: false },
  },
});

const rooms = values.in === '' ? ROOMS : ['src'];
const all = rooms
  .flatMap((room) => filesUnder(room, /\.ts$/))
  .filter((file) => !CHOICES.test(file) && file.startsWith(values.in))
  .flatMap(mutationsOf);
const mutations = sampleOf(all, Number(values.sample), Number(values.seed));
mutations.forEach((mutation, id) => (mutation.id = id));
const tests = filesUnder('test', /\.test\.(ts|mjs)$/).filter(
  // The files in a shared page run by themselves.
  (file) =>
    !TOO_LONG.test(file) &&
    !isSharedPage(file.replace('test/', '')) &&
    values.tests.split(',').some((start) => file.startsWith(start)),
);

const start = performance.now();
const say = (line) => {
  if (!values.quiet) console.log(line);
};
// Whatever was started ends with this process, also when it is stopped from outside.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
const node = await buildForNode(mutations);
let browser;
try {
  browser = await startBrowser(mutations, Number(values.workers));
  const { runners } = browser;
  const options = { runners, node, patienceMs: Number(values.patience) * 1000, say };
  await playRound(
    mutations,
    tests.filter((file) => NEAR.test(file)),
    options,
  );
  const left = mutations.filter(isUnnoticed);
  say(`${left.length} are left for the tests of elements.`);
  if (left.length > 0)
    await playRound(
      left,
      tests.filter((file) => !NEAR.test(file)),
      options,
    );
} finally {
  await browser?.close();
}
for (const mutation of refusedByCompiler(mutations.filter(isUnnoticed))) mutation.status = 'refused';
const share = report(mutations, { all: all.length, seconds: (performance.now() - start) / 1000, seed: values.seed });
process.exitCode = share < ENOUGH ? 1 : 0;
