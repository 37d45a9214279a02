import { expect } from '@open-wc/testing';
import { contextTarget } from '../../../src/core/fields/context-items.js';
import type { Parameter, Session } from '../../../src/index.js';
import { aSession } from '../../../stories/scenarios/builders.js';

const ITEM = {
  id: 'case',
  label: 'Case',
  url: 'https://crm.example/{case}/$(Customer.Id)',
  whenMissing: 'disable',
  allowSameOrigin: false,
  messages: false,
} as const;

const targetOf = (about: Partial<Session>): unknown =>
  contextTarget(
    ITEM,
    { session: aSession({ customer: {}, parameters: [], ...about }), configuration: undefined, agentId: 'ana' },
    'link',
  );
const pending: Parameter = { name: 'case', state: 'pending' };
const empty: Parameter = { name: 'case', state: 'empty' };

const targets: readonly (readonly [when: string, about: Partial<Session>, target: object])[] = [
  ['of two, one may still come: only that one is awaited', {}, { kind: 'waiting', names: ['case'] }],
  ['one is announced', { parameters: [pending] }, { kind: 'waiting', names: ['case'] }],
  [
    'the backend has said that it has none',
    { parameters: [empty] },
    { kind: 'missing', names: ['case', 'Customer.Id'] },
  ],
  ['a record says all there is', { state: 'opened' }, { kind: 'missing', names: ['case', 'Customer.Id'] }],
];

describe('where a context item leads', () => {
  for (const [when, about, target] of targets)
    it(when, () => {
      expect(targetOf(about)).to.deep.equal(target);
    });
});
