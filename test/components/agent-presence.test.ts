import { expect, html } from '@open-wc/testing';
import '../../src/components/agent-presence/agent-presence.define.js';
import '../../src/components/task-capacity/task-capacity.define.js';
import { selectSelection } from '../../src/index.js';
import type { SessionEvent, UserPresence } from '../../src/index.js';
import { MINUTE, withAgent } from '../../stories/scenarios/builders.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { anOffer, theCall } from '../../stories/scenarios/working-day.js';
import { FakeInterval } from '../support/fake-interval.js';
import { press } from '../support/hands.js';
import { find, findAll, happens, mount, settled, textOf } from '../support/mounting.js';

const select = (root: ParentNode): HTMLSelectElement => find<HTMLSelectElement>(root, 'select');

/** Behind the last place that takes the focus Firefox leaves the page for its own window, and hears no keys any more. */
const beforeAButton = html`<agent-presence></agent-presence><button>Next</button>`;

describe('agent-presence', () => {
  it('says who the agent is, how she is present and for how long', async () => {
    const { provider } = await mount(html`<agent-presence></agent-presence>`);
    expect(textOf(find(provider, '.name'))).to.equal('Ana Sommer');
    expect(select(provider).value).to.equal('available');
    expect(select(provider).getAttribute('aria-label')).to.equal('Presence');
    expect(textOf(find(provider, '.figures'))).to.equal('12:00');
  });

  const ways: readonly (readonly [how: string, key: string])[] = [
    ['is confirmed by Enter', 'Enter'],
    ['is left by Tab', 'Tab'],
  ];
  for (const [how, key] of ways)
    it(`asks for the presence at which the agent stops with the arrow keys, when it ${how}, and no other`, async () => {
      const { provider, gateway } = await mount(beforeAButton, { reply: 'never' });
      const own = select(provider);
      own.focus();
      // A busy driver of WebKit takes two equal keys in a row for one.
      await press('ArrowDown', 'ArrowUp', 'ArrowDown');
      expect(gateway.commands).to.deep.equal([]);
      expect(own.value).to.equal('busy');
      expect(textOf(find(provider, '[role="status"]'))).to.equal('Enter to choose');
      await press(key);
      expect(gateway.commands.map((command) => command.type === 'presence.change' && command.presence)).to.deep.equal([
        'busy',
      ]);
      expect(own.value).to.equal('busy');
      expect(textOf(find(provider, '[role="status"]'))).to.equal('Saving');
    });

  it('asks at once for what is chosen in an open list, which Enter closes', async () => {
    const { provider, gateway } = await mount(beforeAButton, { reply: 'never' });
    const own = select(provider);
    // An open list tells both in one task.
    own.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }));
    own.value = 'busy';
    own.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['presence.change']);
  });

  for (const presence of ['away', 'in-training'])
    it(`keeps what is passed through news that she is ${presence}, and lets go of it at Escape`, async () => {
      const { provider, gateway } = await mount(beforeAButton);
      const own = select(provider);
      own.focus();
      await press('ArrowDown');
      await happens(gateway, { type: 'presence.changed', at: NOW, userId: 'ana', presence });
      expect(own.value).to.equal('busy');
      await press('Escape');
      expect(own.value).to.equal(presence);
      await press('Tab');
      expect(gateway.commands).to.deep.equal([]);
    });

  it('asks for nothing when the agent comes back to where she was', async () => {
    const { provider, gateway } = await mount(beforeAButton);
    select(provider).focus();
    await press('ArrowDown', 'ArrowUp');
    expect(findAll(provider, '[role="status"]').map(textOf)).to.deep.equal(['']);
    await press('Enter', 'Tab');
    expect(gateway.commands).to.deep.equal([]);
  });

  it('asks at once for what is picked in the open list, or by anything else that is no key', async () => {
    const { provider, gateway } = await mount(html`<agent-presence></agent-presence>`, { reply: 'never' });
    const own = select(provider);
    own.focus();
    await press('ArrowDown', 'ArrowUp');
    own.value = 'away';
    own.dispatchEvent(new Event('change'));
    await settled();
    expect(gateway.commands.map((command) => command.type === 'presence.change' && command.presence)).to.deep.equal([
      'away',
    ]);
  });

  it('asks at once for what Enter picks in the open list, as browsers change it while they answer the key', async () => {
    const { provider, gateway } = await mount(beforeAButton, { reply: 'never' });
    const own = select(provider);
    own.addEventListener('keydown', (event) => {
      event.preventDefault();
      own.value = 'away';
      own.dispatchEvent(new Event('change'));
    });
    own.focus();
    await press('Enter');
    expect(gateway.commands.map((command) => command.type === 'presence.change' && command.presence)).to.deep.equal([
      'away',
    ]);
  });

  it('goes back to what is true when the change is refused, and offers to try again', async () => {
    const { provider, gateway } = await mount(html`<agent-presence></agent-presence>`, {
      reply: { ok: false, failure: 'failed', message: 'Off duty until 14:00' },
    });
    select(provider).value = 'busy';
    select(provider).dispatchEvent(new Event('change'));
    await settled();
    expect(select(provider).value).to.equal('available');
    const failure = find(provider, '[role="alert"]');
    expect(textOf(failure)).to.contain('Not saved: Off duty until 14:00');
    find(failure, 'button').click();
    await settled();
    expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['presence.change', 'presence.change']);
    find(provider, '[role="alert"] .plain').click();
    await settled();
    expect(findAll(provider, '[role="alert"]')).to.have.length(0);
  });

  it('shows a presence that only the backend knows, with its reason', async () => {
    const { provider, gateway } = await mount(html`<agent-presence></agent-presence>`);
    await happens(gateway, {
      type: 'presence.changed',
      at: NOW - 2 * MINUTE,
      userId: 'ana',
      presence: 'in-training',
      reason: 'Onboarding',
    });
    expect(select(provider).selectedOptions[0]?.textContent).to.equal('in-training');
    expect(textOf(find(provider, '.figures'))).to.equal('Onboarding 2:00');
  });

  it("only shows a colleague's presence", async () => {
    const { provider, gateway } = await mount(html`<agent-presence user-id="ben"></agent-presence>`);
    expect(textOf(find(provider, 'agent-presence'))).to.equal('Ben Keller Presence unknown');
    await happens(gateway, { type: 'presence.changed', at: NOW, userId: 'ben', presence: 'away' });
    expect(textOf(find(provider, 'agent-presence'))).to.equal('Ben Keller Away 0:00');
    expect(findAll(provider, 'select')).to.have.length(0);
  });

  it('waits for the first data without naming anybody', async () => {
    const { provider } = await mount(html`<agent-presence></agent-presence>`, new ScriptedGateway([]));
    expect(textOf(find(provider, 'agent-presence'))).to.equal('Waiting for the first data.');
  });

  describe('while time passes', () => {
    const interval: { fake?: FakeInterval } = {};
    beforeEach(() => (interval.fake = new FakeInterval()));
    afterEach(() => interval.fake?.restore());

    it('counts up by one timer, which ends with the element', async () => {
      const { provider, gateway } = await mount(html`<agent-presence></agent-presence>`);
      gateway.time += 61_000;
      interval.fake?.tick();
      expect(textOf(find(provider, '.figures'))).to.equal('13:01');
      expect(interval.fake?.running).to.equal(1);
      find(provider, 'agent-presence').remove();
      expect(interval.fake?.running).to.equal(0);
    });

    it('never counts below zero when the clocks disagree', async () => {
      const { provider, gateway } = await mount(html`<agent-presence></agent-presence>`);
      gateway.time -= 60 * MINUTE;
      interval.fake?.tick();
      expect(textOf(find(provider, '.figures'))).to.equal('0:00');
    });
  });
});

describe('what agent-presence says beside the presence', () => {
  const own = html`<agent-presence></agent-presence>`;
  const rona: SessionEvent = {
    type: 'presence.changed',
    at: NOW - MINUTE,
    userId: 'ana',
    presence: 'not-available',
    chosen: 'available',
    cause: 'rona',
    until: NOW + 9 * MINUTE,
    serviceId: 'card-line',
    modality: 'audio-video',
  };
  const since = (about: Partial<UserPresence>): SessionEvent => ({
    type: 'presence.changed',
    at: NOW,
    userId: 'ana',
    presence: 'available',
    ...about,
  });
  /** As the page's place writes the time of day. */
  const clock = (at: number): string => new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(at);
  const said = (root: ParentNode): string => textOf(find(root, '.said > span'));
  const ways = (root: ParentNode): string[] => findAll(root, '.way').map(textOf);
  const asked = (gateway: ScriptedGateway): unknown[] => gateway.commands.map(({ commandId: _, ...wish }) => wish);

  it('is nothing while all is as it should be', async () => {
    const { provider } = await mount(own);
    expect(findAll(provider, '.why, .tell')).to.deep.equal([]);
    expect(textOf(find(provider, '.news'))).to.equal('');
  });

  it('is what the system made of it, until when, why, what was chosen, and how long that lasts', async () => {
    const { provider } = await mount(own, { facts: [rona] });
    expect(said(provider)).to.equal(
      `Not available until ${clock(NOW + 9 * MINUTE)} (missed a call of Card Line). You chose Available.`,
    );
    expect(textOf(find(provider, '.said .figures'))).to.equal('9:00 left');
    expect(select(provider).selectedOptions[0]?.textContent).to.equal('Not available');
    expect(ways(provider)).to.deep.equal(['Back to available']);
  });

  for (const [about, sentence] of [
    [{ presence: 'not-available', cause: 'declined', modality: 'email' }, 'Not available (declined an email).'],
    [{ presence: 'not-available', cause: 'rona' }, 'Not available (missed a task).'],
    [{ presence: 'busy', cause: 'connected', modality: 'im', serviceId: 'gone' }, 'Busy (in a chat of gone).'],
    [{ presence: 'busy', cause: 'connected', chosen: 'busy' }, 'Busy (in a task).'],
    [
      { presence: 'do-not-disturb', cause: 'session-start', chosen: 'available', modality: 'fax' },
      'Do not disturb (started a task). You chose Available.',
    ],
    [{ presence: 'away', cause: 'after-call-work' }, 'Away (after-call work of a task).'],
    [{ presence: 'in-training', cause: 'schedule', reason: 'Onboarding' }, 'in-training (Onboarding).'],
    [{ presence: 'in-training', cause: 'constructor' }, 'in-training (constructor).'],
    [{ presence: 'away' }, 'Your presence keeps new tasks away.'],
    [{ presence: 'available', next: 'away', nextReason: 'Lunch' }, 'After what you have in hand: Away (Lunch).'],
    [{ presence: 'available', next: 'offline' }, 'After what you have in hand: Offline.'],
    [{ presence: 'available', next: 'training' }, 'After what you have in hand: training.'],
    [{ presence: 'offline' }, 'No tasks come while you are offline.'],
  ] as const)
    it(`of ${JSON.stringify(about)} is “${sentence}”`, async () => {
      const { provider } = await mount(own, { facts: [since(about)] });
      expect(said(provider)).to.equal(sentence);
    });

  it('takes the agent back with one click, is there until the backend says so, and asks no second time', async () => {
    const { provider, gateway } = await mount(own, { facts: [rona], reply: 'never' });
    find(provider, '.way').click();
    await settled();
    expect(find(provider, '.way').getAttribute('aria-disabled')).to.equal('true');
    find(provider, '.way').click();
    expect(asked(gateway)).to.deep.equal([{ type: 'presence.change', presence: 'available' }]);
    find(provider, '.way').focus();
    await happens(gateway, since({}));
    expect(findAll(provider, '.why')).to.deep.equal([]);
    expect(find(provider, 'agent-presence').shadowRoot?.activeElement).to.equal(select(provider));
  });

  it('leads to the session that keeps other tasks away, and to the work to be finished', async () => {
    const { provider, gateway, store } = await mount(own, {
      sessions: [theCall],
      document: withAgent({ taskParallelization: { enabled: false } }),
    });
    store.look(undefined);
    expect(said(provider)).to.equal('You are in a session. New tasks come when it is over.');
    expect(ways(provider)).to.deep.equal(['Go to the session']);
    find(provider, '.way').click();
    await settled();
    expect(store.read(selectSelection)).to.deep.equal({ kind: 'session', sessionId: theCall.id });
    store.look(undefined);
    await happens(gateway, {
      type: 'session.ended',
      at: NOW,
      sessionId: theCall.id,
      afterCallWork: { startedAt: NOW, canFinishEarly: true, canExtend: false },
    });
    expect(said(provider)).to.equal('After-call work keeps new tasks away until you finish it.');
    expect(ways(provider)).to.deep.equal(['Finish after-call work']);
    find(provider, '.way').click();
    await settled();
    expect(store.read(selectSelection)).to.deep.equal({ kind: 'session', sessionId: theCall.id });
  });

  it('says what is first in the way when several things are, and then the next one', async () => {
    const { provider, gateway } = await mount(own, { facts: [rona], sessions: [theCall] });
    await happens(gateway, { type: 'connection.changed', at: NOW, status: 'signed-out' });
    expect(said(provider)).to.match(
      /^You are signed out\. No tasks come until you sign in again\. Not available until/,
    );
    expect(ways(provider)).to.deep.equal(['Sign in']);
    await happens(gateway, { type: 'connection.changed', at: NOW, status: 'signed-out', reason: 'not-an-agent' });
    expect(said(provider)).to.match(
      /^There is no workspace for you here\. No tasks come until you sign in as an agent\./,
    );
    expect(ways(provider)).to.deep.equal(['Sign in']);
    await happens(gateway, { type: 'connection.changed', at: NOW, status: 'reconnecting' });
    expect(said(provider)).to.match(/^Not connected\./);
    expect(ways(provider)).to.deep.equal([]);
    await happens(gateway, { type: 'connection.changed', at: NOW, status: 'live' });
    expect(said(provider)).to.match(/^Not available until/);
    await happens(gateway, since({}));
    expect(said(provider)).to.equal('Call: no more until one closes.');
    expect(ways(provider)).to.deep.equal([]);
  });

  it('is told of nobody else, and of the agent by nobody else’s element', async () => {
    const { provider } = await mount(html`<agent-presence user-id="ben"></agent-presence>`, {
      facts: [{ ...rona, userId: 'ben' }],
    });
    expect(findAll(provider, '.why, .news')).to.deep.equal([]);
    expect(textOf(find(provider, 'agent-presence'))).to.equal('Ben Keller Not available 1:00');
  });

  it('is in the same words what task-capacity says', async () => {
    const { provider, gateway } = await mount(html`<agent-presence></agent-presence><task-capacity></task-capacity>`, {
      sessions: [theCall],
    });
    const why = (): string => textOf(find(provider, '[part="why"]'));
    expect(why()).to.equal('Call: no more until one closes.');
    expect(said(provider)).to.equal(why());
    await happens(gateway, { ...rona, chosen: undefined } as unknown as SessionEvent);
    expect(why()).to.match(/^Not available until/);
    expect(said(provider)).to.equal(why());
    await happens(gateway, since({ presence: 'away' }));
    expect(why()).to.equal('Your presence keeps new tasks away.');
    expect(said(provider)).to.equal(why());
  });

  it('is opened over the page and closed by a button where a header has no room for it', async () => {
    const { provider } = await mount(html`<div style="container-type: inline-size; inline-size: 300px">${own}</div>`, {
      facts: [rona],
    });
    const why = find(provider, '.why');
    const tell = find(provider, '.tell');
    const height = find(provider, 'agent-presence').offsetHeight;
    expect(why.checkVisibility()).to.equal(false);
    expect(tell.title).to.match(/^Not available until/);
    expect(tell.getAttribute('aria-expanded')).to.equal('false');
    tell.click();
    await settled();
    expect(why.checkVisibility()).to.equal(true);
    expect(tell.getAttribute('aria-expanded')).to.equal('true');
    expect(find(provider, 'agent-presence').offsetHeight).to.equal(height);
    find(provider, '.way').focus();
    await press('Escape');
    expect(why.checkVisibility()).to.equal(false);
    expect(find(provider, 'agent-presence').shadowRoot?.activeElement).to.equal(tell);
  });

  it('has two lines in a header, and all of it is opened by a key where they cut it', async () => {
    const { provider } = await mount(
      html`<div style="container-type: inline-size; inline-size: 1300px">
        <div style="display: grid; grid-template-columns: 573px 1fr">${own}</div>
      </div>`,
      { facts: [rona] },
    );
    const presence = find(provider, 'agent-presence');
    const tell = find(provider, '.tell');
    const height = presence.offsetHeight;
    expect(height, 'no higher than the choice').to.equal(find(provider, 'select').offsetHeight);
    expect(textOf(tell)).to.match(/9:00 left · Not available until .*You chose Available\.$/);
    const lines = find(tell, '.short');
    expect(lines.clientHeight / Number.parseFloat(getComputedStyle(lines).lineHeight)).to.be.closeTo(2, 0.1);
    expect(find(provider, '.said').checkVisibility(), 'said once').to.equal(false);
    expect(find(provider, '.way').checkVisibility()).to.equal(true);
    tell.focus();
    await press('Enter');
    await settled();
    const all = find(provider, '.said');
    expect(all.checkVisibility()).to.equal(true);
    expect([all.scrollWidth <= all.clientWidth, all.scrollHeight <= all.clientHeight]).to.deep.equal([true, true]);
    expect(find(provider, '.way').checkVisibility()).to.equal(true);
    expect(presence.offsetHeight).to.equal(height);
    await press('Escape');
    expect(all.checkVisibility()).to.equal(false);
    expect(presence.shadowRoot?.activeElement).to.equal(tell);
  });

  it('is closed when focus goes on to what it may lie over, and not on the way to what it offers', async () => {
    const { provider } = await mount(
      html`<div style="container-type: inline-size; inline-size: 300px">${own}</div><button class="next">Next</button>`,
      { facts: [rona] },
    );
    const why = find(provider, '.why');
    find(provider, '.tell').focus();
    await press('Enter');
    find(provider, '.way').focus();
    await settled();
    expect(why.checkVisibility()).to.equal(true);
    find(provider, '.next').focus();
    await settled();
    expect(why.checkVisibility()).to.equal(false);
    expect(find(provider, '.tell').getAttribute('aria-expanded')).to.equal('false');
  });

  describe('what became of an offer', () => {
    const on = { at: NOW, sessionId: anOffer.id };
    const outcomes: readonly (readonly [SessionEvent, string])[] = [
      [{ type: 'session.missed', ...on }, 'You missed a chat of Card Line. It went back to the queue.'],
      [{ type: 'session.declined', ...on }, 'You declined a chat of Card Line. It went back to the queue.'],
      [{ type: 'session.ended', offerOutcome: 'taken', ...on }, 'Somebody else took a chat of Card Line.'],
      [
        { type: 'session.ended', result: 'hangup-in-queue', ...on },
        'The customer left before you answered a chat of Card Line.',
      ],
      [
        { type: 'session.ended', result: 'cancelled-by-external-system', ...on },
        'The system withdrew a chat of Card Line.',
      ],
      [{ type: 'session.ended', ...on }, 'The system withdrew a chat of Card Line.'],
      [
        { type: 'session.accepted', offerOutcome: 'assigned', ...on },
        'The system gave you a chat of Card Line without asking.',
      ],
      [{ type: 'session.accepted', ...on }, ''],
      [{ type: 'session.ended', offerOutcome: 'moved', ...on }, ''],
    ];
    for (const [fact, sentence] of outcomes)
      it(`of ${JSON.stringify(fact)} is told politely: “${sentence}”`, async () => {
        const { provider, gateway } = await mount(own, { sessions: [anOffer] });
        await happens(gateway, fact);
        const news = find(provider, '.news');
        expect(textOf(news)).to.equal(sentence);
        expect(news.getAttribute('role')).to.equal('status');
      });

    it('is not told when it is caught up on, nor of a conversation that ends', async () => {
      const { provider, gateway } = await mount(own, { sessions: [anOffer, theCall] });
      gateway.emit({ type: 'session.ended', at: NOW, sessionId: theCall.id });
      gateway.deliver([{ type: 'session.missed', ...on }], 'replay');
      await settled();
      expect(textOf(find(provider, '.news'))).to.equal('');
    });

    it('is nothing that the next agent reads', async () => {
      const { provider, gateway } = await mount(own, { sessions: [anOffer] });
      await happens(gateway, { type: 'session.missed', ...on });
      await happens(gateway, { type: 'workspace.reset', at: NOW, agentId: 'ben' });
      expect(textOf(find(provider, 'agent-presence'))).not.to.contain('missed');
    });

    describe('while time passes', () => {
      const interval: { fake?: FakeInterval } = {};
      beforeEach(() => (interval.fake = new FakeInterval()));
      afterEach(() => interval.fake?.restore());

      it('stays for 20 seconds by the backend’s clock, the latest one from when it came', async () => {
        const other = { ...anOffer, id: 'offer-2', modality: 'email' };
        const { provider, gateway } = await mount(own, { sessions: [anOffer, other] });
        const passes = async (ms: number): Promise<string> => {
          gateway.time += ms;
          interval.fake?.tick();
          await settled();
          return textOf(find(provider, '.news'));
        };
        await happens(gateway, { type: 'session.missed', ...on });
        expect(await passes(19_000)).to.match(/^You missed a chat/);
        await happens(gateway, { type: 'session.missed', at: NOW, sessionId: other.id });
        expect(await passes(19_000)).to.match(/^You missed an email/);
        expect(await passes(1000)).to.equal('');
      });

      it('counts down to the end of what the system made by the backend’s clock', async () => {
        const { provider, gateway } = await mount(own, { facts: [rona] });
        gateway.time += 61_000;
        interval.fake?.tick();
        expect(textOf(find(provider, '.said .figures'))).to.equal('7:59 left');
        gateway.time += 60 * MINUTE;
        interval.fake?.tick();
        expect(textOf(find(provider, '.said .figures'))).to.equal('0:00 left');
      });
    });
  });
});
