import { WIDGETS, parseConfiguration } from '../../src/index.js';
import type { CommandReply, Configuration, Session, SessionEvent, TranscriptSegment } from '../../src/index.js';
import { NOW, ScriptedGateway } from './scripted-gateway.js';

export const MINUTE = 60_000;

/** A session in the middle of a call; what a scenario is about is overridden. */
export function aSession(about: Partial<Session> = {}): Session {
  return {
    id: 'call-1',
    serviceId: 'card-line',
    modality: 'audio-video',
    direction: 'inbound',
    state: 'active',
    since: NOW - 3 * MINUTE,
    times: {
      queued: NOW - 5 * MINUTE,
      offered: NOW - 4 * MINUTE,
      accepted: NOW - 3.8 * MINUTE,
      connected: NOW - 3.7 * MINUTE,
    },
    caller: { name: 'Nora Feld', phone: '+41445550133' },
    customer: { name: 'Nora Feld', company: 'Feld Interiors' },
    participants: [],
    parameters: [],
    tags: [],
    unread: 0,
    isSelected: false,
    ...about,
  };
}

/** A session that is over. */
export const anEndedSession = (about: Partial<Session> = {}): Session =>
  aSession({
    id: 'ended-1',
    state: 'ended',
    since: NOW - 30 * MINUTE,
    result: 'accepted-by-user',
    times: {
      queued: NOW - 45 * MINUTE,
      offered: NOW - 44 * MINUTE,
      accepted: NOW - 43.8 * MINUTE,
      connected: NOW - 43.8 * MINUTE,
      ended: NOW - 30 * MINUTE,
    },
    ...about,
  });

/** Lines of a conversation, customer and agent in turn, five seconds each. */
export const someSegments = (...lines: readonly string[]): readonly TranscriptSegment[] =>
  lines.map((text, index) => ({
    id: `line-${String(index)}`,
    speaker:
      index % 2 === 0
        ? { id: 'customer', role: 'customer', name: 'Nora Feld' }
        : { id: 'agent', role: 'agent', name: 'Ana Sommer' },
    text,
    isFinal: true,
    offsetMs: index * 5000,
  }));

/** The configuration document of all scenarios: two services and two users. */
export const aDocument = {
  version: 1,
  tenant: {
    name: 'Lakeside Bank',
    companionLicences: true,
    codes: [
      { id: 'card-lost', label: 'Card lost or stolen' },
      { id: 'card-limit', label: 'Card limit' },
      { id: 'solved', label: 'Solved' },
      { id: 'call-back', label: 'Call back agreed' },
    ],
  },
  services: [
    {
      id: 'card-line',
      name: 'Card Line',
      licence: 'contact-center',
      extensions: {
        widgets: ['session-details', 'codes-tags', 'transcript-view'],
        sessionDetails: { parameters: ['Card number', 'Contract', 'Language'] },
        primaryCodes: ['card-lost', 'card-limit'],
        secondaryCodes: ['solved', 'call-back'],
        tagSuggestions: ['travel', 'travel insurance', 'replacement card', 'vip'],
      },
      companion: { transcription: true },
      afterCallWork: { enabled: true, durationSeconds: 20, maxExtensionSeconds: 60 },
    },
    { id: 'front-desk', name: 'Front Desk', licence: 'advanced-routing' },
  ],
  users: [
    {
      id: 'ana',
      name: 'Ana Sommer',
      companionLicence: true,
      taskParallelization: { enabled: true, total: 5, perModality: { 'audio-video': 1, im: 2, email: 3, external: 2 } },
    },
    { id: 'ben', name: 'Ben Keller', taskParallelization: { enabled: true, total: 3, perModality: { im: 3 } } },
  ],
};

/** A configuration, or an error that says what is wrong with the scenario. */
export function aConfiguration(document: unknown = aDocument): Configuration {
  const parsed = parseConfiguration(document);
  if (!parsed.ok)
    throw new Error(
      parsed.problems.map(({ path, expected, found }) => `${path}: ${expected}, not ${found}`).join('\n'),
    );
  return parsed.configuration;
}

/** The same document with other settings of Ana's. */
export const withAgent = (settings: Readonly<Record<string, unknown>>): unknown => ({
  ...aDocument,
  users: aDocument.users.map((user) => (user.id === 'ana' ? { ...user, ...settings } : user)),
});

/** The same document with other settings of the Card Line. Extensions that name no widgets leave all of them on. */
export const withCardLine = (settings: Readonly<Record<string, unknown>>): unknown => {
  const { extensions } = settings;
  // What is no group of settings is passed on as it is: some documents are wrong on purpose.
  const isGroup = typeof extensions === 'object' && !Array.isArray(extensions);
  const whole = { ...settings, ...(isGroup ? { extensions: { widgets: WIDGETS, ...extensions } } : {}) };
  return {
    ...aDocument,
    services: aDocument.services.map((service) => (service.id === 'card-line' ? { ...service, ...whole } : service)),
  };
};

/** The same document with every widget and every feature of the Card Line on. */
export const everythingOn = withCardLine({
  extensions: { ...aDocument.services[0]?.extensions, widgets: WIDGETS },
  companion: { transcription: true, liveCaption: true, summarization: true, codeSuggestions: true },
});

/** What a workspace starts with. */
export interface Situation {
  readonly sessions?: readonly Session[];
  readonly document?: unknown;
  readonly transcript?: { readonly sessionId: string; readonly segments: readonly TranscriptSegment[] };
  readonly facts?: readonly SessionEvent[];
  /** How commands are answered: `never` leaves them pending. */
  readonly reply?: CommandReply | 'never';
}

/** A gateway whose agent, Ana, finds herself in a situation. */
export function aGateway({
  sessions = [],
  document = aDocument,
  transcript,
  facts = [],
  reply = { ok: true },
}: Situation = {}): ScriptedGateway {
  const gateway = new ScriptedGateway([
    { type: 'workspace.reset', at: NOW, agentId: 'ana' },
    { type: 'configuration.loaded', at: NOW, configuration: aConfiguration(document) },
    { type: 'presence.changed', at: NOW - 12 * MINUTE, userId: 'ana', presence: 'available' },
    ...sessions.map((session) => ({ type: 'session.snapshot', at: NOW, session }) as const),
    ...(transcript ? [{ type: 'transcript.appended', at: NOW, ...transcript } as const] : []),
    ...facts,
  ]);
  gateway.answer = () => (reply === 'never' ? new Promise(() => undefined) : Promise.resolve(reply));
  return gateway;
}
