import { expect, html } from '@open-wc/testing';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/companion-chat/companion-chat.define.js';
import '../../src/components/email-conversation/email-conversation.define.js';
import '../../src/components/external-task/external-task.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import type { MessageComposer } from '../../src/index.js';
import { aSession, everythingOn } from '../../stories/scenarios/builders.js';
import { aChat, chatDocument } from '../../stories/scenarios/chats.js';
import { ready, typed } from '../support/composing.js';
import { find, findAll, mount, settled, textOf } from '../support/mounting.js';

const sessions = [
  aChat(),
  aSession({ id: 'mail-1', modality: 'email', subject: 'Card limit' }),
  aSession({ id: 'task-1', modality: 'external', subject: 'Check address' }),
  aSession({ id: 'call-1' }),
  aSession({ id: 'beam-1', modality: 'hologram' }),
];

describe('companion-chat', () => {
  const shown = (root: ParentNode): string[] =>
    findAll(root, '.conversation > *')
      .filter((element) => element.checkVisibility())
      .map(({ localName }) => localName);

  for (const [id, tag] of [
    ['chat-1', 'chat-conversation'],
    ['mail-1', 'email-conversation'],
    ['task-1', 'external-task'],
  ] as const)
    it(`shows <${tag}> for ${id}`, async () => {
      const { provider } = await mount(html`<companion-chat session-id=${id}></companion-chat>`, {
        document: chatDocument,
        sessions,
      });
      expect(findAll(provider, '.conversation > *').map(({ localName }) => localName)).to.deep.equal([tag]);
      expect(find<HTMLElement & { sessionId: string }>(provider, tag).sessionId).to.equal(id);
    });

  for (const [id, sentence] of [
    ['call-1', 'This conversation is spoken: there is nothing to write here.'],
    ['beam-1', 'Conversations of the kind “hologram” cannot be shown here.'],
  ] as const)
    it(`says in a sentence why there is nothing for ${id}`, async () => {
      const { provider } = await mount(html`<companion-chat session-id=${id}></companion-chat>`, {
        document: everythingOn,
        sessions,
      });
      expect(textOf(find(provider, 'companion-chat'))).to.equal(sentence);
    });

  it('keeps a half-typed message while a session of another modality is looked at', async () => {
    const { provider, store } = await mount(
      html`<companion-chat></companion-chat>`,
      { document: chatDocument, sessions },
      true,
    );
    store.look('chat-1');
    await settled();
    const composer = find<MessageComposer>(provider, 'chat-conversation message-composer, message-composer');
    await ready(composer);
    composer.focus();
    await typed('half a sentence');
    store.look('call-1');
    await settled();
    expect(shown(provider)).to.deep.equal([]);
    store.look('chat-1');
    await settled();
    expect(shown(provider)).to.deep.equal(['chat-conversation']);
    expect(find<MessageComposer>(provider, 'message-composer').text).to.equal('half a sentence');
  });
});
