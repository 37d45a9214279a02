import { expect, html, oneEvent } from '@open-wc/testing';
import '../../src/components/session-controls/session-controls.define.js';
import '../../src/components/session-pane/session-pane.define.js';
import '../../src/components/transfer-dialog/transfer-dialog.define.js';
import { en, selectCommands } from '../../src/index.js';
import { noWorkWords } from '../../src/localize/en/no-work.js';
import type { CommandReply, Session } from '../../src/index.js';
import { aDocument, anEndedSession, withAgent, withCardLine } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, aParkedCall, anOffer, theCall, unfinishedWork } from '../../stories/scenarios/working-day.js';
import { press } from '../support/hands.js';
import { expectFocusOn, find, findAll, frame, happens, mount, settled, textOf, until } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const controlsOf = (session: Session, ...others: readonly Session[]): Promise<Mounted> =>
  mount(html`<session-controls session-id=${session.id}></session-controls>`, { sessions: [session, ...others] }, true);

const buttons = (root: ParentNode): string[] => findAll(root, '[data-verb]').map(textOf);
const button = (root: ParentNode, verb: string): HTMLElement => find(root, `[data-verb="${verb}"]`);

const offered: readonly { name: string; session: Session; verbs: readonly string[] }[] = [
  { name: 'an offer', session: anOffer, verbs: ['Accept', 'Decline'] },
  { name: 'a call that is being connected', session: { ...theCall, state: 'accepted' }, verbs: ['End'] },
  { name: 'an active call', session: theCall, verbs: ['Park', 'Hold', 'Transfer', 'End'] },
  { name: 'an active chat, which cannot be held', session: aChat, verbs: ['Park', 'Transfer', 'End'] },
  { name: 'a held call', session: { ...theCall, state: 'held' }, verbs: ['Resume', 'Park', 'Transfer', 'End'] },
  { name: 'a call on its way aside', session: { ...theCall, state: 'parking' }, verbs: [] },
  { name: 'a parked call', session: aParkedCall, verbs: ['Unpark', 'End'] },
  { name: 'a call on its way back', session: { ...aParkedCall, state: 'unparking' }, verbs: ['Park', 'End'] },
  { name: 'a call that is being transferred', session: { ...theCall, state: 'transferring' }, verbs: [] },
  { name: 'after-call work', session: unfinishedWork, verbs: ['Finish', 'Extend'] },
  { name: 'a session in history', session: anEndedSession(), verbs: [] },
];

describe('session-controls', () => {
  for (const { name, session, verbs } of offered) {
    it(`has what can be done with ${name}`, async () => {
      const { provider } = await controlsOf(session);
      expect(buttons(provider)).to.deep.equal(verbs);
    });
  }

  it('says alone on a page why nothing can be done, and where its head says the state it does not', async () => {
    for (const [session, why] of [
      [{ ...theCall, state: 'parking' }, en.stateSentence.parking],
      [{ ...theCall, state: 'transferring' }, en.stateSentence.transferring],
      [anEndedSession(), en.stateSentence.ended],
    ] as const) {
      const { provider } = await controlsOf(session);
      expect(findAll(provider, 'p').map(textOf)).to.deep.equal([why]);
    }
    const { provider } = await controlsOf(theCall);
    expect(findAll(provider, 'p')).to.deep.equal([]);
    const { provider: pane } = await mount(html`<session-pane session-id=${theCall.id}></session-pane>`, {
      sessions: [{ ...theCall, state: 'parking' }],
    });
    expect(find(pane, '.rule').checkVisibility()).to.equal(false);
  });

  it('shows a receiver on the button that ends a call, and on no other', async () => {
    const drawn = async (session: Session): Promise<string> => {
      const { provider } = await controlsOf(session);
      return find(button(provider, 'session.end'), 'svg path').getAttribute('d') ?? '';
    };
    const [call, chat, mail] = [
      await drawn(theCall),
      await drawn(aChat),
      await drawn({ ...aParkedCall, modality: 'email' }),
    ];
    expect(chat).to.not.equal(call);
    expect(mail).to.equal(chat);
  });

  it('neither ends early nor extends after-call work that does not allow it', async () => {
    const afterCallWork = { startedAt: NOW, dueAt: NOW + 5000, canFinishEarly: false, canExtend: false };
    const { provider } = await controlsOf({ ...unfinishedWork, afterCallWork });
    // That it runs to its end is said; what its service never allows is not there.
    expect(buttons(provider)).to.deep.equal(['Finish']);
    expect(button(provider, 'after-call-work.finish').ariaDisabled).to.equal('true');
    expect(button(provider, 'after-call-work.finish').title).to.equal(en.controls.runsToItsEnd);
    expect(textOf(find(provider, '.time'))).to.equal('After-call work 0:05');
  });

  describe('near the end of after-call work', () => {
    const work: Session = {
      ...unfinishedWork,
      afterCallWork: { startedAt: NOW, dueAt: NOW + 60_000, canFinishEarly: true, canExtend: true },
    };
    const spoken = (root: ParentNode): string => textOf(find(root, '[aria-live="polite"]'));
    const at = async ({ provider, gateway }: Mounted, left: number, shown: string): Promise<void> => {
      gateway.time = NOW + 60_000 - left;
      await until(() => textOf(find(provider, '.time')).endsWith(shown));
    };
    const isEmphasised = (root: ParentNode): boolean =>
      getComputedStyle(find(root, '.time')).textDecorationLine !== 'none';

    it('say once at 30 seconds and once at 10, and show it', async () => {
      const mounted = await controlsOf(work);
      const { provider } = mounted;
      const said: string[] = [];
      new MutationObserver(() => said.push(spoken(provider))).observe(find(provider, '[aria-live="polite"]'), {
        childList: true,
        characterData: true,
        subtree: true,
      });
      await at(mounted, 31_000, '0:31');
      expect([spoken(provider), isEmphasised(provider)]).to.deep.equal(['', false]);
      for (const [left, shown] of [
        [29_500, '0:29'],
        [20_000, '0:20'],
        [10_000, '0:10'],
        [4000, '0:04'],
      ] as const) {
        await at(mounted, left, shown);
        expect(isEmphasised(provider), shown).to.equal(true);
      }
      expect(said.filter((one, place) => one !== said[place - 1])).to.deep.equal([
        'After-call work ends in 30 seconds.',
        'After-call work ends in 10 seconds.',
      ]);
    });

    it('say it anew of the extension, and nothing of what is shown with little left', async () => {
      const mounted = await controlsOf(work);
      await at(mounted, 5000, '0:05');
      await until(() => spoken(mounted.provider) !== '');
      expect(spoken(mounted.provider)).to.equal('After-call work ends in 5 seconds.');
      const dueAt = NOW + 120_000;
      await happens(mounted.gateway, { type: 'after-call-work.extended', at: NOW + 55_000, dueAt, sessionId: work.id });
      expect([spoken(mounted.provider), isEmphasised(mounted.provider)]).to.deep.equal(['', false]);
      mounted.gateway.time = dueAt - 25_000;
      await until(() => spoken(mounted.provider) !== '');
      expect(spoken(mounted.provider)).to.equal('After-call work ends in 25 seconds.');
      const late = await controlsOf({
        ...work,
        afterCallWork: { ...work.afterCallWork!, startedAt: NOW - 55_000, dueAt: NOW + 5000 },
      });
      expect([spoken(late.provider), isEmphasised(late.provider)]).to.deep.equal(['', true]);
    });
  });

  describe('an offer that the agent has no room for', () => {
    const chats = [aChat, { ...aChat, id: 'chat-2' }];
    const mails = ['1', '2', '3'].map((id): Session => ({ ...aChat, id: `mail-${id}`, modality: 'email' }));
    const single = withAgent({ taskParallelization: { enabled: false } });
    const cases: readonly [string, readonly Session[], unknown, string | undefined][] = [
      ['a kind of which there are as many as may be', chats, aDocument, 'Chat: no more until one closes.'],
      ['as many tasks as may be', [...mails, theCall, aChat], aDocument, noWorkWords.why['total-limit']],
      ['after-call work', [unfinishedWork], aDocument, noWorkWords.why['after-call-work']],
      ['one task, where there is one at a time', [aParkedCall], single, noWorkWords.why.session],
      [
        'a kind that the agent does not handle',
        [],
        withAgent({ modalities: ['audio-video'] }),
        'Chat: you do not handle tasks of this kind.',
      ],
      ['as many as leave room', [aParkedCall], aDocument, undefined],
    ];
    const shows = (sessions: readonly Session[], document: unknown): Promise<Mounted> =>
      mount(html`<session-controls session-id=${anOffer.id}></session-controls>`, { sessions, document }, true);
    const accept = (root: ParentNode): HTMLElement => button(root, 'session.accept');

    for (const [what, others, document, reason] of cases)
      it(`${reason === undefined ? 'can' : 'cannot'} be accepted beside ${what}, nor is asked for then; declined it can be`, async () => {
        const { provider, gateway } = await shows([anOffer, ...others], document);
        expect(accept(provider).ariaDisabled).to.equal(reason === undefined ? 'false' : 'true');
        expect(textOf(accept(provider))).to.equal('Accept');
        if (reason !== undefined) expect(accept(provider).title).to.equal(reason);
        expect(button(provider, 'session.decline').ariaDisabled).to.equal('false');
        accept(provider).focus();
        await press('Enter');
        expect(gateway.commands.map(({ type }) => type)).to.deep.equal(reason === undefined ? ['session.accept'] : []);
        const told = findAll(provider, '[role="status"]').map(textOf);
        expect(told).to.deep.equal(reason === undefined ? [] : [reason]);
      });

    it('names no session to be parked for it', async () => {
      const document = { ...aDocument, sessionPolicy: 'single-active' };
      const { provider } = await shows([anOffer, ...chats], document);
      expect(textOf(accept(provider))).to.equal('Accept');
      expect(accept(provider).title).to.equal('Chat: no more until one closes.');
    });

    it('can be accepted as soon as there is room', async () => {
      const { provider, gateway } = await shows([anOffer, unfinishedWork], aDocument);
      expect(accept(provider).ariaDisabled).to.equal('true');
      await happens(gateway, { type: 'after-call-work.finished', at: NOW, sessionId: unfinishedWork.id });
      expect(accept(provider).ariaDisabled).to.equal('false');
    });

    it('can be accepted where it is forced, and where the backend does not say who works here', async () => {
      const forced = await shows([{ ...anOffer, isForced: true }, ...chats, unfinishedWork], aDocument);
      expect(accept(forced.provider).ariaDisabled).to.equal('false');
      const unknown = await shows([anOffer, ...chats], { ...aDocument, users: [] });
      expect(accept(unknown.provider).ariaDisabled).to.equal('false');
    });
  });

  describe('that cannot be used now', () => {
    const cannot = [
      { command: 'session.transfer', reason: 'The bridge is full.' },
      { command: 'session.hold', reason: ' ' },
    ];

    it('are there, take the focus, say why, and ask for nothing', async () => {
      const { provider, gateway } = await controlsOf({ ...theCall, cannot });
      expect(buttons(provider)).to.deep.equal(['Park', 'Hold', 'Transfer', 'End']);
      const transfer = button(provider, 'session.transfer');
      expect([transfer.ariaDisabled, transfer.title]).to.deep.equal(['true', 'The bridge is full.']);
      expect(button(provider, 'session.hold').title).to.equal('This cannot be done now.');
      transfer.focus();
      expectFocusOn(transfer);
      await press('Enter');
      expect(textOf(find(provider, '[role="status"]'))).to.equal('The bridge is full.');
      expect(findAll(provider, 'dialog')).to.have.length(0);
      expect(gateway.commands).to.have.length(0);
    });

    it('can be used as soon as the platform says so, and what was said goes', async () => {
      const { provider, gateway } = await controlsOf({ ...theCall, cannot });
      button(provider, 'session.transfer').click();
      await settled();
      await happens(gateway, { type: 'controls.changed', at: NOW, sessionId: theCall.id, cannot: [] });
      expect(findAll(provider, '[role="status"]')).to.have.length(0);
      expect(button(provider, 'session.transfer').ariaDisabled).to.equal('false');
      button(provider, 'session.hold').click();
      await settled();
      expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.hold']);
    });

    it('are not those that a kind of task never has', async () => {
      const { provider } = await controlsOf({ ...aChat, cannot });
      expect(buttons(provider)).to.deep.equal(['Park', 'Transfer', 'End']);
    });
  });

  describe('parking', () => {
    const supervised: Session = { ...theCall, participants: [{ id: 'kim', role: 'supervisor' }] };
    const shownWith = (document: unknown): Promise<Mounted> =>
      mount(
        html`<session-controls session-id=${theCall.id}></session-controls>`,
        { sessions: [supervised], document },
        true,
      );
    const { transcription, supervision } = en.controls.parkPauses;

    it('says before what it pauses, and does it at once', async () => {
      const { provider, gateway } = await shownWith(aDocument);
      expect(button(provider, 'session.park').title).to.equal(`${transcription} ${supervision}`);
      button(provider, 'session.park').click();
      await settled();
      expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.park']);
    });

    it('says nothing where nothing pauses', async () => {
      const { provider } = await controlsOf(aChat);
      expect(button(provider, 'session.park').hasAttribute('title')).to.equal(false);
    });

    it('asks first where the service wants it, naming what it pauses', async () => {
      const { provider, gateway } = await shownWith(withCardLine({ parking: { confirm: true } }));
      button(provider, 'session.park').focus();
      await press('Enter');
      expect(findAll(provider, 'dialog p').map(textOf)).to.deep.equal([transcription, supervision]);
      expect(gateway.commands).to.have.length(0);
      await press('Tab', 'Enter');
      expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.park']);
    });

    it('asks nothing where nothing pauses, whatever the service wants', async () => {
      const { provider, gateway } = await shownWith(withCardLine({ parking: { confirm: true, pauses: [] } }));
      button(provider, 'session.park').click();
      await settled();
      expect(gateway.commands).to.have.length(1);
    });
  });

  it('says what an extension is before it is asked for', async () => {
    const { provider } = await controlsOf(unfinishedWork);
    expect(button(provider, 'after-call-work.extend').title).to.equal(en.controls.extendBy('1:00'));
  });

  it('names the session whose controls they are', async () => {
    const { provider } = await controlsOf(theCall);
    expect(find(provider, '[role="group"]').getAttribute('aria-label')).to.equal('Task controls: Nora Feld');
  });

  it('says how long an offer still rings', async () => {
    const { provider } = await controlsOf(anOffer);
    expect(textOf(find(provider, '[role="group"]'))).to.contain('rings for 0:25');
  });

  it('explains what a call on its way back waits for', async () => {
    const { provider } = await controlsOf({ ...aParkedCall, state: 'unparking' });
    expect(textOf(find(provider, '.hint'))).to.contain('answer the invitation');
  });

  const acts = [
    { session: anOffer, verb: 'session.accept', event: 'session-accept' },
    { session: anOffer, verb: 'session.decline', event: 'session-decline' },
    { session: theCall, verb: 'session.park', event: 'session-park' },
    { session: theCall, verb: 'session.hold', event: 'session-hold' },
    { session: theCall, verb: 'session.end', event: 'session-end' },
    { session: { ...theCall, state: 'held' } as const, verb: 'session.resume', event: 'session-resume' },
    { session: aParkedCall, verb: 'session.unpark', event: 'session-unpark' },
    { session: unfinishedWork, verb: 'after-call-work.finish', event: 'after-call-work-finish' },
    { session: unfinishedWork, verb: 'after-call-work.extend', event: 'after-call-work-extend' },
  ];
  for (const { session, verb, event } of acts) {
    it(`asks the host by ${event} and then the gateway for ${verb}, unless the host cancels`, async () => {
      const { provider, gateway } = await controlsOf(session);
      const heard: { detail: unknown; isPublic: boolean }[] = [];
      provider.addEventListener(event, (asked) => {
        const { detail, bubbles, composed } = asked as CustomEvent<unknown>;
        heard.push({ detail, isPublic: bubbles && composed });
        expect(gateway.commands).to.have.length(0);
        if (heard.length === 1) asked.preventDefault();
      });
      button(provider, verb).click();
      await settled();
      expect(gateway.commands).to.have.length(0);
      button(provider, verb).click();
      await settled();
      expect(heard).to.deep.equal(Array(2).fill({ detail: { sessionId: session.id }, isPublic: true }));
      expect(gateway.commands).to.have.length(1);
      expect(gateway.commands[0]).to.include({ type: verb, sessionId: session.id });
    });
  }

  it('sends nothing twice while a command is on its way', async () => {
    const { provider, gateway } = await controlsOf(theCall);
    gateway.answer = () => new Promise(() => {});
    for (const verb of ['session.hold', 'session.hold', 'session.park']) {
      button(provider, verb).click();
      await settled();
    }
    expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.hold']);
    expect(find(provider, '[role="group"]').getAttribute('aria-busy')).to.equal('true');
    expect(button(provider, 'session.hold').ariaDisabled).to.equal('true');
  });

  it('says why nothing else is done while a command is on its way, until it has arrived', async () => {
    const { provider, gateway } = await controlsOf(aParkedCall);
    let answer: (reply: CommandReply) => void = () => undefined;
    gateway.answer = () => new Promise((resolve) => (answer = resolve));
    button(provider, 'session.unpark').click();
    await settled();
    const hints = (): string[] => findAll(provider, '[role="status"].hint').map(textOf);
    expect(hints()).to.deep.equal([]);
    const sentence = '“Unpark” is still on its way: one thing at a time.';
    expect(button(provider, 'session.end').title).to.equal(sentence);
    button(provider, 'session.unpark').click();
    await settled();
    expect(hints()).to.deep.equal([]);
    button(provider, 'session.end').click();
    await settled();
    expect(hints()).to.deep.equal([sentence]);
    expect(findAll(provider, 'dialog')).to.deep.equal([]);
    answer({ ok: true });
    await settled();
    expect(hints()).to.deep.equal([]);
    button(provider, 'session.end').click();
    await settled();
    expect(findAll(provider, 'dialog')).to.have.length(1);
  });

  it('says why a command failed, tries again, and forgets it when told to', async () => {
    const { provider, gateway } = await controlsOf(theCall);
    const replies: CommandReply[] = [
      { ok: false, failure: 'unreachable' },
      { ok: false, failure: 'failed', message: 'Line is busy' },
    ];
    gateway.answer = () => Promise.resolve(replies.shift() ?? { ok: true });
    button(provider, 'session.hold').click();
    await settled();
    expect(textOf(find(provider, '[role="alert"]'))).to.contain('The contact centre did not answer.');
    find(provider, '[role="alert"] button').click();
    await settled();
    expect(textOf(find(provider, '[role="alert"]'))).to.contain('Line is busy');
    find(provider, '[role="alert"] .plain').click();
    await settled();
    expect(findAll(provider, '[role="alert"]')).to.have.length(0);
    expect(gateway.commands).to.have.length(2);
  });

  it('says that parking failed, until the session goes on', async () => {
    const { provider, gateway } = await controlsOf({ ...theCall, state: 'parking' });
    await happens(gateway, { type: 'session.park-failed', at: NOW, sessionId: theCall.id, reason: 'no music' });
    expect(textOf(find(provider, '[role="alert"]'))).to.equal('Parking failed: no music');
    expect(buttons(provider)).to.include('Park');
    await happens(gateway, { type: 'session.held', at: NOW, sessionId: theCall.id });
    expect(findAll(provider, '[role="alert"]')).to.have.length(0);
  });

  describe('while another session is active', () => {
    it('offers to park that one first, by name', async () => {
      const { provider } = await controlsOf(anOffer, theCall);
      expect(buttons(provider)).to.deep.equal(['Park, then accept', 'Decline']);
      expect(button(provider, 'session.accept').title).to.contain('Nora Feld has to be parked first');
    });

    it('offers to park one that is on its way back, too', async () => {
      const { provider, gateway } = await controlsOf(anOffer, { ...aParkedCall, state: 'unparking' });
      expect(buttons(provider)).to.deep.equal(['Park, then accept', 'Decline']);
      button(provider, 'session.accept').click();
      await settled();
      await happens(gateway, { type: 'session.parked', at: NOW, sessionId: aParkedCall.id });
      expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.park', 'session.accept']);
    });

    for (const { name, offered, wish, done } of [
      { name: 'accepted', offered: anOffer, wish: 'session.accept', done: 'Not accepted' },
      { name: 'unparked', offered: aParkedCall, wish: 'session.unpark', done: 'Not unparked' },
    ] as const) {
      it(`says where it was to be ${name} that the other could not be parked, and tries the whole again`, async () => {
        const { provider, gateway, store } = await controlsOf(offered, { ...theCall, customer: { name: 'Mira Obi' } });
        const replies: CommandReply[] = [
          { ok: false, failure: 'unreachable' },
          { ok: false, failure: 'failed', message: 'No music.' },
        ];
        gateway.answer = () => Promise.resolve(replies.shift() ?? { ok: true });
        button(provider, wish).click();
        await settled();
        expect(textOf(find(provider, '[role="alert"] span'))).to.equal(
          `${done}: Mira Obi could not be parked. The contact centre did not answer.`,
        );
        // Told once, and not where nobody has asked for it.
        expect(store.read(selectCommands(theCall.id))).to.deep.equal([]);
        find(provider, '[role="alert"] button').click();
        await settled();
        expect(textOf(find(provider, '[role="alert"] span'))).to.equal(
          `${done}: Mira Obi could not be parked. No music.`,
        );
        find(provider, '[role="alert"] button').click();
        await settled();
        expect(findAll(provider, '[role="alert"]')).to.have.length(0);
        await happens(gateway, { type: 'session.parked', at: NOW, sessionId: theCall.id });
        expect(gateway.commands.map(({ type }) => type)).to.deep.equal([
          'session.park',
          'session.park',
          'session.park',
          wish,
        ]);
      });

      it(`says so when the parking that was promised fails, until the other is parked: ${name}`, async () => {
        const { provider, gateway } = await controlsOf(offered, { ...theCall, customer: { name: 'Mira Obi' } });
        const on = { at: NOW, sessionId: theCall.id } as const;
        button(provider, wish).click();
        await settled();
        await happens(
          gateway,
          { type: 'session.parking', ...on },
          { type: 'session.park-failed', ...on, reason: 'The line is gone.' },
        );
        expect(textOf(find(provider, '[role="alert"] span'))).to.equal(
          `${done}: Mira Obi could not be parked. The line is gone.`,
        );
        await happens(gateway, { type: 'session.parked', ...on });
        expect(findAll(provider, '[role="alert"]')).to.have.length(0);
        expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.park']);
      });
    }

    it('takes the refusal off the screen when told to', async () => {
      const { provider, gateway } = await controlsOf(anOffer, theCall);
      gateway.answer = () => Promise.resolve({ ok: false, failure: 'failed' });
      button(provider, 'session.accept').click();
      await settled();
      find(provider, '[role="alert"] .plain').click();
      await settled();
      expect(findAll(provider, '[role="alert"]')).to.have.length(0);
      expect(gateway.commands).to.have.length(1);
    });

    it('does not send the wish when parking fails', async () => {
      const { provider, gateway } = await controlsOf(anOffer, theCall);
      button(provider, 'session.accept').click();
      await settled();
      await happens(
        gateway,
        { type: 'session.parking', at: NOW, sessionId: theCall.id },
        { type: 'session.park-failed', at: NOW, sessionId: theCall.id, reason: 'no music' },
      );
      expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.park']);
    });
  });

  describe('by keyboard', () => {
    it('asks before a parked task is ended, and does nothing on Escape', async () => {
      const { provider, gateway } = await controlsOf(aParkedCall);
      button(provider, 'session.end').focus();
      await press('Enter');
      expect(textOf(find(provider, 'dialog'))).to.contain('The customer gets no warning.');
      await press('Escape');
      await until(() => findAll(provider, 'dialog').length === 0);
      expect(findAll(provider, 'dialog')).to.have.length(0);
      expect(gateway.commands).to.have.length(0);
      expectFocusOn(button(provider, 'session.end'));
      await press('Enter', 'Tab', 'Enter');
      expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.end']);
    });

    it('transfers to the service that was chosen', async () => {
      const services = [...aDocument.services, { id: 'claims', name: 'Claims', licence: 'advanced-routing' }];
      const { provider, gateway } = await mount(
        html`<session-controls session-id=${theCall.id}></session-controls>`,
        { sessions: [theCall], document: { ...aDocument, services } },
        true,
      );
      button(provider, 'session.transfer').focus();
      await press('Enter');
      expectFocusOn(find(provider, 'input'));
      // To all but the one it is with.
      expect(findAll(provider, '[role="option"] bdi').map(textOf)).to.deep.equal(['Front Desk', 'Claims']);
      await press('ArrowDown', 'ArrowDown', 'Enter');
      expect(gateway.commands).to.have.length(1);
      expect(gateway.commands[0]).to.include({ type: 'session.transfer', targetServiceId: 'claims' });
      expectFocusOn(button(provider, 'session.transfer'));
    });

    it('stays in the controls when the button that was pressed goes', async () => {
      const { provider, gateway } = await controlsOf(aParkedCall);
      button(provider, 'session.unpark').focus();
      await press('Enter');
      await happens(gateway, { type: 'session.unparking', at: NOW, sessionId: aParkedCall.id });
      await happens(gateway, { type: 'session.ended', at: NOW, sessionId: aParkedCall.id });
      expectFocusOn(find(provider, '.controls'));
    });

    it('goes on with what the controls belong to when none is left', async () => {
      const { provider, gateway } = await mount(
        html`<section tabindex="-1"><session-controls session-id=${theCall.id}></session-controls></section>`,
        { sessions: [theCall] },
        true,
      );
      button(provider, 'session.park').focus();
      await press('Enter');
      await happens(gateway, { type: 'session.parking', at: NOW, sessionId: theCall.id });
      expectFocusOn(find(provider, '.controls'));
      await happens(gateway, { type: 'session.parked', at: NOW, sessionId: theCall.id });
      button(provider, 'session.unpark').focus();
      await happens(gateway, { type: 'session.ended', at: NOW, sessionId: theCall.id });
      expectFocusOn(find(provider, 'section'));
    });

    it('does not turn the button under the finger into another one', async () => {
      const { provider, gateway } = await controlsOf(anOffer);
      button(provider, 'session.accept').focus();
      await press('Enter');
      await happens(gateway, { type: 'session.connected', at: NOW, sessionId: anOffer.id });
      await press('Enter');
      expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.accept']);
    });
  });

  for (const verb of ['session.end', 'session.transfer', 'session.hold', 'session.park'] as const)
    it(`says what was not done: ${verb}`, async () => {
      const { provider, gateway } = await controlsOf(theCall);
      gateway.answer = () => Promise.resolve({ ok: false, failure: 'failed', message: 'Later.' });
      button(provider, verb).click();
      await settled();
      for (const confirm of findAll(provider, 'dialog button[value^=session]')) {
        const closed = oneEvent(find(provider, 'dialog'), 'close');
        confirm.click();
        await closed;
      }
      await settled();
      expect(textOf(find(provider, '[role="alert"] span'))).to.equal(`${en.controls.notDone[verb]}: Later.`);
    });

  it('leaves it to others to tell what was asked for there', async () => {
    const { provider, gateway, store } = await controlsOf(aChat);
    gateway.answer = () => Promise.resolve({ ok: false, failure: 'failed' });
    await store.execute({ type: 'tags.change', sessionId: aChat.id, tags: ['vip'] });
    await settled();
    expect(findAll(provider, '[role="alert"]')).to.have.length(0);
  });

  it('answers the question for the session it was asked about', async () => {
    const { provider, gateway, store } = await mount(html`<session-controls></session-controls>`, {
      sessions: [aParkedCall, { ...aParkedCall, id: 'other' }],
    });
    store.look(aParkedCall.id);
    await settled();
    button(provider, 'session.end').click();
    await settled();
    store.look('other');
    await settled();
    for (const confirm of findAll(provider, 'dialog button.danger')) confirm.click();
    await frame();
    expect(gateway.commands.filter((command) => 'sessionId' in command && command.sessionId === 'other')).to.deep.equal(
      [],
    );
  });
});
