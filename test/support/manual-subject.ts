import type { ContractSubject } from '../../src/gateways/contract/contract.js';
import { ManualScheduler } from './manual-scheduler.js';

const STEP_MS = 250;
const STEPS = 40;

/** Lets ten seconds pass in small steps, with room for promises in between. */
async function pass(scheduler: ManualScheduler, ms = STEP_MS * STEPS): Promise<void> {
  for (let gone = 0; gone < ms; gone += STEP_MS) {
    scheduler.advance(STEP_MS);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  }
}

/** A subject of the contract suite whose time passes by hand. */
export function manualSubject<G extends ContractSubject['gateway']>(
  make: (scheduler: ManualScheduler) => G,
  offer: (gateway: G, modality: Parameters<ContractSubject['offer']>[0]) => string | undefined,
  queue: (gateway: G) => string | undefined = () => undefined,
): ContractSubject {
  const scheduler = new ManualScheduler();
  const gateway = make(scheduler);
  return {
    gateway,
    offer(modality) {
      const sessionId = offer(gateway, modality);
      if (sessionId === undefined) throw new Error(`Nothing to offer for ${modality}`);
      return sessionId;
    },
    queue: () => queue(gateway),
    settle: () => pass(scheduler),
  };
}
