import { expect } from '@open-wc/testing';
import { createAmazonConnectGateway } from '../../../src/gateways/amazon-connect/amazon-connect.js';
import type { ContractHarness } from '../../../src/gateways/contract/contract.js';
import { gatewayContract } from '../../../src/gateways/contract/contract.js';
import { builtInConfiguration } from '../../../src/gateways/in-memory/built-in-configuration.js';
import { connectPage } from '../../support/connect-page.js';

const TYPES = { 'audio-video': 'voice', im: 'chat', email: 'email', external: 'task' } as const;

const harness: ContractHarness = {
  without: ['session.park', 'messages.mark-read', 'message.send'],
  async make() {
    const { platform, settle } = await connectPage();
    let count = 0;
    return {
      gateway: createAmazonConnectGateway({
        connect,
        services: { default: 'orders' },
        configuration: { ...builtInConfiguration, sessionPolicy: 'multi-active' },
      }),
      offer: (modality) => platform.offer(`contact ${String((count += 1))}`, TYPES[modality]),
      settle,
    };
  },
};

describe('gateway contract: Amazon Connect', () => {
  for (const { name, run } of gatewayContract)
    it(name, async () => {
      const { without } = await run(harness);
      expect(without === undefined || harness.without?.includes(without)).to.equal(true);
    });
});
