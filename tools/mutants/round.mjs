// One round: every mutation against the tests of some files, the nearest first, until one of them notices it.
import { distancesFrom, remoteness } from './nearness.mjs';
import { short } from './report.mjs';

/** Pure tests share a page; whoever puts elements on a page or waits for a network has one alone. */
const SHARED = /^test\/core\//;
const SLOWEST_LOAD_MS = 30_000;
const isOfNode = (file) => file.endsWith('.mjs');

/** Runs `work` over the items with so many workers, in order. */
async function inParallel(items, workers, work) {
  const waiting = [...items];
  const go = async (worker) => {
    while (waiting.length > 0) await work(waiting.shift(), worker);
  };
  await Promise.all(workers.map(go));
}

/** A test is given a few times as long as it took, so that a mutation that waits for ever costs little. */
const limitOf = (duration) => Math.ceil(duration * 4 + 3000);
/** Who was too slow is asked once more, with this much more time: the machine may have been busy. */
const SECOND_CHANCE = 3;

/**
 * What each test takes and which mutations it comes by, without a mutation. Tests that fail are left out, and named.
 * A map from file to `{ tests: Map<number, { duration, seen }>, atLoad }`; a file of Node is one test, number 0.
 */
async function measure(files, { runners, node }, say) {
  const measured = new Map();
  const shared = files.filter((file) => SHARED.test(file));
  const alone = files.filter((file) => !SHARED.test(file));
  const jobs = [...alone.map((file) => [file]), ...(shared.length > 0 ? [shared] : [])].reverse();
  const play = async (job, runner) => {
    if (isOfNode(job[0])) {
      const { failures, isHanging, seen, duration } = await node.run(job[0], { active: -1, limitMs: 300_000 });
      for (const failure of failures) say(`Not counted, for it fails by itself: ${job[0]} ${failure}`);
      if (isHanging) say(`Left out, for it does not end: ${job[0]}`);
      else measured.set(job[0], { tests: new Map([[0, { duration, seen }]]), atLoad: new Set(), failures });
      return;
    }
    const ran = await runner.run({ files: job.map((file) => ({ file })) }, { active: -1, limitMs: 600_000 });
    if (!ran.results && job.length > 1) {
      // One of them does not load; it must not take the others with it.
      for (const file of job) await play([file], runner);
      return;
    }
    if (!ran.results) return say(`Left out, for it does not run: ${job[0]} ${ran.error ?? 'in time'}`);
    for (const file of job) measured.set(file, { tests: new Map(), atLoad: new Set(ran.atLoad) });
    for (const { key, title, duration, seen, failure } of ran.results) {
      const [file, number] = key?.split('#') ?? [];
      if (failure) {
        // a hook after a test that passed fails it as well
        measured.get(file)?.tests.delete(Number(number));
        say(`Left out, for it fails by itself: ${title} ${failure}`);
      } else measured.get(file)?.tests.set(Number(number), { duration, seen: new Set(seen) });
    }
  };
  await inParallel(jobs, runners, play);
  return measured;
}

/** The tests that come by a mutation: `{ file, tests, duration }`, the nearest file first. */
function testsFor({ id, file: changed }, measured, distances) {
  const chosen = [];
  for (const [file, { tests, atLoad }] of measured) {
    const canSee = isOfNode(file) || distances.get(file)?.has(changed);
    const own = [...tests].filter(([, { seen }]) => seen.has(id) || (canSee && atLoad.has(id)));
    const duration = own.reduce((sum, [, test]) => sum + test.duration, 0);
    if (own.length > 0) chosen.push({ file, tests: own.map(([number]) => number), duration });
  }
  const far = new Map(chosen.map(({ file }) => [file, remoteness(file, changed, distances)]));
  return chosen.sort((a, b) => far.get(a.file) - far.get(b.file) || a.duration - b.duration);
}

/** However slow they are, so many of the nearest files are asked. */
const ASKED_IN_ANY_CASE = 5;

/** Neighbours that share a page become one job. What would take longer than the patience is dropped. */
function jobsOf(chosen, patienceMs) {
  const jobs = [];
  let total = 0;
  for (const [index, each] of chosen.entries()) {
    total += each.duration;
    if (index >= ASKED_IN_ANY_CASE && total > patienceMs) break;
    if (SHARED.test(each.file) && jobs.length > 0 && SHARED.test(jobs.at(-1)[0].file)) jobs.at(-1).push(each);
    else jobs.push([each]);
  }
  return jobs;
}

function verdictOf({ results, failures = [], isHanging, error }, where) {
  const failed = results?.find((each) => each.failure);
  if (isHanging || failed?.isTimeout) return { status: 'timed out', by: failed?.title ?? where };
  if (failed || failures.length > 0) return { status: 'killed', by: failed?.title ?? `${where}: ${failures[0]}` };
  return error ? { status: 'killed', by: `${where}: ${error}` } : undefined;
}

async function run(mutation, job, patience, measured, runner, node) {
  const [{ file }] = job;
  const duration = job.reduce((sum, each) => sum + each.duration, 0);
  const options = { active: mutation.id, limitMs: (3 * duration + SLOWEST_LOAD_MS) * patience };
  if (isOfNode(file)) return verdictOf(await node.run(file, { ...options, known: measured.get(file).failures }), file);
  const limits = {};
  for (const { file: each, tests } of job)
    for (const number of tests)
      limits[`${each}#${number}`] = limitOf(measured.get(each).tests.get(number).duration) * patience;
  return verdictOf(await runner.run({ files: job, limits, isStopping: true }, options), file);
}

async function judge(mutation, jobs, measured, runner, node) {
  for (const job of jobs) {
    let verdict = await run(mutation, job, 1, measured, runner, node);
    if (verdict?.status === 'timed out') verdict = await run(mutation, job, SECOND_CHANCE, measured, runner, node);
    if (verdict) return verdict;
  }
  return { status: jobs.length > 0 ? 'survived' : 'not covered' };
}

/** Gives every mutation a `status`: killed, timed out, survived, or not covered; and `by`, the test that noticed it. */
export async function playRound(mutations, files, { runners, node, patienceMs, say }) {
  const distances = distancesFrom(files);
  const measured = await measure(files, { runners, node }, say);
  await inParallel(mutations, runners, async (mutation, runner) => {
    const jobs = jobsOf(testsFor(mutation, measured, distances), patienceMs);
    const verdict = await judge(mutation, jobs, measured, runner, node);
    // not seen in this round is no reason to forget that it survived the last
    if (verdict.status !== 'not covered' || !mutation.status) Object.assign(mutation, verdict);
    const { status, file, line, by, original, replacement } = mutation;
    say(`${status}: ${file}:${line} ${by ? `by ${by}` : `${short(original)} → ${short(replacement) || 'left out'}`}`);
  });
}
