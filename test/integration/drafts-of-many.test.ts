import { expect, html } from '@open-wc/testing';
import '../../src/components/my-sessions/my-sessions.define.js';
import type { MessageComposer, Session, SessionStore } from '../../src/index.js';
import { WIDGETS } from '../../src/index.js';
import { aChat } from '../../stories/scenarios/chats.js';
import { withContext } from '../../stories/scenarios/context-items.js';
import { aMail, aMailSession } from '../../stories/scenarios/mails.js';
import { theCall } from '../../stories/scenarios/working-day.js';
import { ready, typed } from '../support/composing.js';
import { clickOn, press } from '../support/hands.js';
import { chooseTab, coming, find, findAll, focused, frame, mount, settled, textOf } from '../support/mounting.js';

/** As many sessions as a long shift leaves open, and what an agent has begun in each of them. */

const COUNT = 20;
const workspace = html`<div style="inline-size: 1100px; block-size: 700px"><my-sessions></my-sessions></div>`;

const KINDS: readonly ((id: string) => Session)[] = [
  (id) => aChat({ id }),
  (id) => aMailSession(aMail(), { id }),
  (id) => ({ ...theCall, id }),
];
const sessions = Array.from({ length: COUNT }, (_, at) => KINDS[at % KINDS.length]?.(`s${String(at)}`) ?? theCall);

const page = new URL('../support/framed-page.xhtml', import.meta.url);
page.search = '';
const context = withContext({ widgets: WIDGETS, embeddedContext: 'page' }, [
  { id: 'page', label: 'Customer record', url: `${page.href}?session=$(Session.Id)` },
]);

const TAG = 'input[aria-label="Add a tag"]';
const paneOf = (root: ParentNode): HTMLElement => find(root, 'div.pane:not([inert])');

async function turnTo(root: ParentNode, store: SessionStore, id: string): Promise<HTMLElement> {
  store.look(id);
  await settled();
  return paneOf(root);
}

const tagOf = (pane: HTMLElement): Promise<HTMLInputElement> => coming<HTMLInputElement>(pane, TAG);

async function composerOf(pane: HTMLElement): Promise<MessageComposer> {
  const composer = await coming<MessageComposer>(pane, 'message-composer');
  await ready(composer);
  return composer;
}

/** The framed page of a session, in its tab. */
async function pageOf(pane: HTMLElement): Promise<HTMLElement> {
  await chooseTab(pane, findAll(pane, '[role="tab"]').map(textOf)[2] ?? '');
  return coming(pane, 'embedded-context');
}

describe('what is begun in many sessions', () => {
  it('is all there, with the caret, however often the agent goes through them', async function () {
    this.timeout(120_000);
    const { provider, store } = await mount(workspace, { document: context, sessions }, true);
    for (const { id, modality } of sessions) {
      const pane = await turnTo(provider, store, id);
      const tag = await tagOf(pane);
      tag.focus();
      await typed(`tag ${id}`);
      if (modality === 'audio-video') continue;
      if (modality === 'email') (await coming(pane, '[data-act="reply"]')).click();
      (await composerOf(pane)).focus();
      await typed(`for ${id} ok`);
      await press('ArrowLeft', 'ArrowLeft');
    }
    for (const round of [1, 2])
      for (const { id, modality } of sessions) {
        const pane = await turnTo(provider, store, id);
        expect((await tagOf(pane)).value, `tag, round ${String(round)}`).to.equal(`tag ${id}`);
        if (modality === 'audio-video') continue;
        const composer = await composerOf(pane);
        composer.focus();
        await typed('.');
        expect(composer.text).to.equal(`for ${id} ${'.'.repeat(round)}ok`);
      }
  });

  it('stays in a framed page that the agent has worked in, and a page that was only shown makes room', async () => {
    const { provider, store } = await mount(workspace, { document: context, sessions }, true);
    const frames = new Map<string, Element>();
    for (const { id } of sessions.slice(0, 12)) {
      const embedded = await pageOf(await turnTo(provider, store, id));
      frames.set(id, await coming(embedded, 'iframe'));
      // As long as the page is not there, a click lands on nothing.
      for (let turn = 0; id === 's1' && turn < 100 && focused().localName !== 'iframe'; turn += 1) {
        await clickOn(find(embedded, 'iframe'));
        await frame();
      }
    }
    for (const [id, isSame] of [
      ['s1', true],
      ['s2', false],
    ] as const) {
      const shown = await pageOf(await turnTo(provider, store, id));
      expect((await coming(shown, 'iframe')) === frames.get(id), id).to.equal(isSame);
    }
  });
});
