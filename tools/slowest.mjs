const MOST = 20;
const LINE = /^ +(\d+\.\d) s {2}(.+)$/gm;

/** The slowest of some tests, a line each, which `slowestIn` reads again. */
export const linesOfSlowest = (tests) =>
  tests
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, MOST)
    .map(({ name, ms }) => `${(ms / 1000).toFixed(1).padStart(6)} s  ${name}`);

/** The tests in what our own reporter printed. */
export const slowestIn = (output) =>
  [...output.matchAll(LINE)].map(([, seconds, name]) => ({ name, ms: Number(seconds) * 1000 }));

/** The tests in what Node's reporter `spec` printed; it tells of a failed one twice. */
export function testsOfNode(output, suite) {
  const tests = [...output.matchAll(/^ *[✔✖] (.+) \((\d+(?:\.\d+)?)ms\)$/gm)];
  return [...new Map(tests.map(([, name, ms]) => [name, { name: `${suite}: ${name}`, ms: Number(ms) }])).values()];
}
