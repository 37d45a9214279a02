import { expect, html } from '@open-wc/testing';
import '../../src/components/task-capacity/task-capacity.define.js';
import type { Modality, Session, TaskCapacity } from '../../src/index.js';
import { aSession, withAgent } from '../../stories/scenarios/builders.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { anOffer, theCall, unfinishedWork } from '../../stories/scenarios/working-day.js';
import { find, findAll, happens, mount, textOf } from '../support/mounting.js';

const tasks = (...modalities: readonly Modality[]): readonly Session[] =>
  modalities.map((modality, index) => aSession({ id: `task-${String(index)}`, modality, state: 'parked' }));

/** What a screen reader says of every figure. */
const spoken = (root: ParentNode): string[] =>
  findAll(root, '[part~="pill"]').map((pill) => textOf(find(pill, '.spoken')));

describe('task-capacity', () => {
  it('says how many slots are used and how many there are, in total and per modality', async () => {
    const { provider } = await mount(html`<task-capacity></task-capacity>`, { sessions: tasks('im', 'email') });
    expect(spoken(provider)).to.deep.equal([
      'Tasks: 2 of 5',
      'Call: 0 of 1',
      'Chat: 1 of 2',
      'Email: 1 of 3',
      'External task: 0 of 2',
    ]);
    expect(find(provider, '[role="group"]').getAttribute('aria-label')).to.equal('Task capacity');
  });

  it('names the modality that is full, and says that others may still come', async () => {
    const { provider } = await mount(html`<task-capacity></task-capacity>`, { sessions: tasks('im', 'im') });
    expect(spoken(provider)).to.include('Chat: 2 of 2, full');
    expect(spoken(provider)).to.include('Tasks: 2 of 5');
    expect(textOf(find(provider, '[part="why"]'))).to.equal('Chat: no more until one closes.');
  });

  it('says at full capacity that nothing more can come', async () => {
    const sessions = tasks('audio-video', 'im', 'im', 'email', 'external');
    const { provider } = await mount(html`<task-capacity></task-capacity>`, { sessions });
    expect(spoken(provider)[0]).to.equal('Tasks: 5 of 5, full');
    expect(textOf(find(provider, '[part="why"]'))).to.contain('At full capacity');
    expect(findAll(provider, '[part~="full"]').length).to.be.greaterThan(0);
  });

  it('shows more than the limit as it is', async () => {
    const sessions = tasks('audio-video', 'im', 'im', 'email', 'email', 'external');
    const { provider } = await mount(html`<task-capacity></task-capacity>`, { sessions });
    expect(spoken(provider)[0]).to.equal('Tasks: 6 of 5, over capacity');
    expect(textOf(find(provider, '[part~="pill"]'))).to.contain('6 / 5');
  });

  it('counts a task when it is accepted and not while it rings, and frees its slot when it is over', async () => {
    const { provider, gateway } = await mount(html`<task-capacity></task-capacity>`, { sessions: [anOffer] });
    expect(spoken(provider)[0]).to.equal('Tasks: 0 of 5');
    await happens(gateway, { type: 'session.accepted', sessionId: anOffer.id, at: NOW });
    expect(spoken(provider)[0]).to.equal('Tasks: 1 of 5');
    await happens(gateway, { type: 'session.ended', sessionId: anOffer.id, at: NOW });
    expect(spoken(provider)[0]).to.equal('Tasks: 0 of 5');
  });

  it('says that presence keeps tasks away, and after-call work before limits', async () => {
    const { provider, gateway } = await mount(html`<task-capacity></task-capacity>`, { sessions: [unfinishedWork] });
    expect(textOf(find(provider, '[part="why"]'))).to.contain('After-call work');
    await happens(gateway, { type: 'presence.changed', at: NOW, userId: 'ana', presence: 'away' });
    expect(textOf(find(provider, '[part="why"]'))).to.contain('presence');
  });

  it('is the classic indicator without task parallelization', async () => {
    const { provider, gateway } = await mount(html`<task-capacity></task-capacity>`, {
      document: withAgent({ taskParallelization: { enabled: false } }),
      sessions: [theCall],
    });
    expect(textOf(find(provider, 'task-capacity'))).to.match(/^Not available You are in a session/);
    await happens(gateway, { type: 'session.ended', sessionId: theCall.id, at: NOW });
    expect(textOf(find(provider, 'task-capacity'))).to.equal('Available');
  });

  it("shows another user's figures as the backend reports them", async () => {
    const { provider, gateway } = await mount(html`<task-capacity user-id="ben"></task-capacity>`, {
      sessions: tasks('im'),
    });
    expect(spoken(provider)[0]).to.equal('Tasks: 0 of 3');
    const usage = { total: 3, perModality: { im: 3 } };
    await happens(gateway, { type: 'usage.reported', at: NOW, userId: 'ben', usage });
    expect(spoken(provider)).to.include.members(['Tasks: 3 of 3, full', 'Chat: 3 of 3, full']);
  });

  it('turns to another user when it is told to', async () => {
    const { provider } = await mount(html`<task-capacity></task-capacity>`, { sessions: tasks('im') });
    const element = find<TaskCapacity>(provider, 'task-capacity');
    element.userId = 'ben';
    await element.updateComplete;
    expect(spoken(provider)[0]).to.equal('Tasks: 0 of 3');
  });

  it('says of another user without task parallelization that it is off', async () => {
    const { provider } = await mount(html`<task-capacity user-id="nobody"></task-capacity>`);
    expect(textOf(find(provider, 'task-capacity'))).to.equal('Task parallelization is off for this user.');
  });

  it('claims nothing before the first data', async () => {
    const { provider } = await mount(html`<task-capacity></task-capacity>`, new ScriptedGateway([]));
    expect(textOf(find(provider, 'task-capacity'))).to.equal('Waiting for the first data.');
  });

  it('waits for nothing where there is no configuration to come', async () => {
    const problems = [{ path: '(document)', expected: 'Object', found: 'nothing' }];
    const gateway = new ScriptedGateway([
      { type: 'workspace.reset', agentId: 'ana', at: NOW },
      { type: 'configuration.rejected', problems, at: NOW },
    ]);
    const { provider } = await mount(html`<task-capacity></task-capacity>`, gateway);
    expect(textOf(find(provider, 'task-capacity'))).to.equal('Not available');
  });

  for (const [why, about, sentence] of [
    ['connecting', { status: 'connecting' }, 'Not connected. New tasks come when the connection is back.'],
    ['signed out', { status: 'signed-out' }, 'You are signed out. No tasks come until you sign in again.'],
    [
      'for agents only',
      { status: 'signed-out', reason: 'not-an-agent' },
      'There is no workspace for you here. No tasks come until you sign in as an agent.',
    ],
  ] as const)
    it(`says why there is no data yet where its gateway is ${why}`, async () => {
      const gateway = new ScriptedGateway([{ type: 'connection.changed', ...about, at: NOW }]);
      const { provider } = await mount(html`<task-capacity></task-capacity>`, gateway);
      expect(textOf(find(provider, 'task-capacity'))).to.equal(sentence);
    });
});
