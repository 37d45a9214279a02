// The apps of examples/ that are built with what this project has installed, from the packed package, under the policy of the README.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';
import { copyApp, openBrowser, tryOut } from '../../tools/examples/try-out.mjs';
import { root } from '../../tools/files.mjs';

/** What an app's own configuration needs and is not installed here: Vite compiles JSX without it. */
const BUILDS = { html: {}, react: { configFile: false, build: { modulePreload: { polyfill: false } } } };

describe('an app of examples/, with the packed package', { timeout: 180_000 }, () => {
  let place;
  let browser;
  before(async () => {
    // Below the packages of this project, which stand in for those that an app installs beside it.
    mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
    place = mkdtempSync(join(root, 'node_modules/.cache/examples-'));
    const options = {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    };
    const [{ filename }] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', place], options),
    );
    const folder = join(place, 'node_modules/my-sessions');
    mkdirSync(folder, { recursive: true });
    execFileSync('tar', ['-xzf', join(place, filename), '-C', folder, '--strip-components=1']);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    rmSync(place, { recursive: true });
  });

  for (const [host, config] of Object.entries(BUILDS))
    it(`works, and no browser complains: ${host}`, async () => {
      const folder = copyApp(host, place);
      await build({ ...config, root: folder, logLevel: 'error' });
      const { violations, errors } = await tryOut(host, folder, browser, process.execPath);
      assert.deepEqual({ violations, errors }, { violations: [], errors: [] });
    });
});
