import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { each } from '../../context/each.js';
import { MOST_TAGS } from '../../core/tags/tag-list.js';
import { displayableText } from '../../core/text/displayable-text.js';
import type { codesTags } from '../../localize/en/codes-tags.js';
import { X } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import type { Choice } from './choices.js';

const LONGEST_SHOWN = 300;

/** What the list shows. */
export interface TagListView {
  readonly choice: Choice<readonly string[]>;
  readonly isDisabled: boolean;
  readonly words: typeof codesTags;
  readonly remove: (tag: string) => void;
  /** Goes on behind the last tag. */
  readonly leave: () => void;
  /** How many are shown, where the agent asked for more than usual. */
  readonly most: number | undefined;
  readonly showMore: (most: number) => void;
}

/** The tags of a session, one stop for Tab, with arrow keys between them. Of very many it shows the newest. */
export class TagList {
  readonly #host: LitElement;
  /** The tag that Tab comes to. */
  #stop: string | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  render(view: TagListView): unknown {
    const { choice, isDisabled, words, most = MOST_TAGS } = view;
    // Ten thousand tags must not be gone through at every key in the field below.
    return guard([choice.shown, choice.saved, choice.status, isDisabled, words, most, this.#stop], () =>
      this.#renderTags(view, most),
    );
  }

  /** Turns to the last tag; answers whether there is one. */
  focusLast(): boolean {
    const last = this.#buttons().at(-1);
    last?.focus();
    return last !== undefined;
  }

  /** Where a focused button stands, to be handed to `heirOf` when it is gone; undefined for what stands elsewhere. */
  placeOf(focused: Element): number | undefined {
    const place = this.#buttons().indexOf(focused as HTMLElement);
    return place < 0 ? undefined : place;
  }

  /** Who stands where a button was, or before. */
  heirOf(place: number): HTMLElement | undefined {
    const buttons = this.#buttons();
    return buttons[Math.min(place, buttons.length - 1)];
  }

  #renderTags(view: TagListView, most: number): TemplateResult {
    const { choice, isDisabled, words } = view;
    const tags = [...new Set(choice.shown)];
    const shown = tags.slice(-most);
    const hidden = tags.length - shown.length;
    const saved = new Set(choice.saved);
    const stop = shown.includes(this.#stop ?? '') ? this.#stop : shown.at(-1);
    return html`
      ${
        hidden === 0
          ? nothing
          : html`<button
            type="button"
            class="earlier"
            @click=${() => {
              view.showMore(most + MOST_TAGS);
            }}
          >
            ${words.earlierTags(Math.min(hidden, MOST_TAGS), hidden)}
          </button>`
      }
      <ul
        class="tags"
        aria-labelledby="tags"
        @keydown=${(event: KeyboardEvent) => {
          this.#onKeyDown(event, shown, view);
        }}
      >
        ${each(
          shown,
          (tag) => tag,
          (tag) => html`<li class="tag ${saved.has(tag) ? '' : choice.status}">
            <bdi translate="no" title=${displayableText(tag, LONGEST_SHOWN)}>${displayableText(tag, LONGEST_SHOWN)}</bdi>
            ${isDisabled ? nothing : this.#renderRemove(tag, tag === stop, view)}
          </li>`,
        )}
      </ul>
    `;
  }

  #renderRemove(tag: string, isStop: boolean, { words, remove }: TagListView): TemplateResult {
    return html`<button
      type="button"
      class="plain remove"
      tabindex=${isStop ? 0 : -1}
      aria-label=${words.removeTag(displayableText(tag, LONGEST_SHOWN))}
      @focus=${({ currentTarget }: Event) => {
        this.#stop = tag;
        for (const button of this.#buttons()) button.tabIndex = button === currentTarget ? 0 : -1;
      }}
      @click=${() => {
        remove(tag);
      }}
    >
      ${icon(X)}
    </button>`;
  }

  #onKeyDown(event: KeyboardEvent, shown: readonly string[], view: TagListView): void {
    const buttons = this.#buttons();
    const place = buttons.indexOf(event.target as HTMLElement);
    const tag = shown[place];
    if (tag === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const forwards = (event.currentTarget as Element).matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowRight': {
        const next = place + (event.key === forwards ? 1 : -1);
        if (next === buttons.length) view.leave();
        else buttons[next]?.focus();
        break;
      }
      case 'Home':
        buttons[0]?.focus();
        break;
      case 'End':
        buttons.at(-1)?.focus();
        break;
      case 'Backspace':
      case 'Delete':
        // A key that is held down must not take one tag after the other.
        if (!event.repeat) view.remove(tag);
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  #buttons(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.tag .remove')];
  }
}
