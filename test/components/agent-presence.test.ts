import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/components/agent-presence/agent-presence.define.js';
import { MINUTE } from '../../stories/scenarios/builders.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { FakeInterval } from '../support/fake-interval.js';
import { find, findAll, happens, mount, settled, textOf } from '../support/mounting.js';

const select = (root: ParentNode): HTMLSelectElement => find<HTMLSelectElement>(root, 'select');

describe('agent-presence', () => {
  it('says who the agent is, how she is present and for how long', async () => {
    const { provider } = await mount(html`<agent-presence></agent-presence>`);
    expect(textOf(find(provider, '.name'))).to.equal('Ana Sommer');
    expect(select(provider).value).to.equal('available');
    expect(select(provider).getAttribute('aria-label')).to.equal('Presence');
    expect(textOf(find(provider, '.figures'))).to.equal('12:00');
  });

  it('asks the gateway when the agent chooses another presence by keyboard, and shows that it is being saved', async () => {
    const { provider, gateway } = await mount(html`<agent-presence></agent-presence>`, { reply: 'never' });
    select(provider).focus();
    await sendKeys({ press: 'ArrowDown' });
    await settled();
    expect(gateway.commands).to.have.length(1);
    expect(gateway.commands[0]).to.include({ type: 'presence.change', presence: 'busy' });
    expect(select(provider).value).to.equal('busy');
    expect(textOf(find(provider, '[role="status"]'))).to.equal('Saving');
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
