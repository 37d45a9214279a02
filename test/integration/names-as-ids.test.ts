import { expect, html } from '@open-wc/testing';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/companion-chat/companion-chat.define.js';
import '../../src/components/conversation-context/conversation-context.define.js';
import '../../src/components/email-conversation/email-conversation.define.js';
import '../../src/components/live-caption/live-caption.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import '../../src/components/message-composer/rich-editor.js';
import '../../src/components/session-details/session-details.define.js';
import '../../src/components/session-map/session-map.define.js';
import '../../src/components/session-summary/session-summary.define.js';
import '../../src/components/transcript-view/transcript-view.define.js';
import '../../src/define.js';
import { selectSelectedId } from '../../src/index.js';
import type { MessageComposer, SessionSummaryElement } from '../../src/index.js';
import type { SessionSummary } from '../../src/core/model/session-summary.js';
import { sessionSummary } from '../../src/localize/en/session-summary.js';
import { aDocument, aSession, withCardLine } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { ready, typed } from '../support/composing.js';
import { chooseTab, find, findAll, happens, mount, settled, textOf } from '../support/mounting.js';

/** Ids belong to others: a backend, a tenant, a service owner. Any text works as one. */
const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', ' ', '"]', '0'];
/** A configuration takes no empty ones. */
const configuredIds = ids.filter((id) => id !== '');

describe('an id that is called', () => {
  afterEach(() => {
    expect('polluted' in {}).to.equal(false);
  });

  for (const id of ids) {
    it(`${JSON.stringify(id)} names a session like any other`, async () => {
      const { provider, gateway, store } = await mount(html`<my-sessions></my-sessions>`, {
        sessions: [aSession({ id: 'first' }), aSession({ id, customer: { name: 'Lea Moser' }, state: 'parked' })],
      });
      const card = findAll(provider, '.card').find((own) => textOf(own).includes('Lea Moser'));
      card?.click();
      await settled();
      expect(store.read(selectSelectedId)).to.equal(id);
      const segments = [{ id, speaker: { id, role: 'customer' }, text: 'Hello?', isFinal: true }] as const;
      await happens(
        gateway,
        { type: 'transcript.appended', at: NOW, sessionId: id, segments },
        { type: 'session.unparked', at: NOW, sessionId: id },
        { type: 'tags.changed', at: NOW, sessionId: id, tags: [id || 'tag'] },
      );
      const pane = findAll(provider, 'session-pane').find((own) => textOf(own).includes('Lea Moser'))!;
      expect(textOf(find(pane, 'transcript-view'))).to.contain('Hello?');
      await chooseTab(pane, 'Customer');
      expect(findAll(pane, '.tag')).to.have.length(1);
      find(pane, '[data-verb="session.hold"]').click();
      await settled();
      expect(gateway.commands[0]).to.include({ type: 'session.hold', sessionId: id });
    });

    it(`${JSON.stringify(id)} names a chat, its messages and who writes them`, async () => {
      const other = {
        id: 'other',
        speaker: { id: 'other', role: 'customer', name: 'Lea Moser' },
        isFinal: true,
      } as const;
      const { provider, gateway } = await mount(html`<chat-conversation session-id=${id}></chat-conversation>`, {
        sessions: [aSession({ id, modality: 'im' })],
        transcript: {
          sessionId: id,
          segments: [
            { ...other, text: 'First' },
            { ...other, id, speaker: { id, role: 'agent', name: 'Ana Sommer' }, text: 'Second', delivery: 'sent' },
          ],
        },
      });
      expect(findAll(provider, '.message').map((own) => own.dataset.id)).to.deep.equal(['other', id]);
      await happens(
        gateway,
        { type: 'message.delivery-changed', at: NOW, sessionId: id, segmentId: id, delivery: 'failed', reason: id },
        { type: 'participant.joined', at: NOW, sessionId: id, participant: { id, role: 'customer', name: 'Ivo Feld' } },
        { type: 'typing.changed', at: NOW, sessionId: id, typing: [id] },
      );
      expect(textOf(find(provider, '.typing'))).to.contain('Ivo Feld');
      const composer = find<MessageComposer>(provider, 'message-composer');
      (await ready(composer)).focus();
      await typed('Third');
      find(composer, '.send').click();
      await settled();
      expect(gateway.commands[0]).to.include({ type: 'message.send', sessionId: id, text: 'Third' });
    });

    it(`${JSON.stringify(id)} is a word of a newer backend, shown as it is or left out`, async () => {
      const summary = { status: id, version: 1, parts: { [id]: 'Nobody knows this part', issue: 'The card is lost' } };
      const { provider } = await mount(
        html`<session-summary></session-summary><email-conversation></email-conversation>
          <chat-conversation></chat-conversation><session-controls></session-controls><sessions-list></sessions-list>`,
        {
          document: withCardLine({ companion: { transcription: true, summarization: true }, extensions: {} }),
          sessions: [
            aSession({
              summary: summary as unknown as SessionSummary,
              result: id,
              sentiment: id as 'neutral',
              email: { from: { address: id }, to: [{ address: id }], subject: id, text: id, mailbox: id },
            }),
          ],
          transcript: {
            sessionId: 'call-1',
            segments: [
              { id, speaker: { id, role: 'agent', name: id }, text: 'Sent', isFinal: true, delivery: id },
              { id: `${id}2`, speaker: { id, role: id }, text: 'Said', isFinal: true },
            ],
          },
        },
      );
      const shown = find<SessionSummaryElement>(provider, 'session-summary');
      expect(textOf(shown)).to.contain('The card is lost').and.to.not.contain('Nobody knows');
      expect(textOf(shown)).to.contain(sessionSummary.ready);
      expect(textOf(find(provider, 'chat-conversation')))
        .to.contain('Sent')
        .and.to.contain('Said');
      expect(textOf(find(provider, '.answer'))).to.contain('Sent');
      expect(textOf(provider)).to.not.match(/native code|undefined|\[object/);
    });
  }

  for (const id of configuredIds) {
    it(`${JSON.stringify(id)} names a service, a code and a user like any other`, async () => {
      const [service] = aDocument.services;
      const document = {
        ...aDocument,
        tenant: { ...aDocument.tenant, codes: [{ id, label: 'The code' }] },
        services: [
          {
            ...service,
            id,
            name: 'The service',
            extensions: { ...service!.extensions, primaryCodes: [id], secondaryCodes: [] },
          },
        ],
        users: [...aDocument.users, { id, name: 'Somebody', taskParallelization: { enabled: true, total: 7 } }],
      };
      const { provider } = await mount(
        html`<session-details></session-details><codes-tags></codes-tags><task-capacity .userId=${id}></task-capacity>
          <agent-presence .userId=${id}></agent-presence>`,
        { document, sessions: [aSession({ serviceId: id, primaryCode: id, modality: id })] },
      );
      expect(textOf(find(provider, 'session-details'))).to.contain('The service');
      expect(find<HTMLSelectElement>(provider, '[data-slot="primary"]').value).to.equal(id);
      expect(textOf(find(provider, 'task-capacity'))).to.contain('0 of 7');
      expect(textOf(find(provider, 'agent-presence'))).to.contain('Somebody');
    });

    it(`${JSON.stringify(id)} names a parameter, an item, a ready answer and a suggestion like any other`, async () => {
      const card = withCardLine({
        licence: 'contact-center',
        companion: { codeSuggestions: true, quickReplies: [{ id, title: 'Thanks', text: 'Thank you.' }] },
        extensions: {
          primaryCodes: [id],
          secondaryCodes: ['solved'],
          tagSuggestions: [id],
          conversationContext: [id],
          sessionDetails: { fields: [id], parameters: [id] },
          mapParameter: id,
        },
      }) as typeof aDocument;
      const items = [{ id, label: 'The record', url: 'https://crm.example/records/$(Customer.Id)' }];
      const document = {
        ...card,
        tenant: { ...card.tenant, codes: [...card.tenant.codes, { id, label: 'The code' }], contextItems: items },
      };
      const { provider, gateway } = await mount(
        html`<session-details></session-details><codes-tags></codes-tags><session-map></session-map>
          <conversation-context></conversation-context><chat-conversation session-id="chat"></chat-conversation>`,
        {
          document,
          sessions: [
            aSession({
              customer: { id: 'c-7' },
              parameters: [{ name: id, state: 'value', value: 'Mill Lane 3, Bath' }],
              suggested: { primaryCode: id, tags: [id] },
            }),
            aSession({ id: 'chat', modality: 'im', state: 'active', since: NOW - 1000 }),
          ],
        },
      );
      expect(textOf(find(provider, 'session-details'))).to.contain('Mill Lane 3, Bath');
      expect(textOf(find(provider, 'session-map'))).to.contain('Mill Lane 3, Bath');
      expect(find<HTMLAnchorElement>(find(provider, 'conversation-context'), 'a').href).to.equal(
        'https://crm.example/records/c-7',
      );
      expect(textOf(find(provider, '.suggested'))).to.contain('The code');
      find(provider, '.suggested .apply').click();
      await settled();
      expect(gateway.commands[0]).to.deep.include({ type: 'codes.choose', primary: id });
      const composer = find<MessageComposer>(provider, 'message-composer');
      (await ready(composer)).focus();
      await typed('/');
      expect(textOf(find(composer, '.replies'))).to.contain('Thanks');
    });
  }
});
