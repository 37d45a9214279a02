import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
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

  /** The first message of which something is in view, and where it begins below the upper edge, in px of the page. */
  const read = (): readonly [string, number] => {
    const edge = scroller().getBoundingClientRect().top;
    const row = findAll(mounted.provider, '.message').find((own) => own.getBoundingClientRect().bottom > edge)!;
    return [textOf(row), row.getBoundingClientRect().top - edge];
  };
  const box = (): HTMLElement => find(mounted.provider, 'chat-conversation');

  for (const [what, style] of [
    ['narrower', 'inline-size: 300px'],
    ['wider', 'inline-size: 900px'],
    ['lower', '--my-sessions-chat-height: 260px'],
    ['out of sight for a while', 'display: none'],
  ] as const)
    it(`what is read further up stands still where the view becomes ${what}`, async () => {
      await open(60);
      box().style.inlineSize = '460px';
      await scrollTo(1200);
      const [text, top] = read();
      box().style.cssText += `;${style}`;
      await still();
      if (style === 'display: none') box().style.display = '';
      await still();
      expect(read()[0]).to.equal(text);
      // Of a message whose lines break elsewhere as much stands above the edge as did, by its height.
      if (!style.startsWith('inline')) expect(read()[1]).to.be.closeTo(top, 1);
      expect(toEnd()).to.deep.equal(['Go to the end']);
    });

  for (const [size, style] of [
    ['larger', 'zoom: 2'],
    ['smaller', 'transform: scale(0.6)'],
  ] as const)
    it(`what is read further up stands still where the page is drawn ${size}, and something longer comes above`, async () => {
      await open(60);
      box().style.cssText += `;${style}`;
      await scrollTo(1200);
      const [text, top] = read();
      const first = { ...aLongChat(60)[0]!, isCorrected: true, text: 'Said at greater length. '.repeat(40) };
      await happens(mounted.gateway, { type: 'transcript.corrected', at: NOW, sessionId: 'chat-1', segment: first });
      await still();
      expect(read()[0]).to.equal(text);
      expect(read()[1]).to.be.closeTo(top, 2);
    });

  it('what is read further up stands still where something above it grows by itself', async () => {
    await open(60);
    await scrollTo(1200);
    const [text, top] = read();
    find(mounted.provider, '.message').style.paddingBlockEnd = '150px';
    await still();
    expect(read()[0]).to.equal(text);
    expect(read()[1]).to.be.closeTo(top, 1);
  });

  it('what is read further up stands still where the conversation is moved to another place of the page', async () => {
    await open(60);
    await scrollTo(1200);
    const [text, top] = read();
    const place = document.createElement('div');
    box().before(place);
    place.append(box());
    await still();
    expect(read()).to.deep.equal([text, top]);
    expect(toEnd()).to.deep.equal(['Go to the end']);
  });

  it('goes to its end by a key and stays there, also while messages arrive', async () => {
    await open(60);
    await scrollTo(200);
    scroller().focus();
    await sendKeys({ press: 'End' });
    for (let turn = 0; turn < 10; turn += 1) await comes('And another thing.');
    await still();
    const { scrollTop, scrollHeight, clientHeight } = scroller();
    expect([scrollHeight - scrollTop - clientHeight, toEnd()]).to.deep.equal([0, []]);
  });
});
