import { expect, html } from '@open-wc/testing';
import '../../src/components/codes-tags/codes-tags.define.js';
import type { CommandReply } from '../../src/index.js';
import { aSession, anEndedSession, withCardLine } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { press, pressUntil } from '../support/hands.js';
import { find, findAll, happens, mount, settled, textOf } from '../support/mounting.js';

const codes = html`<codes-tags session-id="call-1"></codes-tags>`;
const coded = aSession({ primaryCode: 'card-lost', secondaryCode: 'solved', tags: ['travel'] });

const dropdown = (root: ParentNode, slot: 'primary' | 'secondary'): HTMLSelectElement =>
  find<HTMLSelectElement>(root, `[data-slot="${slot}"]`);

async function choose(root: ParentNode, slot: 'primary' | 'secondary', code: string): Promise<void> {
  dropdown(root, slot).value = code;
  dropdown(root, slot).dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

describe('codes-tags', () => {
  it('offers the codes of the service by their labels, none chosen at first', async () => {
    const { provider } = await mount(codes, { sessions: [aSession()] });
    const labels = (slot: 'primary' | 'secondary') => [...dropdown(provider, slot).options].map(textOf);
    expect(labels('primary')).to.deep.equal(['None', 'Card lost or stolen', 'Card limit']);
    expect(labels('secondary')).to.deep.equal(['None', 'Solved', 'Call back agreed']);
    expect(dropdown(provider, 'primary').value).to.equal('');
    expect(textOf(dropdown(provider, 'primary').labels[0]!)).to.contain('Primary code');
  });

  for (const keys of ['ArrowDown ArrowDown', 'End ArrowUp ArrowDown', 'End Home ArrowDown ArrowDown'])
    it(`sends the code at which the agent stops with ${keys}, and none that was passed`, async () => {
      const { provider, gateway } = await mount(codes, { sessions: [aSession()] });
      dropdown(provider, 'primary').focus();
      for (const key of keys.split(' ')) {
        const { value: before } = dropdown(provider, 'primary');
        // WebKit on a machine that stalls tells a key now and then and goes nowhere.
        await pressUntil(key, () => dropdown(provider, 'primary').value !== before);
      }
      expect(gateway.commands).to.deep.equal([]);
      await press('Tab');
      expect(gateway.commands).to.have.length(1);
      expect(gateway.commands[0]).to.include({ type: 'codes.choose', sessionId: 'call-1', primary: 'card-limit' });
    });

  it('sends the code at which the agent stops with a letter and an arrow, and none that was passed', async () => {
    const { provider, gateway } = await mount(codes, { sessions: [aSession()] });
    dropdown(provider, 'primary').focus();
    // As above, of a letter.
    await pressUntil('c', () => dropdown(provider, 'primary').value === 'card-lost');
    await press('ArrowDown');
    expect(gateway.commands).to.deep.equal([]);
    await press('Tab');
    expect(gateway.commands).to.have.length(1);
    expect(gateway.commands[0]).to.include({ type: 'codes.choose', sessionId: 'call-1', primary: 'card-limit' });
  });

  it('sends no code that was passed in one session for another', async () => {
    const { provider, gateway } = await mount(codes, { sessions: [aSession(), aSession({ id: 'call-2' })] });
    dropdown(provider, 'primary').focus();
    await press('ArrowDown');
    find(provider, 'codes-tags').setAttribute('session-id', 'call-2');
    await settled();
    expect(dropdown(provider, 'primary').value).to.equal('');
    await press('Tab');
    expect(gateway.commands).to.deep.equal([]);
  });

  it('shows what is chosen, and what the backend says later', async () => {
    const { provider, gateway } = await mount(codes, { sessions: [coded] });
    expect(dropdown(provider, 'primary').value).to.equal('card-lost');
    await happens(gateway, {
      type: 'codes.chosen',
      at: NOW,
      sessionId: 'call-1',
      primary: 'card-limit',
      secondary: null,
    });
    expect(dropdown(provider, 'primary').value).to.equal('card-limit');
    expect(dropdown(provider, 'secondary').value).to.equal('');
  });

  it('chooses primary and secondary independently of one another', async () => {
    const { provider, gateway } = await mount(codes, { sessions: [aSession()] });
    await choose(provider, 'secondary', 'solved');
    await choose(provider, 'primary', 'card-limit');
    expect(gateway.commands.map(({ commandId: _, ...wish }) => wish)).to.deep.equal([
      { type: 'codes.choose', sessionId: 'call-1', secondary: 'solved' },
      { type: 'codes.choose', sessionId: 'call-1', primary: 'card-limit' },
    ]);
  });

  it('clears a code', async () => {
    const { provider, gateway } = await mount(codes, { sessions: [coded] });
    await choose(provider, 'primary', '');
    expect(gateway.commands[0]).to.include({ type: 'codes.choose', primary: null });
  });

  it('keeps a choice on screen while it is being saved, and says so', async () => {
    const { provider, gateway } = await mount(codes, { sessions: [aSession()], reply: 'never' });
    await choose(provider, 'primary', 'card-limit');
    expect(dropdown(provider, 'primary').value).to.equal('card-limit');
    expect(textOf(find(provider, '[role="status"]'))).to.equal('Saving');
    await happens(gateway, { type: 'customer.identified', at: NOW, sessionId: 'call-1', customer: { name: 'Lea' } });
    expect(dropdown(provider, 'primary').value).to.equal('card-limit');
  });

  it('keeps a choice that could not be saved, says why, and saves it at the second try', async () => {
    const { provider, gateway } = await mount(codes, {
      sessions: [aSession()],
      reply: { ok: false, failure: 'unreachable' },
    });
    await choose(provider, 'primary', 'card-limit');
    expect(dropdown(provider, 'primary').value).to.equal('card-limit');
    expect(textOf(find(provider, '[role="alert"]'))).to.contain('The contact centre did not answer.');
    gateway.answer = (command) => {
      gateway.emit({
        type: 'codes.chosen',
        at: NOW,
        sessionId: 'call-1',
        primary: 'card-limit',
        causedBy: command.commandId,
      });
      return Promise.resolve({ ok: true });
    };
    find(provider, '[role="alert"] button').click();
    await settled();
    expect(findAll(provider, '[role="alert"], [role="status"]').map(textOf)).to.deep.equal([]);
    expect(dropdown(provider, 'primary').value).to.equal('card-limit');
  });

  it('does not say that a choice which failed is still being saved', async () => {
    const { provider } = await mount(codes, { sessions: [aSession()], reply: { ok: false, failure: 'unreachable' } });
    await choose(provider, 'primary', 'card-limit');
    expect(findAll(provider, '[role="status"]').map(textOf)).to.not.include('Saving');
  });

  it('goes back to what is true when a failed choice is dismissed', async () => {
    const { provider } = await mount(codes, { sessions: [coded], reply: { ok: false, failure: 'unreachable' } });
    await choose(provider, 'primary', 'card-limit');
    find(provider, '[role="alert"] .plain').click();
    await settled();
    expect(dropdown(provider, 'primary').value).to.equal('card-lost');
  });

  it('keeps a failed choice of one field when the other one is saved', async () => {
    const { provider, gateway } = await mount(codes, {
      sessions: [aSession()],
      reply: { ok: false, failure: 'failed' },
    });
    await choose(provider, 'primary', 'card-limit');
    gateway.answer = () => Promise.resolve({ ok: true });
    await choose(provider, 'secondary', 'solved');
    expect(dropdown(provider, 'primary').value).to.equal('card-limit');
    expect(textOf(find(provider, '[role="alert"]'))).to.contain('Not saved');
  });

  it('shows a code that the service no longer offers', async () => {
    const { provider } = await mount(html`<codes-tags session-id="ended-1"></codes-tags>`, {
      sessions: [anEndedSession({ primaryCode: 'cheque-book' })],
    });
    expect(textOf(dropdown(provider, 'primary').selectedOptions[0]!)).to.equal('cheque-book (no longer offered)');
  });

  it('says that a service has no codes, and still takes tags', async () => {
    const { provider } = await mount(codes, {
      sessions: [aSession()],
      document: withCardLine({ extensions: { widgets: ['codes-tags'], primaryCodes: [], secondaryCodes: [] } }),
    });
    expect(textOf(find(provider, 'codes-tags'))).to.contain('This service has no codes.');
    expect(findAll(provider, 'select')).to.have.length(0);
    expect(findAll(provider, '[role="combobox"]')).to.have.length(1);
  });

  it('shows a code chosen before although the service has no codes any more', async () => {
    const { provider } = await mount(codes, {
      sessions: [aSession({ secondaryCode: 'solved' })],
      document: withCardLine({ extensions: { primaryCodes: [], secondaryCodes: [] } }),
    });
    expect(textOf(dropdown(provider, 'secondary').selectedOptions[0]!)).to.equal('Solved (no longer offered)');
    expect(findAll(provider, 'select')).to.have.length(1);
  });

  it('shows the newest of two quick choices when the first is rejected late', async () => {
    const { provider, gateway } = await mount(codes, { sessions: [aSession()] });
    const replies: ((reply: CommandReply) => void)[] = [];
    gateway.answer = () => new Promise((resolve) => replies.push(resolve));
    await choose(provider, 'primary', 'card-lost');
    await choose(provider, 'primary', 'card-limit');
    replies[0]?.({ ok: false, failure: 'failed' });
    await settled();
    expect(dropdown(provider, 'primary').value).to.equal('card-limit');
    replies[1]?.({ ok: true });
    await happens(gateway, { type: 'codes.chosen', at: NOW, sessionId: 'call-1', primary: 'card-limit' });
    expect(dropdown(provider, 'primary').value).to.equal('card-limit');
    expect(findAll(provider, '[role="alert"], [role="status"]')).to.have.length(0);
  });

  it('removes a tag, and says which by name', async () => {
    const { provider, gateway } = await mount(codes, { sessions: [aSession({ tags: ['travel', 'vip'] })] });
    find(provider, '[aria-label="Remove tag travel"]').click();
    await settled();
    expect(gateway.commands[0]).to.deep.include({ type: 'tags.change', sessionId: 'call-1', tags: ['vip'] });
  });
});
