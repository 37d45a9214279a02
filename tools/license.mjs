// Writes `license` of package.json as the file LICENSE says, or UNLICENSED where there is none; `--check` fails if it says
// something else.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './files.mjs';
import { licenseOf } from './license-of.mjs';

const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt'].find((name) => existsSync(join(root, name)));
const wanted = licenseOf(file, file && readFileSync(join(root, file), 'utf8'));
const path = join(root, 'package.json');
const manifest = JSON.parse(readFileSync(path, 'utf8'));

if (!process.argv.includes('--check'))
  writeFileSync(path, `${JSON.stringify({ ...manifest, license: wanted }, null, 2)}\n`);
else if (manifest.license !== wanted) {
  console.error(`package.json says ${manifest.license}, and not ${wanted}: run \`npm run license\`.`);
  process.exitCode = 1;
}
