import { expect } from '@open-wc/testing';
import { whyNoCodeSuggestions } from '../../../src/index.js';
import { aConfiguration, aSession, aDocument, withCardLine } from '../../../stories/scenarios/builders.js';

interface Case {
  readonly service?: Readonly<Record<string, unknown>>;
  readonly tenant?: Readonly<Record<string, unknown>>;
  readonly agentId?: string | undefined;
  readonly serviceId?: string;
}

function reasonFor({ service, tenant, serviceId = 'card-line', ...who }: Case): string | undefined {
  const document = {
    ...(withCardLine({ companion: { codeSuggestions: true }, ...service }) as object),
    tenant: { ...aDocument.tenant, ...tenant },
  };
  const agentId = 'agentId' in who ? who.agentId : 'ana';
  return whyNoCodeSuggestions(aConfiguration(document), aSession({ serviceId }), agentId);
}

const off = { companion: { codeSuggestions: false } };
const unlicensed = { companionLicences: false };

describe('codes and tags suggested by a machine', () => {
  it('are there when the service is licensed and has them on, and tenant and user hold licences', () => {
    expect(reasonFor({})).to.equal(undefined);
  });

  const table: readonly [string, Case, string][] = [
    [
      'a service without licence, before all else',
      { service: { licence: 'advanced-routing', ...off }, tenant: unlicensed, agentId: 'ben' },
      'service-not-licensed',
    ],
    ['the feature off', { service: off, tenant: unlicensed, agentId: 'ben' }, 'feature-off'],
    ['a tenant without licences', { tenant: unlicensed, agentId: 'ben' }, 'tenant-not-licensed'],
    ['a user without licence', { agentId: 'ben' }, 'user-not-licensed'],
    ['a user nobody knows', { agentId: '__proto__' }, 'user-not-licensed'],
    ['nobody signed in', { agentId: undefined }, 'user-not-licensed'],
    ['a service nobody knows', { serviceId: 'constructor' }, 'feature-off'],
  ];
  for (const [what, own, reason] of table)
    it(`are absent with ${what}`, () => {
      expect(reasonFor(own)).to.equal(reason);
    });

  it('are absent without a configuration', () => {
    expect(whyNoCodeSuggestions(undefined, aSession(), 'ana')).to.equal('feature-off');
  });
});
