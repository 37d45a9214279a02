import { writeSync } from 'node:fs';

function count(suite, totals) {
  for (const test of suite.tests) {
    if (test.skipped) totals.skipped += 1;
    else if (test.passed) totals.passed += 1;
    else totals.failed += 1;
  }
  for (const inner of suite.suites) count(inner, totals);
  return totals;
}

/** Ends a run of Web Test Runner with `12 passed, 0 failed`. A file that does not load counts as one failure. */
export function countReporter() {
  let line = '0 passed, 1 failed'; // a run that dies early must not read as green
  // At exit, because the default reporter still writes after stop().
  process.once('exit', () => writeSync(1, `\n${line}\n`));
  return {
    onTestRunFinished({ sessions }) {
      const totals = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const before = totals.failed;
        if (session.testResults) count(session.testResults, totals);
        if (!session.passed && totals.failed === before) totals.failed += 1;
      }
      line = `${totals.passed} passed, ${totals.failed} failed`;
      if (totals.skipped) line += `, ${totals.skipped} skipped`;
    },
  };
}
