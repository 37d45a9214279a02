import { expect, html } from '@open-wc/testing';
import '../../src/components/task-capacity/task-capacity.define.js';
import { Announcer } from '../../src/components/my-sessions/announcer.js';
import type { SessionEvent, WorkspaceHandle } from '../../src/index.js';
import { aSession } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { FakeTime } from '../support/fake-time.js';
import { find, mount } from '../support/mounting.js';

/** So long a sentence about something of a kind keeps the next one back. */
const QUIET_MS = 4000;

let count = 0;
const line = (sessionId: string): SessionEvent => ({
  type: 'transcript.appended',
  at: NOW + (count += 1),
  sessionId,
  segments: [{ id: `line-${String(count)}`, speaker: { id: 'customer', role: 'customer' }, text: 'Hi', isFinal: true }],
});
const offers = (sessionId: string): SessionEvent => ({
  type: 'session.offered',
  at: NOW,
  sessionId,
  offer: { serviceId: 'card-line', modality: 'im', direction: 'inbound', visitorLabel: sessionId },
});
const chats = ['Anna', 'Ben', 'Looked at']
  .map((name) =>
    aSession({ id: name, modality: 'im', state: name === 'Ben' ? 'parked' : 'active', visitorLabel: name }),
  )
  .map(({ customer: _, caller: __, ...session }) => session);

describe('what is said to who cannot see it', () => {
  let said: string[];
  let gateway: ScriptedGateway;
  let workspace: WorkspaceHandle;
  let announcer: Announcer;
  let time: FakeTime;
  let stop: () => void;

  beforeEach(async () => {
    const mounted = await mount(html`<task-capacity></task-capacity>`, { sessions: chats }, true);
    ({ gateway } = mounted);
    ({ workspace } = find<HTMLElement & { workspace: WorkspaceHandle }>(mounted.provider, 'task-capacity'));
    mounted.store.look('Looked at');
    said = [];
    announcer = new Announcer((sentence) => said.push(sentence));
    const listening = mounted.store.effects$.subscribe((effect) => {
      announcer.hear(effect, workspace);
    });
    stop = () => {
      listening.unsubscribe();
    };
    time = new FakeTime();
  });
  afterEach(() => {
    time.restore();
    stop();
  });

  const says = async (ms: number): Promise<string[]> => {
    await time.elapse(ms);
    return said.splice(0);
  };

  it('is a message in a session that is not looked at, at once, and of one that is looked at nothing', async () => {
    gateway.emit(line('Looked at'), line('Anna'));
    expect(await says(0)).to.deep.equal(['1 new message: Anna']);
    expect(await says(2 * QUIET_MS)).to.deep.equal([]);
  });

  it('is one sentence of all that follows soon', async () => {
    gateway.emit(line('Anna'));
    expect(await says(0)).to.have.length(1);
    for (let more = 0; more < 30; more += 1) gateway.emit(line('Anna'));
    gateway.emit(line('Ben'));
    expect(await says(QUIET_MS - 1)).to.deep.equal([]);
    expect(await says(1)).to.deep.equal(['31 new messages in 2 sessions']);
    gateway.emit(line('Ben'), line('Ben'));
    expect(await says(QUIET_MS)).to.deep.equal(['2 new messages: Ben']);
    expect(await says(2 * QUIET_MS)).to.deep.equal([]);
    gateway.emit(line('Ben'));
    expect(await says(0)).to.deep.equal(['1 new message: Ben']);
  });

  it('is nothing that was looked at meanwhile', async () => {
    gateway.emit(line('Anna'), line('Ben'));
    expect(await says(0)).to.deep.equal(['1 new message: Anna']);
    workspace.store.look('Ben');
    expect(await says(QUIET_MS)).to.deep.equal([]);
  });

  it('is one sentence for each kind', async () => {
    gateway.emit(offers('one'), offers('two'), offers('three'), line('Anna'));
    expect(await says(0)).to.deep.equal(['Incoming chat: one', '1 new message: Anna']);
    gateway.emit(line('Anna'), { type: 'session.ended', at: NOW, sessionId: 'Ben' });
    expect(await says(0)).to.deep.equal(['Session ended: Ben']);
    expect(await says(QUIET_MS)).to.deep.equal(['2 incoming tasks', '1 new message: Anna']);
  });

  it('is nothing of an offer that is gone by then', async () => {
    gateway.emit(offers('one'), offers('two'), { type: 'session.missed', at: NOW, sessionId: 'two' });
    expect(await says(2 * QUIET_MS)).to.deep.equal(['Incoming chat: one']);
  });

  it('is what failed in another session, and why', async () => {
    gateway.emit({ type: 'session.parking', at: NOW, sessionId: 'Anna' });
    gateway.emit({ type: 'session.park-failed', at: NOW, sessionId: 'Anna', reason: 'no music' });
    const [sentence = ''] = await says(0);
    expect(sentence).to.match(/^Anna: .*no music/);
  });

  it('ends with who says it', async () => {
    // Nobody else hears of it, who may have something of their own to do later.
    const before = time.running;
    for (const session of [chats[0]!, chats[1]!]) announcer.hear({ type: 'message-received', session }, workspace);
    expect(time.running - before).to.equal(1);
    said.length = 0;
    announcer.forget();
    expect(time.running - before).to.equal(0);
    expect(await says(2 * QUIET_MS)).to.deep.equal([]);
  });
});
