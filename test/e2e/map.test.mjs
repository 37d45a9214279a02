// The map of a session on a page with a strict policy: Leaflet writes HTML unless it is kept from it.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { openHost, openPage, violationsOn } from '../support/host-pages.mjs';

describe('the map on the portal page', { timeout: 180_000 }, () => {
  let host;
  before(async () => (host = await openHost()));
  afterEach(() => host.closePages());
  after(() => host.close());

  const map = (page) => page.locator('session-pane:visible session-map');
  /** By keyboard, as clicks just after the list has moved do not count. */
  const open = async (page, title) => {
    await page.locator('sessions-list section.history .card', { hasText: title }).press('Enter');
    await map(page).locator('.address').waitFor();
  };

  it('draws the place of an address and moves by keyboard, without a complaint of the browser', async () => {
    const { page, complaints } = await openPage(host, '', { bypassCSP: false });
    await open(page, 'Canal Row Offices');
    await map(page).locator('img.leaflet-tile-loaded').first().waitFor();
    const pin = map(page).locator('.pin');
    const { x } = await pin.boundingBox();
    await map(page).getByRole('region', { name: 'Map of Canal Row 22, Bristol' }).focus();
    await page.keyboard.press('ArrowRight');
    while ((await pin.boundingBox()).x > x - 40);
    await page.keyboard.press('+');
    await map(page).locator('img.leaflet-tile-loaded[src*="/tiles/16/"]').first().waitFor();
    assert.equal(await page.evaluate(() => 'L' in window), false, 'the page keeps a global of its own');
    assert.deepEqual(complaints, []);
  });

  it('keeps the address and a link when neither tiles nor places can be had, and recovers', async () => {
    const { page } = await openPage(host, '', { bypassCSP: true });
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.route('**/map/**', (route) => route.abort('internetdisconnected'));
    await open(page, 'Canal Row Offices');
    await map(page).getByText('The address search cannot be reached.').waitFor();
    const link = map(page).getByRole('link', { name: 'Open in another map' });
    assert.equal(
      await link.getAttribute('href'),
      'https://www.openstreetmap.org/search?query=Canal%20Row%2022%2C%20Bristol',
    );
    await page.unroute('**/map/**');
    await page.route('**/tiles/**', (route) => route.abort('internetdisconnected'));
    await map(page).getByRole('button', { name: 'Try again' }).click();
    await map(page).getByText('Parts of the map could not be loaded.').waitFor();
    await page.unroute('**/tiles/**');
    await map(page).getByRole('button', { name: 'Try again' }).click();
    await map(page).locator('img.leaflet-tile-loaded').first().waitFor();
    assert.deepEqual(await violationsOn(page), []);
    assert.deepEqual(errors, []);
  });

  it('keeps the address, the coordinates and a link when the map library cannot be loaded, and recovers', async () => {
    const { page } = await openPage(host, '', {});
    await page.route('**/leaflet-*.js', (route) => route.abort('internetdisconnected'));
    await open(page, 'Canal Row Offices');
    await map(page).getByText('The map could not be loaded.').waitFor();
    assert.equal(await map(page).locator('.address').innerText(), 'Canal Row 22, Bristol');
    assert.equal(await map(page).locator('.coordinates').innerText(), '51.4513° N, 2.5832° W');
    await map(page).getByRole('link', { name: 'Open in another map' }).waitFor();
    await page.unroute('**/leaflet-*.js');
    await map(page).getByRole('button', { name: 'Try again' }).click();
    await map(page).locator('img.leaflet-tile-loaded').first().waitFor();
  });
});
