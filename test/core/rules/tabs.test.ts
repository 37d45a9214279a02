import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  MOST_OPENED,
  USUAL_LAYOUT,
  choose,
  close,
  itemOf,
  itemTab,
  open,
  placesOf,
  tabsOf,
} from '../../../src/core/rules/tabs.js';
import type { Arranged, Places, Tab } from '../../../src/core/rules/tabs.js';

const three: readonly Tab[] = ['conversation', 'customer', 'embedded-context'];
const four: readonly Tab[] = [...three, 'item:guide'];
const places = (start: Tab, end: Tab | undefined, last: Tab): Places => ({ start, end, last });

describe('the tabs of a session', () => {
  it('are the conversation, the customer, the embedded page, what the service adds and what the agent opened', () => {
    const all = { customer: true, page: true };
    expect(tabsOf(all, { tabs: ['search'] }, ['guide', 'search'])).to.deep.equal([
      ...three,
      'item:search',
      'item:guide',
    ]);
    expect(tabsOf({ customer: false, page: false }, USUAL_LAYOUT)).to.deep.equal(['conversation']);
  });

  it('name a context item by its id, whatever that is', () => {
    fc.assert(fc.property(fc.string(), (id) => itemOf(itemTab(id)) === id));
    expect(itemOf('customer')).to.equal(undefined);
  });
});

describe('what stands where', () => {
  const cases: readonly [
    what: string,
    tabs: readonly Tab[],
    layout: Partial<typeof USUAL_LAYOUT>,
    arranged: Arranged,
    isWide: boolean,
    expected: Places,
  ][] = [
    ['as laid out, wide', three, {}, {}, true, places('conversation', 'customer', 'customer')],
    ['as laid out, narrow', three, {}, {}, false, places('conversation', undefined, 'conversation')],
    [
      'the other way round',
      three,
      { start: 'customer', end: 'conversation' },
      {},
      true,
      places('customer', 'conversation', 'conversation'),
    ],
    ['one place at any width', three, { end: 'none' }, {}, true, places('conversation', undefined, 'conversation')],
    [
      'one place, another tab chosen',
      three,
      { end: 'none' },
      { last: 'customer' },
      true,
      places('customer', undefined, 'customer'),
    ],
    [
      'two wishes for one tab',
      three,
      { start: 'customer', end: 'customer' },
      {},
      true,
      places('conversation', 'customer', 'customer'),
    ],
    [
      'a tab that is not there',
      ['conversation', 'customer'],
      { start: 'embedded-context' },
      {},
      true,
      places('conversation', 'customer', 'customer'),
    ],
    [
      'none beside that is there',
      three.slice(0, 2),
      { end: 'embedded-context' },
      {},
      true,
      places('conversation', 'customer', 'customer'),
    ],
    ['nothing but a conversation', ['conversation'], {}, {}, true, places('conversation', undefined, 'conversation')],
    [
      'as arranged',
      three,
      {},
      { start: 'embedded-context', end: 'customer', last: 'embedded-context' },
      true,
      places('embedded-context', 'customer', 'embedded-context'),
    ],
    [
      'arranged with what is gone',
      three,
      {},
      { start: 'item:gone', end: 'item:gone', last: 'item:gone' },
      true,
      places('conversation', 'customer', 'customer'),
    ],
    [
      'chosen while narrow, then wide',
      three,
      {},
      { last: 'embedded-context' },
      true,
      places('conversation', 'embedded-context', 'embedded-context'),
    ],
    [
      'the first place chosen last',
      three,
      {},
      { last: 'conversation' },
      true,
      places('conversation', 'customer', 'conversation'),
    ],
  ];
  for (const [what, tabs, layout, arranged, isWide, expected] of cases)
    it(what, () => {
      expect(placesOf(tabs, { ...USUAL_LAYOUT, ...layout }, arranged, isWide)).to.deep.equal(expected);
    });
});

describe('choosing a tab', () => {
  const at = (arranged: Arranged, isWide = true): Places => placesOf(four, USUAL_LAYOUT, arranged, isWide);

  it('puts it where the tab chosen last stood, and leaves the other one', () => {
    const first = choose('embedded-context', at({}), {});
    expect(at(first)).to.deep.equal(places('conversation', 'embedded-context', 'embedded-context'));
    const there = choose('conversation', at(first), first);
    const second = choose('item:guide', at(there), there);
    expect(at(second)).to.deep.equal(places('item:guide', 'embedded-context', 'item:guide'));
  });

  it('shows any two side by side, and the chosen one always', () => {
    const walk = fc.array(fc.tuple(fc.constantFrom(...four), fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(walk, (steps) => {
        let arranged: Arranged = {};
        for (const [tab, isWide] of steps) {
          arranged = choose(tab, at(arranged, isWide), arranged);
          const { start, end, last } = at(arranged, isWide);
          expect(last).to.equal(tab);
          expect([start, end]).to.include(tab);
          expect(start).to.not.equal(end);
          expect(end === undefined).to.equal(!isWide);
        }
      }),
    );
  });
});

describe('tabs that the agent opens', () => {
  it('are as many as there is room for, each once', () => {
    const ids = Array.from({ length: MOST_OPENED }, (_, index) => `item ${String(index)}`);
    const full = ids.reduce<Arranged>((arranged, id) => open(id, arranged) ?? arranged, {});
    expect(full.opened).to.deep.equal(ids);
    expect(open('item 0', full)).to.equal(full);
    expect(open('one more', full)).to.equal(undefined);
  });

  it('leave their place to the tab before them when they are closed', () => {
    const arranged = { opened: ['guide'], start: 'conversation', end: 'item:guide', last: 'item:guide' };
    const closed = close('item:guide', four, placesOf(four, USUAL_LAYOUT, arranged, true), arranged);
    expect(closed.opened).to.deep.equal([]);
    expect(placesOf(three, USUAL_LAYOUT, closed, true)).to.deep.equal(
      places('conversation', 'embedded-context', 'embedded-context'),
    );
  });

  it('change nothing else when they are closed behind others', () => {
    const arranged = { opened: ['guide'], last: 'customer' };
    const closed = close('item:guide', four, placesOf(four, USUAL_LAYOUT, arranged, false), arranged);
    expect(closed).to.deep.equal({ opened: [], last: 'customer' });
  });

  it('leave two different tabs on screen, however they are closed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...four), fc.constantFrom(...four), fc.boolean(), (start, end, isWide) => {
        const arranged = { opened: ['guide'], start, end, last: end };
        const closed = close('item:guide', four, placesOf(four, USUAL_LAYOUT, arranged, isWide), arranged);
        const after = placesOf(three, USUAL_LAYOUT, closed, isWide);
        expect(three).to.include(after.start);
        expect(after.end).to.not.equal(after.start);
      }),
    );
  });
});
