import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { acceptanceOf } from '../../../src/core/rules/acceptance-of.js';
import { availabilityOf, generalStops } from '../../../src/core/rules/acceptance.js';
import { capacityOf } from '../../../src/core/rules/capacity.js';
import { noUsage, usageReducer } from '../../../src/core/state/usage.js';
import { MODALITIES, SESSION_STATES } from '../../../src/index.js';
import { aConfiguration, aSession, withAgent } from '../../../stories/scenarios/builders.js';

const situations = fc.record({
  sessions: fc.array(
    fc.record({
      state: fc.constantFrom(...SESSION_STATES),
      modality: fc.constantFrom<string>(...MODALITIES, 'hologram'),
    }),
    { maxLength: 8 },
  ),
  enabled: fc.boolean(),
  total: fc.nat(5),
  im: fc.nat(3),
  modalities: fc.subarray([...MODALITIES]),
  presence: fc.constantFrom('available', 'busy', 'away', 'in-a-meeting', undefined),
  sessionPolicy: fc.constantFrom('single-active', 'multi-active', undefined),
});

const workloads = situations.map(({ sessions, enabled, total, im, modalities, presence, sessionPolicy }) => ({
  user: aConfiguration(
    withAgent({ modalities, taskParallelization: { enabled, total, perModality: { im } } }),
  ).users.get('ana'),
  presence,
  sessionPolicy,
  usage: sessions
    .map((about, index) => aSession({ id: String(index), ...about }))
    .reduce((usage, session) => usageReducer(usage, undefined, session), noUsage),
}));

describe('capacity and acceptance, whatever an agent has in hand', () => {
  it('no figure is negative, and one is full when all that it allows is used', () => {
    fc.assert(
      fc.property(workloads, ({ user, usage }) => {
        const capacity = capacityOf(user, usage);
        for (const { used, limit, isFull } of capacity ? [capacity.total, ...capacity.perModality] : []) {
          expect(used).to.be.at.least(0);
          expect(isFull).to.equal(limit !== undefined && used >= limit);
        }
      }),
    );
  });

  it('nothing is accepted for which no slot is free, and what stops everything stops each modality', () => {
    fc.assert(
      fc.property(workloads, fc.constantFrom(...MODALITIES), (workload, modality) => {
        const { stops, canAccept } = acceptanceOf(workload, modality);
        expect(canAccept).to.equal(stops.length === 0);
        expect(stops).to.include.members([...generalStops(workload)]);
        expect(new Set(stops).size).to.equal(stops.length);
        expect(availabilityOf(stops).isAvailable).to.equal(canAccept);
        const capacity = capacityOf(workload.user, workload.usage);
        const own = capacity?.perModality.find((figure) => figure.modality === modality);
        if (capacity?.total.isFull || own?.isFull) expect(canAccept).to.equal(false);
      }),
    );
  });

  it('one is parked first exactly where one is active at a time and there is one', () => {
    fc.assert(
      fc.property(workloads, (workload) => {
        const isFirst = workload.sessionPolicy === 'single-active' ? workload.usage.engaging[0] : undefined;
        expect(acceptanceOf(workload, 'im').parkFirst).to.equal(isFirst);
      }),
    );
  });

  it('a modality of a newer backend is not one that is switched off', () => {
    const user = aConfiguration(withAgent({ modalities: ['im'] })).users.get('ana');
    expect(acceptanceOf({ user, usage: noUsage }, 'hologram').stops).to.deep.equal([]);
    expect(acceptanceOf({ user, usage: noUsage }, 'email').stops).to.deep.equal(['modality-disabled']);
  });

  it('an agent whom the configuration does not know has one task at a time', () => {
    const usage = usageReducer(noUsage, undefined, aSession());
    expect(acceptanceOf({ usage }, 'im').stops).to.deep.equal(['session']);
    expect(acceptanceOf({ usage: noUsage }, 'im').stops).to.deep.equal([]);
  });
});
