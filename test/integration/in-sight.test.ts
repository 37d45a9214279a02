import { expect, html } from '@open-wc/testing';
import '../../src/components/session-pane/session-pane.define.js';
import '../../src/components/sessions-list/sessions-list.define.js';
import { sightOf } from '../../src/effects/notifying.js';
import { selectSession } from '../../src/index.js';
import type { SessionEvent } from '../../src/index.js';
import { aConfiguration, everythingOn, withCardLine } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, aParkedCall } from '../../stories/scenarios/working-day.js';
import { chooseTab, find, findAll, happens, mount, settled, textOf, until } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

let count = 0;
const writes = (text: string): SessionEvent => ({
  type: 'transcript.appended',
  at: NOW + (count += 1),
  sessionId: aChat.id,
  segments: [{ id: `line-${String(count)}`, speaker: { id: 'customer', role: 'customer' }, text, isFinal: true }],
});

/** The pane of a chat, in so many px, beside the list. */
async function pane(inlineSize: number, document = everythingOn, chat = aChat): Promise<Mounted> {
  const mounted = await mount(
    html`<div style="inline-size: ${inlineSize}px; block-size: 480px"><session-pane></session-pane></div>
      <sessions-list></sessions-list>`,
    { sessions: [chat, aParkedCall], document },
    true,
  );
  mounted.store.look(aChat.id);
  await settled();
  await until(() => findAll(mounted.provider, '[role="tab"]').length > 1);
  return mounted;
}

const unread = ({ store }: Mounted): number | undefined => store.read(selectSession(aChat.id))?.unread;
const told = ({ gateway }: Mounted): unknown[] =>
  gateway.looks.map((command) => 'segmentId' in command && command.segmentId);
const signs = ({ provider }: Mounted): string[] => [
  ...findAll(provider, '.news').map(({ title }) => title),
  ...findAll(provider, '.unread [aria-hidden]').map(textOf),
];

describe('what is in sight', () => {
  it('is the conversation whose tab is shown: behind another one nothing is read, until it is turned to', async () => {
    const mounted = await pane(400);
    const { provider, gateway, store } = mounted;
    await happens(gateway, writes('One'));
    const first = `line-${String(count)}`;
    expect([unread(mounted), told(mounted)]).to.deep.equal([0, [first]]);
    const boxes = (): unknown[] =>
      findAll(provider, '[role="tab"]').map((tab) => tab.getBoundingClientRect().toJSON() as unknown);
    await chooseTab(provider, 'Customer');
    const before = boxes();
    expect(sightOf(store).selectedId).to.equal(undefined);
    await happens(gateway, writes('Two'), writes('Three'));
    expect([unread(mounted), told(mounted)]).to.deep.equal([2, [first]]);
    expect(signs(mounted)).to.deep.equal(['Kenny Smith. 2 new updates in your conversation', '2']);
    expect(boxes()).to.deep.equal(before);
    await chooseTab(provider, 'Conversation');
    await settled();
    expect([unread(mounted), told(mounted), signs(mounted)]).to.deep.equal([0, [first, `line-${String(count)}`], []]);
    expect(sightOf(store).selectedId).to.equal(aChat.id);
  });

  it('is a conversation that stands beside another tab', async () => {
    const mounted = await pane(1000);
    await chooseTab(mounted.provider, 'Customer');
    await happens(mounted.gateway, writes('One'));
    expect([unread(mounted), told(mounted)]).to.deep.equal([0, [`line-${String(count)}`]]);
  });

  it('is covered as it was left, when the agent comes back', async () => {
    const mounted = await pane(400);
    const { provider, gateway, store } = mounted;
    await chooseTab(provider, 'Customer');
    for (const away of [undefined, aParkedCall.id]) {
      store.look(away);
      await settled();
      await happens(gateway, writes('More'));
      const before = unread(mounted);
      expect(before).to.be.greaterThan(0);
      store.look(aChat.id);
      await settled();
      expect([unread(mounted), told(mounted)]).to.deep.equal([before, []]);
    }
  });

  it('is not what is looked at for the first time, where another tab comes first', async () => {
    const layout = { start: 'customer', end: 'conversation' };
    const mounted = await pane(400, withCardLine({ layout }), {
      ...aChat,
      unread: 2,
    });
    const { provider, gateway } = mounted;
    expect([unread(mounted), told(mounted)]).to.deep.equal([2, []]);
    await happens(gateway, writes('Three'));
    await chooseTab(provider, 'Conversation');
    await settled();
    await settled();
    expect([unread(mounted), told(mounted)]).to.deep.equal([0, [`line-${String(count)}`]]);
  });

  it('is not what the next agent looks at first, before anything of it is shown', async () => {
    const layout = { start: 'customer', end: 'conversation' };
    const mounted = await pane(400, withCardLine({ layout }));
    const { gateway, store } = mounted;
    gateway.deliver(
      [
        { type: 'workspace.reset', at: NOW, agentId: 'ben' },
        { type: 'configuration.loaded', at: NOW, configuration: aConfiguration(withCardLine({ layout })) },
        { type: 'session.snapshot', at: NOW, session: { ...aChat, unread: 2 } },
      ],
      'replay',
    );
    store.look(aChat.id);
    expect(unread(mounted)).to.equal(2);
    await settled();
    expect([unread(mounted), told(mounted)]).to.deep.equal([2, []]);
    await chooseTab(mounted.provider, 'Conversation');
    await settled();
    expect(unread(mounted)).to.equal(0);
  });

  it('is covered after the record came anew, and by what the backend says is unread', async () => {
    const mounted = await pane(400);
    const { provider, gateway } = mounted;
    await chooseTab(provider, 'Customer');
    await happens(gateway, writes('One'), { type: 'session.snapshot', at: NOW, session: { ...aChat, unread: 1 } });
    expect([unread(mounted), told(mounted)]).to.deep.equal([1, []]);
  });

  it('is what another element shows, when the pane is gone', async () => {
    const mounted = await pane(400);
    await chooseTab(mounted.provider, 'Customer');
    await happens(mounted.gateway, writes('One'));
    find(mounted.provider, 'session-pane').remove();
    await settled();
    expect([unread(mounted), told(mounted)]).to.deep.equal([0, [`line-${String(count)}`]]);
  });
});
