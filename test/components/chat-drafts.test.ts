import { expect, html } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import type { MessageComposer } from '../../src/index.js';
import { aChat, aMessage, chatDocument } from '../../stories/scenarios/chats.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { pressed, ready, typed } from '../support/composing.js';
import { expectFocusOn, find, mount, settled } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';
import { turn } from '../support/news.js';

/** A conversation that follows the selection, with the first of two chats selected. */
async function twoChats(): Promise<Mounted & { readonly surface: HTMLElement }> {
  const mounted = await mount(
    html`<chat-conversation></chat-conversation>`,
    { document: chatDocument, sessions: [aChat({ id: 'one' }), aChat({ id: 'two' })] },
    true,
  );
  mounted.store.look('one');
  await settled();
  const surface = await ready(find<MessageComposer>(mounted.provider, 'message-composer'));
  return { ...mounted, surface };
}

describe('chat-conversation: drafts', () => {
  it('gives each session what was written for it, with no way back to the other one', async () => {
    const { provider, store } = await twoChats();
    const composer = find<MessageComposer>(provider, 'message-composer');
    composer.focus();
    await typed('for one');
    store.look('two');
    await settled();
    expect(composer.text).to.equal('');
    await pressed('Control+z');
    expect(composer.text).to.equal('');
    await typed('for two');
    store.look('one');
    await settled();
    expect(composer.text).to.equal('for one');
  });

  it('leaves focus, caret and text alone while messages arrive', async () => {
    const { provider, gateway, surface } = await twoChats();
    const composer = find<MessageComposer>(provider, 'message-composer');
    composer.focus();
    for (const letter of 'typed without a pause') {
      gateway.emit(
        {
          type: 'transcript.appended',
          at: NOW,
          sessionId: 'one',
          segments: [aMessage(`news-${letter}-${String(Math.random())}`)],
        },
        { type: 'typing.changed', at: NOW, sessionId: 'one', typing: ['nora'] },
      );
      await typed(letter);
    }
    expect(composer.text).to.equal('typed without a pause');
    expectFocusOn(surface);
  });

  it('loses nothing and sends nothing to another session, whatever happens in between', async function () {
    this.timeout(60_000);
    const { provider, gateway, store, surface } = await twoChats();
    const ids = ['one', 'two'] as const;
    let count = 0;
    const step = fc.constantFrom(
      'type',
      'type',
      'switch',
      'switch at once',
      'send',
      'message',
      'messages elsewhere',
      'limit',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const drafts = new Map<string, string>(ids.map((id) => [id, '']));
        for (const id of ids) {
          gateway.emit({ type: 'session.snapshot', at: NOW, session: aChat({ id }) });
          store.look(id);
          await settled();
          find<MessageComposer>(provider, 'message-composer').clear();
          find<MessageComposer>(provider, 'message-composer').dispatchEvent(
            new CustomEvent('message-input', { detail: { text: '', length: 0 }, bubbles: true }),
          );
        }
        for (const name of steps) {
          // Whatever a person does comes in a turn of its own.
          await turn();
          const id = find<MessageComposer>(provider, 'message-composer').subject ?? '';
          const other = id === 'one' ? 'two' : 'one';
          count += 1;
          switch (name) {
            case 'type':
              surface.focus();
              // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else types at once as a user does
              document.execCommand('insertText', false, `${id}${String(count)}`);
              if (find<MessageComposer>(provider, 'message-composer').isDisabled) break;
              drafts.set(id, `${drafts.get(id) ?? ''}${id}${String(count)}`);
              break;
            case 'switch':
              store.look(other);
              await settled();
              break;
            case 'switch at once':
              store.look(other);
              await settled();
              store.look(id);
              break;
            case 'send': {
              const before = gateway.commands.length;
              surface.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
              for (const command of gateway.commands.slice(before)) {
                expect(command).to.include({ type: 'message.send', sessionId: id, text: drafts.get(id) });
                drafts.set(id, '');
              }
              break;
            }
            case 'message':
            case 'messages elsewhere':
              gateway.emit({
                type: 'transcript.appended',
                at: NOW,
                sessionId: name === 'message' ? id : other,
                segments: [aMessage(`m-${String(count)}`)],
              });
              break;
            case 'limit':
              gateway.emit({
                type: 'messaging.changed',
                at: NOW,
                sessionId: id,
                messaging: { isFormatted: true, maxLength: count },
              });
              break;
          }
        }
        await settled();
        for (const id of ids) {
          store.look(id);
          await settled();
          expect(find<MessageComposer>(provider, 'message-composer').text, id).to.equal(drafts.get(id));
          expect(surface.textContent, id).to.equal(drafts.get(id));
        }
      }),
      { numRuns: 60, includeErrorInReport: true },
    );
  });
});
