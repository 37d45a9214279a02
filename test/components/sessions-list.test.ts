import { expect, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/components/sessions-list/sessions-list.define.js';
import { aSession } from '../../stories/scenarios/builders.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import {
  aChat,
  aParkedChat,
  anOffer,
  history,
  missed,
  parkedSessions,
  theCall,
  unfinishedWork,
  workingDay,
} from '../../stories/scenarios/working-day.js';
import { press } from '../support/hands.js';
import { coming, find, findAll, frame, happens, mount, settled, textOf } from '../support/mounting.js';

const list = html`<sessions-list></sessions-list>`;

const headings = (root: ParentNode): string[] => findAll(root, 'h2').map(textOf);
const titles = (root: ParentNode): string[] => findAll(root, '.card .title').map(textOf);
const card = (root: ParentNode, id: string): HTMLElement => find(find(root, `[data-id="${id}"]`), '.card');

describe('sessions-list', () => {
  it('shows offers, active, parked and past sessions, each section with its number', async () => {
    const { provider } = await mount(list, { sessions: workingDay });
    expect(headings(provider)).to.deep.equal(['Incoming 1', 'Active 1', 'Parked 4', 'History 3']);
  });

  for (const dir of ['ltr', 'rtl'])
    it(`has names beside the icon of their card, in whichever script, in a page that is written ${dir}`, async () => {
      const names = ['Nora Feld', 'مريم حداد'];
      const sessions = names.flatMap((name, at) =>
        (['parked', 'ended'] as const).map((state) =>
          aSession({ id: `${state}-${String(at)}`, state, customer: { name }, times: { ended: NOW - at } }),
        ),
      );
      const { provider } = await mount(html`<div dir=${dir} style="inline-size: 320px">${list}</div>`, { sessions });
      const cut = findAll(provider, '.card .title').map((title) => {
        const box = title.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(title);
        const text = range.getBoundingClientRect();
        return Math.round(dir === 'ltr' ? text.left - box.left : box.right - text.right);
      });
      expect(cut).to.deep.equal([0, 0, 0, 0]);
    });

  for (const width of [68, 300])
    for (const dir of ['ltr', 'rtl'])
      it(`as icons has what is unread over the icon it is about, ${String(width)} px wide, ${dir}`, async () => {
        const { provider } = await mount(
          html`<div dir=${dir} style="inline-size: ${String(width)}px"><sessions-list mode="icons" without-offers></sessions-list></div>`,
          { sessions: [theCall, aParkedChat] },
        );
        const row = find(provider, `[data-id="${aParkedChat.id}"]`);
        const [face, marks] = ['.face', '.marks'].map((part) => find(row, part).getBoundingClientRect());
        expect(Math.abs(face!.left - marks!.left)).to.be.at.most(1);
        expect(Math.abs(face!.top - marks!.top)).to.be.at.most(1);
      });

  it('as a bar says in one line that nothing rings', async () => {
    const { provider } = await mount(html`<sessions-list mode="bar"></sessions-list>`, { sessions: [theCall] });
    const empty = await coming(await coming(provider, 'task-offers'), '.empty');
    expect(textOf(empty)).to.equal('Incoming tasks ring here.');
    expect(empty.getBoundingClientRect().width).to.be.greaterThan(200);
  });

  it('has all of very many within reach, by scrolling and by keys, with the focus on the one that is gone to', async () => {
    const sessions = Array.from({ length: 1150 }, (_, index) =>
      aSession({ id: `s${String(index)}`, state: 'ended', times: { ended: NOW - index } }),
    );
    const { provider } = await mount(html`<div class="box" style="block-size: 480px; overflow: auto">${list}</div>`, {
      sessions,
    });
    const ids = (): (string | undefined)[] => findAll(provider, '.row').map(({ dataset }) => dataset.id);
    expect(headings(provider)).to.deep.equal(['Incoming 0', 'History 1150']);
    expect(ids()[0]).to.equal('s0');
    const seen = new Set<string | undefined>();
    const box = find(provider, '.box');
    for (let top = 0; top < box.scrollHeight; top += 400) {
      box.scrollTop = top;
      await frame();
      for (const id of ids()) seen.add(id);
    }
    expect(seen.size).to.equal(1150);
    box.scrollTop = 0;
    await frame();
    card(provider, 's0').focus();
    await press('End');
    expect(find(provider, 'sessions-list').shadowRoot?.activeElement).to.equal(card(provider, 's1149'));
    expect(findAll(provider, '.history .older')).to.have.length(0);
  });

  it('outlines the focus and not the selection in forced colours', async () => {
    const { provider } = await mount(list, { sessions: [{ ...theCall, isSelected: true }, aChat] });
    const show = (isActive: boolean): Promise<{ isEmulated: boolean }> =>
      executeServerCommand('forced-colours', { isActive });
    const { isEmulated } = await show(true);
    try {
      const [selected, other] = [theCall, aChat].map(({ id }) => getComputedStyle(card(provider, id)));
      expect([selected?.outlineStyle, other?.outlineStyle]).to.deep.equal(['none', 'none']);
      if (isEmulated) expect(selected?.borderInlineStartColor).to.not.equal(other?.borderInlineStartColor);
    } finally {
      await show(false);
    }
  });

  it('cuts the long name of a service with an ellipsis, and says all of it in a tooltip', async () => {
    const { provider } = await mount(html`<div style="inline-size: 220px">${list}</div>`, {
      sessions: [{ ...theCall, serviceId: 'service '.repeat(12).trim() }],
    });
    const name = find(provider, '.line > bdi');
    expect(name.title).to.equal(textOf(name));
    expect(getComputedStyle(name).textOverflow).to.equal('ellipsis');
    expect(name.scrollWidth).to.be.greaterThan(name.clientWidth);
    expect(name.getBoundingClientRect().right).to.be.at.most(find(provider, '.line').getBoundingClientRect().right);
  });

  it('orders parked sessions by modality, the longest parked first', async () => {
    const { provider } = await mount(list, { sessions: parkedSessions });
    expect(titles(provider)).to.deep.equal([
      'Luis Ortega',
      'Visitor 3',
      'Kenny Smith',
      'Statement for February',
      'Call back Mrs Amsler',
    ]);
  });

  it('says of each session what it is, for which service, and since when it is in its state', async () => {
    const { provider } = await mount(list, { sessions: [theCall] });
    expect(textOf(card(provider, theCall.id))).to.equal('No Nora Feld Call Active Card Line 3:00');
  });

  it('moves a session when its state changes', async () => {
    const { provider, gateway } = await mount(list, { sessions: [theCall] });
    await happens(gateway, { type: 'session.parked', at: NOW, sessionId: theCall.id });
    expect(headings(provider)).to.deep.equal(['Incoming 0', 'Parked 1']);
    await happens(gateway, { type: 'session.ended', at: NOW, sessionId: theCall.id, result: 'accepted-by-user' });
    expect(headings(provider)).to.deep.equal(['Incoming 0', 'History 1']);
    expect(card(provider, theCall.id).title).to.equal('Nora Feld · Card Line · Accepted by user');
    await happens(gateway, { type: 'session.removed', at: NOW, sessionId: theCall.id });
    expect(textOf(find(provider, 'sessions-list'))).to.contain('You have no tasks.');
  });

  it('has a word that is not cut for what went wrong, however narrow the list, and all of it in a tooltip', async () => {
    const ended = NOW - 40 * 24 * 60 * 60_000;
    const session = aSession({ state: 'ended', result: 'cancelled-by-external-system', times: { ended } });
    const { provider } = await mount(html`<div style="inline-size: 240px">${list}</div>`, { sessions: [session] });
    const row = card(provider, session.id);
    const sign = find(provider, '.sign');
    expect(textOf(sign)).to.equal('cancelled');
    expect(sign.scrollWidth).to.equal(sign.clientWidth);
    expect(sign.getBoundingClientRect().right).to.be.at.most(row.getBoundingClientRect().right);
    expect(row.title).to.equal('Nora Feld · Card Line · Cancelled by external system');
    expect(row.getBoundingClientRect().height).to.equal(24);
  });

  it('marks unfinished after-call work, and puts it before the rest of history', async () => {
    const { provider } = await mount(list, { sessions: [...history, unfinishedWork] });
    expect(titles(provider)[0]).to.equal('Mira Obi');
    expect(textOf(card(provider, unfinishedWork.id))).to.contain('After-call work');
  });

  it('says that a call was missed', async () => {
    const { provider } = await mount(list, { sessions: [missed] });
    expect(textOf(find(provider, '.sign'))).to.equal('missed');
    expect(card(provider, missed.id).title).to.contain('Missed (RONA)');
  });

  it('shows a session of a modality that only the backend knows', async () => {
    const { provider } = await mount(list, { sessions: [aSession({ modality: 'hologram' })] });
    expect(textOf(card(provider, 'call-1'))).to.contain('hologram');
  });

  it('tells an empty list from one that has not heard anything yet', async () => {
    const { provider } = await mount(list, new ScriptedGateway([]));
    expect(textOf(find(provider, 'sessions-list'))).to.equal('Waiting for the first data.');
  });

  describe('unread messages', () => {
    const shown = (root: ParentNode): string => textOf(find(root, '.unread [aria-hidden]'));

    it('are counted up to nine, then there is a plus', async () => {
      const { provider, gateway } = await mount(list, { sessions: [theCall, { ...aParkedChat, unread: 0 }] });
      const write = (id: number) =>
        happens(gateway, {
          type: 'transcript.appended',
          at: NOW,
          sessionId: aParkedChat.id,
          segments: [{ id: String(id), speaker: { id: 'c', role: 'customer' }, text: 'Hello?', isFinal: true }],
        });
      await write(1);
      expect(shown(provider)).to.equal('1');
      for (let id = 2; id <= 9; id += 1) await write(id);
      expect(shown(provider)).to.equal('9');
      await write(10);
      expect(shown(provider)).to.equal('+');
    });

    it('are told in a sentence, also as a tooltip', async () => {
      const { provider } = await mount(list, { sessions: [theCall, { ...aParkedChat, unread: 5 }] });
      const sentence = 'Kenny Smith. 5 new updates in your conversation';
      expect(textOf(find(provider, '.unread .spoken'))).to.equal(sentence);
      expect(find(provider, '.unread').title).to.equal(sentence);
    });

    it('are gone once the session is selected', async () => {
      const { provider } = await mount(list, { sessions: [theCall, aParkedChat] });
      card(provider, aParkedChat.id).click();
      await settled();
      expect(findAll(provider, '.unread')).to.have.length(0);
    });
  });

  describe('sentiment', () => {
    it('raises an alert when it sinks to the threshold, in words', async () => {
      const { provider, gateway } = await mount(list, { sessions: [theCall, aChat] });
      const sinkTo = (sentiment: 'neutral' | 'slightly-negative') =>
        happens(gateway, { type: 'sentiment.changed', at: NOW, sessionId: aChat.id, sentiment });
      await sinkTo('neutral');
      expect(findAll(provider, '.urgent')).to.have.length(0);
      await sinkTo('slightly-negative');
      expect(textOf(find(provider, '.urgent .spoken'))).to.equal(
        'Kenny Smith. Urgent attention is needed in your conversation',
      );
      await sinkTo('neutral');
      expect(findAll(provider, '.urgent')).to.have.length(0);
    });

    it('raises none for sessions that are over', async () => {
      const over = { ...history[0]!, sentiment: 'very-negative' } as const;
      const { provider } = await mount(list, { sessions: [over] });
      expect(findAll(provider, '.urgent')).to.have.length(0);
    });
  });

  it('lets an offer be answered on its card', async () => {
    const { provider, gateway } = await mount(list, { sessions: [anOffer] });
    find(find(provider, `[data-id="${anOffer.id}"]`), '[data-verb="session.accept"]').click();
    await settled();
    expect(gateway.commands).to.have.length(1);
    expect(gateway.commands[0]).to.include({ type: 'session.accept', sessionId: anOffer.id });
  });

  describe('selecting', () => {
    it('asks first, then tells, and both say which session, through every shadow root', async () => {
      const { provider, store } = await mount(list, { sessions: [theCall, aChat] });
      const heard: unknown[] = [];
      for (const name of ['session-select', 'session-selected'])
        provider.addEventListener(name, (event) => {
          const { detail, bubbles, composed, cancelable } = event as CustomEvent<unknown>;
          heard.push({
            name,
            detail,
            bubbles,
            composed,
            cancelable,
            looksAt: store.read({ topics: [], read: ({ selection }) => selection?.sessionId }),
          });
        });
      card(provider, aChat.id).click();
      await settled();
      const common = { detail: { sessionId: aChat.id }, bubbles: true, composed: true };
      expect(heard).to.deep.equal([
        { name: 'session-select', ...common, cancelable: true, looksAt: theCall.id },
        { name: 'session-selected', ...common, cancelable: false, looksAt: aChat.id },
      ]);
      expect(card(provider, aChat.id).getAttribute('aria-current')).to.equal('true');
      expect(findAll(provider, '[aria-current]')).to.have.length(1);
    });

    it('does not happen when the host cancels it', async () => {
      const { provider } = await mount(list, { sessions: [theCall, aChat] });
      provider.addEventListener('session-select', (event) => event.preventDefault());
      let told = 0;
      provider.addEventListener('session-selected', () => (told += 1));
      card(provider, aChat.id).click();
      await settled();
      expect(card(provider, theCall.id).getAttribute('aria-current')).to.equal('true');
      expect(told).to.equal(0);
    });

    it('by the store and not by the agent fires nothing', async () => {
      const { provider, store } = await mount(list, { sessions: [theCall, aChat] });
      let told = 0;
      for (const name of ['session-select', 'session-selected']) provider.addEventListener(name, () => (told += 1));
      store.look(aChat.id);
      await settled();
      expect(card(provider, aChat.id).getAttribute('aria-current')).to.equal('true');
      expect(told).to.equal(0);
    });
  });
});
