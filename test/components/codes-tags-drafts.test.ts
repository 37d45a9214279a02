import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/session-provider/session-provider.define.js';
import { createSessionStore, selectBegun, silentLogger } from '../../src/index.js';
import type { CommandReply, SessionStore } from '../../src/index.js';
import { codesTags as words } from '../../src/localize/en/codes-tags.js';
import { aGateway, aSession } from '../../stories/scenarios/builders.js';
import { choose } from '../../stories/scenarios/gestures.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { MemoryDrafts } from '../support/memory-drafts.js';
import { find, findAll, happens, settled, textOf, until } from '../support/mounting.js';
import { PageTime } from '../support/page-time.js';

const session = aSession({ primaryCode: 'card-limit', tags: ['vip'] });
const refused: CommandReply = { ok: false, failure: 'unreachable' };

/** One page of the agent, with drafts that outlive it. */
interface Page {
  readonly root: HTMLElement;
  readonly store: SessionStore;
  readonly gateway: ScriptedGateway;
  readonly code: () => string;
  readonly tags: () => readonly string[];
  readonly notes: () => readonly string[];
}

const pages: Page[] = [];

async function open(drafts: MemoryDrafts, reply: CommandReply | 'never' = refused): Promise<Page> {
  const gateway = aGateway({ sessions: [session], reply });
  const store = createSessionStore({
    gateway,
    clock: gateway.clock,
    logger: silentLogger,
    newId: () => crypto.randomUUID(),
    drafts,
  });
  const root = await fixture<HTMLElement>(
    html`<session-provider lang="en" .store=${store}><codes-tags session-id="call-1"></codes-tags></session-provider>`,
  );
  await settled();
  const page = {
    root,
    store,
    gateway,
    code: () => find<HTMLSelectElement>(root, '[data-slot="primary"]').value,
    tags: () => findAll(root, '.tag').map((tag) => textOf(find(tag, 'bdi'))),
    notes: () => findAll(root, '[part="failure"]').map((notice) => textOf(find(notice, 'span'))),
  };
  pages.push(page);
  return page;
}

const chooseCode = ({ root }: Page, code: string): Promise<void> =>
  choose(root, 'codes-tags', '[data-slot="primary"]', code);

async function addTag({ root }: Page, text: string): Promise<void> {
  const field = find<HTMLInputElement>(root, '.tagged input');
  field.value = text;
  field.dispatchEvent(new InputEvent('input'));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  await settled();
}

/** What there is of the page's agent, once it is written. */
const keptIn = (drafts: MemoryDrafts): unknown => drafts.of('ana').find(({ field }) => field === 'choices')?.value;

describe('codes-tags: choices as drafts', () => {
  afterEach(() => {
    for (const { store } of pages.splice(0)) store.dispose();
  });

  for (const [how, reply] of [
    ['was refused', refused],
    ['was under way when the page went', 'never'],
  ] as const)
    it(`what ${how} is there again on the next page, as not saved, and is saved from there`, async () => {
      const drafts = new MemoryDrafts();
      const before = await open(drafts, reply);
      await chooseCode(before, 'card-lost');
      await addTag(before, 'travel');
      await until(() => JSON.stringify(keptIn(drafts)) === '{"primary":"card-lost","tags":["vip","travel"]}');
      before.root.remove();
      before.store.dispose();

      const after = await open(drafts, { ok: true });
      await until(() => after.code() === 'card-lost');
      expect([after.code(), after.tags()]).to.deep.equal(['card-lost', ['vip', 'travel']]);
      expect(after.notes()).to.deep.equal([`Not saved: ${words.begun}`]);
      find(after.root, '[part="failure"] button').click();
      await settled();
      expect(after.gateway.commands.map(({ commandId: _, ...wish }) => wish)).to.deep.equal([
        { type: 'codes.choose', sessionId: 'call-1', primary: 'card-lost' },
        { type: 'tags.change', sessionId: 'call-1', tags: ['vip', 'travel'] },
      ]);
      expect(after.store.read(selectBegun('choices', 'call-1'))).to.equal(undefined);
      expect(after.notes()).to.deep.equal([]);
      await until(() => keptIn(drafts) === undefined);
      expect(keptIn(drafts)).to.equal(undefined);
    });

  it('lets go of what the agent lets go of: what is saved is shown', async () => {
    const drafts = new MemoryDrafts();
    const page = await open(drafts);
    await chooseCode(page, 'card-lost');
    await settled();
    find(page.root, '[part="failure"] button.plain').click();
    await settled();
    expect([page.code(), page.notes()]).to.deep.equal(['card-limit', []]);
    expect(page.store.read(selectBegun('choices', 'call-1'))).to.equal(undefined);
  });

  it('the same of what an earlier page had left', async () => {
    const drafts = new MemoryDrafts();
    const before = await open(drafts);
    await chooseCode(before, 'card-lost');
    await until(() => keptIn(drafts) !== undefined);
    before.store.dispose();
    before.root.remove();
    const after = await open(drafts);
    await until(() => after.code() === 'card-lost');
    find(after.root, '[part="failure"] button.plain').click();
    await settled();
    expect([after.code(), after.notes(), keptIn(drafts)]).to.deep.equal(['card-limit', [], undefined]);
    expect(after.gateway.commands).to.deep.equal([]);
  });

  it('keeps nothing that is saved: by its reply, or by a fact from elsewhere', async () => {
    const drafts = new MemoryDrafts();
    const page = await open(drafts, { ok: true });
    await chooseCode(page, 'card-lost');
    await settled();
    expect(page.store.read(selectBegun('choices', 'call-1'))).to.equal(undefined);
    page.gateway.answer = () => Promise.resolve(refused);
    await chooseCode(page, 'card-lost');
    expect(page.store.read(selectBegun('choices', 'call-1'))).to.deep.equal({ primary: 'card-lost' });
    await happens(page.gateway, { type: 'codes.chosen', at: NOW, sessionId: 'call-1', primary: 'card-lost' });
    expect(page.store.read(selectBegun('choices', 'call-1'))).to.equal(undefined);
  });

  it('says where tags are typed that nothing is saved on this device, as long as that is so', async () => {
    const drafts = new MemoryDrafts();
    const page = await open(drafts);
    const note = (): string => textOf(find(page.root, '#tags'));
    drafts.gate = Promise.reject(new Error('full'));
    drafts.gate.catch(() => undefined);
    const time = new PageTime();
    page.store.keep('tag', 'call-1', 'tra');
    await until(() => note() !== 'Tags');
    expect(note()).to.equal(`Tags · ${words.unsaved}`);
    expect(time.end()).to.be.below(1000);
    drafts.gate = Promise.resolve();
    page.store.keep('tag', 'call-1', 'trav');
    await until(() => note() === 'Tags');
    expect(note()).to.equal('Tags');
  });
});
