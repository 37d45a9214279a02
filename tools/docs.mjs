// The documentation site: `npm run docs` builds and serves it, `build-docs` builds it, `test:docs` builds and tests it.
import { execSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { filesUnder, root } from './files.mjs';
import { ensureDependencies } from './setup.mjs';

const SITE = join(root, 'docs/site');

/** Runs a program of Node's, and rejects when it fails. */
async function run(...args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${args[0]} failed.`);
}

const program = (folder, path) => join(folder, 'node_modules', path);
const vitepress = (...args) => run(program(SITE, 'vitepress/bin/vitepress.js'), ...args);

async function build() {
  ensureDependencies();
  ensureDependencies(SITE);
  await run(program(root, '@custom-elements-manifest/analyzer/cem.js'), 'analyze');
  await vitepress('build', SITE);
}

/** The pages, and what the documents begin with, which stands on the package as it is published. */
async function test() {
  execSync('npm run build', { cwd: root, stdio: 'inherit' });
  await run('--test', '--test-concurrency=1', ...filesUnder('docs/site/test', /\.test\.mjs$/));
}

const [task = 'serve'] = process.argv.slice(2);
try {
  await build();
  if (task === 'serve') await vitepress('preview', SITE, '--port', process.env.PORT ?? '4173');
  if (task === 'test') await test();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
