import { expect, html } from '@open-wc/testing';
import '../../src/components/my-sessions/my-sessions.define.js';
import '../../src/components/session-details/session-details.define.js';
import { parseConfiguration } from '../../src/index.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, aParkedChat, anOffer, history, theCall, workingDay } from '../../stories/scenarios/working-day.js';
import { outsideOfScrollers } from '../support/boxes.js';
import { coming, find, findAll, frame, happens, mount, settled, textOf } from '../support/mounting.js';

const workspace = html`<div style="inline-size: 1000px; block-size: 600px"><my-sessions></my-sessions></div>`;
const panel = html`<div style="inline-size: 300px; block-size: 600px"><my-sessions></my-sessions></div>`;

/** The session on screen. */
const shown = (root: ParentNode): string[] =>
  findAll(root, 'session-pane')
    .filter((pane) => pane.checkVisibility({ visibilityProperty: true }))
    .map((pane) => textOf(find(pane, 'h2')));
const spoken = (root: ParentNode): string =>
  textOf(find(root, 'my-sessions').shadowRoot!.querySelector('div.spoken[role="status"]')!);

describe('my-sessions', () => {
  it('shows presence, capacity, the list, and the session that is active', async () => {
    const { provider } = await mount(workspace, { sessions: workingDay });
    for (const tag of ['agent-presence', 'task-capacity', 'sessions-list'])
      expect(findAll(provider, tag), tag).to.have.length(1);
    expect(shown(provider)).to.deep.equal(['Nora Feld']);
  });

  it('waits for the first data, and then says that there are no tasks', async () => {
    const { provider } = await mount(workspace, new ScriptedGateway([]));
    expect(textOf(find(provider, 'my-sessions'))).to.equal('Waiting for the first data.');
    const { provider: empty } = await mount(workspace);
    expect(textOf(find(empty, 'sessions-list'))).to.contain('You have no tasks.');
    expect(textOf(find(empty, '.panes'))).to.contain('Select a session');
  });

  for (const [place, content] of Object.entries({ workspace, panel }))
    it(`offers a way in to who is signed out before there is any data, in a ${place}`, async () => {
      let signIns = 0;
      const gateway = Object.assign(
        new ScriptedGateway([{ type: 'connection.changed', status: 'signed-out', at: NOW }]),
        {
          signIn: () => (signIns += 1),
        },
      );
      const { provider } = await mount(content, gateway);
      const signIn = await coming(provider, '.say button');
      await frame();
      const { left, top, width, height } = signIn.getBoundingClientRect();
      const { shadowRoot } = find(provider, 'my-sessions');
      expect(shadowRoot?.elementFromPoint(left + width / 2, top + height / 2)).to.equal(signIn);
      expect(outsideOfScrollers(provider)).to.deep.equal([]);
      signIn.click();
      expect(signIns).to.equal(1);
    });

  it('stays dormant with history until a session is chosen', async () => {
    const { provider } = await mount(workspace, { sessions: history });
    expect(shown(provider)).to.deep.equal([]);
    find(provider, '.card').click();
    await settled();
    expect(shown(provider)).to.deep.equal(['Nora Feld']);
  });

  it('turns to the session whose card is clicked', async () => {
    const { provider } = await mount(workspace, { sessions: workingDay });
    find(find(provider, `[data-id="${aParkedChat.id}"]`), '.card').click();
    await settled();
    expect(shown(provider)).to.deep.equal(['Kenny Smith']);
  });

  it('names what is wrong with a new configuration, and lets the last good one stay in force', async () => {
    const parsed = parseConfiguration({ version: 2, tenant: { name: '' }, services: 'none', users: [] });
    const { provider, gateway } = await mount(workspace, { sessions: [theCall] });
    const problems = parsed.ok ? [] : parsed.problems;
    await happens(gateway, { type: 'configuration.rejected', at: NOW, problems });
    await coming(provider, '.say .notice');
    // One at a time, in room that was there before.
    for (const { path } of problems) {
      expect(textOf(find(provider, '.say .notice'))).to.contain(path);
      find(provider, '.next').click();
      await settled();
    }
    expect(shown(provider)).to.deep.equal(['Nora Feld']);
    expect(findAll(provider, 'session-details')).to.have.length(1);
  });

  it('says that there is no configuration at all where the first one is not accepted', async () => {
    const reset = { type: 'workspace.reset', agentId: 'ana', at: NOW } as const;
    const problems = [{ path: 'services', expected: 'a list', found: 'a text' }];
    const { provider } = await mount(
      workspace,
      new ScriptedGateway([reset, { type: 'configuration.rejected', at: NOW, problems }]),
    );
    const said = textOf(await coming(provider, '.say .notice'));
    expect(said).to.contain('there is no earlier one').and.to.contain('services: expected a list, found a text');
    expect(said).not.to.contain('stays in force');
  });

  it('makes the page no longer than itself, however many sessions there are and however long they are', async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      ...aParkedChat,
      id: `parked-${String(index)}`,
      unread: index % 3,
      sentiment: 'very-negative' as const,
    }));
    for (const content of [workspace, panel]) {
      const { provider } = await mount(content, { sessions: [...many, ...workingDay] });
      await frame();
      find(provider, '.card').click();
      await frame();
      expect(outsideOfScrollers(provider)).to.deep.equal([]);
      const { scrollHeight, scrollWidth } = document.documentElement;
      // What is left is a box of the same size.
      find(provider, 'my-sessions').remove();
      expect(scrollHeight).to.equal(document.documentElement.scrollHeight);
      expect(scrollWidth).to.equal(document.documentElement.scrollWidth);
      provider.remove();
    }
  });

  it('becomes a bar of icons in a panel, and a list again when there is room', async () => {
    const { provider } = await mount(panel, { sessions: workingDay });
    await frame();
    const list = find<HTMLElement & { mode: string }>(provider, 'sessions-list');
    expect(list.mode).to.equal('bar');
    const box = list.getBoundingClientRect();
    expect(box.width).to.be.at.most(300);
    find(provider, 'div').style.inlineSize = '1000px';
    await frame();
    await frame();
    expect(list.mode).to.equal('list');
  });

  it('does not scroll sideways in a panel of 300 px', async () => {
    const { provider } = await mount(panel, { sessions: workingDay });
    await frame();
    const place = find(provider, 'div').getBoundingClientRect();
    const outside = findAll(provider, 'button, select, input, h2, h3, dd')
      .filter(
        (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('sessions-list, .row'),
      )
      .filter((element) => element.getBoundingClientRect().right > place.right + 1)
      .map(({ localName, className }) => `${localName} ${className}`);
    expect(outside).to.deep.equal([]);
  });

  describe('announces', () => {
    it('what rings, what starts and what ends', async () => {
      const { provider, gateway } = await mount(workspace, { sessions: [theCall] });
      const { id: sessionId } = anOffer;
      const offer = {
        serviceId: 'card-line',
        modality: 'im',
        direction: 'inbound',
        visitorLabel: 'Visitor 7',
      } as const;
      await happens(gateway, { type: 'session.offered', at: NOW, sessionId, offer });
      expect(spoken(provider)).to.equal('Incoming chat: Visitor 7');
      await happens(gateway, { type: 'session.connected', at: NOW, sessionId });
      expect(spoken(provider)).to.equal('New session: Visitor 7');
      await happens(gateway, { type: 'session.ended', at: NOW, sessionId });
      expect(spoken(provider)).to.equal('Session ended: Visitor 7');
    });

    const withdrawn = [
      [{}, 'The system withdrew a chat of Card Line.'],
      [{ result: 'hangup-in-queue' }, 'The customer left before you answered a chat of Card Line.'],
      [{ offerOutcome: 'taken' }, 'Somebody else took a chat of Card Line.'],
      [{ offerOutcome: 'moved-to-mars' }, 'Session ended: Visitor 7'],
    ] as const;
    for (const [how, sentence] of withdrawn)
      it(`once what became of an offer: ${sentence}`, async () => {
        const { provider, gateway } = await mount(workspace, { sessions: [theCall, anOffer] });
        await coming(provider, 'agent-presence .news, .news');
        await happens(gateway, { type: 'session.ended', at: NOW, sessionId: anOffer.id, ...how });
        const said = findAll(provider, '[role="status"], [role="alert"], [aria-live="polite"]').map(textOf);
        expect(said.filter((text) => /chat of|ended/.test(text))).to.deep.equal([sentence]);
      });

    it('nothing of what it only catches up on', async () => {
      const { provider, gateway } = await mount(workspace, { sessions: [theCall, anOffer] });
      gateway.deliver(
        [
          { type: 'session.connected', at: NOW, sessionId: anOffer.id },
          { type: 'session.ended', at: NOW, sessionId: theCall.id },
        ],
        'replay',
      );
      await settled();
      expect(spoken(provider)).to.equal('');
      expect(textOf(find(find(provider, 'sessions-list'), 'section.history'))).to.contain('Nora Feld');
    });
  });

  describe('keeps the panes of sessions that are not looked at', () => {
    it('with what was typed in them and where they were scrolled to', async () => {
      const { provider, store } = await mount(workspace, { sessions: [theCall, aChat] });
      const field = find<HTMLInputElement>(provider, '[role="combobox"]');
      field.value = 'half a t';
      field.dispatchEvent(new InputEvent('input'));
      await frame();
      const scrolled = find(provider, '.widgets');
      scrolled.scrollTop = 40;
      await frame();
      expect(scrolled.scrollTop).to.equal(40);
      store.look(aChat.id);
      await frame();
      expect(shown(provider)).to.deep.equal(['Kenny Smith']);
      store.look(theCall.id);
      await frame();
      expect(find<HTMLInputElement>(provider, '[role="combobox"]') === field).to.equal(true);
      expect(field.value).to.equal('half a t');
      expect(scrolled.scrollTop).to.equal(40);
    });

    it('out of reach of the keyboard and of screen readers', async () => {
      const { provider, store } = await mount(workspace, { sessions: [theCall, aChat] });
      store.look(aChat.id);
      await settled();
      const hidden = findAll(provider, 'session-pane').find((pane) => textOf(pane).includes('Nora Feld'));
      expect(hidden?.closest('[inert]') === null).to.equal(false);
    });

    it('until there are too many of them, or the session is gone', async () => {
      const sessions = Array.from({ length: 12 }, (_, index) => ({ ...aChat, id: `chat-${String(index)}` }));
      const { provider, store, gateway } = await mount(workspace, { sessions });
      for (const { id } of sessions) {
        store.look(id);
        await settled();
      }
      expect(findAll(provider, 'session-pane')).to.have.length(8);
      await happens(gateway, { type: 'session.removed', at: NOW, sessionId: 'chat-10' });
      store.look('chat-9');
      await settled();
      expect(findAll(provider, 'session-pane')).to.have.length(7);
    });
  });
});
