import { expect, html } from '@open-wc/testing';
import { sessionMap } from '../../src/localize/en/session-map.js';
import type { Session } from '../../src/index.js';
import { aConfiguration, aSession, anEndedSession, withCardLine } from '../../stories/scenarios/builders.js';
import { at, mapDocument, placeIs } from '../../stories/scenarios/places.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { MapSource } from '../support/map-source.js';
import { link, mapElement, mountMap, note, untilDrawn, untilNote } from '../support/map-workspace.js';
import { find, findAll, frame, happens, mount, textOf } from '../support/mounting.js';

// The sources of the kit alone fill the list that browsers keep by default.
performance.setResourceTimingBufferSize(10_000);

const hasLeaflet = (): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => /leaflet-src|leaflet-map/.test(name));

describe('session-map, without a map', () => {
  it('says that the location is awaited, and shows it when it comes', async () => {
    const { provider, gateway } = await mountMap([aSession()], { mapRequests: false });
    expect(textOf(mapElement(provider))).to.equal(sessionMap.pending);
    const parameters = placeIs('Mill Lane 3, Bath');
    await happens(gateway, { type: 'parameters.changed', at: NOW, sessionId: 'call-1', parameters });
    expect(textOf(find(provider, '.address'))).to.equal('Mill Lane 3, Bath');
  });

  const states: readonly (readonly [string, Session, string])[] = [
    ['none was given', aSession({ parameters: [{ name: 'Place', state: 'empty' }] }), sessionMap.empty],
    ['only spaces were given', at('  \n'), sessionMap.empty],
    ['it did not come', aSession({ parameters: [{ name: 'Place', state: 'not-available' }] }), sessionMap.notAvailable],
    [
      'it did not come, and why',
      aSession({ parameters: [{ name: 'Place', state: 'not-available', reason: 'CRM is down' }] }),
      'The location is not available: CRM is down',
    ],
    ['the session is over and it was not stored', anEndedSession(), sessionMap.notAvailable],
  ];
  for (const [name, session, text] of states)
    it(`says that there is no location: ${name}`, async () => {
      const { provider } = await mountMap([session], {});
      expect(textOf(mapElement(provider))).to.equal(text);
    });

  it('says that the service names no parameter', async () => {
    const { provider } = await mount(html`<session-map></session-map>`, {
      document: withCardLine({ extensions: {} }),
      sessions: [at('Bath')],
    });
    expect(textOf(mapElement(provider))).to.equal(sessionMap.noParameter);
  });

  it('shows coordinates and a link to another map when no map source is configured', async () => {
    const { provider } = await mountMap([at('-33.8688, 151.2093')], {});
    expect(textOf(find(provider, '.coordinates'))).to.equal('33.8688° S, 151.2093° E');
    expect(note(provider)).to.equal(sessionMap.obstacle['no-tiles']);
    expect(link(provider).href).to.equal('https://www.openstreetmap.org/search?query=-33.868800%2C151.209300');
    expect([link(provider).rel, link(provider).target]).to.deep.equal(['noopener noreferrer', '_blank']);
  });

  it('shows what is nowhere as it was given, and links to no other map', async () => {
    const { provider } = await mountMap([at('95.2, 8.1')], { map: new MapSource().configuration });
    expect(textOf(find(provider, '.address'))).to.equal('95.2, 8.1');
    expect(note(provider)).to.equal(sessionMap.obstacle.nowhere);
    expect(findAll(provider, 'a')).to.have.length(0);
  });

  const tiles = 'https://tiles.example/{z}/{x}/{y}';
  const misconfigured: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
    ['tiles over http', { tiles: 'http://tiles.example/{z}/{x}/{y}' }, sessionMap.obstacle['unusable-tiles']],
    ['tiles of a script', { tiles: 'javascript:{z}{x}{y}' }, sessionMap.obstacle['unusable-tiles']],
    ['no geocoder', { tiles }, sessionMap.obstacle['no-geocoder']],
    ['http', { tiles, geocoder: 'http://geo.example/{address}' }, sessionMap.obstacle['unusable-geocoder']],
  ];
  for (const [name, map, text] of misconfigured)
    it(`says what is wrong with the configuration, and keeps the address: ${name}`, async () => {
      const { provider } = await mountMap([at('Mill Lane 3, Bath')], { map });
      expect(note(provider)).to.equal(text);
      expect(textOf(find(provider, '.address'))).to.equal('Mill Lane 3, Bath');
      expect(link(provider).href).to.equal('https://www.openstreetmap.org/search?query=Mill%20Lane%203%2C%20Bath');
    });

  it('makes no link of a script', async () => {
    const { provider } = await mountMap([at('Bath')], { map: { link: 'javascript:alert("{address}")' } });
    expect(findAll(provider, 'a')).to.have.length(0);
    expect(textOf(mapElement(provider))).to.contain(sessionMap.unusableLink);
  });

  const hostile = [
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    'javascript:alert(1)//',
    '${7*7}{{7*7}}$(address){z}',
    '\u202Egpj.exe',
    '__proto__',
  ];
  for (const text of hostile)
    it(`takes an address for text: ${text}`, async () => {
      const source = new MapSource();
      const { provider } = await mountMap([at(text)], { map: source.configuration });
      await untilNote(provider, sessionMap['not-found']);
      expect(textOf(find(provider, '.address'))).to.equal(text.replace('\u202E', '\uFFFD'));
      expect(findAll(provider, 'img, script')).to.have.length(0);
      const { origin, searchParams, search } = new URL(link(provider).href);
      expect([origin, searchParams.get('q')]).to.deep.equal(['https://maps.example', text]);
      expect(await source.requests()).to.deep.equal([`/places${search}`]);
    });

  // Last of those that draw nothing: what a page has loaded stays loaded.
  it('has loaded no map library for any of this', () => expect(hasLeaflet()).to.equal(false));

  for (const place of ['51.4545, -2.5879', 'Bristol'])
    it(`asks nobody before the service allows it, and draws the map once it does: ${place}`, async () => {
      const source = new MapSource();
      const map = source.configuration;
      const { provider, gateway } = await mountMap([at(place)], { map, mapRequests: false });
      await frame();
      expect(note(provider)).to.equal(sessionMap.obstacle['requests-off']);
      expect(findAll(provider, '.viewport')).to.have.length(0);
      expect(await source.requests()).to.deep.equal([]);
      const configuration = aConfiguration(mapDocument({ map }));
      await happens(gateway, { type: 'configuration.loaded', at: NOW, configuration });
      await untilDrawn(provider);
      expect(await source.tiles()).to.include('/tiles/15/16148/10903.svg');
      expect(await source.lookUps()).to.deep.equal(place === 'Bristol' ? ['/places?q=Bristol'] : []);
      expect(hasLeaflet()).to.equal(true);
    });
});
