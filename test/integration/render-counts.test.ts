import { expect, html } from '@open-wc/testing';
import '../../src/components/agent-presence/agent-presence.define.js';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/session-details/session-details.define.js';
import '../../src/components/transcript-view/transcript-view.define.js';
import '../../src/define.js';
import type { Situation } from '../../stories/scenarios/builders.js';
import { aboutACard, interim } from '../../stories/scenarios/conversations.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, aParkedMail, anOffer, theCall } from '../../stories/scenarios/working-day.js';
import { find, findAll, frame, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';
import { RenderCounts } from '../support/render-counts.js';

const TAGS = [
  'agent-presence',
  'codes-tags',
  'my-sessions',
  'session-controls',
  'session-details',
  'session-pane',
  'session-provider',
  'sessions-list',
  'task-capacity',
  'transcript-view',
];

/** Watches which rows of a list change from now on. */
function changesByRow(list: Element): () => (string | undefined)[] {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((more) => records.push(...more));
  observer.observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
  return () => {
    observer.disconnect();
    const rows = records.map(({ target }) => {
      const element = target instanceof Element ? target : target.parentElement;
      return element?.closest<HTMLElement>('[data-id]')?.dataset['id'];
    });
    return [...new Set(rows)];
  };
}

const situation: Situation = {
  sessions: [theCall, aChat, aParkedMail],
  transcript: { sessionId: theCall.id, segments: aboutACard },
};

describe('what renders', () => {
  const running: { counts?: RenderCounts } = {};

  /** A workspace with two panes, of which the call's is on screen, that has nothing left to render. */
  async function quietWorkspace(): Promise<Mounted & { counts: RenderCounts }> {
    const mounted = await mount(
      html`<div style="inline-size: 1000px; block-size: 600px"><my-sessions></my-sessions></div>`,
      situation,
    );
    mounted.store.look(aChat.id);
    await settled();
    mounted.store.look(theCall.id);
    await frame();
    await frame();
    const counts = (running.counts = new RenderCounts(...TAGS));
    await frame();
    expect(counts.take(), 'nothing happens').to.deep.equal({});
    return { ...mounted, counts };
  }

  afterEach(() => running.counts?.stop());

  it('on a switch between two open sessions: the workspace, and no widget', async () => {
    const { store, counts } = await quietWorkspace();
    store.look(aChat.id);
    await settled();
    expect(counts.take()).to.deep.equal({ 'my-sessions': 1 });
  });

  it('on a switch, of the list: the two cards concerned', async () => {
    const { provider, store } = await quietWorkspace();
    const changed = changesByRow(find(provider, '.list'));
    store.look(aChat.id);
    await settled();
    expect(changed()).to.have.members([theCall.id, aChat.id]);
  });

  it('on a switch of a single widget that follows it: that widget', async () => {
    const { store } = await mount(html`<session-details></session-details><task-capacity></task-capacity>`, situation);
    const counts = (running.counts = new RenderCounts(...TAGS));
    store.look(aChat.id);
    await settled();
    expect(counts.take()).to.deep.equal({ 'session-details': 1 });
  });

  it('on one appended segment: the transcript of that session, and nothing else', async () => {
    const { gateway, counts } = await quietWorkspace();
    await happens(gateway, { type: 'transcript.appended', at: NOW, sessionId: theCall.id, segments: [interim] });
    expect(counts.take()).to.deep.equal({ 'transcript-view': 1 });
  });

  it('on a message in a chat that is not looked at: its card counts, and its transcript alone renders', async () => {
    const { provider, gateway, counts } = await quietWorkspace();
    const segment = { id: 'new', speaker: { id: 'c', role: 'customer' }, text: 'Hello?', isFinal: true } as const;
    await happens(gateway, { type: 'transcript.appended', at: NOW, sessionId: aChat.id, segments: [segment] });
    expect(counts.take()).to.deep.equal({ 'transcript-view': 1 });
    expect(findAll(provider, '.unread')).to.have.length(1);
  });

  it('on a capacity change by another modality: capacity, the list, and the controls that know what can be accepted', async () => {
    const { provider, gateway, counts } = await quietWorkspace();
    const offer = { serviceId: 'card-line', modality: 'email', direction: 'inbound' } as const;
    await happens(gateway, { type: 'session.offered', at: NOW, sessionId: 'mail-2', offer });
    await happens(gateway, { type: 'session.declined', at: NOW, sessionId: 'mail-2' });
    counts.take();
    await happens(gateway, { type: 'session.removed', at: NOW, sessionId: aParkedMail.id });
    expect(counts.take()).to.deep.equal({ 'sessions-list': 1, 'task-capacity': 1 });
    expect(findAll(provider, '[part~="pill"]')[0]?.title).to.equal('Tasks: 2 of 5');
  });

  for (const view of [
    html`<transcript-view session-id=${theCall.id}></transcript-view>`,
    html`<chat-conversation session-id=${theCall.id}></chat-conversation>`,
  ])
    it(`on lines that come faster than frames, in ${view.strings.join('')}: at once, and once more in the frame`, async () => {
      const { provider, gateway } = await mount(view, situation);
      const said = ['One.', 'Two.', 'Three.', 'Four.'];
      const shown = (): string[] => said.filter((text) => textOf(provider).includes(text));
      const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);
      const say = async (text: string): Promise<void> => {
        const segment = { id: text, speaker: { id: 'c', role: 'customer' }, text, isFinal: true } as const;
        gateway.emit({ type: 'transcript.appended', at: NOW, sessionId: theCall.id, segments: [segment] });
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      };
      await frame();
      await frame();
      const counts = (running.counts = new RenderCounts('transcript-view', 'chat-conversation'));
      for (const text of said) await say(text);
      expect(shown()).to.deep.equal(['One.']);
      expect(Object.values(counts.take())).to.deep.equal([1]);
      await nextFrame();
      expect(shown()).to.deep.equal(said);
      expect(Object.values(counts.take())).to.deep.equal([1]);
    });

  it('on a presence change: presence alone', async () => {
    const { gateway, counts } = await quietWorkspace();
    await happens(gateway, { type: 'presence.changed', at: NOW, userId: 'ana', presence: 'busy' });
    expect(counts.take()).to.deep.equal({ 'agent-presence': 1 });
  });

  it('on a fact about a colleague: nothing', async () => {
    const { gateway, counts } = await quietWorkspace();
    const usage = { total: 1, perModality: {} };
    await happens(gateway, { type: 'usage.reported', at: NOW, userId: 'ben', usage });
    expect(counts.take()).to.deep.equal({});
  });

  it('on a fact that changes nothing: nothing', async () => {
    const { gateway, counts } = await quietWorkspace();
    await happens(
      gateway,
      { type: 'session.connected', at: NOW, sessionId: theCall.id },
      { type: 'session.unparked', at: NOW, sessionId: theCall.id },
      { type: 'session.held', at: NOW, sessionId: 'nobody' },
      { type: 'session.missed', at: NOW, sessionId: anOffer.id },
    );
    expect(counts.take()).to.deep.equal({});
  });

  it('on a hundred facts in one delivery: everything concerned once', async () => {
    const { gateway, counts } = await quietWorkspace();
    const facts = Array.from(
      { length: 100 },
      (_, index) =>
        ({
          type: index % 2 === 0 ? 'session.held' : 'session.resumed',
          at: NOW + index,
          sessionId: theCall.id,
        }) as const,
    );
    await happens(gateway, ...facts, { type: 'session.held', at: NOW + 100, sessionId: theCall.id });
    const rendered = counts.take();
    for (const [tag, count] of Object.entries(rendered)) expect(count, tag).to.equal(1);
    expect(rendered).to.not.have.property('task-capacity');
  });

  it('in the list on a change of one session: one card of five hundred, where that is in sight', async () => {
    const sessions = Array.from({ length: 500 }, (_, index) => ({ ...aParkedMail, id: `mail-${String(index + 100)}` }));
    const { provider, gateway } = await mount(
      html`<div class="box" style="block-size: 480px; overflow: auto"><sessions-list></sessions-list></div>`,
      { sessions },
    );
    const identify = (sessionId: string) =>
      happens(gateway, { type: 'customer.identified', at: NOW, sessionId, customer: { name: 'Lea Moser' } });
    const changed = changesByRow(find(provider, '.list'));
    await identify('mail-599');
    await identify('mail-107');
    expect(changed()).to.deep.equal(['mail-107']);
    const box = find(provider, '.box');
    box.scrollTop = box.scrollHeight;
    await frame();
    expect(find(provider, '[data-id="mail-599"] .title').textContent).to.contain('Lea Moser');
  });
});
