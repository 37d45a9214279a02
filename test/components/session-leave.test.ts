import { expect, html } from '@open-wc/testing';
import { nothing } from 'lit';
import '../../src/components/session-leave/session-leave.define.js';
import '../../src/components/sessions-list/sessions-list.define.js';
import { fateOf } from '../../src/core/rules/fate-of.js';
import type { Leaving } from '../../src/core/rules/leaving.js';
import { selectUnfinished } from '../../src/core/selectors/select-leaving.js';
import { selectHidden, selectSelectedId } from '../../src/index.js';
import type { SessionEvent, CommandReply, Session, SessionLeave } from '../../src/index.js';
import { withCardLine } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, aParkedCall, anOffer, theCall, unfinishedWork } from '../../stories/scenarios/working-day.js';
import { clickOn, press } from '../support/hands.js';
import { expectFocusOn, find, findAll, happens, mount, settled, textOf, until } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const chat: Session = { ...aChat, serviceId: 'card-line' };
const mail: Session = { ...chat, id: 'mail-1', modality: 'email', subject: 'New address' };

type Release = 'off' | 'queue' | 'waiting';

/** One session, the way out of it, and the list. */
const leaving = (
  session: Session,
  release: Release = 'off',
  more: { readonly others?: readonly Session[]; readonly reply?: CommandReply | 'never' } = {},
): Promise<Mounted> =>
  mount(
    html`<session-leave session-id=${session.id}></session-leave><sessions-list></sessions-list>`,
    {
      sessions: [session, ...(more.others ?? [])],
      document: withCardLine({ release }),
      ...(more.reply ? { reply: more.reply } : {}),
    },
    true,
  );

const elementIn = (root: ParentNode): SessionLeave => find<SessionLeave>(root, 'session-leave');
const buttonIn = (root: ParentNode): HTMLElement => find(elementIn(root), '.leave');
const waysIn = (root: ParentNode): string[] => findAll(elementIn(root), '.way').map(textOf);
const wayIn = (root: ParentNode, way: string): HTMLElement => find(elementIn(root), `[value="${way}"]`);

async function ask(root: ParentNode): Promise<HTMLDialogElement> {
  buttonIn(root).click();
  await until(() => findAll(elementIn(root), 'dialog').length > 0);
  return find<HTMLDialogElement>(elementIn(root), 'dialog');
}

async function choose(root: ParentNode, way: string): Promise<void> {
  await ask(root);
  wayIn(root, way).click();
  await settled();
  await until(() => findAll(elementIn(root), 'dialog').length === 0);
}

const told: readonly (readonly [string, Session, Release, readonly string[]])[] = [
  ['a call', theCall, 'off', ['End The call is cut off, and over.']],
  [
    'a call that can be released',
    theCall,
    'queue',
    [
      'End The call is cut off, and over.',
      'Release The call goes back to the queue, with music until somebody else answers.',
    ],
  ],
  ['a parked call', aParkedCall, 'off', ['End The call is over; who waits with music is cut off without a warning.']],
  [
    'a persistent chat',
    chat,
    'waiting',
    [
      'End The chat is over; when the customer writes again, a new one begins without this history.',
      'Release The chat waits until the customer writes again; meanwhile it takes none of your slots. After 28 days without a message it is over.',
      'Hide It stays yours and keeps its slot; a new message brings it back, and you find it under work items.',
    ],
  ],
  [
    'a mail',
    mail,
    'waiting',
    [
      'End The email counts as handled; no more answers go out.',
      'Release The email goes back to the queue for somebody else.',
      'Hide It stays yours and keeps its slot; you find it under work items.',
    ],
  ],
  ['after-call work', unfinishedWork, 'queue', ['Finish Your after-call work is done; new tasks can come.']],
];

describe('session-leave', () => {
  for (const [name, session, release, ways] of told)
    it(`names every way out of ${name}, and what becomes of it`, async () => {
      const { provider } = await leaving(session, release);
      const dialog = await ask(provider);
      expect(dialog.matches(':modal')).to.equal(true);
      expect(waysIn(provider)).to.deep.equal(ways);
    });

  it('is not there for an offer, which is answered', async () => {
    const { provider } = await leaving(anOffer, 'waiting');
    expect(findAll(elementIn(provider), 'button')).to.have.length(0);
  });

  it('says whose session is left, on the button and in the question', async () => {
    const { provider } = await leaving(chat);
    expect(buttonIn(provider).getAttribute('aria-label')).to.equal('Leave: Kenny Smith');
    const dialog = await ask(provider);
    expect(textOf(find(dialog, 'h2'))).to.equal('Leave Kenny Smith?');
  });

  it('asks nobody before a way is chosen; Escape leaves everything as it is', async () => {
    const { provider, gateway } = await leaving(chat, 'queue');
    await clickOn(buttonIn(provider));
    await until(() => findAll(elementIn(provider), 'dialog').length > 0);
    // What is pressed without looking does nothing, and reading begins at the top.
    expectFocusOn(find(elementIn(provider), 'h2'));
    await press('Enter', ' ');
    expect(findAll(elementIn(provider), 'dialog')).to.have.length(1);
    await press('Escape');
    await until(() => findAll(elementIn(provider), 'dialog').length === 0);
    expect(gateway.commands).to.deep.equal([]);
    expectFocusOn(buttonIn(provider));
  });

  const acts = [
    { way: 'end', type: 'session.end', before: 'session-end', after: 'session-ended' },
    { way: 'release', type: 'session.release', before: 'session-release', after: 'session-released' },
  ] as const;
  for (const { way, type, before, after } of acts) {
    it(`${way}: asks the host by ${before}, the gateway by ${type}, and tells it by ${after}`, async () => {
      const { provider, gateway } = await leaving(chat, 'waiting');
      const heard: string[] = [];
      for (const name of [before, after])
        provider.addEventListener(name, (event) => {
          heard.push(`${event.type} ${event.detail.sessionId} ${String(event.cancelable)}`);
        });
      await choose(provider, way);
      expect(gateway.commands.map((command) => command.type)).to.deep.equal([type]);
      expect(heard).to.deep.equal([`${before} chat-1 true`, `${after} chat-1 false`]);
    });

    it(`${way}: nothing happens where the host says no`, async () => {
      const { provider, gateway } = await leaving(chat, 'waiting');
      provider.addEventListener(before, (event) => {
        event.preventDefault();
      });
      await choose(provider, way);
      expect(gateway.commands).to.deep.equal([]);
    });
  }

  it('finishes after-call work', async () => {
    const { provider, gateway } = await leaving(unfinishedWork);
    await choose(provider, 'end');
    expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['after-call-work.finish']);
  });

  it('hides for this agent alone: the host is asked and told, the backend is not, and the task stays', async () => {
    const { provider, gateway, store } = await leaving(chat, 'off', { others: [theCall] });
    store.look(chat.id);
    const heard: string[] = [];
    for (const name of ['session-hide', 'session-hidden'] as const)
      provider.addEventListener(name, (event) => {
        heard.push(`${event.type} ${event.detail.sessionId} ${String(event.cancelable)}`);
      });
    await choose(provider, 'hide');
    expect(gateway.commands.filter(({ type }) => type !== 'messages.mark-read')).to.deep.equal([]);
    expect(heard).to.deep.equal(['session-hide chat-1 true', 'session-hidden chat-1 false']);
    expect(findAll(provider, '.card').map((card) => textOf(find(card, '.title')))).to.deep.equal(['Nora Feld']);
    expect(store.read(selectSelectedId)).to.equal(theCall.id);
    expect(store.read(selectHidden)).to.deep.equal([chat.id]);
  });

  it('hides nothing where the host says no', async () => {
    const { provider, store } = await leaving(chat);
    provider.addEventListener('session-hide', (event) => {
      event.preventDefault();
    });
    await choose(provider, 'hide');
    expect(store.read(selectHidden)).to.deep.equal([]);
    expect(findAll(provider, '.card')).to.have.length(1);
  });

  const backBy: readonly (readonly [string, (mounted: Mounted) => Promise<void>])[] = [
    [
      'a message of its customer',
      ({ gateway }) =>
        happens(gateway, {
          type: 'transcript.appended',
          sessionId: chat.id,
          at: NOW,
          segments: [{ id: 'again', speaker: { id: 'customer', role: 'customer' }, text: 'Hello?', isFinal: true }],
        }),
    ],
    ['another state', ({ gateway }) => happens(gateway, { type: 'session.parked', sessionId: chat.id, at: NOW })],
    [
      'a look at it, from wherever',
      async ({ provider }) => {
        provider.selectedId = chat.id;
        await settled();
      },
    ],
    [
      'a new truth in which something is unread',
      ({ gateway }) =>
        happens(
          gateway,
          { type: 'workspace.reset', agentId: 'ana', at: NOW },
          { type: 'session.snapshot', session: { ...chat, unread: 1 }, at: NOW },
        ),
    ],
  ];
  for (const [name, happening] of backBy)
    it(`a hidden session comes back by ${name}`, async () => {
      const mounted = await leaving(chat);
      const { provider, store } = mounted;
      await choose(provider, 'hide');
      expect(findAll(provider, '.card')).to.have.length(0);
      await happening(mounted);
      await until(() => findAll(provider, '.card').length > 0);
      expect(findAll(provider, '.card')).to.have.length(1);
      expect(store.read(selectHidden)).to.deep.equal([]);
    });

  it('nobody listens to a session any more that has come back', async () => {
    const parked: SessionEvent = { type: 'session.parked', sessionId: chat.id, at: NOW };
    const never = await leaving(chat);
    await happens(never.gateway, parked);
    const { provider, gateway, store } = await leaving(chat);
    await choose(provider, 'hide');
    await happens(gateway, parked);
    await until(() => findAll(provider, '.card').length > 0);
    expect(store.subscriptions).to.equal(never.store.subscriptions);
  });

  it('what is read elsewhere brings nothing back', async () => {
    const { provider, gateway } = await leaving({ ...chat, unread: 2 });
    await choose(provider, 'hide');
    await happens(gateway, { type: 'messages.read', sessionId: chat.id, unread: 0, at: NOW });
    expect(findAll(provider, '.card')).to.have.length(0);
  });

  it('what one agent has hidden, the next one has in the list', async () => {
    const { provider, gateway } = await leaving(chat);
    await choose(provider, 'hide');
    await happens(
      gateway,
      { type: 'workspace.reset', agentId: 'ben', at: NOW },
      { type: 'session.snapshot', session: chat, at: NOW },
    );
    expect(findAll(provider, '.card')).to.have.length(1);
  });

  /** Something of every kind that a chat can have, in the order in which it is named. */
  function beginAll({ store }: Mounted): void {
    store.keep('message', chat.id, 'The new card is on');
    store.keep('tag', chat.id, 'travel');
    store.keep('notes', chat.id, { text: 'Asks for *gold*', version: 1 });
    store.keep('choices', chat.id, { primary: 'card-lost' });
    store.keep('unsavedPages', chat.id, ['record']);
    void store.execute({ type: 'message.send', sessionId: chat.id, segmentId: 'm1', text: 'One moment' });
  }

  it('names everything that is not finished, and what becomes of each by each way', async () => {
    const mounted = await leaving(chat, 'queue', { reply: 'never' });
    beginAll(mounted);
    const dialog = await ask(mounted.provider);
    expect(findAll(dialog, '.unfinished li').map(textOf)).to.deep.equal([
      'A message that is not sent: The new card is on',
      'Sent, but not taken yet: One moment',
      'Notes that are not saved: Asks for *gold*',
      'A tag that is typed and not added: travel',
      'Codes or tags that are not saved yet',
      'A page with input that is not saved: record',
    ]);
    expect(
      waysIn(mounted.provider).map((way) =>
        way
          .split(/(?<=[.]) /)
          .slice(1)
          .join(' '),
      ),
    ).to.deep.equal([
      'Lost with it: the message and what is not taken yet. ' +
        'Stays: the notes, the tag, the codes and tags, and the input in the page.',
      'Lost with it: what is not taken yet and the input in the page. ' +
        'Kept for you, should it come back: the message, the notes, the tag, and the codes and tags.',
      'Stays: the message, what is not taken yet, the notes, the tag, the codes and tags, and the input in the page.',
    ]);
  });

  it('what is kept for a session that was released is there when it comes back, and nothing else', async () => {
    const mounted = await leaving(chat, 'queue', { reply: 'never' });
    beginAll(mounted);
    // Whoever shows a page says when it is gone.
    mounted.store.keep('unsavedPages', chat.id, []);
    await happens(mounted.gateway, { type: 'session.removed', sessionId: chat.id, at: NOW });
    await happens(mounted.gateway, { type: 'session.snapshot', session: chat, at: NOW });
    const back = mounted.store.read(selectUnfinished(chat.id)).map(({ kind }) => kind);
    const release: Leaving = { way: 'release', type: 'session.release', consequence: 'queued' };
    expect(back.filter((kind) => fateOf(release, kind) !== 'back')).to.deep.equal([]);
    expect(back).to.deep.equal(['message', 'notes', 'tag', 'codes']);
  });

  it('warns in red only of what is lost', async () => {
    const { provider, store } = await leaving(chat, 'queue');
    store.keep('message', chat.id, 'The new card is on');
    await ask(provider);
    expect(wayIn(provider, 'release').classList.contains('danger')).to.equal(false);
    store.keep('unsavedPages', chat.id, ['record']);
    await settled();
    expect(wayIn(provider, 'release').classList.contains('danger')).to.equal(true);
  });

  it('says that a release was refused, and why, where it can be tried again', async () => {
    const reply = { ok: false, failure: 'not-allowed', message: 'The queue is closed.' } as const;
    const { provider, gateway } = await leaving(chat, 'queue', { reply });
    await choose(provider, 'release');
    expect(textOf(find(elementIn(provider), '[role="alert"]'))).to.equal('Not released: The queue is closed.');
    const dialog = await ask(provider);
    expect(textOf(find(dialog, '.notice'))).to.equal('Not released: The queue is closed.');
    wayIn(provider, 'release').click();
    await until(() => gateway.commands.length > 1);
    expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.release', 'session.release']);
  });

  it('does not ask again while it is being released', async () => {
    const { provider } = await leaving(chat, 'queue', { reply: 'never' });
    await choose(provider, 'release');
    expect(buttonIn(provider).getAttribute('aria-disabled')).to.equal('true');
    await elementIn(provider).ask();
    await settled();
    expect(findAll(elementIn(provider), 'dialog')).to.have.length(0);
  });

  for (const around of ['a page', 'what can be focused'])
    for (const isAsked of [false, true])
      it(`leaves the focus in ${around}, not at its top, when the way out ends ${isAsked ? 'while it asks' : 'by itself'}`, async () => {
        const { provider, gateway } = await mount(
          html`<section tabindex=${around === 'a page' ? nothing : '-1'}><session-leave session-id=${chat.id}></session-leave></section>`,
          { sessions: [chat] },
          true,
        );
        buttonIn(provider).focus();
        if (isAsked) await ask(provider);
        await happens(gateway, { type: 'session.ended', at: NOW, sessionId: chat.id, result: 'accepted-by-user' });
        expect(findAll(provider, 'dialog, .leave')).to.have.length(0);
        expectFocusOn(around === 'a page' ? elementIn(provider) : find(provider, 'section'));
      });

  it('a question goes with the last way out, and a way with the state it was in', async () => {
    const { provider, gateway } = await leaving(chat, 'queue');
    await ask(provider);
    await happens(gateway, { type: 'session.parking', sessionId: chat.id, at: NOW });
    expect(waysIn(provider).map((way) => way.split(' ')[0])).to.deep.equal(['Hide']);
    await happens(gateway, { type: 'session.ended', sessionId: chat.id, at: NOW });
    expect(findAll(elementIn(provider), 'dialog')).to.have.length(0);
  });
});
