import { expect, html } from '@open-wc/testing';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/conversation-context/conversation-context.define.js';
import '../../src/components/email-conversation/email-conversation.define.js';
import '../../src/components/external-task/external-task.define.js';
import '../../src/components/live-caption/live-caption.define.js';
import '../../src/components/session-details/session-details.define.js';
import '../../src/components/session-map/session-map.define.js';
import '../../src/components/session-pane/session-pane.define.js';
import '../../src/components/sessions-list/sessions-list.define.js';
import '../../src/components/transcript-tools/transcript-tools.define.js';
import { SESSION_STATES, en } from '../../src/index.js';
import type { Session, SessionState } from '../../src/index.js';
import { notKept } from '../../src/localize/en/not-kept.js';
import { MINUTE, aSession, anEndedSession, everythingOn, withCardLine } from '../../stories/scenarios/builders.js';
import { aMailSession } from '../../stories/scenarios/mails.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { find, findAll, mount, textOf } from '../support/mounting.js';

const sentences: Readonly<Record<string, string>> = en.stateSentence;
/** A mail can be answered and a task completed on hold; captions and the tools of a transcript say what is set aside. */
const AT_HAND = ['active', 'held'];
const OVER = ['after-call-work', 'ended'];
const SET_ASIDE = ['parked', 'unparking'];

/** Where the state of a session keeps the agent from something: which states, and where that is said. */
const widgets: readonly {
  readonly tag: string;
  readonly at: string;
  readonly of: (state: SessionState) => Session;
  readonly says: (state: SessionState) => boolean;
}[] = [
  {
    tag: 'chat-conversation',
    at: '.closed',
    of: (state) => aSession({ state, modality: 'im' }),
    says: (state) => state !== 'active',
  },
  {
    tag: 'email-conversation',
    at: '.actions [role="status"]',
    of: (state) => aMailSession(undefined, { state }),
    says: (state) => ![...AT_HAND, ...OVER].includes(state),
  },
  {
    tag: 'external-task',
    at: '.steps > .quiet',
    of: (state) => aSession({ state, modality: 'external' }),
    says: (state) => ![...AT_HAND, ...OVER].includes(state),
  },
  {
    tag: 'live-caption',
    at: '.note, .empty',
    of: (state) => aSession({ state }),
    says: (state) => [...SET_ASIDE, ...OVER].includes(state),
  },
  {
    tag: 'transcript-tools',
    at: '[part="note"]',
    of: (state) => aSession({ state }),
    says: (state) => SET_ASIDE.includes(state),
  },
  {
    tag: 'codes-tags',
    at: '.not-yet',
    of: (state) => aSession({ state }),
    says: (state) => state === 'offered',
  },
];

async function shown(tag: string, session: Session, document: unknown = everythingOn): Promise<HTMLElement> {
  const element = globalThis.document.createElement(tag) as HTMLElement & { sessionId?: string };
  element.sessionId = session.id;
  await mount(html`${element}`, { sessions: [session], document });
  return element;
}

describe('one state has one wording', () => {
  for (const state of SESSION_STATES) {
    it(`names it alike on the card, above the session and in its details: ${state}`, async () => {
      const session = aSession({ state, parkedSince: NOW - 9 * MINUTE });
      const document = withCardLine({ extensions: { sessionDetails: { fields: ['Session.State'] } } });
      const { provider } = await mount(
        html`<sessions-list></sessions-list><session-pane session-id=${session.id}></session-pane>`,
        { sessions: [session], document },
      );
      const word = en.state[state];
      const card = find(provider, '.row .card');
      const header = textOf(find(provider, '.facts .state'));
      expect(header).to.match(new RegExp(`^${word}`));
      // What rings stands under a heading that says so; what is over says all in its tooltip. Else the same time beside it.
      if (state === 'offered') expect(textOf(find(provider, '.offered h2'))).to.equal(`${word} 1`);
      else if (card.matches('.past')) expect(card.title).to.contain(word);
      else expect(`${textOf(find(card, '.state'))} ${textOf(find(card, '.since'))}`).to.equal(header);
      const details = find(provider, 'session-details');
      const label = findAll(details, 'dt').find((term) => textOf(term) === 'State');
      expect(label && textOf(label.nextElementSibling!)).to.equal(word);
    });

    for (const { tag, at, of, says } of widgets)
      it(`says what it keeps the agent from in the same words: ${state} in ${tag}`, async () => {
        const said = findAll(await shown(tag, of(state)), at)
          .map(textOf)
          .join(' ');
        const expected = says(state) ? sentences[state] : undefined;
        const others = Object.values(sentences).filter((sentence) => sentence !== expected && said.includes(sentence));
        expect(others).to.deep.equal([]);
        if (expected !== undefined) expect(said).to.contain(expected);
        else expect(said).to.not.match(/parked|transferred|on hold|over\b/);
      });
  }
});

describe('what is said of a session that is over', () => {
  const settings = (endedContextUrl: string): unknown =>
    withCardLine({
      extensions: {
        storeContextData: true,
        endedContextUrl,
        mapParameter: 'Place',
        conversationContext: ['contract', 'record'],
        sessionDetails: { parameters: ['Contract', 'Place'] },
      },
    });
  const document = (endedContextUrl = 'current'): unknown => {
    const base = settings(endedContextUrl) as { tenant: object };
    const contextItems = [
      { id: 'contract', label: 'Contract', url: 'https://contracts.example/{Contract}' },
      { id: 'record', label: 'Record', url: 'https://crm.example/$(Customer.Id)' },
    ];
    return { ...base, tenant: { ...base.tenant, contextItems } };
  };
  const until = NOW + 30 * 24 * 60 * MINUTE;
  const pending = [
    { name: 'Contract', state: 'pending' },
    { name: 'Place', state: 'pending' },
  ] as const;

  const cases: readonly (readonly [string, Partial<Session>, string, boolean])[] = [
    ['kept, with values that never came', { contextRecord: { isStored: true, until } }, 'current', true],
    ['kept, without an address of then', { contextRecord: { isStored: true, until } }, 'as-it-was', true],
    ['not kept', { contextRecord: { isStored: false } }, 'current', false],
    ['kept until now', { contextRecord: { isStored: true, until: NOW } }, 'current', false],
  ];
  for (const [name, about, endedContextUrl, isKept] of cases)
    it(`agrees in all widgets: ${name}`, async () => {
      const session = anEndedSession({ customer: { name: 'Nora Feld' }, parameters: pending, ...about });
      const says = async (tag: string): Promise<string> => textOf(await shown(tag, session, document(endedContextUrl)));
      const [details, context, map] = [
        await says('session-details'),
        await says('conversation-context'),
        await says('session-map'),
      ];
      expect(details.includes('Context data is kept until')).to.equal(isKept);
      expect(details.includes(en.common.notAvailable)).to.equal(!isKept);
      expect(context.includes(notKept)).to.equal(!isKept);
      expect(map.includes('not available')).to.equal(!isKept);
    });
});
