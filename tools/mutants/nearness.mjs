// Which tests are likely to notice a mutation first: the import graph of test files, and names that mirror each other.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import ts from 'typescript';
import { root } from '../files.mjs';

const imports = new Map();

/** The files of ours that a file imports. What the package exports of itself counts as its sources. */
function importsOf(file) {
  if (imports.has(file)) return imports.get(file);
  const found = ts
    .preProcessFile(readFileSync(join(root, file), 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileOf(fileName, file))
    .filter(Boolean);
  imports.set(file, found);
  return found;
}

function fileOf(specifier, importer) {
  const own = /^my-sessions\/(server|gateways)\/?(\w+)?$/.exec(specifier);
  const path = own
    ? `src/${own[1]}/${own[2] ? `${own[2]}/${own[2]}` : own[1]}.js`
    : posix.join(dirname(importer), specifier).replace(/^dist\//, 'src/');
  if (!own && !specifier.startsWith('.')) return undefined;
  return [path, path.replace(/\.js$/, '.ts')].find((each) => each !== '.' && existsSync(join(root, each)));
}

/** How many imports lead from each test file to the files it can see: a map of maps. */
export function distancesFrom(tests) {
  return new Map(
    tests.map((test) => {
      const distances = new Map([[test, 0]]);
      for (const [file, distance] of distances)
        for (const imported of importsOf(file)) if (!distances.has(imported)) distances.set(imported, distance + 1);
      return [test, distances];
    }),
  );
}

const wordsOf = (name) => name.split(/[-/]/).map((word) => word.replace(/s$/, ''));
const words = (file) => wordsOf(basename(file).split('.')[0]);

/** How far a test file stands from the file that was changed; the one that mirrors it stands nearest. */
export function remoteness(test, file, distances) {
  const named = words(test).filter((word) => words(file).includes(word)).length / words(file).length;
  // A test in Node mirrors no folder; it may be called after one.
  const isMirrored =
    dirname(test).replace(/^test/, 'src') === dirname(file) ||
    words(test).some((word) => wordsOf(dirname(file)).slice(1).includes(word));
  // Tests in Node read their modules by other ways than imports.
  const distance = distances.get(test)?.get(file) ?? (test.startsWith('test/node/') ? 4 : 20);
  return distance - 3 * named - (isMirrored ? 2 : 0);
}
