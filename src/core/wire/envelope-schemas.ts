import * as v from 'valibot';
import type { WireFact } from './contract.js';
import { WIRE_VERSION } from './contract.js';
import {
  afterCallWork,
  caller,
  cannot,
  contextRecord,
  count,
  customer,
  delivery,
  email,
  externalTask,
  id,
  instant,
  messaging,
  notes,
  offer,
  offerOutcome,
  parameter,
  participant,
  presence,
  segment,
  sentiment,
  session,
  suggested,
  summary,
  typing,
  usage,
} from './model-schemas.js';
import { object } from './own-object.js';

/** One life of the log, in characters that need no escaping in a header, a URL or an event stream. */
export const epoch = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,64}$/));
export const version = v.literal(WIRE_VERSION);

const frame = {
  v: version,
  epoch,
  seq: count,
  prev: count,
  ts: instant,
  sessionId: v.exactOptional(id),
  causedBy: v.exactOptional(v.string()),
};

/** What every envelope has, whatever its type. */
export const envelopeSchema = object({
  ...frame,
  type: v.string(),
  data: v.record(v.string(), v.unknown()),
});

const fact = <const Type extends string, Entries extends v.ObjectEntries>(type: readonly Type[], data: Entries) =>
  object({ ...frame, type: v.picklist(type), data: object(data) });

const onSession = <const Type extends string, Entries extends v.ObjectEntries>(type: readonly Type[], data: Entries) =>
  object({ ...frame, type: v.picklist(type), sessionId: id, data: object(data) });

export const problem = object({
  path: v.string(),
  expected: v.string(),
  found: v.string(),
  hint: v.optional(v.string()),
});

/** Every fact that this version knows, as an envelope. The document of a configuration is read where it is used. */
export const factSchemas = [
  fact(['session.snapshot'], { session }),
  onSession(['session.offered'], { offer }),
  onSession(
    [
      'session.declined',
      'session.missed',
      'session.held',
      'session.resumed',
      'session.parking',
      'session.parked',
      'session.unparking',
      'session.unparked',
      'after-call-work.finished',
      'session.removed',
      'session.forgotten',
      'session.selected',
      'session.deselected',
    ],
    {},
  ),
  onSession(['session.accepted', 'session.connected'], { offerOutcome: v.exactOptional(offerOutcome) }),
  onSession(['session.park-failed', 'session.unpark-failed', 'session.transfer-failed'], { reason: v.string() }),
  onSession(['session.transferring'], { target: v.string() }),
  onSession(['session.ended'], {
    result: v.exactOptional(v.string()),
    offerOutcome: v.exactOptional(offerOutcome),
    afterCallWork: v.exactOptional(afterCallWork),
  }),
  onSession(['after-call-work.extended'], { dueAt: instant }),
  onSession(['caller.identified'], { caller }),
  onSession(['customer.identified'], { customer }),
  onSession(['participant.joined'], { participant }),
  onSession(['participant.left'], { participantId: id }),
  onSession(['parameters.changed'], { parameters: v.array(parameter) }),
  onSession(['sentiment.changed'], { sentiment }),
  onSession(['codes.chosen'], {
    primary: v.exactOptional(v.nullable(v.string())),
    secondary: v.exactOptional(v.nullable(v.string())),
  }),
  onSession(['tags.changed'], { tags: v.array(v.string()) }),
  onSession(['codes.suggested'], { suggested }),
  onSession(['summary.changed'], { summary }),
  onSession(['notes.changed'], { notes }),
  onSession(['messages.read'], { unread: count }),
  onSession(['controls.changed'], { cannot }),
  onSession(['typing.changed'], { typing }),
  onSession(['messaging.changed'], { messaging }),
  onSession(['email.received'], { email }),
  onSession(['external-task.changed'], { externalTask }),
  onSession(['context.recorded'], { contextRecord }),
  onSession(['transcript.appended'], { segments: v.array(segment) }),
  onSession(['transcript.corrected'], { segment }),
  onSession(['transcript.unavailable'], { reason: v.string() }),
  onSession(['transcript.eligibility-changed'], { isTranscribable: v.boolean() }),
  onSession(['message.delivery-changed'], { segmentId: id, delivery, reason: v.exactOptional(v.string()) }),
  fact(['presence.changed'], { userId: id, ...presence }),
  fact(['usage.reported'], { userId: id, usage }),
  fact(['configuration.loaded'], { configuration: v.record(v.string(), v.unknown()) }),
  fact(['configuration.rejected'], { problems: v.array(problem) }),
] as const;

/** A known fact in its envelope. */
export type KnownEnvelope = v.InferOutput<(typeof factSchemas)[number]>;

type NotOnTheWire = Exclude<WireFact['type'], KnownEnvelope['type']>;
type NotAFact = Exclude<KnownEnvelope['type'], WireFact['type']>;
/** Does not compile while a fact is missing above, or one is there that the core does not know. */
true satisfies [NotOnTheWire, NotAFact] extends [never, never] ? true : false;

export const heartbeatSchema = object({ v: version, epoch, head: count, ts: instant });

export const resetSchema = object({ v: version, reason: v.string() });
