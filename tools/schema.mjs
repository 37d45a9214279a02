// Writes the JSON Schemas of a service configuration and of the wire contract; `--check` fails if one that is written is
// out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './files.mjs';
import { configurationSchemas, contractSchemas } from './published-schemas.mjs';

const load = async (path) => (await runnerImport(join(root, 'src', path), { configFile: false })).module;

for (const [file, text] of [...(await configurationSchemas(load)), ...(await contractSchemas(load))]) {
  const path = join(root, file);
  if (!process.argv.includes('--check')) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`${file} is out of date: run \`npm run schema\`.`);
    process.exitCode = 1;
  }
}
