import { expect, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../src/components/my-sessions/my-sessions.define.js';
import '../../src/components/session-leave/session-leave.define.js';
import { SessionLeave } from '../../src/components/session-leave/session-leave.js';
import { SessionsList } from '../../src/components/sessions-list/sessions-list.js';
import { selectHidden, selectSelectedId } from '../../src/index.js';
import type { CommandReply, Session } from '../../src/index.js';
import { defineElement, defineLater } from '../../src/registration/define-element.js';
import { anEndedSession, withCardLine } from '../../stories/scenarios/builders.js';
import { aChat, aParkedChat, anOffer, theCall, unfinishedWork } from '../../stories/scenarios/working-day.js';
import { clickOn, press } from '../support/hands.js';
import { coming, expectFocusOn, find, findAll, happens, mount, settled, textOf, until } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const chat: Session = { ...aChat, serviceId: 'card-line' };

const listed = (sessions: readonly Session[], reply?: CommandReply): Promise<Mounted> =>
  mount(
    html`<div style="inline-size: 320px"><sessions-list></sessions-list></div>`,
    { sessions, document: withCardLine({ release: 'queue' }), ...(reply && { reply }) },
    true,
  );

const row = (root: ParentNode, id: string): HTMLElement => find(root, `.row[data-id="${id}"]`);
const leaveOf = (root: ParentNode, id: string): HTMLElement | null => row(root, id).querySelector('.leave');
const asked = (root: ParentNode): Promise<HTMLDialogElement> =>
  coming<HTMLDialogElement>(find(root, 'sessions-list'), 'dialog');

describe('the way out of a card', () => {
  it('is there for what there is a way out of, and says whose', async () => {
    const { provider } = await listed([theCall, chat, aParkedChat, unfinishedWork, anOffer, anEndedSession()]);
    const named = findAll(provider, '.row').map(({ dataset }) => [
      dataset['id'],
      leaveOf(provider, dataset['id']!)?.getAttribute('aria-label') ?? null,
    ]);
    expect(Object.fromEntries(named)).to.deep.equal({
      [theCall.id]: 'Leave: Nora Feld',
      [chat.id]: 'Leave: Kenny Smith',
      [aParkedChat.id]: `Leave: ${textOf(find(row(provider, aParkedChat.id), '.title'))}`,
      [unfinishedWork.id]: `Leave: ${textOf(find(row(provider, unfinishedWork.id), '.title'))}`,
      [anEndedSession().id]: null,
      ...(findAll(provider, `.row[data-id="${anOffer.id}"]`).length > 0 ? { [anOffer.id]: null } : {}),
    });
  });

  it('asks by the X without turning to the session, and names what is not sent', async () => {
    const { provider, store, gateway } = await listed([theCall, chat]);
    store.look(theCall.id);
    store.keep('message', chat.id, 'Half a sent');
    await settled();
    await clickOn(leaveOf(provider, chat.id)!);
    const dialog = await asked(provider);
    expect(dialog.matches(':modal')).to.equal(true);
    expect(textOf(find(dialog, 'h2'))).to.equal('Leave Kenny Smith?');
    expect(textOf(find(dialog, '.unfinished'))).to.equal('Not finished here: A message that is not sent: Half a sent');
    expect(findAll(dialog, '.way .name').map(textOf)).to.deep.equal(['End', 'Release', 'Hide']);
    expect([store.read(selectSelectedId), gateway.commands]).to.deep.equal([theCall.id, []]);
  });

  for (const key of ['Delete', 'Backspace'])
    it(`asks by ${key} on the card, which has the focus again afterwards`, async () => {
      const { provider, gateway } = await listed([theCall, chat]);
      const card = find(row(provider, chat.id), '.card');
      card.focus();
      await press(key);
      await asked(provider);
      await press('Escape');
      await until(() => findAll(provider, 'dialog').length === 0);
      expectFocusOn(card);
      expect(gateway.commands).to.deep.equal([]);
    });

  it('leaves in the way that was chosen, one after the other', async () => {
    const { provider, gateway, store } = await listed([theCall, chat]);
    leaveOf(provider, theCall.id)?.click();
    (await asked(provider)).querySelector<HTMLElement>('[value="end"]')?.click();
    await until(() => gateway.commands.length > 0 && findAll(provider, 'dialog').length === 0);
    leaveOf(provider, chat.id)?.click();
    (await asked(provider)).querySelector<HTMLElement>('[value="hide"]')?.click();
    await until(() => store.read(selectHidden).length > 0);
    expect(gateway.commands).to.deep.include({
      type: 'session.end',
      sessionId: theCall.id,
      commandId: gateway.commands[0]!.commandId,
    });
    expect(store.read(selectHidden)).to.deep.equal([chat.id]);
    await settled();
    expect(findAll(provider, `.row[data-id="${chat.id}"]`)).to.have.length(0);
  });

  it('keeps the focus in the list when the session goes, also when the list moved while it asked', async () => {
    const { provider, gateway, store } = await listed([aParkedChat, theCall]);
    const at = store.clock.now();
    leaveOf(provider, aParkedChat.id)!.focus();
    await press('Enter');
    const dialog = await asked(provider);
    await happens(gateway, { type: 'session.snapshot', at, session: chat });
    find(dialog, '[value="end"]').focus();
    await press('Enter');
    await until(() => findAll(provider, 'dialog').length === 0);
    await happens(gateway, { type: 'session.ended', sessionId: aParkedChat.id, at });
    expectFocusOn(find(row(provider, aParkedChat.id), '.card'));
  });

  it('leaves the focus on the card when its session has no way out any more', async () => {
    const { provider, gateway, store } = await listed([theCall, chat]);
    const at = store.clock.now();
    leaveOf(provider, theCall.id)!.focus();
    await happens(gateway, {
      type: 'session.snapshot',
      at,
      session: { ...theCall, state: 'parking' },
    });
    expect(leaveOf(provider, theCall.id)).to.equal(null);
    expectFocusOn(find(row(provider, theCall.id), '.card'));
  });

  it('says what was refused, and of which session, where the list is alone', async () => {
    const { provider, store } = await listed([theCall, chat], {
      ok: false,
      failure: 'not-allowed',
      message: 'Not you.',
    });
    store.look(theCall.id);
    await settled();
    leaveOf(provider, chat.id)?.click();
    (await asked(provider)).querySelector<HTMLElement>('[value="release"]')?.click();
    expect(textOf(await coming(provider, '[role="alert"].notice'))).to.contain('Not released: Not you.');
  });

  it('says where the question could not be loaded, of which session, and asks when that is tried again', async () => {
    let isThere = false;
    customElements.define('far-sessions-list', class extends SessionsList {});
    defineLater('far-session-leave', () => {
      if (!isThere) return Promise.reject(new Error('Offline'));
      defineElement('far-session-leave', class extends SessionLeave {});
      return Promise.resolve();
    });
    const { provider } = await mount(
      html`<far-sessions-list without-offers></far-sessions-list>`,
      { sessions: [theCall, chat], document: withCardLine({}) },
      true,
    );
    await until(() => leaveOf(provider, chat.id) !== null);
    leaveOf(provider, chat.id)?.click();
    expect(textOf(find(await coming(provider, '[role="alert"]'), 'span'))).to.equal(
      'Kenny Smith: This could not be shown.',
    );
    isThere = true;
    find(provider, '[role="alert"] button').click();
    const dialog = await coming(find(provider, 'far-sessions-list'), 'dialog');
    expect(textOf(find(dialog, 'h2'))).to.equal('Leave Kenny Smith?');
    await until(() => findAll(provider, '[role="alert"]').length === 0);
  });

  for (const width of [320, 64]) {
    it(`moves nothing when it comes, in ${String(width)} px`, async () => {
      const { provider } = await mount(
        html`<div style="inline-size: ${width}px"><sessions-list mode=${width < 100 ? 'icons' : 'list'}></sessions-list></div>`,
        { sessions: [theCall, chat] },
        true,
      );
      const boxes = (): unknown[] =>
        findAll(provider, '.card, .card *').map((own) => own.getBoundingClientRect().toJSON() as unknown);
      const before = boxes();
      const leave = leaveOf(provider, chat.id)!;
      // Where no pointer hovers it is always there.
      const isPointed = matchMedia('(hover: hover) and (pointer: fine)').matches;
      expect(getComputedStyle(leave).opacity).to.equal(isPointed ? '0' : '1');
      const { x, y } = row(provider, chat.id).getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(x + 40), Math.round(y + 20)] });
      await until(() => getComputedStyle(leave).opacity === '1');
      expect(getComputedStyle(leave).opacity).to.equal('1');
      expect(boxes()).to.deep.equal(before);
      const { width: inline, height } = leave.getBoundingClientRect();
      // A column of icons has none where it could not be hovered.
      expect(Math.min(inline, height)).to.satisfy((size: number) =>
        isPointed || width > 100 ? size >= 24 : size === 0,
      );
    });
  }
});
