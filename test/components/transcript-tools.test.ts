import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/components/transcript-tools/transcript-tools.define.js';
import '../../src/components/transcript-view/transcript-view.define.js';
import type { TranscriptFind } from '../../src/components/transcript-tools/transcript-tools.js';
import type { Session, TranscriptSegment } from '../../src/index.js';
import { anEndedSession } from '../../stories/scenarios/builders.js';
import { aLongConversation, aboutACard, interim } from '../../stories/scenarios/conversations.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, theCall } from '../../stories/scenarios/working-day.js';
import {
  expectFocusOn,
  find,
  findAll,
  frame,
  happens,
  mount,
  rawTextOf,
  settled,
  textOf,
} from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const sessionId = theCall.id;
const tools = html`<transcript-tools open></transcript-tools>`;
const line = (id: string, text: string): TranscriptSegment => ({
  id,
  speaker: { id: 'customer', role: 'customer', name: 'Nora Feld' },
  text,
  isFinal: true,
});

interface Tools extends Mounted {
  /** Where searches led. */
  readonly found: (string | undefined)[];
  status(): string;
  type(text: string): Promise<void>;
  press(key: string, shiftKey?: boolean): Promise<void>;
}

async function toolsFor(segments: readonly TranscriptSegment[], session: Session = theCall): Promise<Tools> {
  const mounted = await mount(tools, { sessions: [session, aChat], transcript: { sessionId: session.id, segments } });
  const { provider, store } = mounted;
  store.look(session.id);
  await settled();
  const found: (string | undefined)[] = [];
  provider.addEventListener('transcript-find', (event) => {
    found.push((event as CustomEvent<TranscriptFind>).detail.segmentId);
  });
  const field = find<HTMLInputElement>(provider, 'input');
  return {
    ...mounted,
    found,
    status: () => textOf(find(provider, '[role="status"]')),
    async type(text) {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await settled();
    },
    async press(key, shiftKey = false) {
      field.dispatchEvent(
        new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, composed: true, cancelable: true }),
      );
      await settled();
    },
  };
}

describe('transcript-tools', () => {
  it('finds text in whatever case and says which match of how many one is on', async () => {
    const { found, status, type } = await toolsFor(aboutACard);
    await type('CARD');
    expect(status()).to.equal('1 of 1 Nora Feld: Good morning, I think I left my card in a taxi last night.');
    await type('i');
    expect(status()).to.match(/^1 of 4 /);
    await type('.*');
    expect(status()).to.equal('No match');
    await type('');
    expect(status()).to.equal('');
    expect(found).to.deep.equal(['line-0', 'line-0', undefined, undefined]);
  });

  it('goes on and back by Enter and by its buttons, round at the ends', async () => {
    const { provider, found, press, type } = await toolsFor(aboutACard);
    await type('last');
    await press('Enter');
    await press('Enter');
    await press('Enter', true);
    find(provider, '[aria-label="Previous match"]').click();
    find(provider, '[aria-label="Next match"]').click();
    expect(found).to.deep.equal(['line-0', 'line-1', 'line-0', 'line-1', 'line-0', 'line-1']);
  });

  it('stays on its match while lines come before and after it, and counts them in', async () => {
    const { gateway, found, status, press, type } = await toolsFor([line('a', 'card one'), line('b', 'card two')]);
    await type('card');
    await press('Enter');
    await happens(gateway, {
      type: 'transcript.appended',
      at: NOW,
      sessionId,
      segments: [{ ...line('z', 'card three'), offsetMs: 5000 }],
    });
    expect(status()).to.match(/^2 of 3 Nora Feld: card two/);
    const segment = line('a', 'cart one');
    await happens(gateway, { type: 'transcript.corrected', at: NOW, sessionId, segment });
    expect(status()).to.match(/^1 of 2 Nora Feld: card two/);
    expect(found).to.deep.equal(['a', 'b']);
  });

  it('searches a hundred thousand lines without doing it all in one go', async function () {
    this.timeout(60_000);
    const { found, status, type } = await toolsFor(aLongConversation(100_000));
    await type('99998.');
    expect(status(), 'at once').to.equal('0 so far…');
    while (status() === '0 so far…') await frame();
    expect(status()).to.match(/^1 of 1 Ana Sommer: 99998\./);
    expect(found).to.deep.equal(['line-99997']);
  });

  it('keeps what was typed for one session from another, and does not search there by itself', async () => {
    const { provider, store, gateway, found, status, type } = await toolsFor(aboutACard);
    await happens(gateway, {
      type: 'transcript.appended',
      at: NOW,
      sessionId: aChat.id,
      segments: [line('c', 'my card')],
    });
    await type('card');
    store.look(aChat.id);
    await settled();
    const field = find<HTMLInputElement>(provider, 'input');
    expect([field.value, status()]).to.deep.equal(['', '']);
    store.look(sessionId);
    await settled();
    expect([field.value, status()]).to.deep.equal(['card', '']);
    find(provider, '[aria-label="Next match"]').click();
    await settled();
    expect(status()).to.match(/^1 of 1/);
    expect(found).to.deep.equal(['line-0', 'line-0']);
  });

  it('shows hostile texts as text', async () => {
    const { provider, status, type } = await toolsFor([line('x', '<img src=x onerror="alert(1)">')]);
    await type('<img');
    expect(status()).to.contain('<img src=x');
    expect(findAll(provider, 'img')).to.have.length(0);
  });

  describe('copies', () => {
    const real = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard');
    let copied: string[];
    const clipboard = (writeText: ((text: string) => Promise<void>) | undefined): void => {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: writeText && { writeText } });
    };
    beforeEach(() => (copied = []));
    afterEach(() => {
      Reflect.deleteProperty(navigator, 'clipboard');
      expect(real).to.not.equal(undefined);
    });
    const copyAll = async (root: ParentNode): Promise<void> => {
      findAll(root, 'button')
        .find((button) => textOf(button) === 'Copy all')!
        .click();
      await frame();
    };
    const message = (root: ParentNode): string => textOf(findAll(root, '[role="status"]').at(-1)!);

    it('what was said for good, as text', async () => {
      clipboard((text) => Promise.resolve(void copied.push(text)));
      const { provider } = await toolsFor([...aboutACard.slice(0, 2), interim]);
      await copyAll(provider);
      expect(copied).to.deep.equal([
        '[0:00] Nora Feld: Good morning, I think I left my card in a taxi last night.\n' +
          '[0:05] Ana Sommer: I am sorry to hear that. I block it right away, may I have the last four digits?\n',
      ]);
      expect(message(provider)).to.equal('Copied');
    });

    it('after the end also what was never finished', async () => {
      clipboard((text) => Promise.resolve(void copied.push(text)));
      const { provider } = await toolsFor([interim], anEndedSession());
      await copyAll(provider);
      expect(copied).to.deep.equal([`[0:26] Ana Sommer: ${interim.text}\n`]);
    });

    for (const [why, writeText] of [
      ['is refused', () => Promise.reject(new DOMException('no', 'NotAllowedError'))],
      ['does not exist', undefined],
    ] as const) {
      it(`by hand where the clipboard ${why}: the text is there and selected`, async () => {
        clipboard(writeText);
        const { provider } = await toolsFor(aboutACard);
        await copyAll(provider);
        expect(message(provider)).to.match(/^Could not be copied\./);
        const area = find<HTMLTextAreaElement>(provider, 'textarea');
        expect(area.value.split('\n')).to.have.length(aboutACard.length + 1);
        expect(area.value.slice(area.selectionStart, area.selectionEnd)).to.equal(area.value);
        expectFocusOn(area);
      });
    }

    it('by hand only what a page can lay out, and says so', async () => {
      clipboard(undefined);
      const { provider } = await toolsFor([
        line('bomb', `a${'\u0301'.repeat(200_000)}`),
        line('b', 'x'.repeat(200_000)),
      ]);
      await copyAll(provider);
      expect(message(provider)).to.contain('Only its beginning fits here');
      const { value } = find<HTMLTextAreaElement>(provider, 'textarea');
      expect(value.length).to.be.at.most(100_000);
      expect(value).to.not.match(/\p{M}{9}/u);
    });

    it('for the session it was pressed for, when another is on screen by then', async () => {
      let isCopied = (): void => undefined;
      clipboard(() => new Promise((resolve) => (isCopied = resolve)));
      const { provider, store } = await toolsFor(aboutACard);
      await copyAll(provider);
      store.look(aChat.id);
      isCopied();
      await frame();
      expect(message(provider)).to.equal('');
    });
  });

  describe('saves', () => {
    const saved: { name: string; blob: Blob }[] = [];
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    let last: Blob;
    beforeEach(() => {
      saved.length = 0;
      URL.createObjectURL = (blob: Blob) => {
        last = blob;
        return createObjectURL(blob);
      };
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        saved.push({ name: this.download, blob: last });
      };
    });
    afterEach(() => {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    });
    const save = async (root: ParentNode, label: string): Promise<void> => {
      findAll(root, 'button')
        .find((button) => textOf(button) === label)!
        .click();
      await settled();
    };

    it('WebVTT and text under the name of the session', async () => {
      const { provider } = await toolsFor(aboutACard);
      await save(provider, 'Save as WebVTT');
      expect(textOf(findAll(provider, '[role="status"]').at(-1)!)).to.equal('Saved as Nora Feld.vtt.');
      await save(provider, 'Save as text');
      expect(saved.map(({ name, blob }) => [name, blob.type])).to.deep.equal([
        ['Nora Feld.vtt', 'text/vtt;charset=utf-8'],
        ['Nora Feld.txt', 'text/plain;charset=utf-8'],
      ]);
      expect(await saved[0]!.blob.text()).to.match(/^WEBVTT\n\n00:00:00.000 --> .*\n<v Nora Feld>Good morning/);
      expect(await saved[1]!.blob.text()).to.match(/^\[0:00\] Nora Feld: Good morning/);
    });

    it('says how many lines have no time', async () => {
      const { provider } = await toolsFor([...aboutACard, line('x', 'No time.')]);
      await save(provider, 'Save as WebVTT');
      expect(textOf(provider)).to.contain('1 line has no time. In WebVTT they begin with the line before.');
    });

    it('under a name that no file system stumbles over', async () => {
      const { provider } = await toolsFor(aboutACard, { ...theCall, customer: { name: '../\u202Eevil"\n' } });
      await save(provider, 'Save as text');
      expect(saved[0]!.name).to.equal('evil.txt');
    });
  });
});

describe('transcript-tools in a transcript', () => {
  const opened = async (segments: readonly TranscriptSegment[]): Promise<Mounted & { toggle: HTMLElement }> => {
    const mounted = await mount(html`<div style="inline-size: 400px"><transcript-view></transcript-view></div>`, {
      sessions: [theCall],
      transcript: { sessionId, segments },
    });
    for (let turn = 0; turn < 3; turn += 1) await frame();
    const toggle = find(mounted.provider, '[aria-expanded]');
    toggle.focus();
    toggle.click();
    await frame();
    return { ...mounted, toggle };
  };
  const marked = (root: ParentNode): string[] =>
    findAll(root, '.segment[aria-current="true"]').map((row) => rawTextOf(find(row, '.text')).trim());

  it('open at the press of a button, ready to be typed into, and close by Escape, which leads back', async () => {
    const { provider, toggle } = await opened(aboutACard);
    expect(textOf(toggle)).to.equal('Search and export');
    expect(toggle.ariaExpanded).to.equal('true');
    expectFocusOn(find(provider, 'input'));
    await sendKeys({ type: 'friday' });
    await frame();
    expect(marked(provider)).to.have.length(1);
    await sendKeys({ press: 'Escape' });
    await frame();
    expect(findAll(provider, 'transcript-tools')).to.have.length(0);
    expect(marked(provider)).to.deep.equal([]);
    expect(toggle.ariaExpanded).to.equal('false');
    expectFocusOn(toggle);
  });

  it('show the line that was found, wherever it is, and mark it', async function () {
    this.timeout(60_000);
    const { provider } = await opened(aLongConversation(5000));
    const scroller = find(provider, '.scroller');
    for (const number of [4321, 17, 1, 5000, 2500]) {
      const field = find<HTMLInputElement>(provider, 'input');
      field.value = `${String(number)}. `;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      while (!marked(provider).some((text) => text.startsWith(`${String(number)}. `))) await frame();
      for (let turn = 0; turn < 4; turn += 1) await frame();
      const row = find(provider, '.segment[aria-current="true"]').getBoundingClientRect();
      const view = scroller.getBoundingClientRect();
      expect(row.top, String(number)).to.be.within(view.top - 1, view.bottom);
      expect(row.bottom, String(number)).to.be.within(view.top, view.bottom + 1);
    }
  });

  it('mark what they stand on when the found line is corrected and does not match any more, and move nothing', async () => {
    const { provider, gateway } = await opened([line('a', 'card one'), line('b', 'no match'), line('c', 'card two')]);
    await sendKeys({ type: 'card' });
    await frame();
    expect(marked(provider)).to.deep.equal(['card one']);
    const correct = (id: string, text: string): Promise<void> =>
      happens(gateway, { type: 'transcript.corrected', at: NOW, sessionId, segment: line(id, text) });
    const { scrollTop } = find(provider, '.scroller');
    await correct('a', 'cart one');
    await frame();
    expect(marked(provider)).to.deep.equal(['card two']);
    expect(textOf(find(find(provider, 'transcript-tools'), '[role="status"]'))).to.match(/^1 of 1/);
    await correct('c', 'cart two');
    await frame();
    expect(marked(provider)).to.deep.equal([]);
    await correct('b', 'a match: card');
    await frame();
    expect(marked(provider)).to.deep.equal(['a match: card']);
    expect(find(provider, '.scroller').scrollTop).to.equal(scrollTop);
  });

  it('stay at the found line while lines are added', async () => {
    const { provider, gateway } = await opened(aLongConversation(500));
    const field = find<HTMLInputElement>(provider, 'input');
    field.value = '100. ';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    for (let turn = 0; turn < 4; turn += 1) await frame();
    const top = (): number => find(provider, '.segment[aria-current="true"]').getBoundingClientRect().top;
    const before = top();
    await happens(gateway, { type: 'transcript.appended', at: NOW, sessionId, segments: [line('new', 'New')] });
    for (let turn = 0; turn < 4; turn += 1) await frame();
    expect(Math.abs(top() - before)).to.be.below(0.5);
    expect(findAll(provider, 'button.end').map(textOf)).to.deep.equal(['1 new line. Go to the end']);
  });

  for (const [where, count, typed] of [
    ['where the end was followed', 500, '499. '],
    ['which is the last one', 500, '500. '],
    ['below lines higher than they were taken for', 503, 'Found'],
  ] as const)
    it(`hold the found line in sight while more and more come, ${where}`, async () => {
      const long = { ...line('long', 'Very long. '.repeat(200)), offsetMs: 500_001 };
      const found = { ...line('found', 'Found.'), offsetMs: 500_002 };
      const { provider, gateway } = await opened([...aLongConversation(count), long, found]);
      const field = find<HTMLInputElement>(provider, 'input');
      field.focus();
      await sendKeys({ type: typed });
      for (let turn = 0; turn < 6; turn += 1) await frame();
      const view = find(provider, '.scroller').getBoundingClientRect();
      const row = (): DOMRect => find(provider, '.segment[aria-current="true"]').getBoundingClientRect();
      const { top } = row();
      for (let turn = 0; turn < 20; turn += 1) {
        const segments = [line(`new-${String(turn)}`, 'New')];
        await happens(gateway, { type: 'transcript.appended', at: NOW, sessionId, segments });
        await frame();
        expect(row().top).to.be.closeTo(top, 0.6);
        expect(row().bottom).to.be.within(view.top, view.bottom + 1);
      }
      expectFocusOn(field);
      expect(findAll(provider, 'button.end').map(textOf)).to.deep.equal(['20 new lines. Go to the end']);
    });
});
