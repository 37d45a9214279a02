import { expect, html } from '@open-wc/testing';
import '../../src/components/session-leave/session-leave.define.js';
import '../../src/components/session-panel/session-panel.define.js';
import '../../src/components/sessions-list/sessions-list.define.js';
import type { Session } from '../../src/index.js';
import { MINUTE, anEndedSession } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aParkedMail, theCall } from '../../stories/scenarios/working-day.js';
import { press } from '../support/hands.js';
import { expectFocusOn, find, findAll, focused, frame, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const COUNT = 1000;
/** So many cards fill the view, what is ready around it, and are held by keys. */
const MOST_CARDS = 45;
/** The same of lines, which are lower. */
const MOST_LINES = 70;

const idOf = (at: number): string => `mail-${String(at).padStart(4, '0')}`;
const mails = (count: number): Session[] =>
  Array.from({ length: count }, (_, at) => ({
    ...aParkedMail,
    id: idOf(at),
    parkedSince: NOW - (count - at) * 1000,
    customer: { name: `Customer ${idOf(at)}` },
  }));
const past = (at: number): Session =>
  anEndedSession({ id: `past-${String(at)}`, times: { ended: NOW - at * 7 * MINUTE } });

/** In a box of a panel's size. */
const boxed = (sessions: readonly Session[], about: { mode?: string; style?: string; dir?: string } = {}) =>
  mount(
    html`<div class="box" dir=${about.dir ?? 'ltr'} style="block-size: 600px; inline-size: 300px; overflow: auto; ${about.style ?? ''}">
      <sessions-list without-offers mode=${about.mode ?? 'list'}></sessions-list>
    </div>`,
    { sessions },
    true,
  );
const box = (root: ParentNode): HTMLElement => find(root, '.box');
const rows = (root: ParentNode): HTMLElement[] => findAll(root, '.row');
const card = (root: ParentNode, id: string): HTMLElement => find(find(root, `.row[data-id="${id}"]`), '.card');
const focusedId = (): string | undefined => focused().closest<HTMLElement>('.row')?.dataset['id'];
const topOf = (root: ParentNode, id: string): number => card(root, id).getBoundingClientRect().top;

async function scrollTo(root: ParentNode, top: number): Promise<void> {
  box(root).scrollTop = top;
  await frame();
}

/** Ids of what is really drawn, from the upper edge of the box to the lower one. */
function drawn(root: ParentNode): (string | undefined)[] {
  const { left, top, bottom } = box(root).getBoundingClientRect();
  const shadow = find(root, 'sessions-list').shadowRoot!;
  const ids: (string | undefined)[] = [];
  for (let y = Math.max(top, 0) + 2; y < Math.min(bottom, innerHeight); y += 10) {
    const element = shadow.elementFromPoint(left + 60, y);
    const id = element?.closest('h2, h3, .past-head')
      ? 'heading'
      : element?.closest<HTMLElement>('.row')?.dataset['id'];
    if (ids.at(-1) !== id || id === undefined) ids.push(id);
  }
  return ids;
}

describe('a sessions-list with a thousand sessions', () => {
  it('has those in the document that are in sight, and all of them by scrolling, each in its place', async () => {
    const { provider } = await boxed(mails(COUNT));
    const height = box(provider).scrollHeight;
    expect(textOf(find(provider, 'h2'))).to.equal(`Parked ${String(COUNT)}`);
    for (const place of [0, 52, 5000, 5200, 30_000, 8, 1e9]) {
      await scrollTo(provider, place);
      const ids = drawn(provider).filter((id) => id !== 'heading');
      const first = Number(ids[0]?.slice(5));
      expect(ids, String(place)).to.deep.equal(ids.map((_, at) => idOf(first + at)));
      expect(ids.length, String(place)).to.be.at.least(11);
      expect(rows(provider).length, String(place)).to.be.at.most(MOST_CARDS);
      expect(box(provider).scrollHeight, String(place)).to.equal(height);
    }
    expect(drawn(provider).at(-1)).to.equal(idOf(COUNT - 1));
  });

  it('says of each where it stands among how many, and nothing of that where all are there', async () => {
    const { provider } = await boxed(mails(COUNT));
    await scrollTo(provider, 26_000);
    for (const { dataset, ariaPosInSet, ariaSetSize } of rows(provider))
      expect([ariaPosInSet, ariaSetSize]).to.deep.equal([String(Number(dataset['id']?.slice(5)) + 1), String(COUNT)]);
    const { provider: few } = await boxed(mails(5));
    expect(findAll(few, '[aria-setsize], [aria-posinset]')).to.deep.equal([]);
  });

  it('has no more than twenty nodes for each, with the way out of it', async () => {
    const { provider } = await boxed([...mails(30), ...Array.from({ length: 30 }, (_, at) => past(at))]);
    await scrollTo(provider, 1400);
    expect(findAll(provider, '.row .leave')).to.not.have.length(0);
    expect(findAll(provider, '.row .past')).to.not.have.length(0);
    for (const row of rows(provider)) {
      const nodes = document.createTreeWalker(row, NodeFilter.SHOW_ALL);
      let count = 1;
      while (nodes.nextNode()) count += 1;
      expect(count, textOf(row)).to.be.at.most(20);
    }
  });

  it('can be gone through by keys, to its ends and one by one beyond what is in the document', async () => {
    const { provider } = await boxed([...mails(COUNT), ...Array.from({ length: 200 }, (_, at) => past(at))]);
    card(provider, idOf(0)).focus();
    await press('End');
    expect(focusedId()).to.equal('past-199');
    await frame();
    expect(drawn(provider)).to.include('past-199');
    await press('Home');
    expect(focusedId()).to.equal(idOf(0));
    for (let at = 1; at <= 60; at += 1) {
      await press('ArrowDown');
      expect(focusedId()).to.equal(idOf(at));
    }
    await frame();
    expect(drawn(provider)).to.include(idOf(60));
    await scrollTo(provider, 52 * (COUNT - 5));
    expect(focusedId(), 'focus stays where it is').to.equal(idOf(60));
    await press('ArrowUp');
    expect(focusedId()).to.equal(idOf(59));
    await frame();
    expect(drawn(provider)).to.include(idOf(59));
    expect(rows(provider).length).to.be.at.most(MOST_LINES);
  });

  it('goes from the last of a section to what follows it, and back', async () => {
    const { provider } = await boxed([theCall, ...mails(COUNT), ...Array.from({ length: 200 }, (_, at) => past(at))]);
    card(provider, theCall.id).focus();
    await press('ArrowDown');
    expect(focusedId()).to.equal(idOf(0));
    await press('ArrowUp');
    expect(focusedId()).to.equal(theCall.id);
    await scrollTo(provider, 52 * (COUNT - 6));
    card(provider, idOf(COUNT - 1)).focus();
    await press('ArrowDown');
    expectFocusOn(find(provider, '.find'));
    await press('ArrowDown');
    expect(focusedId()).to.equal('past-0');
    await press('ArrowUp', 'ArrowUp');
    expect(focusedId()).to.equal(idOf(COUNT - 1));
  });

  it('is entered by Tab at the session that is looked at, wherever that stands', async () => {
    const { provider, store } = await boxed(mails(COUNT));
    store.look(idOf(700));
    await settled();
    expect(card(provider, idOf(700)).ariaCurrent).to.equal('true');
    expect(findAll(provider, '[aria-current]')).to.have.length(1);
    const { top } = box(provider).getBoundingClientRect();
    // In its place, so that the page scrolls there and nowhere else.
    expect(topOf(provider, idOf(700)) - top + box(provider).scrollTop).to.be.closeTo(28 + 700 * 52, 12);
    card(provider, idOf(0)).focus();
    card(provider, idOf(0)).blur();
    find<HTMLElement & { requestUpdate: () => void }>(provider, 'sessions-list').requestUpdate();
    await settled();
    box(provider).tabIndex = -1;
    box(provider).focus();
    await press('Tab');
    expect(focusedId()).to.equal(idOf(700));
    await frame();
    expect(drawn(provider)).to.include(idOf(700));
  });

  for (const style of ['', 'zoom: 2', 'transform: scale(0.6)'])
    it(`lets nothing that is read move when others come, go or are put elsewhere above it ${style}`, async () => {
      const { provider, gateway } = await boxed([theCall, ...mails(COUNT)], { style });
      await scrollTo(provider, 20_000);
      const read = drawn(provider)[4]!;
      const before = topOf(provider, read);
      const act = (type: string, sessionId: string): boolean =>
        find(provider, 'sessions-list').dispatchEvent(
          new CustomEvent(type, { bubbles: true, composed: true, detail: { sessionId } }),
        );
      act('session-unpark', idOf(3));
      await happens(gateway, { type: 'session.unparked', at: NOW, sessionId: idOf(3) });
      expect(topOf(provider, read), 'one is taken up').to.be.closeTo(before, 1);
      act('session-park', theCall.id);
      await happens(gateway, { type: 'session.parked', at: NOW, sessionId: theCall.id });
      expect(topOf(provider, read), 'one is parked').to.be.closeTo(before, 1);
      await happens(
        gateway,
        ...[10, 11, 12, 40].map((at) => ({ type: 'session.removed', at: NOW, sessionId: idOf(at) }) as const),
      );
      expect(topOf(provider, read), 'some are gone').to.be.closeTo(before, 1);
      await frame();
      expect(topOf(provider, read), 'a frame later').to.be.closeTo(before, 1);
      expect(drawn(provider)).to.include(read);
      // Where WebKit zooms, some points between rows are nobody's.
      if (style === '') expect(drawn(provider)).to.not.include(undefined);
    });

  for (const [what, about] of [
    ['zoomed to 200 %', { style: 'zoom: 2' }],
    ['that is 320 px wide', { style: 'inline-size: 320px' }],
    ['from right to left', { dir: 'rtl' }],
    ['of icons', { mode: 'icons', style: 'inline-size: 68px' }],
  ] as const)
    it(`has no hole in a list ${what}`, async () => {
      const { provider } = await boxed(mails(COUNT), about);
      for (const place of [0, 7000, 7300, 40_000, 1e9, 12_345]) {
        await scrollTo(provider, place);
        const shadow = find(provider, 'sessions-list').shadowRoot!;
        const { left, right, top, bottom } = box(provider).getBoundingClientRect();
        const ids: number[] = [];
        for (let y = top + 60; y < Math.min(bottom, innerHeight); y += 20) {
          const row = shadow.elementFromPoint((left + right) / 2, y)?.closest<HTMLElement>('.row');
          ids.push(Number(row?.dataset['id']?.slice(5)));
        }
        expect(ids, String(place)).to.deep.equal(ids.toSorted((one, other) => one - other));
        expect(ids.some(Number.isNaN), String(place)).to.equal(false);
      }
      expect(drawn(provider).length).to.be.at.least(3);
    });

  for (const dir of ['ltr', 'rtl'])
    it(`as a bar has those in sight, ${dir}`, async () => {
      const { provider } = await boxed(mails(COUNT), { mode: 'bar', dir });
      const bar = find(provider, '.now');
      const width = bar.scrollWidth;
      for (const place of [0, 3000, 25_000, 1e9]) {
        bar.scrollLeft = dir === 'rtl' ? -place : place;
        await frame();
        const { left, top, right } = bar.getBoundingClientRect();
        const shadow = find(provider, 'sessions-list').shadowRoot!;
        for (let x = left + 8; x < right - 8; x += 28)
          expect(shadow.elementFromPoint(x, top + 20)?.closest('.row'), `${String(place)} ${String(x)}`).to.not.equal(
            null,
          );
        expect(bar.scrollWidth).to.equal(width);
        expect(rows(provider).length).to.be.at.most(MOST_CARDS);
      }
      card(provider, idOf(COUNT - 1)).focus();
      await press('Home');
      expect(focusedId()).to.equal(idOf(0));
      await press('End');
      expect(focusedId()).to.equal(idOf(COUNT - 1));
    });

  it('scrolls in its panel, whatever scrolls around it', async () => {
    const { provider } = await mount(
      html`<div style="block-size: 500px; overflow: auto"><div style="block-size: 700px"><session-panel style="block-size: 400px"></session-panel></div></div>`,
      { sessions: mails(COUNT) },
    );
    find(provider, '.scroll').scrollTop = 30_000;
    await frame();
    const { left, top } = find(provider, '.scroll').getBoundingClientRect();
    const shadow = find(provider, 'sessions-list').shadowRoot!;
    expect(shadow.elementFromPoint(left + 60, top + 100)?.closest('.row')).to.not.equal(null);
    expect(rows(provider).length).to.be.at.most(MOST_CARDS);
  });

  it('has what comes into sight when its place grows, or it is shown', async () => {
    const { provider }: Mounted = await boxed(mails(COUNT), { style: 'block-size: 60px' });
    box(provider).style.display = 'none';
    await frame();
    box(provider).scrollTop = 0;
    box(provider).style.display = 'block';
    box(provider).style.blockSize = '600px';
    await frame();
    await frame();
    expect(drawn(provider)).to.include(idOf(9)).and.to.not.include(undefined);
  });
});
