import { FIELDS } from '../../src/core/fields/field-registry.js';
import { createSessionStore, parseConfiguration, silentLogger } from '../../src/index.js';
import type {
  Caller,
  Customer,
  Parameter,
  Participant,
  Session,
  SessionStore,
  TranscriptSegment,
  User,
  UserFact,
} from '../../src/index.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';

/** Session ids of the workspace below, one for each way in which a session shows its texts. */
export const SESSION_IDS = ['talking', 'ringing', 'over', 'strange', 'silent'] as const;

/** The agent of the workspace below. */
const AGENT_ID = 'ana';

/**
 * A workspace in which a text stands wherever a backend, a customer, a colleague or a service owner can put one.
 * `Required` makes the compiler ask for every property that facts have, so that a new one cannot be forgotten.
 */
export function textEverywhere(text: string): SessionStore {
  const gateway = new ScriptedGateway([
    { type: 'workspace.reset', at: NOW, agentId: AGENT_ID },
    { type: 'configuration.loaded', at: NOW, configuration: configurationOf(text) },
    presence({ type: 'presence.changed', at: NOW, causedBy: text, userId: AGENT_ID, presence: text, reason: text }),
    ...sessionsOf(text).map((session) => ({ type: 'session.snapshot', at: NOW, session }) as const),
    { type: 'transcript.appended', at: NOW, sessionId: 'talking', segments: segmentsOf(text) },
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
export async function failEverything(store: SessionStore): Promise<void> {
  await store.execute({ type: 'session.hold', sessionId: 'talking' });
  await store.execute({ type: 'codes.choose', sessionId: 'talking', primary: 'a' });
  await store.execute({ type: 'presence.change', presence: 'busy' });
}

const presence = (fact: Required<Extract<UserFact, { type: 'presence.changed' }>>): typeof fact => fact;

function configurationOf(text: string) {
  const extensions = {
    widgets: ['session-details', 'codes-tags', 'transcript-view'],
    sessionDetails: { fields: [text, ...FIELDS.map(({ name }) => name)], parameters: [text, `${text} 2`] },
    primaryCodes: [text],
    secondaryCodes: [text],
    tagSuggestions: [text],
    conversationContext: [text],
    embeddedContext: text,
    mapParameter: text,
  };
  const parsed = parseConfiguration({
    version: 1,
    tenant: {
      name: text,
      companionLicences: true,
      codes: [{ id: text, label: text }],
      contextItems: [{ id: text, label: text, url: text }],
    },
    services: [{ id: 'line', name: text, licence: 'contact-center', extensions, companion: { transcription: true } }],
    users: [{ id: AGENT_ID, name: text, companionLicence: true } satisfies Partial<User>],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.map(({ path }) => path)));
  return parsed.configuration;
}

function sessionsOf(text: string): readonly Session[] {
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
    { name: text, state: 'value', value: text },
    { name: `${text} 2`, state: 'not-available', reason: text },
  ];
  const talking: Required<Session> = {
    id: 'talking',
    serviceId: 'line',
    modality: 'audio-video',
    direction: 'inbound',
    state: 'active',
    since: NOW,
    parkedSince: NOW,
    times: { queued: NOW, offered: NOW, accepted: NOW, connected: NOW },
    offerExpiresAt: NOW,
    offerOutcome: 'accepted',
    caller,
    customer,
    visitorLabel: text,
    subject: text,
    participants: [participantOf(text)],
    parameters,
    transferTarget: text,
    result: text,
    afterCallWork: { startedAt: NOW, dueAt: NOW, canFinishEarly: true, canExtend: true },
    failure: { action: 'park', reason: text, at: NOW },
    unread: 3,
    sentiment: 'negative',
    primaryCode: text,
    secondaryCode: text,
    tags: [text],
    isSelected: false,
    transcriptUnavailable: text,
    isTranscribable: false,
    typing: [text],
    messaging: { maxLength: 100, isFormatted: true, closesAt: NOW, closedReason: text },
    email: {
      from: { address: text, name: text },
      to: [{ address: text, name: text }],
      cc: [{ address: text }],
      subject: text,
      sentAt: NOW,
      text,
      attachments: [{ id: text, name: text, mediaType: text, url: text, size: 1 }],
    },
    externalTask: { description: text, url: text },
    summary: {
      status: 'ready',
      version: 1,
      parts: { title: text, issue: text, resolution: text, recap: text, narrative: text },
      reason: text,
    },
    suggested: { primaryCode: text, secondaryCode: text, tags: [text] },
    contextRecord: { isStored: true, until: NOW, urls: [{ itemId: text, url: text }] },
  };
  const { caller: _, customer: __, subject: ___, ...unidentified } = talking;
  return [
    talking,
    { ...unidentified, id: 'ringing', state: 'offered', serviceId: text },
    { ...unidentified, id: 'over', state: 'ended', caller: { phone: text } },
    {
      ...talking,
      id: 'strange',
      modality: text,
      state: text as Session['state'],
      direction: text as Session['direction'],
    },
    { ...talking, id: 'silent', modality: 'im' },
  ];
}

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
  };
  const nameless = { id: text, role: text as Participant['role'] };
  return [segment, { ...segment, id: `${text} 2`, isFinal: false }, { ...segment, id: `${text} 3`, speaker: nameless }];
}
