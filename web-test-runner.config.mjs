import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { mapServing } from './test/support/map-server.mjs';
import { accessibleNames } from './tools/accessible-names.mjs';
import { countReporter } from './tools/count-reporter.mjs';
import { firefoxPlace } from './tools/engines.mjs';
import { filesUnder } from './tools/files.mjs';
import { forcedColours } from './tools/forced-colours.mjs';
import { mapForStories } from './tools/map-tiles.mjs';
import { sharedPageOf } from './tools/pages.mjs';
import { findBrowser } from './tools/setup.mjs';
import { viteServing } from './tools/wtr-vite.mjs';

const quiet = [
  '--no-sandbox', // root has no sandbox, and a build machine is usually root
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page that is not the front tab gets no animation frames unless it is told it has the focus. */
async function createPage({ context }) {
  const page = await context.newPage();
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

const launchers = {
  chromium: () => chromeLauncher({ launchOptions: { executablePath: findBrowser(), args: quiet }, createPage }),
  firefox: () => {
    const launcher = chromeLauncher({
      puppeteer,
      launchOptions: { browser: 'firefox', executablePath: firefoxPlace(), timeout: 120_000 },
      concurrency: 1,
    });
    launcher.name = 'Firefox';
    return launcher;
  },
  webkit: async () => (await import('./tools/webkit.mjs')).webkitLauncher(),
};
const browsers = (process.env.BROWSERS ?? 'chromium').split(',');

/** Outside of these, tests of the other engines would tell nothing new of them, and are for the night. */
const ROOMS_OF_ENGINES =
  /^test\/(components|context|core|effects|gateways|localize|registration|rich-text|rooms|views)[/.]/;
/** For the night in every engine. */
const ROOM_OF_THE_NIGHT = /^test\/nightly\//;
const isOfTheRun = (file) => {
  if (process.env.WHOLE === '1') return true;
  return browsers.includes('chromium') ? !ROOM_OF_THE_NIGHT.test(file) : ROOMS_OF_ENGINES.test(file);
};
const files = filesUnder('test', /\.test\.ts$/).filter(
  (file) => !sharedPageOf(file.replace('test/', '')) && isOfTheRun(file),
);

const vite = await viteServing({
  // Runs beside each other would bundle into the same folder.
  cacheDir: `node_modules/.cache/vite-test/${browsers.join('-')}`,
  plugins: [mapForStories()],
  // Every dependency is found before the first test: one found later would be bundled anew in the middle of a run.
  optimizeDeps: { entries: ['src/**/*.ts', 'test/**/*.ts', 'stories/**/*.ts'] },
});

/** What property tests draw from, on its way to the page. */
const seed = process.env.PROPERTY_SEED;
const testRunnerHtml = (testFramework) =>
  `<!DOCTYPE html><html><head><script>globalThis.PROPERTY_SEED = ${JSON.stringify(seed)};</script>${[
    '/test/support/property-seed.mjs',
    testFramework,
  ]
    .map((module) => `<script type="module" src="${module}"></script>`)
    .join('')}</head><body></body></html>`;

export default {
  files,
  testRunnerHtml,
  middleware: [mapServing(), vite.middleware],
  plugins: [vite.plugin, forcedColours(), accessibleNames()],
  browsers: await Promise.all(browsers.map((name) => launchers[name]())),
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY === true }),
    countReporter(),
  ],
  filterBrowserLogs: ({ args: [first] }) => !String(first).startsWith('Lit is in dev mode'),
  testFramework: { config: { timeout: 10_000 } },
  // A fresh clone bundles its dependencies first.
  browserStartTimeout: 120_000,
  testsStartTimeout: 60_000,
  // Per file; those that sweep every element with every text and every look take minutes on two busy processors.
  testsFinishTimeout: 600_000,
};
