import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { NO_NATS, findNats, startNats } from '../../chaos/nats.mjs';
import { proveServer } from '../../chaos/prove-server.mjs';
import { cases } from '../../conformance/suite.mjs';

const hasNats = findNats();

function passesAll(results) {
  assert.deepEqual(
    results.filter(({ verdict }) => verdict !== 'passed'),
    [],
  );
  assert.equal(results.length, cases.length);
}

describe('my-sessions/server keeps the contract', () => {
  it('with the log in memory', async () => passesAll(await proveServer({ kind: 'memory' })));

  describe('with the log in JetStream', { skip: hasNats ? false : NO_NATS }, () => {
    let nats;
    after(() => nats?.stop());

    it('on one node', async () => {
      nats = await startNats();
      const { servers } = nats;
      passesAll(await proveServer({ kind: 'jetstream', servers, stream: 'CONFORMANCE', replicas: 1 }));
    });
  });
});

if (!hasNats) console.log(`JetStream conformance: ${NO_NATS}`);
