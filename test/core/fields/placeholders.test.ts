import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { partsOf } from '../../../src/core/fields/placeholders.js';

const named = (name: string) => ({ name });

describe('placeholders of a template', () => {
  const table: readonly (readonly [template: string, parts: ReturnType<typeof partsOf>])[] = [
    ['', []],
    ['plain', ['plain']],
    ['$(Customer.Id)', [named('Customer.Id')]],
    ['a/$(Customer.Id)/b', ['a/', named('Customer.Id'), '/b']],
    ['{caseId}', [named('caseId')]],
    ['${caseId}', [named('caseId')]],
    ['{a}{b}', [named('a'), named('b')]],
    ['$( Customer.Id )', [named('Customer.Id')]],
    ['{__proto__}', [named('__proto__')]],
    // What is not closed, empty or nested is text.
    ['$(Customer.Id', ['$(Customer.Id']],
    ['{}', ['{}']],
    ['$()', ['$()']],
    ['price: $5 (net)', ['price: $5 (net)']],
    ['{a{b}c}', ['{a', named('b'), 'c}']],
  ];
  for (const [template, parts] of table) {
    it(JSON.stringify(template), () => {
      expect(partsOf(template)).to.deep.equal(parts);
    });
  }

  it('leave all other text as it is', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string().map((text) => ({ text: text.replace(/[${}()]/g, ''), names: [] })),
        fc.constantFrom('Customer.Id', 'caseId').map((name) => ({ text: `$(${name})`, names: [{ name }] })),
      ),
    );
    fc.assert(
      fc.property(pieces, (list) => {
        const template = list.map(({ text }) => text).join('');
        const parts = partsOf(template);
        expect(parts.map((part) => (typeof part === 'string' ? part : `$(${part.name})`)).join('')).to.equal(template);
        expect(parts.filter((part) => typeof part !== 'string')).to.deep.equal(list.flatMap(({ names }) => names));
      }),
    );
  });

  it('are found in a hostile template of 100,000 characters', () => {
    for (const unit of ['$(', '{', '${', '$(a', '(', '{a'] as const) {
      const template = unit.repeat(100_000 / unit.length);
      expect(partsOf(template), unit).to.have.length(1);
    }
  });
});
