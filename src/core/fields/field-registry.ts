import type { Configuration } from '../configuration/configuration.js';
import type { Session } from '../model/session.js';
import { ownIdOf } from '../model/source.js';
import { customerName } from '../rules/customer-name.js';
import { shown } from '../text/blank.js';
import type { Lookup } from './placeholders.js';

/** What fields are read from. */
export interface FieldSource {
  readonly session: Session;
  readonly configuration: Configuration | undefined;
  /** The signed-in agent. */
  readonly agentId: string | undefined;
  /** What the customer wrote first, where somebody has looked it up in the transcript. */
  readonly initialMessage?: string;
}

/** Where a field may appear: among the details of a session, in the URL of a context item, on a card. */
export type Surface = 'details' | 'context' | 'card';

/** What a value is, for whoever puts it into words. Moments are ISO 8601, the others words of a vocabulary. */
export type FieldKind = 'moment' | 'modality' | 'direction' | 'state' | 'sentiment' | 'result';

/** A system field, such as `Customer.FirstName`; its name is also the key of its label. */
export interface Field {
  readonly name: string;
  /** Other spellings: slugs of Customer Service workspace, and other names of the same group. */
  readonly aliases: readonly string[];
  readonly surfaces: readonly Surface[];
  readonly kind?: FieldKind;
  readonly read: (source: FieldSource) => string | undefined;
}

type More = Partial<Pick<Field, 'aliases' | 'surfaces' | 'kind'>>;

const EVERYWHERE: readonly Surface[] = ['details', 'context', 'card'];
/** What a customer has written does not belong into a URL, where logs and histories keep it. */
const NOT_IN_URLS: readonly Surface[] = ['details', 'card'];

const field = <const Name extends string>(name: Name, read: Field['read'], more: More = {}) => ({
  name,
  read,
  aliases: [],
  surfaces: EVERYWHERE,
  ...more,
});

const ofSession = <const Name extends string>(name: Name, read: (s: Session) => string | undefined, more?: More) =>
  field(name, ({ session }) => read(session), more);

const moment = <const Name extends string>(name: Name, key: keyof Session['times']) =>
  ofSession(name, ({ times }) => isoOf(times[key]), { kind: 'moment' });

/**
 * The system fields of Nimbus, as far as a session knows them, in the order of their groups. Caller is who technically
 * called or wrote, Customer who that was resolved to, Destination whom the agent called: they are never mixed.
 */
export const FIELDS = [
  ofSession('Customer.Id', ({ customer }) => customer?.id, { aliases: ['customerRecordId'] }),
  ofSession('Customer.DisplayName', ({ customer }) => customerName(customer), {
    aliases: ['customerName'],
  }),
  ofSession('Customer.FirstName', ({ customer }) => customer?.firstName),
  ofSession('Customer.LastName', ({ customer }) => customer?.lastName),
  ofSession('Customer.Company', ({ customer }) => customer?.company),
  ofSession('Customer.JobTitle', ({ customer }) => customer?.jobTitle),
  ofSession('Customer.Department', ({ customer }) => customer?.department),
  ofSession('Customer.Email', ({ customer }) => customer?.email),
  ofSession('Customer.PrimaryTelNumber', ({ customer }) => customer?.phone),
  ofSession('Customer.Upn', ({ customer }) => customer?.upn),
  ofSession('Customer.ImAddress', ({ customer }) => customer?.imAddress),
  ofSession('Customer.StreetAddress', ({ customer }) => customer?.street),
  ofSession('Customer.PostCode', ({ customer }) => customer?.postCode),
  ofSession('Customer.City', ({ customer }) => customer?.city),
  ofSession('Customer.State', ({ customer }) => customer?.state),
  ofSession('Customer.Country', ({ customer }) => customer?.country),
  ofSession('Caller.DisplayName', ({ caller }) => caller?.name),
  ofSession('Caller.TelNumber', ({ caller }) => caller?.phone),
  ofSession('Caller.Upn', ({ caller }) => caller?.upn),
  ofSession('Destination.DisplayName', (session) => customerName(calledBy(session))),
  ofSession('Destination.TelNumber', (session) => calledBy(session)?.phone),
  ofSession('Service.Id', ({ serviceId }) => serviceId, { aliases: ['queueId'] }),
  field('Service.Name', ({ session, configuration }) => configuration?.services.get(session.serviceId)?.name, {
    aliases: ['Service.DisplayName'],
  }),
  ofSession('Session.Id', ({ id, source }) => ownIdOf(source, id), { aliases: ['Task.Id'] }),
  ofSession('Session.Subject', ({ subject }) => subject, { aliases: ['caseTitle'] }),
  ofSession('Session.Modality', ({ modality }) => modality, { aliases: ['Task.Modality'], kind: 'modality' }),
  ofSession('Session.Direction', ({ direction }) => (direction === 'none' ? undefined : direction), {
    aliases: ['Task.Direction'],
    kind: 'direction',
  }),
  ofSession('Session.State', ({ state }) => state, { kind: 'state' }),
  ofSession('Session.Result', ({ result }) => result, { aliases: ['Task.Result'], kind: 'result' }),
  ofSession('Session.TransferTarget', ({ transferTarget }) => transferTarget),
  ofSession('Session.Sentiment', ({ sentiment }) => sentiment, { kind: 'sentiment' }),
  moment('Session.Queued', 'queued'),
  moment('Session.Offered', 'offered'),
  moment('Session.Accepted', 'accepted'),
  moment('Session.Connected', 'connected'),
  moment('Session.Ended', 'ended'),
  // The case is the integration's: it hands over the id as a parameter, under the one name or the other.
  ofSession('Case.Id', (session) => parametersOf(session)('CaseId'), { aliases: ['caseId'] }),
  field('User.Id', ({ session, agentId }) =>
    isTaken(session) && agentId !== undefined ? ownIdOf(session.source, agentId) : undefined,
  ),
  field('User.DisplayName', ({ session, configuration, agentId }) =>
    isTaken(session) ? configuration?.users.get(agentId ?? '')?.name : undefined,
  ),
  ofSession('Email.Subject', ({ subject, email, modality }) =>
    modality === 'email' ? (subject ?? email?.subject) : undefined,
  ),
  ofSession('Email.From', ({ email }) => email?.from.address),
  ofSession('Email.Body', ({ email }) => email?.text, { surfaces: NOT_IN_URLS }),
  ofSession('Im.VisitorLabel', ({ visitorLabel }) => visitorLabel),
  field(
    'Im.InitialMessage',
    ({ session, initialMessage }) => (session.modality === 'im' ? initialMessage : undefined),
    {
      surfaces: NOT_IN_URLS,
    },
  ),
] as const satisfies readonly Field[];

/** The names of system fields. */
export type FieldName = (typeof FIELDS)[number]['name'];

const BY_NAME: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((own: Field) => [own.name, ...own.aliases].map((name) => [name, own])),
);

/** The system field of a name or alias; undefined for what can only be a custom parameter. */
export const fieldOf = (name: string): Field | undefined => BY_NAME.get(name);

/**
 * Values of system fields and parameters by the names that templates use. A name that is no system field is a custom
 * parameter; so is a slug without a value, because integrations deliver slugs as parameters. A name with its group
 * (`Customer.Id`) is the system's alone.
 */
export function lookupIn(source: FieldSource, surface: Surface = 'context'): Lookup {
  const parameter = parametersOf(source.session);
  return (name) => {
    const own = fieldOf(name);
    if (!own) return parameter(name);
    if (!own.surfaces.includes(surface)) return undefined;
    return shown(own.read(source)) ?? (name.includes('.') ? undefined : parameter(name));
  };
}

/** The values of custom parameters; one that is pending, empty or not available has none. */
function parametersOf({ parameters }: Session): Lookup {
  const byName = new Map(parameters.map((own) => [own.name, own]));
  return (name) => {
    const own = byName.get(name);
    return own?.state === 'value' ? shown(own.value) : undefined;
  };
}

const calledBy = ({ direction, customer }: Session): Session['customer'] =>
  direction === 'outbound' ? customer : undefined;

/** Fields of the agent who handles a task have no value before somebody does. */
const isTaken = ({ state, offerOutcome = 'accepted' }: Session): boolean =>
  state !== 'offered' && (offerOutcome === 'accepted' || offerOutcome === 'assigned');

const FURTHEST_MS = 8.64e15;

const isoOf = (at: number | undefined): string | undefined =>
  at !== undefined && Math.abs(at) <= FURTHEST_MS ? new Date(at).toISOString() : undefined;
