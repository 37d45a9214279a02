import { expect } from '@open-wc/testing';
import { SERVICES } from '../../src/gateways/in-memory/built-in-configuration.js';
import { createSimulator } from '../../src/gateways/simulator/simulator.js';
import { Recorder } from '../../src/gateways/contract/recorder.js';
import { BackendFixture } from '../support/backend-fixture.js';
import { ManualScheduler } from '../support/manual-scheduler.js';

const { cards, orders, claims } = SERVICES;
const DAY = 86_400_000;

const written = {
  id: 'again',
  speaker: { id: 'customer', role: 'customer' },
  text: 'Hello again',
  isFinal: true,
} as const;

describe('in-memory backend: a session that is released', () => {
  let fixture: BackendFixture;
  beforeEach(() => {
    fixture = new BackendFixture();
  });

  const usage = (): number => fixture.backend.situation.usage.total;

  it('a persistent chat waits: the session is gone here, and its slot is free', async () => {
    const sessionId = await fixture.active(orders, 'im');
    expect(usage()).to.equal(1);
    expect(await fixture.wish({ type: 'session.release', sessionId })).to.deep.equal({ ok: true });
    expect(fixture.sessionOf(sessionId)).to.equal(undefined);
    expect(usage()).to.equal(0);
    expect(fixture.recorder.live.at(-1)).to.deep.include({ type: 'session.removed', sessionId });
    expect(fixture.backend.left.map(({ where }) => where)).to.deep.equal(['waiting']);
  });

  it('a mail goes back to its queue', async () => {
    const sessionId = await fixture.active(claims, 'email');
    await fixture.wish({ type: 'session.release', sessionId });
    expect(fixture.backend.left.map(({ session, where }) => `${session.id} ${where}`)).to.deep.equal([
      `${sessionId} queued`,
    ]);
  });

  it('a customer who writes in it is offered again, with what was said, noted and chosen before', async () => {
    const sessionId = await fixture.active(orders, 'im');
    await fixture.wish({ type: 'message.send', sessionId, segmentId: 'm1', text: 'Your parcel is on its way.' });
    fixture.scheduler.advance(2000);
    await fixture.wish({ type: 'tags.change', sessionId, tags: ['late delivery'] });
    await fixture.wish({ type: 'codes.choose', sessionId, primary: 'order-status' });
    await fixture.wish({ type: 'notes.save', sessionId, text: 'Prefers the side door', version: 0 });
    const [before] = [fixture.sessionOf(sessionId)];
    expect(before?.notes?.text).to.equal('Prefers the side door');
    await fixture.wish({ type: 'session.release', sessionId });
    fixture.scheduler.advance(3 * DAY);
    fixture.backend.write(sessionId, written);
    expect(fixture.sessionOf(sessionId)).to.deep.include({
      state: 'offered',
      parameters: before?.parameters,
      primaryCode: 'order-status',
      tags: ['late delivery'],
      notes: before?.notes,
    });
    const said = [...(fixture.recorder.state.transcripts.get(sessionId) ?? [])].map(({ text }) => text);
    expect(said).to.deep.equal(['Your parcel is on its way.', 'Hello again']);
    await fixture.wish({ type: 'session.accept', sessionId });
    fixture.scheduler.advance(1000);
    expect(fixture.stateOf(sessionId)).to.equal('active');
    expect(fixture.backend.left).to.deep.equal([]);
  });

  it('who does not answer the customer then has missed the offer', async () => {
    const sessionId = await fixture.active(orders, 'im');
    await fixture.wish({ type: 'session.release', sessionId });
    fixture.backend.write(sessionId, written);
    fixture.scheduler.advance(25_000);
    expect(fixture.sessionOf(sessionId)).to.include({ state: 'ended', offerOutcome: 'missed' });
  });

  it('is over when nobody has written for as long as its service waits', async () => {
    const sessionId = await fixture.active(orders, 'im');
    await fixture.wish({ type: 'session.release', sessionId });
    fixture.scheduler.advance(28 * DAY);
    expect(fixture.backend.left).to.deep.equal([]);
    fixture.backend.write(sessionId, written);
    expect(fixture.sessionOf(sessionId)).to.equal(undefined);
  });

  it('one that was ended does not come back: who writes then is somebody new', async () => {
    const sessionId = await fixture.active(orders, 'im');
    await fixture.wish({ type: 'session.end', sessionId });
    fixture.backend.write(sessionId, written);
    expect(fixture.sessionOf(sessionId)?.state).to.not.equal('offered');
  });

  const refused = [
    {
      name: 'of a service that releases nothing',
      serviceId: cards,
      modality: 'audio-video',
      message: 'of this service',
    },
    {
      name: 'while it rings',
      serviceId: orders,
      modality: 'im',
      isOffer: true,
      message: 'while the session is offered',
    },
  ];
  for (const { name, serviceId, modality, isOffer = false, message } of refused)
    it(`is refused ${name}`, async () => {
      const sessionId = isOffer ? fixture.offer(serviceId, modality) : await fixture.active(serviceId, modality);
      const reply = await fixture.wish({ type: 'session.release', sessionId });
      expect(reply).to.include({ ok: false, failure: 'not-allowed' });
      expect(reply.ok ? '' : reply.message).to.contain(message);
      expect(fixture.sessionOf(sessionId)).to.not.equal(undefined);
    });

  it('is refused for a session that is gone', async () => {
    const reply = await fixture.wish({ type: 'session.release', sessionId: 'nobody' });
    expect(reply).to.include({ ok: false, failure: 'unknown-session' });
  });
});

describe('the simulator: a chat that waits', () => {
  it('is written in again after a minute', async () => {
    const scheduler = new ManualScheduler();
    const simulator = createSimulator({ scenario: 'quiet', scheduler });
    const recorder = new Recorder();
    simulator.connect(recorder);
    const sessionId = simulator.offer('im') ?? '';
    const wish = async (type: 'session.accept' | 'session.release'): Promise<void> => {
      const reply = simulator.execute({ type, sessionId, commandId: type });
      scheduler.advance(1000);
      expect(await reply).to.deep.equal({ ok: true });
    };
    await wish('session.accept');
    await wish('session.release');
    expect(recorder.state.sessions.get(sessionId)).to.equal(undefined);
    scheduler.advance(60_000);
    expect(recorder.state.sessions.get(sessionId)?.state).to.equal('offered');
  });
});
