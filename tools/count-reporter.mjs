import { writeSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from './files.mjs';
import { linesOfSlowest } from './slowest.mjs';

/** Every test of a suite, with the names that lead to it. */
const testsOf = (suite, names) => [
  ...suite.tests.map((test) => ({ ...test, names: [...names, test.name] })),
  ...suite.suites.flatMap((inner) => testsOf(inner, [...names, inner.name])),
];

/**
 * Ends a run of Web Test Runner with its slowest tests, what was not run, what failed and why, and `12 passed, 0 failed`.
 * A file that does not load counts as one failure.
 */
export function countReporter() {
  let lines = ['0 passed, 1 failed']; // a run that dies early must not read as green
  // At exit, because the default reporter still writes after stop().
  process.once('exit', () => writeSync(1, `\n${lines.join('\n')}\n`));
  return {
    onTestRunFinished({ sessions }) {
      const totals = { passed: 0, failed: 0 };
      const slow = [];
      const skipped = [];
      const failed = [];
      for (const { testFile, testResults, passed, browser } of sessions) {
        const before = totals.failed;
        const file = relative(root, testFile).replaceAll('\\', '/');
        for (const test of testResults ? testsOf(testResults, []) : []) {
          // A file in the page of its room is a suite by its name already.
          const names = test.names[0].startsWith('test/') ? test.names : [file, ...test.names];
          const name = `${browser.name}: ${names.join(' › ')}`;
          if (test.skipped) skipped.push(`– not run: ${name}`);
          else totals[test.passed ? 'passed' : 'failed'] += 1;
          if (!test.skipped && !test.passed) failed.push(`✗ ${name}\n    ${test.error?.message ?? ''}`);
          slow.push({ name, ms: test.duration ?? 0 });
        }
        if (passed || totals.failed > before) continue;
        totals.failed += 1;
        failed.push(`✗ ${browser.name}: ${file} was not run to its end`);
      }
      const count = `${totals.passed} passed, ${totals.failed} failed`;
      lines = [
        ...linesOfSlowest(slow),
        ...skipped,
        ...failed,
        skipped.length > 0 ? `${count}, ${skipped.length} skipped` : count,
      ];
    },
  };
}
