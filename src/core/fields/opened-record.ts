import type { RecordKind } from '../configuration/configuration.js';
import type { Parameter } from '../model/parameter.js';
import type { Customer } from '../model/participant.js';
import type { OpenedRecord, RecordToOpen } from '../model/record.js';
import { recordSessionId } from '../rules/records.js';
import { fieldOf, lookupIn } from './field-registry.js';
import type { FieldSource } from './field-registry.js';

/**
 * What is opened, as a session: its service is its kind.
 *
 * @param kind as the configuration knows it; without it nothing is known of it but what is said
 * @param since when it was opened, in ms since the epoch
 */
export function openedRecord(record: RecordToOpen, kind: RecordKind | undefined, since: number): OpenedRecord {
  const { recordId, title, customer, parameters = {}, source } = record;
  const given = new Map(Object.entries(parameters));
  const from = kind?.idFrom;
  const field = fieldOf(from ?? '')?.name;
  // Where the addresses of its pages look for it.
  if (from !== undefined && field === undefined) given.set(from, recordId);
  if (field === 'Case.Id') given.set('CaseId', recordId);
  const known = field === 'Customer.Id' ? { ...customer, id: recordId } : customer;
  return {
    serviceId: record.kind,
    modality: 'record',
    direction: 'none',
    state: 'opened',
    since,
    times: {},
    title,
    ...(source && { source }),
    ...(known && { customer: known }),
    participants: [],
    parameters: Array.from(given, ([name, value]) => ({ name, state: 'value', value })),
    unread: 0,
    tags: [],
    isSelected: false,
  };
}

/** A record that was stored, by whatever version of the kit; undefined where it is none. */
export function readOpenedRecord(stored: unknown): OpenedRecord | undefined {
  const { serviceId, since, title, source, customer, parameters } = (stored ?? {}) as Partial<
    Record<keyof OpenedRecord, unknown>
  >;
  if (typeof serviceId !== 'string' || typeof title !== 'string' || !Number.isFinite(since)) return undefined;
  const values = Array.isArray(parameters) ? parameters.flatMap(readValue) : [];
  return openedRecord(
    {
      kind: serviceId,
      recordId: '',
      title,
      parameters: Object.fromEntries(values),
      ...(typeof source === 'string' && { source }),
      ...(typeof customer === 'object' && customer && { customer: readCustomer(customer) }),
    },
    undefined,
    since as number,
  );
}

function readValue(parameter: unknown): readonly (readonly [string, string])[] {
  const { name, value } = (parameter ?? {}) as Readonly<Record<string, unknown>>;
  return typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [];
}

const readCustomer = (customer: object): Customer =>
  Object.fromEntries(Object.entries(customer).filter(([, value]) => typeof value === 'string'));

/** The records that a session leads to, in the order of the configuration: those whose id it has, but for itself. */
export function recordsIn(source: FieldSource): readonly RecordToOpen[] {
  const { session, configuration } = source;
  const lookup = lookupIn(source);
  return [...(configuration?.records.values() ?? [])].flatMap(({ id: kind, name, idFrom, titleFrom }) => {
    const recordId = idFrom === undefined ? undefined : lookup(idFrom);
    if (recordId === undefined) return [];
    const record = {
      kind,
      recordId,
      title: (titleFrom === undefined ? undefined : lookup(titleFrom)) ?? `${name} ${recordId}`,
      parameters: Object.fromEntries(session.parameters.flatMap(valueOf)),
      ...(session.customer && { customer: session.customer }),
      ...(session.source !== undefined && { source: session.source }),
    };
    return recordSessionId(record) === session.id ? [] : [record];
  });
}

const valueOf = (parameter: Parameter): readonly (readonly [string, string])[] =>
  parameter.state === 'value' ? [[parameter.name, parameter.value]] : [];
