import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { ChildPart } from 'lit/directive.js';
import {
  getCommittedValue,
  insertPart,
  removePart,
  setChildPartValue,
  setCommittedValue,
} from 'lit/directive-helpers.js';
import { firstWhere } from '../core/state/first-where.js';

type Each = <T>(items: Iterable<T>, keyOf: (item: T) => unknown, template: (item: T, at: number) => unknown) => unknown;

/** See `each`. */
class EachDirective extends Directive {
  #keys: readonly unknown[] = [];

  render<T>(
    items: Iterable<T>,
    _keyOf: (item: T) => unknown,
    template: (item: T, at: number) => unknown,
  ): readonly unknown[] {
    return Array.from(items, template);
  }

  override update(container: ChildPart, [items, keyOf, template]: Parameters<this['render']>): unknown {
    const all = [...items];
    const keys = all.map(keyOf);
    const values = all.map(template);
    const old = getCommittedValue(container) as ChildPart[] | undefined;
    const places = new Map(this.#keys.map((key, at) => [key, at]));
    this.#keys = keys;
    // Nothing of it is there, for the first time or since something else stood here: Lit makes the parts.
    if (!Array.isArray(old)) return values;
    const kept = keys.map((key) => {
      const at = places.get(key);
      places.delete(key);
      return at;
    });
    const reused = new Set(kept);
    for (const [at, part] of old.entries()) if (!reused.has(at)) remove(part);
    const parts = arranged(container, old, kept);
    for (const [at, part] of parts.entries()) setChildPartValue(part, values[at]);
    setCommittedValue(container, parts);
    return noChange;
  }
}

/** `removePart` of lit-html 3.3.1 to 3.3.3 leaves the comment at its end in the document: one for every row that ever went. */
function remove(part: ChildPart): void {
  const end = part.endNode as Comment | null;
  removePart(part);
  end?.remove();
}

/** The parts in their new order, put there. What can stay is not touched: to move an element takes its focus and its frames. */
function arranged(
  container: ChildPart,
  old: readonly ChildPart[],
  kept: readonly (number | undefined)[],
): readonly ChildPart[] {
  const staying = longestRise(kept);
  let next: ChildPart | undefined;
  return kept
    .toReversed()
    .map((at) => {
      const part = at === undefined ? undefined : old[at];
      next = part && at !== undefined && staying.has(at) ? part : insertPart(container, next, part);
      return next;
    })
    .reverse();
}

/** The most places that only rise, of those that are known: what is there can stay. */
export function longestRise(places: readonly (number | undefined)[]): ReadonlySet<number> {
  /** The lowest place at which a rise of each length ends. */
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const place of places) {
    if (place === undefined) continue;
    const length = firstWhere(ends.length, (at) => (ends[at] ?? 0) > place);
    before.set(place, ends[length - 1]);
    ends[length] = place;
  }
  const rise = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = before.get(place)) rise.add(place);
  return rise;
}

/**
 * A template for each item, which stays with the item's key: what comes, goes and moves leaves the others alone, and as few
 * as possible move. As Lit's `repeat`, which in the versions at hand leaves a comment in the document for each row that
 * ever went; in a page that is open for a month, these are hundreds of thousands.
 *
 * @param keyOf tells items apart; of two with one key, the first keeps what was there
 */
export const each = directive(EachDirective) as Each;
