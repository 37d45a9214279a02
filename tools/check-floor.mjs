// Whether what is built runs in the oldest browsers that package.json names (`browserslist`): no syntax, no API and no
// CSS that one of them lacks. What dependencies use is theirs; the lists name what is newer than the floor, with the
// first versions of Chrome, Firefox and Safari. Raise them with the floor.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { filesUnder, root } from './files.mjs';

const FLOOR = ['chrome >= 123', 'edge >= 123', 'firefox >= 125', 'safari >= 17.5'];
/** The newest language that all of them read. */
const ECMA_VERSION = 2024;

/** Members of anything: sets (Firefox 127), base 64 (Chrome 140), iterators (Safari 18.4) and the document. */
const MEMBERS =
  'union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom toBase64 toHex setFromBase64 getOrInsert getOrInsertComputed moveBefore setHTML setHTMLUnsafe getHTML getComposedRanges caretPositionFromPoint startViewTransition requestClose ariaNotify requestIdleCallback';
/** Members of one object. */
const STATICS =
  'Promise.try URL.parse RegExp.escape Math.sumPrecise Math.f16round Error.isError Uint8Array.fromBase64 Uint8Array.fromHex Iterator.from Iterator.concat Intl.DurationFormat ReadableStream.from scheduler.yield scheduler.postTask';
/** Names of a page. */
const GLOBALS = 'Iterator Temporal Float16Array CloseWatcher navigation scheduler requestIdleCallback URLPattern';
/** In sheets: Firefox 128 and 129 for most, Safari 18 and later for the others, Chrome alone for the last. */
const CSS =
  /@(?:property|scope|starting-style|position-try|function)\b|rgb\(from |oklch\(from |:state\(|(?:text-box(?:-trim|-edge)?|content-visibility|transition-behavior|anchor-name|position-anchor|position-area|animation-timeline|interpolate-size|field-sizing): |calc-size\(|: anchor\(|sibling-index\(/g;

const words = (list) => list.split(' ');
const config = {
  languageOptions: { ecmaVersion: ECMA_VERSION, sourceType: 'module' },
  linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
  rules: {
    'no-restricted-properties': [
      'error',
      // `v` is what Valibot is called here; it has a `union` of its own.
      ...words(MEMBERS).map((property) => ({ property, allowObjects: ['v'] })),
      ...words(GLOBALS).map((property) => ({ object: 'globalThis', property })),
      ...words(STATICS).map((name) => ({ object: name.split('.')[0], property: name.split('.')[1] })),
    ],
    'no-restricted-globals': ['error', ...words(GLOBALS)],
  },
};

const linter = new Linter();
const tooNewIn = (path) => {
  const code = readFileSync(join(root, path), 'utf8');
  return [
    ...linter.verify(code, config).map(({ line, message }) => `${path}:${line}: ${message}`),
    ...[...code.matchAll(CSS)].map(([found]) => `${path}: ${found.trim()} in a sheet`),
  ];
};

const { browserslist } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const problems = browserslist.join() === FLOOR.join() ? [] : ['The oldest browsers are others: look at these lists.'];
// What is in dist/cdn is the same once more, with what dependencies use.
const files = filesUnder('dist', /^dist\/(?!server\/|cdn\/).*\.js$/);
if (files.length === 0) problems.push('There is nothing built.');
problems.push(...files.flatMap(tooNewIn));
console.log(problems.join('\n') || `ok: ${files.length} files run in ${FLOOR.join(', ')}`);
process.exitCode = problems.length > 0 ? 1 : 0;
