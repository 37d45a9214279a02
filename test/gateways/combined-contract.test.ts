import { expect } from '@open-wc/testing';
import { combineGateways } from '../../src/gateways/combined/combined.js';
import type { ContractHarness, ContractSubject } from '../../src/gateways/contract/contract.js';
import { gatewayContract } from '../../src/gateways/contract/contract.js';
import { createSimulator } from '../../src/gateways/simulator/simulator.js';
import type { Simulator } from '../../src/gateways/simulator/simulator.js';
import { manualSubject } from '../support/manual-subject.js';

/** A combination of simulators; they offer in turn. */
function subjectOf(...names: readonly string[]): ContractSubject {
  const members = new Map<string, Simulator>();
  let offers = 0;
  const next = (ask: (member: Simulator) => string | undefined): string | undefined => {
    const name = names[offers % names.length] ?? '';
    offers += 1;
    const member = members.get(name);
    const id = member && ask(member);
    return id === undefined ? undefined : `${name}/${id}`;
  };
  return manualSubject(
    (scheduler) => {
      for (const name of names) members.set(name, createSimulator({ scheduler, scenario: 'quiet' }));
      return combineGateways(Object.fromEntries(members));
    },
    (_, modality) => next((member) => member.offer(modality)),
    () => next((member) => member.queue()),
  );
}

const harnesses: Readonly<Record<string, ContractHarness>> = {
  'a combination of one': { make: () => subjectOf('house') },
  'a combination of two': { make: () => subjectOf('connect', 'house') },
};

for (const [kind, harness] of Object.entries(harnesses))
  describe(`gateway contract: ${kind}`, () => {
    for (const { name, run } of gatewayContract)
      it(name, async () => {
        expect(await run(harness)).to.deep.equal({});
      });
  });
