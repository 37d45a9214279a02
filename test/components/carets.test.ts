import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/email-conversation/email-conversation.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import '../../src/components/session-notes/session-notes.define.js';
import { Carets } from '../../src/components/message-composer/carets.js';
import { MessageComposer, silentLogger } from '../../src/index.js';
import { aSession, withCardLine } from '../../stories/scenarios/builders.js';
import { aChat, chatDocument } from '../../stories/scenarios/chats.js';
import { forgetViews } from '../../stories/scenarios/in-workspace.js';
import { aMailSession } from '../../stories/scenarios/mails.js';
import { pressed, ready, typed } from '../support/composing.js';
import { expectFocusOn, find, focused, mount, settled, until } from '../support/mounting.js';

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

class ComposerInPlain extends MessageComposer {
  protected override loadEditor(): Promise<never> {
    return Promise.reject(new Error('No network.'));
  }
}
customElements.define('composer-in-plain', ComposerInPlain);

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

  describe('after a reload', () => {
    const composer = (subject: string): TemplateResult =>
      html`<message-composer formatted .subject=${subject}></message-composer>`;
    const field = async (subject: string, text?: string): Promise<MessageComposer> => {
      const own = await fixture<MessageComposer>(composer(subject));
      await ready(own);
      // As a draft that comes from the device: later.
      if (text !== undefined) own.text = text;
      await settled(own);
      return own;
    };
    const goes = (own: MessageComposer): void => {
      window.dispatchEvent(new PageTransitionEvent('pagehide'));
      own.remove();
    };

    beforeEach(forgetViews);

    it('is where it was, and the focus with it, as soon as the text is there again', async () => {
      const before = await field('one');
      before.focus();
      await typed('Hello **wor**ld');
      await pressed('ArrowLeft', 'ArrowLeft');
      const { text } = before;
      goes(before);
      const after = await field('one', text);
      await until(() => focused().matches('.surface'));
      await typed('#');
      expect(after.text).to.equal(`${text.slice(0, -2)}#${text.slice(-2)}`);
      // Once: what is written later is not moved by it.
      after.text = 'Other';
      after.text = text;
      await settled();
      await typed('!');
      expect(after.text).to.equal(`${text}!`);
    });

    it('is in an empty field, where the agent was in one', async () => {
      const before = await field('one');
      before.focus();
      goes(before);
      await field('one');
      await until(() => focused().matches('.surface'));
      expect(focused().matches('.surface')).to.equal(true);
    });

    it('takes the focus from nobody, and of nobody who had not written there', async () => {
      const before = await field('one');
      before.focus();
      await typed('abc');
      await pressed('ArrowLeft');
      goes(before);
      const button = await fixture<HTMLElement>(html`<button>Elsewhere</button>`);
      button.focus();
      const after = await field('one', 'abc');
      expectFocusOn(button);
      after.focus();
      await typed('-');
      expect(after.text).to.equal('ab-c');
    });

    it('is where it was in a plain field, where the editor cannot be loaded, with the focus and the way it was selected', async () => {
      const plain = async (text: string): Promise<[MessageComposer, HTMLTextAreaElement]> => {
        const own = await fixture<MessageComposer>(
          html`<composer-in-plain formatted .subject=${'one'} .logger=${silentLogger}></composer-in-plain>`,
        );
        await ready(own);
        own.text = text;
        await settled(own);
        return [own, find<HTMLTextAreaElement>(own, 'textarea')];
      };
      const [before] = await plain('Hello world');
      before.focus();
      await pressed('End', 'ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft');
      goes(before);
      const [, field] = await plain('Hello world');
      await until(() => focused() === field);
      expect([field.selectionStart, field.selectionEnd, field.selectionDirection]).to.deep.equal([8, 10, 'backward']);
    });

    const elsewhere: readonly (readonly [what: string, subject: string, text: string])[] = [
      ['another session', 'two', 'abc'],
      ['another text', 'one', 'abcd'],
    ];
    for (const [what, subject, text] of elsewhere)
      it(`is at the end in ${what}, without the focus`, async () => {
        const before = await field('one');
        before.focus();
        await typed('abc');
        await pressed('ArrowLeft');
        goes(before);
        const after = await field(subject, text);
        expectFocusOn(document.body);
        after.focus();
        await typed('-');
        expect(after.text).to.equal(`${text}-`);
      });

    for (const spoiled of [
      'null',
      '[{"name": " one", "anchor": -1, "head": 1e99, "length": 3, "hasFocus": true}]',
      'no JSON',
    ])
      it(`is at the end where what was kept is ${spoiled}`, async () => {
        sessionStorage.setItem('my-sessions/carets', spoiled);
        const after = await field('one', 'abc');
        after.focus();
        await typed('-');
        expect(after.text).to.equal('abc-');
      });
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
