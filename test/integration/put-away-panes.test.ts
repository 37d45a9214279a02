import { expect, html } from '@open-wc/testing';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/my-sessions/my-sessions.define.js';
import '../../src/components/transcript-view/transcript-view.define.js';
import { aChat, aMessage, chatDocument } from '../../stories/scenarios/chats.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { theCall } from '../../stories/scenarios/working-day.js';
import { coming, find, findAll, frame, mount, settled, textOf, until } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const workspace = html`<div style="inline-size: 1000px; block-size: 600px"><my-sessions></my-sessions></div>`;
const CHAT = aChat();
const OTHER = aChat({ id: 'other-chat', customer: { name: 'Iris Moreau' } });

const KINDS = [
  { tag: 'chat-conversation', row: '.message', session: CHAT, about: { document: chatDocument } },
  { tag: 'transcript-view', row: '.segment', session: theCall, about: {} },
] as const;

for (const { tag, row, session, about } of KINDS) {
  const lines = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) =>
      aMessage(`line-${String(from + at)}`, { text: `Line ${String(from + at)}.` }),
    );
  const say = async ({ gateway }: Mounted, from: number, to: number): Promise<void> => {
    for (const segment of lines(from, to)) {
      gateway.emit({ type: 'transcript.appended', at: NOW, sessionId: session.id, segments: [segment] });
      await settled();
    }
  };
  const looking = async (): Promise<Mounted & { readonly view: HTMLElement }> => {
    const mounted = await mount(workspace, { ...about, sessions: [session, OTHER] });
    mounted.store.look(session.id);
    await say(mounted, 1, 60);
    const view = ((await coming(mounted.provider, row)).getRootNode() as ShadowRoot).host as HTMLElement;
    // The editor that it is written in comes in its own time.
    await until(() => findAll(view, '[part="loading"], .loading').length === 0);
    return { ...mounted, view };
  };
  /** The conversation was looked at, and then another one. */
  const putAway = async (): ReturnType<typeof looking> => {
    const mounted = await looking();
    mounted.store.look(OTHER.id);
    await frame();
    return mounted;
  };
  const textsIn = (view: HTMLElement): string[] => findAll(view, row).map(textOf);

  describe(`${tag} in a pane that is put away`, () => {
    it('takes no time for what comes, and shows all of it as soon as somebody looks', async () => {
      const mounted = await putAway();
      const { store, view } = mounted;
      const before = textsIn(view).length;
      const changes: MutationRecord[] = [];
      const observer = new MutationObserver((records) => changes.push(...records));
      observer.observe(view.shadowRoot!, { subtree: true, childList: true, characterData: true });
      await say(mounted, 61, 70);
      changes.push(...observer.takeRecords());
      observer.disconnect();
      expect(before).to.be.above(5);
      expect(changes).to.have.length(0);
      store.look(session.id);
      await until(() => textsIn(view).at(-1)?.includes('Line 70.') === true);
      expect(textsIn(view).at(-1)).to.contain('Line 70.');
      const scroller = find(view, '.scroller');
      expect(scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight).to.be.below(2);
      await say(mounted, 71, 71);
      expect(textsIn(view).at(-1)).to.contain('Line 71.');
    });

    it('stands where it was read, and counts what came', async () => {
      const mounted = await looking();
      const scroller = findAll(mounted.provider, '.scroller').find((own) => own.querySelector(row))!;
      const toEnd = (): HTMLElement[] => findAll(scroller.getRootNode() as ShadowRoot, '.end');
      // Until the reader has left the end, whatever is still being loaded goes back there.
      await until(() => {
        if (toEnd().length === 0) scroller.scrollTop = scroller.scrollHeight - scroller.clientHeight - 200;
        return toEnd().length > 0;
      });
      const { scrollTop } = scroller;
      mounted.store.look(OTHER.id);
      await frame();
      await say(mounted, 61, 65);
      mounted.store.look(session.id);
      await frame();
      expect(scroller.scrollTop).to.equal(scrollTop);
      expect(toEnd().map(textOf)[0]).to.match(/^5 new/);
    });

    it('does not read aloud what came meanwhile', async () => {
      const mounted = await putAway();
      const { store, view } = mounted;
      const spoken: string[] = [];
      const region = find(view, '.spoken[role="status"]');
      const observer = new MutationObserver(() => spoken.push(textOf(region)));
      observer.observe(region, { subtree: true, childList: true, characterData: true });
      await say(mounted, 61, 62);
      store.look(session.id);
      await frame();
      await frame();
      expect(spoken.filter((text) => text.includes('Line 6'))).to.have.length(0);
      observer.disconnect();
    });

    it('shows what came while it was moved in the document', async () => {
      const mounted = await putAway();
      const { provider, store, view } = mounted;
      await say(mounted, 61, 62);
      const page = find(provider, 'my-sessions');
      const place = page.parentElement!;
      page.remove();
      place.append(page);
      await frame();
      store.look(session.id);
      await frame();
      await say(mounted, 63, 63);
      await until(() => textsIn(view).at(-1)?.includes('Line 63.') === true);
      expect(textsIn(view).at(-1)).to.contain('Line 63.');
    });
  });
}

describe('A conversation outside of <my-sessions>', () => {
  it('goes on while another session is selected, also in what a host has made inert', async () => {
    const mounted = await mount(
      html`<div class="pane" inert>
        <chat-conversation session-id=${CHAT.id} style="block-size: 400px"></chat-conversation>
      </div>`,
      { document: chatDocument, sessions: [CHAT, OTHER] },
    );
    mounted.store.look(OTHER.id);
    await settled();
    const { gateway } = mounted;
    gateway.emit({
      ...{ type: 'transcript.appended', at: NOW, sessionId: CHAT.id },
      segments: [aMessage('m', { text: 'Still here?' })],
    });
    await settled();
    expect(textOf(find(mounted.provider, 'chat-conversation'))).to.contain('Still here?');
  });
});
