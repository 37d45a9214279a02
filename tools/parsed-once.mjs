import ts from 'typescript';

const sources = new Map();

/** A host for the compiler that parses a file once, however many programs of this process include it. */
export function parsingOnce(options) {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (path, language, ...others) => {
    const key = `${path} ${JSON.stringify(language)}`;
    if (!sources.has(key)) sources.set(key, read.call(host, path, language, ...others));
    return sources.get(key);
  };
  return host;
}
