// The gateway over the real SDK of TaskRouter, against a platform on this machine.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { gatewayContract } from '../../dist/gateways/contract/contract.js';
import { openDesk } from '../support/twilio-desk.mjs';

// The SDK keeps a timer for its heartbeat.
after(() => setTimeout(() => process.exit(), 200).unref());

describe('gateway contract: Twilio', () => {
  const harness = {
    without: ['session.park'],
    async make() {
      const desk = await openDesk();
      return {
        gateway: desk.gateway,
        offer: (modality) => desk.platform.offer({ im: 'chat', 'audio-video': 'voice' }[modality]),
        settle: () => desk.settle(),
        dispose: () => desk.close(),
      };
    },
  };
  for (const { name, run } of gatewayContract)
    it(name, async () => {
      const { without } = await run(harness);
      assert.equal(without, name.startsWith('parking') ? 'session.park' : undefined);
    });
});
