import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { contextUrl } from '../../../src/core/fields/context-url.js';
import type { ContextUrl } from '../../../src/core/fields/context-url.js';

/** Fills a template with values by name. */
const fill = (
  url: string,
  values: Readonly<Record<string, string>> = {},
  whenMissing: 'disable' | 'blank' = 'disable',
): ContextUrl => contextUrl({ url, whenMissing }, (name) => new Map(Object.entries(values)).get(name), 'link');

const urlOf = (result: ContextUrl): string => (result.ok ? result.url : result.reason);

describe('contextUrl', () => {
  const filled: readonly (readonly [template: string, value: string, url: string])[] = [
    ['https://crm.example/$(id)', 'A-1', 'https://crm.example/A-1'],
    ['https://crm.example/{id}/edit', 'A-1', 'https://crm.example/A-1/edit'],
    ['https://crm.example/${id}', 'A-1', 'https://crm.example/A-1'],
    ['https://crm.example/{id}?also=$(id)#{id}', 'a', 'https://crm.example/a?also=a#a'],
    ['https://crm.example/$(id)', 'Zoë & Søn', 'https://crm.example/Zo%C3%AB%20%26%20S%C3%B8n'],
    ['https://crm.example/$(id)', '日本', 'https://crm.example/%E6%97%A5%E6%9C%AC'],
    ['https://crm.example/$(id)', '2026/031', 'https://crm.example/2026%2F031'],
    ['https://crm.example/$(id)', "O'Neil(*)!", 'https://crm.example/O%27Neil%28%2A%29%21'],
    ['https://crm.example/$(id)', '50%', 'https://crm.example/50%25'],
    ['https://crm.example/$(id)', 'a?b#c', 'https://crm.example/a%3Fb%23c'],
    ['https://crm.example/$(id)', '...', 'https://crm.example/...'],
    ['https://crm.example/?q=$(id)', '../x', 'https://crm.example/?q=..%2Fx'],
    ['https://crm.example/?q=$(id)', 'a&admin=1', 'https://crm.example/?q=a%26admin%3D1'],
    ['https://crm.example/?q=$(id)&r=2', 'a+b;c=d', 'https://crm.example/?q=a%2Bb%3Bc%3Dd&r=2'],
    ['https://crm.example/#/cases/$(id)/notes', 'a/b', 'https://crm.example/#/cases/a%2Fb/notes'],
    ['http://intranet.example/$(id)', '1', 'http://intranet.example/1'],
    ['https://guide.example/cards', '', 'https://guide.example/cards'],
    ['https://crm.example', '', 'https://crm.example/'],
  ];
  for (const [template, value, url] of filled) {
    it(`${template} with ${JSON.stringify(value)} is ${url}`, () => {
      expect(urlOf(fill(template, { id: value }))).to.equal(url);
    });
  }

  const unsafeTemplates = [
    '$(id)',
    '$(id)://crm.example/',
    'https:$(id)',
    'https:/$(id)',
    'https://$(id)',
    'https://$(id)/',
    'https://$(id).crm.example/',
    'https://crm.example$(id)',
    'https://crm.example.$(id)/',
    'https://crm.example:$(id)/',
    'https://crm.example:4$(id)/',
    'https://$(id)@crm.example/',
    'https://crm.example@$(id)/',
    'javascript:alert($(id))',
    'javascript://crm.example/%0a$(id)',
    'java\tscript:$(id)',
    'data:text/html,$(id)',
    'tel:$(id)',
    'mailto:$(id)',
    '//crm.example/$(id)',
    '/customers/$(id)',
    'crm.example/$(id)',
    'https:\\\\crm.example/$(id)',
    'https://crm.example\\$(id)',
    'https://crm.example/?$(id)',
    'https://crm.example/?$(id)=1',
    'https://crm.example/?a=1&x$(id)=1',
    'https://crm.example/%$(id)',
    'https://crm.example/%2$(id)',
    'https://crm.example/%zz/$(id)',
    'https://crm.example/../$(id)',
    'https://crm.example/a/%2e%2E/$(id)',
    'https://crm.example/$(id)/..',
    'https://crm.example/$(id',
    'https://crm.example/{id',
    'https://crm.example/id}',
    'https://crm.example/{ }',
    'https://crm.example/a b/$(id)',
    `https://crm.example/$(${'n'.repeat(300)})`,
    '',
  ];
  for (const template of unsafeTemplates) {
    it(`${JSON.stringify(template).slice(0, 60)} is no template, whatever the value`, () => {
      for (const id of ['1', 'x', '', 'evil.example', '/', '443'])
        expect(fill(template, { id })).to.deep.equal({ ok: false, reason: 'unsafe-template' });
    });
  }

  const unsafeValues = [
    ...[
      '.',
      '..',
      '../admin',
      'a/../b',
      'a/..',
      '..\\admin',
      '/',
      '//evil.example',
      '/a',
      'a/',
      'a//b',
      '\\a',
      '..;',
      '..;/a',
    ],
    ...['%2e', '%2e%2e', '%2E%2e%2fadmin', '%252e%252e', 'a%2fb', 'a%5cb', '%25252f', './.', '..?a', '..#a'],
    ...['a\nb', 'a\tb', '\u0000', '\u007f', '\u0085', '\ud800', '\ud800\ufc00', 'a\udbff\uffffb', 'x'.repeat(9000)],
  ];
  for (const id of unsafeValues) {
    it(`takes no ${JSON.stringify(id).slice(0, 30)} into a path, and does not repeat it`, () => {
      const result = fill('https://crm.example/customers/$(id)/edit', { id });
      expect(result).to.deep.equal({ ok: false, reason: 'unsafe-value', names: ['id'] });
    });
  }

  it('takes no dots that become a dot segment together', () => {
    const together: readonly (readonly [template: string, values: Record<string, string>])[] = [
      ['https://crm.example/a/$(one)$(two)', { one: '.', two: '.' }],
      ['https://crm.example/a/.$(one)', { one: '.' }],
      ['https://crm.example/a/%2e$(one)', { one: '.' }],
      ['https://crm.example/a/$(one)%2E/b', { one: '.' }],
      ['https://crm.example/a/.%2f$(one)', { one: '..' }],
    ];
    for (const [template, values] of together) {
      const result = fill(template, values);
      expect(result.ok, template).to.equal(false);
    }
  });

  it('names what is missing, each once, and never writes undefined', () => {
    expect(fill('https://crm.example/$(a)/$(b)?c=$(a)&d=$(d)', { b: '1', d: '  ' })).to.deep.equal({
      ok: false,
      reason: 'missing',
      names: ['a', 'd'],
    });
  });

  it('leaves a place blank where that is asked for and the path stays', () => {
    const template = 'https://crm.example/search?q=$(a)&type=$(b)#$(c)';
    expect(urlOf(fill(template, { b: 'x' }, 'blank'))).to.equal('https://crm.example/search?q=&type=x#');
    expect(fill('https://crm.example/$(a)?q=$(b)', {}, 'blank')).to.deep.equal({
      ok: false,
      reason: 'missing',
      names: ['a'],
    });
  });

  it('takes names that every object has for names like others', () => {
    expect(urlOf(fill('https://crm.example/$(constructor)'))).to.equal('missing');
    expect(urlOf(fill('https://crm.example/$(toString)', { toString: '1' }))).to.equal('https://crm.example/1');
  });

  it('frames nothing that comes over plain http', () => {
    const template = { url: 'http://crm.example/$(id)', whenMissing: 'disable' } as const;
    expect(contextUrl(template, () => '1', 'frame')).to.deep.equal({ ok: false, reason: 'unsafe-template' });
  });

  /** Templates with what must stay as it is: everything around the first and the second value. */
  const SHAPES = [
    { url: 'https://crm.example/customers/$(a)', segments: ['', 'customers', null], keys: [] },
    { url: 'https://crm.example/x/$(a)/y/{b}/z', segments: ['', 'x', null, 'y', null, 'z'], keys: [] },
    { url: 'https://crm.example/x-$(a)-y/.{b}', segments: ['', null, null], keys: [] },
    { url: 'https://crm.example/x/$(a)$(b)', segments: ['', 'x', null], keys: [] },
    { url: 'https://crm.example/s?q=$(a)&r=$(b)', segments: ['', 's'], keys: ['q', 'r'] },
    { url: 'https://crm.example?q=$(a)#/$(b)/c', segments: ['', ''], keys: ['q'] },
    { url: 'https://crm.example/$(a)?q={b}&z=1', segments: ['', null], keys: ['q', 'z'] },
  ] as const;

  const nasty = fc
    .array(
      fc.constantFrom(
        ...[
          '.',
          '..',
          '/',
          '\\',
          '%2e',
          '%2E',
          '%2f',
          '%5c',
          '%',
          '%25',
          '%00',
          ';',
          '?',
          '#',
          '&',
          '=',
          '@',
          ':',
          '//',
        ],
        ...[
          '\t',
          '\n',
          '\r',
          '\u0000',
          ' ',
          '\u00A0',
          '\u2028',
          '\u202E',
          '\uD800',
          '\uFF0E',
          '\uFF0F',
          '\u3002',
          '\u2215',
        ],
        ...['a', '1', 'x', 'evil.example', 'javascript:', '<', '"', "'", '$(a)', '{b}', '$', '+', '日'],
      ),
      { maxLength: 7 },
    )
    .map((pieces) => pieces.join(''));
  const value = fc.oneof({ weight: 3, arbitrary: nasty }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) });

  for (const { url: template, segments, keys } of SHAPES) {
    it(`keeps origin, path and keys of ${template} with 15,000 random pairs of values`, () => {
      let expanded = 0;
      fc.assert(
        fc.property(value, value, fc.boolean(), (a, b, isBlank) => {
          const result = fill(template, { a, b }, isBlank ? 'blank' : 'disable');
          if (!result.ok) return;
          expanded += 1;
          const url = new URL(result.url);
          const own = url.pathname.split('/');
          if (
            url.href !== result.url ||
            url.origin !== 'https://crm.example' ||
            own.length !== segments.length ||
            !segments.every((segment, at) => (segment === null ? own[at] !== '' : segment === own[at])) ||
            [...url.searchParams.keys()].join() !== keys.join() ||
            own.some(
              (segment) => /(?:^|\/|\\)\.{0,2}(?:;.*)?(?:$|\/|\\)/.test(decodeURIComponent(segment)) && segment !== '',
            ) ||
            (template.includes('?q=$(a)') && url.searchParams.get('q') !== (a.trim() === '' ? '' : a))
          )
            throw new Error(`${JSON.stringify([a, b])} made ${result.url}`);
        }),
        { numRuns: 15_000 },
      );
      expect(expanded, 'filled at all').to.be.above(1000);
    });
  }
});
