import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/my-sessions/my-sessions.define.js';
import '../../src/components/session-details/session-details.define.js';
import '../../src/components/work-items/work-items.define.js';
import { createHttpGateway } from '../../src/gateways/http/http.js';
import { createSimulator } from '../../src/gateways/simulator/simulator.js';
import {
  recordSessionId,
  selectCapacity,
  selectRoster,
  selectSelectedId,
  selectSession,
  selectWorkspace,
} from '../../src/index.js';
import { DraftRecords } from '../../src/device/draft-records.js';
import { forgetDrafts } from '../../src/device/draft-storage.js';
import type { RecordOutcome, RecordToOpen, Session, SessionProvider } from '../../src/index.js';
import { aGateway } from '../../stories/scenarios/builders.js';
import { forgetViews } from '../../stories/scenarios/in-workspace.js';
import { aCallAboutACase, theCase, theContact, withRecords } from '../../stories/scenarios/records.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, aParkedMail } from '../../stories/scenarios/working-day.js';
import { together } from '../support/hands.js';
import { fetchOf, serverOver } from '../support/in-page-server.js';
import {
  chooseTab,
  coming,
  find,
  findAll,
  frame,
  mount,
  settled,
  storeIn,
  textOf,
  until,
} from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const CASE = recordSessionId(theCase);
const CONTACT = recordSessionId(theContact);

const workspace = (
  sessions: readonly Session[] = [aCallAboutACase],
  limit?: number,
  content = html`<my-sessions></my-sessions>`,
): Promise<Mounted> => mount(content, { sessions, document: withRecords(limit) });

/** What the host opens, and what came of it. */
async function open({ provider }: Mounted, record: RecordToOpen, inBackground = false): Promise<RecordOutcome> {
  const outcome = await provider.openRecord(record, inBackground);
  await settled(provider);
  return outcome;
}

const listOf = ({ store }: Mounted): readonly string[] => store.read(selectRoster).active;
const paneOf = ({ provider }: Mounted): Promise<HTMLElement> => coming(provider, '.pane:not([inert]) > session-pane');
const tabsIn = (root: ParentNode): string[] => findAll(root, '[role="tab"]').map(textOf);
const leaveIn = (pane: ParentNode): HTMLElement => find(find(pane, 'session-leave'), '.leave');

/** The public events about records that a provider hears, with what they carry. */
function heardBy({ provider }: Mounted): unknown[] {
  const heard: unknown[] = [];
  for (const name of ['record-open', 'record-opened', 'record-close', 'record-closed'] as const)
    provider.addEventListener(name, ({ detail }: CustomEvent<unknown>) => heard.push([name, detail]));
  return heard;
}

describe('a record that is opened', () => {
  it('stands below the conversations, is looked at, takes no slot, and asks nothing of the backend', async () => {
    const mounted = await workspace();
    const { store, gateway } = mounted;
    const before = store.read(selectCapacity());
    const asked = gateway.commands.length;
    expect(await open(mounted, theCase)).to.equal('opened');
    expect(listOf(mounted)).to.deep.equal([aCallAboutACase.id, CASE]);
    expect(store.read(selectSelectedId)).to.equal(CASE);
    expect(store.read(selectCapacity())).to.deep.equal(before);
    expect(gateway.commands.length).to.equal(asked);
    expect(store.read(selectSession(aCallAboutACase.id))?.state).to.equal('active');
  });

  it('shows its page and its details, and nothing of a conversation', async () => {
    const mounted = await workspace();
    await open(mounted, theCase);
    const pane = await paneOf(mounted);
    await until(() => tabsIn(pane).length > 0);
    expect(textOf(find(pane, 'h2'))).to.equal('Card blocked abroad');
    expect(tabsIn(pane)).to.deep.equal(['Case', 'Details']);
    expect(findAll(pane, 'session-controls')).to.deep.equal([]);
    const frame = await coming<HTMLIFrameElement>(pane, 'iframe');
    expect(frame.src).to.equal('https://crm.example/cases/4711');
    await chooseTab(pane, 'Details');
    await until(() => textOf(pane).includes('Travel card'));
    expect(textOf(find(pane, 'session-details'))).to.contain('Priority High Product Travel card');
  });

  it('is the one that is there when it is opened again, by whomever', async () => {
    const mounted = await workspace();
    await open(mounted, theCase);
    await open(mounted, theContact);
    const heard = heardBy(mounted);
    expect(await open(mounted, { ...theCase, title: 'Another title' })).to.equal('open');
    expect(mounted.store.read(selectSelectedId)).to.equal(CASE);
    expect([...listOf(mounted)].sort()).to.deep.equal([aCallAboutACase.id, CASE, CONTACT].sort());
    expect(heard).to.deep.equal([]);
  });

  it('opens in the background where that is wished', async () => {
    const mounted = await workspace();
    expect(await open(mounted, theCase, true)).to.equal('opened');
    expect(mounted.store.read(selectSelectedId)).to.equal(aCallAboutACase.id);
    expect(listOf(mounted)).to.include(CASE);
  });

  it('is told of before and after, and can be kept from opening and closing', async () => {
    const mounted = await workspace();
    const heard = heardBy(mounted);
    const detail = { sessionId: CASE, kind: 'case', recordId: '4711', inBackground: false };
    await open(mounted, theCase);
    expect(heard).to.deep.equal([
      ['record-open', detail],
      ['record-opened', detail],
    ]);
    const no = (event: Event): void => {
      event.preventDefault();
    };
    for (const name of ['record-open', 'record-close']) mounted.provider.addEventListener(name, no);
    expect(await open(mounted, theContact)).to.equal('prevented');
    expect(await mounted.provider.closeSession(CASE, 'close')).to.equal(false);
    expect(listOf(mounted)).to.deep.equal([aCallAboutACase.id, CASE]);
    for (const name of ['record-open', 'record-close']) mounted.provider.removeEventListener(name, no);
    heard.length = 0;
    expect(await mounted.provider.closeSession(CASE, 'close')).to.equal(true);
    await settled();
    expect(heard).to.deep.equal([
      ['record-close', { sessionId: CASE }],
      ['record-closed', { sessionId: CASE }],
    ]);
    expect(listOf(mounted)).to.deep.equal([aCallAboutACase.id]);
    expect(mounted.store.read(selectSelectedId)).to.equal(aCallAboutACase.id);
  });

  it('of a kind that nobody has configured shows all that was said of it', async () => {
    const mounted = await workspace();
    await open(mounted, { kind: 'parcel', recordId: '9', title: 'Parcel 9', parameters: { Weight: '2 kg' } });
    const pane = await paneOf(mounted);
    await until(() => textOf(pane).includes('2 kg'));
    expect(textOf(pane)).to.contain('Weight 2 kg');
    expect(tabsIn(pane)).to.deep.equal([]);
  });

  it('stays, in its place and looked at, when the backend says everything anew; another agent sees none of it', async () => {
    const mounted = await workspace();
    await open(mounted, theCase);
    const pane = await paneOf(mounted);
    mounted.gateway.emit(
      { type: 'workspace.reset', at: NOW, agentId: 'ana' },
      { type: 'session.snapshot', at: NOW, session: aCallAboutACase },
    );
    await settled();
    expect(listOf(mounted)).to.deep.equal([aCallAboutACase.id, CASE]);
    expect(mounted.store.read(selectSelectedId)).to.equal(CASE);
    expect(await paneOf(mounted)).to.equal(pane);
    mounted.gateway.emit({ type: 'workspace.reset', at: NOW, agentId: 'ben' });
    await settled();
    expect(mounted.store.read(selectSession(CASE))).to.equal(undefined);
    expect(listOf(mounted)).to.deep.equal([]);
  });
});

describe('a record on a device that keeps it', () => {
  /** A page of the agent's: a reload, or another tab of the same browser. */
  async function page(): Promise<Mounted> {
    const gateway = aGateway({ sessions: [aCallAboutACase], document: withRecords() });
    gateway.keptAs = 'records';
    const provider = await fixture<SessionProvider>(
      html`<session-provider lang="en" .gateway=${gateway}><my-sessions></my-sessions></session-provider>`,
    );
    await settled(provider);
    return { provider, gateway, store: storeIn(provider) };
  }
  const hasCase = ({ store }: Mounted): boolean => store.read(selectSession(CASE)) !== undefined;

  it('is there in another tab, is looked at after a reload, and closed in one is closed in all', async () => {
    forgetViews();
    const one = await page();
    await open(one, theCase);
    const device = new DraftRecords(60_000);
    for (let tries = 0; tries < 500 && !(await device.of('records', 'ana'))?.length; tries += 1) await frame();
    const other = await page();
    await until(() => hasCase(other) && other.store.read(selectSelectedId) !== undefined);
    expect(other.store.read(selectSelectedId)).to.equal(CASE);
    expect(other.store.read(selectSession(CASE))).to.deep.equal(one.store.read(selectSession(CASE)));
    expect(await other.provider.closeSession(CASE, 'close')).to.equal(true);
    await until(() => !hasCase(one));
    expect(hasCase(one)).to.equal(false);
    expect(listOf(one)).to.deep.equal([aCallAboutACase.id]);
    await forgetDrafts('records');
  });
});

describe('a record over HTTP', () => {
  const simulator = createSimulator({ scenario: 'quiet', speed: 20 });
  const server = serverOver(simulator);
  const asked: string[] = [];
  const ends: (() => void)[] = [];
  const kept: string[] = [];

  async function page(): Promise<SessionProvider> {
    const fetch = fetchOf(server.handle, ({ method, url }) => {
      if (method === 'POST') asked.push(url);
      return {};
    });
    const gateway = createHttpGateway({ url: '/api', fetch, storage: 'memory', isShared: false });
    const provider = await fixture<SessionProvider>(
      html`<session-provider lang="en" .gateway=${gateway}><my-sessions></my-sessions></session-provider>`,
    );
    await until(() => storeIn(provider).read(selectWorkspace).isConnected);
    kept.push(String(gateway.keptAs));
    ends.push(() => {
      provider.remove();
    });
    return provider;
  }

  after(async () => {
    for (const end of ends) end();
    await server.close();
    await forgetDrafts(new URL('/api', location.href).href);
  });

  it('asks nothing of the backend, is there after a reload and a reset, and is closed for good', async () => {
    const one = await page();
    const claim = { kind: 'claim', recordId: 'S-1', title: 'Water damage' };
    expect(await one.openRecord(claim)).to.equal('opened');
    const id = recordSessionId(claim);
    await server.reset('maren');
    await settled(one);
    expect(storeIn(one).read(selectSession(id))?.title).to.equal('Water damage');
    const other = await page();
    await until(() => storeIn(other).read(selectSession(id)) !== undefined);
    expect(storeIn(other).read(selectSelectedId)).to.equal(id);
    expect(await other.closeSession(id, 'close')).to.equal(true);
    await until(() => storeIn(one).read(selectSession(id)) === undefined);
    const late = await page();
    await settled(late);
    expect([storeIn(one), storeIn(late)].map((store) => store.read(selectSession(id)))).to.deep.equal([
      undefined,
      undefined,
    ]);
    expect(asked).to.deep.equal([]);
  });
});

describe('closing a record', () => {
  it('asks nothing where nothing is unsaved', async () => {
    const mounted = await workspace();
    await open(mounted, theCase);
    const pane = await paneOf(mounted);
    await coming(pane, '.leave button, button.leave');
    const asked = mounted.gateway.commands.length;
    find(find(pane, 'session-leave'), 'button.leave').click();
    await until(() => !listOf(mounted).includes(CASE));
    expect(listOf(mounted)).to.deep.equal([aCallAboutACase.id]);
    expect(findAll(mounted.provider, 'dialog[open]')).to.deep.equal([]);
    expect(mounted.gateway.commands.length).to.equal(asked);
  });

  it('names the page that holds input, and closes only when that is confirmed', async () => {
    const mounted = await workspace();
    await open(mounted, theCase);
    const pane = await paneOf(mounted);
    await coming(pane, 'button.leave');
    mounted.store.keep('unsavedPages', CASE, ['case-page']);
    await settled();
    leaveIn(pane).click();
    const dialog = await coming<HTMLDialogElement>(pane, 'dialog[open]');
    expect(textOf(dialog)).to.contain('A page with input that is not saved: Case');
    expect(textOf(find(dialog, '.way'))).to.equal(
      'Close It goes off your list, and can be opened again. Nobody else hears of it. Lost with it: the input in the page.',
    );
    expect(listOf(mounted)).to.include(CASE);
    find(dialog, '[value="close"]').click();
    await until(() => !listOf(mounted).includes(CASE));
    expect(listOf(mounted)).to.deep.equal([aCallAboutACase.id]);
  });
});

describe('the way to a record from a session', () => {
  const details = html`<session-details session-id=${aCallAboutACase.id}></session-details>`;

  it('is a button with its details, and one in the list of work', async () => {
    const mounted = await workspace([aCallAboutACase], undefined, html`${details}<work-items></work-items>`);
    for (const tag of ['session-details', 'work-items'])
      expect(
        findAll(find(mounted.provider, tag), '.record').map(({ ariaLabel }) => ariaLabel),
        tag,
      ).to.deep.equal(['Open Contact: Nora Feld', 'Open Case: Card blocked abroad']);
    find(find(mounted.provider, 'session-details'), '[data-kind="case"]').click();
    await settled();
    expect(mounted.store.read(selectSelectedId)).to.equal(CASE);
    expect(mounted.store.read(selectSession(CASE))?.parameters).to.deep.include({
      name: 'Priority',
      state: 'value',
      value: 'High',
    });
  });

  it('with Shift leads there in the background, by keys, too', async () => {
    const mounted = await workspace([aCallAboutACase], undefined, details);
    const [contact, toCase] = findAll(mounted.provider, '.record');
    contact?.dispatchEvent(new MouseEvent('click', { shiftKey: true }));
    toCase?.focus();
    await together('Shift', 'Enter');
    await settled();
    expect([...listOf(mounted)].sort()).to.deep.equal([aCallAboutACase.id, CASE, CONTACT].sort());
    expect(mounted.store.read(selectSelectedId)).to.equal(aCallAboutACase.id);
  });
});

describe('as many sessions as may be', () => {
  it('are warned of before, refused in words, and no longer said when some are left', async () => {
    const mounted = await workspace([aCallAboutACase, aChat], 4);
    const saying = (sentence: string): Promise<void> =>
      until(() => findAll(mounted.provider, '.say .notice').some((notice) => textOf(notice).includes(sentence)));
    const said = (): string => findAll(mounted.provider, '.say .notice').map(textOf).join();
    expect(await open(mounted, theCase)).to.equal('opened');
    await saying('3 of 4');
    expect(said()).to.contain('3 of 4 sessions are open: one more can be opened.');
    expect(await open(mounted, theContact)).to.equal('opened');
    await saying('4 of 4');
    expect(await open(mounted, { ...theCase, recordId: '2', title: 'Lost card' })).to.equal('limit');
    await saying('Lost card');
    expect(said()).to.contain('Lost card was not opened. 4 of 4 sessions are open: leave one before you open another.');
    for (const id of [CASE, CONTACT]) await mounted.provider.closeSession(id, 'close');
    await until(() => findAll(mounted.provider, '.say').length === 0);
    expect(said()).to.equal('');
  });

  it('are named in a single element where there is no other place', async () => {
    const mounted = await workspace(
      [aCallAboutACase, aParkedMail],
      2,
      html`<session-details session-id=${aCallAboutACase.id}></session-details>`,
    );
    find(mounted.provider, '[data-kind="case"]').click();
    await settled();
    expect(textOf(find(mounted.provider, '[role="alert"]'))).to.equal(
      'Card blocked abroad was not opened. 2 of 2 sessions are open: leave one before you open another.',
    );
    expect(mounted.store.read(selectSession(CASE))).to.equal(undefined);
  });
});
