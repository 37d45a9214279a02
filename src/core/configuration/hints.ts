import type { BaseIssue } from 'valibot';
import { meantBy } from '../text/edit-distance.js';
import type { KeyPlace, SchemaShape } from './schema-shape.js';
import { bare, exampleOf, joined, keyPlacesOf, shapeAt, stepsOf } from './schema-shape.js';
import type { StrayPart } from './stray-parts.js';

/**
 * What to do about a key that is not known where it stands, read from the schema: it is another word for one that is known
 * there, or it belongs somewhere else. Undefined where neither is likely.
 */
export function hintOfKey(schema: unknown, { at, key }: StrayPart): string | undefined {
  const pattern = at.replaceAll(/\[\d+\]/g, '[]');
  const places = keyPlacesOf(schema);
  const here = places.filter((place) => place.at === pattern).map((place) => place.key);
  const elsewhere = places.filter((place) => place.at !== pattern);
  const nearest = nearestTo(
    pattern,
    elsewhere.filter((place) => place.key === key),
  );
  if (nearest.length > 0) return nearest.map((place) => belongs(place, at)).join(', or ');
  const meant = meantBy(key, here);
  if (meant.length > 0) return `did you mean ${meant.map(quoted).join(' or ')}?`;
  const far = meantBy(key, [...new Set(elsewhere.map((place) => place.key))]);
  const [likely] = nearestTo(
    pattern,
    elsewhere.filter((place) => far.includes(place.key)),
  );
  return likely && `did you mean ${quoted(likely.key)}? It ${belongs(likely, at)}`;
}

/** What to do about a problem that the schema library has found; undefined where what was expected says it all. */
export function hintOfIssue(schema: unknown, { path, input, received }: BaseIssue<unknown>): string | undefined {
  const keys = (path ?? []).map(({ key }) => key);
  const shape = shapeAt(schema, keys);
  if (!shape) return undefined;
  const example = exampleOf(shape);
  if (received === 'undefined') return missing(keys.at(-1), example);
  if (shape.literal !== undefined) return `write ${example}`;
  if (typeof input !== 'string') return hintOfKind(shape, input, example, keys.length > 0);
  if (shape.options) {
    const options = shape.options.map((option) => String(option));
    const [meant, parts] = [meantBy(input, options), withPart(input, options)];
    const likely = meant.length > 0 ? meant : parts;
    return likely.length > 0 ? `did you mean ${likely.map(quoted).join(' or ')}?` : undefined;
  }
  if (shape.type === 'array') return `write a list: [${quoted(input)}]`;
  if (shape.entries) return input.trim().startsWith('{') ? 'write { … } itself, without quotes around it' : undefined;
  if (shape.type === 'boolean') return switchIn(input, ', without quotes');
  return shape.type === 'number' && NUMBER.test(input) ? `write ${input}, without quotes` : undefined;
}

/** What to do about a value of another kind; `example` is what could stand there. */
function hintOfKind({ type, options }: SchemaShape, input: unknown, example: string, isInside: boolean) {
  const isObject = typeof input === 'object' && input !== null;
  if (type === 'array' && isInside) return isObject ? 'write [ … ] in place of { … }' : `write a list: ${example}`;
  if (type === 'boolean') return typeof input === 'number' ? switchIn(String(input)) : undefined;
  if (type !== 'string' && !options) return undefined;
  if (typeof input === 'number') return options ? undefined : `write ${quoted(String(input))}`;
  const { id, name = id } = isObject ? (input as Readonly<Record<string, unknown>>) : {};
  return typeof name === 'string' && (options?.includes(name) ?? true) ? `write ${quoted(name)} alone` : undefined;
}

/** The words of which somebody has written one part, such as `notes` of `session-notes`. */
function withPart(word: string, known: readonly string[]): readonly string[] {
  const part = word.toLowerCase().replace(/s$/, '');
  return part.length < 3 ? [] : known.filter((own) => own.split('-').some((step) => step.replace(/s$/, '') === part));
}

/** What is written for a word that other formats have for a switch. */
function switchIn(word: string, how = ''): string | undefined {
  const is = /^(?:(true|yes|on|1)|false|no|off|0)$/i.exec(word);
  return is ? `write ${String(is[1] !== undefined)}${how}` : undefined;
}

/** What to do about a list in place of an object. */
export const hintOfList = (schema: unknown): string =>
  `write { … } in place of [ … ], such as ${exampleOf(bare(schema))}`;

/** What to do about an id that nothing has: the known one that it is nearest to, or where to write it. */
export function hintOfId(id: string, known: ReadonlySet<string>, home: string): string {
  const meant = meantBy(id, [...known]);
  return meant.length > 0
    ? `did you mean ${meant.map(quoted).join(' or ')}?`
    : `write { "id": ${quoted(id)}, … } into ${home}`;
}

const quoted = (word: string): string => JSON.stringify(word);

const missing = (key: unknown, example: string): string =>
  `missing: write ${typeof key === 'string' ? `${quoted(key)}: ` : ''}${example}`;

const NUMBER = /^-?\d+(\.\d+)?$/;

const stepsInCommon = (one: readonly string[], other: readonly string[]): number => {
  const at = one.findIndex((step, index) => step !== other[index]);
  return at < 0 ? one.length : at;
};

/** The places that are the fewest steps away; of these, those inside before those around. */
function nearestTo(pattern: string, places: readonly KeyPlace[]): readonly KeyPlace[] {
  const from = stepsOf(pattern);
  const distances = places.map(({ at }) => {
    const to = stepsOf(at);
    const common = stepsInCommon(from, to);
    return from.length - common + (to.length - common) + (common === from.length ? 0 : 0.5);
  });
  const least = Math.min(...distances);
  // Where a word is used everywhere, it says nothing of where it belongs.
  const nearest = places.filter((_, index) => distances[index] === least);
  return nearest.length > 3 ? [] : nearest;
}

/** As a sentence goes on: where a key belongs, seen from where it stands, by the path that it would have there. */
function belongs({ at, key }: KeyPlace, from: string): string {
  if (at === '') return `belongs at the top of the document: ${key}`;
  const here = stepsOf(from);
  const steps = stepsOf(at);
  const common = stepsInCommon(
    steps,
    here.map((step) => step.replace(/^\[\d+\]$/, '[]')),
  );
  const path = [...here.slice(0, common), ...steps.slice(common)].reduce(
    (before, step) => (step.startsWith('[') ? `${before}${step}` : joined(before, step)),
    '',
  );
  const name = steps.findLast((step) => !step.startsWith('[')) ?? '';
  return `belongs under ${quoted(name)}: ${joined(path, key)}`;
}
