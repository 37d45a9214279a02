import { expect } from '@open-wc/testing';
import { sessionReducer } from '../../../src/core/state/session-reducer.js';
import { SESSION_STATES } from '../../../src/index.js';
import type { Session, SessionFact, SessionState } from '../../../src/index.js';
import { aSessionIn, FACTS, LATER } from '../../support/session-facts.js';
import type { FactOnSession } from '../../support/session-facts.js';

const play = (session: Session | undefined, ...facts: readonly FactOnSession[]): Session =>
  facts.reduce(sessionReducer, session)!;

const AT = LATER - 30_000;

describe('an offer', () => {
  const offer: FactOnSession = {
    type: 'session.offered',
    sessionId: 'mail-7',
    at: AT,
    offer: {
      serviceId: 'card-line',
      modality: 'email',
      direction: 'inbound',
      queuedAt: AT - 4000,
      expiresAt: AT + 20_000,
      subject: 'My new card',
    },
  };

  it('becomes a session with nothing chosen, nothing unread and its moments kept', () => {
    expect(play(undefined, offer)).to.deep.equal({
      id: 'mail-7',
      serviceId: 'card-line',
      modality: 'email',
      direction: 'inbound',
      subject: 'My new card',
      state: 'offered',
      since: AT,
      times: { queued: AT - 4000, offered: AT },
      offerExpiresAt: AT + 20_000,
      participants: [],
      parameters: [],
      tags: [],
      unread: 0,
      isSelected: false,
    });
  });

  it('keeps a modality and a direction that nobody knows yet', () => {
    const { modality } = play(undefined, {
      ...offer,
      offer: { serviceId: 's', modality: 'hologram', direction: 'none' },
    });
    expect(modality).to.equal('hologram');
  });

  it('has an outcome and no ring time any more, however it ends', () => {
    const outcomes = (['session.accepted', 'session.declined', 'session.missed', 'session.ended'] as const).map(
      (type) => {
        const { offerOutcome, offerExpiresAt } = play(aSessionIn('offered'), FACTS[type]);
        return [offerOutcome, offerExpiresAt];
      },
    );
    expect(outcomes).to.deep.equal([
      ['accepted', undefined],
      ['declined', undefined],
      ['missed', undefined],
      ['cancelled', undefined],
    ]);
  });

  for (const [type, offerOutcome] of [
    ['session.accepted', 'assigned'],
    ['session.connected', 'assigned'],
    ['session.ended', 'taken'],
    ['session.ended', 'moved-to-the-night-shift'],
  ] as const)
    it(`has the outcome that ${type} names: ${offerOutcome}`, () => {
      const after = play(aSessionIn('offered'), { ...FACTS[type], offerOutcome });
      expect(after.offerOutcome).to.equal(offerOutcome);
    });

  it('stays assigned when the connection follows without a word on it, and accepted when it is over', () => {
    const assigned = play(aSessionIn('offered'), {
      ...FACTS['session.accepted'],
      offerOutcome: 'assigned',
    });
    expect(play(assigned, FACTS['session.connected']).offerOutcome).to.equal('assigned');
    const taken = { ...FACTS['session.ended'], offerOutcome: 'taken' } as SessionFact;
    expect(play(play(assigned, FACTS['session.connected']), taken).offerOutcome).to.equal('assigned');
  });

  it('that connects at once counts as accepted at that moment', () => {
    const session = play(aSessionIn('offered'), FACTS['session.connected']);
    expect(session.times).to.deep.equal({
      offered: aSessionIn('offered').times.offered,
      accepted: LATER,
      connected: LATER,
    });
    expect(play(session, { ...FACTS['session.accepted'], at: LATER + 9 })).to.equal(session);
  });

  it('keeps the moment of the accept when the connection follows later', () => {
    const accepted = play(aSessionIn('offered'), FACTS['session.accepted']);
    const connected = play(accepted, { ...FACTS['session.connected'], at: LATER + 3000 });
    expect(connected.times).to.include({ accepted: LATER, connected: LATER + 3000 });
  });
});

describe('parking and unparking', () => {
  it('count the stretch of parking from its beginning, also when unparking fails', () => {
    const parked = play(aSessionIn('parking'), FACTS['session.parked']);
    expect(parked).to.include({ parkedSince: LATER, since: LATER });
    const failed = play(
      parked,
      { ...FACTS['session.unparking'], at: LATER + 10_000 },
      { ...FACTS['session.unpark-failed'], at: LATER + 25_000 },
    );
    expect(failed).to.include({ state: 'parked', parkedSince: LATER, since: LATER });
    expect(failed.failure).to.deep.equal({ action: 'unpark', reason: 'The invitation ran out.', at: LATER + 25_000 });
  });

  it('a failed parking leaves the session where it was, and says why', () => {
    const failed = play(aSessionIn('parking'), FACTS['session.park-failed']);
    expect(failed.failure).to.deep.equal({ action: 'park', reason: 'No park slot is free.', at: LATER });
    expect(failed.parkedSince).to.equal(undefined);
  });

  it('a failed parking of what was never connected goes on from that moment', () => {
    const failed = play(aSessionIn('parking', { times: {} }), FACTS['session.park-failed']);
    expect(failed.since).to.equal(LATER);
  });

  it('the failure is gone with the next step', () => {
    const failed = play(aSessionIn('unparking'), FACTS['session.unpark-failed']);
    expect(play(failed, FACTS['session.unparking']).failure).to.equal(undefined);
  });

  it('a new stretch of parking begins anew', () => {
    const again = play(aSessionIn('parked'), FACTS['session.unparked'], {
      ...FACTS['session.parked'],
      at: LATER + 5000,
    });
    expect(again.parkedSince).to.equal(LATER + 5000);
  });

  it('a transfer of what was parked fails back to being parked, in its old place', () => {
    const parked = play(aSessionIn('parking'), FACTS['session.parked']);
    const failed = play(parked, FACTS['session.transferring'], {
      ...FACTS['session.transfer-failed'],
      at: LATER + 9000,
    });
    expect(failed).to.include({ state: 'parked', parkedSince: LATER, since: LATER });
  });

  it('an unparking that the backend gives up leaves the session parked, in its old place', () => {
    const parked = play(aSessionIn('parking'), FACTS['session.parked']);
    const again = play(parked, FACTS['session.unparking'], { ...FACTS['session.parked'], at: LATER + 9000 });
    expect(again).to.include({ state: 'parked', parkedSince: LATER, since: LATER });
  });

  it('leave no parking time on a session that is set aside no more', () => {
    const ways = ['session.unparked', 'session.ended'] as const;
    for (const type of ways) expect(play(aSessionIn('parked'), FACTS[type]), type).not.to.have.property('parkedSince');
  });
});

describe('a transfer', () => {
  it('names its target while it runs and after it succeeded', () => {
    const running = play(aSessionIn('active'), FACTS['session.transferring']);
    expect(running.transferTarget).to.equal('Front Desk');
    expect(play(running, FACTS['session.ended']).transferTarget).to.equal('Front Desk');
  });

  it('that failed names none, and says why', () => {
    const failed = play(aSessionIn('transferring'), FACTS['session.transfer-failed']);
    expect(failed).not.to.have.property('transferTarget');
    expect(failed.failure).to.deep.equal({ action: 'transfer', reason: 'Nobody answered.', at: LATER });
  });
});

describe('what fails', () => {
  const WAYS = {
    parking: [FACTS['session.parking'], FACTS['session.park-failed']],
    transferring: [FACTS['session.transferring'], FACTS['session.transfer-failed']],
  } as const;
  const settled = ['accepted', 'active', 'held', 'parked'] as const;
  const later = <F extends FactOnSession>(fact: F, ms: number): F => ({ ...fact, at: LATER + ms });

  for (const [way, [begins, fails]] of Object.entries(WAYS))
    for (const state of way === 'parking' ? settled.slice(0, 3) : settled)
      it(`leaves a session ${state} as it was, since it was so, when ${way} fails, however often`, () => {
        const before = aSessionIn(state, { since: LATER - 40, ...(state === 'parked' && { parkedSince: LATER - 40 }) });
        const failed = play(before, later(begins, 10), later(fails, 20), later(begins, 30), later(fails, 40));
        const { failure, ...rest } = failed;
        expect(failure?.at).to.equal(LATER + 40);
        expect(rest).to.deep.equal(before);
      });

  it('comes back to when it was taken up again, not to when it was connected', () => {
    const call = play(
      aSessionIn('active', { since: LATER - 40, times: { connected: LATER - 40 } }),
      FACTS['session.parked'],
      later(FACTS['session.unparked'], 100),
      later(FACTS['session.parking'], 200),
      later(FACTS['session.park-failed'], 300),
    );
    expect(call).to.deep.include({ state: 'active', since: LATER + 100 });
  });

  it('comes back over both ways, one begun before the other had failed', () => {
    const held = aSessionIn('held', { since: LATER - 40 });
    const parked = play(held, FACTS['session.transferring'], FACTS['session.parking'], FACTS['session.park-failed']);
    expect(parked).to.deep.include({ state: 'held', since: LATER - 40 });
    const moved = play(held, FACTS['session.parking'], FACTS['session.transferring'], FACTS['session.transfer-failed']);
    expect(moved).to.deep.include({ state: 'held', since: LATER - 40 });
  });

  it('is remembered on no other way', () => {
    const ways = ['session.parked', 'session.ended', 'session.transfer-failed'] as const;
    const running = play(aSessionIn('held'), FACTS['session.transferring']);
    for (const type of ways) expect(play(running, FACTS[type]), type).not.to.have.property('before');
  });
});

describe('an end', () => {
  const work = { startedAt: LATER, dueAt: LATER + 20_000, canFinishEarly: true, canExtend: true };
  const withWork: FactOnSession = { ...FACTS['session.ended'], afterCallWork: work };
  const before: readonly SessionState[] = SESSION_STATES.filter((s) => s !== 'ended' && s !== 'after-call-work');

  for (const state of before) {
    it(`from ${state} by the other side keeps the moment and the result`, () => {
      const ended = play(aSessionIn(state), FACTS['session.ended']);
      expect(ended).to.include({ state: 'ended', result: 'accepted-by-user' });
      expect(ended.times.ended).to.equal(LATER);
    });

    it(`from ${state} ${state === 'offered' ? 'never' : 'may'} begin after-call work`, () => {
      const ended = play(aSessionIn(state), withWork);
      expect(ended.state).to.equal(state === 'offered' ? 'ended' : 'after-call-work');
      expect(ended.afterCallWork).to.equal(state === 'offered' ? undefined : work);
    });
  }

  it('is told once; a second one only adds a result that was missing', () => {
    const { result: _, ...unknown } = aSessionIn('ended');
    const ended = play(unknown, FACTS['session.ended']);
    expect(ended).to.deep.equal({ ...unknown, result: 'accepted-by-user' });
    expect(play(ended, { ...FACTS['session.ended'], result: 'voicemail' })).to.equal(ended);
  });

  it('keeps an unknown result as it came', () => {
    expect(play(aSessionIn('active'), { ...FACTS['session.ended'], result: 'beamed-up' }).result).to.equal('beamed-up');
  });

  it('an extension of after-call work starts a new counter, once', () => {
    const extended = play(aSessionIn('after-call-work'), FACTS['after-call-work.extended']);
    expect(extended.afterCallWork).to.deep.equal({
      startedAt: LATER,
      dueAt: LATER + 60_000,
      canFinishEarly: true,
      canExtend: false,
      isExtended: true,
    });
  });

  it('of after-call work does not move the end of the session', () => {
    const session = play(aSessionIn('active'), withWork, { ...FACTS['after-call-work.finished'], at: LATER + 20_000 });
    expect(session).to.include({ state: 'ended', since: LATER + 20_000 });
    expect(session.times.ended).to.equal(LATER);
    expect(session).not.to.have.property('afterCallWork');
  });

  it('lets nothing late bring the session back', () => {
    const ended = play(aSessionIn('active'), FACTS['session.ended']);
    const late = ['session.connected', 'session.parked', 'session.unparked', 'session.park-failed', 'session.resumed'];
    expect(play(ended, ...late.map((type) => FACTS[type as 'session.parked']))).to.equal(ended);
  });
});
