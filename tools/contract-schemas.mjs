// Writes the JSON Schemas of the wire contract; `--check` fails if a written one is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { runnerImport } from 'vite';
import { root } from './files.mjs';

const folder = 'docs/contract';
const load = async (path) => (await runnerImport(join(root, 'src/core/wire', path), { configFile: false })).module;

const envelope = await load('envelope-schemas.ts');
const snapshot = await load('snapshot-schemas.ts');
const command = await load('read-command.ts');
const schemaOf = (schema) => toJsonSchema(schema, { typeMode: 'input' });

/** An envelope of a known type has that type's data; of any other, any data. */
function eventSchema() {
  const known = envelope.factSchemas.map(schemaOf).map(({ $schema: _, ...schema }) => schema);
  const then = (schema) => ({ if: { properties: { type: schema.properties.type } }, then: schema });
  return { ...schemaOf(envelope.envelopeSchema), allOf: known.map(then) };
}

const schemas = {
  snapshot: schemaOf(snapshot.snapshotSchema),
  fact: eventSchema(),
  heartbeat: schemaOf(envelope.heartbeatSchema),
  reset: schemaOf(envelope.resetSchema),
  history: schemaOf(snapshot.historySchema),
  session: schemaOf(snapshot.pastSessionSchema),
  'work-items': schemaOf(snapshot.openItemsSchema),
  command: schemaOf(command.commandSchema),
};

if (!process.argv.includes('--check')) mkdirSync(join(root, folder), { recursive: true });
for (const [name, schema] of Object.entries(schemas)) {
  const path = join(root, folder, `${name}.schema.json`);
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (!process.argv.includes('--check')) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`${folder}/${name}.schema.json is out of date: run \`npm run schema\`.`);
    process.exitCode = 1;
  }
}
