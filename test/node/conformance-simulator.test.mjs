// The suite judges agents to whom much happens as it judges quiet ones: those of the backend that `npm start` serves.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { cases } from '../../conformance/suite.mjs';
import { openBackend } from '../../tools/host-backend.mjs';
import { conformanceOf } from '../support/run-conformance.mjs';
import { listen } from '../support/session-server.mjs';

it('the backend of the demo keeps the contract at twenty times its pace, with nothing left out', async (context) => {
  const addresses = () => ({ records: 'http://records.example', map: 'http://map.example' });
  const backend = await openBackend(undefined, addresses, { heartbeatMs: 700 });
  context.after(() => backend.close());
  const url = (await listen(context, backend.listener)) + backend.path;
  const tokenOf = (number, agent = '') => `shift-conformance-${number}-seed-1-speed-20${agent}`;
  const { results } = await conformanceOf(url, {
    token: tokenOf(1),
    otherToken: tokenOf(2, '-agent-idris'),
    wipe: `${url}/restart`,
    patience: 1.5,
  });
  assert.deepEqual(
    results.filter(({ verdict }) => verdict !== 'passed'),
    [],
  );
  assert.equal(results.length, cases.length);
});
