// The code of the documentation, checked against the package as it is published: `npm run check:docs`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { filesUnder, root } from './files.mjs';

/** Pages whose code is for those who use the package. */
export const documents = () => [
  'README.md',
  ...filesUnder('docs', /^docs\/((?!site\/)|site\/pages\/)(.+\/)?[^/]+\.md$/),
];

const FENCE = /^( *)```(\w+)[^\n]*\n([\s\S]*?)^\1```$/gm;
const SCRIPT = /<script(?: [^>]*)?>([\s\S]*?)<\/script>/g;

/** What each language of a fence is compiled as; others are no code of ours. */
const COMPILED = { ts: 'ts', tsx: 'tsx', js: 'js', jsx: 'jsx', vue: 'js', svelte: 'js', html: 'js' };

/** Where a page without a bundler finds what others import by a name; see `tools/cdn.mjs`. */
const BESIDE = /(['"])\.\/my-sessions\/(\w+)\.js\1/g;
const namedAs = (name) => (name === 'core' ? 'my-sessions' : `my-sessions/gateways/${name}`);

/**
 * Every piece of code of a page that is compiled, as `{ name, path, text }`: a name that says where it stands, and as many empty
 * lines before the code as there are in the page, so that a complaint names the page's own line.
 */
export function codeOf(path, page = readFileSync(join(root, path), 'utf8')) {
  return [...page.matchAll(FENCE)].flatMap(({ 0: whole, 2: language, 3: body, index: at }, fence) => {
    const extension = COMPILED[language];
    if (!extension) return [];
    const start = at + whole.indexOf(body);
    const pieces =
      language === extension
        ? [{ code: body, from: start }]
        : [...body.matchAll(SCRIPT)].map(({ 0: script, 1: code, index }) => ({
            code,
            from: start + index + script.indexOf(code),
          }));
    return pieces.map(({ code, from }, count) => {
      const before = page.slice(0, from).split('\n').length - 1;
      const named = code.replaceAll(BESIDE, (_, quote, name) => `${quote}${namedAs(name)}${quote}`);
      const name = `${path.replaceAll('/', '__')}.${fence}-${count}.${extension}`;
      return { name, path, text: `${'\n'.repeat(before)}${named}\nexport {};\n` };
    });
  });
}

/** Tags of any framework: which properties they take is tested with the types of each. */
const STUBS = `
declare module 'any-jsx/jsx-runtime' {
  export const jsx: any, jsxs: any, Fragment: any;
  export namespace JSX {
    type Element = any;
    type ElementType = any;
    interface ElementChildrenAttribute { children: {} }
    interface IntrinsicElements { [tag: string]: any }
  }
}
`;

const OPTIONS = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  jsx: ts.JsxEmit.ReactJSX,
  jsxImportSource: 'any-jsx',
  strict: true,
  experimentalDecorators: true,
  allowJs: true,
  checkJs: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  noEmit: true,
};

/** What a page has that was loaded by another script of it. */
const LOADED = "import 'my-sessions/define';\nimport 'my-sessions';\n";

/** A name that a piece of code does not explain; a module that is not there. */
const UNKNOWN_NAMES = new Set([2304, 2552]);
const UNKNOWN_MODULES = new Set([2307, 7016]);

/**
 * What is wrong in pieces of code, as `path:line: sentence`. Scripts without types are read as an editor reads them, and names
 * in them that nobody explains are the host's, unless the package exports them: then an import is missing.
 */
export function complaintsAbout(pieces) {
  const isScript = ({ name }) => /\.jsx?$/.test(name);
  return [
    ...compile(
      pieces.filter((piece) => !isScript(piece)),
      OPTIONS,
    ),
    ...compile(pieces.filter(isScript), { ...OPTIONS, strict: false }, publicFiles()),
  ];
}

/** The declarations that the paths of the package lead to. In its patterns a star stands for the same name everywhere. */
function publicFiles() {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const patterns = Object.values(exports).flatMap(({ types }) => {
    if (!types) return [];
    const parts = types.slice('./'.length).replaceAll('.', '\\.').split('*');
    return [
      new RegExp(`^${parts.reduce((before, part, index) => `${before}${index === 1 ? '([^/]+)' : '\\1'}${part}`)}$`),
    ];
  });
  return filesUnder('dist')
    .filter((file) => patterns.some((pattern) => pattern.test(file)))
    .map((file) => join(root, file));
}

function namesExportedBy(files, program) {
  const checker = program.getTypeChecker();
  const symbols = files.map((file) => checker.getSymbolAtLocation(program.getSourceFile(file)));
  return new Set(
    symbols.flatMap((symbol) => (symbol ? checker.getExportsOfModule(symbol) : [])).map(({ name }) => name),
  );
}

/** @param ours where given: unknown names that none of these files exports are no fault */
function compile(pieces, options, ours) {
  const stubs = join(root, 'docs-stubs.d.ts');
  const loaded = join(root, 'docs-loaded.ts');
  const files = new Map([
    [stubs, STUBS],
    [loaded, LOADED],
    ...pieces.map(({ name, text }) => [join(root, name), text]),
  ]);
  const pathOf = new Map(pieces.map(({ name, path }) => [join(root, name), path]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, target, ...rest) =>
    files.has(name) ? ts.createSourceFile(name, files.get(name), target) : getSourceFile(name, target, ...rest);
  const program = ts.createProgram([...files.keys(), ...(ours ?? [])], options, host);
  const names = ours && namesExportedBy(ours, program);
  // What else a host has, installed or written, is the host's.
  const isOurs = ({ code, messageText }) => {
    const [, named = ''] = /'([^']+)'/.exec(ts.flattenDiagnosticMessageText(messageText, ' ')) ?? [];
    if (UNKNOWN_MODULES.has(code)) return /^my-sessions(\/|$)/.test(named);
    return !names || !UNKNOWN_NAMES.has(code) || names.has(named);
  };
  const diagnostics = ts.getPreEmitDiagnostics(program).filter(isOurs);
  return diagnostics.map(({ file, start, messageText }) => {
    const sentence = ts.flattenDiagnosticMessageText(messageText, ' ');
    if (!file) return sentence;
    const { line } = file.getLineAndCharacterOfPosition(start);
    return `${pathOf.get(file.fileName) ?? file.fileName}:${line + 1}: ${sentence}`;
  });
}
