import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { elementTags, root } from '../../../tools/files.mjs';
import { openBrowser, openPage, serve } from './opened-site.mjs';

describe('Storybook', () => {
  let folder;
  let site;
  let browser;
  let titles;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'storybook-'));
    const { bin } = createRequire(import.meta.url)('storybook/package.json');
    const program = join(root, 'node_modules/storybook', typeof bin === 'string' ? bin : bin.storybook);
    execFileSync(process.execPath, [program, 'build', '--disable-telemetry', '--quiet', '-o', folder], {
      cwd: root,
      stdio: 'pipe',
    });
    const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
    titles = [...new Set(Object.values(entries).map(({ title }) => title))];
    site = await serve({ '/': folder });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (path) => {
    const opened = await openPage(browser, site.address);
    await opened.page.goto(`${site.address}/?path=${path}`);
    return { ...opened, story: opened.page.frameLocator('#storybook-preview-iframe') };
  };

  it('goes from the whole to its parts', () => {
    assert.deepEqual(titles.slice(0, 5), [
      'Introduction',
      'Tokens',
      'my-sessions',
      'session-provider',
      'session-panel',
    ]);
    assert.deepEqual(
      elementTags().filter((tag) => !titles.includes(tag)),
      [],
    );
  });

  it('is introduced', async () => {
    const { story, close } = await open('/docs/introduction--docs');
    await story.getByRole('heading', { name: 'My Sessions' }).waitFor();
    await close();
  });

  it('shows the tokens as a build has them', async () => {
    const { story, close } = await open('/story/tokens--default');
    await story.getByRole('rowheader', { name: '--my-sessions-accent', exact: true }).waitFor();
    await close();
  });

  it('says in its actions what an element tells its host', async () => {
    const { page, story, close } = await open('/story/session-controls--default');
    await story.getByRole('button', { name: 'Park' }).click();
    await page.getByRole('tab', { name: /Actions/ }).click();
    const panel = page.getByRole('tabpanel', { name: /Actions/ });
    await panel.getByText('session-park:', { exact: false }).first().waitFor();
    await panel.getByText('session-parked:', { exact: false }).first().waitFor();
    await close();
  });
});
