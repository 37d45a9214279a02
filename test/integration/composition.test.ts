import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import '../../src/components/session-controls/session-controls.define.js';
import '../../src/components/transcript-tools/transcript-tools.define.js';
import '../../src/components/transfer-dialog/transfer-dialog.define.js';
import { linkField } from '../../src/components/message-composer/link-field.js';
import { plainField } from '../../src/components/message-composer/plain-field.js';
import type { MessageComposer } from '../../src/index.js';
import { messageComposer } from '../../src/localize/en/message-composer.js';
import { aSession, withCardLine } from '../../stories/scenarios/builders.js';
import { aboutACard } from '../../stories/scenarios/conversations.js';
import { withLongLists } from '../../stories/scenarios/long-lists.js';
import { theCall } from '../../stories/scenarios/working-day.js';
import { ready, typed } from '../support/composing.js';
import { write } from '../support/hands.js';
import { find, mount, settled } from '../support/mounting.js';

/** A field with something in it, and what Enter has done there so far. */
interface Field {
  readonly field: HTMLElement;
  readonly done: () => number;
}

const composer =
  (text: string, about: Partial<MessageComposer> = {}) =>
  async (): Promise<Field> => {
    let sent = 0;
    const page = await fixture<HTMLElement>(
      html`<div><message-composer formatted label="To Nora" @message-submit=${() => (sent += 1)}></message-composer></div>`,
    );
    const element = Object.assign(find<MessageComposer>(page, 'message-composer'), about);
    const field = await ready(element);
    element.focus();
    await typed(text);
    const before = field.innerText;
    return { field, done: () => sent + Number(field.innerText !== before) };
  };

const codes = (selector: string, text: string) => async (): Promise<Field> => {
  const { provider, gateway } = await mount(html`<codes-tags session-id="call-1"></codes-tags>`, {
    sessions: [aSession()],
    document: withLongLists(),
  });
  const field = find(provider, selector);
  field.focus();
  await write(text);
  return { field, done: () => gateway.commands.length };
};

const FIELDS: Readonly<Record<string, () => Promise<Field>>> = {
  'a message': composer('ryoko'),
  'an answer to a mail': composer('ryoko', { submitOn: 'mod-enter' }),
  'a ready answer': composer('/th', { quickReplies: [{ id: 'th', title: 'Thanks', text: 'Thank you.' }] }),
  'a tag': codes('input:not([data-slot])', 'ryoko'),
  'a code': codes('[data-slot="primary"]', 'card'),
  'a search in the transcript': async () => {
    const transcript = { sessionId: theCall.id, segments: aboutACard };
    const { provider, store } = await mount(html`<transcript-tools open></transcript-tools>`, {
      sessions: [theCall],
      transcript,
    });
    store.look(theCall.id);
    await settled();
    const field = find(provider, 'input');
    field.focus();
    await write('last');
    let moves = 0;
    provider.addEventListener('transcript-find', () => (moves += 1));
    return { field, done: () => moves };
  },
  'a message where the editor could not be loaded': async () => {
    let sent = 0;
    const host = {
      ...{ isFormatted: false, isDisabled: false, attributes: {}, submitOn: 'enter' as const },
      ...{ changed: () => undefined, submit: () => (sent += 1), keyDown: () => false },
    } as const;
    const given = { words: messageComposer, label: '', placeholder: '', text: 'ryoko', host, onInput: () => undefined };
    const page = await fixture<HTMLElement>(html`<div>${plainField(given)}</div>`);
    return { field: find(page, 'textarea'), done: () => sent };
  },
  'where a session goes': async () => {
    const { provider, gateway } = await mount(
      html`<session-controls session-id=${theCall.id}></session-controls>`,
      { sessions: [theCall], document: withCardLine({ transferTo: ['service'] }) },
      true,
    );
    find(provider, '[data-verb="session.transfer"]').click();
    await settled();
    const field = find(provider, '[role="combobox"]');
    field.focus();
    await write('desk');
    return { field, done: () => gateway.commands.length };
  },
  'the address of a link': async () => {
    let answers = 0;
    const page = await fixture<HTMLElement>(
      html`<div>${linkField(messageComposer, 'https://harmless.example/', false, () => (answers += 1))}</div>`,
    );
    return { field: find(page, 'input'), done: () => answers };
  },
};

/** What browsers say of a key that an input method has taken. */
const TAKEN = { ['keyCode']: 229 };
const press = async (field: HTMLElement, about: KeyboardEventInit = {}): Promise<void> => {
  const key = { key: 'Enter', code: 'Enter', bubbles: true, composed: true, cancelable: true };
  field.dispatchEvent(new KeyboardEvent('keydown', { ...key, ...about }));
  await settled();
};

describe('an Enter that ends a composition does nothing', () => {
  for (const [what, open] of Object.entries(FIELDS))
    it(`in ${what}`, async () => {
      const { field, done } = await open();
      await press(field, { isComposing: true, ...TAKEN });
      expect(done()).to.equal(0);
      // Safari: the composition is over before the key is told.
      field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
      field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true }));
      await press(field, TAKEN);
      expect(done()).to.equal(0);
      await press(field);
      expect(done()).to.be.above(0);
    });
});
