import { expect, html } from '@open-wc/testing';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/email-conversation/email-conversation.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import { selectBegun } from '../../src/index.js';
import type { MessageComposer } from '../../src/index.js';
import { aChat, chatDocument } from '../../stories/scenarios/chats.js';
import { ready, typed } from '../support/composing.js';
import { find, findAll, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

async function aWrittenChat(): Promise<Mounted & { readonly composer: MessageComposer }> {
  const mounted = await mount(
    html`<chat-conversation session-id="one"></chat-conversation>`,
    { document: chatDocument, sessions: [aChat({ id: 'one' })] },
    true,
  );
  await ready(find<MessageComposer>(mounted.provider, 'message-composer'));
  const composer = find<MessageComposer>(mounted.provider, 'message-composer');
  composer.focus();
  await typed('mine');
  return { ...mounted, composer };
}

describe('what stands beside a draft', () => {
  it('says that it is not saved while that is so, seen and heard, and typing goes on', async () => {
    const { store, composer } = await aWrittenChat();
    const sentences = (): string[] =>
      ['.unsaved', '.spoken'].map((place) => findAll(composer, place).map(textOf).join());
    expect(sentences()).to.deep.equal(['', '']);
    const send = find(composer, '.send').getBoundingClientRect();
    store.keep('draftsUnkept', '', true);
    await settled();
    expect(sentences()).to.deep.equal(['Not saved on this device', 'Not saved on this device']);
    expect(find(composer, '.send').getBoundingClientRect().top, 'nothing moves').to.equal(send.top);
    await typed(', on');
    expect(composer.text).to.equal('mine, on');
    store.keep('draftsUnkept', '', undefined);
    await settled();
    expect(sentences()).to.deep.equal(['', '']);
  });

  it('offers what was written in another tab: the one takes the place of the other, which can be brought back', async () => {
    const { store, composer } = await aWrittenChat();
    store.keep('otherDrafts', 'one', { message: ['**theirs**', 'third'] });
    await settled();
    expect(textOf(find(composer, '.other p'))).to.equal('Also written in another tab: theirs');
    find(composer, '[data-other="use"]').click();
    await settled();
    expect(composer.text).to.equal('**theirs**');
    expect(store.read(selectBegun('otherDrafts', 'one'))?.message).to.deep.equal(['mine', 'third']);
    for (const left of [['third'], []]) {
      find(composer, '[data-other="discard"]').click();
      await settled();
      expect(store.read(selectBegun('otherDrafts', 'one'))?.message).to.deep.equal(left);
    }
    expect(findAll(composer, '.other')).to.deep.equal([]);
    expect(composer.text).to.equal('**theirs**');
  });
});
