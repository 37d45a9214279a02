import { isObject, valueAt } from './attributes.js';

/** A copy with a value at a path; everything else stays. */
export function withValue(attributes: unknown, path: string, value: unknown): object {
  const [key = '', ...rest] = path.split('.');
  const own = isObject(attributes) ? attributes : {};
  const inner = rest.length > 0 ? withValue(valueAt(own, key), rest.join('.'), value) : value;
  return Object.fromEntries([...Object.entries(own).filter(([name]) => name !== key), [key, inner]]);
}
