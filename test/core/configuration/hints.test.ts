import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { configurationSchema } from '../../../src/core/configuration/schema.js';
import { bare, exampleOf, keyPlacesOf, shapeAt } from '../../../src/core/configuration/schema-shape.js';
import { parseConfiguration } from '../../../src/index.js';
import type { ConfigurationProblem } from '../../../src/index.js';

const least = {
  version: 1,
  tenant: { name: 'T' },
  services: [{ id: 's', name: 'S' }],
  users: [{ id: 'u', name: 'U' }],
};
const LEAST = '{ "version": 1, "tenant": { "name": "…" }, "services": [], "users": [] }';
const serviceWith = (more: object): object => ({
  ...least,
  services: [least.services[0], { id: 't', name: 'T', ...more }],
});

/** All that is said of a document, problems before warnings: `path: hint`. */
function hintsOf(document: unknown): readonly string[] {
  const parsed = parseConfiguration(document);
  const all: readonly ConfigurationProblem[] = [...(parsed.ok ? [] : parsed.problems), ...parsed.warnings];
  return all.map(({ path, hint }) => `${path}: ${hint ?? '–'}`);
}

const without = (key: keyof typeof least): object => {
  const { [key]: gone, ...rest } = least;
  return rest;
};

describe('what to do about a configuration', () => {
  const cases: readonly [what: string, document: unknown, hints: readonly string[]][] = [
    ['a version that is missing', without('version'), ['version: missing: write "version": 1']],
    ['a tenant that is missing', without('tenant'), ['tenant: missing: write "tenant": { "name": "…" }']],
    ['services that are missing', without('services'), ['services: missing: write "services": []']],
    ['a version as a text', { ...least, version: '1' }, ['version: write 1']],
    ['nothing at all', undefined, [`(document): missing: write ${LEAST}`]],
    ['an id that is missing', { ...least, users: [{ name: 'U' }] }, ['users[0].id: missing: write "id": "…"']],
    [
      'widgets beside extensions',
      serviceWith({ widgets: ['codes-tags'] }),
      ['services[1].widgets: belongs under "extensions": services[1].extensions.widgets'],
    ],
    [
      'a licence inside of extensions',
      serviceWith({ extensions: { licence: 'contact-center' } }),
      ['services[1].extensions.licence: belongs under "services": services[1].licence'],
    ],
    [
      'a switch of the companion among the extensions',
      serviceWith({ extensions: { transcription: true } }),
      ['services[1].extensions.transcription: belongs under "companion": services[1].companion.transcription'],
    ],
    [
      'a policy within the tenant',
      { ...least, tenant: { name: 'T', sessionPolicy: 'multi-active' } },
      ['tenant.sessionPolicy: belongs at the top of the document: sessionPolicy'],
    ],
    [
      'a key of two groups beside them',
      serviceWith({ enabled: true }),
      [
        'services[1].enabled: belongs under "afterCallWork": services[1].afterCallWork.enabled, ' +
          'or belongs under "rona": services[1].rona.enabled',
      ],
    ],
    [
      'a slip of the pen',
      serviceWith({ extensions: { wigdets: [] } }),
      ['services[1].extensions.wigdets: did you mean "widgets"?'],
    ],
    ['another way to write it', { ...least, session_policy: 'x' }, ['session_policy: did you mean "sessionPolicy"?']],
    [
      'a slip of the pen in the wrong place',
      serviceWith({ widgtes: [] }),
      ['services[1].widgtes: did you mean "widgets"? It belongs under "extensions": services[1].extensions.widgets'],
    ],
    ['a key of nobody', { ...least, colour: 'red' }, ['colour: –']],
    ['a key as long as a book', { ...least, ['w'.repeat(5000)]: 1 }, [`${'w'.repeat(5000)}: –`]],
    [
      'a widget with a slip of the pen',
      serviceWith({ extensions: { widgets: ['session-detail'] } }),
      ['services[1].extensions.widgets[0]: did you mean "session-details"?'],
    ],
    [
      'one word where a list belongs',
      serviceWith({ extensions: { widgets: 'codes-tags' } }),
      ['services[1].extensions.widgets: write a list: ["codes-tags"]'],
    ],
    [
      'a number and a switch in quotes',
      serviceWith({ waitingDays: '7', rona: { enabled: 'true' } }),
      ['services[1].waitingDays: write 7, without quotes', 'services[1].rona.enabled: write true, without quotes'],
    ],
    [
      'switches in the words of other formats',
      serviceWith({ afterCallWork: { enabled: 'yes', earlyEnd: 'Off', extension: 0 }, rona: { enabled: 'perhaps' } }),
      [
        'services[1].afterCallWork.enabled: write true, without quotes',
        'services[1].afterCallWork.earlyEnd: write false, without quotes',
        'services[1].afterCallWork.extension: write false',
        'services[1].rona.enabled: –',
      ],
    ],
    [
      'part of the name of a widget',
      serviceWith({ extensions: { widgets: ['map', 'Notes', 'captions', 'context', 'a'] } }),
      [
        'services[1].extensions.widgets[0]: did you mean "session-map"?',
        'services[1].extensions.widgets[1]: did you mean "session-notes"?',
        'services[1].extensions.widgets[2]: did you mean "live-caption"?',
        'services[1].extensions.widgets[3]: did you mean "conversation-context" or "embedded-context"?',
        'services[1].extensions.widgets[4]: –',
      ],
    ],
    [
      'things in place of their names',
      serviceWith({ id: 17, extensions: { widgets: [{ id: 'codes-tags' }, { name: 'jukebox' }, null] } }),
      [
        'services[1].id: write "17"',
        'services[1].extensions.widgets[0]: write "codes-tags" alone',
        'services[1].extensions.widgets[1]: –',
        'services[1].extensions.widgets[2]: –',
      ],
    ],
    [
      'services by their names',
      { ...least, services: { s: { name: 'S' } } },
      ['services: write [ … ] in place of { … }'],
    ],
    ['a list around all of it', [least], [`(document): write { … } in place of [ … ], such as ${LEAST}`]],
    [
      'a text that holds all of it',
      JSON.stringify(least),
      ['(document): write { … } itself, without quotes around it'],
    ],
    [
      'a code with a slip of the pen',
      {
        ...least,
        tenant: { name: 'T', codes: [{ id: 'card-lost', label: 'Card lost' }] },
        services: [{ id: 's', name: 'S', extensions: { primaryCodes: ['card-lsot'] } }],
      },
      ['services[0].extensions.primaryCodes[0]: did you mean "card-lost"?'],
    ],
  ];
  it('with far more wrong than anybody reads at once, while a page waits', () => {
    const codes = Array.from({ length: 3000 }, (_, index) => ({ id: `code-${String(index)}`, label: String(index) }));
    const extensions = { primaryCodes: codes.map(({ id }) => `x${id}`) };
    const start = performance.now();
    const hints = hintsOf({ ...least, tenant: { name: 'T', codes }, services: [{ id: 's', name: 'S', extensions }] });
    // Each compared with each, it was half a minute.
    expect(performance.now() - start).to.be.below(5000);
    expect(hints).to.have.length(3000);
    expect(hints[0]).to.equal('services[0].extensions.primaryCodes[0]: did you mean "code-0"?');
    expect(hints.at(-1)).to.equal('services[0].extensions.primaryCodes[2999]: –');
  });

  it('with a text as long as a book, in its first words', () => {
    const parsed = parseConfiguration(serviceWith({ extensions: { widgets: ['x'.repeat(5000)] } }));
    expect(parsed.ok ? [] : parsed.problems.map(({ found }) => found)).to.deep.equal([`"${'x'.repeat(79)}…`]);
  });

  for (const [what, document, hints] of cases)
    it(`with ${what}`, () => {
      expect(hintsOf(document)).to.deep.equal(hints);
    });
});

/** A document with something in a place of the schema, and as little else as it takes. */
function documentWith(at: string, key: string, value: unknown): object {
  const document = structuredClone(least) as unknown as Record<string, unknown>;
  let place: Record<string, unknown> = document;
  for (const step of at === '' ? [] : at.split('.')) {
    const name = step.replaceAll('[]', '');
    const list = step.endsWith('[]');
    const there = list ? (place[name] as readonly unknown[] | undefined)?.[0] : place[name];
    const own: unknown = there ?? JSON.parse(exampleOf(shapeOf(at, step)));
    place[name] = list ? [own] : own;
    place = own as Record<string, unknown>;
  }
  Reflect.defineProperty(place, key, { value, enumerable: true, configurable: true });
  return document;
}

/** The schema of what stands at a step of a place; of a list, of its entries. */
function shapeOf(at: string, last: string): unknown {
  const steps = at.split('.');
  const path = steps
    .slice(0, steps.indexOf(last) + 1)
    .flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step]));
  return shapeAt(configurationSchema, path);
}

const PLACES = keyPlacesOf(configurationSchema).filter(({ key }) => key !== '$schema');
const CONTAINERS = [...new Set(PLACES.map(({ at }) => at))];
const keysAt = (at: string): readonly string[] => PLACES.filter((place) => place.at === at).map(({ key }) => key);
const concrete = (at: string): string => at.replaceAll('[]', '[0]');

describe('hints come from the schema itself', () => {
  it('every key in every place where it is not known is led to one where it is, or is used too widely to tell', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), fc.constantFrom(...CONTAINERS), ({ key }, at) => {
        fc.pre(!keysAt(at).includes(key));
        const { hint = '' } =
          parseConfiguration(documentWith(at, key, 'x')).warnings.find(({ path }) => path.endsWith(key)) ?? {};
        const homes = PLACES.filter((place) => place.key === key);
        if (homes.length > 3 && hint === '') return;
        const isLed = PLACES.some(
          (place) =>
            hint.includes(`: ${concrete(place.at === '' ? place.key : `${place.at}.${place.key}`)}`) ||
            hint.includes(`: ${place.at === '' ? place.key : `${place.at}.${place.key}`}`) ||
            hint.includes(`did you mean ${JSON.stringify(place.key)}`),
        );
        expect(isLed, `${key} in ${at}: ${hint}`).to.equal(true);
      }),
    );
  });

  it('every key with a letter too few, too many, wrong or exchanged is known again', () => {
    const slip = fc.record({
      place: fc.constantFrom(...PLACES.filter(({ key }) => key.length >= 5)),
      how: fc.constantFrom('less', 'more', 'other', 'exchanged'),
      where: fc.nat(),
    });
    fc.assert(
      fc.property(slip, ({ place: { at, key }, how, where }) => {
        const index = where % (key.length - 1);
        const [before, here, rest] = [key.slice(0, index), key.slice(index, index + 2), key.slice(index + 2)];
        const wrong = {
          less: here[1],
          more: `${here}q`,
          other: `q${here[1] ?? ''}`,
          exchanged: `${here[1] ?? ''}${here[0] ?? ''}`,
        };
        const typed = `${before}${wrong[how] ?? ''}${rest}`;
        fc.pre(!PLACES.some((place) => place.key === typed));
        const { hint = '' } =
          parseConfiguration(documentWith(at, typed, 'x')).warnings.find(({ path }) => path.endsWith(typed)) ?? {};
        expect(hint, `${typed} for ${key} in ${at}`).to.contain(JSON.stringify(key));
      }),
    );
  });

  it('what is missing is named with what to write, and what is written then is taken there', () => {
    const needed = PLACES.filter(({ at, key }) => {
      const entries = bare(at === '' ? configurationSchema : shapeOf(at, at.split('.').at(-1) ?? '')).entries ?? {};
      return entries[key] !== undefined && !entries[key].wrapped;
    });
    for (const { at, key } of needed) {
      const document = documentWith(at, key, undefined);
      const path = concrete(at === '' ? key : `${at}.${key}`);
      const parsed = parseConfiguration(JSON.parse(JSON.stringify(document)));
      const { hint = '' } = (parsed.ok ? [] : parsed.problems).find((problem) => problem.path === path) ?? {};
      expect(hint, path).to.match(/^missing: write "/);
      const written = JSON.parse(`{ ${hint.replace('missing: write ', '')} }`) as Record<string, unknown>;
      const again = parseConfiguration(documentWith(at, key, written[key]));
      expect((again.ok ? [] : again.problems).map((problem) => problem.path)).to.not.include(path);
    }
    expect(needed.length).to.be.greaterThan(10);
  });
});
