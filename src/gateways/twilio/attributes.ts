import { textOf } from '../../core/text/displayable-text.js';
import type { Parameter } from '../../core/model/parameter.js';

const DEEPEST = 8;
const MOST = 200;

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isPlain = (value: unknown): boolean => !isObject(value);

/** What stands at a path such as `customer.name`; undefined where nothing does. */
export const valueAt = (attributes: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, key) => (isObject(at) && Object.hasOwn(at, key) ? (at as Record<string, unknown>)[key] : undefined),
      attributes,
    );

/** The text at a path; undefined for what is no text, or blank. */
export function textAt(attributes: unknown, path: string): string | undefined {
  const value = valueAt(attributes, path);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Nested attributes as parameters by their paths, at most 200 and 8 levels deep; a list of plain values is one text. */
export function parametersOf(attributes: unknown): readonly Parameter[] {
  const found: Parameter[] = [];
  const add = (value: unknown, path: readonly string[]): void => {
    if (found.length >= MOST || path.length > DEEPEST) return;
    if (isObject(value) && !(Array.isArray(value) && value.every(isPlain))) {
      for (const [key, inner] of Object.entries(value)) add(inner, [...path, key]);
      return;
    }
    const text = Array.isArray(value) ? value.join(', ') : value === undefined || value === null ? '' : textOf(value);
    if (path.length > 0)
      found.push({ name: path.join('.'), ...(text.trim() ? { state: 'value', value: text } : { state: 'empty' }) });
  };
  add(attributes, []);
  return found;
}
