import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/session-pane/session-pane.define.js';
import type { Session } from '../../src/index.js';
import { aSession } from '../../stories/scenarios/builders.js';
import { LONG_LABEL, withCodes, withLongLists } from '../../stories/scenarios/long-lists.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { aChat } from '../../stories/scenarios/working-day.js';
import { clickOn, press, write } from '../support/hands.js';
import { expectFocusOn, find, findAll, frame, mount, settled, textOf } from '../support/mounting.js';

const field = (root: ParentNode, slot = 'primary'): HTMLInputElement =>
  find<HTMLInputElement>(root, `[data-slot="${slot}"]`);
const shown = (root: ParentNode): string[] => findAll(root, '[role="option"]').map(textOf);
const marked = (root: ParentNode, slot = 'primary'): string | undefined => {
  const id = field(root, slot).getAttribute('aria-activedescendant');
  return id === null ? undefined : textOf(find(root, `#${id}`));
};
const footer = (root: ParentNode): string => textOf(find(root, '.popup:popover-open > p'));
const sent = ({ commands }: ScriptedGateway): unknown[] => commands.map(({ commandId: _, ...wish }) => wish);

async function pressWithAlt(key: string): Promise<void> {
  await sendKeys({ down: 'Alt' });
  await sendKeys({ press: key });
  await sendKeys({ up: 'Alt' });
  await settled();
}

/** From now on the backend does what it is asked. */
function obey(gateway: ScriptedGateway): void {
  gateway.answer = (command) => {
    if (command.type === 'codes.choose') gateway.emit({ ...command, type: 'codes.chosen', at: NOW });
    return Promise.resolve({ ok: true });
  };
}

async function searching(text: string, about: Partial<Session> = {}, slot = 'primary') {
  const mounted = await mount(html`<codes-tags session-id="call-1"></codes-tags>`, {
    sessions: [aSession(about)],
    document: withLongLists(),
  });
  obey(mounted.gateway);
  field(mounted.provider, slot).focus();
  if (text !== '') await write(text);
  return mounted;
}

describe('codes-tags: a long list of codes', () => {
  it('has labels of two lines stand where those of one do on a page that is written the other way', async () => {
    const long = 'Card limit raised for a week abroad and then lowered again on the day after that';
    const { provider } = await mount(
      html`<div dir="rtl" style="inline-size: 240px"><codes-tags session-id="call-1"></codes-tags></div>`,
      {
        sessions: [aSession()],
        document: withCodes([long, ...Array.from({ length: 13 }, (_, at) => `Code ${String(at)}`)]),
      },
    );
    await clickOn(field(provider));
    const ends = findAll(provider, '[role="option"] > bdi')
      .slice(1, 3)
      .flatMap((label) => {
        const lines = document.createRange();
        lines.selectNodeContents(label);
        return [...lines.getClientRects()].map(({ right }) => Math.round(right));
      });
    expect(ends.length, 'lines').to.be.above(2);
    expect(new Set(ends).size).to.equal(1);
  });

  it('is a field to search in; a list of twelve is still a dropdown', async () => {
    const ids = Array.from({ length: 13 }, (_, index) => `code ${String(index)}`);
    const { provider } = await mount(html`<codes-tags session-id="call-1"></codes-tags>`, {
      sessions: [aSession()],
      document: withCodes(ids, 12),
    });
    expect(field(provider).getAttribute('role')).to.equal('combobox');
    expect(field(provider, 'secondary').localName).to.equal('select');
  });

  it('opens by Alt and arrow in the order configured, none first, with the choice marked', async () => {
    const { provider } = await searching('', { primaryCode: 'p2' });
    expect(field(provider).value).to.equal('Card closed');
    await pressWithAlt('ArrowDown');
    expect(shown(provider).slice(0, 4)).to.deep.equal(['None', 'Card opened', 'Card closed chosen', 'Card blocked']);
    expect(shown(provider)).to.have.length(94);
    expect(marked(provider)).to.equal('Card closed chosen');
    expect(footer(provider)).to.equal('93 of 93');
    await pressWithAlt('ArrowUp');
    expect(shown(provider)).to.deep.equal([]);
    expect(field(provider).getAttribute('aria-expanded')).to.equal('false');
  });

  it('is narrowed by words in any order and case, the first hit marked, and says how many there are', async () => {
    const { provider, gateway } = await searching('BLOCKED card');
    expect(shown(provider)).to.deep.equal(['Card blocked']);
    expect(footer(provider)).to.equal('1 of 93');
    expect(textOf(find(provider, '.code [aria-live="polite"]'))).to.equal('1 of 93');
    expect(marked(provider)).to.equal('Card blocked');
    await press('Enter');
    expect(sent(gateway)).to.deep.equal([{ type: 'codes.choose', sessionId: 'call-1', primary: 'p3' }]);
    expect(field(provider).value).to.equal('Card blocked');
    expect(field(provider).getAttribute('aria-expanded')).to.equal('false');
    expectFocusOn(field(provider));
  });

  it('is gone through by arrows, pages, Home and End, and stops at its ends', async () => {
    const { provider, gateway } = await searching('', {}, 'secondary');
    const steps: readonly [string, string | undefined][] = [
      ['ArrowDown', 'None chosen'],
      ['ArrowDown', 'Card: solved at once'],
      ['PageDown', 'Card: passed on by a colleague'],
      ['PageUp', 'Card: solved at once'],
      ['PageUp', 'None chosen'],
      ['End', 'Online banking: written to after a check'],
      ['ArrowDown', 'Online banking: written to after a check'],
      ['ArrowUp', 'Online banking: written to at once'],
      ['Home', 'None chosen'],
      ['ArrowUp', undefined],
      ['ArrowDown', 'None chosen'],
      ['End', 'Online banking: written to after a check'],
    ];
    for (const [key, option] of steps) {
      await press(key);
      expect(marked(provider, 'secondary'), key).to.equal(option);
    }
    await press('Enter');
    expect(sent(gateway)).to.deep.equal([{ type: 'codes.choose', sessionId: 'call-1', secondary: 's246' }]);
  });

  it('keeps the marked option in sight', async () => {
    const { provider } = await searching('', {}, 'secondary');
    await press('ArrowDown', 'End');
    await frame();
    const list = find(provider, '[role="listbox"]#secondary-options').getBoundingClientRect();
    const option = find(provider, '[aria-selected="true"]').getBoundingClientRect();
    expect(option.bottom).to.be.at.most(list.bottom + 1);
    expect(option.top).to.be.at.least(list.top - 1);
  });

  it('leaves Home and End to the text while nothing is marked', async () => {
    const { provider } = await searching('nothing like it');
    expect(shown(provider)).to.deep.equal([]);
    expect(footer(provider)).to.equal('0 of 93');
    await press('Home');
    expect(field(provider).selectionStart).to.equal(0);
    await press('Enter');
    expect(field(provider).value).to.equal('nothing like it');
  });

  it('closes on Escape and by going on, with the choice as it was and nothing sent', async () => {
    const { provider, gateway } = await searching('loan', { primaryCode: 'p2' });
    expect(field(provider).value).to.equal('loan');
    await press('Escape');
    expect(field(provider).value).to.equal('Card closed');
    expectFocusOn(field(provider));
    await write('loan');
    await press('Tab');
    expect(field(provider).value).to.equal('Card closed');
    expect(shown(provider)).to.deep.equal([]);
    expect(gateway.commands).to.have.length(0);
  });

  it('is cleared by None, or by emptying the field', async () => {
    const { provider, gateway } = await searching('', { primaryCode: 'p2' });
    await press('Backspace');
    expect(marked(provider)).to.equal('None');
    await press('Enter');
    expect(sent(gateway)).to.deep.equal([{ type: 'codes.choose', sessionId: 'call-1', primary: null }]);
    expect(field(provider).value).to.equal('');
  });

  it('opens and is chosen from by the mouse, with focus staying in the field', async () => {
    const { provider, gateway } = await mount(html`<codes-tags session-id="call-1"></codes-tags>`, {
      sessions: [aSession({ primaryCode: 'p1' })],
      document: withLongLists(),
    });
    await clickOn(field(provider));
    expect(shown(provider)).to.have.length(94);
    await clickOn(findAll(provider, '[role="option"]')[3]!);
    expect(sent(gateway)).to.deep.equal([{ type: 'codes.choose', sessionId: 'call-1', primary: 'p3' }]);
    expectFocusOn(field(provider));
  });

  it('sends nothing when what is chosen already is chosen again', async () => {
    const { gateway } = await searching('card closed', { primaryCode: 'p2' });
    await press('Enter');
    expect(gateway.commands).to.have.length(0);
  });

  it('shows a code no longer offered in the field, and not in the list', async () => {
    const { provider } = await searching('', { primaryCode: 'cheque-book' });
    expect(field(provider).value).to.equal('cheque-book (no longer offered)');
    await press('ArrowDown');
    expect(shown(provider).join()).to.not.contain('cheque-book');
    expect(marked(provider)).to.equal(undefined);
  });

  it('writes a label of 145 characters out in full, in the list and below the field, at 300 pixels', async () => {
    const { provider } = await mount(
      html`<div style="inline-size: 300px"><codes-tags session-id="call-1"></codes-tags></div>`,
      { sessions: [aSession({ primaryCode: 'long' })], document: withLongLists() },
    );
    expect(LONG_LABEL).to.have.length(145);
    expect(textOf(find(provider, '.code'))).to.contain(LONG_LABEL);
    field(provider).focus();
    await press('ArrowDown');
    const option = find(provider, '[aria-selected="true"]');
    expect(textOf(option)).to.contain(LONG_LABEL);
    expect(option.scrollWidth).to.be.at.most(option.clientWidth);
    expect(find(provider, 'codes-tags').scrollWidth).to.be.at.most(300);
  });

  it('is not clipped by a scrolling column, and stays at its field', async () => {
    const { provider } = await mount(
      html`<div style="inline-size: 300px; block-size: 60px; overflow: auto; contain: content">
        <codes-tags session-id="call-1"></codes-tags>
      </div>`,
      { sessions: [aSession()], document: withLongLists() },
    );
    field(provider).focus();
    await press('ArrowDown');
    await frame();
    const list = find(provider, '.popup:popover-open').getBoundingClientRect();
    const own = field(provider).getBoundingClientRect();
    expect(list.height).to.be.at.least(100);
    expect(Math.abs(list.width - own.width)).to.be.at.most(1);
    expect(Math.min(Math.abs(list.top - own.bottom), Math.abs(own.top - list.bottom))).to.be.at.most(2);
    const hit = document.elementFromPoint(list.left + 20, list.top + 90);
    expect(provider.contains(hit)).to.equal(true);
  });

  it('draws a bounded number of two thousand codes, the last ones too, and says to type for more', async () => {
    const ids = Array.from({ length: 2000 }, (_, index) => `code ${String(index)}`);
    const { provider, gateway } = await mount(html`<codes-tags session-id="call-1"></codes-tags>`, {
      sessions: [aSession()],
      document: withCodes(ids),
    });
    field(provider).focus();
    await press('ArrowDown');
    expect(shown(provider)).to.have.length(250);
    expect(footer(provider)).to.equal('2,000 of 2,000 · 1,751 more: type to narrow');
    await press('End');
    expect(shown(provider)).to.have.length(250);
    expect(marked(provider)).to.equal('code 1999');
    expect(find(provider, '[aria-selected="true"]').getAttribute('aria-posinset')).to.equal('2001');
    // Whoever hears the list hears how long it is, not how much of it is drawn; "no code" is one of the options.
    const places = findAll(provider, '[role="option"]').map((option) => [
      option.getAttribute('aria-posinset'),
      option.getAttribute('aria-setsize'),
    ]);
    expect(places).to.deep.equal(Array.from({ length: 250 }, (_, row) => [String(1752 + row), '2001']));
    await write('77');
    await press('ArrowDown', 'Enter');
    expect(sent(gateway)).to.deep.equal([{ type: 'codes.choose', sessionId: 'call-1', primary: 'code 177' }]);
  });

  it('says of every option which one it is, and of how many that are left', async () => {
    const { provider } = await mount(html`<codes-tags session-id="call-1"></codes-tags>`, {
      sessions: [aSession()],
      document: withCodes(Array.from({ length: 40 }, (_, index) => `code ${String(index)}`)),
    });
    field(provider).focus();
    await write('code 3');
    const places = findAll(provider, '[role="option"]').map((option) =>
      ['aria-posinset', 'aria-setsize'].map((name) => option.getAttribute(name)).join(' of '),
    );
    // 3, 13, 23, and the thirties
    expect(places).to.deep.equal(Array.from({ length: 13 }, (_, at) => `${String(at + 1)} of 13`));
  });

  it('does not take what is searched for in one session to another', async () => {
    const { provider, store, gateway } = await mount(html`<codes-tags></codes-tags>`, {
      sessions: [aSession(), aChat],
      document: withLongLists(),
    });
    store.look('call-1');
    await settled();
    field(provider).focus();
    await write('loan');
    store.look(aChat.id);
    await settled();
    expect(findAll(provider, '[role="option"]')).to.have.length(0);
    expect(findAll<HTMLInputElement>(provider, 'input').map(({ value }) => value)).to.not.include('loan');
    await press('Enter');
    expect(gateway.commands).to.have.length(0);
  });

  it('takes labels as text, whatever they look like', async () => {
    const labels = [
      '__proto__',
      'constructor',
      '<b>bold</b>',
      '(a+)+$',
      '\u202Egnp.exe',
      'I'.repeat(3000),
      '٪ نص',
      '  ',
    ];
    const ids = [...labels, ...Array.from({ length: 12 }, (_, index) => `filler ${String(index)}`)];
    const { provider, gateway } = await mount(html`<codes-tags session-id="call-1"></codes-tags>`, {
      sessions: [aSession({ primaryCode: '__proto__' })],
      document: withCodes(ids),
    });
    obey(gateway);
    expect(field(provider).value).to.equal('__proto__');
    field(provider).focus();
    for (const [typed, id] of [
      ['<B>', '<b>bold</b>'],
      ['(a+)', '(a+)+$'],
      ['constr', 'constructor'],
      ['__pro', '__proto__'],
    ] as const) {
      await write(typed);
      expect(shown(provider), typed).to.have.length(1);
      await press('Enter');
      expect(sent(gateway).at(-1)).to.deep.equal({ type: 'codes.choose', sessionId: 'call-1', primary: id });
      field(provider).select();
    }
    expect(findAll(provider, 'b')).to.have.length(0);
  });
});
