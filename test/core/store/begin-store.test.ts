import { expect } from '@open-wc/testing';
import { filter, firstValueFrom } from 'rxjs';
import {
  selectConnection,
  selectSession,
  selectTranscript,
  selectWorkspace,
  silentLogger,
} from '../../../src/index.js';
import type { SessionStore } from '../../../src/index.js';
import type { TranscriptStep } from '../../../src/core/state/transcript-step.js';
import { transcriptStep } from '../../../src/core/state/transcript-step.js';
import { beginStore } from '../../../src/core/store/begin-store.js';
import { aGateway } from '../../../stories/scenarios/builders.js';
import type { ScriptedGateway } from '../../../stories/scenarios/scripted-gateway.js';
import { aboutACard } from '../../../stories/scenarios/conversations.js';
import { theCall } from '../../../stories/scenarios/working-day.js';

interface Begun {
  readonly store: SessionStore;
  readonly gateway: ScriptedGateway;
  readonly errors: unknown[];
  readonly load: (rules: TranscriptStep) => void;
  readonly fail: (error: Error) => void;
}

/** A store whose rules of transcripts are on their way. */
function begun(): Begun {
  const gateway = aGateway({ sessions: [theCall], transcript: { sessionId: theCall.id, segments: aboutACard } });
  const errors: unknown[] = [];
  const logger = { ...silentLogger, error: (_: string, error: unknown) => errors.push(error) };
  let load!: Begun['load'];
  let fail!: Begun['fail'];
  const rules = new Promise<TranscriptStep>((resolve, reject) => {
    load = resolve;
    fail = reject;
  });
  const store = beginStore(
    { gateway, clock: gateway.clock, logger, newId: () => 'command' },
    { transcripts: rules, reading: undefined },
  );
  return { store, gateway, errors, load, fail };
}

describe('a store whose rules of transcripts are loaded after it', () => {
  it('connects its gateway when they are there, and asks it nothing before; then asks at once', async () => {
    const { store, gateway, load } = begun();
    const asked = store.execute({ type: 'session.park', sessionId: theCall.id });
    await Promise.resolve();
    expect(gateway.commands).to.deep.equal([]);
    expect(store.read(selectSession(theCall.id))).to.equal(undefined);
    load(transcriptStep);
    await asked;
    expect(gateway.commands).to.have.length(1);
    expect(store.read(selectSession(theCall.id))?.state).to.equal('active');
    expect(store.read(selectTranscript(theCall.id)).length).to.equal(aboutACard.length);
    void store.execute({ type: 'session.hold', sessionId: theCall.id });
    expect(gateway.commands).to.have.length(2);
  });

  it('says that it is offline, and why, when they cannot be loaded; what was asked for failed', async () => {
    const { store, errors, fail } = begun();
    const asked = store.execute({ type: 'session.park', sessionId: theCall.id });
    const offline = firstValueFrom(store.select(selectConnection).pipe(filter((known) => known?.status === 'offline')));
    fail(new Error('gone'));
    await offline;
    expect(await asked).to.deep.equal({ ok: false, failure: 'failed' });
    expect(errors).to.have.length(2);
    expect(store.read(selectWorkspace).isConnected).to.equal(false);
  });
});
