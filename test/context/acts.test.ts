import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/define.js';
import '../../src/components/agent-presence/agent-presence.define.js';
import '../../src/components/transfer-dialog/transfer-dialog.define.js';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/conversation-context/conversation-context.define.js';
import '../../src/components/email-conversation/email-conversation.define.js';
import '../../src/components/embedded-context/embedded-context.define.js';
import '../../src/components/external-task/external-task.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import '../../src/components/session-details/session-details.define.js';
import '../../src/components/session-leave/session-leave.define.js';
import '../../src/components/session-notes/session-notes.define.js';
import '../../src/components/session-shortcuts/session-shortcuts.define.js';
import '../../src/components/work-items/work-items.define.js';
import { ACT_NOTES, LOCAL_EVENTS, WISH_EVENTS } from '../../src/context/acts/act-events.js';
import { combineGateways } from '../../src/gateways/combined/combined.js';
import { recordSessionId, selectHidden, selectSelectedId, selectSession } from '../../src/index.js';
import type {
  CommandReply,
  MessageComposer,
  Session,
  SessionEvent,
  SessionProvider,
  WayToLeave,
} from '../../src/index.js';
import { aDocument, aGateway, aSession, withCardLine } from '../../stories/scenarios/builders.js';
import { aChat as aWrittenChat, aMessage, chatDocument } from '../../stories/scenarios/chats.js';
import { withContext } from '../../stories/scenarios/context-items.js';
import { withSuggestions } from '../../stories/scenarios/long-lists.js';
import { aMailSession } from '../../stories/scenarios/mails.js';
import { aPickingGateway, waitingWork } from '../../stories/scenarios/picking-gateway.js';
import { aCallAboutACase, theCase, withRecords } from '../../stories/scenarios/records.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, aParkedCall, anOffer, theCall, unfinishedWork } from '../../stories/scenarios/working-day.js';
import { ready } from '../support/composing.js';
import { find, findAll, frame, happens, mount, settled, storeIn, textOf, until } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

type Act = keyof typeof ACT_NOTES;

/** How an agent, or the workspace, does something on the page. */
interface Way {
  readonly act: Act;
  /** The element that begins it, and how. */
  readonly from: string;
  readonly how: string;
  readonly open: () => Promise<Mounted>;
  readonly do: (mounted: Mounted) => unknown;
  /** What becomes true after it, such as that the backend is reached again. */
  readonly then?: (mounted: Mounted) => unknown;
  readonly detail: unknown;
  /** How often it was done; without it, how often the gateway was asked. */
  readonly count?: (mounted: Mounted) => number;
  /** What is on screen of it. */
  readonly shows?: (mounted: Mounted) => unknown;
}

const failing: CommandReply = { ok: false, failure: 'failed' };
const click = (selector: string) => (mounted: Mounted) => {
  find(mounted.provider, selector).click();
};
const press = (words: string) => (mounted: Mounted) => {
  findAll(mounted.provider, 'button')
    .find((own) => textOf(own) === words)!
    .click();
};
const shown =
  (content: TemplateResult, ...sessions: readonly Session[]) =>
  () =>
    mount(content, { sessions }, true);

/** What waits to be picked, beside the agent's own sessions. */
const picking =
  (...sessions: readonly Session[]) =>
  async () => {
    const mounted = await mount(html`<work-items></work-items>`, aPickingGateway(waitingWork, { sessions }), true);
    find(mounted.provider, '[data-list="open"]').click();
    await until(() => findAll(mounted.provider, '.pick').length > 0);
    return mounted;
  };

/** A call at a contact centre that parks none, and another one beside it: one session is active at a time over both. */
const besideHeldCalls = (content: TemplateResult, other: ScriptedGateway) => async (): Promise<Mounted> => {
  const cannot = [{ command: 'session.park', reason: 'Calls stay' }] as const;
  const gateway = aGateway({ sessions: [{ ...theCall, cannot }] });
  const both = combineGateways({ main: gateway, other }, { agentId: 'ana' });
  const provider = await fixture<SessionProvider>(
    html`<session-provider lang="en" .gateway=${both} manual-switch>${content}</session-provider>`,
  );
  await settled(provider);
  return { provider, gateway, store: storeIn(provider) };
};

/** The same with the one command on screen that has failed before. */
const afterFailing = (open: () => Promise<Mounted>, act: (mounted: Mounted) => unknown) => async () => {
  const mounted = await open();
  const { answer } = mounted.gateway;
  mounted.gateway.answer = () => Promise.resolve(failing);
  await act(mounted);
  await settled();
  mounted.gateway.answer = answer;
  mounted.gateway.commands.length = 0;
  return mounted;
};
const again = click('[role="alert"] button');

const controls = (session: Session, act: Act, more: Partial<Way> = {}): Way => ({
  act,
  from: 'session-controls',
  how: `the button of ${act}`,
  open: shown(html`<session-controls session-id=${session.id}></session-controls>`, session),
  do: click(`[data-verb="${act}"]`),
  detail: { sessionId: session.id },
  ...more,
});

const answered = async (mounted: Mounted, words: string): Promise<void> => {
  click(`dialog button.${words}`)(mounted);
  await frame();
};

const select = ({ provider }: Mounted, selector: string): HTMLSelectElement =>
  find<HTMLSelectElement>(provider, selector);
const choose =
  (selector: string, value: string) =>
  (mounted: Mounted): void => {
    select(mounted, selector).value = value;
    select(mounted, selector).dispatchEvent(new Event('change'));
  };

const coding =
  (session: Partial<Session> = {}, document = withSuggestions()) =>
  () =>
    mount(
      html`<form><codes-tags session-id="call-1" name="coding"></codes-tags></form>`,
      { sessions: [aSession(session)], document },
      true,
    );
const suggested = { primaryCode: 'card-lost', tags: ['travel'] };
const tagField = ({ provider }: Mounted): HTMLInputElement => find<HTMLInputElement>(provider, '.tagged input');
const addTag = (mounted: Mounted): void => {
  const field = tagField(mounted);
  field.value = 'vip';
  field.dispatchEvent(new InputEvent('input'));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
};

/** Codes and tags of a form, with a choice that is on its way. */
const underway = (choose: (mounted: Mounted) => void) => async () => {
  const mounted = await coding({ primaryCode: 'card-limit', tags: ['travel'] })();
  mounted.gateway.answer = () => new Promise(() => undefined);
  choose(mounted);
  await settled();
  mounted.gateway.answer = () => Promise.resolve({ ok: true });
  mounted.gateway.commands.length = 0;
  return mounted;
};
const reset = ({ provider }: Mounted): void => {
  find<HTMLFormElement>(provider, 'form').reset();
};

const openNotes = async (): Promise<Mounted> => {
  const mounted = await mount(
    html`<session-notes session-id="call-1"></session-notes>`,
    {
      sessions: [aSession({ notes: { text: '', version: 0 } })],
      document: withCardLine({ extensions: { widgets: ['session-notes'] } }),
    },
    true,
  );
  await ready(find<MessageComposer>(mounted.provider, 'message-composer'));
  return mounted;
};
const noteDown =
  (text: string) =>
  async (mounted: Mounted): Promise<void> => {
    find<MessageComposer>(mounted.provider, 'message-composer').focus();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else types at once as a user does
    document.execCommand('insertText', false, text);
    await settled();
    click('.send')(mounted);
  };

const openChat = async (): Promise<Mounted> => {
  const mounted = await mount(
    html`<chat-conversation session-id="chat-1"></chat-conversation>`,
    {
      document: chatDocument,
      sessions: [aWrittenChat()],
      transcript: { sessionId: 'chat-1', segments: [aMessage('a')] },
    },
    true,
  );
  await ready(find<MessageComposer>(mounted.provider, 'message-composer'));
  return mounted;
};
const openMail = (): Promise<Mounted> =>
  mount(html`<email-conversation session-id="mail-1"></email-conversation>`, { sessions: [aMailSession()] }, true);
const openReply = async (): Promise<Mounted> => {
  const mounted = await openMail();
  click('[data-act="reply"]')(mounted);
  await settled();
  await ready(find<MessageComposer>(mounted.provider, 'message-composer'));
  return mounted;
};
const write = (text: string) => (mounted: Mounted) => {
  const detail = { text, format: undefined };
  find(mounted.provider, 'message-composer').dispatchEvent(
    new CustomEvent('message-submit', { detail, bubbles: true }),
  );
};

const lookedAt =
  (id: string) =>
  ({ store }: Mounted): number =>
    store.read(selectSelectedId) === id ? 1 : 0;
const starts: SessionEvent = { type: 'session.connected', at: NOW, sessionId: anOffer.id };

const status = (name: 'live' | 'signed-out'): SessionEvent => ({ type: 'connection.changed', at: NOW, status: name });
let signIns = 0;

const inContext =
  (content: TemplateResult, extensions: Readonly<Record<string, unknown>>, session = aSession()) =>
  () =>
    mount(content, {
      sessions: [session],
      document: withContext(extensions, [{ id: 'plain', label: 'Plain', url: 'http://crm.example/' }]),
    });
const guide = { sessionId: 'call-1', itemId: 'guide', url: 'https://guide.example/cards' };
const accepted = { ...guide, sessionId: anOffer.id };
let opened = 0;
const tabs = (): number => opened;

/** A link is followed by the browser, unless somebody prevents it; a test page must stay where it is. */
const follow =
  (selector: string) =>
  ({ provider }: Mounted): void => {
    const link = find<HTMLAnchorElement>(provider, selector);
    link.target = 'a-tab-of-the-test';
    link.click();
  };

/** By the question of `<session-leave>`, once it is loaded. */
const leaving = (session: Session, act: Act, way: string, more: Partial<Way> = {}): Way => ({
  act,
  from: 'session-leave',
  how: `the way ${way}`,
  open: () =>
    mount(
      html`<session-leave session-id=${session.id}></session-leave>`,
      { sessions: [session], document: withCardLine({ release: 'waiting' }) },
      true,
    ),
  do: async (mounted) => {
    click('.leave')(mounted);
    await until(() => findAll(mounted.provider, 'dialog').length > 0);
    click(`[value="${way}"]`)(mounted);
    await until(() => findAll(mounted.provider, 'dialog').length === 0);
  },
  detail: { sessionId: session.id },
  ...more,
});

/** By a host that closes a session. */
const closing = (session: Session, act: Act, way: WayToLeave, more: Partial<Way> = {}): Way => ({
  ...leaving(session, act, way),
  from: 'session-provider',
  how: `a host that leaves it by ${way}`,
  do: ({ provider }) => provider.closeSession(session.id, way),
  ...more,
});

const CASE = recordSessionId(theCase);

/** By the button of the case that a call has led to. */
const openingRecord = (from: string, content: TemplateResult, more: Partial<Way> = {}): Way => ({
  act: 'record.open',
  from,
  how: 'the button of a record',
  open: async () => {
    const mounted = await mount(content, { sessions: [aCallAboutACase], document: withRecords() }, true);
    await until(() => from === 'session-provider' || findAll(mounted.provider, '.record').length > 1);
    return mounted;
  },
  do: ({ provider }) => {
    findAll(provider, '.record').at(-1)?.click();
  },
  detail: { sessionId: CASE, kind: theCase.kind, recordId: theCase.recordId, inBackground: false },
  count: ({ store }) => (store.read(selectSession(CASE)) ? 1 : 0),
  ...more,
});

const closingRecord = (from: string, how: string, act: Way['do']): Way => ({
  act: 'record.close',
  from,
  how,
  open: async () => {
    const content = html`<session-leave session-id=${CASE}></session-leave>`;
    const mounted = await mount(content, { sessions: [aCallAboutACase], document: withRecords() }, true);
    await mounted.provider.openRecord(theCase, true);
    await until(() => findAll(mounted.provider, '.leave').length > 0);
    return mounted;
  },
  do: act,
  detail: { sessionId: CASE },
  count: ({ store }) => (store.read(selectSession(CASE)) ? 0 : 1),
});

const WAYS: readonly Way[] = [
  openingRecord('session-details', html`<session-details session-id=${aCallAboutACase.id}></session-details>`),
  openingRecord('work-items', html`<work-items></work-items>`),
  openingRecord('session-provider', html`<work-items></work-items>`, {
    how: 'a host',
    do: ({ provider }) => provider.openRecord(theCase),
  }),
  closingRecord('session-leave', 'its button', async (mounted) => {
    const asked = new Promise((resolve) => {
      mounted.provider.addEventListener('record-close', resolve, { once: true });
    });
    click('.leave')(mounted);
    await asked;
  }),
  closingRecord('session-provider', 'a host', ({ provider }) => provider.closeSession(CASE, 'close')),
  controls(anOffer, 'session.accept'),
  controls(anOffer, 'session.decline'),
  controls(theCall, 'session.park'),
  controls(aParkedCall, 'session.unpark'),
  controls(theCall, 'session.hold'),
  controls({ ...theCall, state: 'held' }, 'session.resume'),
  controls(theCall, 'session.transfer', {
    do: async (mounted) => {
      click('[data-verb="session.transfer"]')(mounted);
      await settled();
      await answered(mounted, 'primary');
    },
    detail: { sessionId: theCall.id, targetServiceId: 'front-desk' },
  }),
  controls(theCall, 'session.end'),
  controls(aParkedCall, 'session.end', {
    how: 'the answer to its question',
    do: async (mounted) => {
      click('[data-verb="session.end"]')(mounted);
      await settled();
      await answered(mounted, 'danger');
    },
  }),
  controls(unfinishedWork, 'after-call-work.finish'),
  controls(unfinishedWork, 'after-call-work.extend'),
  controls(theCall, 'session.hold', {
    how: 'a second try',
    open: afterFailing(
      shown(html`<session-controls session-id=${theCall.id}></session-controls>`, theCall),
      click('[data-verb="session.hold"]'),
    ),
    do: again,
  }),
  {
    act: 'session.end',
    from: 'external-task',
    how: 'Complete',
    open: shown(html`<external-task session-id="job"></external-task>`, aSession({ id: 'job', modality: 'external' })),
    do: click('button.primary'),
    detail: { sessionId: 'job' },
    shows: ({ provider }) => find(provider, 'button.primary').ariaDisabled,
  },
  {
    act: 'session.end',
    from: 'external-task',
    how: 'a second try',
    open: afterFailing(
      shown(html`<external-task session-id="job"></external-task>`, aSession({ id: 'job', modality: 'external' })),
      click('button.primary'),
    ),
    do: again,
    detail: { sessionId: 'job' },
  },
  {
    act: 'codes.choose',
    from: 'codes-tags',
    how: 'a choice',
    open: coding({ primaryCode: 'card-limit' }),
    do: choose('[data-slot="primary"]', 'card-lost'),
    detail: { sessionId: 'call-1', primary: 'card-lost' },
    shows: (mounted) => select(mounted, '[data-slot="primary"]').value,
  },
  {
    act: 'codes.choose',
    from: 'codes-tags',
    how: 'a suggestion',
    open: coding({ suggested }),
    do: click('[aria-label^="Apply: Primary code"]'),
    detail: { sessionId: 'call-1', primary: 'card-lost' },
    shows: (mounted) => select(mounted, '[data-slot="primary"]').value,
  },
  {
    act: 'codes.choose',
    from: 'codes-tags',
    how: 'a second try',
    open: afterFailing(coding(), choose('[data-slot="primary"]', 'card-lost')),
    do: again,
    detail: { sessionId: 'call-1', primary: 'card-lost' },
  },
  {
    act: 'codes.choose',
    from: 'codes-tags',
    how: 'the reset of its form',
    open: underway(choose('[data-slot="primary"]', 'card-lost')),
    do: reset,
    detail: { sessionId: 'call-1', primary: 'card-limit' },
    shows: (mounted) => select(mounted, '[data-slot="primary"]').value,
  },
  {
    act: 'tags.change',
    from: 'codes-tags',
    how: 'Enter',
    open: coding(),
    do: addTag,
    detail: { sessionId: 'call-1', tags: ['vip'] },
    shows: ({ provider }) => findAll(provider, '.tag').length,
  },
  {
    act: 'tags.change',
    from: 'codes-tags',
    how: 'a suggestion',
    open: coding({ suggested }),
    do: click('[aria-label^="Apply: Tag"]'),
    detail: { sessionId: 'call-1', tags: ['travel'] },
    shows: ({ provider }) => findAll(provider, '.tag').length,
  },
  {
    act: 'tags.change',
    from: 'codes-tags',
    how: 'the reset of its form',
    open: underway(addTag),
    do: reset,
    detail: { sessionId: 'call-1', tags: ['travel'] },
    shows: ({ provider }) => findAll(provider, '.tag').length,
  },
  {
    act: 'notes.save',
    from: 'session-notes',
    how: 'the button',
    open: openNotes,
    do: noteDown('Calls back'),
    detail: { sessionId: 'call-1', text: 'Calls back', version: 0 },
  },
  {
    act: 'notes.save',
    from: 'session-notes',
    how: 'a second try',
    open: afterFailing(openNotes, noteDown('Calls back')),
    do: again,
    detail: { sessionId: 'call-1', text: 'Calls back', version: 0 },
    shows: ({ provider }) => findAll(provider, '[role="alert"]').length,
  },
  {
    act: 'message.send',
    from: 'chat-conversation',
    how: 'the composer',
    open: openChat,
    do: write('Hello'),
    detail: 'a message',
    shows: ({ provider }) => findAll(provider, '.message').length,
  },
  {
    act: 'message.send',
    from: 'chat-conversation',
    how: 'a second try',
    open: afterFailing(openChat, write('Hello')),
    do: click('.failed button'),
    detail: 'a message',
    shows: ({ provider }) => findAll(provider, '.failed').length,
  },
  {
    act: 'email.reply',
    from: 'email-conversation',
    how: 'the composer',
    open: openReply,
    do: write('Thank you'),
    detail: { sessionId: 'mail-1', toAll: false, text: 'Thank you' },
    shows: ({ provider }) => findAll(provider, 'message-composer').length,
  },
  {
    act: 'email.reply',
    from: 'email-conversation',
    how: 'a second try',
    open: afterFailing(openReply, write('Thank you')),
    do: again,
    detail: { sessionId: 'mail-1', toAll: false, text: 'Thank you' },
    shows: ({ provider }) => findAll(provider, '[role="alert"]').length,
  },
  {
    act: 'email.mark-as-handled',
    from: 'email-conversation',
    how: 'Mark as handled',
    open: openMail,
    do: click('[data-act="handled"]'),
    detail: { sessionId: 'mail-1' },
  },
  {
    act: 'email.mark-as-handled',
    from: 'email-conversation',
    how: 'a second try',
    open: afterFailing(openMail, click('[data-act="handled"]')),
    do: again,
    detail: { sessionId: 'mail-1' },
  },
  {
    act: 'presence.change',
    from: 'agent-presence',
    how: 'a choice',
    open: shown(html`<agent-presence></agent-presence>`),
    do: choose('select', 'busy'),
    // The backend says so, too.
    then: ({ gateway }) => gateway.emit({ type: 'presence.changed', at: NOW, userId: 'ana', presence: 'busy' }),
    detail: { presence: 'busy' },
    shows: (mounted) => select(mounted, 'select').value,
  },
  {
    act: 'presence.change',
    from: 'agent-presence',
    how: 'a second try',
    open: afterFailing(shown(html`<agent-presence></agent-presence>`), choose('select', 'busy')),
    do: again,
    detail: { presence: 'busy' },
  },
  {
    act: 'messages.mark-read',
    from: 'session-provider',
    how: 'looking at a chat',
    open: async () => {
      const mounted = await mount(
        html`<sessions-list></sessions-list>`,
        {
          sessions: [aChat],
          facts: [
            {
              type: 'transcript.appended',
              at: NOW,
              sessionId: aChat.id,
              segments: [{ id: 'asked', speaker: { id: 'c', role: 'customer' }, text: 'Hello?', isFinal: true }],
            },
          ],
        },
        true,
      );
      // What tells it is loaded after the first picture.
      await import('../../src/context/tell-what-is-read.js');
      return mounted;
    },
    do: ({ store }) => {
      store.look(aChat.id);
    },
    detail: { sessionId: aChat.id, segmentId: 'asked' },
    count: ({ gateway }) => gateway.looks.length,
  },
  {
    act: 'session.select',
    from: 'sessions-list',
    how: 'a card',
    open: shown(html`<sessions-list></sessions-list>`, { ...theCall, isSelected: true }, aChat),
    do: click(`[data-id="${aChat.id}"] .card`),
    detail: { sessionId: aChat.id },
    count: lookedAt(aChat.id),
    shows: ({ provider }) => find(provider, `[data-id="${aChat.id}"] .card`).ariaCurrent,
  },
  ...(['session.accept', 'session.decline'] as const).map((act) =>
    controls(anOffer, act, { from: 'task-offers', open: shown(html`<task-offers></task-offers>`, anOffer) }),
  ),
  {
    ...controls(theCall, 'session.park'),
    from: 'task-offers',
    how: 'an offer that needs another session parked',
    open: shown(html`<task-offers></task-offers>`, theCall, anOffer),
    do: click('[data-verb="session.accept"]'),
  },
  {
    ...controls(theCall, 'session.park'),
    from: 'session-shortcuts',
    how: 'the keys that accept an offer, which needs another session parked',
    open: shown(html`<session-shortcuts></session-shortcuts>`, theCall, anOffer),
    do: (mounted) => {
      keys('O')(mounted);
    },
  },
  {
    act: 'session.select',
    from: 'session-panel',
    how: 'Home',
    open: async () => {
      const mounted = await mount(html`<session-panel></session-panel>`, { sessions: [theCall] }, true);
      mounted.store.look(theCall.id);
      await settled();
      return mounted;
    },
    do: click('button.home'),
    detail: { sessionId: undefined },
    count: ({ store }) => (store.read(selectSelectedId) === undefined ? 1 : 0),
    shows: ({ provider }) => find(provider, 'button.home').ariaCurrent,
  },
  {
    act: 'session.select',
    from: 'task-offers',
    how: 'the name of an offer',
    open: shown(html`<task-offers></task-offers>`, { ...theCall, isSelected: true }, anOffer),
    do: click('.card'),
    detail: { sessionId: anOffer.id },
    count: lookedAt(anOffer.id),
    shows: ({ provider }) => find(provider, '.card').ariaCurrent,
  },
  {
    act: 'session.select',
    from: 'my-sessions',
    how: 'Switch to it',
    open: async () => {
      const mounted = await mount(html`<my-sessions></my-sessions>`, { sessions: [theCall, anOffer] }, true);
      mounted.store.look(theCall.id);
      await happens(mounted.gateway, starts);
      await until(() => findAll(mounted.provider, '.say').length > 0);
      return mounted;
    },
    do: press('Switch to it'),
    detail: { sessionId: anOffer.id },
    count: lookedAt(anOffer.id),
    shows: ({ provider }) => textOf(find(provider, '.say')),
  },
  {
    act: 'session.select',
    from: 'session-provider',
    how: 'a session that starts',
    open: () => mount(html`<my-sessions></my-sessions>`, { sessions: [theCall, anOffer] }),
    do: ({ gateway }) => gateway.emit(starts),
    detail: { sessionId: anOffer.id },
    count: lookedAt(anOffer.id),
    shows: ({ provider }) => find(provider, `[data-id="${anOffer.id}"] .card`).ariaCurrent,
  },
  {
    act: 'session.select',
    from: 'session-shortcuts',
    how: 'the keys of the next session',
    open: shown(html`<session-shortcuts></session-shortcuts>`, aChat),
    do: (mounted) => {
      keys('N')(mounted);
    },
    detail: { sessionId: aChat.id },
    count: lookedAt(aChat.id),
    shows: ({ provider }) => textOf(find(provider, '[role="status"]')),
  },
  ...(
    [
      ['session.accept', 'O'],
      ['session.decline', 'X'],
    ] as const
  ).map(([act, key]): Way => ({
    act,
    from: 'session-shortcuts',
    how: 'keys, where the offer shows no buttons',
    open: shown(html`<session-shortcuts></session-shortcuts>`, anOffer),
    do: (mounted) => {
      keys(key)(mounted);
    },
    detail: { sessionId: anOffer.id },
  })),
  {
    act: 'session.sign-in',
    from: 'connection-status',
    how: 'its button',
    open: () =>
      mount(
        html`<connection-status></connection-status>`,
        Object.assign(aGateway({ facts: [status('signed-out')] }), { signIn: () => (signIns += 1) }),
      ),
    do: click('button'),
    then: ({ gateway }) => gateway.emit(status('live')),
    detail: null,
    count: () => signIns,
  },
  {
    act: 'session.sign-in',
    from: 'agent-presence',
    how: 'the way out of being signed out',
    open: () =>
      mount(
        html`<agent-presence></agent-presence>`,
        Object.assign(aGateway({ facts: [status('signed-out')] }), { signIn: () => (signIns += 1) }),
      ),
    do: click('.way'),
    then: ({ gateway }) => gateway.emit(status('live')),
    detail: null,
    count: () => signIns,
  },
  {
    act: 'session.select',
    from: 'agent-presence',
    how: 'the way to what keeps work away',
    open: shown(html`<agent-presence></agent-presence>`, unfinishedWork),
    do: click('.way'),
    detail: { sessionId: unfinishedWork.id },
    count: ({ store }) => (store.read(selectSelectedId) === unfinishedWork.id ? 1 : 0),
  },
  leaving(aChat, 'session.end', 'end'),
  leaving({ ...aChat, serviceId: 'card-line' }, 'session.release', 'release'),
  leaving(unfinishedWork, 'after-call-work.finish', 'end'),
  leaving(aChat, 'session.hide', 'hide', {
    count: ({ store }) => store.read(selectHidden).length,
  }),
  closing(aChat, 'session.end', 'end'),
  closing({ ...aChat, serviceId: 'card-line' }, 'session.release', 'release'),
  closing(unfinishedWork, 'after-call-work.finish', 'end'),
  closing(aChat, 'session.hide', 'hide', {
    count: ({ store }) => store.read(selectHidden).length,
  }),
  {
    act: 'work-item.pick',
    from: 'work-items',
    how: 'the button Pick',
    open: picking(),
    do: click('[data-id="w-job"] .pick'),
    detail: { sessionId: 'w-job' },
    shows: ({ provider }) => textOf(find(provider, '[data-id="w-job"]')),
  },
  {
    act: 'session.park',
    from: 'work-items',
    how: 'the button Pick, which needs another session parked',
    open: picking(theCall),
    do: click('[data-id="w-job"] .pick'),
    detail: { sessionId: theCall.id },
    shows: ({ provider }) => textOf(find(provider, '[data-id="w-job"]')),
  },
  ...(
    [
      ['task-offers', 'an offer', html`<task-offers></task-offers>`, click('[data-verb="session.accept"]')],
      [
        'session-shortcuts',
        'the keys that accept an offer',
        html`<session-shortcuts></session-shortcuts>`,
        (mounted: Mounted) => {
          keys('O')(mounted);
        },
      ],
      [
        'work-items',
        'the button Pick',
        html`<work-items></work-items>`,
        async (mounted: Mounted) => {
          click('[data-list="open"]')(mounted);
          await until(() => findAll(mounted.provider, '.pick').length > 0);
          click('[data-id="other/w-job"] .pick')(mounted);
        },
      ],
    ] as const
  ).map(([from, how, content, act]): Way => ({
    act: 'session.hold',
    from,
    how: `${how}, which needs a call held that cannot be parked`,
    open: () => besideHeldCalls(content, aPickingGateway(waitingWork, { sessions: [anOffer] }))(),
    do: act,
    detail: { sessionId: `main/${theCall.id}` },
  })),
  {
    act: 'session.hide',
    from: 'work-items',
    how: 'what is idle at the session limit',
    open: () =>
      mount(
        html`<work-items></work-items>`,
        {
          sessions: [{ ...aChat, state: 'parked' }],
          document: { ...aDocument, tenant: { ...aDocument.tenant, sessionLimit: 1 } },
        },
        true,
      ),
    do: click('.limit button'),
    detail: { sessionId: aChat.id },
    count: ({ store }) => store.read(selectHidden).length,
  },
  {
    act: 'session.select',
    from: 'work-items',
    how: 'the button Open',
    open: shown(html`<work-items></work-items>`, aChat),
    do: click('li button'),
    detail: { sessionId: aChat.id },
    count: ({ store }) => (store.read(selectSelectedId) === aChat.id ? 1 : 0),
  },
  {
    act: 'context.open',
    from: 'conversation-context',
    how: 'a link',
    open: inContext(html`<conversation-context></conversation-context>`, { conversationContext: ['guide'] }),
    do: follow('li a'),
    detail: guide,
    count: tabs,
  },
  {
    act: 'context.open',
    from: 'embedded-context',
    how: 'the way out of its frame',
    open: inContext(html`<embedded-context></embedded-context>`, { embeddedContext: 'plain' }),
    do: follow('a.tab'),
    detail: { sessionId: 'call-1', itemId: 'plain', url: 'http://crm.example/' },
    count: tabs,
  },
  {
    act: 'context.open',
    from: 'conversation-context',
    how: 'a session that starts',
    open: inContext(html`<conversation-context></conversation-context>`, { contextOnAccept: ['guide'] }, anOffer),
    do: ({ gateway }) => gateway.emit(starts),
    detail: accepted,
    count: tabs,
  },
  {
    act: 'context.open',
    from: 'my-sessions',
    how: 'a session that starts',
    open: async () => {
      // What opens it is loaded when a service wants it.
      await import('../../src/effects/context-opener.js');
      return inContext(html`<my-sessions></my-sessions>`, { widgets: [], contextOnAccept: ['guide'] }, anOffer)();
    },
    do: async ({ gateway }) => {
      const isAsked = new Promise((resolve) => {
        document.addEventListener('context-open', resolve, { once: true, capture: true });
      });
      gateway.emit(starts);
      await isAsked;
    },
    detail: accepted,
    count: tabs,
  },
];

const keys =
  (key: string) =>
  ({ provider }: Mounted): void => {
    const how = { key, altKey: true, shiftKey: true, ctrlKey: false, bubbles: true, composed: true, cancelable: true };
    provider.dispatchEvent(new KeyboardEvent('keydown', how));
  };

const namesOf = (act: Act): readonly [string, string] => ({ ...WISH_EVENTS, ...LOCAL_EVENTS })[act];
const isDone = ({ act, count }: Way, mounted: Mounted): number =>
  count ? count(mounted) : mounted.gateway.commands.filter(({ type }) => type === act).length;

interface Heard {
  readonly type: string;
  readonly detail: unknown;
  readonly from: string;
  readonly isPublic: boolean;
  readonly cancelable: boolean;
  readonly done: number;
}

/** What the page hears of an act, and how often it was done by then. */
function hear(way: Way, mounted: Mounted, isForbidden: boolean): readonly Heard[] {
  const heard: Heard[] = [];
  const [before, after] = namesOf(way.act);
  for (const name of [before, after])
    mounted.provider.addEventListener(name, (event) => {
      const { type, detail, bubbles, composed, cancelable } = event as CustomEvent<unknown>;
      const from = (event.composedPath()[0] as Element).localName;
      heard.push({ type, detail, from, isPublic: bubbles && composed, cancelable, done: isDone(way, mounted) });
      if (isForbidden && type === before) event.preventDefault();
    });
  return heard;
}

const detailOf = ({ detail }: Way, { gateway }: Mounted, heard: readonly Heard[]): unknown => {
  if (detail !== 'a message') return detail;
  // Its id is made for it.
  const { commandId: _, type: __, ...sent } = gateway.commands.at(-1) ?? { commandId: '', type: '' };
  return gateway.commands.length > 0 ? sent : heard[0]?.detail;
};

describe('acts', () => {
  const realOpen = window.open;

  /** A tab, as far as what opens one looks at it. */
  const aTab = (): unknown => ({
    opener: window as unknown,
    closed: false,
    document: {
      createElement: () => ({
        click() {
          opened += 1;
        },
      }),
    },
  });
  const onLink = (event: MouseEvent): void => {
    const [link] = event.composedPath();
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return;
    opened += 1;
    // This page itself must open nothing, and what is asked last sees that nobody prevented it.
    link.removeAttribute('href');
  };

  beforeEach(() => {
    opened = 0;
    signIns = 0;
    document.hasFocus = () => true;
    window.open = (() => aTab()) as typeof window.open;
    window.addEventListener('click', onLink);
  });
  afterEach(() => {
    window.open = realOpen;
    window.removeEventListener('click', onLink);
    Reflect.deleteProperty(document, 'hasFocus');
  });

  it('are all tried here, from every element that begins them', () => {
    const tried = new Set(WAYS.map(({ act, from }) => `${act} from ${from}`));
    // `effects/notifier.test.ts` has what nobody begins.
    const { 'session.notify': _, ...begun } = ACT_NOTES;
    const noted = Object.entries(begun).flatMap(([act, { from }]) => from.map((tag) => `${act} from ${tag}`));
    expect([...tried].sort()).to.deep.equal(noted.sort());
  });

  for (const way of WAYS) {
    const [before, after] = namesOf(way.act);
    describe(`${way.act} by ${way.how} in ${way.from}`, () => {
      it(`asks by ${before}, is done once, and is told by ${after}`, async () => {
        const mounted = await way.open();
        const heard = hear(way, mounted, false);
        await way.do(mounted);
        await settled();
        if (way.then) {
          await way.then(mounted);
          await settled();
        }
        await frame();
        const common = { detail: detailOf(way, mounted, heard), from: way.from, isPublic: true };
        expect(heard).to.deep.equal([
          { type: before, ...common, cancelable: true, done: 0 },
          { type: after, ...common, cancelable: false, done: 1 },
        ]);
        expect(isDone(way, mounted)).to.equal(1);
      });

      it('does nothing and shows nothing as done when the host says no', async () => {
        const mounted = await way.open();
        const shownBefore = way.shows?.(mounted);
        const heard = hear(way, mounted, true);
        await way.do(mounted);
        await settled();
        await frame();
        expect(heard.map(({ type }) => type)).to.deep.equal([before]);
        expect(isDone(way, mounted)).to.equal(0);
        expect(mounted.gateway.commands).to.deep.equal([]);
        expect(way.shows?.(mounted)).to.deep.equal(shownBefore);
      });
    });
  }
});

describe('an act', () => {
  const controlled = html`<session-controls session-id=${theCall.id}></session-controls>`;
  const holds = click('[data-verb="session.hold"]');
  const pastOf = (target: EventTarget, name: string): readonly string[] => {
    const from: string[] = [];
    target.addEventListener(name, (event) => from.push((event.composedPath()[0] as Element).localName));
    return from;
  };

  it('that fails is not told', async () => {
    const { provider, ...rest } = await mount(controlled, { sessions: [theCall], reply: failing }, true);
    const told = pastOf(provider, 'session-held');
    holds({ provider, ...rest });
    await settled();
    expect(told).to.deep.equal([]);
  });

  it('that is answered late is told then, from the provider when its element is gone', async () => {
    const mounted = await mount(controlled, { sessions: [theCall] }, true);
    const { provider, gateway } = mounted;
    const told = pastOf(provider, 'session-held');
    let answer: (reply: CommandReply) => void = () => undefined;
    gateway.answer = () => new Promise((resolve) => (answer = resolve));
    holds(mounted);
    await settled();
    expect(told).to.deep.equal([]);
    find(provider, 'session-controls').remove();
    answer({ ok: true });
    await settled();
    expect(told).to.deep.equal(['session-provider']);
  });

  it('that repeats one on its way is told once', async () => {
    const job = aSession({ id: 'job', modality: 'external' });
    const { provider, gateway } = await mount(
      html`<session-controls session-id="job"></session-controls><external-task session-id="job"></external-task>`,
      { sessions: [job] },
      true,
    );
    const told = pastOf(provider, 'session-ended');
    find(provider, '[data-verb="session.end"]').click();
    find(find(provider, 'external-task'), 'button.primary').click();
    await settled();
    expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.end']);
    expect(told).to.have.length(1);
  });

  describe('that needs another session parked first', () => {
    /** What is heard, in order, of parking the call and accepting the offer. */
    async function accepting(
      ...forbidden: readonly string[]
    ): Promise<Mounted & { readonly heard: readonly string[] }> {
      const mounted = await mount(
        html`<session-controls session-id=${anOffer.id}></session-controls>`,
        { sessions: [theCall, anOffer] },
        true,
      );
      const heard: string[] = [];
      for (const name of ['session-accept', 'session-accepted', 'session-park', 'session-parked'] as const)
        mounted.provider.addEventListener(name, (event) => {
          heard.push(`${name} ${event.detail.sessionId}`);
          if (forbidden.includes(name)) event.preventDefault();
        });
      press('Park, then accept')(mounted);
      await settled();
      return { ...mounted, heard };
    }
    const sent = ({ gateway }: { readonly gateway: ScriptedGateway }): readonly string[] =>
      gateway.commands.map(({ type }) => type);

    it('asks for both, parks, waits, does it, and tells of both', async () => {
      const mounted = await accepting();
      expect(mounted.heard).to.deep.equal(['session-accept offer-1', 'session-park call-1', 'session-parked call-1']);
      expect(sent(mounted)).to.deep.equal(['session.park']);
      await happens(mounted.gateway, { type: 'session.parked', at: NOW, sessionId: theCall.id });
      expect(mounted.heard.slice(3)).to.deep.equal(['session-accepted offer-1']);
      expect(sent(mounted)).to.deep.equal(['session.park', 'session.accept']);
    });

    for (const name of ['session-accept', 'session-park'])
      it(`does neither when the host says no to ${name}`, async () => {
        const mounted = await accepting(name);
        await happens(mounted.gateway, { type: 'session.parked', at: NOW, sessionId: theCall.id });
        expect(sent(mounted)).to.deep.equal([]);
        expect(mounted.heard).to.not.include('session-parked call-1').and.not.include('session-accepted offer-1');
      });
  });

  it('of the workspace itself is asked once for one session, however often the list changes', async () => {
    const { provider, gateway, store } = await mount(html`<sessions-list></sessions-list>`, { sessions: [] });
    let asked = 0;
    provider.addEventListener('session-select', (event) => {
      asked += 1;
      event.preventDefault();
    });
    await happens(gateway, { type: 'session.snapshot', at: NOW, session: theCall });
    await happens(gateway, { type: 'session.snapshot', at: NOW, session: aParkedCall });
    await happens(gateway, { type: 'session.snapshot', at: NOW, session: anOffer });
    expect(asked).to.equal(1);
    expect(store.read(selectSelectedId)).to.equal(undefined);
  });

  it('of signing in is told once, however often it was asked for', async () => {
    const gateway = Object.assign(aGateway({ facts: [status('signed-out')] }), { signIn: () => undefined });
    const mounted = await mount(html`<connection-status></connection-status>`, gateway);
    const told = pastOf(mounted.provider, 'session-signed-in');
    click('button')(mounted);
    click('button')(mounted);
    await happens(gateway, { type: 'connection.changed', at: NOW, status: 'reconnecting' });
    expect(told).to.deep.equal([]);
    await happens(gateway, status('live'));
    await happens(gateway, status('signed-out'), status('live'));
    expect(told).to.deep.equal(['connection-status']);
  });

  it('keeps what was written when a host lets a message not be sent', async () => {
    const mounted = await openChat();
    const composer = find<MessageComposer>(mounted.provider, 'message-composer');
    mounted.provider.addEventListener('message-send', (event) => event.preventDefault());
    composer.text = 'Half a thought';
    await settled();
    write('Half a thought')(mounted);
    await settled();
    expect(textOf(find(composer, '.surface'))).to.equal('Half a thought');
  });
});
