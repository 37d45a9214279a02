// What hosts write compiles, and what they must not write does not: every file of test/hosts has lines that have to fail.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import ts from 'typescript';
import { elementTags, filesUnder, root } from '../../tools/files.mjs';
import { parsingOnce } from '../../tools/parsed-once.mjs';

const hosts = join(root, 'test/hosts');
const { config } = ts.readConfigFile(join(hosts, 'tsconfig.json'), ts.sys.readFile);

/** What the compiler says of files of test/hosts. The libraries that all of them read are parsed once. */
function complaintsOn(files, settings = {}) {
  const { options, errors } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, ...settings }, hosts);
  assert.deepEqual(errors, []);
  const program = ts.createProgram(
    files.map((file) => join(hosts, file)),
    options,
    parsingOnce(options),
  );
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const { line } = file?.getLineAndCharacterOfPosition(start) ?? { line: -1 };
    return `${file?.fileName}:${line + 1} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

const react18 = {
  react: ['../../node_modules/@types/react-18/index.d.ts'],
  'react/*': ['../../node_modules/@types/react-18/*'],
};

describe('types for hosts', { timeout: 300_000 }, () => {
  it('come with whatever defines an element', () => {
    assert.deepEqual(complaintsOn(['page.ts'], { skipLibCheck: false }), []);
    const bare = filesUnder('dist', /^dist\/(define|components\/[^/]+\/[^/]+\.define)\.d\.ts$/).filter(
      (path) => !/types\/elements\.js';/.test(readFileSync(join(root, path), 'utf8')),
    );
    assert.deepEqual(bare, []);
  });

  it('know every element', () => {
    const text = readFileSync(join(root, 'dist/types/elements.d.ts'), 'utf8');
    assert.deepEqual(
      [...text.matchAll(/^ {2}'([^']+)': HostElement</gm)].map(([, tag]) => tag),
      elementTags(),
    );
  });

  it('let a gateway be written with public names alone', () => {
    assert.deepEqual(complaintsOn(['gateway.ts']), []);
    assert.deepEqual(complaintsOn(['gateway.ts'], { module: 'NodeNext', moduleResolution: 'NodeNext' }), []);
  });

  it('let a host’s own RxJS take what a store gives', () => {
    assert.deepEqual(complaintsOn(['rxjs.ts']), []);
  });

  for (const [version, settings] of Object.entries({ 19: {}, 18: { paths: react18 } }))
    it(`hold in JSX and in the components of React ${version}`, () => {
      assert.deepEqual(complaintsOn(['react.tsx', 'wrapped.tsx'], { jsx: 'react-jsx', ...settings }), []);
    });

  it('hold in JSX of Solid', () => {
    assert.deepEqual(complaintsOn(['solid.tsx'], { jsx: 'preserve', jsxImportSource: 'solid-js' }), []);
  });

  /** Runs a framework's own compiler, and answers with what it says where it fails. */
  const complaintsOf = (script, ...args) =>
    promisify(execFile)(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: hosts }).then(
      () => '',
      ({ stdout, stderr }) => `${stdout}${stderr}`,
    );

  it('hold in templates of Vue', async () => {
    assert.equal(await complaintsOf('vue-tsc/bin/vue-tsc.js', '--noEmit'), '');
  });

  it('hold in templates of Svelte, where no comment expects an error', async () => {
    const lines = readFileSync(join(hosts, 'Page.svelte'), 'utf8').split('\n');
    const mustFail = lines.flatMap((line, index) => (/<!-- must fail/.test(line) ? [index + 2] : []));
    const said = await complaintsOf(
      'svelte-check/bin/svelte-check',
      '--tsconfig',
      'tsconfig.json',
      '--output',
      'machine',
    );
    assert.deepEqual(
      [...said.matchAll(/ (?:ERROR|WARNING) "([^"]+)" (\d+):/g)].map(([, file, line]) => `${file}:${line}`),
      mustFail.map((line) => `Page.svelte:${line}`),
      said,
    );
  });
});
