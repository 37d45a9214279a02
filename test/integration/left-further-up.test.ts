import { expect, html } from '@open-wc/testing';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/transcript-view/transcript-view.define.js';
import { aChat, aLongChat, aMessage } from '../../stories/scenarios/chats.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { find, findAll, frame, happens, mount, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const chats = ['chat-1', 'chat-2', 'chat-3'].map((id) => aChat({ id }));

for (const [name, view] of [
  ['transcript-view', html`<transcript-view style="inline-size: 400px"></transcript-view>`],
  ['chat-conversation', html`<chat-conversation style="inline-size: 400px"></chat-conversation>`],
] as const)
  describe(`${name} that shows what is selected`, () => {
    let mounted: Mounted;
    let number = 0;
    const scroller = (): HTMLElement => find(mounted.provider, '.scroller');
    const toEnd = (): string[] =>
      findAll(mounted.provider, '.end').map((button) => textOf(button).replace(/ (lines?|messages?)/, ''));
    const still = async (): Promise<void> => {
      for (let turn = 0; turn < 6; turn += 1) await frame();
    };
    const look = async (id: string): Promise<void> => {
      mounted.store.look(id);
      await still();
    };
    const says = async (sessionId: string, ...texts: readonly string[]): Promise<void> => {
      const segments = texts.map((text) =>
        aMessage(`${sessionId} ${String((number += 1))}`, { text, at: NOW + number }),
      );
      await happens(mounted.gateway, { type: 'transcript.appended', at: NOW, sessionId, segments });
      await still();
    };
    const inView = (): readonly [string, number] => {
      const { top } = scroller().getBoundingClientRect();
      const row = findAll(mounted.provider, '.segment, .message').find(
        (own) => own.getBoundingClientRect().bottom > top + 1,
      )!;
      return [textOf(row), Math.round(row.getBoundingClientRect().top - top)];
    };
    const rest = (): number => Math.round(scroller().scrollHeight - scroller().scrollTop - scroller().clientHeight);

    beforeEach(async () => {
      mounted = await mount(view, { sessions: chats }, true);
      for (const { id } of chats.slice(0, 2)) {
        const segments = aLongChat(150).map((segment) => ({ ...segment, id: `${id} ${segment.id}` }));
        await happens(mounted.gateway, { type: 'transcript.appended', at: NOW, sessionId: id, segments });
      }
      await look('chat-1');
    });

    for (const between of ['chat-2', 'chat-3'])
      it(`comes back to where it was read further up, and counts what came meanwhile, from ${between}`, async () => {
        scroller().scrollTop = scroller().scrollHeight / 2;
        await still();
        await says('chat-1', 'One.');
        const before = inView();
        await look(between);
        if (between === 'chat-2') expect([rest(), toEnd()]).to.deep.equal([0, []]);
        await says('chat-1', 'Two.', 'Three.');
        await look('chat-1');
        expect(inView()).to.deep.equal(before);
        expect(toEnd()).to.deep.equal(['3 new. Go to the end']);
        await says('chat-1', 'Four.');
        expect(inView()).to.deep.equal(before);
      });

    it('comes back to the end where that was followed', async () => {
      scroller().scrollTop = 300;
      await still();
      await look('chat-2');
      await look('chat-1');
      find(mounted.provider, '.end').click();
      await still();
      await look('chat-2');
      await says('chat-1', 'One.');
      await look('chat-1');
      expect([rest(), toEnd()]).to.deep.equal([0, []]);
    });

    it('begins at the end for the next agent', async () => {
      scroller().scrollTop = 300;
      await still();
      await look('chat-2');
      const segments = aLongChat(150).map((segment) => ({ ...segment, id: `chat-1 ${segment.id}` }));
      mounted.gateway.deliver(
        [
          { type: 'workspace.reset', at: NOW, agentId: 'ben' },
          ...chats.map((session) => ({ type: 'session.snapshot', at: NOW, session }) as const),
          { type: 'transcript.appended', at: NOW, sessionId: 'chat-1', segments },
        ],
        'replay',
      );
      await look('chat-1');
      expect([rest(), toEnd()]).to.deep.equal([0, []]);
    });
  });
