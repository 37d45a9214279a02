import { expect } from '@open-wc/testing';
import type { ConnectionStatus } from '../../../src/core/events/session-event.js';
import { selectConnection, selectConnectionOf } from '../../../src/core/selectors/select-connection.js';
import type { Connection, WorkspaceState } from '../../../src/core/state/workspace-state.js';
import { aSession } from '../../../stories/scenarios/builders.js';

const BEST_FIRST: readonly ConnectionStatus[] = ['live', 'connecting', 'reconnecting', 'offline', 'signed-out'];

const stateOf = (connections: Readonly<Record<string, ConnectionStatus>>): WorkspaceState =>
  ({
    connections: new Map(
      Object.entries(connections).map(([source, status]): [string, Connection] => [source, { status, since: 1 }]),
    ),
    sessions: new Map([
      ['one', aSession({ id: 'one', source: 'crm' })],
      ['two', aSession({ id: 'two' })],
    ]),
  }) as unknown as WorkspaceState;

describe('how the backend is reached', () => {
  for (const [place, better] of BEST_FIRST.entries())
    for (const worse of BEST_FIRST.slice(place)) {
      it(`is ${worse} where one source is ${better} and another is ${worse}, in either order`, () => {
        expect(selectConnection.read(stateOf({ a: better, b: worse }))?.status).to.equal(worse);
        expect(selectConnection.read(stateOf({ a: worse, b: better }))?.status).to.equal(worse);
      });
    }

  it('is nothing while nobody has said so', () => {
    expect(selectConnection.read(stateOf({}))).to.equal(undefined);
  });

  it('is for a session what it is for its source; one without a source is the only gateway’s', () => {
    const state = stateOf({ crm: 'offline', '': 'live' });
    const statuses = ['one', 'two', 'nobody'].map((id) => selectConnectionOf(id).read(state)?.status);
    expect(statuses).to.deep.equal(['offline', 'live', 'live']);
  });
});
