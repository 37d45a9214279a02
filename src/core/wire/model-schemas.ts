import * as v from 'valibot';
import { DELIVERIES } from '../model/messaging.js';
import { SPEAKER_ROLES } from '../model/participant.js';
import { PRESENCE_CAUSES } from '../model/presence.js';
import { SENTIMENTS } from '../model/sentiment.js';
import { SUMMARY_STATUSES } from '../model/session-summary.js';
import { OFFER_OUTCOMES, SESSION_STATES } from '../model/session.js';
import type { Session } from '../model/session.js';
import { object } from './own-object.js';

// What backends are to write, for the schemas of the contract. Facts are read more kindly: see core/reading.
// Vocabularies that a backend may extend are text here, some with the words that are known: others are shown as they are.

const open = <const Words extends readonly string[]>(words: Words) => v.union([v.picklist(words), v.string()]);

/** The furthest instant that a date can stand for. */
const FURTHEST_MS = 8.64e15;

export const id = v.string();
/** Server time in ms since the epoch. */
export const instant = v.pipe(v.number(), v.minValue(-FURTHEST_MS), v.maxValue(FURTHEST_MS));
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const participant = object({
  id,
  role: v.optional(open(SPEAKER_ROLES), ''),
  name: v.exactOptional(v.string()),
});

export const caller = object({
  name: v.exactOptional(v.string()),
  phone: v.exactOptional(v.string()),
  upn: v.exactOptional(v.string()),
  isAnonymous: v.exactOptional(v.boolean()),
});

export const customer = object({
  id: v.exactOptional(v.string()),
  name: v.exactOptional(v.string()),
  firstName: v.exactOptional(v.string()),
  lastName: v.exactOptional(v.string()),
  company: v.exactOptional(v.string()),
  jobTitle: v.exactOptional(v.string()),
  department: v.exactOptional(v.string()),
  email: v.exactOptional(v.string()),
  phone: v.exactOptional(v.string()),
  upn: v.exactOptional(v.string()),
  imAddress: v.exactOptional(v.string()),
  street: v.exactOptional(v.string()),
  postCode: v.exactOptional(v.string()),
  city: v.exactOptional(v.string()),
  state: v.exactOptional(v.string()),
  country: v.exactOptional(v.string()),
});

export const parameter = v.variant('state', [
  object({ name: v.string(), state: v.picklist(['pending', 'empty']) }),
  object({ name: v.string(), state: v.literal('value'), value: v.string() }),
  object({ name: v.string(), state: v.literal('not-available'), reason: v.exactOptional(v.string()) }),
]);

export const offerOutcome = open(OFFER_OUTCOMES);

const direction = v.optional(open(['inbound', 'outbound', 'none']), 'none');
export const sentiment = open(SENTIMENTS);

export const afterCallWork = object({
  startedAt: instant,
  dueAt: v.exactOptional(instant),
  canFinishEarly: v.boolean(),
  canExtend: v.boolean(),
  isExtended: v.exactOptional(v.boolean()),
});

export const cannot = v.array(object({ command: v.string(), reason: v.string() }));

/** A file of a message or a mail. */
const attachment = object({
  id,
  name: v.string(),
  size: v.exactOptional(count),
  mediaType: v.exactOptional(v.string()),
  url: v.exactOptional(v.string()),
});

export const segment = object({
  id,
  speaker: participant,
  text: v.string(),
  isFinal: v.boolean(),
  offsetMs: v.exactOptional(instant),
  sentiment: v.exactOptional(sentiment),
  language: v.exactOptional(v.string()),
  isCorrected: v.exactOptional(v.boolean()),
  at: v.exactOptional(instant),
  format: v.exactOptional(v.literal('markdown')),
  delivery: v.exactOptional(open(DELIVERIES)),
  deliveryFailure: v.exactOptional(v.string()),
  attachments: v.exactOptional(v.array(attachment)),
});

export const delivery = open(DELIVERIES);

export const messaging = object({
  maxLength: v.exactOptional(count),
  isFormatted: v.exactOptional(v.boolean()),
  closesAt: v.exactOptional(instant),
  closedReason: v.exactOptional(v.string()),
  takesTyping: v.exactOptional(v.boolean()),
  files: v.exactOptional(
    object({ types: v.array(v.string()), maxBytes: v.exactOptional(count), maxCount: v.exactOptional(count) }),
  ),
});

const mailAddress = object({ address: v.string(), name: v.exactOptional(v.string()) });

export const email = object({
  from: mailAddress,
  to: v.array(mailAddress),
  cc: v.exactOptional(v.array(mailAddress)),
  replyTo: v.exactOptional(v.array(mailAddress)),
  subject: v.exactOptional(v.string()),
  sentAt: v.exactOptional(instant),
  html: v.exactOptional(v.string()),
  text: v.exactOptional(v.string()),
  attachments: v.exactOptional(v.array(attachment)),
  mailbox: v.exactOptional(v.string()),
});

export const externalTask = object({
  description: v.exactOptional(v.string()),
  url: v.exactOptional(v.string()),
});

export const summary = object({
  status: open(SUMMARY_STATUSES),
  version: count,
  parts: v.optional(
    object({
      title: v.exactOptional(v.string()),
      issue: v.exactOptional(v.string()),
      resolution: v.exactOptional(v.string()),
      recap: v.exactOptional(v.string()),
      narrative: v.exactOptional(v.string()),
    }),
    {},
  ),
  reason: v.exactOptional(v.string()),
});

export const notes = object({
  text: v.optional(v.string(), ''),
  version: count,
  by: v.exactOptional(v.string()),
  at: v.exactOptional(instant),
});

export const suggested = object({
  primaryCode: v.exactOptional(v.string()),
  secondaryCode: v.exactOptional(v.string()),
  tags: v.optional(v.array(v.string()), []),
});

export const contextRecord = v.variant('isStored', [
  object({
    isStored: v.literal(true),
    until: v.exactOptional(instant),
    urls: v.exactOptional(v.array(object({ itemId: id, url: v.string() }))),
  }),
  object({ isStored: v.literal(false), reason: v.exactOptional(v.string()) }),
]);

export const typing = v.array(id);

const times = object({
  queued: v.exactOptional(instant),
  offered: v.exactOptional(instant),
  accepted: v.exactOptional(instant),
  connected: v.exactOptional(instant),
  ended: v.exactOptional(instant),
});

const failure = object({ action: v.picklist(['park', 'unpark', 'transfer']), reason: v.string(), at: instant });

/** One session. Lists and counters that are empty may be left out. */
export const session = object({
  id,
  serviceId: id,
  modality: v.string(),
  direction,
  state: v.picklist(SESSION_STATES),
  since: instant,
  parkedSince: v.exactOptional(instant),
  before: v.exactOptional(object({ state: v.picklist(SESSION_STATES), since: instant })),
  times: v.optional(times, {}),
  offerExpiresAt: v.exactOptional(instant),
  offerOutcome: v.exactOptional(offerOutcome),
  caller: v.exactOptional(caller),
  customer: v.exactOptional(customer),
  visitorLabel: v.exactOptional(v.string()),
  subject: v.exactOptional(v.string()),
  participants: v.optional(v.array(participant), []),
  parameters: v.optional(v.array(parameter), []),
  transferTarget: v.exactOptional(v.string()),
  result: v.exactOptional(v.string()),
  afterCallWork: v.exactOptional(afterCallWork),
  failure: v.exactOptional(failure),
  cannot: v.exactOptional(cannot),
  unread: v.optional(count, 0),
  sentiment: v.exactOptional(sentiment),
  primaryCode: v.exactOptional(v.string()),
  secondaryCode: v.exactOptional(v.string()),
  tags: v.optional(v.array(v.string()), []),
  isSelected: v.optional(v.boolean(), false),
  transcriptUnavailable: v.exactOptional(v.string()),
  isTranscribable: v.exactOptional(v.boolean()),
  isForced: v.exactOptional(v.boolean()),
  typing: v.exactOptional(typing),
  messaging: v.exactOptional(messaging),
  email: v.exactOptional(email),
  externalTask: v.exactOptional(externalTask),
  summary: v.exactOptional(summary),
  notes: v.exactOptional(notes),
  suggested: v.exactOptional(suggested),
  contextRecord: v.exactOptional(contextRecord),
});

/** A workspace's own, and nobody else's. */
type Own = 'source' | 'seen' | 'title' | 'isCovered';
type NotOnTheWire = Exclude<keyof Session, keyof v.InferOutput<typeof session> | Own>;
/** Does not compile while a member of a session is missing above. */
true satisfies [NotOnTheWire] extends [never] ? true : false;

export const offer = object({
  serviceId: id,
  modality: v.string(),
  direction,
  queuedAt: v.exactOptional(instant),
  expiresAt: v.exactOptional(instant),
  caller: v.exactOptional(caller),
  customer: v.exactOptional(customer),
  visitorLabel: v.exactOptional(v.string()),
  subject: v.exactOptional(v.string()),
  participants: v.exactOptional(v.array(participant)),
  parameters: v.exactOptional(v.array(parameter)),
  messaging: v.exactOptional(messaging),
  email: v.exactOptional(email),
  externalTask: v.exactOptional(externalTask),
  isTranscribable: v.exactOptional(v.boolean()),
  isForced: v.exactOptional(v.boolean()),
  cannot: v.exactOptional(cannot),
  notes: v.exactOptional(notes),
});

/** Work that waits to be picked. */
export const openItem = object({
  id,
  serviceId: id,
  modality: v.string(),
  since: instant,
  caller: v.exactOptional(caller),
  customer: v.exactOptional(customer),
  visitorLabel: v.exactOptional(v.string()),
  subject: v.exactOptional(v.string()),
});

/** What a presence is and how it came about; whose and since when stands beside it. */
export const presence = {
  presence: v.string(),
  reason: v.exactOptional(v.string()),
  chosen: v.exactOptional(v.string()),
  next: v.exactOptional(v.string()),
  nextReason: v.exactOptional(v.string()),
  cause: v.exactOptional(open(PRESENCE_CAUSES)),
  until: v.exactOptional(instant),
  serviceId: v.exactOptional(id),
  modality: v.exactOptional(v.string()),
};

export const usage = object({
  total: count,
  perModality: v.optional(
    object({
      'audio-video': v.exactOptional(count),
      im: v.exactOptional(count),
      email: v.exactOptional(count),
      external: v.exactOptional(count),
    }),
    {},
  ),
});
