import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/components/codes-tags/codes-tags.define.js';
import type { CommandReply, Session } from '../../src/index.js';
import { aSession, withCardLine } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { aChat } from '../../stories/scenarios/working-day.js';
import { press } from '../support/hands.js';
import { expectFocusOn, find, findAll, happens, mount, settled, textOf } from '../support/mounting.js';
import { pasteOf } from '../support/paste.js';

const input = (root: ParentNode): HTMLInputElement => find<HTMLInputElement>(root, '.tagged [role="combobox"]');
const tagsOn = (root: ParentNode): string[] => findAll(root, '.tag').map(textOf);
const note = (root: ParentNode): string => textOf(find(root, '.note'));
const removeButton = (root: ParentNode, tag: string): HTMLElement => find(root, `[aria-label="Remove tag ${tag}"]`);
const sentTags = ({ commands }: ScriptedGateway): unknown[] =>
  commands.map((command) => (command.type === 'tags.change' ? command.tags : command.type));
const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `tag ${String(index)}`);

async function paste(field: HTMLInputElement, text: string): Promise<ClipboardEvent> {
  const event = pasteOf({ 'text/plain': text });
  field.dispatchEvent(event);
  await settled();
  return event;
}

async function withTags(
  tags: readonly string[],
  about: Partial<Session> = {},
  reply: CommandReply | 'never' = 'never',
) {
  const mounted = await mount(html`<codes-tags session-id="call-1"></codes-tags>`, {
    sessions: [aSession({ tags, ...about })],
    reply,
  });
  input(mounted.provider).focus();
  return mounted;
}

describe('codes-tags: several tags at once', () => {
  it('come from a paste, in one command, each once, and it is said how many', async () => {
    const { provider, gateway } = await withTags(['vip']);
    await paste(input(provider), 'travel\nＶＩＰ; call back,\tTravel\r\ncafe\u0301');
    expect(sentTags(gateway)).to.deep.equal([['vip', 'travel', 'call back', 'café']]);
    expect(tagsOn(provider)).to.deep.equal(['vip', 'travel', 'call back', 'café']);
    expect(note(provider)).to.equal('3 added, 2 were there already.');
    expect(input(provider).value).to.equal('');
    expectFocusOn(input(provider));
  });

  it('leave the field in sight, where what is scrolled ends below it', async () => {
    const { provider } = await mount(
      html`<div style="inline-size: 300px; block-size: 190px; overflow: auto">
        <codes-tags session-id="call-1"></codes-tags>
      </div>`,
      { sessions: [aSession()], reply: 'never' },
    );
    input(provider).focus();
    const edge = (): number => find(provider, 'div').getBoundingClientRect().bottom;
    expect(input(provider).getBoundingClientRect().bottom, 'in sight at first').to.be.at.most(edge());
    for (const tag of ['call back on Friday', 'card left in a taxi', 'asks for a second card']) {
      await sendKeys({ type: tag });
      await press('Enter');
      await settled();
      expect(input(provider).getBoundingClientRect().bottom, tag).to.be.at.most(edge());
    }
    expect(find(provider, 'div').scrollTop).to.be.greaterThan(0);
  });

  it('join what stands in the field already', async () => {
    const { provider, gateway } = await withTags([]);
    await sendKeys({ type: 'call  today' });
    input(provider).setSelectionRange(5, 5);
    await paste(input(provider), 'back, vip,');
    expect(sentTags(gateway)).to.deep.equal([['call back', 'vip', 'today']]);
  });

  it('are typed with commas between them', async () => {
    const { provider, gateway } = await withTags([]);
    await sendKeys({ type: 'a, b; A' });
    await press('Enter');
    expect(sentTags(gateway)).to.deep.equal([['a', 'b']]);
    expect(note(provider)).to.equal('2 added, 1 was there already.');
  });

  it('are not looked for in a paste of one, which the browser does', async () => {
    const { provider, gateway } = await withTags([]);
    const event = await paste(input(provider), 'travel insurance');
    expect(event.defaultPrevented).to.equal(false);
    expect(gateway.commands).to.have.length(0);
  });

  it('stop at two hundred: the others stay in the field, and it is said why', async () => {
    const { provider, gateway } = await withTags(numbered(198));
    await paste(input(provider), 'a\nb\nc\nd');
    expect(sentTags(gateway)).to.deep.equal([[...numbered(198), 'a', 'b']]);
    expect(input(provider).value).to.equal('c; d');
    expect(note(provider)).to.equal('2 tags added. A session takes at most 200 tags: 2 were not added.');
  });

  it('leave one that is too long in the field, and it is said why', async () => {
    const { provider, gateway } = await withTags([]);
    const long = 'x'.repeat(1001);
    await paste(input(provider), `a\n${long}\nb`);
    expect(sentTags(gateway)).to.deep.equal([['a', 'b']]);
    expect(input(provider).value).to.equal(long);
    expect(note(provider)).to.contain('A tag has at most 1,000 characters');
  });

  it('may be called anything', async () => {
    const { provider, gateway } = await withTags([]);
    const odd = ['__proto__', 'constructor', '<img src=x onerror=alert(1)>', '(a+)+$', '👩‍👩‍👧', 'نص', '${x}', 'toString'];
    await paste(input(provider), odd.join('\n'));
    expect(sentTags(gateway)).to.deep.equal([odd]);
    expect(tagsOn(provider)).to.deep.equal(odd);
    expect(findAll(provider, 'img')).to.have.length(0);
  });

  it('says once that a tag was there, and no more when the agent goes on', async () => {
    const { provider, gateway } = await withTags(['vip']);
    await sendKeys({ type: 'VIP' });
    await press('Enter');
    expect(note(provider)).to.equal('This tag is there already.');
    expect(find(provider, '.note').getAttribute('aria-live')).to.equal('polite');
    expect(gateway.commands).to.have.length(0);
    await sendKeys({ type: 'n' });
    await settled();
    expect(note(provider)).to.equal('');
  });

  it('says nothing of it at another session', async () => {
    const { provider, store } = await mount(html`<codes-tags></codes-tags>`, {
      sessions: [aSession({ tags: ['vip'] }), aChat],
    });
    input(provider).focus();
    await sendKeys({ type: 'vip' });
    await press('Enter');
    store.look(aChat.id);
    await settled();
    expect(note(provider)).to.equal('');
  });
});

describe('codes-tags: tags by keyboard', () => {
  it('turns to the last tag by Backspace in the empty field, and removes it by the second', async () => {
    const { provider, gateway } = await withTags(['one', 'two']);
    await press('Backspace');
    expectFocusOn(removeButton(provider, 'two'));
    expect(gateway.commands).to.have.length(0);
    await press('Backspace');
    expect(sentTags(gateway)).to.deep.equal([['one']]);
    expectFocusOn(removeButton(provider, 'one'));
    await press('Delete');
    expect(sentTags(gateway)).to.deep.equal([['one'], []]);
    expectFocusOn(input(provider));
  });

  it('leaves Backspace to the text while there is some', async () => {
    const { provider } = await withTags(['one']);
    await sendKeys({ type: 'ab' });
    await press('Backspace');
    expect(input(provider).value).to.equal('a');
    expectFocusOn(input(provider));
  });

  it('takes no tag by a key that is held down', async () => {
    const { provider, gateway } = await withTags(['one', 'two']);
    const held = { key: 'Backspace', repeat: true, bubbles: true, composed: true, cancelable: true };
    input(provider).dispatchEvent(new KeyboardEvent('keydown', held));
    expectFocusOn(input(provider));
    removeButton(provider, 'two').focus();
    removeButton(provider, 'two').dispatchEvent(new KeyboardEvent('keydown', held));
    await settled();
    expect(gateway.commands).to.have.length(0);
  });

  it('goes from tag to tag by arrows, Home and End, and from the last one back to the field', async () => {
    const { provider } = await withTags(['one', 'two', 'three']);
    await press('Backspace', 'ArrowLeft');
    expectFocusOn(removeButton(provider, 'two'));
    await press('Home');
    expectFocusOn(removeButton(provider, 'one'));
    await press('ArrowLeft');
    expectFocusOn(removeButton(provider, 'one'));
    await press('End');
    expectFocusOn(removeButton(provider, 'three'));
    await press('ArrowRight');
    expectFocusOn(input(provider));
  });

  it('turns the arrows round where one reads from right to left', async () => {
    const { provider } = await mount(html`<div dir="rtl"><codes-tags session-id="call-1"></codes-tags></div>`, {
      sessions: [aSession({ tags: ['one', 'two'] })],
    });
    removeButton(provider, 'two').focus();
    await press('ArrowRight');
    expectFocusOn(removeButton(provider, 'one'));
    await press('ArrowLeft', 'ArrowLeft');
    expectFocusOn(input(provider));
  });

  it('takes one stop for all tags', async () => {
    const { provider } = await withTags(['one', 'two', 'three']);
    input(provider).focus();
    await sendKeys({ down: 'Shift' });
    await press('Tab');
    expectFocusOn(removeButton(provider, 'three'));
    await press('Tab');
    await sendKeys({ up: 'Shift' });
    expectFocusOn(find(provider, '[data-slot="secondary"]'));
  });
});

describe('codes-tags: very many tags', () => {
  it('are shown in parts, the newest first, and more on demand', async () => {
    const tags = numbered(10_000);
    const { provider, gateway } = await withTags(tags);
    expect(tagsOn(provider)).to.have.length(200);
    expect(tagsOn(provider).at(-1)).to.equal('tag 9999');
    const more = find(provider, '.earlier');
    expect(textOf(more)).to.equal('Show 200 of 9,800 earlier tags');
    more.click();
    await settled();
    expect(tagsOn(provider)).to.have.length(400);
    expect(tagsOn(provider)[0]).to.equal('tag 9600');
    await sendKeys({ type: 'one more' });
    await press('Enter');
    expect(note(provider)).to.equal('A session takes at most 200 tags: 1 was not added.');
    expect(input(provider).value).to.equal('one more');
    expect(gateway.commands).to.have.length(0);
  });

  it('and very long ones fit into 300 pixels', async () => {
    const { provider } = await mount(
      html`<div style="inline-size: 300px"><codes-tags session-id="call-1"></codes-tags></div>`,
      { sessions: [aSession({ tags: ['x'.repeat(900), 'long words '.repeat(80), 'vip'] })] },
    );
    expect(find(provider, 'codes-tags').scrollWidth).to.be.at.most(300);
    for (const part of findAll(provider, '.tag, .tagged input'))
      expect(part.getBoundingClientRect().width).to.be.at.most(300);
  });

  it('of which some come twice are shown once', async () => {
    const { provider, gateway } = await withTags(['a', 'b', 'a']);
    expect(tagsOn(provider)).to.deep.equal(['a', 'b']);
    removeButton(provider, 'a').click();
    await settled();
    expect(sentTags(gateway)).to.deep.equal([['b']]);
  });

  it('are found among ten thousand suggestions, fifty at a time', async () => {
    const document = withCardLine({
      licence: 'contact-center',
      extensions: { tagSuggestions: numbered(10_000).map((tag) => `Suggestion ${tag}`) },
    });
    const { provider, gateway } = await mount(html`<codes-tags session-id="call-1"></codes-tags>`, {
      sessions: [aSession()],
      document,
    });
    input(provider).focus();
    await sendKeys({ type: 'suggestion' });
    await settled();
    expect(findAll(provider, '[role="option"]')).to.have.length(50);
    await sendKeys({ type: ' 9999' });
    await press('ArrowDown', 'Enter');
    expect(sentTags(gateway)).to.deep.equal([['Suggestion tag 9999']]);
  });
});

describe('codes-tags: tags that are not saved', () => {
  it('are marked until the backend has them, and the field says that they are being saved', async () => {
    const { provider, gateway } = await withTags(['vip']);
    await sendKeys({ type: 'new' });
    await press('Enter');
    expect(findAll(provider, '.tag.pending').map(textOf)).to.deep.equal(['new']);
    expect(getComputedStyle(find(provider, '.tag.pending')).borderTopStyle).to.equal('dashed');
    expect(textOf(find(provider, '[role="status"]'))).to.equal('Saving');
    await happens(gateway, { type: 'tags.changed', at: NOW, sessionId: 'call-1', tags: ['vip', 'new'] });
    expect(findAll(provider, '.tag.pending, [role="status"]')).to.have.length(0);
  });

  it('stay when they are rejected, with the reason, and go when that is dismissed', async () => {
    const { provider } = await withTags(['vip'], {}, { ok: false, failure: 'not-allowed', message: 'No such tags.' });
    await sendKeys({ type: 'new' });
    await press('Enter');
    expect(findAll(provider, '.tag.failed').map(textOf)).to.deep.equal(['new']);
    expect(textOf(find(provider, '[role="alert"]'))).to.contain('No such tags.');
    expect(textOf(find(provider, '[role="status"]'))).to.equal('Not saved');
    find(provider, '[role="alert"] .plain').click();
    await settled();
    expect(tagsOn(provider)).to.deep.equal(['vip']);
  });
});

describe('codes-tags: before a task is accepted', () => {
  it('shows what there is, says from when it can be changed, and takes nothing', async () => {
    const { provider } = await mount(html`<codes-tags session-id="call-1"></codes-tags>`, {
      sessions: [aSession({ state: 'offered', tags: ['vip'], primaryCode: 'card-lost' })],
    });
    expect(textOf(find(provider, 'codes-tags'))).to.contain('Accept it to set codes and tags.');
    expect(tagsOn(provider)).to.deep.equal(['vip']);
    expect(findAll(provider, 'button')).to.have.length(0);
    for (const control of findAll<HTMLInputElement>(provider, 'input, select')) expect(control.disabled).to.equal(true);
  });

  it('takes everything after the session has ended', async () => {
    const { provider, gateway } = await withTags([], { state: 'ended' });
    await sendKeys({ type: 'late' });
    await press('Enter');
    expect(sentTags(gateway)).to.deep.equal([['late']]);
    expect(find<HTMLSelectElement>(provider, 'select').disabled).to.equal(false);
  });
});
