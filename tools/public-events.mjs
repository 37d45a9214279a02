// What src/context/acts/act-events.ts says of the public events, for the manifest and the README.
import { join } from 'node:path';
import ts from 'typescript';
import { runnerImport } from 'vite';
import { root } from './files.mjs';

const path = join(root, 'src/context/acts/act-events.ts');

/** The properties of what each event carries, by the event's name: `{ name, type, isOptional }`, none for undefined. */
function readDetails() {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, types: [] }, root);
  const program = ts.createProgram([path], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source));
  const details = exported.find(({ name }) => name === 'PublicEventDetails');
  const typeOf = (symbol) => checker.getTypeOfSymbolAtLocation(symbol, source);
  const propertyOf = (symbol) => {
    const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
    const type = isOptional ? checker.getNonOptionalType(typeOf(symbol)) : typeOf(symbol);
    return { name: symbol.name, type: checker.typeToString(type), isOptional };
  };
  return new Map(
    checker
      .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(details))
      .map((symbol) => [symbol.name, checker.getPropertiesOfType(typeOf(symbol)).map(propertyOf)]),
  );
}

const { module } = await runnerImport(path, { configFile: false });
const details = readDetails();

/** Every act, in the table's order: the events before and after it, what they carry, and the elements that begin it. */
export const acts = Object.entries(module.ACT_NOTES).map(([name, { act, from }]) => {
  const [before, after] = module.WISH_EVENTS[name] ?? module.LOCAL_EVENTS[name];
  return { before, after, act, from, detail: details.get(before) };
});

/** The names of all events that leave the shadow roots. */
export const publicEventNames = new Set(details.keys());

const typed = (properties) =>
  properties.length === 0
    ? 'CustomEvent<undefined>'
    : `CustomEvent<{ ${properties.map(({ name, type, isOptional }) => `${name}${isOptional ? '?' : ''}: ${type}`).join('; ')} }>`;

const describe = (name, description, detail) => ({ name, type: { text: typed(detail) }, description });

/** What custom-elements.json says of the public events that an element dispatches. */
export function eventsOf(tag) {
  // What is told after an element has gone comes from the provider.
  const isProvider = tag === 'session-provider';
  const own = acts.flatMap(({ before, after, act, from, detail }) => [
    ...(from.includes(tag) ? [describe(before, `Before ${act}; cancelable.`, detail)] : []),
    ...(from.includes(tag) || isProvider ? [describe(after, `After ${act}.`, detail)] : []),
  ]);
  const error = describe(
    'my-sessions-error',
    'The element could not be shown; the others go on.',
    details.get('my-sessions-error'),
  );
  return isProvider ? own : [...own, error];
}
