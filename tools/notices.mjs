// Writes THIRD-PARTY-NOTICES.md, which is published with the package and lies in dist/cdn, too: the licences of all that is
// built into dist. What that is, source maps say; the drawings of icons are copied before anything is built.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, root } from './files.mjs';

const NAME = 'THIRD-PARTY-NOTICES.md';

const nameIn = (source) =>
  /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ??
  /(?:^|\/)dist\/vendor\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1];

function builtIn() {
  const sources = filesUnder('dist', /\.js\.map$/).flatMap((path) => [
    path,
    ...JSON.parse(readFileSync(join(root, path), 'utf8')).sources,
  ]);
  const names = sources.map(nameIn).filter((name) => name !== undefined);
  // The compiler adds what it needs (dist/helpers).
  return [...new Set([...names, 'rolldown', 'lucide'])].sort();
}

function noticeOf(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:[.-]|$)/i.test(entry));
  if (!file || !license) throw new Error(`${name} ${version} is built in, and comes without a licence.`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trimEnd();
  return `## ${name} ${version} (${license})\n\n${text.replaceAll(/^(?=.)/gm, '    ')}\n`;
}

const page = [
  '# What is built in of others',
  '',
  'In `dist` without `dist/cdn` these are only Leaflet, the wrapper of Lit for React, the drawings of Lucide and helpers of the compiler; all else is installed beside it.',
  '',
  ...builtIn().map(noticeOf),
].join('\n');

for (const folder of ['', 'dist/cdn'].filter((path) => existsSync(join(root, path))))
  writeFileSync(join(root, folder, NAME), page);
