import { expect, html } from '@open-wc/testing';
import type { SpeakerRole } from '../../src/core/model/participant.js';
import { SUMMARY_PARTS } from '../../src/core/model/session-summary.js';
import type { EmailMessage, Parameter, Session, SessionEvent, TranscriptSegment } from '../../src/index.js';
import { conversationContext } from '../../src/localize/en/conversation-context.js';
import { attachmentWords } from '../../src/localize/en/attachments.js';
import { emailConversation } from '../../src/localize/en/email-conversation.js';
import { paneWords, widgetWords } from '../../src/localize/en/session-pane.js';
import { WIDGETS, selectSession } from '../../src/index.js';
import { aSession, withCardLine } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { drawn, sheetIn } from '../support/mail-frames.js';
import { chooseTab, find, findAll, frame, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

// The pane would load each when it is shown.
import.meta.glob('../../src/components/*/*.define.ts', { eager: true });

const MILLION = 1_000_000;
const LONE = 'high \uD83D low \uDE00';

interface Setting {
  readonly about?: Partial<Session>;
  readonly items?: readonly { readonly id: string; readonly label: string; readonly url: string }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly segments?: readonly TranscriptSegment[];
}

const ITEM = {
  id: 'record',
  label: 'The record',
  url: `${location.origin}/test/support/framed-page.xhtml?q=$(Customer.Id)`,
};

/** A pane with every widget that there is. */
function aPane({ about = {}, items = [ITEM], extensions = {}, segments }: Setting): Promise<Mounted> {
  const card = withCardLine({
    companion: { transcription: true, liveCaption: true, summarization: true, codeSuggestions: true },
    extensions: {
      widgets: WIDGETS,
      sessionDetails: { parameters: ['Card number'] },
      primaryCodes: ['card-lost'],
      secondaryCodes: ['solved'],
      tagSuggestions: ['travel'],
      conversationContext: items.map(({ id }) => id),
      embeddedContext: items[0]?.id,
      mapParameter: 'Place',
      ...extensions,
    },
  }) as { readonly tenant: object };
  const session = aSession({ customer: { id: 'c-7', name: 'Nora Feld' }, ...about });
  return mount(html`<session-pane session-id="call-1" style="block-size: 900px"></session-pane>`, {
    document: { ...card, tenant: { ...card.tenant, contextItems: items } },
    sessions: [session],
    ...(segments ? { transcript: { sessionId: 'call-1', segments } } : {}),
  });
}

const said = (about: Partial<TranscriptSegment> = {}): TranscriptSegment => ({
  id: 'later',
  speaker: { id: 'customer', role: 'customer', name: 'Nora Feld' },
  text: 'Are you still there?',
  isFinal: true,
  ...about,
});

/** Whose lines stand beside a mail and a task; elsewhere everybody's do. */
const WRITERS: ReadonlyMap<string, SpeakerRole> = new Map([
  ['email', 'agent'],
  ['external', 'system'],
]);

/** Whatever one widget was given, no part has failed and all the others go on. */
async function expectOthersGoOn({ provider, gateway, store }: Mounted): Promise<void> {
  const sessionId = 'call-1';
  const { modality } = store.read(selectSession(sessionId))!;
  const role = WRITERS.get(modality) ?? 'customer';
  const parameters: readonly Parameter[] = [{ name: 'Card number', state: 'value', value: '4000 1234' }];
  const facts: readonly SessionEvent[] = [
    { type: 'customer.identified', at: NOW, sessionId, customer: { name: 'Lea Moser' } },
    { type: 'parameters.changed', at: NOW, sessionId, parameters },
    { type: 'tags.changed', at: NOW, sessionId, tags: ['urgent'] },
    { type: 'transcript.appended', at: NOW, sessionId, segments: [said({ speaker: { id: 'x', role } })] },
  ];
  await happens(gateway, ...facts);
  await frame();
  expect(findAll(provider, '[part="error"]').map(textOf)).to.deep.equal([]);
  expect(textOf(find(provider, 'h2'))).to.equal('Lea Moser');
  expect(textOf(find(provider, 'session-details'))).to.contain('4000 1234');
  expect(findAll(provider, '.tag').map(textOf).join()).to.contain('urgent');
  const conversation = ['transcript-view', 'companion-chat'].flatMap((tag) => findAll(provider, tag)).map(textOf);
  expect(conversation.join()).to.contain('Are you still there?');
  expect(textOf(provider)).to.not.match(/NaN|undefined|Invalid Date|\[object|native code/);
}

const widget = (provider: ParentNode, tag: string): string => textOf(find(provider, tag));
const summaryOf = (about: object): Partial<Session> => ({
  summary: { status: 'ready', version: 1, parts: {}, ...about },
});
const locatedAt = (value: string): Partial<Session> => ({ parameters: [{ name: 'Place', state: 'value', value }] });

interface Case {
  readonly name: string;
  readonly setting: Setting;
  readonly shows: (provider: HTMLElement) => void | Promise<void>;
}

const speech: readonly Case[] = [
  {
    name: 'a summary of a status that nobody knows shows the parts there are',
    setting: { about: summaryOf({ status: 'half-done', parts: { issue: 'The card is lost', weather: 'rain' } }) },
    shows: (provider) => {
      expect(widget(provider, 'session-summary')).to.contain('The card is lost').and.to.not.contain('rain');
    },
  },
  {
    name: 'a summary without any part says so',
    setting: { about: summaryOf({}) },
    shows: (provider) => {
      const names = [widgetWords['session-map'], widgetWords['session-summary']];
      expect(textOf(find(provider, '.silence'))).to.equal(paneWords.nothingYet(names));
    },
  },
  {
    name: 'a narrative of a megabyte is folded',
    setting: { about: summaryOf({ parts: { narrative: 'word '.repeat(MILLION / 5) } }) },
    shows: (provider) => {
      expect(findAll(find(provider, 'session-summary'), 'details').length).to.be.above(50);
      expect(find(provider, '[data-part="narrative"]').getBoundingClientRect().height).to.be.below(20_000);
    },
  },
  {
    name: 'parts of a summary that are no text are shown as what they are',
    setting: { about: summaryOf({ parts: Object.fromEntries(SUMMARY_PARTS.map((part, at) => [part, at])) }) },
    shows: (provider) => {
      expect(widget(provider, 'session-summary')).to.contain('Narrative 4');
    },
  },
  ...['crm.example/$(Customer.Id)', 'javascript:alert(1)', 'https://$(Customer.Id).example/', 'data:text/html,x'].map(
    (url): Case => ({
      name: `an address of a context item such as ${url} is no link, and says why`,
      setting: {
        items: [
          { ...ITEM, url },
          { ...ITEM, id: 'good', label: 'The good one' },
        ],
      },
      shows: async (provider) => {
        const links = findAll(find(provider, 'conversation-context'), 'a').map(textOf);
        expect(links.map((link) => link.slice(0, 12))).to.deep.equal(['The good one']);
        expect(widget(provider, 'conversation-context')).to.contain(conversationContext.unsafeTemplate);
        await chooseTab(provider, 'The record');
        expect(widget(provider, 'embedded-context')).to.equal(`The record: ${conversationContext.unsafeTemplate}`);
        expect(findAll(provider, 'iframe')).to.have.length(0);
      },
    }),
  ),
  {
    name: 'ten thousand tags and ten thousand suggestions of a machine',
    setting: {
      about: {
        tags: Array.from({ length: 10_000 }, (_, at) => `tag ${String(at)}`),
        suggested: { tags: Array.from({ length: 10_000 }, (_, at) => `suggested ${String(at)}`) },
      },
      extensions: { tagSuggestions: Array.from({ length: 10_000 }, (_, at) => `offered ${String(at)}`) },
    },
    shows: (provider) => {
      expect(findAll(provider, '.tag').length).to.be.within(1, 200);
      expect(widget(provider, 'codes-tags')).to.contain('suggested 0').and.to.not.contain('suggested 9999');
    },
  },
  {
    name: 'a line of a megabyte that somebody said',
    setting: { segments: [said({ id: 'long', text: 'word '.repeat(MILLION / 5) })] },
    shows: (provider) => {
      expect(findAll(find(provider, 'transcript-view'), 'details').length).to.be.above(50);
    },
  },
  ...[Number.NaN, -5000, Number.POSITIVE_INFINITY, 8.65e15].map((at): Case => ({
    name: `a time such as ${String(at)}`,
    setting: {
      about: {
        since: at,
        times: { queued: at, offered: at, accepted: at, connected: at },
        afterCallWork: { startedAt: at, dueAt: at, canFinishEarly: true, canExtend: true },
      },
      segments: [said({ id: 'strange', text: 'Said at some time', offsetMs: at, at })],
    },
    shows: (provider) => {
      expect(widget(provider, 'transcript-view')).to.contain('Said at some time');
      expect(textOf(provider)).to.not.match(/-\d+:|:-\d/);
    },
  })),
  ...['%%%', '999, 999', '1,2,3,4', '<img src=x>', LONE, 'geo:', 'x'.repeat(MILLION)].map((place): Case => ({
    name: `a location such as ${JSON.stringify(place.slice(0, 20))} is text`,
    setting: { about: locatedAt(place), extensions: { mapRequests: true } },
    shows: (provider) => {
      expect(findAll(find(provider, 'session-map'), 'img, .viewport')).to.have.length(0);
      expect(find(provider, '.notes').textContent).to.not.equal('');
    },
  })),
  ...[' \n', '\u0000'].map((place): Case => ({
    name: `a location such as ${JSON.stringify(place)} is none`,
    setting: { about: locatedAt(place) },
    shows: (provider) => {
      expect(textOf(find(provider, '.silence'))).to.contain(widgetWords['session-map']);
    },
  })),
  {
    name: 'lone surrogates in every text',
    setting: {
      about: {
        ...summaryOf({ parts: { issue: LONE } }),
        ...locatedAt(LONE),
        subject: LONE,
        visitorLabel: LONE,
        result: LONE,
        failure: { action: 'park', reason: LONE, at: NOW },
        tags: [LONE],
        suggested: { tags: [`${LONE} 2`] },
      },
      items: [{ ...ITEM, label: LONE }],
      segments: [said({ id: 'lone', text: LONE })],
    },
    shows: (provider) => {
      for (const tag of ['session-summary', 'session-map', 'codes-tags', 'conversation-context', 'transcript-view'])
        expect(widget(provider, tag), tag).to.contain(LONE);
    },
  },
];

const mail = (about: Partial<EmailMessage>): Partial<Session> => ({
  modality: 'email',
  email: { from: { address: 'nora@feld.example' }, to: [], ...about },
});
const mailText = (provider: HTMLElement): string => widget(provider, 'email-conversation');

const written: readonly Case[] = [
  ...(['markdown', undefined] as const).map((format): Case => ({
    name: `a message of a megabyte, ${format ?? 'plain'}, is folded text`,
    setting: {
      about: { modality: 'im' },
      segments: [said({ id: 'long', text: '**word** '.repeat(MILLION / 9), ...(format ? { format } : {}) })],
    },
    shows: async (provider) => {
      await import('../../src/rich-text/render-markdown.js');
      await settled();
      expect(findAll(provider, '.bubble strong')).to.have.length(0);
      expect(findAll(provider, '.bubble details').length).to.be.above(50);
      expect(find(provider, '.bubble').getBoundingClientRect().height).to.be.below(20_000);
    },
  })),
  {
    name: 'a chat whose times are no times',
    setting: {
      about: { modality: 'im', messaging: { closesAt: Number.NaN, maxLength: -3 } },
      segments: [said({ id: 'strange', text: 'Said at some time', at: Number.NaN, offsetMs: -1 })],
    },
    shows: (provider) => {
      expect(widget(provider, 'chat-conversation')).to.contain('Said at some time');
    },
  },
  {
    name: 'a mail of a megabyte is shown as its text',
    setting: { about: mail({ html: `<p>${'<b>word</b> '.repeat(MILLION / 12)}</p>` }) },
    shows: (provider) => {
      expect(mailText(provider)).to.contain(emailConversation.tooLarge).and.to.contain('word word');
      expect(findAll(find(provider, 'email-conversation'), 'iframe')).to.have.length(0);
    },
  },
  {
    name: 'a mail without any body',
    setting: { about: mail({}) },
    shows: (provider) => {
      expect(mailText(provider)).to.contain(emailConversation.noBody).and.to.contain(emailConversation.noSubject);
    },
  },
  {
    name: 'attachments without name, size and address',
    setting: {
      about: mail({
        text: 'See below',
        attachments: [
          { id: '', name: '' },
          { id: '', name: ' ' },
        ],
      }),
    },
    shows: (provider) => {
      expect(mailText(provider)).to.contain('See below');
      const files = findAll(provider, '[part="attachments"] li').map(textOf);
      expect(files).to.deep.equal([attachmentWords.unnamed, attachmentWords.unnamed]);
    },
  },
  {
    name: 'attachments of no size that there is',
    setting: {
      about: mail({
        text: 'See below',
        attachments: [Number.NaN, -1, Number.POSITIVE_INFINITY].map((size) => ({ id: '', name: 'a.pdf', size })),
      }),
    },
    shows: (provider) => {
      expect(textOf(find(provider, '[part="attachments"]'))).to.not.match(/NaN|∞|-1/);
    },
  },
  {
    name: 'a mail with lone surrogates, and sent at no time',
    setting: {
      about: mail({
        html: `<p>${LONE}</p>`,
        subject: LONE,
        from: { name: LONE, address: LONE },
        sentAt: Number.NaN,
        attachments: [{ id: LONE, name: LONE }],
      }),
    },
    shows: async (provider) => {
      await drawn();
      expect((await sheetIn(find(provider, 'email-conversation'))).textContent).to.equal(LONE);
      expect(mailText(provider)).to.contain(LONE);
    },
  },
  {
    name: 'a task of an address that runs',
    setting: { about: { modality: 'external', externalTask: { url: 'javascript:alert(1)' } } },
    shows: (provider) => {
      expect(findAll(find(provider, 'external-task'), 'a')).to.have.length(0);
      expect(widget(provider, 'external-task')).to.contain('javascript:alert(1)');
    },
  },
];

describe('bad input', () => {
  it('of a megabyte makes a caption no higher', async () => {
    const { provider } = await mount(html`<live-caption session-id="call-1"></live-caption>`, {
      sessions: [aSession({ id: 'call-1' })],
      document: withCardLine({ extensions: {}, companion: { transcription: true, liveCaption: true } }),
      transcript: { sessionId: 'call-1', segments: [said({ id: 'long', text: 'word '.repeat(MILLION / 5) })] },
    });
    expect(textOf(find(provider, '.line'))).to.contain('word');
    expect(find(provider, 'live-caption').getBoundingClientRect().height).to.be.below(400);
  });

  for (const { name, setting, shows } of [...speech, ...written])
    it(name, async function () {
      this.timeout(20_000);
      const mounted = await aPane(setting);
      await shows(mounted.provider);
      await expectOthersGoOn(mounted);
    });
});
