// What the compiler and the linter say of all code. The linter asks for the types of almost everything that the compiler
// checks: of one program, both together take a third less than one after the other.
import { join } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { root } from './files.mjs';
import { parsingOnce } from './parsed-once.mjs';

const reading = {
  ...ts.sys,
  getCurrentDirectory: () => root,
  onUnRecoverableConfigFileDiagnostic(diagnostic) {
    throw new Error(written([diagnostic]));
  },
};

function written(diagnostics) {
  return ts.formatDiagnostics(diagnostics, {
    getCurrentDirectory: () => root,
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
  });
}

/** Everything that a configuration of the compiler includes. A file that several of them include is parsed once. */
function programOf(name) {
  const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(join(root, name), {}, reading);
  const host = parsingOnce(options);
  return ts.createProgram({ rootNames: fileNames, options, host, configFileParsingDiagnostics: errors });
}

/** Prints what the compiler complains of, and answers whether there is nothing. */
function compiles(program) {
  const complaints = ts.getPreEmitDiagnostics(program);
  if (complaints.length > 0) console.log(written(complaints));
  return complaints.length === 0;
}

/** Prints what the linter complains of, and answers whether there is nothing. */
async function isClean(program) {
  const linter = new ESLint({
    cwd: root,
    overrideConfig: {
      files: ['**/*.ts'],
      ignores: ['examples/**'],
      languageOptions: { parserOptions: { projectService: false, programs: [program] } },
    },
  });
  const results = await linter.lintFiles(['.']);
  const { format } = await linter.loadFormatter('stylish');
  console.log(await format(results));
  return results.every(({ errorCount, warningCount }) => errorCount + warningCount === 0);
}

const everything = programOf('tsconfig.json');
const verdicts = [await isClean(everything), compiles(everything), compiles(programOf('tsconfig.core.json'))];
process.exitCode = verdicts.every(Boolean) ? 0 : 1;
