import { toJsonSchema } from '@valibot/to-json-schema';

const schemaOf = (schema) => toJsonSchema(schema, { typeMode: 'input' });

/** An envelope of a known type has that type's data; of any other, any data. */
function eventSchema({ factSchemas, envelopeSchema }) {
  const known = factSchemas.map(schemaOf).map(({ $schema: _, ...schema }) => schema);
  const then = (schema) => ({ if: { properties: { type: schema.properties.type } }, then: schema });
  return { ...schemaOf(envelopeSchema), allOf: known.map(then) };
}

const textOf = (schema) => `${JSON.stringify(schema, null, 2)}\n`;

/**
 * The JSON Schemas of the wire contract, from a file's path to its text.
 *
 * @param load gives a module of `src`, by its path in there
 */
export async function contractSchemas(load) {
  const envelope = await load('core/wire/envelope-schemas.ts');
  const snapshot = await load('core/wire/snapshot-schemas.ts');
  const command = await load('core/wire/read-command.ts');
  const schemas = {
    snapshot: schemaOf(snapshot.snapshotSchema),
    fact: eventSchema(envelope),
    heartbeat: schemaOf(envelope.heartbeatSchema),
    reset: schemaOf(envelope.resetSchema),
    history: schemaOf(snapshot.historySchema),
    session: schemaOf(snapshot.pastSessionSchema),
    'work-items': schemaOf(snapshot.openItemsSchema),
    command: schemaOf(command.commandSchema),
  };
  const named = ([name, schema]) => [`docs/contract/${name}.schema.json`, textOf(schema)];
  return new Map(Object.entries(schemas).map(named));
}

/** As `contractSchemas`, of a service configuration. */
export async function configurationSchemas(load) {
  const { configurationSchema } = await load('core/configuration/schema.ts');
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of My Sessions',
    ...schemaOf(configurationSchema),
  };
  return new Map([['schema/configuration.schema.json', textOf(schema)]]);
}
