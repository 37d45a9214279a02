import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/components/transcript-view/transcript-view.define.js';
import type { TranscriptView } from '../../src/components/transcript-view/transcript-view.js';
import type { TranscriptSegment } from '../../src/index.js';
import { aLongConversation } from '../../stories/scenarios/conversations.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { theCall } from '../../stories/scenarios/working-day.js';
import { expectFocusOn, find, findAll, frame, happens, mount, textOf, until } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const sessionId = theCall.id;

interface Reading extends Mounted {
  readonly scroller: HTMLElement;
}

async function reading(count: number, segments = aLongConversation(count)): Promise<Reading> {
  const mounted = await mount(html`<div style="inline-size: 400px"><transcript-view></transcript-view></div>`, {
    sessions: [theCall],
    transcript: { sessionId, segments },
  });
  await still();
  return { ...mounted, scroller: find(mounted.provider, '.scroller') };
}

/** Waits until rows were measured and placed. */
async function still(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await frame();
}

async function scrollTo({ scroller }: Reading, top: number): Promise<void> {
  scroller.scrollTop = top;
  await still();
}

/** The first row in view, and where it stands in px below the upper edge. */
function firstInView({ scroller, provider }: Reading): { readonly text: string; readonly top: number } {
  const edge = scroller.getBoundingClientRect().top;
  for (const row of findAll(provider, '.segment')) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom > edge + 1) return { text: textOf(row), top: top - edge };
  }
  throw new Error('No row is in view.');
}

const topOf = ({ scroller, provider }: Reading, text: string): number => {
  const row = findAll(provider, '.segment').find((own) => textOf(own).includes(text));
  if (!row) throw new Error(`"${text}" is not in the document.`);
  return row.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
};

const isAtEnd = ({ scroller }: Reading): boolean =>
  scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 2;

const line = (id: string, text: string, offsetMs?: number): TranscriptSegment => ({
  id,
  speaker: { id: 'customer', role: 'customer', name: 'Nora Feld' },
  text,
  isFinal: true,
  ...(offsetMs === undefined ? {} : { offsetMs }),
});
async function says(gateway: ScriptedGateway, ...segments: readonly TranscriptSegment[]): Promise<void> {
  await happens(gateway, { type: 'transcript.appended', at: NOW, sessionId, segments });
  await still();
}

const toEnd = (root: ParentNode): string[] => findAll(root, 'button.end').map(textOf);

describe('transcript-view with very many lines', function () {
  this.timeout(60_000);

  it('keeps the document small at a hundred thousand, wherever one reads', async () => {
    const all = await reading(100_000);
    expect(findAll(all.provider, '.segment').length).to.be.within(1, 200);
    expect(textOf(findAll(all.provider, '.segment').at(-1)!)).to.contain('100000.');
    expect(isAtEnd(all)).to.equal(true);
    for (const part of [0, 0.25, 0.5, 0.75]) {
      await scrollTo(all, all.scroller.scrollHeight * part);
      expect(findAll(all.provider, '.segment').length).to.be.within(1, 200);
      expect(firstInView(all).top).to.be.at.most(1);
    }
    await scrollTo(all, 0);
    expect(firstInView(all).text).to.contain(' 1. ');
  });

  it('has rows everywhere in view, however little one scrolls at a time', async () => {
    const all = await reading(500);
    for (let top = 5000; top < 5800; top += 37) {
      all.scroller.scrollTop = top;
      await frame();
      await frame();
      const edges = all.scroller.getBoundingClientRect();
      const rows = findAll(all.provider, '.segment').map((row) => row.getBoundingClientRect());
      expect(rows[0]!.top, String(top)).to.be.at.most(edges.top);
      expect(rows.at(-1)!.bottom, String(top)).to.be.at.least(edges.bottom);
    }
  });

  /** Lines of every height, the more of them the further down: some million px from the first. */
  const manyOfAnyHeight = Array.from({ length: 100_000 }, (_, at) =>
    line(`u${String(at)}`, `${String(at)}. ${'word '.repeat((at * 7) % 49)}`, at * 1000),
  );

  for (const [what, style, isBusy, segments] of [
    ['', '', false],
    [' while lines arrive', '', true],
    [' from right to left', 'direction: rtl', false],
    [' on a page that is drawn larger', 'zoom: 2', false],
    [' on a page that is drawn smaller', 'transform: scale(0.6)', false],
    [' where they stand further down than a number in a style is exact', 'inline-size: 390px', false, manyOfAnyHeight],
  ] as const)
    it(`moves what is read by as much as the reader scrolls, back through rows that nobody has seen${what}`, async () => {
      const all = await reading(1000, segments);
      const box = find(all.provider, 'div');
      box.style.cssText += `;${style}`;
      await still();
      const scale = box.getBoundingClientRect().width / box.offsetWidth;
      const { scroller } = all;
      for (let step = 0; step < 15; step += 1) {
        const edge = scroller.getBoundingClientRect();
        const row = findAll(all.provider, '.segment').find(
          (own) => own.getBoundingClientRect().bottom > edge.top + edge.height / 3,
        )!;
        const text = textOf(row);
        const before = topOf(all, text);
        const from = scroller.scrollTop;
        scroller.scrollTop -= scroller.clientHeight / 2;
        const asked = from - scroller.scrollTop;
        if (isBusy) await says(all.gateway, line(`new-${String(step)}`, 'New'));
        await still();
        const moved = (topOf(all, text) - before) / scale;
        expect(asked, 'an engine may scroll by every other pixel').to.be.closeTo(scroller.clientHeight / 2, 1);
        expect(moved - asked, text).to.be.within(-0.6, 0.6);
      }
    });

  it('follows the end', async () => {
    const all = await reading(500);
    for (let index = 0; index < 5; index += 1)
      await says(all.gateway, line(`new-${String(index)}`, `New ${String(index)}`));
    expect(isAtEnd(all)).to.equal(true);
    expect(textOf(findAll(all.provider, '.segment').at(-1)!)).to.contain('New 4');
    expect(toEnd(all.provider)).to.deep.equal([]);
  });

  it('stays where one has just gone back to when something else is drawn before the page knows', async () => {
    const all = await reading(500);
    const { scroller } = all;
    const place = scroller.scrollTop - 300;
    const view = find<TranscriptView>(all.provider, 'transcript-view');
    scroller.scrollTop = place;
    view.note = 'Something else';
    await view.updateComplete;
    expect(scroller.scrollTop).to.be.closeTo(place, 1);
    await still();
    expect(scroller.scrollTop).to.be.closeTo(place, 1);
    expect(toEnd(all.provider)).to.have.length(1);
  });

  it('follows the end of a view that becomes larger or smaller', async () => {
    const all = await reading(40);
    const box = find(all.provider, 'div');
    for (const height of [120, 700, 240, 500]) {
      const segments = [line(`at-${String(height)}`, 'New')];
      await happens(all.gateway, { type: 'transcript.appended', at: NOW, sessionId, segments });
      // What stands around it is not laid out all at once.
      for (const inBetween of [height + 60, height]) {
        box.style.setProperty('--my-sessions-transcript-height', `${String(inBetween)}px`);
        expect(all.scroller.scrollTop).to.be.above(0);
      }
      await still();
      expect(isAtEnd(all), String(height)).to.equal(true);
      expect(toEnd(all.provider), String(height)).to.deep.equal([]);
    }
  });

  describe('while one reads further up', () => {
    it('does not move by a pixel when lines are added below, and says how many', async () => {
      const all = await reading(500);
      await scrollTo(all, 5000);
      const before = firstInView(all);
      expect(toEnd(all.provider)).to.deep.equal(['Go to the end']);
      await says(all.gateway, line('new-1', 'New'), line('new-2', 'New'));
      expect(Math.abs(topOf(all, before.text) - before.top)).to.be.below(0.5);
      expect(toEnd(all.provider)).to.deep.equal(['2 new lines. Go to the end']);
      await says(all.gateway, line('new-3', 'New'));
      expect(toEnd(all.provider)).to.deep.equal(['3 new lines. Go to the end']);
    });

    it('counts anew each time the end is left', async () => {
      const all = await reading(500);
      await scrollTo(all, 5000);
      await says(all.gateway, line('new-1', 'New'), line('new-2', 'New'));
      await scrollTo(all, all.scroller.scrollHeight);
      expect(toEnd(all.provider)).to.deep.equal([]);
      await says(all.gateway, line('new-3', 'Seen at the end'));
      await scrollTo(all, 5000);
      expect(toEnd(all.provider)).to.deep.equal(['Go to the end']);
      await says(all.gateway, line('new-4', 'New'));
      expect(toEnd(all.provider)).to.deep.equal(['1 new line. Go to the end']);
      await scrollTo(all, 4000);
      expect(toEnd(all.provider)).to.deep.equal(['1 new line. Go to the end']);
    });

    it('does not move when lines are put in above', async () => {
      const all = await reading(500);
      await scrollTo(all, 5000);
      const before = firstInView(all);
      await says(all.gateway, line('early-1', 'Early. '.repeat(60), 1), line('early-2', 'Early.', 2));
      await still();
      expect(Math.abs(topOf(all, before.text) - before.top)).to.be.below(0.5);
    });

    it('does not move when a line just above becomes longer', async () => {
      const all = await reading(500);
      await scrollTo(all, 5000);
      const before = firstInView(all);
      const rows = findAll(all.provider, '.segment').map(textOf);
      const above = rows[rows.indexOf(before.text) - 1]!;
      const number = Number(/ (\d+)\. /.exec(above)![1]);
      const segment = { ...aLongConversation(number).at(-1)!, text: 'Much longer than before. '.repeat(20) };
      await happens(all.gateway, { type: 'transcript.corrected', at: NOW, sessionId, segment });
      await still();
      expect(Math.abs(topOf(all, before.text) - before.top)).to.be.below(0.5);
    });

    it('keeps the line being read in view when the width changes', async () => {
      const all = await reading(500);
      await scrollTo(all, 5000);
      const before = firstInView(all);
      find(all.provider, 'div').style.inlineSize = '260px';
      await still();
      await still();
      const top = topOf(all, before.text);
      expect(top).to.be.within(-400, all.scroller.clientHeight);
      expect(firstInView(all).text).to.equal(before.text);
    });

    it('goes back to the end by the button, which leaves focus in the transcript', async () => {
      const all = await reading(500);
      await scrollTo(all, 5000);
      await says(all.gateway, line('new-1', 'New'));
      const button = find(all.provider, 'button.end');
      button.focus();
      button.click();
      await still();
      expect(isAtEnd(all)).to.equal(true);
      expect(toEnd(all.provider)).to.deep.equal([]);
      expectFocusOn(all.scroller);
      await says(all.gateway, line('new-2', 'Newest'));
      expect(isAtEnd(all)).to.equal(true);
    });

    it('follows again when one scrolls back to the end', async () => {
      const all = await reading(500);
      await scrollTo(all, 5000);
      await scrollTo(all, all.scroller.scrollHeight);
      await scrollTo(all, all.scroller.scrollHeight);
      await says(all.gateway, line('new-1', 'New'));
      expect(isAtEnd(all)).to.equal(true);
      expect(toEnd(all.provider)).to.deep.equal([]);
    });
  });

  it('stays at the end when the width changes', async () => {
    const all = await reading(300);
    find(all.provider, 'div').style.inlineSize = '260px';
    await still();
    expect(isAtEnd(all)).to.equal(true);
  });

  it('shows the end when it was not displayed while lines came', async () => {
    const all = await reading(10);
    find(all.provider, 'div').style.display = 'none';
    await still();
    await says(all.gateway, ...aLongConversation(400).slice(10));
    find(all.provider, 'div').style.display = '';
    await still();
    expect(isAtEnd(all)).to.equal(true);
    expect(textOf(findAll(all.provider, '.segment').at(-1)!)).to.contain('400.');
  });

  /** As a key is pressed by hand: the browser does what it does by itself, where nobody prevents it. */
  const press = async ({ scroller }: Reading, key: string): Promise<void> => {
    scroller.focus();
    await sendKeys({ press: key });
  };
  const rested = async ({ scroller }: Reading): Promise<void> => {
    let last = -1;
    let same = 0;
    await until(() => {
      same = scroller.scrollTop === last ? same + 1 : 0;
      last = scroller.scrollTop;
      return same > 20;
    });
  };

  it('goes to its first line by a key, past lines that nobody has seen', async () => {
    const all = await reading(1000);
    await press(all, 'Home');
    await rested(all);
    expect(all.scroller.scrollTop).to.equal(0);
    expect(firstInView(all).text).to.contain(' 1. ');
    expect(toEnd(all.provider)).to.deep.equal(['Go to the end']);
  });

  it('goes to its end by a key and stays there, also while lines arrive', async () => {
    const all = await reading(1000);
    await scrollTo(all, 9000);
    await press(all, 'End');
    for (let turn = 0; turn < 10; turn += 1) await says(all.gateway, line(`k${String(turn)}`, 'And another thing.'));
    await rested(all);
    expect([isAtEnd(all), toEnd(all.provider)]).to.deep.equal([true, []]);
  });
});

describe('a line that was found in a transcript', () => {
  const finds = async (all: Reading, text: string): Promise<void> => {
    find(all.provider, '.bar button').click();
    await still();
    const segmentId = findAll(all.provider, '.segment').find((own) => textOf(own).includes(text))?.dataset['id'];
    find(all.provider, '.bar').dispatchEvent(
      new CustomEvent('transcript-find', { detail: { segmentId, isAsked: true } }),
    );
    await still();
  };

  it('shows no way to the end where all lines are in sight, and shows it when one no longer is', async () => {
    const all = await reading(3);
    await finds(all, ' 2. ');
    expect(all.scroller.scrollHeight).to.equal(all.scroller.clientHeight);
    expect(toEnd(all.provider)).to.deep.equal([]);
    await says(all.gateway, line('long', 'And so on. '.repeat(200)));
    expect(toEnd(all.provider)).to.deep.equal(['1 new line. Go to the end']);
  });

  it('shows the way as soon as the reader goes up from the end that it is at', async () => {
    const all = await reading(40);
    await finds(all, ' 40. ');
    expect(isAtEnd(all)).to.equal(true);
    expect(toEnd(all.provider)).to.deep.equal([]);
    await scrollTo(all, all.scroller.scrollTop - 60);
    expect(toEnd(all.provider)).to.deep.equal(['Go to the end']);
  });
});

describe('a transcript that is printed', () => {
  const prints = (): void => {
    window.dispatchEvent(new Event('beforeprint'));
  };
  const hasPrinted = async (): Promise<void> => {
    window.dispatchEvent(new Event('afterprint'));
    await still();
  };

  it('has all its lines at once, and afterwards those in view, where they stood', async () => {
    const all = await reading(500);
    await scrollTo(all, 5000);
    const before = firstInView(all);
    prints();
    expect(findAll(all.provider, '.segment')).to.have.length(500);
    await hasPrinted();
    expect(findAll(all.provider, '.segment').length).to.be.lessThan(60);
    const { text, top } = firstInView(all);
    expect(text).to.equal(before.text);
    expect(Math.abs(top - before.top)).to.be.below(0.5);
  });

  it('goes on following its end', async () => {
    const all = await reading(500);
    prints();
    await hasPrinted();
    await says(all.gateway, line('new', 'And another thing.'));
    expect([isAtEnd(all), toEnd(all.provider)]).to.deep.equal([true, []]);
  });

  it('is left as it is where it cannot be seen', async () => {
    const all = await reading(500);
    find(all.provider, 'div').style.visibility = 'hidden';
    prints();
    expect(findAll(all.provider, '.segment').length).to.be.lessThan(60);
    await hasPrinted();
  });
});
