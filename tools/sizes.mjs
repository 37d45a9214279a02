// Prints what pages fetch and what an installation takes, and writes it down: docs/sizes.md. After `npm run build`.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { partsOf } from './cdn-parts.mjs';
import { root } from './files.mjs';

const read = (path) => readFileSync(join(root, path));

function rowOf(what, ...names) {
  const parts = names.map(partsOf);
  const [files, bytes] = ['files', 'bytes'].map((key) => parts.reduce((sum, part) => sum + part[key], 0));
  return `| ${what} | ${files} | ${(bytes / 1000).toFixed(1)} kB |`;
}

const options = {
  cwd: root,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
  shell: process.platform === 'win32',
};
const [pack] = Object.values(
  JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { ...options, maxBuffer: 2 ** 24 }),
  ),
);
const { packages } = JSON.parse(read('package-lock.json').toString());
const installed = Object.entries(packages).filter(
  ([path, { dev, optional, peer, devOptional }]) => path !== '' && !dev && !optional && !peer && !devOptional,
);

const page = `# Sizes

Written by \`npm run sizes\` after a build. Tests hold the bounds: \`tools/check-dist.mjs\`, \`test/node/package.test.mjs\`.

| a page without a bundler (\`dist/cdn\`) | files | gzip |
| --- | --- | --- |
${rowOf('the first load', 'my-sessions.js')}
${rowOf('the first load with the HTTP gateway', 'my-sessions.js', 'http.js')}
${['http', 'simulator', 'replay', 'core'].map((name) => rowOf(`beside it: \`${name}.js\``, `${name}.js`)).join('\n')}

| the package | |
| --- | --- |
| as it is fetched | ${(pack.size / 1e6).toFixed(1)} MB |
| unpacked | ${(pack.unpackedSize / 1e6).toFixed(1)} MB |
| packages that are installed, with itself | ${installed.length + 1} |
`;
const path = join(root, 'docs/sizes.md');
const text = await format(page, { ...(await resolveConfig(path)), parser: 'markdown' });
writeFileSync(path, text);
console.log(text);
