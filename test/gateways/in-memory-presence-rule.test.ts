import { expect } from '@open-wc/testing';
import type { UserPresence } from '../../src/index.js';
import { SERVICES, USERS, builtInConfiguration } from '../../src/gateways/in-memory/built-in-configuration.js';
import { acceptanceIn } from '../../src/gateways/in-memory/command-rules.js';
import { connected } from '../../src/gateways/contract/recorder.js';
import { BackendFixture } from '../support/backend-fixture.js';

const { cards, orders, reception } = SERVICES;

/** Handled calls of cards are undisturbed, chats of orders busy; reception takes agents out who miss a call. */
const configuration = {
  ...builtInConfiguration,
  sessionPolicy: 'multi-active',
  services: builtInConfiguration.services.map((service) => ({
    ...service,
    licence: 'contact-center',
    afterCallWork: { enabled: service.id === cards, durationSeconds: 20 },
    rona: service.id === reception ? { enabled: true, resetAfterSeconds: 60 } : {},
    ...(service.id === cards ? { presenceWhileHandled: 'do-not-disturb' } : {}),
    ...(service.id === orders ? { presenceWhileHandled: 'busy' } : {}),
  })),
};

describe('in-memory backend: what handling a session makes of the presence', () => {
  let fixture: BackendFixture;
  beforeEach(() => {
    fixture = new BackendFixture({ configuration });
    fixture.backend.tell([{ type: 'presence.changed', userId: USERS.agent, presence: 'available' }]);
  });
  /** As the receiver knows it. */
  const presence = (): Partial<UserPresence> => {
    const { since: _, ...rest } = fixture.recorder.state.users.get(USERS.agent)?.presence ?? { since: 0 };
    return rest;
  };
  const told = (): number => fixture.recorder.live.filter(({ type }) => type === 'presence.changed').length;
  const busy = {
    presence: 'busy',
    chosen: 'available',
    cause: 'session-start',
    serviceId: orders,
    modality: 'im',
  };

  it('is another one from the accept on, with what was chosen and which task it is for', async () => {
    const sessionId = fixture.offer(orders, 'im');
    expect(presence()).to.deep.equal({ presence: 'available' });
    await fixture.wish({ type: 'session.accept', sessionId });
    expect(presence()).to.deep.equal(busy);
  });

  it('is told once, and to who connects later as well', async () => {
    const before = told();
    await fixture.active(orders, 'im');
    expect(told()).to.equal(before + 1);
    const { recorder } = connected(fixture.backend);
    expect(recorder.state.users.get(USERS.agent)?.presence).to.deep.include(busy);
  });

  for (const [name, end] of [
    ['ended', 'session.end'],
    ['parked', 'session.park'],
    ['released', 'session.release'],
  ] as const)
    it(`is what was chosen again when the session is ${name}`, async () => {
      await fixture.wish({ type: 'presence.change', presence: 'available' });
      const sessionId = await fixture.active(orders, 'im');
      expect(presence().presence).to.equal('busy');
      await fixture.wish({ type: end, sessionId });
      fixture.scheduler.advance(5000);
      expect(presence()).to.deep.equal({ presence: 'available' });
    });

  it('is what was chosen again in after-call work, which keeps work away by itself', async () => {
    const sessionId = await fixture.active(cards, 'audio-video');
    expect(presence().presence).to.equal('do-not-disturb');
    await fixture.wish({ type: 'session.end', sessionId });
    expect(fixture.sessionOf(sessionId)?.state).to.equal('after-call-work');
    expect(presence()).to.deep.equal({ presence: 'available' });
  });

  it('keeps other work away where the service says so', async () => {
    await fixture.active(orders, 'im');
    expect(acceptanceIn(fixture.backend.situation, 'email').stops).not.to.include('presence');
    await fixture.active(cards, 'audio-video');
    expect(acceptanceIn(fixture.backend.situation, 'email').stops).to.include('presence');
  });

  it('goes by the sessions that are left', async () => {
    await fixture.active(orders, 'im');
    const call = await fixture.active(cards, 'audio-video');
    expect(presence()).to.deep.include({ presence: 'do-not-disturb', chosen: 'available', serviceId: cards });
    await fixture.wish({ type: 'session.end', sessionId: call });
    expect(presence()).to.deep.equal(busy);
  });

  it('what the agent chooses meanwhile holds, until the next session begins', async () => {
    await fixture.active(orders, 'im');
    await fixture.wish({ type: 'presence.change', presence: 'available' });
    expect(presence()).to.deep.equal({ presence: 'available' });
    fixture.scheduler.advance(60_000);
    expect(presence()).to.deep.equal({ presence: 'available' });
    await fixture.active(cards, 'audio-video');
    expect(presence().presence).to.equal('do-not-disturb');
  });

  it('a choice that keeps work away stays, during the session and after it', async () => {
    await fixture.wish({ type: 'presence.change', presence: 'away' });
    const sessionId = await fixture.active(orders, 'im');
    expect(presence()).to.deep.equal({ presence: 'away' });
    await fixture.wish({ type: 'session.end', sessionId });
    expect(presence()).to.deep.equal({ presence: 'away' });
  });

  it('an offer that is missed meanwhile goes before, then the rule is in force again', async () => {
    const sessionId = await fixture.active(orders, 'im');
    fixture.offer(reception, 'audio-video', { ringMs: 5000 });
    fixture.scheduler.advance(5000);
    expect(presence()).to.deep.include({ presence: 'not-available', cause: 'rona', chosen: 'available' });
    fixture.scheduler.advance(60_000);
    expect(presence()).to.deep.equal(busy);
    await fixture.wish({ type: 'session.end', sessionId });
    expect(presence()).to.deep.equal({ presence: 'available' });
  });

  it('does not end what followed from a missed offer, when the session ends before', async () => {
    const sessionId = await fixture.active(orders, 'im');
    fixture.offer(reception, 'audio-video', { ringMs: 5000 });
    fixture.scheduler.advance(5000);
    await fixture.wish({ type: 'session.end', sessionId });
    expect(presence()).to.deep.include({ presence: 'not-available', cause: 'rona' });
    fixture.scheduler.advance(60_000);
    expect(presence()).to.deep.equal({ presence: 'available' });
  });

  it('work that was picked counts, too', async () => {
    fixture.backend.queue('w1', { serviceId: orders, modality: 'im', direction: 'inbound' });
    await fixture.wish({ type: 'work-item.pick', sessionId: 'w1' });
    expect(presence()).to.deep.equal(busy);
  });
});
