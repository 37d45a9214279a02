// What can be made wrong at one place of a program: from a node of its syntax tree to the texts that replace it.
import ts from 'typescript';

const { SyntaxKind: Kind } = ts;

/** A symbol for each that it is easily mistaken for. */
const MISTAKEN = new Map([
  [Kind.LessThanToken, '<='],
  [Kind.LessThanEqualsToken, '<'],
  [Kind.GreaterThanToken, '>='],
  [Kind.GreaterThanEqualsToken, '>'],
  [Kind.EqualsEqualsEqualsToken, '!=='],
  [Kind.ExclamationEqualsEqualsToken, '==='],
  [Kind.PlusToken, '-'],
  [Kind.MinusToken, '+'],
  [Kind.AsteriskToken, '/'],
  [Kind.SlashToken, '*'],
  [Kind.PercentToken, '*'],
  [Kind.AmpersandAmpersandToken, '||'],
  [Kind.BarBarToken, '&&'],
  [Kind.PlusEqualsToken, '-='],
  [Kind.MinusEqualsToken, '+='],
]);
const MISTAKEN_METHODS = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
]);
/** A call of one of these can be left out of a chain. */
const LEFT_OUT = new Set(['filter', 'slice', 'toSorted', 'toReversed', 'trim', 'toLowerCase']);

const isText = (node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
const isNothing = (node) => ts.isIdentifier(node) && node.text === 'undefined';
const isBoolean = (node) => node.kind === Kind.TrueKeyword || node.kind === Kind.FalseKeyword;
const isNegation = (node) => ts.isPrefixUnaryExpression(node) && node.operator === Kind.ExclamationToken;

/** What has a mutation of its own that comes to the same as negating the condition or emptying the result. */
const isMutatedItself = (node) =>
  isBoolean(node) || isNegation(node) || (ts.isBinaryExpression(node) && MISTAKEN.has(node.operatorToken.kind));

function* binary(node, text) {
  const [left, right] = [text(node.left), text(node.right)];
  const operator = node.operatorToken;
  if (operator.kind === Kind.QuestionQuestionToken) {
    yield left;
    yield right;
    return;
  }
  const mistaken = MISTAKEN.get(operator.kind);
  const joinsTexts = operator.kind === Kind.PlusToken && (isText(node.left) || isText(node.right));
  if (mistaken && !joinsTexts) yield `${left} ${mistaken} ${right}`;
}

function* call(node, text) {
  const { expression: callee } = node;
  if (!ts.isPropertyAccessExpression(callee)) return;
  const name = callee.name.text;
  const mistaken = MISTAKEN_METHODS.get(name);
  const rest = text(node).slice(callee.name.end - node.getStart());
  if (mistaken) yield text(callee).slice(0, -name.length) + mistaken + rest;
  if (LEFT_OUT.has(name)) yield text(callee.expression);
}

function* literal(node) {
  if (node.kind === Kind.TrueKeyword) yield 'false';
  if (node.kind === Kind.FalseKeyword) yield 'true';
  if (ts.isNumericLiteral(node)) {
    const value = Number(node.text.replaceAll('_', ''));
    // One more of a hundred bytes or a thousand milliseconds is no mistake that anybody could notice.
    yield value >= 100 ? String(value * 2) : String(value + 1);
    if (value > 0) yield value >= 100 ? String(value / 2) : `(${String(value - 1)})`;
  }
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) yield '[]';
  if (ts.isObjectLiteralExpression(node) && node.properties.length > 0) yield '({})';
  // What has a space is for people to read.
  if (ts.isStringLiteral(node) && !/\s/.test(node.text)) yield node.text === '' ? "'changed'" : "''";
  if (ts.isTemplateExpression(node) && !/\s/.test(node.head.text + node.templateSpans.map((span) => span.literal.text)))
    yield "''";
}

/** The conditions of `if`, `while` and `?:`, by the node that holds them. */
const conditionOf = (parent) =>
  ts.isIfStatement(parent) || ts.isWhileStatement(parent)
    ? parent.expression
    : ts.isConditionalExpression(parent)
      ? parent.condition
      : undefined;

const resultOf = (parent) =>
  ts.isReturnStatement(parent) || ts.isArrowFunction(parent)
    ? (parent.expression ?? (ts.isBlock(parent.body ?? parent) ? undefined : parent.body))
    : undefined;

/** Chains are replaced whole: a part of one on its own would lose what the rest is called on. */
const isPartOfChain = ({ parent }, node) =>
  (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isCallExpression(parent)) &&
  parent.expression === node;

const chainTokens = (node) => {
  const tokens = [];
  for (let part = node; part; part = part.expression) if (part.questionDotToken) tokens.push(part.questionDotToken);
  return tokens;
};

function* chain(node, text) {
  if (!ts.isOptionalChain(node) || isPartOfChain(node, node)) return;
  for (const token of chainTokens(node)) {
    const at = token.getStart() - node.getStart();
    const next = text(node)[at + 2];
    yield text(node).slice(0, at) + (next === '[' || next === '(' ? '' : '.') + text(node).slice(at + 2);
  }
}

/** Every text that can stand in place of an expression, each a program that still runs. */
export function* mistakesIn(node, text) {
  yield* literal(node);
  if (ts.isBinaryExpression(node)) yield* binary(node, text);
  if (ts.isCallExpression(node)) yield* call(node, text);
  if (isNegation(node)) yield text(node.operand);
  yield* chain(node, text);
  if (conditionOf(node.parent) === node && !isMutatedItself(node)) yield `!(${text(node)})`;
  if (resultOf(node.parent) === node && !isMutatedItself(node) && !isNothing(node) && !isText(node)) yield 'undefined';
}

/** Whether a statement only does something, so that it can be left out. */
export function canBeLeftOut(node) {
  if (!ts.isExpressionStatement(node)) return false;
  const done = ts.isAwaitExpression(node.expression) ? node.expression.expression : node.expression;
  if (ts.isCallExpression(done)) return done.expression.kind !== Kind.SuperKeyword;
  if (ts.isBinaryExpression(done))
    return done.operatorToken.kind >= Kind.FirstAssignment && done.operatorToken.kind <= Kind.LastAssignment;
  return ts.isDeleteExpression(done) || ts.isPostfixUnaryExpression(done);
}
