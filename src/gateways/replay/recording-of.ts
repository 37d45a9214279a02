import type { Modality } from '../../core/model/modality.js';
import type { Participant, SpeakerRole } from '../../core/model/participant.js';
import { SPEAKER_ROLES } from '../../core/model/participant.js';
import type { Sentiment } from '../../core/model/sentiment.js';
import { SENTIMENTS } from '../../core/model/sentiment.js';
import { shown } from '../../core/text/blank.js';
import type { RecordedMessage, Recording } from './recording.js';

type JsonObject = Readonly<Record<string, unknown>>;

/** What one parsed record turned out to be. A record with a few unusable messages has both. */
export interface RecordRead {
  readonly recording?: Recording;
  readonly reason?: string;
}

const MODALITY_WORDS: ReadonlyMap<string, Modality> = new Map([
  ...['audio', 'voice', 'call', 'phone', 'video', 'audio-video'].map((word) => [word, 'audio-video'] as const),
  ...['im', 'chat', 'message', 'messaging', 'instant-messaging', 'sms'].map((word) => [word, 'im'] as const),
  ...['email', 'mail', 'e-mail'].map((word) => [word, 'email'] as const),
  ...['external', 'task', 'external-task'].map((word) => [word, 'external'] as const),
]);

const ROLE_WORDS: ReadonlyMap<string, SpeakerRole> = new Map([
  ...SPEAKER_ROLES.map((role) => [role, role] as const),
  ...['operator', 'representative', 'advisor'].map((word) => [word, 'agent'] as const),
  ...['caller', 'client', 'user', 'visitor', 'guest'].map((word) => [word, 'customer'] as const),
  ...['assistant', 'ivr'].map((word) => [word, 'bot'] as const),
  ...['supervisor', 'expert'].map((word) => [word, 'colleague'] as const),
  // Said of anybody: nobody knows.
  ...['participant', 'speaker', 'unknown', 'other'].map((word) => [word, ''] as const),
]);

const FEW_KEYS = 5;

/**
 * Reads one record in the neutral shape: `id`, `modality`, `language`, `participants` with `id`, `role` and `name`, and
 * `messages` with `participantId`, `role`, `text`, `offsetMs`, `endMs`, `sentiment` and `lang`. Only `messages` with a
 * `text` each must be there; what else is in the record is ignored. Never throws.
 */
export function recordingOf(record: unknown, idOtherwise: string): RecordRead {
  if (!isObject(record)) return { reason: `a recording is an object, this is ${wordFor(record)}` };
  if (!Array.isArray(record.messages)) {
    const keys = Object.keys(record);
    const found = [...keys.slice(0, FEW_KEYS), ...(keys.length > FEW_KEYS ? ['…'] : [])].join(', ');
    return { reason: `"messages" must be a list (found ${found === '' ? 'no keys' : found})` };
  }
  const rows: readonly unknown[] = record.messages;
  const usable = rows.filter(hasText);
  if (usable.length === 0) return { reason: '"messages" holds no message with a text' };
  const speakerOf = castOf(record.participants, usable);
  const recording: Recording = {
    id: textOf(record.id) ?? idOtherwise,
    modality: modalityOf(record.modality),
    ...subjectOf(record),
    messages: usable.map((row) => messageOf(row, speakerOf(row), textOf(record.language))),
  };
  const lost = rows.length - usable.length;
  return lost === 0
    ? { recording }
    : { recording, reason: `${String(lost)} of ${String(rows.length)} messages have no text and are left out` };
}

const isObject = (candidate: unknown): candidate is JsonObject =>
  typeof candidate === 'object' && candidate !== null && !Array.isArray(candidate);

const hasText = (row: unknown): row is JsonObject => isObject(row) && textOf(row.text) !== undefined;

const textOf = (candidate: unknown): string | undefined =>
  typeof candidate === 'string' ? shown(candidate) : undefined;

const momentOf = (candidate: unknown): number | undefined =>
  typeof candidate === 'number' && Number.isFinite(candidate) && candidate >= 0 ? candidate : undefined;

const wordFor = (candidate: unknown): string =>
  candidate === null ? 'null' : Array.isArray(candidate) ? 'a list' : `a ${typeof candidate}`;

/** A word nobody knows stays as it is: such a session is shown generically. */
function modalityOf(candidate: unknown): Modality {
  const word = textOf(candidate)?.toLowerCase();
  return word === undefined ? 'im' : (MODALITY_WORDS.get(word) ?? word);
}

function subjectOf(record: JsonObject): { readonly subject?: string } {
  const subject = textOf(record.subject);
  return subject === undefined ? {} : { subject };
}

function messageOf(row: JsonObject, speaker: Participant, mainLanguage: string | undefined): RecordedMessage {
  const offsetMs = momentOf(row.offsetMs);
  const endMs = momentOf(row.endMs);
  const language = textOf(row.lang) ?? mainLanguage;
  const sentiment = sentimentOf(row.sentiment);
  return {
    speaker,
    text: textOf(row.text) ?? '',
    ...(offsetMs === undefined ? {} : { offsetMs }),
    ...(offsetMs === undefined || endMs === undefined || endMs < offsetMs ? {} : { endMs }),
    ...(sentiment === undefined ? {} : { sentiment }),
    ...(language === undefined ? {} : { language }),
  };
}

/** A word nobody knows stays as it is. */
function sentimentOf(candidate: unknown): Sentiment | undefined {
  const given = textOf(candidate);
  const word = given?.toLowerCase().replaceAll('_', '-');
  return SENTIMENTS.find((sentiment) => sentiment === word) ?? given;
}

/**
 * Who says a message. Of two people whose roles are not told the first to speak is the agent and the other the customer;
 * one beside an agent is the customer. In a larger company nobody knows who is to be served: a role that is no word of ours
 * stays as it is, and who has none stays nobody known.
 */
function castOf(participants: unknown, rows: readonly JsonObject[]): (row: JsonObject) => Participant {
  const listed = (Array.isArray(participants) ? participants : []).filter(isObject);
  const named = new Map(listed.map((participant) => [textOf(participant.id), participant]));
  const wordOf = (row: JsonObject): string =>
    textOf(row.role) ?? textOf(named.get(textOf(row.participantId))?.role) ?? '';
  const roleOf = (row: JsonObject): SpeakerRole => ROLE_WORDS.get(wordOf(row).toLowerCase()) ?? wordOf(row);
  const isTold = (row: JsonObject): boolean => (SPEAKER_ROLES as readonly string[]).includes(roleOf(row));
  const idOf = (row: JsonObject): string => textOf(row.participantId) ?? textOf(row.role) ?? 'unknown';
  const strangers = [...new Set(rows.filter((row) => !isTold(row)).map(idOf))];
  const known = new Set(rows.map(roleOf));
  const isOneOfTwo = !known.has('customer') && strangers.length === (known.has('agent') ? 1 : 2);
  return (row) => {
    const id = idOf(row);
    const part = id === strangers.at(-1) ? 'customer' : 'agent';
    const role = isOneOfTwo && !isTold(row) ? part : roleOf(row);
    const name = textOf(named.get(id)?.name);
    return { id, role, ...(name === undefined ? {} : { name }) };
  };
}
