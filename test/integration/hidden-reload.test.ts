import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/session-provider/session-provider.define.js';
import '../../src/components/sessions-list/sessions-list.define.js';
import '../../src/components/work-items/work-items.define.js';
import { hide } from '../../src/context/acts/hide.js';
import { createSimulator } from '../../src/gateways/simulator/simulator.js';
import { selectHidden, selectOwnWork, selectRoster, selectSelectedId, selectSession } from '../../src/index.js';
import type { Session, SessionEvent, SessionStore, WorkspaceHandle } from '../../src/index.js';
import { aSession } from '../../stories/scenarios/builders.js';
import { forgetViews } from '../../stories/scenarios/in-workspace.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { BackendFixture } from '../support/backend-fixture.js';
import { ManualScheduler } from '../support/manual-scheduler.js';
import { find, happens, settled, storeIn, textOf, until } from '../support/mounting.js';

const chat = aSession({ id: 'chat', modality: 'im', unread: 0 });
const other = aSession({ id: 'other', modality: 'im', unread: 0 });

const factsOf = (sessions: readonly Session[], agentId = 'ana'): readonly SessionEvent[] => [
  { type: 'workspace.reset', at: NOW, agentId },
  ...sessions.map((session): SessionEvent => ({ type: 'session.snapshot', at: NOW, session })),
];

/** A backend whose sessions outlive the page. */
const tells = (sessions: readonly Session[], agentId?: string): ScriptedGateway =>
  Object.assign(new ScriptedGateway([...factsOf(sessions, agentId)]), { keptAs: 'house' });

interface Page {
  readonly provider: HTMLElement;
  readonly store: SessionStore;
  readonly workspace: WorkspaceHandle;
}

/** What a page does when it is loaded anew: the one before is gone, and a gateway tells all. */
async function load(gateway: object): Promise<Page> {
  for (const old of document.querySelectorAll('session-provider')) old.remove();
  const provider = await fixture<HTMLElement>(
    html`<session-provider lang="en" .gateway=${gateway}><sessions-list></sessions-list><work-items></work-items></session-provider>`,
  );
  await settled(provider);
  const { workspace } = find<HTMLElement & { workspace: WorkspaceHandle }>(provider, 'sessions-list');
  return { provider, workspace, store: storeIn(provider) };
}

const listed = ({ store }: Page): readonly string[] => {
  const { active, parked } = store.read(selectRoster);
  return [...active, ...parked];
};

describe('a session that is off the list, after a reload', () => {
  beforeEach(forgetViews);

  /** Taken off the list without having been looked at. */
  async function hidden(sessions: readonly Session[] = [chat, other], id = 'chat'): Promise<void> {
    await load(tells([other]));
    const { workspace, provider } = await load(tells(sessions));
    hide(workspace, provider, id);
    await settled();
  }

  it('is off it, not turned to, and found among work items', async () => {
    await hidden();
    const page = await load(tells([chat, other]));
    expect(listed(page)).to.deep.equal(['other']);
    expect(page.store.read(selectSelectedId)).to.equal('other');
    expect(page.store.read(selectOwnWork)).to.deep.include({ mine: ['chat', 'other'], hidden: ['chat'] });
    expect(textOf(find(page.provider, 'work-items'))).to.contain('hidden');
  });

  it('stays off it over two reloads, and comes back by a message', async () => {
    await hidden();
    await load(tells([chat, other]));
    const gateway = tells([chat, other]);
    const page = await load(gateway);
    expect(listed(page)).to.deep.equal(['other']);
    await happens(gateway, {
      type: 'transcript.appended',
      at: NOW,
      sessionId: 'chat',
      segments: [{ id: 'line', speaker: { id: 'customer', role: 'customer' }, text: 'Hello?', isFinal: true }],
    });
    expect(listed(page)).to.deep.equal(['chat', 'other']);
    expect(listed(await load(tells([chat, other])))).to.deep.equal(['chat', 'other']);
  });

  const meanwhile: readonly (readonly [
    what: string,
    before: Session,
    after: Session | undefined,
    isListed: boolean,
  ])[] = [
    ['its customer has written', chat, { ...chat, unread: 1 }, true],
    ['it was parked elsewhere', chat, { ...chat, state: 'parked', parkedSince: NOW }, true],
    ['nothing is new of what was not read', { ...chat, unread: 2 }, { ...chat, unread: 2 }, false],
    ['something was read elsewhere', { ...chat, unread: 2 }, { ...chat, unread: 0 }, false],
    ['more has come than was not read', { ...chat, unread: 2 }, { ...chat, unread: 3 }, true],
    ['it is gone', chat, undefined, false],
  ];
  for (const [what, before, after, isListed] of meanwhile)
    it(`is ${isListed ? 'on' : 'off'} it when ${what} meanwhile`, async () => {
      await hidden([other, before]);
      const page = await load(tells(after ? [other, after] : [other]));
      expect(listed(page).includes('chat')).to.equal(isListed);
    });

  it('is off it when its connection comes back', async () => {
    const sessions = [other, { ...chat, unread: 2 }];
    await hidden(sessions);
    const gateway = tells(sessions);
    const page = await load(gateway);
    await happens(gateway, ...factsOf(sessions));
    expect(listed(page)).to.deep.equal(['other']);
  });

  it('is another agent’s business no more, and the first one’s again', async () => {
    await hidden();
    expect(listed(await load(tells([chat, other], 'ben')))).to.deep.equal(['chat', 'other']);
    expect(listed(await load(tells([chat, other])))).to.deep.equal(['other']);
  });

  it('is kept by ids and states, and nothing of a customer', async () => {
    await hidden([{ ...chat, visitorLabel: 'Secret' }, other]);
    const kept = Object.entries(sessionStorage).filter(([name]) => name.includes('hidden'));
    expect(kept.map(([, value]) => JSON.parse(String(value)) as unknown)).to.deep.equal([
      [{ id: 'chat', state: 'active', unread: 0 }],
    ]);
  });

  for (const spoiled of ['null', '{}', '"chat"', '[1, null, {"id": 1}, {"id": "chat"}]', 'no JSON'])
    it(`is on it where what was kept is ${spoiled}`, async () => {
      await hidden();
      const [name] = Object.keys(sessionStorage).filter((own) => own.includes('hidden'));
      sessionStorage.setItem(name ?? '', spoiled);
      const page = await load(tells([chat, other]));
      expect(listed(page)).to.deep.equal(['chat', 'other']);
    });

  it('is off it on the same backend, and back with a message there', async () => {
    const world = new BackendFixture();
    const one = await world.active('web-chat', 'im');
    const page = await load(world.backend);
    await until(() => listed(page).length === 1);
    hide(page.workspace, page.provider, one);
    await settled();
    const again = await load(world.backend);
    await until(() => again.store.read(selectSession(one)) !== undefined);
    expect(listed(again)).to.deep.equal([]);
    const line = { id: 'line', speaker: { id: 'customer', role: 'customer' }, text: 'Hello?', isFinal: true, at: NOW };
    world.backend.tell([{ type: 'transcript.appended', sessionId: one, segments: [line] } as never]);
    await settled();
    expect(listed(again)).to.deep.equal([one]);
  });

  it('is kept nowhere where sessions end with the page', async () => {
    const gateway = Object.assign(tells([chat, other]), { keptAs: false as const });
    const page = await load(gateway);
    hide(page.workspace, page.provider, 'chat');
    await settled();
    expect(page.store.read(selectHidden)).to.deep.equal(['chat']);
    expect(Object.keys(sessionStorage).filter((own) => own.includes('hidden'))).to.deep.equal([]);
    expect(createSimulator({ scenario: 'quiet', scheduler: new ManualScheduler() }).keptAs).to.equal(false);
  });
});
