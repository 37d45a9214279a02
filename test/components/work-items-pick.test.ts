import { expect, html } from '@open-wc/testing';
import '../../src/components/work-items/work-items.define.js';
import { selectSelectedId } from '../../src/index.js';
import type { CommandReply } from '../../src/index.js';
import { aDocument, aSession } from '../../stories/scenarios/builders.js';
import type { Situation } from '../../stories/scenarios/builders.js';
import { aPickingGateway, anOpenItem, waitingWork } from '../../stories/scenarios/picking-gateway.js';
import type { PickingGateway } from '../../stories/scenarios/picking-gateway.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { FakeInterval } from '../support/fake-interval.js';
import { press, together, write } from '../support/hands.js';
import { find, findAll, focused, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const namesIn = (root: ParentNode): string[] => findAll(root, '.open li .name').map(textOf);
const pickOf = (root: ParentNode, id: string): HTMLElement => find(root, `[data-id="${id}"] .pick`);
const rowOf = (root: ParentNode, id: string): string => textOf(find(root, `[data-id="${id}"]`));
const said = (root: ParentNode): string => textOf(find(root, '.said'));
const offered = { serviceId: 'card-line', modality: 'email', direction: 'inbound' } as const;

async function open(
  gateway: PickingGateway = aPickingGateway(),
  manualSwitch = true,
): Promise<Mounted & { gateway: PickingGateway }> {
  const mounted = await mount(html`<work-items></work-items>`, gateway, manualSwitch);
  find(mounted.provider, '[data-list="open"]').click();
  await settled();
  return { ...mounted, gateway };
}

/** What a backend says when it has given an item to the agent. */
const comes = (gateway: PickingGateway, sessionId: string): Promise<void> =>
  happens(
    gateway,
    { type: 'session.offered', sessionId, offer: offered, at: NOW },
    { type: 'session.accepted', sessionId, at: NOW },
  );

describe('work-items: picking', () => {
  it('shows what waits, longest first, with its service and how long it has waited, and counts it', async () => {
    const { provider, gateway } = await open();
    expect(namesIn(provider)).to.deep.equal(['Amina Diallo', 'Find a date for the cellar pump', 'Visitor 9']);
    expect(rowOf(provider, 'w-mail')).to.equal('Amina Diallo Email Card Line 42:00 Pick');
    expect(textOf(find(provider, '[data-list="open"]'))).to.equal('Open 3');
    expect(gateway.open.asked).to.deep.equal([{ limit: 100 }]);
  });

  it('asks for nothing before it is looked at', async () => {
    const gateway = aPickingGateway();
    await mount(html`<work-items></work-items>`, gateway, true);
    expect(gateway.open.asked).to.deep.equal([]);
  });

  it('picks: hosts are asked before, and told after', async () => {
    const { provider, gateway } = await open();
    const told: string[] = [];
    for (const name of ['work-item-pick', 'work-item-picked'] as const)
      provider.addEventListener(name, ({ type, detail }) => told.push(`${type} ${detail.sessionId}`));
    pickOf(provider, 'w-job').click();
    await settled();
    expect(gateway.commands.map(({ commandId: _, ...wish }) => wish)).to.deep.equal([
      { type: 'work-item.pick', sessionId: 'w-job' },
    ]);
    expect(told).to.deep.equal(['work-item-pick w-job', 'work-item-picked w-job']);
    expect(said(provider)).to.equal('Find a date for the cellar pump is yours.');
  });

  it('leaves it where it is when a host says no', async () => {
    const { provider, gateway } = await open();
    provider.addEventListener('work-item-pick', (event) => {
      event.preventDefault();
    });
    pickOf(provider, 'w-job').click();
    await settled();
    expect(gateway.commands).to.deep.equal([]);
    expect(rowOf(provider, 'w-job')).to.equal('Find a date for the cellar pump External task Card Line 17:00 Pick');
  });

  it('is turned to when it comes; with Shift the agent stays', async () => {
    const { provider, gateway, store } = await open(undefined, false);
    pickOf(provider, 'w-job').dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true }));
    await settled();
    await comes(gateway, 'w-job');
    expect(store.read(selectSelectedId)).to.equal(undefined);
    pickOf(provider, 'w-mail').click();
    await settled();
    await comes(gateway, 'w-mail');
    expect(store.read(selectSelectedId)).to.equal('w-mail');
  });

  it('with Shift and Enter the agent stays, too, and what was picked can be opened in its place', async () => {
    const { provider, gateway, store } = await open(undefined, false);
    pickOf(provider, 'w-job').focus();
    await together('Shift', 'Enter');
    await settled();
    await comes(gateway, 'w-job');
    expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['work-item.pick']);
    expect(store.read(selectSelectedId)).to.equal(undefined);
    expect(rowOf(provider, 'w-job')).to.contain('yours');
    expect(focused() === pickOf(provider, 'w-job')).to.equal(true);
    await press('Enter');
    await settled();
    expect(store.read(selectSelectedId)).to.equal('w-job');
    expect(gateway.commands).to.have.length(1);
  });

  it('stays only once: what the agent turns to later is turned to', async () => {
    const { provider, gateway, store } = await open(undefined, false);
    pickOf(provider, 'w-job').dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true }));
    await settled();
    await comes(gateway, 'w-job');
    await happens(gateway, { type: 'session.removed', sessionId: 'w-job', at: NOW });
    await comes(gateway, 'w-job');
    expect(store.read(selectSelectedId)).to.equal('w-job');
  });

  it('is not picked twice, and says that it is being picked', async () => {
    const { provider, gateway } = await open(aPickingGateway(waitingWork, { reply: 'never' }));
    pickOf(provider, 'w-job').click();
    await settled();
    pickOf(provider, 'w-job').click();
    await settled();
    expect(gateway.commands).to.have.length(1);
    expect(rowOf(provider, 'w-job')).to.contain('being picked');
    expect(pickOf(provider, 'w-job').getAttribute('aria-disabled')).to.equal('true');
  });

  it('says that somebody else has it, and lets it go when the agent is out of the list', async () => {
    const reply: CommandReply = { ok: false, failure: 'unknown-session' };
    const { provider } = await open(aPickingGateway(waitingWork, { reply }));
    pickOf(provider, 'w-job').focus();
    await press('Enter');
    await settled();
    expect(said(provider)).to.equal('Find a date for the cellar pump was not picked. The task is no longer there.');
    expect(rowOf(provider, 'w-job')).to.contain('no longer waiting');
    find(provider, 'input').focus();
    await settled();
    expect(namesIn(provider)).to.deep.equal(['Amina Diallo', 'Visitor 9']);
    expect(textOf(find(provider, '[data-list="open"]'))).to.equal('Open 2');
  });

  it('says why there is no room for it, in the words of the backend, and leaves it there', async () => {
    const reply: CommandReply = { ok: false, failure: 'at-capacity', message: 'Close a mail first.' };
    const { provider, gateway } = await open(aPickingGateway(waitingWork, { reply }));
    pickOf(provider, 'w-mail').click();
    await settled();
    expect(said(provider)).to.equal('Amina Diallo was not picked. Close a mail first.');
    expect(rowOf(provider, 'w-mail')).to.contain('not picked');
    gateway.answer = () => Promise.resolve({ ok: true });
    pickOf(provider, 'w-mail').click();
    await settled();
    expect(gateway.commands).to.have.length(2);
    expect(said(provider)).to.equal('Amina Diallo is yours.');
  });

  describe('while a session is active', () => {
    const talking: Situation = { sessions: [aSession({ customer: { name: 'Nora Feld' } })] };

    it('parks it first, and says so before', async () => {
      const { provider, gateway } = await open(aPickingGateway(waitingWork, talking));
      expect(pickOf(provider, 'w-mail').getAttribute('aria-label')).to.equal('Park, then pick: Amina Diallo');
      pickOf(provider, 'w-mail').click();
      await settled();
      await happens(gateway, { type: 'session.parked', sessionId: 'call-1', at: NOW });
      expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.park', 'work-item.pick']);
    });

    it('picks nothing where that cannot be parked, and says why', async () => {
      const reply: CommandReply = { ok: false, failure: 'not-allowed', message: 'Music is off.' };
      const { provider, gateway } = await open(aPickingGateway(waitingWork, { ...talking, reply }));
      pickOf(provider, 'w-mail').click();
      await settled();
      expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.park']);
      expect(said(provider)).to.equal('Amina Diallo was not picked. Nora Feld could not be parked. Music is off.');
    });
  });

  it('refuses one more than the session limit, with the reason', async () => {
    const document = { ...aDocument, tenant: { ...aDocument.tenant, sessionLimit: 1 } };
    const { provider, gateway } = await open(
      aPickingGateway(waitingWork, { sessions: [aSession({ state: 'parked' })], document }),
    );
    pickOf(provider, 'w-mail').click();
    await settled();
    expect(gateway.commands).to.deep.equal([]);
    expect(textOf(find(provider, '.limit [role="status"]'))).to.contain('Amina Diallo was not opened.');
  });

  it('finds among what is loaded, says how much that is, and loads more', async () => {
    const many = Array.from({ length: 250 }, (_, at) =>
      anOpenItem(`w-${String(at)}`, 500 - at, { subject: at === 120 ? 'The needle' : `Straw ${String(at)}` }),
    );
    const { provider, gateway } = await open(aPickingGateway(many));
    expect(findAll(provider, '.open li')).to.have.length(50);
    expect(textOf(find(provider, '[data-list="open"]'))).to.equal('Open 100+');
    find(provider, 'input').focus();
    await write('needle');
    expect(namesIn(provider)).to.deep.equal([]);
    expect(textOf(find(provider, '.after'))).to.equal('Show more Searched: the 100 that are loaded.');
    find(provider, '.more').click();
    await settled();
    expect(gateway.open.asked.map(({ after }) => after)).to.deep.equal([undefined, undefined, '100']);
    expect(namesIn(provider)).to.deep.equal(['The needle']);
  });

  it('five thousand from a backend without pages are fifty rows', async () => {
    const gateway = aPickingGateway(Array.from({ length: 5000 }, (_, at) => anOpenItem(`w-${String(at)}`, 5000 - at)));
    gateway.openItems = () => Promise.resolve({ items: gateway.open.items });
    const { provider } = await open(gateway);
    expect(findAll(provider, '.open li')).to.have.length(50);
    expect(textOf(find(provider, '[data-list="open"]'))).to.equal('Open 5000');
    find(provider, '.more').click();
    await settled();
    expect(findAll(provider, '.open li')).to.have.length(100);
  });

  it('says when nothing waits, and when a contact centre has nothing to pick from', async () => {
    const { provider } = await open(aPickingGateway([]));
    expect(textOf(find(provider, '.empty'))).to.equal('Nothing waits to be picked.');
    const without = aPickingGateway();
    const none = Object.assign(without, { openItems: () => Promise.resolve(undefined) });
    const { provider: other } = await open(none);
    expect(textOf(find(other, '.empty'))).to.contain('hands out open work items by itself');
  });

  it('takes what a stranger says as it comes', async () => {
    const odd = [null, { ...anOpenItem('w-odd', 5, { subject: 'Odd' }), customer: 7 }, { id: 'w-none' }];
    const { provider } = await open(aPickingGateway(odd as unknown as typeof waitingWork));
    expect(namesIn(provider)).to.deep.equal(['Odd']);
  });

  it('says that it loads', async () => {
    const gateway = aPickingGateway();
    let arrive: () => void = () => undefined;
    gateway.open.road = () => new Promise<void>((resolve) => (arrive = resolve));
    const { provider } = await open(gateway);
    expect(textOf(find(provider, '.empty'))).to.equal('Loading…');
    arrive();
    await settled();
    expect(namesIn(provider)).to.have.length(3);
  });

  it('says that it could not be loaded, with the way to try again', async () => {
    const gateway = aPickingGateway();
    gateway.open.road = () => Promise.reject(new Error('away'));
    const { provider } = await open(gateway);
    const notice = find(provider, '[role="alert"]');
    expect(textOf(notice)).to.equal('What waits to be picked cannot be shown now. Try again');
    gateway.open.road = () => Promise.resolve();
    find(notice, 'button').click();
    await settled();
    expect(namesIn(provider)).to.have.length(3);
    expect(findAll(provider, '[role="alert"]')).to.have.length(0);
  });

  describe('as time passes', () => {
    let interval: FakeInterval;
    beforeEach(() => {
      interval = new FakeInterval();
    });
    afterEach(() => {
      interval.restore();
    });
    const pass = async (seconds: number): Promise<void> => {
      for (let second = 0; second < seconds; second += 1) interval.tick();
      await settled();
    };
    const late = anOpenItem('w-late', 1, { subject: 'Late' });

    it('is read again within forty seconds, and no sooner than after twenty', async () => {
      const { provider, gateway } = await open();
      gateway.open.items = [...waitingWork.slice(1), late];
      await pass(19);
      expect(gateway.open.asked).to.have.length(1);
      await pass(22);
      expect(gateway.open.asked).to.have.length(2);
      expect(namesIn(provider)).to.deep.equal(['Find a date for the cellar pump', 'Visitor 9', 'Late']);
    });

    it('moves nothing while the agent is in it: what has gone says so, what is new waits for a button', async () => {
      const { provider, gateway } = await open();
      pickOf(provider, 'w-chat').focus();
      gateway.open.items = [...waitingWork.slice(1), late];
      const { top } = pickOf(provider, 'w-chat').getBoundingClientRect();
      await pass(41);
      expect(pickOf(provider, 'w-chat').getBoundingClientRect().top).to.equal(top);
      expect(rowOf(provider, 'w-mail')).to.contain('no longer waiting');
      pickOf(provider, 'w-mail').click();
      await settled();
      expect(gateway.commands).to.deep.equal([]);
      const button = find(provider, '.new');
      expect(textOf(button)).to.equal('Show one that is new');
      button.click();
      await settled();
      expect(namesIn(provider)).to.deep.equal(['Find a date for the cellar pump', 'Visitor 9', 'Late']);
    });

    it('is not read while it is not looked at', async () => {
      const { provider, gateway } = await open();
      find(provider, '[data-list="mine"]').click();
      await settled();
      await pass(50);
      expect(gateway.open.asked).to.have.length(1);
    });

    it('keeps what it has when it cannot be read, and says so', async () => {
      const { provider, gateway } = await open();
      const { top } = pickOf(provider, 'w-chat').getBoundingClientRect();
      gateway.open.road = () => Promise.reject(new Error('away'));
      await pass(41);
      expect(namesIn(provider)).to.have.length(3);
      expect(pickOf(provider, 'w-chat').getBoundingClientRect().top).to.equal(top);
      expect(said(provider)).to.equal('Not up to date. Try again');
      gateway.open.road = () => Promise.resolve();
      find(provider, '.retry').click();
      await settled();
      expect(said(provider)).to.equal('');
    });
  });

  it('another agent finds nothing of it', async () => {
    const gateway = aPickingGateway();
    const { provider } = await open(gateway);
    pickOf(provider, 'w-job').click();
    await settled();
    await happens(gateway, { type: 'workspace.reset', agentId: 'ben', at: NOW });
    expect(findAll(provider, '.open')).to.have.length(0);
    find(provider, '[data-list="open"]').click();
    await settled();
    expect(said(provider)).to.equal('');
    expect(namesIn(provider)).to.have.length(3);
  });
});
