import * as v from 'valibot';
import { SPEAKER_ROLES } from '../model/participant.js';
import { SENTIMENTS } from '../model/sentiment.js';
import { SESSION_STATES } from '../model/session.js';

// Vocabularies that a backend may extend are plain text here: an unknown modality, result or presence is shown as it is.

/** The furthest instant that a date can stand for. */
const FURTHEST_MS = 8.64e15;

export const id = v.string();
/** Server time in ms since the epoch. */
export const instant = v.pipe(v.number(), v.minValue(-FURTHEST_MS), v.maxValue(FURTHEST_MS));
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const participant = v.object({
  id,
  role: v.picklist(SPEAKER_ROLES),
  name: v.exactOptional(v.string()),
});

export const caller = v.object({
  name: v.exactOptional(v.string()),
  phone: v.exactOptional(v.string()),
  upn: v.exactOptional(v.string()),
  isAnonymous: v.exactOptional(v.boolean()),
});

export const customer = v.object({
  id: v.exactOptional(v.string()),
  name: v.exactOptional(v.string()),
  company: v.exactOptional(v.string()),
  email: v.exactOptional(v.string()),
  phone: v.exactOptional(v.string()),
});

export const parameter = v.variant('state', [
  v.object({ name: v.string(), state: v.picklist(['pending', 'empty']) }),
  v.object({ name: v.string(), state: v.literal('value'), value: v.string() }),
  v.object({ name: v.string(), state: v.literal('not-available'), reason: v.exactOptional(v.string()) }),
]);

const direction = v.picklist(['inbound', 'outbound', 'none']);
export const sentiment = v.picklist(SENTIMENTS);

export const afterCallWork = v.object({
  startedAt: instant,
  dueAt: v.exactOptional(instant),
  canFinishEarly: v.boolean(),
  canExtend: v.boolean(),
});

export const segment = v.object({
  id,
  speaker: participant,
  text: v.string(),
  isFinal: v.boolean(),
  offsetMs: v.exactOptional(instant),
  sentiment: v.exactOptional(sentiment),
  language: v.exactOptional(v.string()),
  isCorrected: v.exactOptional(v.boolean()),
});

const times = v.object({
  queued: v.exactOptional(instant),
  offered: v.exactOptional(instant),
  accepted: v.exactOptional(instant),
  connected: v.exactOptional(instant),
  ended: v.exactOptional(instant),
});

const failure = v.object({ action: v.picklist(['park', 'unpark', 'transfer']), reason: v.string(), at: instant });

/** One session. Lists and counters that are empty may be left out. */
export const session = v.object({
  id,
  serviceId: id,
  modality: v.string(),
  direction,
  state: v.picklist(SESSION_STATES),
  since: instant,
  parkedSince: v.exactOptional(instant),
  times: v.optional(times, {}),
  offerExpiresAt: v.exactOptional(instant),
  offerOutcome: v.exactOptional(v.picklist(['accepted', 'declined', 'missed', 'cancelled'])),
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
  unread: v.optional(count, 0),
  sentiment: v.exactOptional(sentiment),
  primaryCode: v.exactOptional(v.string()),
  secondaryCode: v.exactOptional(v.string()),
  tags: v.optional(v.array(v.string()), []),
  isSelected: v.optional(v.boolean(), false),
  transcriptUnavailable: v.exactOptional(v.string()),
});

export const offer = v.object({
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
});

export const usage = v.object({
  total: count,
  perModality: v.optional(
    v.object({
      'audio-video': v.exactOptional(count),
      im: v.exactOptional(count),
      email: v.exactOptional(count),
      external: v.exactOptional(count),
    }),
    {},
  ),
});
