import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/my-sessions/my-sessions.define.js';
import '../../src/components/session-shortcuts/session-shortcuts.define.js';
import { selectSelectedId } from '../../src/index.js';
import type { MySessions, Session, SessionShortcuts } from '../../src/index.js';
import { withCardLine } from '../../stories/scenarios/builders.js';
import {
  aChat,
  aParkedCall,
  aParkedChat,
  aParkedMail,
  anOffer,
  theCall,
  unfinishedWork,
} from '../../stories/scenarios/working-day.js';
import { press, together } from '../support/hands.js';
import {
  coming,
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
import { NOW } from '../../stories/scenarios/scripted-gateway.js';

const keys = (key: string): Promise<void> => together('Alt', 'Shift', key);

async function workspace(...sessions: readonly Session[]): Promise<Mounted> {
  const mounted = await mount(
    html`<button class="host">host</button><input class="host" /><my-sessions></my-sessions>`,
    {
      sessions,
    },
  );
  mounted.store.look(sessions[0]?.id ?? { kind: 'home' });
  await settled();
  return mounted;
}

const selectedIn = ({ store }: Mounted): string | undefined => store.read(selectSelectedId);
const sentBy = ({ gateway }: Mounted): readonly string[] => gateway.commands.map(({ type }) => type);
const saidIn = ({ provider }: Mounted): string => textOf(find(find(provider, 'session-shortcuts'), '[role="status"]'));
const sheetIn = ({ provider }: Mounted): HTMLDialogElement => find(find(provider, 'session-shortcuts'), 'dialog');

describe('session-shortcuts', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('dir');
  });

  for (const dir of ['ltr', 'rtl'])
    it(`go through the sessions in hand, round at the ends, and say whose it is: ${dir}`, async () => {
      document.documentElement.dir = dir;
      const mounted = await workspace(theCall, aParkedCall, aParkedMail, unfinishedWork);
      const seen: unknown[] = [];
      for (const key of ['N', 'N', 'N', 'N', 'P', 'P']) {
        await keys(key);
        seen.push([selectedIn(mounted), saidIn(mounted)]);
      }
      expect(seen).to.deep.equal([
        [aParkedCall.id, 'Luis Ortega'],
        [aParkedMail.id, 'Statement for February'],
        [unfinishedWork.id, 'Mira Obi'],
        [theCall.id, 'Nora Feld'],
        [unfinishedWork.id, 'Mira Obi'],
        [aParkedMail.id, 'Statement for February'],
      ]);
    });

  it('open the tab in which a place is, where one is on screen at a time', async () => {
    const mounted = await mount(html`<my-sessions style="inline-size: 800px; block-size: 600px"></my-sessions>`, {
      sessions: [aChat],
    });
    mounted.store.look(aChat.id);
    await frame();
    const tab = (): string => textOf(find(mounted.provider, '[role="tab"][aria-selected="true"]'));
    expect(tab()).to.equal('Conversation');
    await keys('D');
    await until(() => focused().localName === 'select');
    expect(tab()).to.equal('Customer');
    expect((focused().getRootNode() as ShadowRoot).host.localName).to.equal('codes-tags');
  });

  it('turn nowhere when the host says no, and say nothing then', async () => {
    const mounted = await workspace(theCall, aParkedCall);
    mounted.provider.addEventListener('session-select', (event) => {
      event.preventDefault();
    });
    await keys('N');
    expect([selectedIn(mounted), saidIn(mounted)]).to.deep.equal([theCall.id, '']);
  });

  it('press the button of the session that is looked at, and say so when there is none', async () => {
    const mounted = await workspace(theCall, aParkedCall);
    await keys('K');
    expect(
      mounted.gateway.commands.map(({ type, ...own }) => [type, 'sessionId' in own && own.sessionId]),
    ).to.deep.equal([['session.park', theCall.id]]);
    await keys('N');
    await keys('F');
    expect(saidIn(mounted)).to.equal('Transfer the session: not possible now.');
    expect(sentBy(mounted)).to.have.lengthOf(1);
  });

  for (const [where, open] of [
    [
      'a dialog of the host’s',
      (box: HTMLElement) => {
        const dialog = document.createElement('dialog');
        box.replaceWith(dialog);
        dialog.append(box);
        dialog.showModal();
        return Promise.resolve();
      },
    ],
    ['a full screen', (box: HTMLElement) => box.requestFullscreen()],
  ] as const)
    it(`are for a workspace in ${where}, until a question stands before it`, async () => {
      const mounted = await workspace(theCall, aParkedCall);
      const box = await fixture<HTMLElement>(html`<div></div>`);
      box.append(mounted.provider);
      // Without something that the agent did no page fills the screen.
      await press('Shift');
      await open(box);
      try {
        await frame();
        await keys('N');
        expect(selectedIn(mounted)).to.equal(aParkedCall.id);
        const question = box.appendChild(document.createElement('dialog'));
        question.showModal();
        await keys('N');
        expect(selectedIn(mounted)).to.equal(aParkedCall.id);
      } finally {
        if (document.fullscreenElement) await document.exitFullscreen();
        await frame();
      }
    });

  it('ask what the button asks', async () => {
    const mounted = await workspace(aParkedCall);
    await keys('E');
    const question = find<HTMLDialogElement>(find(mounted.provider, 'session-controls'), 'dialog');
    expect([question.open, sentBy(mounted)]).to.deep.equal([true, []]);
    // As long as it is open, keys are for it alone.
    await keys('K');
    await keys('?');
    expect([sheetIn(mounted).open, sentBy(mounted)]).to.deep.equal([false, []]);
    await press('Tab', 'Enter');
    expect(sentBy(mounted)).to.deep.equal(['session.end']);
  });

  it('accept the offer that is missed first, and the one that is looked at before it', async () => {
    const later = { ...anOffer, id: 'offer-0', offerExpiresAt: NOW + 28_000 };
    const mounted = await workspace(aParkedCall, anOffer, later);
    const began: unknown[] = [];
    mounted.provider.addEventListener('session-accept', (event) =>
      began.push((event.composedPath()[0] as Element).localName),
    );
    await keys('O');
    expect(began).to.deep.equal(['task-offers']);
    mounted.store.look(later.id);
    await settled();
    await keys('X');
    expect(mounted.gateway.commands.map((own) => [own.type, 'sessionId' in own && own.sessionId])).to.deep.equal([
      ['session.accept', anOffer.id],
      ['session.decline', later.id],
    ]);
  });

  it('put the focus where the agent goes on', async () => {
    const { provider } = await workspace(theCall, aParkedCall);
    await keys('L');
    expectFocusOn(find(find(provider, 'sessions-list'), `[data-id="${theCall.id}"] .card`));
    await keys('C');
    expectFocusOn(find(find(provider, 'session-pane'), '[data-verb="session.park"]'));
    await keys('S');
    expectFocusOn(find(find(provider, 'agent-presence'), 'select'));
  });

  it('go Home, with the focus in the list', async () => {
    const mounted = await workspace(theCall);
    await keys('C');
    await keys('H');
    expect(selectedIn(mounted)).to.equal(undefined);
    expectFocusOn(find(mounted.provider, `[data-id="${theCall.id}"] .card`));
  });

  it('write to the customer or say that this is not possible, and never into notes', async () => {
    const mounted = await mount(html`<my-sessions style="inline-size: 1400px; block-size: 700px"></my-sessions>`, {
      sessions: [{ ...aParkedChat, notes: { text: '', version: 0 } }],
      document: withCardLine({ extensions: { widgets: ['companion-chat', 'session-notes'] } }),
    });
    mounted.store.look(aParkedChat.id);
    await coming(mounted.provider, 'chat-conversation');
    const notes = await coming(mounted.provider, 'session-notes');
    await coming(notes, '.surface');
    await keys('W');
    await frame();
    expect(focused().localName).to.equal('body');
    expect(saidIn(mounted)).to.equal('Write a message or an answer: not possible now.');
  });

  it('say that there is nothing to write in, and press nothing', async () => {
    const mounted = await workspace(theCall);
    await keys('W');
    expect(saidIn(mounted)).to.equal('Write a message or an answer: not possible now.');
  });

  it('show the list of keys from its beginning, with the way out of it in sight, on a low screen, too', async () => {
    const mounted = await workspace(theCall);
    const sheet = sheetIn(mounted);
    const sheetStyle = new CSSStyleSheet();
    sheetStyle.replaceSync('dialog { max-block-size: 320px; }');
    (sheet.getRootNode() as ShadowRoot).adoptedStyleSheets.push(sheetStyle);
    await keys('?');
    await frame();
    const { top, bottom } = sheet.getBoundingClientRect();
    expect(sheet.scrollHeight).to.be.greaterThan(sheet.clientHeight);
    for (const part of [find(sheet, 'h2'), find(sheet, 'button')]) {
      const own = part.getBoundingClientRect();
      expect([own.top >= top, own.bottom <= bottom], part.localName).to.deep.equal([true, true]);
    }
    expectFocusOn(find(sheet, 'h2'));
    expect(sheet.scrollTop).to.equal(0);
    await press('Tab');
    expectFocusOn(find(sheet, 'button'));
  });

  it('show the list of keys, from the button as well; Escape gives the focus back', async () => {
    const mounted = await workspace(theCall);
    const button = find(find(mounted.provider, 'session-shortcuts'), 'button.open');
    expect(button.getAttribute('aria-keyshortcuts')).to.equal('Alt+Shift+?');
    await keys('?');
    expect([sheetIn(mounted).open, textOf(focused())]).to.deep.equal([true, 'Keyboard shortcuts']);
    expect(textOf(sheetIn(mounted))).to.contain('Park or unpark the session Alt + Shift + K');
    expect(getComputedStyle(find(sheetIn(mounted), 'h2')).fontWeight).to.equal('600');
    await press('Escape');
    button.focus();
    await press('Enter');
    expect(sheetIn(mounted).open).to.equal(true);
    await press('Escape');
    expectFocusOn(button);
  });

  for (const key of ['Escape', 'Enter'])
    it(`leave the focus in the list of sessions, where what had it before the list of keys is gone: ${key}`, async () => {
      const mounted = await workspace(theCall, aParkedChat);
      const place = find(mounted.provider, 'my-sessions');
      const card = (): HTMLElement => find(find(mounted.provider, 'sessions-list'), '.card[tabindex="0"]');
      find(find(mounted.provider, 'session-shortcuts'), 'button.open').focus();
      await press('Enter');
      place.style.inlineSize = '300px';
      await until(() => findAll(find(mounted.provider, 'session-shortcuts'), 'button.open').length === 0);
      if (key === 'Enter') await press('Tab');
      await press(key);
      await until(() => !sheetIn(mounted).open);
      await until(() => focused() !== document.body);
      expectFocusOn(card());

      await keys('?');
      await happens(mounted.gateway, { type: 'session.removed', sessionId: theCall.id, at: NOW });
      if (key === 'Enter') await press('Tab');
      await press(key);
      await until(() => focused() !== document.body);
      expectFocusOn(card());
    });

  describe('beside what the page does with keys', () => {
    it('work in a field, where they write nothing, and are taken from it', async () => {
      const mounted = await workspace(theCall);
      const field = find<HTMLInputElement>(mounted.provider, 'input.host');
      field.focus();
      await keys('K');
      expect([sentBy(mounted), field.value]).to.deep.equal([['session.park'], '']);
    });

    it('leave a key without such a modifier to the field', async () => {
      const mounted = await workspace(theCall);
      find<MySessions>(mounted.provider, 'my-sessions').shortcuts = { park: 'F8' };
      await settled();
      find(mounted.provider, 'input.host').focus();
      await press('F8');
      expect(sentBy(mounted)).to.deep.equal([]);
      find(mounted.provider, 'button.host').focus();
      await press('F8');
      expect(sentBy(mounted)).to.deep.equal(['session.park']);
    });

    it('are silent where the host has taken the key, and take theirs', async () => {
      const mounted = await workspace(theCall);
      const claim = (event: KeyboardEvent): void => {
        if (event.key === 'K') event.preventDefault();
      };
      document.addEventListener('keydown', claim);
      await keys('K');
      document.removeEventListener('keydown', claim);
      expect(sentBy(mounted)).to.deep.equal([]);

      const heard: boolean[] = [];
      const listen = (event: KeyboardEvent): unknown => event.key === 'K' && heard.push(event.defaultPrevented);
      window.addEventListener('keydown', listen);
      await keys('K');
      window.removeEventListener('keydown', listen);
      expect([heard, sentBy(mounted)]).to.deep.equal([[true], ['session.park']]);
    });

    it('do nothing when they are switched off, and say so nowhere', async () => {
      const mounted = await workspace(theCall);
      const element = find<MySessions>(mounted.provider, 'my-sessions');
      const park = (): HTMLElement => find(find(mounted.provider, 'session-pane'), '[data-verb="session.park"]');
      expect(park().getAttribute('aria-keyshortcuts')).to.equal('Alt+Shift+K');
      element.setAttribute('shortcuts', 'off');
      await settled();
      await keys('K');
      expect(sentBy(mounted)).to.deep.equal([]);
      expect(park().hasAttribute('aria-keyshortcuts')).to.equal(false);
      expect(findAll(find(mounted.provider, 'session-shortcuts'), 'button')).to.deep.equal([]);

      element.shortcuts = { park: 'Control+Shift+Y' };
      await settled();
      expect(park().getAttribute('aria-keyshortcuts')).to.equal('Control+Shift+Y');
      await keys('K');
      expect(sentBy(mounted)).to.deep.equal([]);
      await together('Control', 'Shift', 'Y');
      expect(sentBy(mounted)).to.deep.equal(['session.park']);
    });

    it('are not on the buttons of an offer, of which there may be several', async () => {
      const { provider } = await workspace(theCall, anOffer);
      expect(findAll(find(provider, 'sessions-list'), '[aria-keyshortcuts]')).to.deep.equal([]);
    });

    it('do an act once while a key is held down', async () => {
      const mounted = await workspace(theCall, aChat, aParkedCall);
      const held = (repeat: boolean): KeyboardEvent =>
        new KeyboardEvent('keydown', {
          key: 'N',
          altKey: true,
          shiftKey: true,
          repeat,
          bubbles: true,
          cancelable: true,
        });
      expect([false, true, true].map((repeat) => document.body.dispatchEvent(held(repeat)))).to.deep.equal([
        false,
        false,
        false,
      ]);
      await settled();
      expect(selectedIn(mounted)).to.equal(aChat.id);
    });

    it('are for the workspace in which the focus is, and for none that is hidden', async () => {
      const one = await mount(html`<session-shortcuts></session-shortcuts>`, { sessions: [theCall] });
      const other = await mount(html`<session-shortcuts></session-shortcuts><sessions-list></sessions-list>`, {
        sessions: [aChat, aParkedCall],
      });
      one.store.look({ kind: 'home' });
      other.store.look(aChat.id);
      await settled();
      find(other.provider, '.card').focus();
      await keys('N');
      expect([selectedIn(one), selectedIn(other)]).to.deep.equal([undefined, aParkedCall.id]);
      for (const { provider } of [one, other]) provider.style.display = 'none';
      await keys('N');
      expect([selectedIn(one), selectedIn(other)]).to.deep.equal([undefined, aParkedCall.id]);
    });

    it('let go of the page with their element', async () => {
      const mounted = await workspace(theCall);
      const element = find<SessionShortcuts>(mounted.provider, 'session-shortcuts');
      element.remove();
      await keys('K');
      expect(sentBy(mounted)).to.deep.equal([]);
      expect(findAll(mounted.provider, '[aria-keyshortcuts]')).to.deep.equal([]);
    });
  });

  it('answer what happens meanwhile: a session that started is the next one', async () => {
    const mounted = await workspace(theCall, anOffer);
    await happens(mounted.gateway, { type: 'session.connected', at: NOW, sessionId: anOffer.id });
    mounted.store.look(theCall.id);
    await keys('P');
    expect(selectedIn(mounted)).to.equal(anOffer.id);
  });
});
