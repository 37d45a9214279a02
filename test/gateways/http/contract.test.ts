import type { ContractSubject } from '../../../src/gateways/contract/contract.js';
import { gatewayContract } from '../../../src/gateways/contract/contract.js';
import { createHttpGateway } from '../../../src/gateways/http/http.js';
import { ManualScheduler } from '../../../src/gateways/in-memory/manual-scheduler.js';
import { createSimulator } from '../../../src/gateways/simulator/simulator.js';
import { fetchOf, serverOver } from '../../support/in-page-server.js';

/** The simulator behind the real server behind the real client: what the simulator keeps, HTTP has to keep. */
function subject(): ContractSubject {
  const scheduler = new ManualScheduler();
  const simulator = createSimulator({ scheduler, scenario: 'quiet' });
  const server = serverOver(simulator);
  let opened = 0;
  let told = 0;
  let isEnded = false;
  const fetching = fetchOf(server.handle);
  const inner = createHttpGateway({
    url: '/api',
    storage: 'memory',
    isShared: false,
    fetch: async (input, init) => {
      const response = await fetching(input, init);
      if (response.headers.get('Content-Type')?.startsWith('text/event-stream')) opened += 1;
      return response;
    },
  });
  const disconnects: (() => void)[] = [];
  /** Streams open, every fact through: several turns without news. */
  const quiet = async (): Promise<void> => {
    for (let calm = 0, last = -1; calm < 4; calm += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (last !== told || (opened < disconnects.length && !isEnded)) calm = 0;
      last = told;
    }
  };
  return {
    gateway: {
      clock: inner.clock,
      execute: (command) => inner.execute(command),
      connect(receiver) {
        const disconnect = inner.connect({
          facts(events, delivery) {
            told += 1;
            receiver.facts(events, delivery);
          },
          pending: receiver.pending.bind(receiver),
          rejected: receiver.rejected.bind(receiver),
        });
        disconnects.push(disconnect);
        return () => {
          isEnded = true;
          disconnect();
        };
      },
    },
    // An offer that is made while the receiver still connects is part of its snapshot, and nothing that happens live.
    async offer(modality) {
      await quiet();
      const sessionId = simulator.offer(modality);
      if (sessionId === undefined) throw new Error(`Nothing to offer for ${modality}`);
      return sessionId;
    },
    async settle() {
      for (let step = 0; step < 40; step += 1) {
        await quiet();
        scheduler.advance(250);
      }
      await quiet();
    },
    async dispose() {
      for (const disconnect of disconnects) disconnect();
      await server.close();
    },
  };
}

describe('gateway contract: http', () => {
  for (const { name, run } of gatewayContract) it(name, () => run({ make: subject }));
});
