import { expect, html } from '@open-wc/testing';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/session-details/session-details.define.js';
import '../../src/components/sessions-list/sessions-list.define.js';
import '../../src/views/withstand.js';
import { aGateway, aSession } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import type { Session } from '../../src/index.js';
import { FakeInterval } from '../support/fake-interval.js';
import { find, frame, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';
import { show } from '../support/text-sweep.js';

/** Text nodes of an element and of all shadow roots in it. */
function* textsIn(root: Node): Generator<Text> {
  if (root instanceof Element && root.shadowRoot) yield* textsIn(root.shadowRoot);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) yield node;
    else if (node instanceof Element && node.shadowRoot) yield* textsIn(node.shadowRoot);
  }
}
const isToBeLeft = ({ parentElement }: Text): boolean => Boolean(parentElement?.closest('style, [translate="no"]'));
const inFont = (text: string): HTMLElement => Object.assign(document.createElement('span'), { textContent: text });

/** What an editor makes of a text. */
const EDITORS: Readonly<Record<string, (text: Text) => void>> = {
  'replaces text': (text) => {
    text.replaceWith(inFont(`» ${text.data}`));
  },
  'replaces text by text': (text) => {
    text.replaceWith(`» ${text.data}`);
  },
  'puts a translation before text and takes that away': (text) => {
    text.before(inFont(`» ${text.data}`));
    text.remove();
  },
  'wraps text': (text) => {
    const font = inFont('');
    text.before(font);
    font.append(text);
  },
  'removes text': (text) => {
    text.remove();
  },
  'writes over text': (text) => {
    text.data = `» ${text.data}`;
  },
  'marks half of a text': (text) => {
    const mark = document.createElement('mark');
    const rest = text.splitText(text.length >> 1);
    rest.before(mark);
    mark.append(rest);
  },
  'empties what holds the text': (text) => {
    if (text.parentElement) text.parentElement.textContent = `» ${text.data}`;
  },
};

/** Lets an editor loose on everything that is shown now. */
async function edits(root: Node, edit: (text: Text) => void, leavesAlone = (_: Text) => false): Promise<void> {
  for (const text of [...textsIn(root)])
    if (text.isConnected && text.data.trim() !== '' && !text.parentElement?.closest('style') && !leavesAlone(text))
      edit(text);
  // Observers are called after this.
  await Promise.resolve();
}

const from = (id: string, name: string, phone: string, isSelected: boolean): Session =>
  aSession({ id, isSelected, caller: { name, phone }, customer: { name, phone } });

/** An agent looks at one of two calls, and all of it is beside the list. */
async function twoCalls(): Promise<Mounted> {
  const sessions = [from('one', 'Nora Feld', '+49 111', true), from('two', 'Aki Mori', '+81 222', false)];
  const mounted = await mount(
    html`<session-details></session-details><sessions-list></sessions-list>`,
    aGateway({ sessions }),
  );
  await frame();
  return mounted;
}

describe('translators and other editors of the page', () => {
  it('are asked to leave alone what is of a session', async () => {
    const scene = await show('Qwaxfrob');
    const open = [...textsIn(scene.provider)].filter((text) => text.data.includes('Qwaxfrob') && !isToBeLeft(text));
    // Labels of a service, and why something failed.
    const labels =
      'option, .empty, .notice, .notice *, .note, [part="note"], .send, .line .spoken, .about span, .why, .said *, [class="sentence quiet "], li';
    const named = open.filter(({ parentElement }) => !parentElement?.matches(labels));
    expect(
      named.map(({ parentElement, data }) => {
        const { host } = parentElement?.getRootNode() as ShadowRoot;
        return `${host.localName} ${parentElement?.localName ?? ''}.${parentElement?.className ?? ''}: ${data.trim()}`;
      }),
    ).to.deep.equal([]);
    scene.end();
  }).timeout(60_000);

  for (const [what, edit] of Object.entries(EDITORS)) {
    it(`never leave another session's data on screen: one that ${what}`, async () => {
      const { provider, store } = await twoCalls();
      const details = find(provider, 'session-details');
      await edits(provider, edit);
      store.look('two');
      await settled(provider);
      const shown = textOf(details);
      expect(shown)
        .to.contain('Aki Mori')
        .and.to.not.match(/Nora Feld|111|»/);
      const untouched = await twoCalls();
      untouched.store.look('two');
      await settled(untouched.provider);
      expect(shown).to.equal(textOf(find(untouched.provider, 'session-details')));
    });

    it(`are undone where they edit what is of a session: one that ${what}`, async () => {
      const { provider } = await twoCalls();
      const details = find(provider, 'session-details');
      const before = textOf(details);
      await edits(details, edit, (text) => !isToBeLeft(text));
      expect(textOf(details)).to.equal(before);
    });
  }

  it('do not stop durations', async () => {
    const interval = new FakeInterval();
    const { provider, gateway } = await twoCalls();
    const list = find(provider, 'sessions-list');
    for (const edit of Object.values(EDITORS)) await edits(list, edit);
    gateway.time += 61_000;
    interval.tick();
    await happens(gateway);
    expect(textOf(list)).to.contain('4:01').and.to.contain('Nora Feld').and.to.not.contain('»');
    interval.restore();
  });

  it('may translate what is a label, until that is written anew', async () => {
    const { provider, gateway } = await mount(html`<sessions-list></sessions-list>`, aGateway());
    const list = find(provider, 'sessions-list');
    const before = textOf(list);
    await edits(list, EDITORS['replaces text']!);
    expect(textOf(list)).to.contain('»');
    await frame();
    expect(textOf(list)).to.contain('»');
    await happens(gateway, { type: 'session.snapshot', session: from('one', 'Nora Feld', '+49 111', false), at: NOW });
    expect(textOf(list)).to.contain('Nora Feld').and.to.not.contain('»').and.to.not.equal(before);
  });

  it('may go on for ever without an end of the page', async () => {
    const { provider } = await twoCalls();
    const details = find(provider, 'session-details');
    for (let round = 0; round < 10; round += 1) await edits(details, EDITORS['replaces text']!);
    expect(textOf(details)).to.contain('»');
  });
});
