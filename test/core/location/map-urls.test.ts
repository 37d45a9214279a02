import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { DEFAULT_LINK, expandMapUrl, isUsable } from '../../../src/core/location/map-urls.js';
import type { MapTemplate, MapValues } from '../../../src/core/location/map-urls.js';

const of = (values: Readonly<Record<string, string | number>>): MapValues => new Map(Object.entries(values));
const TILE = of({ z: 15, x: 17_160, y: 11_481 });

describe('a map URL', () => {
  const good: readonly (readonly [MapTemplate, string, MapValues, string])[] = [
    ['tiles', 'https://tiles.example/{z}/{x}/{y}.png', TILE, 'https://tiles.example/15/17160/11481.png'],
    [
      'tiles',
      'https://t.example:8443/m?z={z}&x={x}&y={y}&k=1',
      TILE,
      'https://t.example:8443/m?z=15&x=17160&y=11481&k=1',
    ],
    ['tiles', 'http://localhost:8000/{z}/{x}/{y}', TILE, 'http://localhost:8000/15/17160/11481'],
    ['tiles', 'http://127.0.0.1/{z}/{x}/{y}', TILE, 'http://127.0.0.1/15/17160/11481'],
    ['tiles', 'http://[::1]:81/{z}/{x}/{y}', TILE, 'http://[::1]:81/15/17160/11481'],
    ['tiles', 'https://müller.example/{z}/{x}/{y}', TILE, 'https://xn--mller-kva.example/15/17160/11481'],
    [
      'geocoder',
      'https://geo.example/?q={address}',
      of({ address: 'Ölweg 1 & Co' }),
      'https://geo.example/?q=%C3%96lweg%201%20%26%20Co',
    ],
    [
      'geocoder',
      'https://geo.example/$(address).json',
      of({ address: 'a/../b' }),
      'https://geo.example/a%2F..%2Fb.json',
    ],
    [
      'geocoder',
      'https://geo.example/?q={address}',
      of({ address: "(Main St.)*!'" }),
      'https://geo.example/?q=%28Main%20St.%29%2A%21%27',
    ],
    ['geocoder', 'https://geo.example/?q={address}', of({ address: 'a\uD800b' }), 'https://geo.example/?q=a%EF%BF%BDb'],
    [
      'geocoder',
      'https://geo.example/?q={address}',
      of({ address: 'a\uD800\uFC00b' }),
      'https://geo.example/?q=a%EF%BF%BD%EF%B0%80b',
    ],
    ['link', DEFAULT_LINK, of({ address: 'Bath' }), 'https://www.openstreetmap.org/search?query=Bath'],
    [
      'link',
      'https://m.example/#{latitude}/{longitude}',
      of({ latitude: -33.8, longitude: 1e-9 }),
      'https://m.example/#-33.8/0',
    ],
  ];
  for (const [kind, template, values, url] of good)
    it(`is ${url}`, () => expect(expandMapUrl(kind, template, values)).to.equal(url));

  const unusable: readonly (readonly [MapTemplate, string])[] = [
    ['tiles', 'http://tiles.example/{z}/{x}/{y}'],
    ['tiles', 'http://localhost.example/{z}/{x}/{y}'],
    ['tiles', 'http://127.0.0.1.example/{z}/{x}/{y}'],
    ['tiles', 'http://localhost@tiles.example/{z}/{x}/{y}'],
    ['tiles', 'https://user:word@tiles.example/{z}/{x}/{y}'],
    ['tiles', 'https://{z}.tiles.example/{x}/{y}'],
    ['tiles', 'https://tiles.example{z}/{x}/{y}'],
    ['tiles', 'https://tiles.example:{z}/{x}/{y}'],
    ['tiles', 'https://tiles.example:80@other.example/{z}/{x}/{y}'],
    ['tiles', 'https://tiles.example\\@other.example/{z}/{x}/{y}'],
    ['tiles', 'https://tiles.example/{z}/{x}'],
    ['tiles', 'https://tiles.example/{z}/{x}/{y}?for={address}'],
    ['tiles', 'https://{s}.tiles.example/{z}/{x}/{y}'],
    ['tiles', '//tiles.example/{z}/{x}/{y}'],
    ['tiles', '/tiles/{z}/{x}/{y}'],
    ['tiles', 'data:image/svg+xml,{z}{x}{y}'],
    ['tiles', 'ftp://tiles.example/{z}/{x}/{y}'],
    ['tiles', ' https://tiles.example/{z}/{x}/{y}'],
    ['tiles', 'https://tiles.example/\n{z}/{x}/{y}'],
    ['tiles', 'https://til\u00ADes.example/{z}/{x}/{y}'],
    ['tiles', 'https:/tiles.example/{z}/{x}/{y}'],
    ['tiles', 'https://%65vil.example/{z}/{x}/{y}'],
    ['tiles', 'https:///{z}/{x}/{y}'],
    ['tiles', 'https://tiles.example:99999/{z}/{x}/{y}'],
    ['tiles', 'https://tiles.example/\u200B{z}/{x}/{y}'],
    ['geocoder', 'https://geo.example/'],
    ['geocoder', 'https://{address}/'],
    ['geocoder', 'javascript:alert({address})'],
    ['link', 'javascript:alert("{address}")'],
    ['link', 'https://m.example/{latitude}'],
    ['link', ''],
  ];
  for (const [kind, template] of unusable)
    it(`is never made of ${JSON.stringify(template)}`, () => {
      expect(isUsable(kind, template)).to.equal(false);
      expect(expandMapUrl(kind, template, of({ z: 1, x: 1, y: 1, address: 'a', latitude: 1, longitude: 1 }))).to.equal(
        undefined,
      );
    });

  it('is not made without a value, or with one that is no address', () => {
    const template = 'https://geo.example/{address}/places';
    for (const address of ['', ' ', '\u200B\u2060', '.', '..', '...', 'x'.repeat(301)])
      expect(expandMapUrl('geocoder', template, of({ address }))).to.equal(undefined);
    expect(expandMapUrl('geocoder', template, new Map())).to.equal(undefined);
  });

  it('differs by its value alone, whatever that is', () => {
    const templates = [
      'https://geo.example/a/{address}/b?x=1',
      'https://geo.example/a?q={address}&x=1',
      'https://geo.example/#{address}',
    ];
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom(...templates), (address, template) => {
        const made = expandMapUrl('geocoder', template, of({ address }));
        if (made === undefined) return;
        const url = new URL(made);
        const model = new URL(expandMapUrl('geocoder', template, of({ address: 'x' }))!);
        expect(url.origin).to.equal(model.origin);
        expect(url.pathname.split('/').length).to.equal(model.pathname.split('/').length);
        expect([...url.searchParams.keys()]).to.deep.equal([...model.searchParams.keys()]);
        expect(url.username + url.password).to.equal('');
        expect(url.href.replace(/^https:\/\/geo\.example/, '')).to.match(/^[\w/?#=&.~%-]*$/);
        const sent = template.includes('?q=')
          ? url.searchParams.get('q')
          : decodeURIComponent(template.includes('#') ? url.hash.slice(1) : url.pathname.split('/')[2]!);
        expect(sent).to.equal(address.trim().replace(/\p{Cs}/gu, '\uFFFD'));
      }),
      { numRuns: 500 },
    );
  });

  it('goes to the host that its template names, or nowhere', () => {
    const parts = fc.constantFrom(
      'https:',
      'http:',
      '//',
      '/',
      '\\',
      '@',
      ':',
      '443',
      'localhost',
      'geo.example',
      '.',
      '{address}',
      '?',
      '#',
      '%2F',
      '\t',
      'a',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 10 }), fc.webUrl(), (pieces, address) => {
        const template = pieces.join('');
        const made = expandMapUrl('geocoder', template, of({ address }));
        if (made === undefined) return;
        const { protocol, hostname, username, password } = new URL(made);
        expect(protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost'), template).to.equal(true);
        expect(new URL(template.replaceAll('{address}', 'x')).hostname).to.equal(hostname);
        expect(username + password).to.equal('');
      }),
      { numRuns: 2000 },
    );
  });
});
