import { expect } from '@open-wc/testing';
import { filter, firstValueFrom } from 'rxjs';
import {
  createSessionStore,
  selectCommands,
  selectConnection,
  selectSelectedId,
  selectSession,
  selectWorkspace,
} from '../../../src/index.js';
import type { Gateway, Logger, SessionStore, SessionStoreOptions } from '../../../src/index.js';
import type { readingReceiver } from '../../../src/core/reading/reading-receiver.js';
import { transcriptStep } from '../../../src/core/state/transcript-step.js';
import { beginStore } from '../../../src/core/store/begin-store.js';
import { beginLater } from '../../../src/core/store/begin-later.js';
import { aGateway, aSession } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import type { ScriptedGateway } from '../../../stories/scenarios/scripted-gateway.js';

/** What a store does with a gateway of a host's own, in order. */
function begun(
  begin: (options: SessionStoreOptions) => SessionStore,
  connect?: Gateway['connect'],
): {
  readonly gateway: ScriptedGateway;
  readonly store: SessionStore;
  readonly calls: readonly string[];
  readonly logged: readonly unknown[];
} {
  const gateway = aGateway({ sessions: [aSession()] });
  const calls: string[] = [];
  const logged: unknown[] = [];
  const logger: Logger = { warn: () => undefined, error: (_, error) => logged.push(error) };
  const own: Gateway = {
    connect(receiver) {
      calls.push('connect');
      return (connect ?? gateway.connect.bind(gateway))(receiver);
    },
    execute(command) {
      calls.push(command.type);
      return gateway.execute(command);
    },
  };
  const store = begin({ gateway: own, clock: gateway.clock, logger, newId: () => 'command' });
  return { gateway, calls, logged, store };
}

const read = (): Promise<typeof readingReceiver> =>
  import('../../../src/core/reading/reading-receiver.js').then(({ readingReceiver }) => readingReceiver);

/** As a provider does, whose page loads what reads after its first picture. */
const later = (options: SessionStoreOptions): SessionStore =>
  beginStore(options, { transcripts: transcriptStep, reading: read() });

describe('a gateway that does not read what it hands over', () => {
  it('is connected at once by a store of a host’s own: what it hands over then is there, and can be looked at', () => {
    const { store, calls } = begun(createSessionStore);
    expect(calls).to.deep.equal(['connect']);
    store.look('call-1');
    expect(store.read(selectSelectedId)).to.equal('call-1');
    expect(store.read(selectSession('call-1'))?.isSelected).to.equal(true);
  });

  it('is connected when what reads is there, and asked for nothing before', async () => {
    const { store, calls } = begun(later);
    const reply = store.execute({ type: 'session.park', sessionId: 'call-1' });
    expect(store.read(selectCommands('call-1')).map(({ status }) => status)).to.deep.equal(['pending']);
    expect(calls).to.deep.equal([]);
    expect(await reply).to.deep.equal({ ok: true });
    expect(calls).to.deep.equal(['connect', 'session.park']);
    expect(store.read(selectSession('call-1'))?.state).to.equal('active');
    expect(store.read(selectCommands('call-1'))).to.deep.equal([]);
  });

  for (const [when, begin] of Object.entries({ later, 'at once': createSessionStore }))
    it(`is offline for the agent, with the reason in the log, where it cannot be connected ${when}`, async () => {
      const refusal = new Error('No network');
      const { store, logged } = begun(begin, () => {
        throw refusal;
      });
      const connection = await firstValueFrom(store.select(selectConnection).pipe(filter((own) => own !== undefined)));
      expect(connection).to.deep.equal({ status: 'offline', since: NOW });
      expect(store.read(selectWorkspace).isConnected).to.equal(false);
      expect(logged).to.deep.equal([refusal]);
      store.dispose();
    });

  it('is never connected nor asked when the store is disposed before', async () => {
    const { store, calls, logged } = begun(later);
    const reply = store.execute({ type: 'session.park', sessionId: 'call-1' });
    store.dispose();
    expect(await reply).to.deep.equal({ ok: false, failure: 'failed' });
    await read();
    await Promise.resolve();
    expect({ calls, logged }).to.deep.equal({ calls: [], logged: [] });
  });

  for (const [when, begin] of Object.entries({ later, 'at once': createSessionStore }))
    it(`is let go of when the store is disposed, connected ${when}`, async () => {
      const { store, gateway } = begun(begin);
      await firstValueFrom(store.select(selectWorkspace).pipe(filter(({ isConnected }) => isConnected)));
      expect(gateway.connections).to.equal(1);
      store.dispose();
      expect(gateway.connections).to.equal(0);
    });
});

describe('what begins later', () => {
  it('hears that what it needs could not be loaded', async () => {
    const refusal = new Error('404');
    let begins = 0;
    const heard = await new Promise((resolve) => {
      beginLater(
        Promise.reject(refusal),
        () => {
          begins += 1;
          return () => undefined;
        },
        resolve,
      );
    });
    expect([heard, begins]).to.deep.equal([refusal, 0]);
  });
});
