// Whoever uses what the package exports can name its types: each type in an exported signature is exported, too, by the same
// path or by the package itself.
import { join, relative } from 'node:path';
import ts from 'typescript';
import { filesUnder, root } from './files.mjs';

const entry = join(root, 'dist/index.d.ts');
const entries = [
  entry,
  ...filesUnder('dist', /^dist\/(?:core|localize|gateways\/([^/]+)\/\1|server\/server)\.d\.ts$/).map((path) =>
    join(root, path),
  ),
];
const program = ts.createProgram(entries, {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  skipLibCheck: true,
});
const checker = program.getTypeChecker();

const itself = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
/** What is built in of RxJS has the names that its users know it by. */
const isOurs = ({ fileName }) => !/^(\.\.|vendor\b)/.test(relative(join(root, 'dist'), fileName));
const isHidden = (node) =>
  ts.canHaveModifiers(node) &&
  ts
    .getModifiers(node)
    ?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.ProtectedKeyword);
/** Only what a module declares for others counts: what is its own is a shorthand, and is read where it is used. */
const isDeclaration = (node) =>
  (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node)) &&
  ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function exportsOf(path) {
  const source = program.getSourceFile(path);
  if (!source) throw new Error(`${relative(root, path)} is missing: build first.`);
  return checker.getExportsOfModule(checker.getSymbolAtLocation(source)).map(itself);
}
const common = exportsOf(entry);
let known = new Set();
const missing = new Map();

function note(name, user) {
  const symbol = checker.getSymbolAtLocation(name);
  const type = symbol && itself(symbol);
  const declaration = type?.declarations?.find(isDeclaration);
  if (declaration && isOurs(declaration.getSourceFile()) && !known.has(type))
    missing.set(type, { user, file: relative(root, declaration.getSourceFile().fileName), name: type.name });
}

/** The types that a declaration names where others see them. A base class is no type that anybody is handed. */
function visit(node, user) {
  if (isHidden(node) || ts.isHeritageClause(node)) return;
  if (ts.isTypeReferenceNode(node)) note(node.typeName, user);
  else if (ts.isImportTypeNode(node) && node.qualifier) note(node.qualifier, user);
  ts.forEachChild(node, (child) => visit(child, user));
}

let count = 0;
for (const path of entries) {
  const exported = exportsOf(path);
  known = new Set([...common, ...exported]);
  count += exported.length;
  for (const symbol of exported)
    for (const declaration of symbol.declarations ?? [])
      if (isOurs(declaration.getSourceFile())) visit(declaration, `${symbol.name} in ${relative(root, path)}`);
}

for (const { name, file, user } of missing.values())
  console.log(`FAILED: ${name} (${file}) is in the signature of ${user}, and is not exported`);
if (missing.size > 0) process.exitCode = 1;
else console.log(`ok: ${count} exports of ${entries.length} paths name only types that are exported`);
