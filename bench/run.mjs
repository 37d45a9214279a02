/**
 * `npm run bench`: measures what the kit promises about speed and size, and prints it beside a limit written by hand
 * without any library (`vanilla/`; of a page's start with Lit, a context and RxJS), measured in the same run. Each
 * figure's method stands at the head of its file in `page/`. Compare ratios, not times: times are those of this machine
 * under its present load.
 *
 *   --quick    fewer rounds: a first impression in about half the time
 *   --json     the figures as JSON, nothing else on standard output
 *   --markdown the page `docs/speed.md` with the figures, nothing else on standard output
 *   --strict   exit code 1 when a figure is over its bound
 *   --only X   only the figures of that name: startup, facts, list, transcript …; `server` (after
 *              `npm run build`) is only measured when it is named
 *
 * Everything runs in headless Chromium, on a production build made in memory. A figure whose two subjects turn out not
 * to show or hold the same is not reported; then, and when a figure cannot be measured at all, the exit code is 1.
 */
import { parseArgs } from 'node:util';
import { ensureDependencies } from '../tools/setup.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    markdown: { type: 'boolean' },
    strict: { type: 'boolean' },
    only: { type: 'string' },
  },
});

ensureDependencies();
// Only now: these need what may just have been installed.
const [
  { bundle },
  { openBrowser },
  { workADay },
  { measureSizes },
  lines,
  { pageOf, partsOf, tableOf },
  { measureServer },
  { soak },
  { measureStartup },
] = await Promise.all([
  import('./build.mjs'),
  import('./browser.mjs'),
  import('./day.mjs'),
  import('./sizes.mjs'),
  import('./rows.mjs'),
  import('./report.mjs'),
  import('./server.mjs'),
  import('./soak.mjs'),
  import('./startup.mjs'),
]);

const PAGE =
  "import '/src/define.ts'; import * as figures from '/bench/page/index.ts'; globalThis.bench = Object.freeze({ ...figures });";
const LISTS = [10, 500, 1000];
const times = (full) => (options.quick ? Math.ceil(full / 3) : full);

const note = (text) => {
  if (!options.json) console.error(text);
};

const rows = [];
async function add(name, measure) {
  if (options.only !== undefined && options.only !== name) return;
  note(`measuring ${name} …`);
  try {
    rows.push(...(await measure()));
  } catch (error) {
    rows.push({ figure: name, failure: error.message.split('\n')[0] });
  }
}

const browser = await openBrowser((await bundle(PAGE)).code);
let sizes;
try {
  await add('startup', async () => lines.rowsOfStartup(await measureStartup(browser, { rounds: times(24) })));
  await add('facts', async () =>
    lines.rowsOfFacts(
      await browser.measure('measureFacts', { sizes: [1, 100, 2000, 10_000], facts: 250, rounds: times(300) }),
    ),
  );
  for (const sessions of LISTS)
    await add('list', async () =>
      lines.rowsOfList(
        sessions,
        await browser.measure('measureList', { sessions, mounts: times(40), updates: times(250) }),
      ),
    );
  await add('transcript', async () =>
    lines.rowsOfTranscript(
      await browser.measure('measureTranscript', {
        sizes: [10_000, 100_000],
        mounts: times(40),
        appends: times(300),
        switches: times(150),
      }),
    ),
  );
  await add('codes and tags', async () =>
    lines.rowsOfCodes(await browser.measure('measureCodes', { tags: 10_000, codes: 2000, rounds: times(150) })),
  );
  await add('snapshots', async () =>
    lines.rowsOfSnapshots(await browser.measure('measureSnapshot', { sizes: [2000, 20_000], rounds: times(6) })),
  );
  // The first 500 also pay for code that is compiled while it runs.
  await add('soak', async () =>
    lines.rowsOfSoak(await browser.visit((page) => soak(page, { marks: options.quick ? [500, 1000] : [500, 5000] }))),
  );
  await add('day', async () => lines.rowsOfDay(await browser.visit((page) => workADay(page, { seconds: times(60) }))));
  await add('hostile texts', async () =>
    lines.rowsOfTexts(await browser.measure('measureTexts', { rounds: times(30) })),
  );
  // Some minutes, and of the built package: asked for by name.
  if (options.only === 'server')
    await add('server', async () => lines.rowsOfServer(await measureServer({ seconds: times(20) })));
  await add('sizes', async () => {
    sizes = await measureSizes();
    return lines.rowsOfSizes(sizes);
  });
} finally {
  await browser.close();
}

if (options.json) console.log(JSON.stringify({ browser: browser.version, rows, sizes }, undefined, 2));
else if (options.markdown) process.stdout.write(pageOf(rows, browser.version));
else {
  console.log(`\nChromium ${browser.version}, ${options.quick ? 'quick run' : 'full run'}\n`);
  console.log(tableOf(rows));
  if (sizes) console.log(`\n${partsOf(sizes)}`);
}
const isBroken = rows.some(({ failure }) => failure !== undefined);
if (isBroken || (options.strict && rows.some(lines.isOver))) process.exitCode = 1;
