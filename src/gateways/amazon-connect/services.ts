import { fieldsOf, ownOf, textOf } from './reading.js';

/** To which services of the configuration contacts belong. */
export interface ConnectServices {
  /** The id of the service of all contacts that nothing else is said of. */
  readonly default: string;
  /** Ids of services by the ARN or the name of a queue. */
  readonly queues?: Readonly<Record<string, string>>;
  /** Ids of services by the name of an attribute of the contact, and by its value. It goes before the queue. */
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The service of a contact by its queue, as `getQueue` tells it, and its attributes. */
export function serviceOf(
  { default: usual, queues = {}, attributes = {} }: ConnectServices,
  queue: unknown,
  values: ReadonlyMap<string, string>,
): string {
  for (const [name, services] of Object.entries(attributes)) {
    const service = ownOf(services, values.get(name));
    if (service !== undefined) return service;
  }
  const { queueARN, name } = fieldsOf(queue);
  return ownOf(queues, textOf(queueARN)) ?? ownOf(queues, textOf(name)) ?? usual;
}
