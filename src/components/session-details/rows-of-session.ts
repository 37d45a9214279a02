import type { Service } from '../../core/configuration/configuration.js';
import { fieldOf, lookupIn } from '../../core/fields/field-registry.js';
import type { FieldKind, FieldSource } from '../../core/fields/field-registry.js';
import type { Parameter } from '../../core/model/parameter.js';
import type { Session } from '../../core/model/session.js';
import { customerName } from '../../core/rules/customer-name.js';
import { isBlank } from '../../core/text/blank.js';
import { en } from '../../localize/en.js';
import { directionWords } from '../../localize/en/directions.js';
import { resultWords } from '../../localize/en/outcomes.js';
import { sentimentWords } from '../../localize/en/sentiments.js';
import { sessionDetails } from '../../localize/en/session-details.js';
import { sessionWords, stateWords } from '../../localize/en/sessions.js';
import type { Localization } from '../../localize/localization.js';
import { wordFor } from '../../localize/words.js';

/** One line of the details. */
export interface DetailRow {
  /** Unique among the rows of a session. */
  readonly key: string;
  readonly label: string;
  /** Empty in every other state than `value`. */
  readonly value: string;
  readonly state: Parameter['state'];
  /** Why it is not available. */
  readonly reason?: string;
  /** Whether an integration fills it in, perhaps late. */
  readonly isEnriched?: boolean;
  /** Whether it is left out while it has no value, whatever the service chose for empty values. */
  readonly isOptional?: boolean;
  /** Whether its line is there before its value is, so that it moves nothing when it comes. */
  readonly isKept?: boolean;
}

export type DetailSettings = Service['extensions']['sessionDetails'];

/** Who, by which service, since when and how it ended: what every session shows as far as it is known (Nimbus). */
export function factRows(session: Session, serviceName: string, now: number, localization: Localization): DetailRow[] {
  const { strings, formatMoment, formatDuration } = localization;
  const words = strings['session-details'] ?? sessionDetails;
  const { caller, customer, times, visitorLabel, result, transferTarget } = session;
  const moment = (at: number | undefined): string | undefined => (at === undefined ? undefined : formatMoment(at, now));
  const between = (from: number | undefined, to: number | undefined): string | undefined =>
    from === undefined || to === undefined ? undefined : formatDuration(Math.max(0, to - from));
  const ringsUntil = times.accepted ?? (session.state === 'ended' ? times.ended : undefined);
  const values = {
    caller: caller?.isAnonymous ? (strings.session ?? sessionWords).anonymous : caller?.name,
    phone: caller?.phone,
    upn: caller?.upn,
    customer: customerName(customer) ?? visitorLabel,
    service: serviceName,
    queued: moment(times.queued),
    waited: between(times.queued, times.offered),
    ringing: between(times.offered, ringsUntil),
    connected: moment(times.connected),
    ended: moment(times.ended),
    duration: between(times.connected, times.ended),
    result,
    transferTarget,
  } satisfies Partial<Record<keyof typeof words, string | undefined>>;
  return Object.entries(values).map(([key, value = '']) => ({
    key,
    label: words[key as keyof typeof values],
    value,
    state: isBlank(value) ? 'empty' : 'value',
    isOptional: true,
    isKept: times.connected !== undefined && AT_THE_END.has(key),
  }));
}

/** What is known of every conversation when it is over. */
const AT_THE_END: ReadonlySet<string> = new Set(['ended', 'duration', 'result']);

/** What `factRows` shows already. */
const ALWAYS_SHOWN: ReadonlySet<string> = new Set([
  'Caller.DisplayName',
  'Caller.TelNumber',
  'Caller.Upn',
  'Customer.DisplayName',
  'Service.Name',
  'Session.Queued',
  'Session.Connected',
  'Session.Ended',
  'Session.Result',
  'Session.TransferTarget',
]);

const USUAL_FIELDS: readonly string[] = [
  'Customer.Company',
  'Customer.Email',
  'Session.Subject',
  'Session.Modality',
  'Session.Direction',
  'Session.Sentiment',
];

/** The system fields that the service chose, in its order; otherwise the usual ones, as far as they have a value. */
export function fieldRows(
  source: FieldSource,
  fields: DetailSettings['fields'],
  now: number,
  localization: Localization,
): DetailRow[] {
  const lookup = lookupIn(source, 'details');
  const names = new Set((fields ?? USUAL_FIELDS).map((name) => fieldOf(name)?.name ?? name));
  return [...names].flatMap((name): DetailRow[] => {
    if (ALWAYS_SHOWN.has(name)) return [];
    const field = fieldOf(name);
    if (!field) return [parameterRow(source.session, name)];
    const words = (localization.strings['session-details'] ?? sessionDetails).fields;
    const isEnriched = name.startsWith('Customer.');
    const row = { key: `field ${name}`, label: wordFor(words, name), value: '', isEnriched };
    const value = lookup(name);
    if (value !== undefined) return [{ ...row, value: inWords(field.kind, value, now, localization), state: 'value' }];
    const isForgotten = isEnriched && isNotKept(source.session);
    return [
      {
        ...row,
        state: isForgotten ? 'not-available' : 'empty',
        isOptional: fields === undefined,
        isKept: name === 'Session.Sentiment' && isMoodTold(source),
      },
    ];
  });
}

/** Where moods count for something, the first one comes in the middle of the conversation. */
const isMoodTold = ({ session, configuration }: FieldSource): boolean =>
  session.times.connected !== undefined && configuration?.sentimentThreshold !== undefined;

/** The parameters that the service chose, in its order. */
export const parameterRows = (session: Session, chosen: readonly string[]): DetailRow[] =>
  [...new Set(chosen)].map((name) => parameterRow(session, name));

/**
 * One that has not been heard of yet is expected; but nothing arrives any more for a session that is over: where its data
 * was kept it has no value, otherwise nobody knows.
 */
function parameterRow(session: Session, name: string): DetailRow {
  const parameter = session.parameters.findLast((own) => own.name === name) ?? { name, state: 'pending' };
  const row = { key: `parameter ${name}`, label: labelOf(name), value: '', isEnriched: true };
  switch (parameter.state) {
    case 'value':
      return { ...row, value: parameter.value, state: isBlank(parameter.value) ? 'empty' : 'value' };
    case 'empty':
      return { ...row, state: 'empty' };
    case 'pending':
      if (session.state !== 'ended') return { ...row, state: 'pending' };
      return { ...row, state: session.contextRecord?.isStored ? 'empty' : 'not-available' };
    case 'not-available': {
      // Why nothing was kept is said once, below all rows.
      const { reason } = parameter;
      return { ...row, state: 'not-available', ...(reason === undefined || isNotKept(session) ? {} : { reason }) };
    }
  }
}

const isNotKept = ({ contextRecord }: Session): boolean => contextRecord?.isStored === false;

/** The words of a parameter's name: `RelationshipManager` reads "Relationship Manager" (Nimbus). Other names stay. */
const labelOf = (name: string): string =>
  /^[A-Za-z][A-Za-z\d]*$/.test(name) ? name.replace(/([a-z\d])([A-Z])/g, '$1 $2') : name;

/** What the workspace's own words do not have. */
const WORDS = { ...en, state: stateWords, direction: directionWords, result: resultWords, sentiment: sentimentWords };

function inWords(
  kind: FieldKind | undefined,
  value: string,
  now: number,
  { strings, formatMoment }: Localization,
): string {
  if (kind === undefined) return value;
  return kind === 'moment' ? formatMoment(Date.parse(value), now) : wordFor(strings[kind] ?? WORDS[kind], value);
}
