import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import schema from '../../../schema/configuration.schema.json';
import { parseConfiguration } from '../../../src/index.js';
import { aDocument } from '../../../stories/scenarios/builders.js';
import { fits } from '../../support/json-schema.js';

type Path = readonly (string | number)[];

/** Every place in a document, the document itself included. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...inner.flatMap(([key, child]) => placesIn(child, [...path, key]))];
}

/** A copy in which the value at a place is another one, or gone. */
function withAt(value: unknown, [key, ...rest]: Path, change: { readonly value?: unknown }): unknown {
  if (key === undefined) return change.value;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  if (rest.length > 0 || 'value' in change) copy[key] = withAt(copy[key], rest, change);
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else Reflect.deleteProperty(copy, key);
  return copy;
}

const full = {
  ...aDocument,
  sessionPolicy: 'multi-active',
  tenant: { ...aDocument.tenant, contextItems: [{ id: 'crm', label: 'CRM', url: 'https://crm.example' }] },
  services: aDocument.services.map((service) => ({
    ...service,
    extensions: { ...service.extensions, conversationContext: ['crm'], embeddedContext: 'crm', mapParameter: 'Town' },
  })),
};

const VALUES: readonly unknown[] = [
  null,
  false,
  0,
  1,
  -1,
  1.5,
  Infinity,
  Number.NaN,
  '',
  'word',
  '__proto__',
  [],
  [[]],
  [null],
  ['word'],
  {},
  { id: 'x' },
  JSON.parse('{ "__proto__": { "id": "x" } }'),
  { id: 'x', name: 'x', label: 'x', url: 'x' },
];
const mutation = fc.record({
  place: fc.constantFrom(...placesIn(full)),
  change: fc.oneof(
    fc.constant({}),
    fc.constantFrom(...VALUES).map((value) => ({ value })),
  ),
});

const apply = (mutations: readonly { place: Path; change: { value?: unknown } }[]): unknown =>
  mutations.reduce<unknown>((document, { place, change }) => {
    const isThere = placesIn(document).some((path) => path.join() === place.join());
    return isThere ? withAt(document, place, change) : document;
  }, full);

const isAboutReferences = ({ expected }: { readonly expected: string }): boolean => expected.startsWith('an id from');

describe('a configuration that somebody broke', () => {
  it('is never thrown upon, whatever the 60 changes, and every problem says where, what and instead of what', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 60, maxLength: 60 }), (mutations) => {
        const parsed = parseConfiguration(apply(mutations));
        for (const { path, expected, found } of [...(parsed.ok ? [] : parsed.problems), ...parsed.warnings]) {
          expect(path).not.to.equal('');
          expect(expected).not.to.equal('');
          expect(found).not.to.equal('');
        }
        expect(({} as { id?: string }).id).to.equal(undefined);
      }),
      { numRuns: 200 },
    );
  });

  it('is good or bad for the parser as it is for the published schema', () => {
    fc.assert(
      fc.property(fc.array(mutation, { maxLength: 3 }), (mutations) => {
        // as it would come out of a file: no NaN, nothing undefined
        const { document } = JSON.parse(JSON.stringify({ document: apply(mutations) })) as { document?: unknown };
        const parsed = parseConfiguration(document);
        const isShaped = parsed.ok || parsed.problems.every(isAboutReferences);
        expect(isShaped, JSON.stringify(document)).to.equal(fits(schema, document));
      }),
      { numRuns: 1000 },
    );
  });

  for (const place of placesIn(full)) {
    it(`has its fault found at ${place.join('.') || '(document)'}`, () => {
      const parsed = parseConfiguration(withAt(full, place, { value: Symbol('wrong') }));
      const path = place.reduce<string>(
        (at, key) => (typeof key === 'number' ? `${at}[${String(key)}]` : at === '' ? key : `${at}.${key}`),
        '',
      );
      expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.path)).to.include(path || '(document)');
    });
  }
});
