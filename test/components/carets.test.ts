import { expect, html } from '@open-wc/testing';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/email-conversation/email-conversation.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import '../../src/components/session-notes/session-notes.define.js';
import { Carets } from '../../src/components/message-composer/carets.js';
import type { MessageComposer } from '../../src/index.js';
import { aSession, withCardLine } from '../../stories/scenarios/builders.js';
import { aChat, chatDocument } from '../../stories/scenarios/chats.js';
import { aMailSession } from '../../stories/scenarios/mails.js';
import { pressed, ready, typed } from '../support/composing.js';
import { find, mount, settled, textOf } from '../support/mounting.js';

const notes = { text: '', version: 0 };
const fields = [
  {
    what: 'a message',
    view: html`<chat-conversation></chat-conversation>`,
    situation: { document: chatDocument, sessions: [aChat({ id: 'one' }), aChat({ id: 'two' })] },
    open: () => undefined,
  },
  {
    what: 'an answer to a mail',
    view: html`<email-conversation></email-conversation>`,
    situation: { sessions: ['one', 'two'].map((id) => ({ ...aMailSession(), id })) },
    open: (root: ParentNode) => {
      find(root, '[data-act="reply"]').click();
    },
  },
  {
    what: 'notes',
    view: html`<session-notes></session-notes>`,
    situation: {
      document: withCardLine({ extensions: { widgets: ['session-notes'] } }),
      sessions: [aSession({ id: 'one', notes }), aSession({ id: 'two', notes })],
    },
    open: () => undefined,
  },
];

describe('the caret', () => {
  for (const { what, view, situation, open } of fields)
    it(`is where it was when the agent comes back: ${what}`, async () => {
      const { provider, store } = await mount(view, situation, true);
      const composer = (): MessageComposer => find<MessageComposer>(provider, 'message-composer');
      const turnTo = async (id: string): Promise<void> => {
        store.look(id);
        await settled();
      };
      for (const id of ['one', 'two']) {
        await turnTo(id);
        console.log(id, textOf(provider).slice(0, 200));
        open(provider);
        await settled();
        await ready(composer());
        composer().focus();
        await typed(id);
      }
      await pressed('ArrowLeft');
      await turnTo('one');
      composer().focus();
      await pressed('ArrowLeft', 'ArrowLeft');
      await turnTo('two');
      composer().focus();
      await typed('2');
      await turnTo('one');
      composer().focus();
      await typed('1');
      expect(composer().text).to.equal('o1ne');
      await turnTo('two');
      expect(composer().text).to.equal('tw2o');
    });

  it('is at the end of a text that was not written there, and remembered for so many only', () => {
    const carets = new Carets();
    carets.put('one', 'abc', { anchor: 1, head: 2 });
    expect(carets.of('one', 'xyz')).to.include({ anchor: 1, head: 2 });
    expect(carets.of('one', 'abcd')).to.equal(undefined);
    expect(carets.of('two', 'abc')).to.equal(undefined);
    for (let count = 0; count < 100; count += 1) carets.put(String(count), 'a', { anchor: 1, head: 1 });
    expect(carets.of('one', 'abc')).to.equal(undefined);
    expect(carets.of('0', 'a')).to.include({ anchor: 1 });
  });
});
