import { longestRise } from '../../context/each.js';
import { SessionRow } from './session-row.js';
import type { RowView } from './session-row.js';

/** From the first row to the one after the last. */
export type Range = readonly [first: number, last: number];

/**
 * The rows of one `<ul>`, of which only some are in the document: those of a range, and those that the keys stand on. All
 * are equally high (in a bar, equally wide), which the styles know; so the others need no more than a number in front and
 * one behind, and nothing has to be measured.
 */
export class RowSpan {
  readonly element: HTMLElement;
  readonly #rows = new Map<string, SessionRow>();
  #ids: readonly string[] = [];
  #view: RowView | undefined;
  #range: Range = [0, 0];
  #indexes: ReadonlyMap<string, number> | undefined;

  constructor(element: HTMLElement) {
    this.element = element;
  }

  get length(): number {
    return this.#ids.length;
  }

  /** The rows that are in the document, but for those beside them. */
  get range(): Range {
    return this.#range;
  }

  idAt(index: number): string | undefined {
    return this.#ids[index];
  }

  /** -1 where it has no such row. */
  indexOf(id: string): number {
    this.#indexes ??= new Map(this.#ids.map((own, index) => [own, index]));
    return this.#indexes.get(id) ?? -1;
  }

  /** What it has rows of, and how they look. They are put there with the next range. */
  take(ids: readonly string[], view: RowView): void {
    if (ids !== this.#ids) this.#indexes = undefined;
    this.#ids = ids;
    this.#view = view;
  }

  /**
   * Puts a range of rows into the document, and takes the others out: all but those that hold the focus or the way in by
   * Tab.
   *
   * @param also a row to have beside them, wherever it stands
   */
  place([first, last]: Range, also = -1): void {
    const view = this.#view;
    if (!view) return;
    this.#range = [Math.max(0, Math.min(first, this.length)), Math.min(last, this.length)];
    const places = this.#wanted(also);
    const old = [...this.#rows];
    const before = new Map(old.map(([id], at) => [id, at]));
    const wanted = new Set(places.map((index) => this.#ids[index]));
    for (const [id, row] of old)
      if (!wanted.has(id)) {
        row.end();
        row.element.remove();
        this.#rows.delete(id);
      }
    const rows = places.map((index) => this.#row(index, view));
    this.#arrange(
      rows,
      places.map((index) => before.get(this.#ids[index] ?? '')),
    );
    // In the order in which they stand there, for the next time.
    this.#rows.clear();
    for (const [at, row] of rows.entries()) this.#rows.set(this.#ids[places[at] ?? 0] ?? '', row);
    this.#number(rows, places);
  }

  /** The card of a row, which is put into the document if it is not there. */
  cardAt(index: number): HTMLElement | null {
    const id = this.#ids[index] ?? '';
    if (!this.#rows.has(id)) this.place(this.#range, index);
    return this.#rows.get(id)?.element.querySelector<HTMLElement>('.card') ?? null;
  }

  /** Takes all rows out. */
  clear(): void {
    for (const row of this.#rows.values()) {
      row.end();
      row.element.remove();
    }
    this.#rows.clear();
  }

  /** Places of the rows to have, in their order. */
  #wanted(also: number): readonly number[] {
    const [first, last] = this.#range;
    const isWhole = first === 0 && last === this.length;
    const held = isWhole
      ? []
      : [...this.#rows]
          .filter(([, { element }]) => element.matches(':focus-within') || element.querySelector('[tabindex="0"]'))
          .map(([id]) => this.indexOf(id));
    const apart = new Set([...held, also].filter((index) => index >= 0 && (index < first || index >= last)));
    return [
      ...[...apart].filter((index) => index < first).sort((one, other) => one - other),
      ...Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at),
      ...[...apart].filter((index) => index >= last).sort((one, other) => one - other),
    ];
  }

  #row(index: number, view: RowView): SessionRow {
    const id = this.#ids[index] ?? '';
    const row = this.#rows.get(id) ?? new SessionRow(id);
    row.take(view);
    return row;
  }

  /** What can stay is not touched: to move an element takes its focus. */
  #arrange(rows: readonly SessionRow[], before: readonly (number | undefined)[]): void {
    const staying = longestRise(before);
    let next: HTMLElement | null = null;
    for (const [at, { element }] of [...rows.entries()].reverse()) {
      const was = before[at];
      if (was === undefined || !staying.has(was)) this.element.insertBefore(element, next);
      next = element;
    }
  }

  /** Where each stands among all, for who does not see it; and how many there are around them. */
  #number(rows: readonly SessionRow[], places: readonly number[]): void {
    const [first, last] = this.#range;
    const isWhole = first === 0 && last === this.length;
    this.element.classList.toggle('part', !isWhole);
    this.element.style.setProperty('--_before', isWhole ? null : String(first));
    this.element.style.setProperty('--_after', isWhole ? null : String(this.length - last));
    for (const [at, { element }] of rows.entries()) {
      const index = places[at] ?? 0;
      const isApart = index < first || index >= last;
      say(element, 'aria-posinset', isWhole ? undefined : index + 1);
      say(element, 'aria-setsize', isWhole ? undefined : this.length);
      if (isApart) element.style.setProperty('--_at', String(index));
      if (element.classList.contains('apart') !== isApart) element.classList.toggle('apart', isApart);
    }
  }
}

function say(element: Element, name: string, value: number | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}
