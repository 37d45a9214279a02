import { expect, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../src/components/my-sessions/my-sessions.define.js';
import '../../src/components/session-panel/session-panel.define.js';
import { WIDTHS, widthAfter, widthOf } from '../../src/components/session-panel/panel-width.js';
import { HOME } from '../../src/core/model/selection.js';
import { selectSelection } from '../../src/core/selectors/select-selection.js';
import type { SessionProvider } from '../../src/index.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import {
  aParkedChat,
  anOffer,
  history,
  parkedSessions,
  theCall,
  workingDay,
} from '../../stories/scenarios/working-day.js';
import { press, pressUntil } from '../support/hands.js';
import {
  allWithin,
  expectFocusOn,
  find,
  findAll,
  focused,
  frame,
  happens,
  mount,
  settled,
  textOf,
  until,
} from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const panel = html`<div style="block-size: 500px"><session-panel></session-panel></div>`;
const workspace = html`<my-sessions style="block-size: 600px; inline-size: 1000px"><p slot="home" class="dash">Dashboard</p></my-sessions>`;

const widthIn = (root: ParentNode): number => find(root, '.panel').getBoundingClientRect().width;

describe('session-panel', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('dir');
  });

  it('has Home, what rings, and all sessions, and each offer once', async () => {
    const { provider } = await mount(panel, { sessions: workingDay });
    expect(textOf(find(provider, '.home'))).to.equal('Home');
    expect(findAll(provider, `[data-id="${anOffer.id}"]`)).to.have.length(1);
    expect(findAll(provider, 'h2').map(textOf)).to.deep.equal(['Active 1', 'Parked 4', 'History 3']);
  });

  for (const mode of ['list', 'icons', 'bar'])
    it(`has the room that offers keep, before they are loaded, as ${mode}`, async () => {
      const { provider } = await mount(
        html`<div style="block-size: 500px"><session-panel mode=${mode === 'bar' ? mode : 'list'}></session-panel></div>`,
        { sessions: [theCall] },
      );
      if (mode === 'icons') {
        find(provider, '.burger').click();
        await settled();
      }
      const place = find(provider, '.offers');
      const offers = find(place, 'task-offers');
      expect(offers.getAttribute('mode')).to.equal(mode);
      const kept = place.getBoundingClientRect().height;
      offers.style.display = 'none';
      const loading = document.createElement('p');
      loading.setAttribute('part', 'loading');
      loading.className = 'empty';
      loading.textContent = 'Loading…';
      place.append(loading);
      expect(place.getBoundingClientRect().height).to.equal(kept);
    });

  it('lets neither Home nor an offer scroll away, however long the list is', async () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ ...aParkedChat, id: `p${String(at)}` }));
    const { provider } = await mount(panel, { sessions: [anOffer, ...many] });
    const scroller = find(provider, '.scroll');
    scroller.scrollTop = 10_000;
    await frame();
    expect(scroller.scrollTop).to.be.greaterThan(0);
    const { top, bottom } = find(provider, 'div').getBoundingClientRect();
    for (const selector of ['.home', `[data-id="${anOffer.id}"]`]) {
      const box = find(provider, selector).getBoundingClientRect();
      expect(box.top).to.be.at.least(top);
      expect(box.bottom).to.be.at.most(bottom);
    }
  });

  it('moves nothing that can be clicked when an offer comes, and when it goes', async () => {
    const { provider, gateway } = await mount(panel, { sessions: [theCall, aParkedChat] });
    const places = (): number[] => findAll(provider, '.card, .home').map((card) => card.getBoundingClientRect().top);
    const before = places();
    await happens(gateway, { type: 'session.snapshot', at: NOW, session: anOffer });
    await frame();
    const isOfTheOffer = (card: Element): boolean => card.closest(`[data-id="${anOffer.id}"]`) !== null;
    expect(findAll(provider, '.card').filter(isOfTheOffer)).to.have.length(1);
    const others = findAll(provider, '.card, .home').filter((card) => !isOfTheOffer(card));
    expect(others.map((card) => card.getBoundingClientRect().top)).to.deep.equal(before);
    await happens(gateway, { type: 'session.removed', at: NOW, sessionId: anOffer.id });
    await frame();
    expect(places()).to.deep.equal(before);
  });

  describe('Home', () => {
    it('turns to Home, says so to hosts, and shows what the host has for it', async () => {
      const { provider, store } = await mount(workspace, { sessions: [theCall] });
      const heard: unknown[] = [];
      for (const name of ['session-select', 'session-selected'] as const)
        provider.addEventListener(name, (event) => heard.push([name, event.detail.sessionId]));
      expect(find(provider, '.home').hasAttribute('aria-current')).to.equal(false);
      find(provider, 'button.home').click();
      await settled();
      expect(store.read(selectSelection)).to.deep.equal(HOME);
      expect(heard).to.deep.equal([
        ['session-select', undefined],
        ['session-selected', undefined],
      ]);
      expect(find(provider, 'button.home').ariaCurrent).to.equal('true');
      expect(find(provider, '.dash').checkVisibility({ visibilityProperty: true })).to.equal(true);
      store.look(theCall.id);
      await settled();
      expect(find(provider, '.pane.home').inert).to.equal(true);
      expect(find(provider, '.dash').checkVisibility({ visibilityProperty: true })).to.equal(false);
    });

    it('stays where it is when a host says no', async () => {
      const { provider, store } = await mount(workspace, { sessions: [theCall] });
      provider.addEventListener('session-select', (event) => event.preventDefault());
      find(provider, 'button.home').click();
      await settled();
      expect(store.read(selectSelection)?.sessionId).to.equal(theCall.id);
    });

    it('says what it is where the host has nothing for it', async () => {
      const { provider, store } = await mount(
        html`<my-sessions style="block-size: 600px; inline-size: 1000px"></my-sessions>`,
        { sessions: [theCall] },
      );
      store.look(HOME);
      await settled();
      const home = (): string => textOf(find(provider, '.pane.home'));
      await until(() => home().includes('Mine'));
      expect(home()).to.contain('Work items Mine 1');
    });

    it('loads nothing for it where the host has something', async () => {
      const { provider, store } = await mount(
        html`<my-sessions style="block-size: 600px; inline-size: 1000px"><p slot="home">Dashboard</p></my-sessions>`,
        { sessions: [theCall] },
      );
      store.look(HOME);
      await settled();
      expect(findAll(provider, 'work-items')).to.have.length(0);
    });
  });

  describe('collapsed', () => {
    async function collapsed(): Promise<Mounted> {
      const mounted = await mount(panel, { sessions: [...workingDay, ...parkedSessions] });
      find(mounted.provider, '.burger').click();
      await settled();
      return mounted;
    }

    it('shows icons only, with what needs the agent on them, and both answers to what rings', async () => {
      const { provider } = await collapsed();
      expect(widthIn(provider)).to.equal(68);
      expect(find(provider, '.burger').ariaExpanded).to.equal('false');
      expect(findAll(provider, '.unread').length).to.be.greaterThan(0);
      const { left, right } = find(provider, '.panel').getBoundingClientRect();
      for (const element of findAll(provider, '.face, [data-verb], .burger, button.home')) {
        const box = element.getBoundingClientRect();
        expect([box.left >= left, box.right <= right], element.className).to.deep.equal([true, true]);
      }
      expect(find(provider, '.scroll').scrollWidth).to.equal(find(provider, '.scroll').clientWidth);
    });

    it('keeps every name for who cannot see icons', async () => {
      const { provider } = await collapsed();
      expect(textOf(find(find(provider, `[data-id="${theCall.id}"]`), '.card'))).to.contain('Nora Feld');
      expect(textOf(find(provider, 'button.home'))).to.equal('Home');
    });

    it('is so again after a reload, for this agent, and expanded by the same button', async () => {
      const { provider, gateway } = await collapsed();
      const again = document.createElement('session-panel');
      provider.append(again);
      await settled();
      expect(widthIn(again)).to.equal(68);
      await happens(gateway, { type: 'workspace.reset', at: NOW, agentId: 'ben' });
      expect(widthIn(again)).to.equal(WIDTHS.standard);
      await happens(gateway, { type: 'workspace.reset', at: NOW, agentId: 'ana' });
      expect(widthIn(again)).to.equal(68);
      find(again, '.burger').click();
      await settled();
      expect(widthIn(again)).to.equal(WIDTHS.standard);
    });
  });

  describe('its edge', () => {
    for (const dir of ['ltr', 'rtl'])
      it(`goes with the hand and by keys, within bounds, and stays there (${dir})`, async () => {
        document.documentElement.dir = dir;
        const { provider } = await mount(panel, { sessions: [theCall] });
        const grip = find(provider, '[role="separator"]');
        const { x, y, width, height } = grip.getBoundingClientRect();
        const from = [Math.round(x + width / 2), Math.round(y + height / 2)] as const;
        const outwards = dir === 'rtl' ? -1 : 1;
        await sendMouse({ type: 'move', position: [...from] });
        await sendMouse({ type: 'down' });
        await sendMouse({ type: 'move', position: [from[0] + 50 * outwards, from[1]] });
        await sendMouse({ type: 'up' });
        await settled();
        expect(widthIn(provider)).to.equal(WIDTHS.standard + 50);
        expect(grip.ariaValueNow).to.equal(String(WIDTHS.standard + 50));
        grip.focus();
        await press(dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft');
        await settled();
        expect(widthIn(provider)).to.equal(WIDTHS.standard + 50 - WIDTHS.step);
        await press('Home');
        await settled();
        expect(widthIn(provider)).to.equal(WIDTHS.min);
        const again = document.createElement('session-panel');
        find(provider, 'div').append(again);
        await settled();
        expect(widthIn(again)).to.equal(WIDTHS.min);
      });

    // An engine that measures what is zoomed in px of its own does not tell where it is drawn.
    const zoomed = 'currentCSSZoom' in document.documentElement ? ['zoom: 1.5'] : [];
    for (const style of [...zoomed, 'transform: scale(0.6); transform-origin: 0 0'])
      it(`goes with the hand where the page is drawn otherwise: ${style}`, async () => {
        const { provider } = await mount(panel, { sessions: [theCall] });
        find(provider, 'div').style.cssText += `;${style}`;
        const middle = (): number => {
          const { x, width } = find(provider, '[role="separator"]').getBoundingClientRect();
          return x + width / 2;
        };
        const [from, y] = [Math.round(middle()), Math.round(find(provider, '.burger').getBoundingClientRect().y)];
        await sendMouse({ type: 'move', position: [from, y] });
        await sendMouse({ type: 'down' });
        await sendMouse({ type: 'move', position: [from + 50, y] });
        await sendMouse({ type: 'up' });
        await settled();
        expect(middle()).to.be.closeTo(from + 50, 2);
      });

    for (const [wanted, width] of [
      [300, 300],
      [300.4, 300],
      [1, WIDTHS.min],
      [9999, WIDTHS.max],
      [NaN, WIDTHS.standard],
      ['300', WIDTHS.standard],
      [undefined, WIDTHS.standard],
      [{}, WIDTHS.standard],
    ] as const)
      it(`is at ${String(width)} px where ${JSON.stringify(wanted)} was remembered`, () => {
        expect(widthOf(wanted)).to.equal(width);
      });

    it('is not moved by other keys', () => {
      expect(widthAfter('Enter', 300, false)).to.equal(undefined);
      expect(widthAfter('ArrowRight', WIDTHS.max, false)).to.equal(WIDTHS.max);
      expect(widthAfter('ArrowRight', 300, true)).to.equal(300 - WIDTHS.step);
    });
  });

  describe('as a bar', () => {
    const narrow = html`<my-sessions style="block-size: 600px; inline-size: 320px"></my-sessions>`;
    async function bar(): Promise<{ provider: SessionProvider }> {
      const { provider } = await mount(narrow, { sessions: [anOffer, theCall, aParkedChat, ...history] });
      await frame();
      await frame();
      return { provider };
    }

    it('is gone through by Tab as it stands: the offer, Home, the sessions', async () => {
      const { provider } = await bar();
      const stops = ['[data-verb="session.accept"]', 'button.home', `[data-id="${theCall.id}"] .card`];
      const tops = allWithin(provider).filter((own) => stops.some((stop) => own.matches(stop)));
      expect(tops.map((own) => stops.findIndex((stop) => own.matches(stop)))).to.deep.equal([0, 1, 2]);
      find(provider, stops[0]!).focus();
      await pressUntil('Tab', () => focused() === find(provider, 'button.home'));
      await press('Tab');
      expectFocusOn(find(provider, stops[2]!));
    });

    for (const [name, id] of [
      ['the next to expire', anOffer.id],
      ['one behind the number', 'later'],
    ] as const)
      it(`leaves the focus on the same button of the same offer when it becomes one and is none any more: ${name}`, async () => {
        const later = { ...anOffer, id: 'later', offerExpiresAt: (anOffer.offerExpiresAt ?? NOW) + 60_000 };
        const { provider } = await mount(workspace, { sessions: [anOffer, later, theCall, aParkedChat] });
        const box = find(provider, 'my-sessions');
        const turn = async (width: string, mode: string): Promise<void> => {
          box.style.inlineSize = width;
          await until(() => find(provider, 'task-offers').getAttribute('mode') === mode);
          await settled();
        };
        find(provider, `[data-id="${id}"] [data-verb="session.decline"]`).focus();
        for (const [width, mode] of [
          ['320px', 'bar'],
          ['1000px', 'list'],
        ] as const) {
          await turn(width, mode);
          expectFocusOn(find(provider, `[data-id="${id}"] [data-verb="session.decline"]`));
        }
      });

    it('has Home, the offer above icons, and the history behind a button', async () => {
      const { provider } = await bar();
      const offer = find(provider, `[data-id="${anOffer.id}"]`).getBoundingClientRect();
      const icons = find(provider, `[data-id="${theCall.id}"]`).getBoundingClientRect();
      const home = find(provider, 'button.home').getBoundingClientRect();
      expect(offer.bottom).to.be.at.most(icons.top);
      expect([home.top, home.right <= icons.left]).to.deep.equal([icons.top, true]);
      expect(findAll(provider, 'section.history')).to.have.length(0);
      find(provider, '.toggle').click();
      await settled();
      const past = find(provider, 'section.history');
      expect(textOf(past)).to.contain('Yesterday');
      expect(past.getBoundingClientRect().top).to.be.at.least(icons.bottom);
      expect(past.getBoundingClientRect().width).to.be.greaterThan(250);
      find(past, '.card').focus();
      await press('Escape');
      await settled();
      expect(findAll(provider, 'section.history')).to.have.length(0);
    });
  });
});
