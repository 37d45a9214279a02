import { expect, html } from '@open-wc/testing';
import '../../src/components/codes-tags/codes-tags.define.js';
import { aSession } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { aChat } from '../../stories/scenarios/working-day.js';
import { clickOn, press, write } from '../support/hands.js';
import { expectFocusOn, find, findAll, happens, mount, settled, textOf } from '../support/mounting.js';

const input = (root: ParentNode): HTMLInputElement => find<HTMLInputElement>(root, '[role="combobox"]');
/** The suggestions on screen. */
const shown = (root: ParentNode): string[] =>
  findAll(root, '[role="option"]')
    .filter((option) => option.checkVisibility())
    .map(textOf);
const marked = (root: ParentNode): string | undefined => {
  const id = input(root).getAttribute('aria-activedescendant');
  return id === null ? undefined : textOf(find(root, `#${id}`));
};
const sentTags = ({ commands }: ScriptedGateway): unknown[] =>
  commands.map((command) => (command.type === 'tags.change' ? command.tags : command.type));

async function typing(text: string, tags: readonly string[] = []) {
  const mounted = await mount(html`<codes-tags session-id="call-1"></codes-tags><button>after</button>`, {
    sessions: [aSession({ tags })],
  });
  input(mounted.provider).focus();
  await write(text);
  return mounted;
}

describe('codes-tags: the field for tags', () => {
  it('takes what is typed by Enter, and is ready for the next', async () => {
    const { provider, gateway } = await typing('birthday');
    await press('Enter');
    expect(sentTags(gateway)).to.deep.equal([['birthday']]);
    expect(input(provider).value).to.equal('');
    expectFocusOn(input(provider));
  });

  it('suggests tags that contain what is typed, those that begin with it first, without chosen ones', async () => {
    const { provider } = await typing('r', ['vip']);
    expect(shown(provider)).to.deep.equal(['replacement card', 'travel', 'travel insurance']);
    expect(input(provider).getAttribute('aria-expanded')).to.equal('true');
  });

  it('marks suggestions by arrow keys and takes the marked one by Enter', async () => {
    const { provider, gateway } = await typing('trav');
    expect(marked(provider)).to.equal(undefined);
    await press('ArrowDown', 'ArrowDown');
    expect(marked(provider)).to.equal('travel insurance');
    await press('ArrowDown', 'ArrowUp');
    expect(marked(provider)).to.equal('travel');
    expect(findAll(provider, '[aria-selected="true"]').map(textOf)).to.deep.equal(['travel']);
    await press('Enter');
    expect(sentTags(gateway)).to.deep.equal([['travel']]);
  });

  it('takes what is typed, and not the suggestion, when the mark was moved back out of the list', async () => {
    const { gateway } = await typing('trav');
    await press('ArrowDown', 'ArrowUp', 'Enter');
    expect(sentTags(gateway)).to.deep.equal([['trav']]);
  });

  it('takes a suggestion by a click without losing focus', async () => {
    const { provider, gateway } = await typing('vip');
    await clickOn(find(provider, '[role="option"]'));
    expect(sentTags(gateway)).to.deep.equal([['vip']]);
    expectFocusOn(input(provider));
  });

  it('closes the list on Escape, opens it again by an arrow key, and clears the field on a second Escape', async () => {
    const { provider, gateway } = await typing('trav');
    await press('Escape');
    expect(shown(provider)).to.deep.equal([]);
    expect(input(provider).getAttribute('aria-expanded')).to.equal('false');
    expect(input(provider).value).to.equal('trav');
    await press('ArrowDown');
    expect(shown(provider)).to.deep.equal(['travel', 'travel insurance']);
    await press('Escape', 'Escape');
    expect(input(provider).value).to.equal('');
    expect(gateway.commands).to.have.length(0);
    expectFocusOn(input(provider));
  });

  for (const [what, text] of [
    ['an empty field, by an arrow key,', ''],
    ['what nothing is like', 'zzz'],
  ] as const)
    it(`draws no list below ${what}`, async () => {
      const { provider } = await typing(text);
      await press('ArrowDown');
      expect(findAll(provider, '.popup').filter((list) => list.checkVisibility())).to.have.length(0);
      await press('Backspace');
      await write('vi');
      expect(shown(provider)).to.deep.equal(text === '' ? ['vip'] : []);
    });

  it('closes the list when the agent goes on, and keeps what was typed', async () => {
    const { provider, gateway } = await typing('trav');
    await press('Tab');
    expect(shown(provider)).to.deep.equal([]);
    expect(input(provider).value).to.equal('trav');
    expect(gateway.commands).to.have.length(0);
  });

  it('leaves Enter to an input method that is composing', async () => {
    const { provider, gateway } = await typing('ryoko');
    const enter = { key: 'Enter', bubbles: true, composed: true, cancelable: true } as const;
    input(provider).dispatchEvent(new KeyboardEvent('keydown', { ...enter, isComposing: true }));
    await settled();
    expect(gateway.commands).to.have.length(0);
    expect(input(provider).value).to.equal('ryoko');
    input(provider).dispatchEvent(new KeyboardEvent('keydown', enter));
    await settled();
    expect(sentTags(gateway)).to.deep.equal([['ryoko']]);
  });

  it('does not add a tag twice, whatever its case and width', async () => {
    const { gateway } = await typing('ＶＩＰ', ['vip']);
    await press('Enter');
    expect(gateway.commands).to.have.length(0);
  });

  it('adds quickly typed tags to one another while the first is still on its way', async () => {
    const { gateway } = await typing('one');
    gateway.answer = () => new Promise(() => {});
    await press('Enter');
    await write('two');
    await press('Enter');
    expect(sentTags(gateway)).to.deep.equal([['one'], ['one', 'two']]);
  });

  it('keeps what is being typed when facts arrive', async () => {
    const { provider, gateway } = await typing('birth');
    await happens(
      gateway,
      { type: 'tags.changed', at: NOW, sessionId: 'call-1', tags: ['from elsewhere'] },
      { type: 'session.held', at: NOW, sessionId: 'call-1' },
    );
    await write('day');
    expect(input(provider).value).to.equal('birthday');
    expect(findAll(provider, '.tag').map(textOf)).to.deep.equal(['from elsewhere']);
  });

  it('does not carry what was typed for one session over to another', async () => {
    const { provider, store } = await mount(html`<codes-tags></codes-tags>`, { sessions: [aSession(), aChat] });
    input(provider).focus();
    await write('half a t');
    store.look(aChat.id);
    await settled();
    expect(input(provider).value).to.equal('');
    store.look('call-1');
    await settled();
    expect(input(provider).value).to.equal('half a t');
  });

  it('goes on with the field when the tag is gone whose button was pressed', async () => {
    const { provider, gateway } = await mount(html`<codes-tags session-id="call-1"></codes-tags>`, {
      sessions: [aSession({ tags: ['vip'] })],
    });
    find(provider, '[aria-label="Remove tag vip"]').focus();
    await press('Enter');
    await happens(gateway, { type: 'tags.changed', at: NOW, sessionId: 'call-1', tags: [] });
    expectFocusOn(input(provider));
  });
});
