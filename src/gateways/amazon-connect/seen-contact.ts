import type { Offer } from '../../core/events/session-event.js';
import type { KnownModality } from '../../core/model/modality.js';
import type { Parameter } from '../../core/model/parameter.js';
import type { Caller, Participant } from '../../core/model/participant.js';
import type { Direction, ExternalTask } from '../../core/model/session.js';
import { askedOf, fieldsOf, listOf, momentOf, ownOf, textOf } from './reading.js';
import type { ConnectConnection, ConnectContact } from './sdk.js';
import { serviceOf } from './services.js';
import type { ConnectServices } from './services.js';

/** Where a contact stands; `strange`: in a state that is not known here. */
export type Phase =
  'offered' | 'accepted' | 'active' | 'held' | 'parked' | 'missed' | 'declined' | 'failed' | 'ended' | 'strange';

/** What one snapshot of the platform says of a contact. */
export interface SeenContact {
  readonly contact: ConnectContact;
  readonly id: string;
  readonly type: string;
  readonly phase: Phase;
  /** The platform's word for its state. */
  readonly word: string;
  /** When it came into it, by the platform's clock. */
  readonly at: number | undefined;
  readonly offer: Offer;
}

const PHASES: Readonly<Record<string, Phase>> = {
  incoming: 'offered',
  pending: 'offered',
  connecting: 'offered',
  connected: 'active',
  paused: 'parked',
  missed: 'missed',
  rejected: 'declined',
  error: 'failed',
  ended: 'ended',
};

const MODALITIES: Readonly<Record<string, KnownModality>> = {
  voice: 'audio-video',
  queue_callback: 'audio-video',
  chat: 'im',
  email: 'email',
  task: 'external',
};

/** Reads a contact; throws where it has no id, type or state. */
export function seenContact(contact: ConnectContact, services: ConnectServices): SeenContact {
  const id = textOf(contact.getContactId());
  const type = textOf(contact.getType());
  const { type: state, timestamp } = fieldsOf(contact.getStatus());
  const word = textOf(state);
  if (id === undefined || type === undefined || word === undefined)
    throw new Error('a contact without id, type or state');
  const isCall = ownOf(MODALITIES, type) === 'audio-video';
  // Only calls are asked for their connections: to ask others starts their media.
  const connections = isCall ? (askedOf(() => listOf(contact.getConnections())) ?? []) : [];
  const sides = connections.map((one) => sideOf(one as ConnectConnection));
  return {
    contact,
    id,
    type,
    phase: phaseOf(ownOf(PHASES, word) ?? 'strange', contact, sides),
    word,
    at: momentOf(timestamp),
    offer: offerOf(contact, type, services, sides),
  };
}

/** A call stands where its sides do: it is on hold, or the agent is in it before the other side is. */
function phaseOf(phase: Phase, contact: ConnectContact, sides: readonly Side[]): Phase {
  if (phase === 'active')
    return sides.some(({ isCustomer, status }) => isCustomer && status === 'hold') ? 'held' : phase;
  const isOwn = sides.length > 0 && askedOf(() => contact.getInitiationMethod()) === 'outbound';
  const isIn = isOwn || sides.some(({ type, status }) => type === 'agent' && status === 'connected');
  return phase === 'offered' && isIn ? 'accepted' : phase;
}

/** One side of a call. */
interface Side {
  readonly who: Participant;
  readonly isCustomer: boolean;
  readonly type: unknown;
  readonly status: unknown;
  readonly phone: string | undefined;
}

function sideOf(connection: ConnectConnection): Side {
  const { name, phoneNumber } = fieldsOf(askedOf(() => connection.getEndpoint()));
  const [phone, type] = [textOf(phoneNumber), askedOf(() => connection.getType())];
  const shown = textOf(name) ?? phone;
  return {
    who: {
      id: textOf(askedOf(() => connection.getConnectionId())) ?? '',
      role: type === 'monitoring' ? 'supervisor' : 'colleague',
      ...(shown !== undefined && { name: shown }),
    },
    isCustomer: askedOf(() => connection.isInitialConnection()) === true,
    type,
    status: fieldsOf(askedOf(() => connection.getStatus())).type,
    phone,
  };
}

function offerOf(contact: ConnectContact, type: string, services: ConnectServices, sides: readonly Side[]): Offer {
  const values = valuesOf(contact);
  const queuedAt = momentOf(askedOf(() => contact.getQueueTimestamp()));
  const subject = textOf(askedOf(() => contact.getName()));
  const caller = callerOf(contact, sides);
  const modality = ownOf(MODALITIES, type) ?? type;
  const externalTask = modality === 'external' ? taskOf(contact) : undefined;
  return {
    serviceId: serviceOf(
      services,
      askedOf(() => contact.getQueue()),
      values,
    ),
    modality,
    direction: directionOf(contact, type),
    ...(queuedAt !== undefined && { queuedAt }),
    ...(subject !== undefined && { subject }),
    ...(caller && { caller }),
    ...(externalTask && { externalTask }),
    participants: othersOf(sides).map(({ who }) => who),
    parameters: [...values].map(([name, value]): Parameter => ({ name, state: 'value', value })),
    // It rings because the platform has room for it: it alone counts, by channel, and a task that is set aside is none.
    isForced: true,
  };
}

/** Who else is on the line and can be heard. Who listens to the call of another agent is the agent of it here. */
function othersOf(sides: readonly Side[]): readonly Side[] {
  const own = sides.some(({ type }) => type === 'agent') ? 'agent' : 'monitoring';
  const isHeard = (status: unknown): boolean => status !== 'disconnected' && status !== 'silent_monitor';
  return sides.filter(({ isCustomer, type, status }) => !isCustomer && type !== own && isHeard(status));
}

/** Attributes of the contact, of its segment, and references, by name; the first of a name counts. */
function valuesOf(contact: ConnectContact): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const add = (name: string | undefined, value: unknown): void => {
    const text = textOf(value);
    if (name !== undefined && text !== undefined && !values.has(name)) values.set(name, text);
  };
  for (const [key, attribute] of entriesOf(() => contact.getAttributes())) {
    const { name, value } = fieldsOf(attribute);
    add(textOf(name) ?? key, value);
  }
  for (const [name, attribute] of entriesOf(() => contact.getSegmentAttributes())) {
    // The types of the SDK spell it otherwise than its platform.
    const { ValueString, valueString } = fieldsOf(attribute);
    add(name, ValueString ?? valueString);
  }
  for (const [name, reference] of entriesOf(() => contact.getReferences())) add(name, fieldsOf(reference).value);
  return values;
}

const entriesOf = (ask: () => unknown): readonly (readonly [string, unknown])[] =>
  Object.entries(fieldsOf(askedOf(ask)));

function directionOf(contact: ConnectContact, type: string): Direction {
  if (type === 'task') return 'none';
  const method = textOf(askedOf(() => contact.getInitiationMethod()))?.toLowerCase();
  return type === 'queue_callback' || method === 'outbound' || method === 'callback' ? 'outbound' : 'inbound';
}

function callerOf(contact: ConnectContact, sides: readonly Side[]): Caller | undefined {
  const customer = sides.find(({ isCustomer }) => isCustomer);
  const { phoneNumber, displayName, address } = fieldsOf(askedOf(() => contact.getCustomerEndpoint?.()));
  const phone = customer?.phone ?? textOf(phoneNumber);
  const name = textOf(displayName) ?? textOf(address);
  return phone === undefined && name === undefined
    ? undefined
    : { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) };
}

function taskOf(contact: ConnectContact): ExternalTask | undefined {
  const description = textOf(askedOf(() => contact.getDescription()));
  const url = entriesOf(() => contact.getReferences())
    .map(([, reference]) => fieldsOf(reference))
    .flatMap(({ type, value }) => (type === 'URL' ? (textOf(value) ?? []) : []))[0];
  return description === undefined && url === undefined
    ? undefined
    : { ...(description !== undefined && { description }), ...(url !== undefined && { url }) };
}
