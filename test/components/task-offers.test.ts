import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/my-sessions/my-sessions.define.js';
import '../../src/components/task-offers/task-offers.define.js';
import { selectCommands } from '../../src/index.js';
import type { Session } from '../../src/index.js';
import { aDocument } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { anOffer, theCall } from '../../stories/scenarios/working-day.js';
import { press } from '../support/hands.js';
import {
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

const offers = html`<task-offers></task-offers>`;
const oneAtATime = { ...aDocument, sessionPolicy: 'single-active' };

/** An offer that rings so many seconds more, of thirty. */
const ringing = (id: string, seconds: number, about: Partial<Session> = {}): Session => ({
  ...anOffer,
  id,
  times: { offered: NOW - (30 - seconds) * 1000 },
  since: NOW - (30 - seconds) * 1000,
  offerExpiresAt: NOW + seconds * 1000,
  visitorLabel: `Visitor of ${id}`,
  ...about,
});
const five = [25, 3, 18, 9, 12].map((seconds) => ringing(`in-${String(seconds)}`, seconds));

const row = (root: ParentNode, id: string): HTMLElement => find(root, `.row[data-id="${id}"]`);
const verb = (root: ParentNode, id: string, name: 'accept' | 'decline'): HTMLElement =>
  find(row(root, id), `[data-verb="session.${name}"]`);
const ids = (root: ParentNode): (string | undefined)[] => findAll(root, '.row').map(({ dataset }) => dataset['id']);

describe('task-offers', () => {
  it('that is not connected has room for the sentence that says why', async () => {
    const own = await fixture<HTMLElement>(html`<task-offers style="inline-size: 300px"></task-offers>`);
    await until(() => textOf(own) !== '');
    const sentence = find(own, '.empty');
    expect(own.offsetHeight).to.be.at.least(sentence.offsetHeight);
    expect(sentence.getBoundingClientRect().bottom).to.be.at.most(own.getBoundingClientRect().bottom + 0.5);
  });

  it('stands alone: who, what kind, which service, how long it rings, and both answers', async () => {
    const { provider } = await mount(offers, { sessions: [anOffer] });
    expect(textOf(find(provider, '.card'))).to.equal('Visitor 7 Chat Card Line rings for 0:25');
    expect(findAll(provider, '[data-verb]').map((own) => own.ariaLabel)).to.deep.equal([
      'Accept: Visitor 7',
      'Decline: Visitor 7',
    ]);
  });

  it('has the next to expire first, and moves nothing for one that rings longer', async () => {
    const { provider, gateway } = await mount(offers, { sessions: five });
    expect(ids(provider)).to.deep.equal(['in-3', 'in-9', 'in-12', 'in-18', 'in-25']);
    await happens(gateway, { type: 'session.snapshot', at: NOW, session: ringing('in-28', 28) });
    expect(ids(provider).at(-1)).to.equal('in-28');
  });

  for (const width of [300, 264])
    it(`has room for five in 240 px of height, at ${String(width)} px, and cuts no answer`, async () => {
      const { provider } = await mount(html`<div style="inline-size: ${width}px">${offers}</div>`, { sessions: five });
      const box = find(provider, 'task-offers').getBoundingClientRect();
      expect(box.height).to.be.at.most(240);
      for (const button of findAll(provider, '[data-verb]')) {
        const { left, right, height } = button.getBoundingClientRect();
        expect(left).to.be.at.least(box.left);
        expect(right).to.be.at.most(box.right);
        expect(height).to.be.at.least(24);
      }
    });

  it('shows the time that is left as a bar, as a share of all of it, and says so when it is about to go', async () => {
    const { provider } = await mount(offers, { sessions: [ringing('a', 15), ringing('b', 6)] });
    const shares = findAll<HTMLProgressElement>(provider, 'progress').map(({ value }) => value);
    expect(shares).to.deep.equal([0.2, 0.5]);
    expect(findAll(provider, '.soon').map(({ dataset }) => dataset['id'])).to.deep.equal(['b']);
  });

  it('has neither bar nor figure where an offer rings without an end', async () => {
    const { offerExpiresAt: _, ...endless } = anOffer;
    const { provider } = await mount(offers, { sessions: [endless] });
    expect(textOf(find(provider, '.card'))).to.equal('Visitor 7 Chat Card Line');
    expect(findAll(provider, 'progress')).to.have.length(0);
  });

  it('takes no room when nothing rings, and says so where it is asked to', async () => {
    const { provider } = await mount(offers, { sessions: [theCall] });
    expect(find(provider, 'task-offers').getBoundingClientRect().height).to.equal(0);
    const { provider: saying } = await mount(html`<task-offers says-empty></task-offers>`, { sessions: [theCall] });
    expect(textOf(find(saying, 'task-offers'))).to.equal('Incoming tasks ring here.');
  });

  it('takes no offer for which there is no room, says why, and takes it as soon as there is some', async () => {
    const chats = ['one', 'two'].map((id): Session => ({ ...theCall, id, modality: 'im', state: 'parked' }));
    const sessions = [ringing('chat', 20), ringing('mail', 25, { modality: 'email' }), theCall, ...chats];
    const { provider, gateway } = await mount(offers, { sessions, document: oneAtATime }, true);
    const chat = verb(provider, 'chat', 'accept');
    const full = 'Chat: no more until one closes.';
    expect([chat.ariaDisabled, chat.title, textOf(chat)]).to.deep.equal(['true', full, 'Accept']);
    expect(verb(provider, 'chat', 'decline').ariaDisabled).to.equal('false');
    expect(verb(provider, 'mail', 'accept').ariaDisabled).to.equal('false');
    chat.focus();
    await press('Enter');
    expect(gateway.commands).to.deep.equal([]);
    expect(textOf(find(row(provider, 'chat'), '[role="status"]'))).to.equal(full);
    await happens(gateway, { type: 'session.ended', at: NOW, sessionId: 'one' });
    expect(findAll(provider, '[role="status"]')).to.deep.equal([]);
    expect(chat.ariaDisabled).to.equal('false');
    expectFocusOn(chat);
  });

  it('turns to an offer that is clicked', async () => {
    const { provider, store } = await mount(offers, { sessions: [theCall, anOffer] });
    find(row(provider, anOffer.id), '.card').click();
    await settled();
    expect(store.read({ topics: [], read: ({ selection }) => selection?.sessionId })).to.equal(anOffer.id);
    expect(find(provider, '.card').ariaCurrent).to.equal('true');
  });

  describe('answers', () => {
    for (const name of ['accept', 'decline'] as const)
      it(`by ${name}: once, and unavailable until there is a reply`, async () => {
        const { provider, gateway } = await mount(offers, { sessions: [anOffer] });
        gateway.answer = () => new Promise(() => undefined);
        verb(provider, anOffer.id, name).click();
        await settled();
        verb(provider, anOffer.id, name).click();
        await settled();
        expect(gateway.commands.map(({ type }) => type)).to.deep.equal([`session.${name}`]);
        expect(verb(provider, anOffer.id, 'accept').ariaDisabled).to.equal('true');
        expect(row(provider, anOffer.id).ariaBusy).to.equal('true');
      });

    it('nothing that a host has cancelled', async () => {
      const { provider, gateway } = await mount(offers, { sessions: [anOffer] });
      provider.addEventListener('session-accept', (event) => event.preventDefault());
      verb(provider, anOffer.id, 'accept').click();
      await settled();
      expect(gateway.commands).to.deep.equal([]);
    });

    it('says before that another session is parked for it, and parks that one first', async () => {
      const { provider, gateway } = await mount(offers, { sessions: [theCall, anOffer], document: oneAtATime }, true);
      const accept = verb(provider, anOffer.id, 'accept');
      expect(accept.ariaLabel).to.equal('Park, then accept: Visitor 7');
      expect(accept.title).to.equal('One session is active at a time: Nora Feld has to be parked first.');
      accept.click();
      await settled();
      expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.park']);
      await happens(gateway, { type: 'session.parked', at: NOW, sessionId: theCall.id });
      expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.park', 'session.accept']);
      expect(verb(provider, anOffer.id, 'accept').ariaLabel).to.equal('Accept: Visitor 7');
    });

    it('says which session could not be parked and why, here and not there, and tries again', async () => {
      const { provider, gateway, store } = await mount(
        offers,
        { sessions: [theCall, anOffer], document: oneAtATime },
        true,
      );
      gateway.answer = () => Promise.resolve({ ok: false, failure: 'failed', message: 'The line is busy' });
      verb(provider, anOffer.id, 'accept').click();
      await settled();
      const alert = find(row(provider, anOffer.id), '[role="alert"]');
      expect(textOf(alert)).to.contain('Not accepted: Nora Feld could not be parked. The line is busy');
      expect(store.read(selectCommands(theCall.id))).to.deep.equal([]);
      gateway.answer = () => Promise.resolve({ ok: true });
      find(alert, 'button').click();
      await settled();
      expect(findAll(provider, '[role="alert"]')).to.have.length(0);
      await happens(gateway, { type: 'session.parked', at: NOW, sessionId: theCall.id });
      expect(gateway.commands.at(-1)?.type).to.equal('session.accept');
    });

    it('forgets what was refused as soon as nothing has to be parked any more', async () => {
      const { provider, gateway } = await mount(offers, { sessions: [theCall, anOffer], document: oneAtATime }, true);
      gateway.answer = () => Promise.resolve({ ok: false, failure: 'failed' });
      verb(provider, anOffer.id, 'accept').click();
      await settled();
      expect(findAll(provider, '[role="alert"]')).to.have.length(1);
      await happens(gateway, { type: 'session.ended', at: NOW, sessionId: theCall.id });
      expect(findAll(provider, '[role="alert"]')).to.have.length(0);
    });

    it('says why an offer was not accepted, below its own row, until it is dismissed', async () => {
      const { provider, gateway } = await mount(offers, { sessions: [anOffer, ringing('other', 5)] });
      gateway.answer = () => Promise.resolve({ ok: false, failure: 'not-allowed', message: 'Somebody else has it' });
      verb(provider, anOffer.id, 'accept').click();
      await settled();
      expect(findAll(row(provider, 'other'), '[role="alert"]')).to.have.length(0);
      const alert = find(row(provider, anOffer.id), '[role="alert"]');
      expect(textOf(alert)).to.contain('Not accepted: Somebody else has it');
      find(alert, '.plain').click();
      await settled();
      expect(findAll(provider, '[role="alert"]')).to.have.length(0);
    });

    it('says that an answer waits for the network', async () => {
      const { provider, gateway } = await mount(offers, {
        sessions: [anOffer],
        facts: [{ type: 'connection.changed', at: NOW, status: 'offline' }],
      });
      gateway.answer = () => new Promise(() => undefined);
      verb(provider, anOffer.id, 'accept').click();
      await settled();
      expect(findAll(row(provider, anOffer.id), '[role="status"]')).to.have.length(1);
    });
  });

  it('comes under no pointer: what goes leaves its place, and what comes takes another one, until the pointer is gone', async () => {
    const { provider, gateway } = await mount(offers, { sessions: [ringing('a', 9), ringing('b', 20)] });
    const strip = find(provider, '.offers');
    const top = (id: string): number => row(provider, id).getBoundingClientRect().top;
    const place = top('b');
    strip.dispatchEvent(new PointerEvent('pointerenter'));
    await happens(gateway, { type: 'session.removed', at: NOW, sessionId: 'a' });
    await happens(gateway, { type: 'session.snapshot', at: NOW, session: ringing('c', 5) });
    expect(ids(provider)).to.deep.equal(['b', 'c']);
    expect(top('b')).to.equal(place);
    strip.dispatchEvent(new PointerEvent('pointerleave'));
    await settled();
    expect(ids(provider)).to.deep.equal(['b', 'c']);
  });

  it('keeps the room of two where it says that nothing rings, and every offer in its place', async () => {
    const { provider, gateway } = await mount(html`<task-offers says-empty></task-offers>`, { sessions: [] });
    const height = (): number => find(provider, 'task-offers').getBoundingClientRect().height;
    expect(height()).to.equal(92);
    for (const id of ['a', 'b'])
      await happens(gateway, { type: 'session.snapshot', at: NOW, session: ringing(id, 20) });
    expect([height(), ...ids(provider)]).to.deep.equal([92, 'a', 'b']);
    await happens(gateway, { type: 'session.removed', at: NOW, sessionId: 'a' });
    await happens(gateway, { type: 'session.snapshot', at: NOW, session: ringing('c', 30) });
    expect([height(), ...ids(provider)]).to.deep.equal([92, 'c', 'b']);
    // At the foot of a panel it grows upwards.
    await happens(gateway, { type: 'session.snapshot', at: NOW, session: ringing('d', 30) });
    expect([height(), ...ids(provider)]).to.deep.equal([138, 'd', 'c', 'b']);
  });

  describe('by keyboard', () => {
    it('goes by arrow keys to the same answer of the next offer, and stays at the ends', async () => {
      const { provider } = await mount(offers, { sessions: [ringing('a', 5), ringing('b', 9)] });
      verb(provider, 'a', 'decline').focus();
      await press('ArrowDown');
      expectFocusOn(verb(provider, 'b', 'decline'));
      await press('ArrowDown');
      expectFocusOn(verb(provider, 'b', 'decline'));
      await press('ArrowUp');
      expectFocusOn(verb(provider, 'a', 'decline'));
    });

    it('keeps the focus near when an offer goes, and on no other answer', async () => {
      const { provider, gateway } = await mount(offers, { sessions: [ringing('a', 5), ringing('b', 9)] });
      verb(provider, 'a', 'accept').focus();
      await happens(gateway, { type: 'session.removed', at: NOW, sessionId: 'a' });
      expectFocusOn(find(provider, '.offers'));
    });

    it('goes with the session in the panel, into the list', async () => {
      const { provider, gateway } = await mount(
        html`<my-sessions style="block-size: 600px; inline-size: 1000px"></my-sessions>`,
        { sessions: [ringing('a', 5), ringing('b', 9)] },
        true,
      );
      verb(provider, 'a', 'accept').focus();
      await press('Enter');
      await happens(gateway, { type: 'session.connected', at: NOW, sessionId: 'a' });
      expect(focused().closest<HTMLElement>('section.active .row')?.dataset['id']).to.equal('a');
    });
  });

  describe('as a bar', () => {
    const bar = html`<div style="inline-size: 320px"><task-offers mode="bar"></task-offers></div>`;

    it('has one row with both answers, and the others behind their number', async () => {
      const { provider } = await mount(bar, { sessions: five });
      await frame();
      expect(ids(provider)).to.deep.equal(['in-3']);
      const more = find(provider, '.more');
      expect([more.ariaLabel, textOf(more), more.ariaExpanded]).to.deep.equal(['4 more', '+4', 'false']);
      more.click();
      await settled();
      expect(ids(provider)).to.have.length(5);
      expect(more.ariaExpanded).to.equal('true');
      more.click();
      await settled();
      expect(ids(provider)).to.deep.equal(['in-3']);
    });

    it('has no number where there is but one', async () => {
      const { provider } = await mount(bar, { sessions: [anOffer] });
      expect(findAll(provider, '.more')).to.have.length(0);
    });
  });
});
