// Where a file can be made wrong. Nothing is said of types, of imports, and of texts that only people read.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../files.mjs';
import { canBeLeftOut, mistakesIn } from './operators.mjs';

/** Who is told in words; what is said is nobody's behaviour. */
const TOLD = /^(logger|console|this\.#?logger|#logger)\b|\b(logger|console)\??\.(warn|error)$|Error$/;
const isSaying = (node) =>
  (ts.isCallExpression(node) || ts.isNewExpression(node)) && TOLD.test(node.expression.getText());

const isSkipped = (node) =>
  ts.isTypeNode(node) ||
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isDecorator(node) ||
  ts.isTaggedTemplateExpression(node) ||
  ts.isHeritageClause(node) ||
  isSaying(node) ||
  isName(node) ||
  // how long something takes or how much is kept is a choice, not a rule
  (ts.isVariableDeclaration(node) && /_(MS|BYTES)$/.test(node.name.getText()));

/** What `Symbol.for` is given only tells one key from the others. */
const isName = ({ parent }) => ts.isCallExpression(parent ?? {}) && parent.expression.getText() === 'Symbol.for';

/**
 * A name is no expression, and a chain that is a part of another has no meaning of its own. Without the name of a module
 * nothing can be built.
 */
const isReplaceable = (node) => {
  const { parent } = node;
  if (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword) return false;
  if (parent.name === node || ts.isComputedPropertyName(parent)) return false;
  const isCallee = ts.isCallExpression(parent) && parent.expression === node;
  return !isCallee && !(ts.isBinaryExpression(parent) && parent.left === node && isAssignment(parent));
};
const isAssignment = ({ operatorToken: { kind } }) =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

/** What lies inside of an optional chain is replaced with the chain, so that the rest of it still has its end. */
const isInsideChain = (node) =>
  ts.isOptionalChain(node.parent) && node.parent.expression === node && node.parent.questionDotToken === undefined;

/**
 * Every mutation of a file: `{ file, line, start, end, isStatement, original, replacement }`, positions in characters.
 * A statement's replacement is empty.
 */
export function mutationsOf(file) {
  const code = readFileSync(join(root, file), 'utf8');
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.ES2022, true);
  const text = (node) => code.slice(node.getStart(source), node.end);
  const found = [];
  const add = (node, replacement, isStatement = false) => {
    const start = node.getStart(source);
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    found.push({ file, line, start, end: node.end, isStatement, original: text(node), replacement });
  };

  const visit = (node) => {
    if (isSkipped(node)) return;
    if (ts.isExpressionStatement(node) && isSaying(node.expression)) return;
    if (canBeLeftOut(node)) add(node, '', true);
    else if (node.parent && isReplaceable(node) && !isInsideChain(node) && !ts.isStatement(node))
      for (const replacement of new Set(mistakesIn(node, text))) add(node, replacement);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return found;
}
