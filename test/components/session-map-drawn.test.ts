import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { askGeocoder } from '../../src/components/session-map/ask-geocoder.js';
import { sessionMap } from '../../src/localize/en/session-map.js';
import { aSession } from '../../stories/scenarios/builders.js';
import { at, placeIs } from '../../stories/scenarios/places.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { MapSource } from '../support/map-source.js';
import {
  drawnTiles,
  link,
  mapElement,
  mountMap,
  note,
  until,
  untilDrawn,
  untilNote,
} from '../support/map-workspace.js';
import { expectFocusOn, find, findAll, frame, happens, settled, textOf } from '../support/mounting.js';

const BRISTOL = '51.4545, -2.5879';
const TILE_OF_BRISTOL = '/tiles/15/16148/10903.svg';
const TILE_OF_LYON = '/tiles/15/16824/11688.svg';

const region = (root: ParentNode): HTMLElement => find(root, '[role="region"]');
const pathOf = ({ src }: HTMLImageElement): string => src.slice(src.indexOf('/tiles/'));
const zoomOf = (tile: HTMLImageElement): string | undefined => pathOf(tile).split('/')[2];
const press = (root: ParentNode, label: string): void => find(root, `button[aria-label="${label}"]`).click();
const retry = (root: ParentNode): void => find(root, '.notes button').click();
/** How far from the middle of the viewport the pin's point is. */
function offCentre(root: ParentNode): number {
  const view = find(root, '.viewport').getBoundingClientRect();
  const pin = find(root, '.pin').getBoundingClientRect();
  return Math.hypot(pin.x + 16 - (view.x + view.width / 2), pin.y + 30 - (view.y + view.height / 2));
}

describe('session-map, drawn', () => {
  it('draws the tiles around coordinates, with the place in the middle', async () => {
    const source = new MapSource();
    const { provider } = await mountMap([at(BRISTOL)], { map: source.configuration });
    expect(note(provider)).to.equal(sessionMap.loading);
    await untilDrawn(provider);
    await until('all tiles are there', () => findAll(provider, 'img').length === drawnTiles(provider).length);
    const middle = find(provider, '.viewport').getBoundingClientRect();
    const [under] = drawnTiles(provider).filter((tile) => {
      const { left, right, top, bottom } = tile.getBoundingClientRect();
      const [x, y] = [middle.x + middle.width / 2, middle.y + middle.height / 2];
      return left <= x && x < right && top <= y && y < bottom;
    });
    expect(pathOf(under!)).to.equal(TILE_OF_BRISTOL);
    expect(offCentre(provider)).to.be.below(1);
    expect([...(await source.tiles())].sort()).to.deep.equal(drawnTiles(provider).map(pathOf).sort());
    expect(region(provider).getAttribute('aria-label')).to.equal('Map of 51.4545° N, 2.5879° W');
    expect(textOf(find(provider, '.attribution'))).to.equal('Test Map');
    await expect(mapElement(provider)).to.be.accessible();
  });

  it('looks an address up once, and shows where it is', async () => {
    const source = new MapSource();
    await source.break({ places: { waits: true } });
    const { provider } = await mountMap([at('Lyon')], { map: source.configuration });
    await until('it is looked up', () => note(provider) === sessionMap.searching);
    await until('it is asked for', async () => (await source.lookUps()).length > 0);
    await source.go();
    await untilDrawn(provider);
    expect(textOf(find(provider, '.coordinates'))).to.equal('45.764° N, 4.8357° E');
    expect(await source.tiles()).to.include(TILE_OF_LYON);
    mapElement(provider).requestUpdate();
    await settled();
    expect(await source.lookUps()).to.deep.equal(['/places?q=Lyon']);
    expect(region(provider).getAttribute('aria-label')).to.equal('Map of Lyon');
  });

  it('shows no tiles beyond the closest zoom that the source has', async () => {
    const source = new MapSource();
    const { provider } = await mountMap([at(BRISTOL)], { map: { ...source.configuration, maxZoom: 9 } });
    await untilDrawn(provider);
    press(provider, sessionMap.zoomIn);
    await frame();
    expect((await source.tiles()).filter((path) => !path.startsWith('/tiles/9/'))).to.deep.equal([]);
  });

  it('asks the tile source with cookies or without, as configured', async () => {
    for (const anonymousTiles of [false, true]) {
      const { configuration } = new MapSource();
      const { provider } = await mountMap([at(BRISTOL)], { map: { ...configuration, anonymousTiles } });
      await untilDrawn(provider);
      const modes = new Set(drawnTiles(provider).map(({ crossOrigin }) => crossOrigin));
      expect([...modes]).to.deep.equal([anonymousTiles ? 'anonymous' : null]);
    }
  });

  it('zooms by its buttons and pans by keyboard, and finds back', async () => {
    const source = new MapSource();
    const { provider } = await mountMap([at(BRISTOL)], { map: source.configuration });
    await untilDrawn(provider);
    press(provider, sessionMap.zoomIn);
    await until('closer tiles', () => drawnTiles(provider).some((tile) => zoomOf(tile) === '16'));
    press(provider, sessionMap.zoomOut);
    press(provider, sessionMap.zoomOut);
    await until('wider tiles', () => drawnTiles(provider).some((tile) => zoomOf(tile) === '14'));
    region(provider).focus();
    await sendKeys({ press: 'ArrowRight' });
    await until('it moved', () => offCentre(provider) > 40);
    press(provider, sessionMap.recentre);
    await until('it is back', () => offCentre(provider) < 1);
  });

  it('leaves the wheel to the page, unless the agent is in the map or holds Ctrl', async () => {
    const { provider } = await mountMap([at(BRISTOL)], { map: new MapSource().configuration });
    await untilDrawn(provider);
    const turn = (ctrlKey = false): boolean => {
      const wheel = new WheelEvent('wheel', { deltaY: -100, ctrlKey, bubbles: true, composed: true, cancelable: true });
      return region(provider).dispatchEvent(wheel);
    };
    expect(turn(), 'the page scrolls').to.equal(true);
    expect(turn(true), 'Ctrl zooms').to.equal(false);
    region(provider).focus();
    expect(turn(), 'inside it zooms').to.equal(false);
  });

  it('says when tiles fail, keeps what is known, and tries again', async () => {
    const source = new MapSource();
    await source.break({ tiles: { status: 503 } });
    const { provider } = await mountMap([at('Lyon')], { map: source.configuration });
    await untilNote(provider, sessionMap.tilesFailed);
    expect(textOf(find(provider, '.address'))).to.equal('Lyon');
    expect(textOf(find(provider, '.coordinates'))).to.equal('45.764° N, 4.8357° E');
    expect(link(provider).href).to.equal('https://maps.example/find?q=Lyon');
    expect(drawnTiles(provider)).to.have.length(0);
    await source.break({});
    const button = find(provider, '.notes button');
    button.focus();
    button.click();
    await untilDrawn(provider);
    expectFocusOn(region(provider));
  });

  const faults = [
    { name: 'nothing is found', places: { body: '[]' }, says: sessionMap['not-found'], canRetry: false },
    { name: 'it is broken', places: { status: 500 }, says: sessionMap.failed, canRetry: true },
    { name: 'it wants a sign-in', places: { status: 401, body: '[]' }, says: sessionMap.failed, canRetry: true },
    {
      name: 'it answers with a page',
      places: { body: '<title>Hello</title>' },
      says: sessionMap.failed,
      canRetry: true,
    },
    {
      name: 'it answers with an object',
      places: { body: '{"lat":1,"lon":1}' },
      says: sessionMap.failed,
      canRetry: true,
    },
    {
      name: 'the place is beyond Earth',
      places: { body: '[{"lat":"99","lon":"1"}]' },
      says: sessionMap.failed,
      canRetry: true,
    },
    { name: 'it answers without end', places: { length: 1_000_000 }, says: sessionMap.failed, canRetry: true },
  ];
  for (const { name, places, says, canRetry } of faults)
    it(`says when an address cannot be looked up, and asks once: ${name}`, async () => {
      const source = new MapSource();
      await source.break({ places });
      const { provider } = await mountMap([at('Lyon')], { map: source.configuration });
      await untilNote(provider, says);
      mapElement(provider).requestUpdate();
      await settled();
      expect(await source.requests()).to.deep.equal(['/places?q=Lyon']);
      expect(link(provider).href).to.equal('https://maps.example/find?q=Lyon');
      expect(findAll(provider, '.notes button')).to.have.length(canRetry ? 1 : 0);
      if (!canRetry) return;
      await source.break({});
      retry(provider);
      await untilDrawn(provider);
    });

  it('says when nobody answers', async () => {
    // Port 9 is closed to browsers, as if there were no network.
    const map = { ...new MapSource().configuration, geocoder: 'http://localhost:9/{address}' };
    const { provider } = await mountMap([at('Lyon')], { map });
    await untilNote(provider, sessionMap.unreachable);
    expect(textOf(find(provider, '.address'))).to.equal('Lyon');
  });

  it('gives a geocoder that hangs up', async () => {
    const source = new MapSource();
    await source.break({ places: { waits: true } });
    const finding = await askGeocoder(`${source.base}/places?q=Lyon`, new AbortController().signal, 30);
    expect(finding).to.deep.equal({ state: 'unreachable' });
    await source.go();
  });

  it('never shows the place of one customer with another, however late it comes', async () => {
    const source = new MapSource();
    const sessions = [at('Lyon', { id: 'a' }), at('Bath', { id: 'b' })];
    const { provider } = await mountMap(sessions, { map: source.configuration });
    await untilDrawn(provider);
    await source.break({ places: { waits: true } });
    mapElement(provider).sessionId = 'b';
    await settled();
    expect(note(provider)).to.equal(sessionMap.searching);
    expect(findAll(provider, 'img, .coordinates, [role="region"]'), 'the map of the other').to.have.length(0);

    await until('Bath is asked for', async () => (await source.lookUps()).length === 2);
    await source.break({});
    mapElement(provider).sessionId = 'a';
    await untilDrawn(provider);
    await source.go();
    await frame();
    expect(textOf(find(provider, '.coordinates'))).to.equal('45.764° N, 4.8357° E');
    expect(drawnTiles(provider).map(pathOf)).to.include(TILE_OF_LYON);
    mapElement(provider).sessionId = 'b';
    await until('Bath is drawn', () => textOf(mapElement(provider)).includes('51.3811° N'));
    expect(await source.lookUps()).to.deep.equal(['/places?q=Lyon', '/places?q=Bath', '/places?q=Bath']);
  });

  it('ends the map with its element, and draws a new one when it is put back', async () => {
    const source = new MapSource();
    const { provider } = await mountMap([at(BRISTOL)], { map: source.configuration });
    await untilDrawn(provider);
    const element = mapElement(provider);
    const container = region(provider);
    element.remove();
    expect(container.isConnected).to.equal(false);
    expect(element.renderRoot.querySelectorAll('img, [role="region"]').length).to.equal(0);
    provider.append(element);
    await untilDrawn(provider);
    expect(element.renderRoot.querySelectorAll('[role="region"]').length).to.equal(1);
  });

  it('ends a map in the middle of its movements, and the next one moves', async () => {
    const sessions = [at(BRISTOL, { id: 'a' }), at('45.764, 4.8357', { id: 'b' })];
    const { provider } = await mountMap(sessions, { map: new MapSource().configuration });
    await untilDrawn(provider);
    region(provider).focus();
    region(provider).dispatchEvent(new WheelEvent('wheel', { deltaY: -100, ctrlKey: true, cancelable: true }));
    press(provider, sessionMap.zoomIn);
    await sendKeys({ press: 'ArrowRight' });
    mapElement(provider).sessionId = 'b';
    await settled();
    await untilDrawn(provider);
    press(provider, sessionMap.zoomIn);
    press(provider, sessionMap.zoomIn);
    // Longer than anything of the first map could still take; an error in it fails the test.
    await until('as close as was asked for', () => drawnTiles(provider).some((tile) => zoomOf(tile) === '17'));
    expect(offCentre(provider)).to.be.below(1);
  });

  it('asks for no tile while it cannot be seen, and fills what room it gets', async () => {
    const source = new MapSource();
    const { provider, gateway } = await mountMap([aSession()], { map: source.configuration });
    provider.style.cssText = 'display: block; inline-size: 200px; content-visibility: hidden';
    const parameters = placeIs(BRISTOL);
    await happens(gateway, { type: 'parameters.changed', at: NOW, sessionId: 'call-1', parameters });
    await frame();
    expect(await source.requests()).to.deep.equal([]);
    provider.style.contentVisibility = 'visible';
    await untilDrawn(provider);
    const before = new Set(await source.tiles());
    provider.style.inlineSize = '1100px';
    await until('more tiles', () => drawnTiles(provider).length > before.size);
    expect(offCentre(provider)).to.be.below(1);
  });
});
