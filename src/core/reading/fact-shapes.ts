import type { ConfigurationProblem } from '../configuration/parse-configuration.js';
import type { Offer, ReportedUsage, SessionEvent } from '../events/session-event.js';
import type { EmailMessage, MailAddress, MailAttachment } from '../model/email.js';
import type { FrozenContextUrl } from '../model/context-data.js';
import type { Messaging } from '../model/messaging.js';
import type { Parameter } from '../model/parameter.js';
import type { Caller, Customer, Participant } from '../model/participant.js';
import type { UserPresence } from '../model/presence.js';
import type { SessionSummary } from '../model/session-summary.js';
import { SESSION_STATES } from '../model/session.js';
import type { AfterCallWork, ExternalTask, Session, SessionFailure, SessionTimes } from '../model/session.js';
import type { SuggestedDisposition } from '../model/suggested-disposition.js';
import type { TranscriptSegment } from '../model/transcript-segment.js';
import type { Read } from './read-value.js';
import { code, count, flag, instant, isObject, list, object, oneOf, text } from './read-value.js';

// What facts hold, as anybody may say it. The contract's own schemas are in core/wire; a test holds the two together.

const participant = object<Participant>('id', { id: text, role: text, name: text }, { role: '' });

const caller = object<Caller>('', { name: text, phone: text, upn: text, isAnonymous: flag });

const customer = object<Customer>('', {
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
});

type ParameterParts = Record<'name' | 'state' | 'value' | 'reason', string>;
const parameterParts = object<ParameterParts>('name state', {
  name: text,
  state: oneOf(['pending', 'value', 'empty', 'not-available']),
  value: text,
  reason: text,
});

/** A value that is blank or null is the answer that there is none; one that cannot be read is not to be had. */
const parameter: Read = (value, reader) => {
  const before = reader.problems.length;
  const parts = parameterParts(value, reader) as Parameter | undefined;
  if (parts?.state !== 'value' || 'value' in parts) return parts;
  const { name } = parts as Parameter;
  return { name, state: reader.problems.length === before ? 'empty' : 'not-available' } satisfies Parameter;
};

const mailAddress = object<MailAddress>('address', { address: text, name: text });

const email = object<EmailMessage>('from to', {
  from: mailAddress,
  to: list(mailAddress),
  cc: list(mailAddress),
  subject: text,
  sentAt: instant,
  html: text,
  text,
  attachments: list(
    object<MailAttachment>('id name', { id: text, name: text, size: count, mediaType: text, url: text }),
  ),
  mailbox: text,
});

const messaging = object<Messaging>('', { maxLength: count, isFormatted: flag, closesAt: instant, closedReason: text });
const externalTask = object<ExternalTask>('', { description: text, url: text });

const afterCallWork = object<AfterCallWork>('startedAt canFinishEarly canExtend', {
  startedAt: instant,
  dueAt: instant,
  canFinishEarly: flag,
  canExtend: flag,
});

const summary = object<SessionSummary>(
  'status version',
  {
    status: text,
    version: count,
    parts: object<SessionSummary['parts']>('', {
      title: text,
      issue: text,
      resolution: text,
      recap: text,
      narrative: text,
    }),
    reason: text,
  },
  { parts: {} },
);

const suggested = object<SuggestedDisposition>(
  '',
  { primaryCode: text, secondaryCode: text, tags: list(text) },
  { tags: [] },
);

interface ContextRecordParts {
  readonly isStored: boolean;
  readonly until: number;
  readonly urls: readonly FrozenContextUrl[];
  readonly reason: string;
}
const contextRecord = object<ContextRecordParts>('isStored', {
  isStored: flag,
  until: instant,
  urls: list(object<FrozenContextUrl>('itemId url', { itemId: text, url: text })),
  reason: text,
});

const segment = object<TranscriptSegment>('id speaker text isFinal', {
  id: text,
  speaker: participant,
  text,
  isFinal: flag,
  offsetMs: instant,
  sentiment: text,
  language: text,
  isCorrected: flag,
  at: instant,
  format: oneOf(['markdown']),
  delivery: text,
  deliveryFailure: text,
});

/** What an offer and a session have in common. */
const task = {
  serviceId: text,
  modality: text,
  direction: text,
  caller,
  customer,
  visitorLabel: text,
  subject: text,
  participants: list(participant),
  parameters: list(parameter),
  messaging,
  email,
  externalTask,
  isTranscribable: flag,
} as const;

const offer = object<Offer>(
  'serviceId modality',
  { ...task, queuedAt: instant, expiresAt: instant },
  { direction: 'none' },
);

/** One session. Lists and counters that are empty may be left out. */
export const session = object<Omit<Session, 'source'>>(
  'id serviceId modality state since',
  {
    ...task,
    id: text,
    state: oneOf(SESSION_STATES),
    since: instant,
    parkedSince: instant,
    times: object<SessionTimes>('', {
      queued: instant,
      offered: instant,
      accepted: instant,
      connected: instant,
      ended: instant,
    }),
    offerExpiresAt: instant,
    offerOutcome: text,
    transferTarget: text,
    result: text,
    afterCallWork,
    failure: object<SessionFailure>('action reason at', {
      action: oneOf(['park', 'unpark', 'transfer']),
      reason: text,
      at: instant,
    }),
    unread: count,
    sentiment: text,
    primaryCode: text,
    secondaryCode: text,
    tags: list(text),
    isSelected: flag,
    transcriptUnavailable: text,
    typing: list(text),
    summary,
    suggested,
    contextRecord,
  },
  { direction: 'none', times: {}, participants: [], parameters: [], unread: 0, tags: [], isSelected: false },
);

const usage = object<ReportedUsage>(
  'total',
  {
    total: count,
    perModality: object<ReportedUsage['perModality']>('', {
      'audio-video': count,
      im: count,
      email: count,
      external: count,
    }),
  },
  { perModality: {} },
);

/** Parsed by `parseConfiguration`, which is not for here to do again. */
const configuration: Read = (value) => (isObject(value) && value['services'] instanceof Map ? value : undefined);

export const problem = object<ConfigurationProblem>('path expected found', { path: text, expected: text, found: text });

// What a snapshot holds besides sessions and problems.

export type PresenceItem = UserPresence & { readonly userId: string };
export const presenceItem = object<PresenceItem>('userId presence since', {
  userId: text,
  presence: text,
  reason: text,
  since: instant,
});

export interface UsageItem {
  readonly userId: string;
  readonly usage: ReportedUsage;
}
export const usageItem = object<UsageItem>('userId usage', { userId: text, usage });

export interface TranscriptItem {
  readonly sessionId: string;
  readonly segments: readonly TranscriptSegment[];
}
export const transcriptItem = object<TranscriptItem>('sessionId segments', {
  sessionId: text,
  segments: list(segment),
});

/** What facts hold, by its name: the same name means the same in all of them. */
export const MEMBERS = {
  type: text,
  at: instant,
  causedBy: text,
  sessionId: text,
  userId: text,
  agentId: text,
  session,
  offer,
  reason: text,
  target: text,
  result: text,
  afterCallWork,
  dueAt: instant,
  caller,
  customer,
  participant,
  participantId: text,
  parameters: list(parameter),
  sentiment: text,
  primary: code,
  secondary: code,
  tags: list(text),
  suggested,
  summary,
  typing: list(text),
  messaging,
  email,
  externalTask,
  contextRecord,
  segments: list(segment),
  segment,
  isTranscribable: flag,
  segmentId: text,
  delivery: text,
  presence: text,
  usage,
  configuration,
  problems: list(problem),
  status: text,
} as const satisfies Readonly<Record<string, Read>>;

type NameIn<F> = F extends unknown ? keyof F : never;
/** Does not compile while something that a fact may hold is missing above. */
true satisfies [NameIn<SessionEvent>] extends [keyof typeof MEMBERS] ? true : false;
