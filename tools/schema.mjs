// Writes the JSON Schema of a service configuration; `--check` fails if the written one is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { runnerImport } from 'vite';
import { root } from './files.mjs';

const path = join(root, 'schema/configuration.schema.json');
const { module } = await runnerImport(join(root, 'src/core/configuration/schema.ts'), { configFile: false });
const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Configuration of My Sessions',
  ...toJsonSchema(module.configurationSchema, { typeMode: 'input' }),
};
const text = `${JSON.stringify(schema, null, 2)}\n`;

if (!process.argv.includes('--check')) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
} else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
  console.error('schema/configuration.schema.json is out of date: run `npm run schema`.');
  process.exitCode = 1;
}
