import { longestRise } from '../../context/each.js';
import { SessionRow } from './session-row.js';
import type { RowView } from './session-row.js';

/** A list of no more rows has all of them in the document. */
export const FEW = 40;
/** A longer one has these until it knows what is in sight: as many as a high screen shows. */
export const FIRST = 24;

/** The rows of one `<ul>`, of which some or all are in the document. */
export class RowSpan {
  readonly element: HTMLElement;
  #rows = new Map<string, SessionRow>();
  #ids: readonly string[] = [];
  #view: RowView | undefined;

  constructor(element: HTMLElement) {
    this.element = element;
  }

  get length(): number {
    return this.#ids.length;
  }

  idAt(index: number): string {
    return this.#ids[index] ?? '';
  }

  /** -1 where it has no such row. */
  indexOf(id: string): number {
    return this.#ids.indexOf(id);
  }

  /** What it has rows of, and how they look. They are put there by `place`. */
  take(ids: readonly string[], view: RowView): void {
    this.#ids = ids;
    this.#view = view;
  }

  /** Has these rows in the document and no others. @param places in their order */
  place(places: readonly number[]): void {
    const view = this.#view;
    if (!view) return;
    const ids = places.map((index) => this.idAt(index));
    const old = this.#rows;
    const before = new Map([...old.keys()].map((id, at) => [id, at]));
    this.#rows = new Map(ids.map((id) => [id, old.get(id) ?? new SessionRow(id)]));
    for (const [id, row] of old) if (!this.#rows.has(id)) row.end();
    // What can stay is not touched: to move an element takes its focus.
    const staying = longestRise(ids.map((id) => before.get(id)));
    let next: HTMLElement | null = null;
    for (const [id, row] of [...this.#rows].reverse()) {
      row.take(view);
      const was = before.get(id);
      if (was === undefined || !staying.has(was)) this.element.insertBefore(row.element, next);
      next = row.element;
    }
  }

  /** The row at a place, if it is in the document. */
  rowAt(index: number): HTMLElement | undefined {
    return this.#rows.get(this.idAt(index))?.element;
  }

  /** Takes all rows out. */
  clear(): void {
    this.place([]);
  }
}
