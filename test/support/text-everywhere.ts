import { FIELDS } from '../../src/core/fields/field-registry.js';
import { SUMMARY_PARTS } from '../../src/core/model/session-summary.js';
import type { ContextRecord, FrozenContextUrl } from '../../src/core/model/context-data.js';
import type { FileRules, Messaging } from '../../src/core/model/messaging.js';
import type { SessionNotes } from '../../src/core/model/session-notes.js';
import type { SessionSummary } from '../../src/core/model/session-summary.js';
import type { AfterCallWork, ExternalTask, SessionFailure, SessionTimes } from '../../src/core/model/session.js';
import type { SuggestedDisposition } from '../../src/core/model/suggested-disposition.js';
import { WIDGETS, createSessionStore, parseConfiguration, silentLogger } from '../../src/index.js';
import type {
  Caller,
  Configuration,
  Customer,
  EmailMessage,
  MailAddress,
  MailAttachment,
  MessageComposer,
  Parameter,
  Participant,
  Service,
  Session,
  SessionStore,
  TranscriptSegment,
  User,
  UserFact,
} from '../../src/index.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';

/** Session ids of the workspace below, one for each way in which a session shows its texts. */
export const SESSION_IDS = [
  'talking',
  'ringing',
  'over',
  'forgotten',
  'strange',
  'chat',
  'closed',
  'mail',
  'plain-mail',
  'task',
] as const;

export type SessionId = (typeof SESSION_IDS)[number];

/** The agent of the workspace below. */
const AGENT_ID = 'ana';

/**
 * A workspace in which a text stands wherever a backend, a customer, a colleague or a service owner can put one.
 * `Required` makes the compiler ask for every property that facts and configuration have, so that a new one cannot be
 * forgotten.
 */
export function textEverywhere(text: string): SessionStore {
  const gateway = new ScriptedGateway([
    { type: 'workspace.reset', at: NOW, agentId: AGENT_ID },
    { type: 'configuration.loaded', at: NOW, configuration: configurationOf(text) },
    presence({
      type: 'presence.changed',
      at: NOW,
      causedBy: text,
      userId: AGENT_ID,
      presence: text,
      reason: text,
      chosen: text,
      next: text,
      nextReason: text,
      cause: text,
      until: NOW + 60_000,
      serviceId: text,
      modality: text,
    }),
    ...sessionsOf(text).flatMap((session) => [
      { type: 'transcript.appended', at: NOW, sessionId: session.id, segments: segmentsOf(text) } as const,
      { type: 'session.snapshot', at: NOW, session } as const,
    ]),
    {
      type: 'configuration.rejected',
      at: NOW,
      problems: [{ path: text, expected: text, found: text }],
    },
  ]);
  gateway.answer = () => Promise.resolve({ ok: false, failure: 'failed', message: text });
  const store = createSessionStore({
    gateway,
    clock: gateway.clock,
    logger: silentLogger,
    newId: () => crypto.randomUUID(),
  });
  store.look('talking');
  return store;
}

/** Lets commands fail whose refusal the backend explains with the text. */
export async function failEverything(store: SessionStore, text: string): Promise<void> {
  await store.execute({ type: 'session.hold', sessionId: 'talking' });
  await store.execute({ type: 'codes.choose', sessionId: 'talking', primary: 'a' });
  await store.execute({ type: 'tags.change', sessionId: 'talking', tags: [text] });
  await store.execute({ type: 'presence.change', presence: 'busy' });
  await store.execute({ type: 'message.send', sessionId: 'chat', segmentId: `${text} sent`, text });
  await store.execute({ type: 'message.send', sessionId: 'chat', segmentId: 'rich', text, format: 'markdown' });
  await store.execute({ type: 'email.reply', sessionId: 'mail', toAll: true, text });
  await store.execute({ type: 'session.end', sessionId: 'task' });
}

/** What a composer is given by whoever shows it. Typing a slash offers the ready answers. */
export const composing = (
  text: string,
  isFormatted: boolean,
): Required<Pick<MessageComposer, 'label' | 'placeholder' | 'sendLabel' | 'quickReplies' | 'subject' | 'text'>> &
  Pick<MessageComposer, 'isFormatted'> => ({
  isFormatted,
  label: text,
  placeholder: text,
  sendLabel: text,
  quickReplies: repliesOf(text),
  subject: text,
  text,
});

const repliesOf = (text: string): Service['companion']['quickReplies'] => [{ id: text, title: text, text }];

const presence = (fact: Required<Extract<UserFact, { type: 'presence.changed' }>>): typeof fact => fact;

function configurationOf(text: string): Configuration {
  const framed: Required<Configuration['tenant']['contextItems'][number]> = {
    id: 'framed',
    label: text,
    url: `${location.origin}/test/support/framed-page.xhtml?case=$(${CASE})`,
    whenMissing: 'disable',
    allowSameOrigin: false,
    messages: false,
  };
  const tenant: Required<Configuration['tenant']> = {
    name: text,
    sessionLimit: 3,
    companionLicences: true,
    codes: [
      { id: text, label: text },
      { id: `${text} 2`, label: text },
    ],
    contextItems: [
      { ...framed, id: text, url: text },
      framed,
      { ...framed, id: 'linked', url: `https://harmless.example/$(${CASE})/#$(${CASE})` },
      { ...framed, id: 'awaited', url: `https://harmless.example/?a=$(${CASE})&b=$(${CASE} 2)` },
    ],
    map: {
      tiles: text,
      geocoder: text,
      link: 'https://harmless.example/?q={address}',
      attribution: text,
      anonymousTiles: false,
      maxZoom: 9,
    },
  };
  const extensions: Required<Service['extensions']> = {
    widgets: [...WIDGETS],
    sessionDetails: {
      fields: [text, ...FIELDS.map(({ name }) => name)],
      parameters: [text, `${text} 2`],
      linkify: 'http',
      emptyValue: 'dash',
    } satisfies Required<Service['extensions']['sessionDetails']>,
    primaryCodes: [text, `${text} 2`],
    secondaryCodes: [text, `${text} 2`],
    tagSuggestions: [text],
    conversationContext: [text, 'linked', 'awaited'],
    contextOnAccept: [text],
    embeddedContext: text,
    endedContextUrl: 'as-it-was',
    mapParameter: text,
    mapRequests: true,
    storeContextData: true,
  };
  const companion: Required<Service['companion']> = {
    recognizer: true,
    transcription: true,
    liveCaption: true,
    summarization: true,
    codeSuggestions: true,
    quickReplies: repliesOf(text),
  };
  const line = { id: 'line', name: text, licence: 'contact-center', extensions, companion };
  const parsed = parseConfiguration({
    version: 1,
    tenant,
    services: [line, { ...line, id: text, extensions: { ...extensions, embeddedContext: 'framed' } }],
    users: [{ id: AGENT_ID, name: text, companionLicence: true } satisfies Partial<User>],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.map(({ path }) => path)));
  return parsed.configuration;
}

const CASE = 'Case';

function sessionsOf(text: string): readonly (Session & { readonly id: SessionId })[] {
  const caller: Required<Caller> = { name: text, phone: text, upn: text, isAnonymous: false };
  const customer: Required<Customer> = {
    id: text,
    name: text,
    firstName: text,
    lastName: text,
    company: text,
    jobTitle: text,
    department: text,
    email: text,
    phone: text,
    upn: text,
    imAddress: text,
    street: text,
    postCode: text,
    city: text,
    state: text,
    country: text,
  };
  const parameters: readonly Parameter[] = [
    { name: CASE, state: 'value', value: text },
    { name: text, state: 'value', value: text },
    { name: `${text} 2`, state: 'not-available', reason: text },
  ];
  const times: Required<Omit<SessionTimes, 'ended'>> = { queued: NOW, offered: NOW, accepted: NOW, connected: NOW };
  const talking: Required<Session> & { readonly id: SessionId } = {
    id: 'talking',
    source: text,
    serviceId: 'line',
    modality: 'audio-video',
    direction: 'inbound',
    state: 'active',
    since: NOW,
    parkedSince: NOW,
    before: { state: 'held', since: NOW },
    times,
    offerExpiresAt: NOW,
    offerOutcome: 'accepted',
    caller,
    customer,
    visitorLabel: text,
    subject: text,
    title: text,
    participants: [participantOf(text)],
    parameters,
    transferTarget: text,
    result: text,
    afterCallWork: {
      startedAt: NOW,
      dueAt: NOW,
      canFinishEarly: true,
      canExtend: true,
      isExtended: false,
    } satisfies Required<AfterCallWork>,
    failure: { action: 'park', reason: text, at: NOW } satisfies Required<SessionFailure>,
    cannot: [{ command: 'session.transfer', reason: text }],
    unread: 3,
    seen: true,
    isCovered: true,
    sentiment: 'negative',
    primaryCode: text,
    secondaryCode: text,
    tags: [text],
    isSelected: false,
    transcriptUnavailable: text,
    isTranscribable: false,
    isForced: true,
    typing: [text],
    messaging: messagingOf(text),
    email: mailOf(text),
    externalTask: { description: text, url: text } satisfies Required<ExternalTask>,
    summary: summaryOf(text, 'ready'),
    notes: { text, version: 1, by: text, at: NOW } satisfies Required<SessionNotes>,
    suggested: {
      primaryCode: `${text} 2`,
      secondaryCode: `${text} 2`,
      tags: [`${text} 2`],
    } satisfies Required<SuggestedDisposition>,
    contextRecord: kept(text),
  };
  const { caller: _, customer: __, subject: ___, title: ____, ...unidentified } = talking;
  const { result: _result, ...undecided } = unidentified;
  const { closedReason: _reason, ...open } = messagingOf(text);
  const { html: _html, ...plain } = mailOf(text);
  return [
    talking,
    {
      ...unidentified,
      id: 'ringing',
      state: 'offered',
      serviceId: text,
      summary: { ...summaryOf(text, 'failed'), parts: {} },
    },
    {
      ...undecided,
      id: 'over',
      state: 'ended',
      caller: { phone: text },
      offerOutcome: text,
    },
    {
      ...talking,
      id: 'forgotten',
      state: 'ended',
      contextRecord: forgotten(text),
      summary: { ...summaryOf(text, 'not-available'), parts: {} },
    },
    {
      ...talking,
      id: 'strange',
      serviceId: `${text} nobody knows`,
      modality: text,
      state: text as Session['state'],
      direction: text,
      sentiment: text,
      summary: { ...summaryOf(text, 'ready'), status: text },
      failure: { action: text as SessionFailure['action'], reason: text, at: NOW },
    },
    { ...talking, id: 'chat', modality: 'im', messaging: open },
    { ...talking, id: 'closed', modality: 'im' },
    { ...talking, id: 'mail', modality: 'email' },
    { ...talking, id: 'plain-mail', modality: 'email', email: plain },
    { ...talking, id: 'task', modality: 'external', result: 'cancelled-by-external-system' },
  ];
}

const messagingOf = (text: string): Required<Messaging> => ({
  maxLength: 100,
  isFormatted: true,
  closesAt: NOW + 60_000,
  closedReason: text,
  takesTyping: true,
  files: { types: [text, '*'], maxBytes: 1000, maxCount: 3 } satisfies Required<FileRules>,
});

const summaryOf = (text: string, status: SessionSummary['status']): Required<SessionSummary> => ({
  status,
  version: 1,
  parts: Object.fromEntries(SUMMARY_PARTS.map((part) => [part, text])),
  reason: text,
});

function mailOf(text: string): Required<EmailMessage> {
  const person: Required<MailAddress> = { address: text, name: text };
  const file: Required<MailAttachment> = { id: text, name: text, mediaType: text, url: text, size: 1 };
  return {
    from: person,
    to: [person, { address: `${text} 2` }],
    cc: [{ address: `${text} 3`, name: text }],
    replyTo: [{ address: `${text} 4`, name: text }],
    subject: text,
    sentAt: NOW,
    html: text,
    text,
    attachments: [file],
    mailbox: text,
  };
}

const kept = (text: string): Required<Extract<ContextRecord, { isStored: true }>> => ({
  isStored: true,
  until: NOW + 60_000,
  urls: [{ itemId: text, url: text } satisfies Required<FrozenContextUrl>],
});

const forgotten = (text: string): Required<Extract<ContextRecord, { isStored: false }>> => ({
  isStored: false,
  reason: text,
});

const participantOf = (text: string): Required<Participant> => ({ id: text, role: 'customer', name: text });

function segmentsOf(text: string): readonly TranscriptSegment[] {
  const segment: Required<TranscriptSegment> = {
    id: text,
    speaker: participantOf(text),
    text,
    isFinal: true,
    offsetMs: 0,
    sentiment: 'neutral',
    language: text,
    isCorrected: true,
    at: NOW,
    format: 'markdown',
    delivery: 'failed',
    deliveryFailure: text,
    attachments: [{ id: text, name: text, mediaType: text, url: text, size: 1 } satisfies Required<MailAttachment>],
  };
  const { format: _, ...plain } = segment;
  const unnamed = (role: Participant['role']): Participant => ({ id: text, role });
  const agent: Participant = { id: text, role: 'agent', name: text };
  return [
    segment,
    { ...segment, id: `${text} 2`, speaker: agent },
    { ...plain, id: `${text} 3`, speaker: agent },
    { ...plain, id: `${text} 4`, speaker: agent, delivery: text },
    { ...plain, id: `${text} 5`, speaker: { ...agent, role: 'system' }, sentiment: text },
    { ...plain, id: `${text} 6`, speaker: unnamed(text) },
    { ...plain, id: `${text} 7` },
    { ...plain, id: `${text} 8`, isFinal: false },
  ];
}
