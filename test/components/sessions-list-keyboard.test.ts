import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/components/my-sessions/my-sessions.define.js';
import '../../src/components/sessions-list/sessions-list.define.js';
import { MINUTE, aGateway, anEndedSession } from '../../stories/scenarios/builders.js';
import type { Session } from '../../src/index.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import {
  aChat,
  aParkedChat,
  aParkedMail,
  anOffer,
  parkedSessions,
  theCall,
  workingDay,
} from '../../stories/scenarios/working-day.js';
import { press } from '../support/hands.js';
import { expectFocusOn, find, findAll, focused, frame, happens, mount, settled } from '../support/mounting.js';

const list = html`<sessions-list></sessions-list>`;

const card = (root: ParentNode, id: string): HTMLElement => find(find(root, `[data-id="${id}"]`), '.card');
/** The session whose card, or something on it, has focus. */
const focusedId = (): string | undefined => {
  let element = focused();
  while (!element.closest('.row')) {
    const root = element.getRootNode();
    if (!(root instanceof ShadowRoot)) return undefined;
    element = root.host;
  }
  return element.closest<HTMLElement>('.row')?.dataset['id'];
};
async function tabBack(): Promise<void> {
  await sendKeys({ down: 'Shift' });
  await press('Tab');
  await sendKeys({ up: 'Shift' });
}
const order = (root: ParentNode): (string | undefined)[] => findAll(root, '.row').map(({ dataset }) => dataset['id']);

describe('sessions-list by keyboard', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('dir');
  });

  it('is one stop for Tab, at the current session', async () => {
    const { provider } = await mount(html`<button>before</button>${list}<button>after</button>`, {
      sessions: [...parkedSessions, theCall],
    });
    find(provider, 'button').focus();
    await press('Tab');
    expect(focusedId()).to.equal(theCall.id);
    await press('Tab');
    expect(focused().textContent).to.equal('after');
  });

  it('goes on by arrow keys, to the ends by Home and End, and stays there', async () => {
    const { provider } = await mount(list, { sessions: parkedSessions });
    const ids = order(provider);
    card(provider, ids[0]!).focus();
    await press('ArrowDown');
    expect(focusedId()).to.equal(ids[1]);
    await press('End');
    expect(focusedId()).to.equal(ids[4]);
    await press('ArrowDown');
    expect(focusedId()).to.equal(ids[4]);
    await press('ArrowUp');
    expect(focusedId()).to.equal(ids[3]);
    await press('Home', 'ArrowUp');
    expect(focusedId()).to.equal(ids[0]);
  });

  it('selects by Enter and by Space', async () => {
    const { provider } = await mount(list, { sessions: [theCall, aParkedChat, aParkedMail] });
    card(provider, theCall.id).focus();
    await press('ArrowDown', 'Enter');
    expect(card(provider, aParkedChat.id).ariaCurrent).to.equal('true');
    await press('ArrowDown', ' ');
    expect(card(provider, aParkedMail.id).ariaCurrent).to.equal('true');
    expect(focusedId()).to.equal(aParkedMail.id);
  });

  describe('with a way to more sessions at its end', () => {
    const many = (count: number): Session[] =>
      Array.from({ length: count }, (_, at) => anEndedSession({ id: `past-${String(at)}` }));
    const withOlder = (sessions: readonly Session[]): ScriptedGateway =>
      Object.assign(aGateway({ sessions }), { older: () => Promise.resolve(true) });

    for (const { name, buttons, situation } of [
      { name: 'that the gateway has', buttons: 1, situation: () => withOlder([theCall, ...many(80)]) },
      {
        name: 'that are not in the document',
        buttons: 0,
        situation: () => aGateway({ sessions: [theCall, ...many(501)] }),
      },
    ])
      it(`goes by Tab to the controls of the session and back, and scrolls nothing away, with some ${name}`, async () => {
        const { provider } = await mount(
          html`<my-sessions style="block-size: 480px; inline-size: 900px"></my-sessions>`,
          situation(),
        );
        expect(findAll(provider, '.older button')).to.have.length(buttons);
        card(provider, theCall.id).focus();
        await press('Tab');
        expect(focused().getAttribute('data-verb')).to.equal('session.park');
        expect(find(provider, '.scroll').scrollTop).to.equal(0);
        await tabBack();
        expectFocusOn(card(provider, theCall.id));
        expect(find(provider, '.scroll').scrollTop).to.equal(0);
      });

    it('reaches it by arrow keys after the last card, as the one stop for Tab from then on', async () => {
      const { provider } = await mount(html`${list}<button>after</button>`, withOlder([theCall, aParkedChat]));
      const older = find(provider, '.older button');
      card(provider, theCall.id).focus();
      await press('ArrowDown', 'ArrowDown');
      expectFocusOn(older);
      await press('Tab');
      expect(focused().textContent).to.equal('after');
      await tabBack();
      expectFocusOn(older);
      await press('ArrowUp');
      expect(focusedId()).to.equal(aParkedChat.id);
      await press('End');
      expectFocusOn(older);
    });

    it('stays at the end of the list when there are no more', async () => {
      const gateway = aGateway({ sessions: [theCall, ...many(80)] });
      const { provider } = await mount(
        html`<my-sessions style="block-size: 480px; inline-size: 900px"></my-sessions>`,
        Object.assign(gateway, { older: () => Promise.resolve(false) }),
      );
      const older = find(provider, '.older button');
      older.focus();
      // The list has come along to its end before anybody presses a key.
      await frame();
      await frame();
      await press('Enter');
      await settled();
      expect(findAll(provider, '.older button')).to.have.length(0);
      expect(focusedId()).to.equal(order(provider).at(-1));
      expect(find(provider, '.scroll').scrollTop).to.be.greaterThan(0);
    });

    it('leaves it out where it is a bar, which does not show it', async () => {
      const { provider } = await mount(
        html`<sessions-list mode="bar"></sessions-list>`,
        withOlder([theCall, aParkedChat]),
      );
      card(provider, theCall.id).focus();
      await press('End');
      expect(focusedId()).to.equal(aParkedChat.id);
      await press('ArrowRight');
      expect(focusedId()).to.equal(aParkedChat.id);
    });
  });

  for (const { direction, next, previous } of [
    { direction: 'ltr', next: 'ArrowRight', previous: 'ArrowLeft' },
    { direction: 'rtl', next: 'ArrowLeft', previous: 'ArrowRight' },
  ]) {
    it(`as a bar goes the way one reads on a page that is ${direction}`, async () => {
      document.documentElement.dir = direction;
      const { provider } = await mount(html`<sessions-list mode="bar"></sessions-list>`, { sessions: parkedSessions });
      const ids = order(provider);
      card(provider, ids[0]!).focus();
      await press(next, next);
      expect(focusedId()).to.equal(ids[2]);
      await press(previous);
      expect(focusedId()).to.equal(ids[1]);
    });
  }

  describe('as a bar, in the history that is unfolded', () => {
    const past = ['last', 'before'].map((id, at) => {
      const ended = NOW - (at + 1) * MINUTE;
      return anEndedSession({ id, times: { ended }, since: ended });
    });

    async function unfolded(): Promise<HTMLElement> {
      const gateway = aGateway({ sessions: [theCall, aParkedChat, ...past] });
      const { provider } = await mount(
        html`<sessions-list mode="bar"></sessions-list><button class="next">next</button>`,
        Object.assign(gateway, { older: () => Promise.resolve(true) }),
      );
      find(provider, '.toggle').focus();
      await press('Enter');
      await settled();
      return provider;
    }

    it('begins with the last session, and goes down and up through all that stands in it', async () => {
      const provider = await unfolded();
      expect(focusedId()).to.equal('last');
      await press('ArrowDown');
      expect(focusedId()).to.equal('before');
      await press('End');
      expectFocusOn(find(provider, '.older button'));
      await press('Home');
      expectFocusOn(find(provider, '.find'));
      await press('ArrowDown', 'Escape');
      await settled();
      expect(findAll(provider, '.history')).to.have.length(0);
      expectFocusOn(find(provider, '.toggle'));
    });

    it('is folded by Escape after the search in it is put away', async () => {
      const provider = await unfolded();
      find(provider, '.find').click();
      await settled();
      await press('ArrowDown', 'Escape');
      await settled();
      expect(findAll(provider, 'input')).to.have.length(0);
      expect(focusedId()).to.equal('last');
      await press('Escape');
      await settled();
      expect(findAll(provider, '.history')).to.have.length(0);
      expectFocusOn(find(provider, '.toggle'));
    });

    it('is apart from the cards of the bar', async () => {
      const provider = await unfolded();
      card(provider, theCall.id).focus();
      await settled();
      find(provider, '.toggle').click();
      await settled();
      expect(focusedId()).to.equal('last');
      await press('ArrowRight');
      expect(focusedId()).to.equal('last');
    });

    for (const [what, selector] of [
      ['a card of the bar', '.now .card'],
      ['the rest of the page', '.next'],
    ] as const)
      it(`lies over nothing any more when focus goes on to ${what}`, async () => {
        const provider = await unfolded();
        find(provider, selector).focus();
        await settled();
        expect(findAll(provider, '.history')).to.have.length(0);
        expectFocusOn(find(provider, selector));
      });

    it('is folded by its own button, and by Escape on it', async () => {
      const provider = await unfolded();
      const toggle = find(provider, '.toggle');
      toggle.focus();
      toggle.click();
      await settled();
      expect(findAll(provider, '.history')).to.have.length(0);
      toggle.click();
      await settled();
      toggle.focus();
      await press('Escape');
      await settled();
      expect(findAll(provider, '.history')).to.have.length(0);
      expectFocusOn(toggle);
    });
  });

  describe('keeps focus', () => {
    const answering = async (): Promise<{ provider: HTMLElement; gateway: ScriptedGateway }> => {
      const mounted = await mount(list, { sessions: [anOffer, theCall, aParkedChat] }, true);
      card(mounted.provider, anOffer.id).focus();
      await press('Tab');
      expect(focused().getAttribute('data-verb')).to.equal('session.accept');
      return mounted;
    };

    it('on the card of an offer that was accepted by keyboard and became active', async () => {
      const { gateway } = await answering();
      await press('Enter');
      expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.park']);
      await happens(gateway, { type: 'session.parked', at: NOW, sessionId: theCall.id });
      expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.park', 'session.accept']);
      await happens(gateway, { type: 'session.connected', at: NOW, sessionId: anOffer.id });
      expect(focusedId()).to.equal(anOffer.id);
      expect(focused().matches('.card')).to.equal(true);
    });

    it('on the card next to an offer that was cancelled and removed', async () => {
      const { gateway } = await answering();
      await happens(gateway, { type: 'session.removed', at: NOW, sessionId: anOffer.id });
      expect(focusedId()).to.equal(theCall.id);
    });

    it('on the same session when the caller hangs up while it rings', async () => {
      const { gateway } = await answering();
      await happens(gateway, { type: 'session.ended', at: NOW, sessionId: anOffer.id });
      expect(focusedId()).to.equal(anOffer.id);
    });

    it('on a card whose session is parked', async () => {
      const { provider, gateway } = await mount(list, { sessions: [theCall, aChat] });
      card(provider, theCall.id).focus();
      await happens(gateway, { type: 'session.parked', at: NOW, sessionId: theCall.id });
      expect(focusedId()).to.equal(theCall.id);
    });

    it('on the list when its last card goes', async () => {
      const { provider, gateway } = await mount(list, { sessions: [theCall] });
      card(provider, theCall.id).focus();
      await happens(gateway, { type: 'session.removed', at: NOW, sessionId: theCall.id });
      expectFocusOn(find(provider, '.list'));
    });

    it('through twenty facts that come in one delivery', async () => {
      const { provider, gateway } = await mount(list, { sessions: workingDay });
      card(provider, aParkedMail.id).focus();
      await happens(
        gateway,
        ...workingDay.map(({ id }) => ({ type: 'session.ended', at: NOW, sessionId: id }) as const),
        ...workingDay.map(({ id }) => ({ type: 'session.removed', at: NOW, sessionId: id }) as const),
      );
      expectFocusOn(find(provider, '.list'));
    });
  });

  it('never takes focus from elsewhere on the page', async () => {
    const { provider, gateway } = await mount(html`<input aria-label="Note" />${list}`, {
      sessions: [anOffer, theCall],
    });
    find(provider, 'input').focus();
    await happens(gateway, { type: 'session.connected', at: NOW, sessionId: anOffer.id });
    await happens(gateway, { type: 'session.removed', at: NOW, sessionId: theCall.id });
    expectFocusOn(find(provider, 'input'));
  });
});
