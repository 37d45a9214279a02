import { expect, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import { TypingTeller } from '../../src/components/chat-conversation/typing-teller.js';
import type { MessageComposer, Session, SessionStore } from '../../src/index.js';
import type { WorkspaceHost } from '../../src/context/slice-controller.js';
import { aChat, chatDocument } from '../../stories/scenarios/chats.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aStore } from '../support/a-store.js';
import { pressed, ready, typed } from '../support/composing.js';
import { coming, find, happens, mount, settled } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';
import { ManualScheduler } from '../support/manual-scheduler.js';

const takesTyping = { messaging: { takesTyping: true } } as const;

/** Two chats, of which the one that is looked at is shown. */
async function open(about: Partial<Session> = takesTyping): Promise<Mounted & { readonly composer: MessageComposer }> {
  const mounted = await mount(html`<chat-conversation></chat-conversation><button>Elsewhere</button>`, {
    document: chatDocument,
    sessions: [aChat(about), aChat({ ...about, id: 'chat-2' })],
  });
  mounted.store.look('chat-1');
  const composer = await coming<MessageComposer>(mounted.provider, 'message-composer');
  await ready(composer);
  return { ...mounted, composer };
}

describe('chat-conversation: that the agent writes', () => {
  it('is told at the first key and when the message is sent, not at every key, and without what is written', async () => {
    const { composer, gateway } = await open();
    composer.focus();
    await typed('secret');
    expect(gateway.typingNotes).to.deep.equal(['chat-1 true']);
    await pressed('Enter');
    expect(gateway.typingNotes).to.deep.equal(['chat-1 true', 'chat-1 false']);
    expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['message.send']);
  });

  const ends: readonly (readonly [string, (opened: Awaited<ReturnType<typeof open>>) => void | Promise<void>])[] = [
    ['the field is left', ({ provider }) => find(provider, 'button:not([class])').focus()],
    [
      'another session is turned to',
      ({ store }) => {
        store.look('chat-2');
      },
    ],
    ['everything is deleted', () => pressed('Backspace')],
    ['the session is held', ({ gateway }) => happens(gateway, { type: 'session.held', sessionId: 'chat-1', at: NOW })],
    ['the session ends', ({ gateway }) => happens(gateway, { type: 'session.ended', sessionId: 'chat-1', at: NOW })],
    [
      'the channel takes it no more',
      ({ gateway }) => happens(gateway, { type: 'messaging.changed', sessionId: 'chat-1', at: NOW, messaging: {} }),
    ],
    [
      'the conversation goes off the page',
      ({ provider }) => {
        find(provider, 'chat-conversation').remove();
      },
    ],
    [
      'the page is left',
      () => {
        dispatchEvent(new Event('pagehide'));
      },
    ],
  ];
  for (const [what, act] of ends)
    it(`is over when ${what}`, async () => {
      const opened = await open();
      opened.composer.focus();
      await typed('a');
      expect(opened.gateway.typingNotes).to.deep.equal(['chat-1 true']);
      await act(opened);
      await settled();
      expect(opened.gateway.typingNotes).to.deep.equal(['chat-1 true', 'chat-1 false']);
    });

  it('is nobody’s business where the channel does not take it', async () => {
    const { composer, gateway } = await open({});
    composer.focus();
    await typed('hello');
    await pressed('Enter');
    expect(gateway.typingNotes).to.deep.equal([]);
  });

  it('is not told of a draft that comes back, nor of one that is put aside for another', async () => {
    const { store, gateway, composer } = await open();
    store.keep('message', 'chat-1', 'from yesterday');
    store.keep('message', 'chat-2', 'another');
    await settled();
    expect(composer.text).to.equal('from yesterday');
    store.look('chat-2');
    await settled();
    expect(composer.text).to.equal('another');
    expect(gateway.typingNotes).to.deep.equal([]);
  });

  it('does not disturb whoever writes where the gateway fails', async () => {
    const { composer, gateway, store } = await open();
    gateway.typing = () => {
      throw new Error('No way');
    };
    composer.focus();
    await typed('on I go');
    expect(composer.text).to.equal('on I go');
    expect(store.read({ topics: [], read: ({ begun }) => begun.get('chat-1')?.message })).to.equal('on I go');
  });
});

describe('a teller of typing', () => {
  class Host extends LitElement {
    workspace = undefined as { store: SessionStore } | undefined;
  }
  customElements.define('typing-host', Host);

  function aTeller(): {
    readonly time: ManualScheduler;
    readonly teller: TypingTeller;
    readonly notes: readonly string[];
  } {
    const { store, gateway } = aStore({ sessions: [aChat(takesTyping), aChat({ ...takesTyping, id: 'chat-2' })] });
    const host = new Host();
    host.workspace = { store };
    const time = new ManualScheduler();
    const teller = new TypingTeller(host as unknown as WorkspaceHost, () => 'chat-1', time);
    return { time, teller, notes: gateway.typingNotes };
  }

  it('says it again while keys come, and stops five seconds after the last one', () => {
    const { time, teller, notes } = aTeller();
    for (let key = 0; key < 50; key += 1) {
      teller.typed('chat-1', 'text');
      time.advance(100);
    }
    expect(notes).to.deep.equal(['chat-1 true', 'chat-1 true']);
    time.advance(4899);
    expect(notes).to.have.length(2);
    time.advance(1);
    expect(notes).to.deep.equal(['chat-1 true', 'chat-1 true', 'chat-1 false']);
    expect(time.waiting, 'timers left').to.equal(0);
  });

  it('never has two sessions told at once', () => {
    const { time, teller, notes } = aTeller();
    teller.typed('chat-1', 'a');
    teller.typed('chat-2', 'b');
    expect(notes).to.deep.equal(['chat-1 true', 'chat-1 false', 'chat-2 true']);
    teller.hostDisconnected();
    expect(notes.at(-1)).to.equal('chat-2 false');
    expect(time.waiting).to.equal(0);
  });
});
