#!/usr/bin/env node
// Says what is wrong with configuration documents, and where. Exit code 0: all are accepted; 1: one is not; 2: one could
// not be read, or the command is written wrongly.
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { JsonFault, linesOf, readJson } from './json-places.mjs';

const USAGE = `Usage: my-sessions-check FILE... [options]

Says what is wrong with configuration documents of My Sessions: where, and what to write.

  FILE       a document as JSON; - reads it from standard input
  --strict   warnings (unknown keys, repeated ids …) count as errors
  --json     one JSON document in place of lines
  --quiet    nothing of files that are fine
  --help     this text

Ends with 0 when all documents are accepted, with 1 when one is not, with 2 when one could not be read.

  npx my-sessions-check config.json
  cat config.json | npx my-sessions-check -

An editor completes the document by the schema in the package: put
"$schema": "./node_modules/my-sessions/schema/configuration.schema.json" at its top.`;

function optionsFrom(args) {
  const flag = { type: 'boolean' };
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { strict: flag, json: flag, quiet: flag, help: { ...flag, short: 'h' } },
  });
  const files = positionals.length > 0 || process.stdin.isTTY ? positionals : ['-'];
  if (!values.help && files.length === 0) throw new Error('Name the file to check, such as config.json.');
  return { ...values, files };
}

const readBytes = (file) => (file === '-' ? buffer(process.stdin) : readFile(file));

/** Throws a JsonFault for what a browser would read as something else: it takes all that a server sends for UTF-8. */
function mustBeUtf8(bytes, text) {
  // A zero among the first two bytes, or the mark of UTF-16 itself: no JSON in UTF-8 begins so.
  if (bytes[0] === 0 || bytes[1] === 0 || /^(fffe|feff)/.test(bytes.toString('hex', 0, 2)))
    throw new JsonFault('a file in UTF-16; save it as UTF-8', 0);
  if (!isUtf8(bytes)) throw new JsonFault('bytes that are no UTF-8; save the file as UTF-8', text.indexOf('\uFFFD'));
}

/** Where something of a path stands: itself, or the nearest that is there of what it should be in. */
function placeOf(path, places) {
  if (path === '(document)') return places.get('').key;
  for (let near = path; near !== ''; near = near.slice(0, Math.max(near.lastIndexOf('.'), near.lastIndexOf('['), 0)))
    if (places.has(near)) return places.get(near).key;
  return places.get('').key;
}

/** All that is wrong with a document, in the order of its lines. `level` is `error` or `warning`. */
function findingsIn(bytes, parseConfiguration) {
  const text = new TextDecoder().decode(bytes);
  const at = linesOf(text);
  let json;
  try {
    mustBeUtf8(bytes, text);
    json = readJson(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return [{ level: 'error', ...at(error.offset), path: '(document)', message: `This is no JSON: ${error.message}.` }];
  }
  const { value, places, twice } = json;
  const parsed = parseConfiguration(value);
  const told = (level) => (problem) => ({
    level,
    ...at(placeOf(problem.path, places)),
    ...problem,
    message: `expected ${problem.expected}, found ${problem.found}${problem.hint ? `; ${problem.hint}` : ''}`,
  });
  return [
    ...(parsed.ok ? [] : parsed.problems).map(told('error')),
    ...parsed.warnings.map(told('warning')),
    ...twice.map(({ path, offset }) => ({
      level: 'warning',
      ...at(offset),
      path,
      message: 'this key stands here for the second time; only the last counts',
    })),
  ].sort((one, other) => one.line - other.line || one.column - other.column);
}

async function check(file, parseConfiguration) {
  const name = file === '-' ? '(standard input)' : file;
  try {
    return { file: name, findings: findingsIn(await readBytes(file), parseConfiguration) };
  } catch (error) {
    return { file: name, unreadable: error.code === 'ENOENT' ? 'there is no such file' : error.message, findings: [] };
  }
}

const count = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;

function print({ file, unreadable, findings }, isBad, { quiet }) {
  if (unreadable !== undefined) return console.error(`${file}: cannot be read: ${unreadable}`);
  for (const { level, line, column, path, message } of findings)
    console.log(`${file}:${line}:${column}: ${level}: ${path}: ${message}`);
  const errors = findings.filter(({ level }) => level === 'error').length;
  const warnings = findings.length - errors;
  if (isBad || !quiet)
    console.log(
      `${isBad ? '✗' : '✓'} ${file}: ${isBad ? 'not accepted' : 'accepted'} (${count(errors, 'error')}, ${count(warnings, 'warning')})`,
    );
}

async function main() {
  const options = optionsFrom(process.argv.slice(2));
  if (options.help) return console.log(USAGE);
  const { parseConfiguration } = await import(
    new URL('../dist/core/configuration/parse-configuration.js', import.meta.url).href
  );
  const results = [];
  for (const file of options.files) {
    const result = await check(file, parseConfiguration);
    const isBad = result.findings.some(({ level }) => level === 'error' || options.strict);
    results.push({ ...result, isAccepted: !isBad && result.unreadable === undefined });
    if (!options.json) print(result, isBad, options);
  }
  if (options.json) console.log(JSON.stringify({ files: results }, null, 2));
  process.exitCode = results.some(({ unreadable }) => unreadable !== undefined)
    ? 2
    : results.every(({ isAccepted }) => isAccepted)
      ? 0
      : 1;
}

await main().catch((error) => {
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
});
