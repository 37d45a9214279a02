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
const SCRIPT = /<script(?: [^>]*)?>([\s\S]*?)<\/script>/;

/** What each language of a fence is compiled as; others are no code of ours. */
const COMPILED = { ts: 'ts', tsx: 'tsx', js: 'js', jsx: 'jsx', vue: 'js', svelte: 'js' };

/**
 * Every piece of code of a page that is compiled, as `{ name, text, line }`: a name that says where it stands, and as many empty
 * lines before the code as there are in the page, so that a complaint names the page's own line.
 */
export function codeOf(path, page = readFileSync(join(root, path), 'utf8')) {
  return [...page.matchAll(FENCE)].flatMap(([whole, , language, body], index) => {
    const extension = COMPILED[language];
    if (!extension) return [];
    const code = language === extension ? body : SCRIPT.exec(body)?.[1];
    if (code === undefined) return [];
    const at = page.indexOf(whole) + whole.indexOf(code);
    const before = page.slice(0, at).split('\n').length - 1;
    const text = `${'\n'.repeat(before)}${code}\nexport {};\n`;
    return [{ name: `${path.replaceAll('/', '__')}.${index}.${extension}`, path, text }];
  });
}

/** Frameworks that this repository does not install: their code is checked for what it asks of this package. */
const STUBS = `
declare module 'react' {
  export function useRef<T>(value: T): { current: any };
  export function useEffect(effect: () => void, on?: readonly unknown[]): void;
}
declare module '@angular/core' {
  export const CUSTOM_ELEMENTS_SCHEMA: unknown;
  export function Component(about: object): (constructor: unknown) => void;
}
declare module '@vitejs/plugin-vue' {
  export default function vue(options: object): unknown;
}
declare module 'any-jsx/jsx-runtime' {
  export const jsx: any, jsxs: any, Fragment: any;
  export namespace JSX {
    interface Element {}
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

/** A name that a piece of code does not explain. */
const UNKNOWN_NAMES = new Set([2304, 2552]);

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
    const [first, ...others] = types.slice('./'.length).replaceAll('.', '\\.').split('*');
    return [
      new RegExp(`^${[first, ...others].join('\u0000').replace('\u0000', '([^/]+)').replaceAll('\u0000', '\\1')}$`),
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
  const isOurs = ({ code, messageText }) =>
    !names ||
    !UNKNOWN_NAMES.has(code) ||
    names.has(/'([^']+)'/.exec(ts.flattenDiagnosticMessageText(messageText, ' '))?.[1]);
  const diagnostics = ts.getPreEmitDiagnostics(program).filter(isOurs);
  return diagnostics.map(({ file, start, messageText }) => {
    const sentence = ts.flattenDiagnosticMessageText(messageText, ' ');
    if (!file) return sentence;
    const { line } = file.getLineAndCharacterOfPosition(start);
    return `${pathOf.get(file.fileName) ?? file.fileName}:${line + 1}: ${sentence}`;
  });
}
