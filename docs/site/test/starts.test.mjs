import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { documents } from '../../../tools/docs-code.mjs';
import { root } from '../../../tools/files.mjs';
import { openBrowser, openPage, serve } from './opened-site.mjs';

const HTML = /^```html\n(<!doctype html>[\s\S]*?)^```$/gim;

/** Every document that is a page as it stands. */
const starts = documents().flatMap((path) =>
  [...readFileSync(join(root, path), 'utf8').matchAll(HTML)].map(([, html]) => ({ path, html })),
);

describe('pages that documents begin with', () => {
  let folder;
  let site;
  let browser;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'starts-'));
    starts.forEach(({ html }, index) => {
      mkdirSync(join(folder, String(index)));
      writeFileSync(join(folder, String(index), 'index.html'), html);
    });
    const built = join(root, 'dist/cdn');
    site = await serve({
      '/': folder,
      ...Object.fromEntries(starts.map((_, index) => [`/${index}/my-sessions/`, built])),
    });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are there', () => assert.ok(starts.length > 0));

  for (const [index, { path }] of starts.entries())
    it(`show the workspace: ${path}`, async () => {
      const { page, complaints, close } = await openPage(browser, site.address);
      await page.goto(`${site.address}/${index}/`);
      await page.locator('my-sessions').getByText('Card Service Line').first().waitFor();
      const { height } = await page.locator('my-sessions').boundingBox();
      assert.equal(height, 900);
      assert.deepEqual(complaints, []);
      await close();
    });
});
