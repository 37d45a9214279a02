import type { LitElement, PropertyValues } from 'lit';

/** An attribute that is taken away, and some frameworks, say null where nothing is said: for `willUpdate`. */
export function withoutNull(element: LitElement, changed: PropertyValues): void {
  for (const name of changed.keys()) if (Reflect.get(element, name) === null) Reflect.set(element, name, undefined);
}
