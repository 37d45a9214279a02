import { expect, html } from '@open-wc/testing';
import '../../src/components/sessions-list/sessions-list.define.js';
import { SessionsList } from '../../src/components/sessions-list/sessions-list.js';
import type { Session } from '../../src/index.js';
import { MINUTE, aGateway, aSession, anEndedSession } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aParkedChat, parkedSessions, theCall, unfinishedWork } from '../../stories/scenarios/working-day.js';
import { FakeInterval } from '../support/fake-interval.js';
import { press } from '../support/hands.js';
import {
  coming,
  expectFocusOn,
  find,
  focused,
  findAll,
  frame,
  happens,
  mount,
  settled,
  textOf,
  until,
} from '../support/mounting.js';

const list = html`<sessions-list></sessions-list>`;
const DAY = 24 * 60 * MINUTE;

/** Over, so many ms ago. */
const past = (id: string, ago: number, about: Partial<Session> = {}): Session =>
  anEndedSession({ id, times: { ended: NOW - ago }, since: NOW - ago, customer: { name: `Customer ${id}` }, ...about });

const titles = (root: ParentNode): string[] => findAll(root, '.history .title').map(textOf);
const days = (root: ParentNode): string[] => findAll(root, 'h3').map(textOf);

/** As many as the styles of cards have. */
const TINTS = 6;

describe('the history of a sessions-list', () => {
  it('is told day by day, a line of 24 px each, with the time of day, what kind and who', async () => {
    const { provider } = await mount(list, {
      sessions: [past('a', 0), past('b', 5 * MINUTE), past('c', DAY), past('d', 2 * DAY), past('e', 40 * DAY)],
    });
    expect(days(provider).slice(0, 2)).to.deep.equal(['Today', 'Yesterday']);
    expect(days(provider)).to.have.length(4);
    expect(titles(provider).map((title) => title.at(-1))).to.deep.equal(['a', 'b', 'c', 'd', 'e']);
    expect(textOf(find(provider, '.past'))).to.match(/^\d{1,2}:\d\d\s[AP]M Call Customer a$/u);
    for (const row of findAll(provider, '.past')) expect(row.getBoundingClientRect().height).to.equal(24);
  });

  it('says quietly to whom somebody was transferred', async () => {
    const { provider } = await mount(list, {
      sessions: [past('a', 0, { result: 'transferred-by-user', transferTarget: 'Sales' })],
    });
    expect(textOf(find(provider, '.sign'))).to.equal('to Sales');
    expect(find(provider, '.sign').classList.contains('bad')).to.equal(false);
  });

  it('keeps a result that only the backend knows in its own word', async () => {
    const { provider } = await mount(list, { sessions: [past('a', 0, { result: 'beamed-up' })] });
    expect(textOf(find(provider, '.sign'))).to.equal('beamed-up');
  });

  it('calls today yesterday after midnight, whether anything happens or not', async () => {
    const interval = new FakeInterval();
    try {
      const gateway = aGateway({ sessions: [past('a', 0)] });
      const { provider } = await mount(list, gateway);
      expect(days(provider)).to.deep.equal(['Today']);
      gateway.time += DAY;
      interval.tick();
      await settled();
      expect(days(provider)).to.deep.equal(['Yesterday']);
      find(provider, 'sessions-list').remove();
      expect(interval.running).to.equal(0);
    } finally {
      interval.restore();
    }
  });

  describe('with unfinished after-call work', () => {
    it('counts down what is left', async () => {
      const { provider } = await mount(list, { sessions: [unfinishedWork, past('a', 0)] });
      expect(textOf(find(provider, '.work .todo'))).to.equal('After-call work 0:14');
    });

    it('has it in sight wherever the list is scrolled to', async () => {
      const many = Array.from({ length: 30 }, (_, at) => ({ ...aParkedChat, id: `p${String(at)}` }));
      const { provider } = await mount(
        html`<div style="block-size: 300px; overflow: auto; position: relative">${list}</div>`,
        {
          sessions: [...many, unfinishedWork, ...Array.from({ length: 60 }, (_, at) => past(String(at), at * MINUTE))],
        },
      );
      const scroller = find(provider, 'div');
      const { top, bottom } = scroller.getBoundingClientRect();
      for (const place of [0, 800, 100_000]) {
        scroller.scrollTop = place;
        await frame();
        const work = find(provider, `[data-id="${unfinishedWork.id}"]`).getBoundingClientRect();
        expect([work.top >= top, work.bottom <= bottom], String(place)).to.deep.equal([true, true]);
      }
    });

    it('moves it among the rest when it is finished', async () => {
      const { provider, gateway } = await mount(list, { sessions: [unfinishedWork, past('a', DAY)] });
      await happens(gateway, { type: 'after-call-work.finished', at: NOW, sessionId: unfinishedWork.id });
      expect(findAll(provider, '.work')).to.have.length(0);
      expect(titles(provider)).to.deep.equal(['Mira Obi', 'Customer a']);
    });
  });

  describe('is searched', () => {
    const sessions = [
      past('a', 0, { customer: { name: 'Zoë Müller' } }),
      past('b', MINUTE, { customer: { name: 'Ana Ruiz' }, serviceId: 'front-desk' }),
      past('c', DAY, { caller: { phone: '+49891230044' }, customer: {} }),
    ];
    async function typed(root: ParentNode, text: string): Promise<void> {
      const field = find<HTMLInputElement>(root, 'input[type="search"]');
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await settled();
    }
    async function open(): Promise<HTMLElement> {
      const { provider } = await mount(list, { sessions });
      find(provider, '.find').click();
      await settled();
      expectFocusOn(find(provider, 'input[type="search"]'));
      // What looks is loaded with the first key.
      await typed(provider, 'muller');
      await until(() => titles(provider).length === 1);
      return provider;
    }

    for (const [text, found] of [
      ['muller', ['Zoë Müller']],
      ['  ZOE   mü ', ['Zoë Müller']],
      ['front desk', ['Ana Ruiz']],
      ['1230', ['+49891230044']],
      ['.*', []],
      ['ana muller', []],
      [' \u200B', ['Zoë Müller', 'Ana Ruiz', '+49891230044']],
      ['', ['Zoë Müller', 'Ana Ruiz', '+49891230044']],
    ] as const)
      it(`for ${JSON.stringify(text)}`, async () => {
        const provider = await open();
        await typed(provider, text);
        expect(titles(provider)).to.deep.equal(found);
        if (found.length === 0)
          expect(textOf(find(provider, '.history'))).to.contain('Nothing in the history goes by that.');
      });

    it('and shows all again when the search is put away, by key or by its button', async () => {
      const provider = await open();
      expect(textOf(find(provider, '[role="status"]'))).to.equal('1 session found');
      find(provider, 'input[type="search"]').focus();
      await press('Escape');
      await settled();
      expect(titles(provider)).to.have.length(3);
      expectFocusOn(find(provider, '.find'));
      expect(findAll(provider, 'input')).to.have.length(0);
    });

    it('and by Escape on what was found, which keeps the focus among all the others', async () => {
      const provider = await open();
      await typed(provider, 'ruiz');
      find(provider, 'input[type="search"]').focus();
      await press('ArrowDown', 'Escape');
      await settled();
      expect(findAll(provider, 'input')).to.have.length(0);
      expect(titles(provider)).to.have.length(3);
      expect(textOf(focused())).to.contain('Ana Ruiz');
      await press('ArrowUp');
      expect(textOf(focused())).to.contain('Zoë Müller');
    });

    it('and what is found is gone to from the field by an arrow key', async () => {
      const provider = await open();
      await typed(provider, 'ruiz');
      find(provider, 'input[type="search"]').focus();
      await press('ArrowDown');
      expectFocusOn(find(provider, '.history .card'));
      await press('ArrowUp');
      await press('ArrowUp');
      expect(focused().matches('.card')).to.equal(false);
    });

    it('with what comes in meanwhile', async () => {
      const { provider, gateway } = await mount(list, { sessions });
      find(provider, '.find').click();
      await settled();
      await typed(provider, 'ruiz');
      await until(() => titles(provider).length === 1);
      await happens(gateway, {
        type: 'session.snapshot',
        at: NOW,
        session: past('d', 0, { customer: { name: 'Eva Ruiz' } }),
      });
      // It would move what was found: it comes when the agent says so.
      expect(titles(provider)).to.deep.equal(['Ana Ruiz']);
      expect(textOf(find(provider, '.new'))).to.equal('1 new');
      find(provider, '.new').click();
      await settled();
      expect(titles(provider)).to.deep.equal(['Eva Ruiz', 'Ana Ruiz']);
    });

    it('by one agent, and not by the next', async () => {
      const { provider, gateway } = await mount(list, { sessions });
      find(provider, '.find').click();
      await settled();
      await typed(provider, 'ruiz');
      await happens(
        gateway,
        { type: 'workspace.reset', at: NOW, agentId: 'ben' },
        ...sessions.map((session) => ({ type: 'session.snapshot', at: NOW, session }) as const),
      );
      expect(findAll(provider, 'input')).to.have.length(0);
      expect(titles(provider)).to.have.length(3);
    });
  });
});

describe('a card of the list', () => {
  it('is 52 px high, whatever there is to say of it', async () => {
    const long = 'A very long name that does not fit into any list of sessions';
    const { provider } = await mount(html`<div style="inline-size: 264px">${list}</div>`, {
      sessions: [
        theCall,
        ...parkedSessions,
        { ...aParkedChat, id: 'x', unread: 12, sentiment: 'very-negative', customer: { name: long }, serviceId: long },
        { ...aParkedChat, id: 'y', state: 'unparking' },
      ],
    });
    for (const card of findAll(provider, '.card')) expect(card.getBoundingClientRect().height).to.equal(52);
  });

  it('shows what a customer wrote last while it is unread, and no longer', async () => {
    const { provider, gateway, store } = await mount(list, { sessions: [theCall, { ...aParkedChat, unread: 0 }] });
    const write = (id: string, text: string) =>
      happens(gateway, {
        type: 'transcript.appended',
        at: NOW,
        sessionId: aParkedChat.id,
        segments: [{ id, speaker: { id: 'c', role: 'customer' }, text, isFinal: true }],
      });
    await write('1', 'Is it shipped?');
    expect(textOf(find(provider, '.last q'))).to.equal('Is it shipped?');
    await write('2', 'Hello?');
    expect(textOf(find(provider, '.last q'))).to.equal('Hello?');
    store.look(aParkedChat.id);
    await settled();
    expect(findAll(provider, '.last')).to.have.length(0);
  });

  for (const scheme of ['light', 'dark'])
    it(`can be read on every tint, in ${scheme}`, async () => {
      const people = Array.from({ length: 60 }, (_, at) =>
        aSession({ id: `s${String(at)}`, state: 'parked', customer: { id: `C-${String(at)}`, name: 'Ana' } }),
      );
      const { provider } = await mount(html`<div style="color-scheme: ${scheme}">${list}</div>`, { sessions: people });
      const faces = new Map(findAll(provider, '.face').map((face) => [face.className, getComputedStyle(face)]));
      expect(faces.size).to.equal(TINTS);
      for (const [name, { color, backgroundColor }] of faces)
        expect(contrast(color, backgroundColor), name).to.be.at.least(4.5);
    });
});

/** As WCAG counts it. */
function contrast(one: string, other: string): number {
  const light = [one, other].map((colour) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/gu) ?? []).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  return (Math.max(...light) + 0.05) / (Math.min(...light) + 0.05);
}

describe('a history that cannot be loaded', () => {
  class WithoutHistory extends SessionsList {
    isThere = false;
    asked = 0;

    protected override historyIfLoaded(): ReturnType<SessionsList['historyIfLoaded']> {
      return this.isThere ? super.historyIfLoaded() : undefined;
    }

    protected override async loadHistory(): Promise<unknown> {
      this.asked += 1;
      if (!this.isThere) throw new Error('There is no network.');
      return super.loadHistory();
    }
  }
  customElements.define('without-sessions-list', WithoutHistory);

  it('is said in its place, with a way to try again by keys, and asked for no more than that', async () => {
    const content = html`<without-sessions-list></without-sessions-list>`;
    const { provider, store } = await mount(content, { sessions: [theCall, past('a', 0)] });
    const own = find<WithoutHistory>(provider, 'without-sessions-list');
    expect(textOf(await coming(provider, '.older [role="alert"]'))).to.equal('The history could not be loaded.');
    store.look(theCall.id);
    await settled();
    expect(own.asked).to.equal(1);
    find(provider, '.card').focus();
    await press('ArrowDown', 'Enter');
    await until(() => own.asked === 2);
    expect(textOf(await coming(provider, '.older [role="alert"]'))).to.equal('The history could not be loaded.');
    own.isThere = true;
    find(provider, '.older button').click();
    await coming(provider, '.history');
    expect(titles(provider)).to.deep.equal(['Customer a']);
    expect(findAll(provider, '.older [role="alert"]')).to.deep.equal([]);
  });
});
