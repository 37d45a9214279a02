import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { HANDLING_PRESENCES } from '../../../src/core/model/presence.js';
import { presenceRuleFor } from '../../../src/core/rules/presence-rule.js';
import { parseConfiguration } from '../../../src/index.js';
import type { Configuration } from '../../../src/index.js';
import { aSession } from '../../../stories/scenarios/builders.js';

const WAYS = [undefined, ...HANDLING_PRESENCES];

/** A service for each rule, by its name; `none` has none. */
function services(): Configuration['services'] {
  const parsed = parseConfiguration({
    version: 1,
    tenant: { name: 'T' },
    services: WAYS.map((presenceWhileHandled) => ({
      id: presenceWhileHandled ?? 'none',
      name: 'S',
      ...(presenceWhileHandled === undefined ? {} : { presenceWhileHandled }),
    })),
    users: [],
  });
  if (!parsed.ok) throw new Error('A configuration of tests must be one.');
  return parsed.configuration.services;
}

const rows: readonly (readonly [string, string, string, string])[] = [
  ['no session', '', 'available', ''],
  ['a session of a service without a rule', 'none', 'available', ''],
  ['a session of one with a rule', 'busy', 'available', 'busy of busy'],
  [
    'the one that keeps most away is in force',
    'busy do-not-disturb away',
    'available',
    'do-not-disturb of do-not-disturb',
  ],
  ['whatever the order', 'do-not-disturb busy', 'available', 'do-not-disturb of do-not-disturb'],
  ['of what was chosen already nothing is made', 'busy', 'busy', ''],
  ['a choice that lets work come is overruled by one that does not', 'away', 'busy', 'away of away'],
  ['a choice that keeps work away holds: away', 'do-not-disturb', 'away', ''],
  ['… do not disturb', 'away', 'do-not-disturb', ''],
  ['… offline', 'busy', 'offline', ''],
  ['… and a word that only the backend knows', 'busy', 'in-training', ''],
];

const sessionsOf = (ids: string): ReturnType<typeof aSession>[] =>
  ids
    .split(' ')
    .filter(Boolean)
    .map((serviceId, at) => aSession({ id: `s${String(at)}`, serviceId, modality: 'im' }));

describe('what sessions make of a presence', () => {
  for (const [name, engaging, chosen, expected] of rows)
    it(name, () => {
      const made = presenceRuleFor(sessionsOf(engaging), services(), chosen);
      expect(made ? `${made.presence} of ${made.serviceId ?? ''}` : '').to.equal(expected);
      if (made) expect(made).to.deep.include({ chosen, cause: 'session-start', modality: 'im' });
    });

  it('says nothing of services that nobody has configured', () => {
    expect(presenceRuleFor(sessionsOf('unknown'), services(), 'available')).to.equal(undefined);
    expect(presenceRuleFor(sessionsOf('busy'), undefined, 'available')).to.equal(undefined);
  });

  it('makes nobody offline: that is the agent’s own to say', () => {
    const service = { id: 's', name: 'S', presenceWhileHandled: 'offline' };
    const parsed = parseConfiguration({ version: 1, tenant: { name: 'T' }, services: [service], users: [] });
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).to.deep.equal([
      'services[0].presenceWhileHandled',
    ]);
  });

  it('does not depend on the order, and more sessions never let more work come', () => {
    const all = services();
    const ids = fc.array(fc.constantFrom('none', ...HANDLING_PRESENCES), { maxLength: 6 });
    const rank = (engaging: readonly string[]): number =>
      HANDLING_PRESENCES.findIndex(
        (own) => own === presenceRuleFor(sessionsOf(engaging.join(' ')), all, 'available')?.presence,
      );
    fc.assert(
      fc.property(ids, ids, (some, more) => {
        expect(rank(some.toReversed())).to.equal(rank(some));
        expect(rank([...some, ...more])).to.equal(Math.max(rank(some), rank(more)));
      }),
    );
  });
});
