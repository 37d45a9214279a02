import { html, nothing } from 'lit';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

const PAGE = 10;
/** Most rows in the document: a list of two thousand opens as fast as one of two hundred. */
const MOST_ROWS = 250;

/** What a popup lists. */
export interface Options {
  readonly label: string;
  readonly count: number;
  readonly rowAt: (at: number) => unknown;
  readonly pick: (at: number) => void;
  readonly moreText: (count: number) => string;
  readonly footer?: string;
}

/**
 * The list of options below a text field: for which session it is open, which option is marked, the keys that move the
 * mark, and the popover, which no scrolling column clips. Focus stays in the field.
 */
export class OptionPopup implements ReactiveController {
  /** Position of the option that Enter takes; -1 is none. */
  marked = -1;

  readonly #host: LitElement;
  readonly #name: string;
  readonly #sessionId: () => string | undefined;
  #openFor: string | undefined;
  #isScrollDue = false;
  #popover: Element | undefined;

  /** @param name what ids in the shadow root begin with */
  constructor(host: LitElement, name: string, sessionId: () => string | undefined) {
    this.#host = host;
    this.#name = name;
    this.#sessionId = sessionId;
    host.addController(this);
  }

  /** Whether it is open for the session shown now. */
  get isOpen(): boolean {
    return this.#openFor !== undefined && this.#openFor === this.#sessionId();
  }

  get listId(): string {
    return `${this.#name}-options`;
  }

  /** The id of the marked option, for `aria-activedescendant`. */
  get markedId(): string | undefined {
    return this.isOpen && this.marked >= 0 ? this.#optionId(this.marked) : undefined;
  }

  open(marked = -1): void {
    this.#openFor = this.#sessionId();
    this.#mark(marked);
  }

  close(): void {
    this.#openFor = undefined;
    this.#mark(-1);
  }

  /** Moves the mark of an open list by a key; answers whether it was a key for that. */
  onKey({ key, altKey, shiftKey, ctrlKey, metaKey }: KeyboardEvent, count: number): boolean {
    if (!this.isOpen || shiftKey || ctrlKey || metaKey) return false;
    if (altKey && key === 'ArrowUp') this.close();
    else if (!altKey) {
      const to = this.#placeAfter(key, count);
      if (to === undefined) return false;
      this.#mark(to);
    }
    return key === 'ArrowUp' || key === 'ArrowDown' || !altKey;
  }

  hostUpdated(): void {
    const popover = this.#popover;
    if (!(popover instanceof HTMLElement) || !popover.isConnected) return;
    if (popover.popover !== null) popover.togglePopover(!popover.hidden);
    if (!this.#isScrollDue || !this.isOpen) return;
    this.#isScrollDue = false;
    popover.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  hostDisconnected(): void {
    this.#openFor = undefined;
    this.marked = -1;
  }

  /** The list, to stand beside its field in an element of the class `box`. */
  render({ label, count, rowAt, pick, moreText, footer }: Options): TemplateResult {
    const { isOpen } = this;
    const start = isOpen ? this.#firstRow(count) : 0;
    const rows = isOpen ? Math.min(count - start, MOST_ROWS) : 0;
    const more = isOpen ? count - rows : 0;
    // Of nothing at all there is no list: its edge would be a line below the field.
    const isEmpty = count === 0 && footer === undefined;
    return html`<div
      class="popup"
      .popover=${canAnchor() ? 'manual' : null}
      ?hidden=${!isOpen || isEmpty}
      ${ref((popover) => (this.#popover = popover))}
      @mousedown=${keepFocusInField}
    >
      <ul class="options" role="listbox" id=${this.listId} aria-label=${label}>
        ${Array.from({ length: rows }, (_, row) => {
          const at = start + row;
          return html`<li
            role="option"
            id=${this.#optionId(at)}
            aria-selected=${at === this.marked ? 'true' : 'false'}
            aria-setsize=${count}
            aria-posinset=${at + 1}
            @click=${() => {
              pick(at);
            }}
          >
            ${rowAt(at)}
          </li>`;
        })}
      </ul>
      ${footer === undefined ? nothing : html`<p class="quiet figures" translate="no"><bdi translate="no">${footer}${more > 0 ? html` · ${moreText(more)}` : nothing}</bdi></p>`}
    </div>`;
  }

  #mark(at: number): void {
    this.marked = at;
    this.#isScrollDue = true;
    this.#host.requestUpdate();
  }

  /** Where a key leads; undefined for a key that belongs to the text, as Home does while nothing is marked. */
  #placeAfter(key: string, count: number): number | undefined {
    const { marked } = this;
    switch (key) {
      case 'ArrowDown':
        return Math.min(marked + 1, count - 1);
      case 'ArrowUp':
        return Math.max(marked - 1, -1);
      case 'PageDown':
        return Math.min(marked + PAGE, count - 1);
      case 'PageUp':
        return Math.max(marked - PAGE, Math.min(0, count - 1));
      case 'Home':
        return marked < 0 ? undefined : 0;
      case 'End':
        return marked < 0 ? undefined : count - 1;
      default:
        return undefined;
    }
  }

  /** The rows follow the mark, half a window at a time. */
  #firstRow(count: number): number {
    const half = MOST_ROWS / 2;
    return Math.max(0, Math.min(count - MOST_ROWS, (Math.floor(this.marked / half) - 1) * half));
  }

  #optionId(at: number): string {
    return `${this.#name}-option-${String(at)}`;
  }
}

/** Where a browser cannot hold a popover to its field, the list stands below the field in the page. */
const canAnchor = (): boolean => CSS.supports('anchor-scope: --field') && 'popover' in HTMLElement.prototype;

/** A click on an option or the scroll bar takes no focus from the field. */
function keepFocusInField(event: Event): void {
  event.preventDefault();
}
