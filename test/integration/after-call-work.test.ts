import { expect, html } from '@open-wc/testing';
import '../../src/components/session-controls/session-controls.define.js';
import '../../src/components/session-pane/session-pane.define.js';
import '../../src/components/sessions-list/sessions-list.define.js';
import { builtInConfiguration, SERVICES } from '../../src/gateways/in-memory/built-in-configuration.js';
import { MINUTE, aSession, withAgent } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { theCall, unfinishedWork } from '../../stories/scenarios/working-day.js';
import { BackendFixture } from '../support/backend-fixture.js';
import { FakeInterval } from '../support/fake-interval.js';
import { find, findAll, happens, mount, settled, textOf } from '../support/mounting.js';

const DAY = 24 * 60 * MINUTE;
const everywhere = html`
  <sessions-list></sessions-list>
  <sessions-list mode="icons"></sessions-list>
  <session-pane session-id=${unfinishedWork.id}></session-pane>
  <div id="alone"><session-controls session-id=${unfinishedWork.id}></session-controls></div>
`;

/** Every place that says what is left: the line of history, the card of a column of icons, the head, the controls. */
const saidIn = (root: ParentNode): readonly string[] => [
  textOf(find(find(root, 'sessions-list:not([mode="icons"])'), '.work .todo')),
  `${textOf(find(find(root, 'sessions-list[mode="icons"]'), '.card .state'))} ${textOf(find(root, '.card .since'))}`,
  textOf(find(root, '.facts .state')),
  textOf(find(find(root, '#alone'), '.time')),
];

describe('what is left of after-call work', () => {
  let interval: FakeInterval;
  beforeEach(() => {
    interval = new FakeInterval();
  });
  afterEach(() => {
    interval.restore();
  });

  it('is said in the same words everywhere, and ticks alike', async () => {
    const { provider, gateway } = await mount(everywhere, { sessions: [unfinishedWork] });
    const passes = async (ms: number): Promise<void> => {
      gateway.time += ms;
      interval.tick();
      await settled();
    };
    expect(new Set(saidIn(provider))).to.deep.equal(new Set(['After-call work 0:14']));
    await passes(5000);
    expect(new Set(saidIn(provider))).to.deep.equal(new Set(['After-call work 0:09']));
    // The machine has slept for ten minutes, and the end has yet to be told.
    await passes(10 * MINUTE);
    expect(new Set(saidIn(provider))).to.deep.equal(new Set(['After-call work 0:00']));
  });

  for (const [how, off, expected] of [
    ['a day behind', -DAY, 'After-call work 0:20'],
    ['a day ahead', DAY, 'After-call work 0:00'],
  ] as const)
    it(`is never more than there is, nor less than nothing, by a clock that is ${how}`, async () => {
      const { provider, gateway } = await mount(everywhere, { sessions: [unfinishedWork] });
      gateway.time += off;
      interval.tick();
      await settled();
      expect(new Set(saidIn(provider))).to.deep.equal(new Set([expected]));
    });

  it('begins anew when it is extended, with nothing of what was left', async () => {
    const { provider, gateway } = await mount(everywhere, { sessions: [unfinishedWork] });
    const on = { sessionId: unfinishedWork.id, at: NOW } as const;
    await happens(gateway, { type: 'after-call-work.extended', dueAt: NOW + 60_000, ...on });
    expect(new Set(saidIn(provider))).to.deep.equal(new Set(['After-call work 1:00']));
    const extend = find(find(provider, '#alone'), '[data-verb="after-call-work.extend"]');
    expect([extend.ariaDisabled, extend.title]).to.deep.equal(['true', 'After-call work can be extended once.']);
  });

  it('is not counted for work without an end, which is named all the same', async () => {
    const afterCallWork = { startedAt: NOW, canFinishEarly: true, canExtend: false };
    const { provider } = await mount(everywhere, { sessions: [{ ...unfinishedWork, afterCallWork }] });
    expect(new Set(saidIn(provider).map((said) => said.trim()))).to.deep.equal(new Set(['After-call work']));
    expect(find(provider, '.facts .state').title).to.contain('until you finish it');
  });

  it('is in sight in the narrowest list, whatever the customer is called', async () => {
    const long = { ...unfinishedWork, customer: { name: 'Friederike von Hohenstein-Sonnenberg' } };
    const { provider } = await mount(html`<div style="inline-size: 220px"><sessions-list></sessions-list></div>`, {
      sessions: [long],
    });
    const sign = find(provider, '.todo');
    expect(sign.scrollWidth).to.be.at.most(sign.clientWidth);
    const { right } = find(provider, '.past').getBoundingClientRect();
    expect(sign.getBoundingClientRect().right).to.be.at.most(right);
  });

  it('is said once in a pane: the head counts, the controls beside it do not', async () => {
    const { provider } = await mount(everywhere, { sessions: [unfinishedWork] });
    const shown = findAll(find(provider, 'session-pane'), '.time, .facts .state').filter((part) =>
      part.checkVisibility(),
    );
    expect(shown.map(textOf)).to.deep.equal(['After-call work 0:14']);
  });
});

describe('why other tasks give no after-call work', () => {
  const rule = /only calls that are not parked/;
  const controls = html`<session-controls session-id=${unfinishedWork.id}></session-controls>`;

  it('is said beside the timer with task parallelization, and not without', async () => {
    const parallel = await mount(controls, { sessions: [unfinishedWork] });
    expect(textOf(parallel.provider)).to.match(rule);
    const document = withAgent({ taskParallelization: { enabled: false } });
    const single = await mount(controls, { sessions: [unfinishedWork], document });
    expect(textOf(single.provider)).to.not.match(rule);
  });

  it('is said by the head of a session beside what is left, and not once more by its controls', async () => {
    const { provider } = await mount(html`<session-pane session-id=${unfinishedWork.id}></session-pane>`, {
      sessions: [unfinishedWork],
    });
    const said = findAll(provider, '.rule').filter((part) => part.checkVisibility());
    expect(said.map(textOf)).to.deep.equal(['after active calls only']);
    expect(said[0]?.title).to.match(rule);
  });

  it('is not said where there is no timer', async () => {
    const { provider } = await mount(html`<session-controls session-id="call-1"></session-controls>`, {
      sessions: [theCall],
    });
    expect(textOf(provider)).to.not.match(rule);
  });
});

describe('the engine gives after-call work by the rule', () => {
  const single = {
    ...builtInConfiguration,
    users: builtInConfiguration.users.map((user) => ({ ...user, taskParallelization: { enabled: false } })),
  };
  const cases = [
    ['an active call', false, SERVICES.cards, 'audio-video', false, true],
    ['an active call, in parallel', true, SERVICES.cards, 'audio-video', false, true],
    ['a parked call', false, SERVICES.cards, 'audio-video', true, true],
    ['a parked call, in parallel', true, SERVICES.cards, 'audio-video', true, false],
    ['a chat', false, SERVICES.orders, 'im', false, true],
    ['a chat, in parallel', true, SERVICES.orders, 'im', false, false],
    ['a service without it', false, SERVICES.claims, 'email', false, false],
  ] as const;
  for (const [what, isParallel, service, modality, isParked, isGiven] of cases)
    it(`${what}: ${isGiven ? 'some' : 'none'}`, async () => {
      const fixture = new BackendFixture(isParallel ? {} : { configuration: single });
      const sessionId = await fixture.active(service, modality);
      if (isParked) {
        await fixture.wish({ type: 'session.park', sessionId });
        fixture.scheduler.advance(2000);
      }
      await fixture.wish({ type: 'session.end', sessionId });
      expect(fixture.stateOf(sessionId)).to.equal(isGiven ? 'after-call-work' : 'ended');
      fixture.disconnect();
    });

  it('to the millisecond; an extension lasts as long as it says, from when it was asked for', async () => {
    const fixture = new BackendFixture();
    const sessionId = await fixture.active(SERVICES.cards, 'audio-video');
    await fixture.wish({ type: 'session.end', sessionId });
    fixture.scheduler.advance(19_999);
    expect(fixture.stateOf(sessionId)).to.equal('after-call-work');
    await fixture.wish({ type: 'after-call-work.extend', sessionId });
    expect(fixture.sessionOf(sessionId)?.afterCallWork).to.deep.include({ canExtend: false, isExtended: true });
    expect((await fixture.wish({ type: 'after-call-work.extend', sessionId })).ok).to.equal(false);
    fixture.scheduler.advance(59_999);
    expect(fixture.stateOf(sessionId)).to.equal('after-call-work');
    fixture.scheduler.advance(1);
    expect(fixture.stateOf(sessionId)).to.equal('ended');
    fixture.disconnect();
  });
});

describe('the times of a session', () => {
  const pane = html`<session-pane session-id="call-1"></session-pane>`;
  const aParked = aSession({
    state: 'parked',
    since: NOW - 3 * MINUTE - 10_000,
    parkedSince: NOW - 3 * MINUTE - 10_000,
    times: { connected: NOW - 12 * MINUTE - 4000 },
  });

  it('tell how long it has been connected from how long it is parked, with the moments as tooltips', async () => {
    const { provider } = await mount(pane, { sessions: [aParked] });
    expect(textOf(find(provider, '.times'))).to.equal('Connected 12:04 · Parked 3:10');
    expect(find(provider, '.connected').title).to.match(/^Connected since \d/);
    expect(find(provider, '.facts .state').title).to.match(/^Parked since \d/);
  });

  it('are the same on a page that is loaded anew, and go on from there', async () => {
    const { provider, gateway } = await mount(pane, { sessions: [{ ...aParked, isSelected: true }] });
    await happens(gateway, { type: 'session.unparking', at: NOW, sessionId: 'call-1' });
    expect(textOf(find(provider, '.times'))).to.equal('Connected 12:04 · Waiting to be connected 3:10');
    await happens(gateway, { type: 'session.unparked', at: NOW, sessionId: 'call-1' });
    expect(textOf(find(provider, '.times'))).to.equal('Connected 12:04 · Active 0:00');
  });

  it('stand still when it is over', async () => {
    const { provider, gateway } = await mount(pane, { sessions: [aParked] });
    await happens(gateway, { type: 'session.ended', at: NOW, sessionId: 'call-1' });
    gateway.time += MINUTE;
    await settled();
    expect(textOf(find(provider, '.times'))).to.equal('Connected 12:04 · Ended');
  });

  it('are only that of the state for what never was connected', async () => {
    const { provider } = await mount(pane, { sessions: [aSession({ state: 'offered', times: {} })] });
    expect(textOf(find(provider, '.times'))).to.equal('Incoming 3:00');
  });
});
