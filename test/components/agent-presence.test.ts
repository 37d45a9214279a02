import { expect, html } from '@open-wc/testing';
import '../../src/components/agent-presence/agent-presence.define.js';
import { MINUTE } from '../../stories/scenarios/builders.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
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
      await press('ArrowDown', 'ArrowDown', 'ArrowUp');
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
