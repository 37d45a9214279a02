// What the compiler refuses is no mistake that anybody could leave in: it counts neither as noticed nor as not noticed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../files.mjs';

/** The sources by the project's own settings, of which one file at a time can be replaced by another text. */
class Sources {
  #replaced = { path: '', text: '', version: 0 };
  #service;

  constructor() {
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
    const settings = { ...config, include: ['src'] };
    const { options, fileNames } = ts.parseJsonConfigFileContent(settings, ts.sys, root);
    const textOf = (path) => (path === this.#replaced.path ? this.#replaced.text : ts.sys.readFile(path));
    this.#service = ts.createLanguageService({
      ...ts.sys,
      useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
      // A name that is not used any more is no mistake by itself.
      getCompilationSettings: () => ({ ...options, noUnusedLocals: false, noUnusedParameters: false }),
      getScriptFileNames: () => fileNames,
      getScriptVersion: (path) => String(path === this.#replaced.path ? this.#replaced.version : 0),
      getScriptSnapshot: (path) => {
        const text = textOf(path);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => root,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
    });
  }

  /** Whether a file compiles with this text. What that means for other files is not looked at. */
  compiles(file, text) {
    const path = join(root, file);
    this.#replaced = { path, text, version: this.#replaced.version + 1 };
    return [...this.#service.getSyntacticDiagnostics(path), ...this.#service.getSemanticDiagnostics(path)].every(
      ({ category }) => category !== ts.DiagnosticCategory.Error,
    );
  }
}

/** Those of some mutations that do not compile. */
export function refusedByCompiler(mutations) {
  const sources = new Sources();
  return mutations.filter(({ file, start, end, isStatement, replacement }) => {
    const code = readFileSync(join(root, file), 'utf8');
    const written = isStatement ? '' : `(${replacement})`;
    return !sources.compiles(file, code.slice(0, start) + written + code.slice(end));
  });
}
