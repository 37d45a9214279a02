// What runs in the page: Mocha over some tests of some files. Functions here are sent to the page as text.

/** Before anything else in every frame: answers whether a mutation is on, and notes on the top page who asked. */
export function answerSwitches(active) {
  globalThis.mutant = (id) => {
    try {
      (window.top.mutantsSeen ??= new Set()).add(id);
    } catch {
      // a frame of another origin has nobody to tell
    }
    return id === active;
  };
}

/**
 * Runs tests. `files`: `{ file, tests? }`, `tests` by their numbers in the file, all without; `limits`: the longest that
 * each may take, by `file#number`; `isStopping`: at the first failure.
 */
export async function runTests({ files, limits, isStopping }) {
  window.__WTR_CONFIG__ = {};
  await import('/node_modules/@web/test-runner-mocha/dist/standalone.js');
  const { mocha, Mocha } = window;
  const seen = () => [...(window.mutantsSeen ?? [])];
  mocha.setup({ ui: 'bdd', timeout: 10_000, reporter: class extends Mocha.reporters.Base {}, bail: isStopping });

  const testsUnder = (suite) => [...suite.tests, ...suite.suites.flatMap(testsUnder)];
  const keys = new Map();
  for (const { file, tests } of files) {
    const before = new Set(testsUnder(mocha.suite));
    await import(`/${file}`);
    testsUnder(mocha.suite)
      .filter((test) => !before.has(test))
      .forEach((test, number) => {
        const isWanted = !tests || tests.includes(number);
        keys.set(test, `${file}#${number}`);
        const limit = limits?.[`${file}#${number}`];
        if (limit) test.timeout(limit);
        if (!isWanted) test.parent.tests.splice(test.parent.tests.indexOf(test), 1);
      });
  }
  const atLoad = seen();

  const results = [];
  const finished = new Promise((resolve) => {
    const runner = mocha.run(() => setTimeout(resolve));
    const note = (test, failure) =>
      results.push({
        key: keys.get(test) ?? keys.get(test.ctx?.currentTest),
        title: test.fullTitle(),
        duration: test.duration ?? 0,
        seen: seen(),
        ...(failure && {
          failure: failure.message ?? String(failure),
          isTimeout: failure.code === 'ERR_MOCHA_TIMEOUT',
        }),
      });
    runner.on('test', () => (window.mutantsSeen = new Set()));
    runner.on('pass', (test) => note(test));
    runner.on('fail', note);
  });
  await finished;
  return { results, atLoad };
}
