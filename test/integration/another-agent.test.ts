import { expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/companion-chat/companion-chat.define.js';
import '../../src/components/conversation-context/conversation-context.define.js';
import '../../src/components/email-conversation/email-conversation.define.js';
import '../../src/components/embedded-context/embedded-context.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import '../../src/components/message-composer/rich-editor.js';
import '../../src/components/transcript-tools/transcript-tools.define.js';
import '../../src/components/transcript-view/transcript-view.define.js';
import '../../src/define.js';
import { MessageComposer } from '../../src/index.js';
import type { CodesTags, SessionEvent } from '../../src/index.js';
import { aConfiguration, aDocument } from '../../stories/scenarios/builders.js';
import { aChat, aLongChat } from '../../stories/scenarios/chats.js';
import { aMailSession } from '../../stories/scenarios/mails.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { ready, typed } from '../support/composing.js';
import {
  allWithin,
  chooseTab,
  find,
  findAll,
  frame,
  mount,
  rawTextOf,
  settled,
  storeIn,
  textOf,
  until,
} from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const SECRET = 'Ana-only';
const page = new URL('../support/framed-page.xhtml', import.meta.url);
page.search = '';
const codes = Array.from({ length: 20 }, (_, at) => ({ id: `c${String(at)}`, label: `Code ${String(at)}` }));
const configured = {
  ...aDocument,
  tenant: {
    ...aDocument.tenant,
    codes,
    contextItems: [{ id: 'page', label: 'Record', url: `${page.href}?session=$(Session.Id)` }],
  },
  services: aDocument.services.map((service) => ({
    ...service,
    extensions: {
      ...service.extensions,
      widgets: ['companion-chat', 'codes-tags', 'embedded-context', 'conversation-context', 'transcript-view'],
      primaryCodes: codes.map(({ id }) => id),
      secondaryCodes: [],
      embeddedContext: 'page',
      conversationContext: ['page'],
    },
  })),
};

// Both agents have sessions of the same ids.
const chat = aChat({ id: 'same' });
const mail = aMailSession(undefined, { id: 'mail' });
const truth: readonly SessionEvent[] = [
  { type: 'configuration.loaded', at: NOW, configuration: aConfiguration(configured) },
  { type: 'transcript.appended', at: NOW, sessionId: 'same', segments: aLongChat(60) },
  ...[chat, mail].map((session) => ({ type: 'session.snapshot', at: NOW, session }) as const),
];

const signsIn = async ({ gateway, provider }: Mounted, agentId: string): Promise<void> => {
  gateway.deliver([{ type: 'workspace.reset', at: NOW, agentId }, ...truth], 'replay');
  await settled(provider);
  await frame();
};

const whole = html`<div style="inline-size: 1200px; block-size: 700px"><my-sessions></my-sessions></div>`;
const alone = html`
  <chat-conversation session-id="same"></chat-conversation>
  <email-conversation session-id="mail"></email-conversation>
  <form><codes-tags name="case" session-id="same"></codes-tags></form>
  <embedded-context session-id="same"></embedded-context>
  <conversation-context session-id="same"></conversation-context>
  <transcript-view session-id="same"></transcript-view>
`;

async function writeIn(composer: MessageComposer, text: string): Promise<void> {
  await ready(composer);
  composer.focus();
  await typed(text);
}

async function fill(root: ParentNode, selector: string, text: string): Promise<void> {
  const field = find<HTMLInputElement>(root, selector);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await settled();
}

/** Ana begins whatever can be begun. */
async function begins(mounted: Mounted, isWhole: boolean): Promise<void> {
  const { provider, store } = mounted;
  if (isWhole) {
    store.look('mail');
    await settled(provider);
  }
  find(provider, '[data-act="reply"]').click();
  await settled();
  await writeIn(find<MessageComposer>(find(provider, 'email-conversation'), 'message-composer'), `${SECRET} reply`);
  if (isWhole) {
    store.look('same');
    await settled(provider);
  }
  const view = find(provider, 'chat-conversation');
  await writeIn(find<MessageComposer>(view, 'message-composer'), `${SECRET} message`);
  const tags = findAll<CodesTags>(provider, 'codes-tags').find((own) => own.sessionId === 'same')!;
  await fill(tags, '.tagged input', `${SECRET} tag`);
  await fill(tags, '[data-slot="primary"]', `${SECRET} code`);
  for (const transcript of findAll(provider, 'transcript-view')) {
    find(transcript, '.bar button').click();
    await settled();
    await frame();
    await fill(find(transcript, 'transcript-tools'), 'input', `${SECRET} search`);
  }
  // What is not shown there is not loaded; the notice of pages that had to go stands with them.
  const pane = findAll(provider, 'session-pane').find((own) =>
    findAll(own, '[part="tabs"]').some((row) => row.checkVisibility({ visibilityProperty: true })),
  );
  if (pane) await chooseTab(pane, findAll(pane, '[role="tab"]').map(textOf)[2] ?? '');
  store.keep('contextOffers', 'same', [{ itemId: 'page', reason: 'blocked' }]);
  store.keep('pagesLetGo', '', [{ sessionId: 'same', title: `${SECRET} page` }]);
  find(view, '.scroller').scrollTop = 0;
  await frame();
}

/** All that can be read below a root: text, what stands in fields, and what composers hold. */
const readIn = (root: ParentNode & Node): string =>
  [
    rawTextOf(root),
    ...allWithin(root).map((element) => {
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return element.value;
      return element instanceof MessageComposer ? element.text : '';
    }),
  ].join('\n');

const places: readonly [string, TemplateResult, boolean][] = [
  ['in the workspace', whole, true],
  ['in single elements', alone, false],
];

for (const [where, content, isWhole] of places) {
  describe(`what an agent has begun ${where}`, () => {
    async function begun(): Promise<Mounted & { readonly frames: readonly Element[] }> {
      const mounted = await mount(content, {}, !isWhole);
      await signsIn(mounted, 'ana');
      await begins(mounted, isWhole);
      const text = readIn(mounted.provider);
      for (const what of ['reply', 'message', 'tag', 'page'])
        expect(text.includes(`${SECRET} ${what}`), what).to.equal(true);
      expect(findAll(mounted.provider, '.offer')).to.have.length(1);
      return { ...mounted, frames: findAll(mounted.provider, 'iframe[part="frame"]') };
    }

    it('is not there for the next agent, whose sessions have the same ids', async () => {
      const mounted = await begun();
      const { provider, store, frames } = mounted;
      expect(frames.length).to.be.greaterThan(0);
      await signsIn(mounted, 'ben');
      if (isWhole) {
        for (const id of ['mail', 'same']) {
          store.look(id);
          await settled(provider);
          await frame();
          expect(readIn(provider)).to.not.contain(SECRET);
        }
      }
      expect(readIn(provider)).to.not.contain(SECRET);
      expect(findAll(provider, '.offer, transcript-tools, .reply')).to.have.length(0);
      expect(frames.filter((own) => own.isConnected)).to.have.length(0);
      const toEnd = (): number => {
        const { scrollTop, scrollHeight, clientHeight } = find(find(provider, 'chat-conversation'), '.scroller');
        return scrollHeight - scrollTop - clientHeight;
      };
      // The rest of it is drawn when the first of it has been painted.
      await until(() => toEnd() < 2);
      expect(toEnd(), 'px to the end of the chat').to.be.below(2);
      // What Ben begins is no more Ana's than hers was his.
      await writeIn(find<MessageComposer>(find(provider, 'chat-conversation'), 'message-composer'), 'Ben-only');
      await signsIn(mounted, 'ana');
      if (isWhole) {
        store.look('same');
        await settled(provider);
      }
      expect(readIn(provider)).to.not.contain('Ben-only').and.to.not.contain(SECRET);
    });

    it('is all there when the same agent’s workspace is caught up on', async () => {
      const mounted = await begun();
      const { provider, frames } = mounted;
      await signsIn(mounted, 'ana');
      const text = readIn(provider);
      for (const what of ['reply', 'message', 'tag', 'search', 'page'])
        if (what !== 'search' || findAll(provider, 'transcript-tools').length > 0)
          expect(text.includes(`${SECRET} ${what}`), what).to.equal(true);
      expect(findAll(provider, '.offer')).to.have.length(1);
      expect(frames.every((own) => own.isConnected)).to.equal(true);
    });
  });
}

describe('what comes late from an agent who has left', () => {
  it('does not touch the answer that the next agent writes in the same words', async () => {
    const mounted = await mount(html`<email-conversation session-id="mail"></email-conversation>`);
    await signsIn(mounted, 'ana');
    const { provider, gateway } = mounted;
    const answer = async (): Promise<MessageComposer> => {
      find(provider, '[data-act="reply"]').click();
      await settled();
      const composer = find<MessageComposer>(provider, 'message-composer');
      await writeIn(composer, 'Thank you');
      return composer;
    };
    let arrive: () => void = () => undefined;
    gateway.answer = () =>
      new Promise((resolve) => {
        arrive = () => {
          resolve({ ok: true });
        };
      });
    const own = await answer();
    own.shadowRoot?.querySelector<HTMLButtonElement>('.send')?.click();
    await settled();
    await signsIn(mounted, 'ben');
    const next = await answer();
    arrive();
    await settled();
    expect(next.text).to.equal('Thank you');
    expect(find<MessageComposer>(provider, 'message-composer') === next).to.equal(true);
  });

  it('names no page of theirs as closed when their panes go', async () => {
    const mounted = await mount(whole);
    await signsIn(mounted, 'ana');
    await settled();
    await signsIn(mounted, 'ben');
    expect(storeIn(mounted.provider) === mounted.store).to.equal(true);
    expect(findAll(mounted.provider, '.notice').map(rawTextOf).join()).to.not.contain('Closed to make room');
  });
});
