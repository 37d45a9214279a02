import { expect, html } from '@open-wc/testing';
import '../../src/components/work-items/work-items.define.js';
import { selectHidden, selectRoster, selectSelectedId } from '../../src/index.js';
import type { Session } from '../../src/index.js';
import { MINUTE, aDocument, anEndedSession } from '../../stories/scenarios/builders.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, aParkedMail, anOffer, theCall } from '../../stories/scenarios/working-day.js';
import { aCallAboutACase, withRecords } from '../../stories/scenarios/records.js';
import { press, together, write } from '../support/hands.js';
import { find, findAll, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const items = (
  sessions: readonly Session[] = [theCall, aChat, aParkedMail, anOffer, anEndedSession()],
): Promise<Mounted> => mount(html`<work-items></work-items>`, { sessions }, true);

const namesIn = (root: ParentNode): string[] => findAll(root, 'li .name').map(textOf);
const openOf = (root: ParentNode, id: string): HTMLElement => find(root, `[data-id="${id}"] button`);
const listOf = (root: ParentNode, list: string): HTMLElement => find(root, `[data-list="${list}"]`);

async function choose(root: ParentNode, list: string): Promise<void> {
  listOf(root, list).click();
  await settled();
}

describe('work-items', () => {
  it('has what goes on under mine, longest first, and counts it; an offer is nobody’s yet', async () => {
    const { provider } = await items();
    expect(findAll(provider, '[data-list]').map(textOf)).to.deep.equal(['Mine 3', 'Open', 'Closed 1']);
    expect(namesIn(provider)).to.deep.equal(['Statement for February', 'Nora Feld', 'Kenny Smith']);
  });

  it('says of each what it is, of which service, in which state and since when', async () => {
    const { provider } = await items([theCall]);
    expect(textOf(find(provider, 'li'))).to.equal('Nora Feld Call Active Card Line 3:00 Open');
  });

  it('cuts no button in a panel of 300 px', async () => {
    const { provider } = await mount(html`<div style="inline-size: 300px"><work-items></work-items></div>`, {
      sessions: [aCallAboutACase],
      document: withRecords(),
    });
    const buttons = findAll(provider, 'li button');
    expect(buttons.map(textOf)).to.deep.equal(['Contact', 'Case', 'Open']);
    for (const button of buttons) {
      const { left, right } = button.getBoundingClientRect();
      const { left: start, right: end } = button.parentElement!.getBoundingClientRect();
      expect([left >= start - 0.5, right <= end + 0.5], textOf(button)).to.deep.equal([true, true]);
    }
  });

  it('has what is over under closed', async () => {
    const { provider } = await items();
    await choose(provider, 'closed');
    expect(listOf(provider, 'closed').getAttribute('aria-pressed')).to.equal('true');
    expect(textOf(find(provider, 'li'))).to.contain('Ended');
  });

  it('says that there is no list to pick from, where there is none', async () => {
    const { provider } = await items();
    await choose(provider, 'open');
    expect(textOf(find(provider, '.empty'))).to.contain('hands out open work items by itself');
  });

  it('says what is empty, loading, and not found', async () => {
    const { provider } = await items([]);
    expect(textOf(find(provider, '.empty'))).to.equal('You have no work items.');
    await choose(provider, 'closed');
    expect(textOf(find(provider, '.empty'))).to.equal('Nothing is closed yet.');
    const loading = await mount(html`<work-items></work-items>`, new ScriptedGateway([]), true);
    expect(textOf(find(loading.provider, '.empty'))).to.equal('Waiting for the first data.');
  });

  it('finds by what is typed, and says when there is nothing', async () => {
    const { provider } = await items();
    find(provider, 'input').focus();
    await write('kenny');
    expect(namesIn(provider)).to.deep.equal(['Kenny Smith']);
    await write('x');
    expect(textOf(find(provider, '[role="status"]'))).to.equal('Nothing here contains “kennyx”.');
  });

  it('sorts as the agent wants', async () => {
    const { provider } = await items();
    const select = find<HTMLSelectElement>(provider, 'select');
    select.value = 'name';
    select.dispatchEvent(new Event('change'));
    await settled();
    expect(namesIn(provider)).to.deep.equal(['Kenny Smith', 'Nora Feld', 'Statement for February']);
  });

  it('opens: the host is asked, then the session is looked at', async () => {
    const { provider, store } = await items();
    const asked: unknown[] = [];
    provider.addEventListener('session-select', ({ detail }) => asked.push(detail.sessionId));
    openOf(provider, aChat.id).click();
    await settled();
    expect(asked).to.deep.equal([aChat.id]);
    expect(store.read(selectSelectedId)).to.equal(aChat.id);
  });

  for (const name of ['a click', 'Enter'])
    it(`with Shift and ${name}, a hidden one is back on the list and not looked at`, async () => {
      const { provider, store } = await items();
      store.look(undefined);
      store.keep('hidden', '', [aChat.id]);
      await settled();
      expect(store.read(selectRoster).active).to.deep.equal([theCall.id]);
      expect(textOf(find(provider, `[data-id="${aChat.id}"] .hidden`))).to.equal('hidden');
      const button = openOf(provider, aChat.id);
      button.focus();
      if (name === 'Enter') await together('Shift', 'Enter');
      else button.dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true }));
      await settled();
      expect(store.read(selectHidden)).to.deep.equal([]);
      expect(store.read(selectRoster).active).to.have.members([theCall.id, aChat.id]);
      expect(store.read(selectSelectedId)).to.equal(undefined);
      expect(findAll(provider, '.hidden')).to.have.length(0);
    });

  it('keeps up with what happens', async () => {
    const { provider, gateway } = await items();
    await happens(gateway, { type: 'session.ended', sessionId: aChat.id, at: NOW });
    expect(findAll(provider, '[data-list]').map(textOf)).to.deep.equal(['Mine 2', 'Open', 'Closed 2']);
  });

  it('has what was closed last first, and what waits longest; each list as the agent sorts it', async () => {
    const closed = [5, 1, 3].map((hours) =>
      anEndedSession({ id: `past-${String(hours)}`, times: { ended: NOW - hours * 60 * MINUTE } }),
    );
    const { provider } = await items([
      { ...theCall, since: NOW - MINUTE },
      { ...aChat, since: NOW - 60 * MINUTE },
      ...closed,
    ]);
    const shown = (): readonly (string | undefined)[] => [
      find<HTMLSelectElement>(provider, 'select').value,
      ...findAll(provider, 'li').map(({ dataset }) => dataset['id']),
    ];
    const sort = async (order: string): Promise<void> => {
      const select = find<HTMLSelectElement>(provider, 'select');
      select.value = order;
      select.dispatchEvent(new Event('change'));
      await settled();
    };
    expect(shown()).to.deep.equal(['longest', aChat.id, theCall.id]);
    await choose(provider, 'closed');
    expect(shown()).to.deep.equal(['latest', 'past-1', 'past-3', 'past-5']);
    await sort('longest');
    expect(shown()).to.deep.equal(['longest', 'past-5', 'past-3', 'past-1']);
    await choose(provider, 'mine');
    await sort('latest');
    await choose(provider, 'closed');
    expect(shown()).to.deep.equal(['longest', 'past-5', 'past-3', 'past-1']);
    await choose(provider, 'mine');
    expect(shown()).to.deep.equal(['latest', theCall.id, aChat.id]);
  });

  it('is as it was left for who comes back to it, and new for another agent', async () => {
    const { provider, gateway } = await items();
    await choose(provider, 'closed');
    const select = find<HTMLSelectElement>(provider, 'select');
    select.value = 'name';
    select.dispatchEvent(new Event('change'));
    find(provider, 'input').focus();
    await write('zeppelin');
    find(provider, 'work-items').remove();
    provider.append(document.createElement('work-items'));
    await settled();
    const left = (): readonly string[] => [
      textOf(find(provider, '[data-list][aria-pressed="true"]')),
      find<HTMLSelectElement>(provider, 'select').value,
      find<HTMLInputElement>(provider, 'input').value,
    ];
    expect(left()).to.deep.equal(['Closed 1', 'name', 'zeppelin']);
    await happens(gateway, { type: 'workspace.reset', agentId: 'ben', at: NOW });
    expect(left()).to.deep.equal(['Mine 0', 'longest', '']);
  });

  it('shows fifty of many, and more when asked', async () => {
    const many = Array.from({ length: 120 }, (_, at) => anEndedSession({ id: `past-${String(at)}` }));
    const { provider } = await items(many);
    await choose(provider, 'closed');
    expect(findAll(provider, 'li')).to.have.length(50);
    find(provider, '.more').focus();
    await press('Enter');
    expect(findAll(provider, 'li')).to.have.length(100);
    expect(textOf(find(provider, '.more'))).to.equal('20 more');
  });

  describe('with a session limit', () => {
    const idle: Session = { ...aParkedMail, id: 'idle' };
    const others = [theCall, aChat, idle];
    const limited = (sessionLimit: number): Promise<Mounted> =>
      mount(
        html`<work-items></work-items>`,
        { sessions: others, document: { ...aDocument, tenant: { ...aDocument.tenant, sessionLimit } } },
        true,
      );
    const said = (root: ParentNode): string => textOf(find(root, '.limit [role="status"]'));

    it('says how near it is, and takes idle ones off the list when asked', async () => {
      const { provider, store } = await limited(4);
      expect(said(provider)).to.equal('3 of 4 sessions are open: one more can be opened.');
      const button = find(provider, '.limit button');
      expect(textOf(button)).to.equal('Hide the idle one');
      button.click();
      await settled();
      expect(store.read(selectHidden)).to.deep.equal(['idle']);
      expect(said(provider)).to.equal('2 of 4 sessions are open.');
      expect(findAll(provider, '.limit button')).to.have.length(0);
    });

    for (const isInBackground of [false, true])
      it(`refuses one more${isInBackground ? ' in the background' : ''}, with the reason and the way out`, async () => {
        const { provider, store } = await limited(2);
        store.keep('hidden', '', ['idle']);
        await settled();
        expect(said(provider)).to.equal('2 of 2 sessions are open: leave one before you open another.');
        const click = new MouseEvent('click', { shiftKey: isInBackground, bubbles: true });
        openOf(provider, 'idle').dispatchEvent(click);
        await settled();
        expect(store.read(selectSelectedId)).to.equal(undefined);
        expect(store.read(selectHidden)).to.deep.equal(['idle']);
        expect(said(provider)).to.equal(
          'Statement for February was not opened. 2 of 2 sessions are open: leave one before you open another.',
        );
      });

    it('refuses nothing that is on the list', async () => {
      const { provider, store } = await limited(2);
      openOf(provider, aChat.id).click();
      await settled();
      expect(store.read(selectSelectedId)).to.equal(aChat.id);
    });

    it('moves nothing that can be clicked when it comes near', async () => {
      const { provider, gateway } = await limited(5);
      const place = (): number => find(provider, 'li button').getBoundingClientRect().top;
      const before = place();
      await happens(gateway, { type: 'session.snapshot', session: { ...aChat, id: 'another' }, at: NOW });
      expect(said(provider)).to.contain('one more');
      expect(place()).to.equal(before);
    });

    it('says nothing where there is none', async () => {
      const { provider } = await items();
      expect(findAll(provider, '.limit')).to.have.length(0);
    });
  });
});
