import { expect, html } from '@open-wc/testing';
import '../../src/components/session-summary/session-summary.define.js';
import type { Session } from '../../src/index.js';
import { anEndedSession, everythingOn } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { theSummary } from '../../stories/scenarios/summaries.js';
import { aChat, theCall } from '../../stories/scenarios/working-day.js';
import { expectFocusOn, find, findAll, frame, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

type Summary = NonNullable<Session['summary']>;

const over = anEndedSession();
const view = html`<session-summary session-id=${over.id}></session-summary>`;
const summaryOf = (summary: Summary): Promise<Mounted> =>
  mount(view, { document: everythingOn, sessions: [{ ...over, summary }, aChat] });
const comes = (gateway: ScriptedGateway, summary: Summary, sessionId = over.id): Promise<void> =>
  happens(gateway, { type: 'summary.changed', at: NOW, sessionId, summary });
const parts = (root: ParentNode): string[][] =>
  findAll(root, 'section').map((section) => [textOf(find(section, 'h4')), textOf(find(section, '.text'))]);
const shown = (root: ParentNode): string => textOf(find(root, 'session-summary'));

describe('session-summary', () => {
  it('shows the five parts in the order in which they are read, and who wrote them', async () => {
    const { provider } = await summaryOf({
      ...theSummary,
      parts: Object.fromEntries(Object.entries(theSummary.parts).reverse()),
    });
    expect(parts(provider).map(([name]) => name)).to.deep.equal(['Title', 'Issue', 'Resolution', 'Recap', 'Narrative']);
    expect(parts(provider)[1]![1]).to.equal(theSummary.parts.issue);
    expect(shown(provider)).to.contain('Written by a machine. Check it before you pass it on.');
  });

  const table: readonly [string, Session, string][] = [
    ['one comes later, during the call', { ...over, state: 'active' }, 'A summary is made after the call.'],
    ['one comes later, while the call is parked', { ...over, state: 'parked' }, 'A summary is made after the call.'],
    ['none has come', over, 'There is no summary of this call yet.'],
    [
      'it is being written',
      { ...over, summary: { status: 'pending', version: 1, parts: {} } },
      'A summary is being written…',
    ],
    [
      'it failed, and why',
      { ...over, summary: { status: 'failed', version: 1, parts: {}, reason: 'no answer' } },
      'The summary could not be made: no answer',
    ],
    ['it failed', { ...over, summary: { status: 'failed', version: 1, parts: {} } }, 'The summary could not be made.'],
    [
      'there will be none, and why',
      { ...over, summary: { status: 'not-available', version: 1, parts: {}, reason: 'not transcribed' } },
      'No summary: not transcribed',
    ],
    [
      'it is empty',
      { ...over, summary: { status: 'ready', version: 1, parts: { title: ' ' } } },
      'The summary is empty.',
    ],
  ];
  for (const [what, session, expected] of table) {
    it(`says that ${what}`, async () => {
      const { provider } = await mount(view, { document: everythingOn, sessions: [session] });
      expect(shown(provider)).to.equal(expected);
    });
  }

  it('lets the text grow, and says only once that it is being written and once that it is there', async () => {
    const { provider, gateway } = await mount(view, { document: everythingOn, sessions: [over] });
    const said: string[] = [];
    const status = find(provider, '[role="status"]');
    const observer = new MutationObserver(() => said.push(textOf(status)));
    observer.observe(status, { subtree: true, childList: true, characterData: true });
    await comes(gateway, { status: 'pending', version: 1, parts: {} });
    expect(findAll(provider, '.skeleton')).to.have.length(1);
    for (const [version, issue] of ['The', 'The card', 'The card is lost'].entries()) {
      await comes(gateway, { status: 'streaming', version: version + 2, parts: { issue } });
      expect(parts(provider)).to.deep.equal([['Issue', issue]]);
      expect(find(provider, '.parts').ariaBusy).to.equal('true');
    }
    expect(findAll(provider, '.skeleton')).to.have.length(0);
    await comes(gateway, theSummary.version > 4 ? theSummary : { ...theSummary, version: 5 });
    await frame();
    observer.disconnect();
    expect(find(provider, '.parts').ariaBusy).to.equal('false');
    expect(said).to.deep.equal(['A summary is being written…', 'The summary is ready.']);
  });

  it('drops what is outdated, repeated or of another session', async () => {
    const { provider, gateway } = await summaryOf(theSummary);
    const before = shown(provider);
    await comes(gateway, { status: 'streaming', version: 2, parts: { title: 'Late' } });
    await comes(gateway, { ...theSummary, parts: { title: 'Same version' } });
    await comes(gateway, { status: 'ready', version: 9, parts: { title: 'Of the chat' } }, aChat.id);
    await comes(gateway, { status: 'ready', version: 9, parts: { title: 'Of nobody' } }, 'unknown');
    expect(shown(provider)).to.equal(before);
    await comes(gateway, { ...theSummary, version: 5, parts: { title: 'Corrected' } });
    expect(parts(provider)).to.deep.equal([['Title', 'Corrected']]);
  });

  it('takes a megabyte, folded, and parts that are no text', async () => {
    const narrative = 'And so it went on. '.repeat(55_000);
    const { provider } = await summaryOf({
      status: 'ready',
      version: 1,
      parts: { title: 7 as unknown as string, issue: { toString: null } as unknown as string, narrative },
    });
    expect(parts(provider).map(([name]) => name)).to.deep.equal(['Title', 'Issue', 'Narrative']);
    expect(parts(provider)[0]![1]).to.equal('7');
    expect(find<HTMLDetailsElement>(provider, 'details').open).to.equal(false);
    expect(find(provider, 'session-summary').clientHeight).to.be.below(20_000);
  });

  it('shows hostile texts as text', async () => {
    const { provider } = await summaryOf({
      status: 'ready',
      version: 1,
      parts: { recap: '<img src=x onerror=alert(1)>' },
    });
    expect(parts(provider)).to.deep.equal([['Recap', '<img src=x onerror=alert(1)>']]);
    expect(findAll(provider, 'img')).to.have.length(0);
  });

  describe('copies', () => {
    let copied: string[];
    const clipboard = (writeText: (text: string) => Promise<void>): void => {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    };
    beforeEach(() => {
      copied = [];
      clipboard((text) => Promise.resolve(void copied.push(text)));
    });
    afterEach(() => {
      Reflect.deleteProperty(navigator, 'clipboard');
    });
    const press = async (root: ParentNode, selector: string): Promise<void> => {
      const button = find(root, selector);
      button.focus();
      button.click();
      await frame();
    };
    const word = (root: ParentNode): string => textOf(findAll(root, '[role="status"]').at(-1)!);

    it('each part on its own, and says so', async () => {
      const { provider } = await summaryOf(theSummary);
      await press(provider, '[aria-label="Copy issue"]');
      expect(word(provider)).to.equal('Copied: issue');
      await press(provider, '[aria-label="Copy narrative"]');
      expect(word(provider)).to.equal('Copied: narrative');
      expect(copied).to.deep.equal([theSummary.parts.issue, theSummary.parts.narrative]);
      expect(findAll(provider, '.copied').map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Copy narrative']);
      expectFocusOn(find(provider, '[aria-label="Copy narrative"]'));
    });

    it('all parts with their names', async () => {
      const { provider } = await summaryOf({ status: 'ready', version: 1, parts: { recap: 'R', title: 'T' } });
      await press(provider, '.foot button');
      expect(copied).to.deep.equal(['Title\nT\n\nRecap\nR\n']);
      expect(word(provider)).to.equal('Copied: all parts');
    });

    it('the whole of a part of which only the beginning is unfolded', async () => {
      const narrative = 'word '.repeat(10_000);
      const { provider } = await summaryOf({ status: 'ready', version: 1, parts: { narrative } });
      await press(provider, '[aria-label="Copy narrative"]');
      expect(copied).to.deep.equal([narrative]);
    });

    it('nothing where the browser refuses, says so and selects the part', async () => {
      clipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
      const { provider } = await summaryOf(theSummary);
      await press(provider, '[aria-label="Copy issue"]');
      expect(word(provider)).to.match(/^Could not be copied\./);
      expect(findAll(provider, '.copied')).to.have.length(0);
      expect(String(getSelection())).to.equal(theSummary.parts.issue);
    });

    it('for the session it was pressed for, when another is on screen by then', async () => {
      let isCopied = (): void => undefined;
      clipboard(() => new Promise((resolve) => (isCopied = resolve)));
      const { provider, store } = await mount(html`<session-summary></session-summary>`, {
        document: everythingOn,
        sessions: [
          { ...theCall, summary: theSummary },
          { ...aChat, summary: theSummary },
        ],
      });
      store.look(theCall.id);
      await settled();
      await press(provider, '[aria-label="Copy issue"]');
      store.look(aChat.id);
      isCopied();
      await frame();
      expect([word(provider), findAll(provider, '.copied').length]).to.deep.equal(['', 0]);
    });
  });

  it('keeps keyboard users in it when a new version takes their part away', async () => {
    const { provider, gateway } = await summaryOf(theSummary);
    find(provider, '[aria-label="Copy narrative"]').focus();
    await comes(gateway, { status: 'ready', version: 9, parts: { title: 'Short' } });
    expectFocusOn(find(provider, '[aria-label="Copy title"]'));
  });
});
