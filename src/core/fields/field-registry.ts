import type { Configuration } from '../configuration/configuration.js';
import type { Session } from '../model/session.js';
import type { Lookup } from './placeholders.js';

/** What fields are read from. */
export interface FieldSource {
  readonly session: Session;
  readonly configuration: Configuration | undefined;
  /** The signed-in agent. */
  readonly agentId: string | undefined;
}

/** Values of system fields and parameters by the names that templates use. */
export function lookupIn({ session, configuration }: FieldSource): Lookup {
  const { caller, customer } = session;
  const system = new Map<string, string | undefined>([
    ['Customer.Id', customer?.id],
    ['Customer.DisplayName', customer?.name],
    ['Customer.Company', customer?.company],
    ['Customer.Email', customer?.email],
    ['Customer.PrimaryTelNumber', customer?.phone],
    ['Caller.DisplayName', caller?.name],
    ['Caller.TelNumber', caller?.phone],
    ['Caller.Upn', caller?.upn],
    ['Service.Name', configuration?.services.get(session.serviceId)?.name],
    ['Session.Id', session.id],
  ]);
  return (name) => {
    if (system.has(name)) return system.get(name);
    const parameter = session.parameters.find((own) => own.name === name);
    return parameter?.state === 'value' ? parameter.value : undefined;
  };
}
