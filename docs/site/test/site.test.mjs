import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { elementTags, filesUnder, root } from '../../../tools/files.mjs';
import { dist, openBrowser, openPage, serve } from './opened-site.mjs';

const pages = filesUnder('docs/site/dist', /\.html$/)
  .map((path) => path.slice('docs/site/dist'.length))
  .filter((path) => path !== '/404.html');

describe('the sources of the site', () => {
  it('compile', () => {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'docs/site')], {
      encoding: 'utf8',
    });
  });
});

describe('links of the built site', () => {
  const read = (path) => readFileSync(join(dist, path), 'utf8');
  const anchors = new Map();
  const anchorsOf = (path) => {
    if (!anchors.has(path)) anchors.set(path, new Set([...read(path).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)));
    return anchors.get(path);
  };
  const fileOf = (path) =>
    [path, `${path}.html`, posix.join(path, 'index.html')].find(
      (name) => /\.\w+$/.test(name) && existsSync(join(dist, name)),
    );

  it('lead to pages, files and headings that are there', () => {
    const broken = pages.flatMap((path) =>
      [...read(path).matchAll(/<a [^>]*href="([^"]+)"/g)].flatMap(([, href]) => {
        const url = new URL(href.replaceAll('&amp;', '&'), `http://site${path}`);
        if (url.host !== 'site') return [];
        const file = fileOf(decodeURIComponent(url.pathname));
        const id = decodeURIComponent(url.hash.slice(1));
        const isThere = file && (!id || !file.endsWith('.html') || anchorsOf(file).has(id));
        return isThere ? [] : [`${path}: ${href}`];
      }),
    );
    assert.deepEqual([...new Set(broken)], []);
  });

  it('include a page for every element', () => {
    assert.deepEqual(
      elementTags().filter((tag) => !pages.includes(`/elements/${tag}.html`)),
      [],
    );
  });
});

describe('pages of the site', () => {
  let site;
  let browser;
  before(async () => {
    site = await serve({ '/': dist });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });

  for (const [name, options] of [
    ['on a desk', { viewport: { width: 1366, height: 900 }, colorScheme: 'light' }],
    ['on a phone in the dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ])
    for (const path of pages)
      it(`${path} ${name} opens without a complaint and fits`, async () => {
        const { page, complaints, close } = await openPage(browser, site.address, options);
        await page.goto(site.address + path);
        const examples = await page.locator('.live').count();
        for (let index = 0; index < examples; index += 1)
          await page.locator('.live-place').nth(index).locator('css=:scope *').first().waitFor({ state: 'attached' });
        await page.waitForLoadState('networkidle');
        const [width, visible] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        assert.deepEqual(complaints, []);
        assert.equal(await page.locator('.live [role=alert]:not(.live-place *)').count(), 0);
        assert.ok(width <= visible, `${width} px on ${visible}`);
        await close();
      });
});
