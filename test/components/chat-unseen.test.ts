import { expect, html } from '@open-wc/testing';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import type { SessionEvent } from '../../src/index.js';
import { aChat, aLongChat, aMessage, chatDocument } from '../../stories/scenarios/chats.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { find, findAll, frame, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

describe('chat-conversation: how many messages have not been seen', () => {
  let mounted: Mounted;
  let number = 0;
  const scroller = (): HTMLElement => find(mounted.provider, '.scroller');
  const toEnd = (): string[] => findAll(mounted.provider, '.end').map(textOf);

  const still = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn += 1) await frame();
  };
  const open = async (messages: number): Promise<void> => {
    mounted = await mount(html`<chat-conversation session-id="chat-1"></chat-conversation>`, {
      document: chatDocument,
      sessions: [aChat()],
      transcript: { sessionId: 'chat-1', segments: aLongChat(messages) },
    });
    await frame();
  };
  const comes = async (...texts: readonly string[]): Promise<void> => {
    const segments = texts.map((text) => aMessage(`news-${String((number += 1))}`, { text }));
    const fact: SessionEvent = { type: 'transcript.appended', at: NOW, sessionId: 'chat-1', segments };
    await happens(mounted.gateway, fact);
    await frame();
  };
  const scrollTo = async (top: number): Promise<void> => {
    // What still grows or shrinks would be taken for the reason of the scrolling.
    await still();
    scroller().scrollTop = top;
    await still();
  };

  it('is counted from where the reader left the end, message by message', async () => {
    await open(60);
    await scrollTo(200);
    expect(toEnd()).to.deep.equal(['Go to the end']);
    await comes('one');
    expect(toEnd()).to.deep.equal(['1 new message. Go to the end']);
    await comes('two', 'three');
    expect(toEnd()).to.deep.equal(['3 new messages. Go to the end']);
  });

  it('begins at none each time the end is left', async () => {
    await open(60);
    await scrollTo(200);
    await comes('one', 'two');
    find(mounted.provider, '.end').click();
    await frame();
    expect(toEnd()).to.deep.equal([]);
    await comes('seen at the end');
    await scrollTo(200);
    expect(toEnd()).to.deep.equal(['Go to the end']);
    await comes('three');
    expect(toEnd()).to.deep.equal(['1 new message. Go to the end']);
  });

  it('is none after the reader has scrolled to the end', async () => {
    await open(60);
    await scrollTo(200);
    await comes('one', 'two');
    await scrollTo(scroller().scrollHeight);
    expect(toEnd()).to.deep.equal([]);
    await scrollTo(200);
    expect(toEnd()).to.deep.equal(['Go to the end']);
  });

  it('goes on being counted while one asks for earlier messages', async () => {
    await open(500);
    find(mounted.provider, '.step').click();
    await settled();
    await comes('one', 'two');
    expect(toEnd()).to.deep.equal(['2 new messages. Go to the end']);
    find(mounted.provider, '.step').click();
    await settled();
    await comes('three');
    expect(toEnd()).to.deep.equal(['3 new messages. Go to the end']);
  });

  it('does not count what only changes', async () => {
    await open(60);
    await scrollTo(200);
    const [first] = aLongChat(60);
    await happens(mounted.gateway, {
      type: 'transcript.corrected',
      at: NOW,
      sessionId: 'chat-1',
      segment: { ...first!, text: 'Corrected' },
    });
    expect(toEnd()).to.deep.equal(['Go to the end']);
  });
});
