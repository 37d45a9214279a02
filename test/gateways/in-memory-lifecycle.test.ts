import { expect } from '@open-wc/testing';
import type { AgentWish } from '../../src/core/commands/command.js';
import { SERVICES, builtInConfiguration } from '../../src/gateways/in-memory/built-in-configuration.js';
import { BackendFixture } from '../support/backend-fixture.js';

const { cards, orders, claims, dispatch, savings } = SERVICES;

describe('in-memory backend: a session’s life', () => {
  let fixture: BackendFixture;
  beforeEach(() => {
    fixture = new BackendFixture();
  });

  it('an offer that nobody answers is missed when its ring time is over', () => {
    const sessionId = fixture.offer(cards, 'audio-video', { ringMs: 20_000 });
    fixture.scheduler.advance(19_999);
    expect(fixture.stateOf(sessionId)).to.equal('offered');
    fixture.scheduler.advance(1);
    expect(fixture.sessionOf(sessionId)).to.include({ state: 'ended', offerOutcome: 'missed' });
  });

  it('an accepted offer is not missed any more', async () => {
    const sessionId = await fixture.active(cards, 'audio-video', { ringMs: 3000 });
    fixture.scheduler.advance(10_000);
    expect(fixture.stateOf(sessionId)).to.equal('active');
  });

  it('a call takes a moment to connect; a chat is there sooner', async () => {
    const sessionId = fixture.offer(cards, 'audio-video');
    await fixture.wish({ type: 'session.accept', sessionId });
    fixture.scheduler.advance(1000);
    expect(fixture.stateOf(sessionId)).to.equal('accepted');
    fixture.scheduler.advance(200);
    expect(fixture.stateOf(sessionId)).to.equal('active');
  });

  it('a caller who hangs up while it rings cancels the offer', () => {
    const sessionId = fixture.offer(cards, 'audio-video');
    fixture.backend.hangUp(sessionId);
    expect(fixture.sessionOf(sessionId)).to.include({ offerOutcome: 'cancelled', result: 'hangup-in-queue' });
  });

  it('parking goes through parking to parked', async () => {
    const sessionId = await fixture.active(orders, 'im');
    await fixture.wish({ type: 'session.park', sessionId });
    expect(fixture.stateOf(sessionId)).to.equal('parking');
    fixture.scheduler.advance(700);
    expect(fixture.stateOf(sessionId)).to.equal('parked');
  });

  it('unparking a call waits for the invitation of the telephony client', async () => {
    const sessionId = await fixture.active(cards, 'audio-video');
    await fixture.wish({ type: 'session.park', sessionId });
    fixture.scheduler.advance(700);
    await fixture.wish({ type: 'session.unpark', sessionId });
    fixture.scheduler.advance(2400);
    expect(fixture.stateOf(sessionId)).to.equal('unparking');
    fixture.scheduler.advance(100);
    expect(fixture.stateOf(sessionId)).to.equal('active');
  });

  it('parking a call on its way back takes the invitation back; the next one rings its own time', async () => {
    const sessionId = await fixture.active(cards, 'audio-video');
    await fixture.wish({ type: 'session.park', sessionId });
    fixture.scheduler.advance(700);
    const parkedSince = fixture.sessionOf(sessionId)?.parkedSince;
    await fixture.wish({ type: 'session.unpark', sessionId });
    fixture.scheduler.advance(2000);
    expect(await fixture.wish({ type: 'session.park', sessionId })).to.deep.equal({ ok: true });
    expect(fixture.sessionOf(sessionId)).to.include({ state: 'parked', parkedSince });
    await fixture.wish({ type: 'session.unpark', sessionId });
    fixture.scheduler.advance(2400);
    expect(fixture.stateOf(sessionId)).to.equal('unparking');
    fixture.scheduler.advance(100);
    expect(fixture.stateOf(sessionId)).to.equal('active');
  });

  it('a customer who hangs up in the middle of parking ends it for good', async () => {
    const sessionId = await fixture.active(orders, 'im');
    await fixture.wish({ type: 'session.park', sessionId });
    fixture.backend.hangUp(sessionId);
    fixture.scheduler.advance(5000);
    expect(fixture.stateOf(sessionId)).to.equal('ended');
    expect(fixture.liveTypes()).not.to.include('session.parked');
  });

  it('hold and resume', async () => {
    const sessionId = await fixture.active(cards, 'audio-video');
    await fixture.wish({ type: 'session.hold', sessionId });
    expect(fixture.stateOf(sessionId)).to.equal('held');
    await fixture.wish({ type: 'session.resume', sessionId });
    expect(fixture.stateOf(sessionId)).to.equal('active');
  });

  it('a transfer ends the session, with the name of the target', async () => {
    const sessionId = await fixture.active(orders, 'im');
    await fixture.wish({ type: 'session.transfer', sessionId, targetServiceId: savings });
    expect(fixture.sessionOf(sessionId)).to.include({ state: 'transferring', transferTarget: 'Savings Advice' });
    fixture.scheduler.advance(2500);
    expect(fixture.sessionOf(sessionId)).to.include({ state: 'ended', result: 'transferred-by-user' });
  });

  for (const [kind, aim, name] of [
    ['a person', { targetUserId: 'idris' }, 'Idris Bello'],
    ['a number', { targetNumber: '+4721550100' }, '+4721550100'],
  ] as const)
    it(`a transfer to ${kind} ends the session, with whom it went to`, async () => {
      const sessionId = await fixture.active(cards, 'audio-video');
      expect((await fixture.wish({ type: 'session.transfer', sessionId, ...aim })).ok).to.equal(true);
      expect(fixture.sessionOf(sessionId)).to.include({ state: 'transferring', transferTarget: name });
      fixture.scheduler.advance(2500);
      expect(fixture.sessionOf(sessionId)).to.include({ transferTarget: name, result: 'transferred-by-user' });
    });

  for (const [service, modality, isCall] of [
    [cards, 'audio-video', true],
    [orders, 'im', false],
    [claims, 'email', false],
    [dispatch, 'external', false],
  ] as const)
    it(`says in words of its kind why ${modality} could not be taken up`, async () => {
      const sessionId = await fixture.active(service, modality);
      await fixture.wish({ type: 'session.park', sessionId });
      fixture.scheduler.advance(1000);
      fixture.backend.inject({ kind: 'unpark' });
      await fixture.wish({ type: 'session.unpark', sessionId });
      fixture.scheduler.advance(5000);
      const { reason = '' } = fixture.sessionOf(sessionId)?.failure ?? {};
      expect(reason).to.not.equal('');
      expect(/telephony|invitation/.test(reason)).to.equal(isCall);
    });

  for (const action of ['park', 'unpark', 'transfer'] as const) {
    it(`${action} fails when a fault waits for it, and works the next time`, async () => {
      const sessionId = await fixture.active(orders, 'im');
      const wish: AgentWish =
        action === 'transfer'
          ? { type: 'session.transfer', sessionId, targetServiceId: savings }
          : { type: action === 'park' ? 'session.park' : 'session.unpark', sessionId };
      if (action === 'unpark') {
        await fixture.wish({ type: 'session.park', sessionId });
        fixture.scheduler.advance(1000);
      }
      const before = fixture.stateOf(sessionId);
      fixture.backend.inject({ kind: action, reason: 'On purpose.' });
      await fixture.wish(wish);
      fixture.scheduler.advance(5000);
      expect(fixture.stateOf(sessionId)).to.equal(before);
      expect(fixture.sessionOf(sessionId)?.failure).to.include({ action, reason: 'On purpose.' });
      await fixture.wish(wish);
      fixture.scheduler.advance(5000);
      expect(fixture.stateOf(sessionId)).not.to.equal(before);
      expect(fixture.sessionOf(sessionId)?.failure).to.equal(undefined);
    });
  }

  for (const action of ['park', 'transfer'] as const)
    it(`${action} that fails gives a held call back as it was, and the snapshot on the way says so`, async () => {
      const sessionId = await fixture.active(cards, 'audio-video');
      fixture.scheduler.advance(30_000);
      await fixture.wish({ type: 'session.hold', sessionId });
      const { state, since } = fixture.sessionOf(sessionId)!;
      fixture.scheduler.advance(30_000);
      fixture.backend.inject({ kind: action });
      const way = action === 'park' ? {} : { targetServiceId: savings };
      await fixture.wish({ type: `session.${action}`, sessionId, ...way });
      expect(fixture.sessionOf(sessionId)?.before).to.deep.equal({ state, since });
      fixture.scheduler.advance(5000);
      expect(fixture.sessionOf(sessionId)).to.deep.include({ state: 'held', since });
      expect((await fixture.wish({ type: 'session.resume', sessionId })).ok).to.equal(true);
    });

  const results = [
    [cards, 'audio-video', 'inbound', 'accepted-by-user'],
    [orders, 'im', 'inbound', 'accepted-by-user'],
    [claims, 'email', 'inbound', 'marked-as-handled-by-user'],
    [dispatch, 'external', 'none', 'accepted-by-user'],
    [savings, 'audio-video', 'outbound', 'destination-accepted'],
  ] as const;
  for (const [serviceId, modality, direction, result] of results) {
    it(`an ${direction} ${modality} task that the agent ends is ${result}`, async () => {
      const sessionId = await fixture.active(serviceId, modality, { direction });
      await fixture.wish({ type: 'session.end', sessionId });
      expect(fixture.sessionOf(sessionId)?.result).to.equal(result);
    });
  }

  const answers = [
    ['declines', 'destination-declined'],
    ['does-not-answer', 'destination-not-reached'],
  ] as const;
  for (const [answer, result] of answers) {
    it(`an outbound call whose destination ${answer} is ${result}`, async () => {
      const sessionId = await fixture.active(savings, 'audio-video', { direction: 'outbound', answer });
      expect(fixture.sessionOf(sessionId)).to.include({ state: 'ended', result });
    });
  }

  it('an outbound call that the agent gives up while it dials is user-aborted', async () => {
    const sessionId = fixture.offer(savings, 'audio-video', { direction: 'outbound' });
    await fixture.wish({ type: 'session.accept', sessionId });
    await fixture.wish({ type: 'session.end', sessionId });
    fixture.scheduler.advance(5000);
    expect(fixture.sessionOf(sessionId)).to.include({ state: 'ended', result: 'user-aborted' });
  });

  it('a task can be cancelled by its system at any moment', async () => {
    const sessionId = await fixture.active(dispatch, 'external');
    fixture.backend.cancel(sessionId);
    expect(fixture.sessionOf(sessionId)).to.include({ state: 'ended', result: 'cancelled-by-external-system' });
  });

  it('after-call work of a call ends by itself when it is due', async () => {
    const sessionId = await fixture.active(cards, 'audio-video');
    fixture.backend.hangUp(sessionId);
    expect(fixture.stateOf(sessionId)).to.equal('after-call-work');
    fixture.scheduler.advance(19_999);
    expect(fixture.stateOf(sessionId)).to.equal('after-call-work');
    fixture.scheduler.advance(1);
    expect(fixture.stateOf(sessionId)).to.equal('ended');
  });

  it('an extension counts anew from now, once', async () => {
    const sessionId = await fixture.active(cards, 'audio-video');
    await fixture.wish({ type: 'session.end', sessionId });
    fixture.scheduler.advance(15_000);
    expect(await fixture.wish({ type: 'after-call-work.extend', sessionId })).to.deep.equal({ ok: true });
    fixture.scheduler.advance(59_999);
    expect(fixture.stateOf(sessionId)).to.equal('after-call-work');
    expect((await fixture.wish({ type: 'after-call-work.extend', sessionId })).ok).to.equal(false);
    fixture.scheduler.advance(1);
    expect(fixture.stateOf(sessionId)).to.equal('ended');
  });

  it('after-call work can be finished early where the service allows it', async () => {
    const allowed = await fixture.active(cards, 'audio-video');
    await fixture.wish({ type: 'session.end', sessionId: allowed });
    await fixture.wish({ type: 'after-call-work.finish', sessionId: allowed });
    expect(fixture.stateOf(allowed)).to.equal('ended');
    const forbidden = await fixture.active(savings, 'audio-video');
    await fixture.wish({ type: 'session.end', sessionId: forbidden });
    expect((await fixture.wish({ type: 'after-call-work.finish', sessionId: forbidden })).ok).to.equal(false);
  });

  it('parameters are gone after a session of a service that does not store them, and only then', async () => {
    const kept = await fixture.active(orders, 'im');
    await fixture.wish({ type: 'session.end', sessionId: kept });
    expect(fixture.sessionOf(kept)?.parameters[0]?.state).to.equal('value');
    const forgotten = await fixture.active(claims, 'email');
    await fixture.wish({ type: 'session.end', sessionId: forgotten });
    expect(fixture.sessionOf(forgotten)?.parameters[0]?.state).to.equal('not-available');
  });

  describe('context data', () => {
    const DAY = 24 * 60 * 60 * 1000;
    const recordOf = (sessionId: string) => fixture.sessionOf(sessionId)?.contextRecord;
    /** The built-in configuration with storage for one service switched. */
    const configure = (serviceId: string, storeContextData: boolean): void => {
      fixture.backend.configure({
        ...builtInConfiguration,
        services: builtInConfiguration.services.map((service) =>
          service.id === serviceId ? { ...service, extensions: { ...service.extensions, storeContextData } } : service,
        ),
      });
    };

    it('is live as long as anybody works with it, after-call work included, and recorded then', async () => {
      const sessionId = await fixture.active(cards, 'audio-video');
      const endedAt = fixture.scheduler.now();
      await fixture.wish({ type: 'session.end', sessionId });
      expect(fixture.stateOf(sessionId)).to.equal('after-call-work');
      expect(recordOf(sessionId)).to.equal(undefined);
      fixture.scheduler.advance(20_000);
      expect(recordOf(sessionId)).to.deep.include({ isStored: true, until: endedAt + 30 * DAY });
    });

    it('is decided on when the conversation ends: what is switched during after-call work changes nothing', async () => {
      for (const isStored of [true, false]) {
        configure(cards, isStored);
        const sessionId = await fixture.active(cards, 'audio-video');
        await fixture.wish({ type: 'session.end', sessionId });
        configure(cards, !isStored);
        fixture.scheduler.advance(20_000);
        expect(recordOf(sessionId)?.isStored).to.equal(isStored);
      }
    });

    it('keeps where the context items led when the conversation ended, as far as they led anywhere', async () => {
      const urlsOf = (sessionId: string) => {
        const record = recordOf(sessionId);
        return record?.isStored ? record.urls : undefined;
      };
      const sessionId = await fixture.active(orders, 'im');
      const orderIs = (value: string) => {
        const parameters = [{ name: 'OrderNumber', state: 'value', value } as const];
        fixture.backend.tell([{ type: 'parameters.changed', sessionId, parameters }]);
      };
      orderIs('O 1');
      await fixture.wish({ type: 'session.end', sessionId });
      orderIs('O 2');
      const { tenant } = builtInConfiguration;
      fixture.backend.configure({
        ...builtInConfiguration,
        tenant: {
          ...tenant,
          contextItems: tenant.contextItems.map((item) => ({ ...item, url: 'https://elsewhere.example/' })),
        },
      });
      fixture.scheduler.advance(15_000);
      expect(urlsOf(sessionId)).to.deep.equal([{ itemId: 'order-page', url: 'https://shop.example/orders/O%201' }]);

      const withoutItems = await fixture.active(dispatch, 'external');
      await fixture.wish({ type: 'session.end', sessionId: withoutItems });
      expect(recordOf(withoutItems)).to.include({ isStored: true }).and.not.have.property('urls');
    });

    it('keeps no address of an item that still lacks a value, nor any where nothing is stored', async () => {
      const call = await fixture.active(cards, 'audio-video');
      await fixture.wish({ type: 'session.end', sessionId: call });
      fixture.scheduler.advance(20_000);
      expect(recordOf(call)).to.deep.include({ urls: [{ itemId: 'card-guide', url: 'https://guide.example/cards' }] });
      configure(cards, false);
      const forgotten = await fixture.active(cards, 'audio-video');
      await fixture.wish({ type: 'session.end', sessionId: forgotten });
      fixture.scheduler.advance(20_000);
      expect(recordOf(forgotten)).to.not.have.property('urls');
    });

    it('of a session that is over stays as it was when storage is switched on later', async () => {
      const sessionId = await fixture.active(claims, 'email');
      await fixture.wish({ type: 'session.end', sessionId });
      configure(claims, true);
      expect(recordOf(sessionId)?.isStored).to.equal(false);
      expect(fixture.sessionOf(sessionId)?.parameters[0]?.state).to.equal('not-available');
    });

    const endings: readonly (readonly [how: string, end: (sessionId: string) => unknown])[] = [
      ['transferred', (sessionId) => fixture.wish({ type: 'session.transfer', sessionId, targetServiceId: savings })],
      ['hung up', (sessionId) => fixture.backend.hangUp(sessionId)],
      ['cancelled', (sessionId) => fixture.backend.cancel(sessionId)],
    ];
    for (const [how, end] of endings) {
      it(`is recorded when a session is ${how}, by what its own service stores`, async () => {
        for (const [serviceId, isStored] of [
          [orders, true],
          [claims, false],
        ] as const) {
          const sessionId = await fixture.active(serviceId, 'im');
          await end(sessionId);
          fixture.scheduler.advance(3000);
          expect(fixture.stateOf(sessionId)).to.equal('ended');
          expect(recordOf(sessionId)?.isStored).to.equal(isStored);
        }
      });
    }

    it('is recorded when an offer is missed or declined, and nothing is while it rings', async () => {
      const missed = fixture.offer(orders, 'im', { ringMs: 3000 });
      expect(recordOf(missed)).to.equal(undefined);
      fixture.scheduler.advance(3000);
      expect(recordOf(missed)?.isStored).to.equal(true);
      const declined = fixture.offer(claims, 'email');
      await fixture.wish({ type: 'session.decline', sessionId: declined });
      expect(recordOf(declined)?.isStored).to.equal(false);
    });
  });

  it('speed shortens what takes time, and the deadlines that it announces', async () => {
    const fast = new BackendFixture({ speed: 4 });
    const sessionId = await fast.active(cards, 'audio-video');
    const endedAt = fast.scheduler.now();
    fast.backend.hangUp(sessionId);
    expect(fast.sessionOf(sessionId)?.afterCallWork?.dueAt).to.equal(endedAt + 5000);
    fast.scheduler.advance(5000);
    expect(fast.stateOf(sessionId)).to.equal('ended');
  });
});
