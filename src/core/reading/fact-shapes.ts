import { SESSION_STATES } from '../model/session.js';
import type { Read } from './read-value.js';
import { code, list, object, only, text } from './read-value.js';
import { isTime, isWholeSegment } from './whole-segment.js';

// What facts hold, as anybody may say it. The same name is read alike wherever it stands, but for a few. The schemas of
// the contract (core/wire) say which stand where; a test holds the two together.

const READS = new Map<string, Read>();

const readOf = (key: string): Read | undefined => READS.get(key);

function readAs(read: Read, names: string): Read {
  for (const name of names.split(' ')) READS.set(name, read);
  return read;
}

const oneOf = (...words: readonly string[]): Read => only((value) => words.includes(value as string));

function objectOf(
  needs = '',
  otherwise: Readonly<Record<string, unknown>> = {},
  own: Readonly<Record<string, Read>> = {},
): Read {
  const reads = new Map(Object.entries(own));
  return object(reads.size === 0 ? readOf : (key) => reads.get(key) ?? READS.get(key), needs, otherwise);
}

/** A value that is blank or null is the answer that there is none; one that cannot be read is not to be had. */
function parameter(value: unknown, reader: Parameters<Read>[1]): unknown {
  const lost = reader.lost.length;
  const parts = parameterParts(value, reader) as { readonly name: string; readonly state: string } | undefined;
  if (parts?.state !== 'value' || 'value' in parts) return parts;
  return { name: parts.name, state: reader.lost.length === lost ? 'empty' : 'not-available' };
}

const parameterParts = objectOf('name state', {}, { state: oneOf('pending', 'value', 'empty', 'not-available') });

readAs(
  text,
  'type causedBy by sessionId userId agentId participantId segmentId itemId serviceId id role name phone upn firstName ' +
    'lastName company jobTitle department imAddress street postCode city country address subject html text mediaType ' +
    'url mailbox closedReason description reason status title issue resolution recap narrative primaryCode ' +
    'secondaryCode language sentiment delivery deliveryFailure modality direction visitorLabel offerOutcome value ' +
    'transferTarget target command result transcriptUnavailable presence chosen next nextReason cause path expected found',
);
readAs(code, 'primary secondary');
readAs(
  only((value) => typeof value === 'boolean'),
  'isAnonymous isFormatted takesTyping canFinishEarly canExtend isExtended isStored isFinal isCorrected isSelected isTranscribable ' +
    'isForced',
);
readAs(
  only(isTime),
  'at since parkedSince queued offered accepted connected ended queuedAt expiresAt offerExpiresAt dueAt startedAt ' +
    'sentAt closesAt until offsetMs',
);
const count = readAs(
  only((value) => Number.isSafeInteger(value) && (value as number) >= 0),
  'total version unread discarded size maxLength maxBytes maxCount im external audio-video',
);
readAs(oneOf('markdown'), 'format');
readAs(oneOf('park', 'unpark', 'transfer'), 'action');
readAs(list(text), 'tags typing types');
readAs(objectOf('types'), 'files');
readAs(list(readAs(objectOf('id', { role: '' }), 'participant speaker')), 'participants');
readAs(list(parameter), 'parameters');
readAs(objectOf(), 'caller messaging externalTask times parts');
readAs(objectOf('', {}, { email: text, state: text }), 'customer');
readAs(objectOf('', {}, { email: count }), 'perModality');
readAs(list(readAs(objectOf('address'), 'from')), 'to cc replyTo');
readAs(list(objectOf('id name')), 'attachments');
readAs(objectOf('from to'), 'email');
readAs(objectOf('startedAt canFinishEarly canExtend'), 'afterCallWork');
readAs(objectOf('status version', { parts: {} }), 'summary');
readAs(objectOf('version', { text: '' }), 'notes');
readAs(objectOf('', { tags: [] }), 'suggested');
readAs(list(objectOf('itemId url')), 'urls');
readAs(objectOf('isStored'), 'contextRecord');
readAs(list(readAs(objectOf('id speaker text isFinal'), 'segment'), isWholeSegment), 'segments');
readAs(objectOf('action reason at'), 'failure');
readAs(list(objectOf('command reason')), 'cannot');
readAs(objectOf('serviceId modality', { direction: 'none' }), 'offer');
readAs(objectOf('total', { perModality: {} }), 'usage');
/** Parsed by `parseConfiguration`, which is not for here to do again. */
readAs(
  only((value) => (value as { readonly services?: unknown }).services instanceof Map),
  'configuration',
);
/** Why a configuration cannot be used. */
export const problem = objectOf('path expected found', {}, { hint: text });
readAs(list(problem), 'problems');

const state = oneOf(...SESSION_STATES);
readAs(objectOf('state since', {}, { state }), 'before');

/** One session. Lists and counters that are empty may be left out. */
export const session = readAs(
  objectOf(
    'id serviceId modality state since',
    { direction: 'none', times: {}, participants: [], parameters: [], unread: 0, tags: [], isSelected: false },
    { state },
  ),
  'session',
);

/** A fact, or what stands in a snapshot like one. */
export const factWith = (needs: string): Read => objectOf(needs);
