import { noChange } from 'lit';
import type { LitElement, ReactiveController } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { DirectiveResult, ElementPart } from 'lit/directive.js';
import { latePart } from '../../context/late-part.js';
import { loadWindow } from './late-window.js';
import type { ListWindow } from './list-window.js';
import { FEW, FIRST, RowSpan } from './row-span.js';
import type { RowView } from './session-row.js';

/** The rows of a list, in as many `<ul>` as it has. Those of a long one are in the document where they are in sight. */
export class ListRows implements ReactiveController {
  readonly #host: LitElement;
  readonly #selectedId: () => string | undefined;
  readonly #spans = new Set<RowSpan>();
  #window: ListWindow | undefined;

  /** @param selectedId the row that is always there: it is the way in by Tab */
  constructor(host: LitElement, selectedId: () => string | undefined) {
    this.#host = host;
    this.#selectedId = selectedId;
    host.addController(this);
  }

  /** In a template, on a `<ul>`: its rows. */
  rows(ids: readonly string[], view: RowView): DirectiveResult {
    return rowsOf(this.#spans, ids, view);
  }

  hostUpdate(): void {
    this.#window?.remember();
  }

  hostUpdated(): void {
    if (this.#isLong) {
      const late = latePart(loadWindow, this.#host);
      if (late) this.#window ??= new late.ListWindow(this.#host, this.#spans, this.place);
    }
    this.#window?.listen();
    this.place();
    if (this.#window?.stay()) this.place();
  }

  hostDisconnected(): void {
    this.#window?.stop();
  }

  /** Puts the rows into the document that are in sight now. */
  readonly place = (): void => {
    const isLong = this.#isLong;
    if (this.#window) {
      this.#window.place(isLong, this.#selectedId());
      return;
    }
    let left = isLong ? FIRST : Infinity;
    for (const span of this.#spans) {
      const count = Math.min(left, span.length);
      left -= count;
      span.place(Array.from({ length: count }, (_, index) => index));
    }
  };

  /** The card of a session, which is put into the document if it is not there. */
  cardOf(id: string): HTMLElement | null {
    for (const span of this.#spans) {
      const index = span.indexOf(id);
      if (index >= 0) return this.cardAt(span, index);
    }
    return null;
  }

  /** The same by its place. */
  cardAt(span: RowSpan, index: number): HTMLElement | null {
    const row = span.rowAt(index) ?? this.#window?.reveal(span, index);
    return row?.querySelector<HTMLElement>('.card') ?? null;
  }

  /** The rows of a `<ul>`. */
  spanOf(element: Element): RowSpan | undefined {
    return [...this.#spans].find((span) => span.element === element);
  }

  get #isLong(): boolean {
    let count = 0;
    for (const { length } of this.#spans) count += length;
    return count > FEW;
  }
}

/** See `ListRows.rows`. */
class RowsDirective extends AsyncDirective {
  #span: RowSpan | undefined;
  #spans: Set<RowSpan> | undefined;

  render(_spans: Set<RowSpan>, _ids: readonly string[], _view: RowView): unknown {
    return noChange;
  }

  override update(part: ElementPart, [spans, ids, view]: Parameters<this['render']>): unknown {
    this.#span ??= new RowSpan(part.element as HTMLElement);
    this.#spans = spans;
    spans.add(this.#span);
    this.#span.take(ids, view);
    return noChange;
  }

  /** Rows of a list that is only moved stay: one of them may have the focus. */
  protected override disconnected(): void {
    const span = this.#span;
    if (!span) return;
    this.#spans?.delete(span);
    queueMicrotask(() => {
      if (!this.isConnected) span.clear();
    });
  }
}

const rowsOf = directive(RowsDirective);
