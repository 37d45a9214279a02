// An agent at an app of examples/: an offer is accepted by a click, and the app hears of it.
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';

const PATIENCE_MS = 60_000;
const PANEL_PX = 300;
/** As the elements' own styles have it, which stand in the page. */
const PICTURE_PADDING = '8px 12px';

/** Fails where an element does not say what it should, in its own padding, before any script runs; answers what the browser complains of. */
export async function lookAtFirstPictures(browser, address, expected) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const errors = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  try {
    await page.goto(address);
    const pictures = await page.evaluate(
      (tags) =>
        tags.map((tag) => {
          const said = document.querySelector(tag).shadowRoot?.querySelector('p');
          return [tag, said?.textContent, said && getComputedStyle(said).padding];
        }),
      Object.keys(expected),
    );
    assert.deepEqual(
      pictures,
      Object.entries(expected).map(([tag, text]) => [tag, text, PICTURE_PADDING]),
    );
    return errors;
  } finally {
    await context.close();
  }
}

/** Fails when the app does not work; answers the bytes of its scripts until then, gzipped, and all the browser complains of. */
export async function drive(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const violations = [];
  const errors = [];
  const scripts = [];
  await page.exposeFunction('violated', (text) => violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, sourceFile }) => {
      window.violated(`${violatedDirective} ${blockedURI} ${sample} ${sourceFile}`);
    });
  });
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  try {
    await page.goto(address);
    await page.locator('my-sessions sessions-list').waitFor();
    const accept = page.locator('my-sessions task-offers [data-verb="session.accept"]').first();
    await accept.waitFor();
    const bytes = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
    await accept.click();
    await page.locator('.last', { hasText: 'Accepted: ' }).waitFor();
    await page.locator('my-sessions sessions-list section.active .card').first().waitFor();
    await page.locator('.crm task-capacity').getByText('Tasks').first().waitFor();
    const [panel, content, desk] = await page.evaluate(() => {
      const crm = document.querySelector('.crm');
      return [crm.offsetWidth, crm.scrollWidth, document.querySelector('my-sessions').offsetHeight];
    });
    assert.ok(
      panel === PANEL_PX && content <= PANEL_PX,
      `a panel of ${PANEL_PX} px is ${panel} px, holding ${content} px`,
    );
    assert.equal(desk, 720, 'the workspace is as high as the page says');
    return { bytes, violations, errors };
  } catch (error) {
    error.message += `\n${[...violations, ...errors].join('\n')}`;
    throw error;
  } finally {
    await context.close();
  }
}
