import { expect } from '@open-wc/testing';
import type { UserPresence } from '../../src/index.js';
import { SERVICES, USERS, builtInConfiguration } from '../../src/gateways/in-memory/built-in-configuration.js';
import { acceptanceIn } from '../../src/gateways/in-memory/command-rules.js';
import { BackendFixture } from '../support/backend-fixture.js';

const { cards, reception } = SERVICES;

/** The built-in configuration with other settings of what follows from an offer that is not taken. */
const withRona = (serviceId: string, rona: object) => ({
  ...builtInConfiguration,
  services: builtInConfiguration.services.map((service) => ({
    ...service,
    rona: service.id === serviceId ? rona : {},
  })),
});

describe('in-memory backend: what becomes of an agent who does not take an offer', () => {
  let fixture: BackendFixture;
  const begin = (configuration: unknown = withRona(cards, { enabled: true, resetAfterSeconds: 60 })): void => {
    fixture = new BackendFixture({ configuration });
    fixture.backend.tell([{ type: 'presence.changed', userId: USERS.agent, presence: 'available' }]);
  };
  /** As the receiver knows it. */
  const presence = (): Partial<UserPresence> | undefined => fixture.recorder.state.users.get(USERS.agent)?.presence;
  const miss = (serviceId: string = cards): void => {
    fixture.offer(serviceId, 'audio-video', { ringMs: 5000 });
    fixture.scheduler.advance(5000);
  };
  const canAccept = (): boolean => acceptanceIn(fixture.backend.situation, 'email').canAccept;
  beforeEach(() => {
    begin();
  });

  it('is not available after a missed offer, until when and for which task is told, and no work comes', () => {
    miss();
    const { since = NaN, ...rest } = presence() ?? {};
    expect(rest).to.deep.equal({
      presence: 'not-available',
      chosen: 'available',
      cause: 'rona',
      until: since + 60_000,
      serviceId: cards,
      modality: 'audio-video',
    });
    expect(since).to.equal(fixture.backend.agenda.now());
    expect(canAccept()).to.equal(false);
  });

  it('is so after a declined one as well, by the wish that declined it', async () => {
    const sessionId = fixture.offer(cards, 'audio-video');
    await fixture.wish({ type: 'session.decline', sessionId });
    expect(presence()).to.include({ presence: 'not-available', cause: 'declined' });
    expect(fixture.recorder.live.at(-1)).to.include({ type: 'presence.changed', causedBy: 'c1' });
  });

  it('ends by itself, with what the agent had chosen', async () => {
    await fixture.wish({ type: 'presence.change', presence: 'busy' });
    miss();
    fixture.scheduler.advance(59_999);
    expect(presence()?.presence).to.equal('not-available');
    fixture.scheduler.advance(1);
    const { since, ...rest } = presence() ?? {};
    expect(rest).to.deep.equal({ presence: 'busy' });
    expect(since).to.equal(fixture.backend.agenda.now());
    expect(canAccept()).to.equal(true);
  });

  for (const chosen of ['available', 'away', 'offline'] as const)
    it(`ends when the agent chooses ${chosen}, for good`, async () => {
      miss();
      await fixture.wish({ type: 'presence.change', presence: chosen });
      const told = fixture.recorder.live.length;
      expect(presence()).to.include({ presence: chosen }).and.not.have.any.keys('cause', 'until', 'chosen');
      fixture.scheduler.advance(600_000);
      expect(fixture.recorder.live.length).to.equal(told);
    });

  it('begins anew with a second one, and goes back to what was chosen before both', () => {
    fixture.offer(cards, 'audio-video', { ringMs: 20_000 });
    miss();
    fixture.scheduler.advance(15_000);
    expect(presence()).to.include({ chosen: 'available', until: fixture.backend.agenda.now() + 60_000 });
    fixture.scheduler.advance(59_000);
    expect(presence()?.presence).to.equal('not-available');
    fixture.scheduler.advance(1000);
    expect(presence()?.presence).to.equal('available');
  });

  it('outlives a page: who comes back in time is told the same, who comes later is available', () => {
    miss();
    const before = presence();
    fixture.disconnect();
    fixture.scheduler.advance(30_000);
    const disconnect = fixture.backend.connect(fixture.recorder);
    expect(presence()).to.deep.equal(before);
    disconnect();
    fixture.scheduler.advance(30_000);
    fixture.backend.connect(fixture.recorder);
    expect(presence()?.presence).to.equal('available');
  });

  it('is not taken out who is offline: there is nothing to take out of', async () => {
    fixture.offer(cards, 'audio-video', { ringMs: 5000 });
    await fixture.wish({ type: 'presence.change', presence: 'offline' });
    fixture.scheduler.advance(5000);
    expect(presence()?.presence).to.equal('offline');
  });

  for (const [what, configuration, serviceId] of [
    ['says nothing of it', withRona(cards, {}), cards],
    ['has no Contact Center licence', withRona(reception, { enabled: true }), reception],
    ['is another one', withRona(cards, { enabled: true }), SERVICES.orders],
  ] as const)
    it(`stays as available as before where the service ${what}`, () => {
      begin(configuration);
      miss(serviceId);
      expect(presence()).to.deep.include({ presence: 'available' }).and.not.have.any.keys('cause', 'until', 'chosen');
    });

  it('lasts ten minutes where the service does not say how long', () => {
    begin(withRona(cards, { enabled: true }));
    miss();
    expect((presence()?.until ?? 0) - (presence()?.since ?? 0)).to.equal(600_000);
  });
});

describe('in-memory backend: an offer that the agent does not answer by hand', () => {
  let fixture: BackendFixture;
  beforeEach(() => {
    fixture = new BackendFixture();
  });

  it('is taken by somebody else, and over for this agent', () => {
    const sessionId = fixture.offer(cards, 'audio-video');
    fixture.backend.take(sessionId);
    expect(fixture.sessionOf(sessionId)).to.include({ state: 'ended', offerOutcome: 'taken' });
    expect(fixture.sessionOf(sessionId)).not.to.have.property('result');
  });

  it('is assigned without asking, and goes on as one that was accepted', () => {
    const sessionId = fixture.offer(cards, 'audio-video');
    fixture.backend.assign(sessionId);
    expect(fixture.sessionOf(sessionId)).to.include({ state: 'accepted', offerOutcome: 'assigned' });
    expect(fixture.recorder.live.at(-1)).not.to.have.property('causedBy');
    fixture.scheduler.advance(2000);
    expect(fixture.sessionOf(sessionId)).to.include({ state: 'active', offerOutcome: 'assigned' });
    fixture.scheduler.advance(60_000);
    expect(fixture.stateOf(sessionId)).to.equal('active');
  });

  it('that is answered already is neither taken nor assigned any more', async () => {
    const sessionId = await fixture.active(cards, 'audio-video');
    const told = fixture.recorder.live.length;
    fixture.backend.take(sessionId);
    fixture.backend.assign(sessionId);
    expect(fixture.recorder.live.length).to.equal(told);
  });
});
