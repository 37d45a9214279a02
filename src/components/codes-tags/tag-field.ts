import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { LONGEST_TAG, MOST_TAGS, addTags, splitTags } from '../../core/tags/tag-list.js';
import { displayableText } from '../../core/text/displayable-text.js';
import type { codesTags } from '../../localize/en/codes-tags.js';
import { OptionPopup } from './option-popup.js';
import { suggestionsFor } from './tag-suggestions.js';
import { isOfComposition } from '../../views/composing.js';

/** What the field works with. */
export interface TagFieldView {
  readonly tags: readonly string[];
  readonly suggestions: readonly string[];
  readonly isDisabled: boolean;
  readonly words: typeof codesTags;
  /** Asks for other tags; answers whether that was allowed. */
  readonly change: (tags: readonly string[]) => boolean;
  /** Turns to the last tag; answers whether there is one. */
  readonly focusLast: () => boolean;
}

/** What is typed and not added yet; it belongs to the session, not to the field. */
export interface TypedTag {
  /** For the session shown. */
  readonly text: string;
  keep(text: string): void;
}

/** The field for free tags: suggestions while one types, several at once by paste, and a word on what became of them. */
export class TagField {
  readonly #host: LitElement;
  readonly #sessionId: () => string | undefined;
  readonly #typed: TypedTag;
  readonly #popup: OptionPopup;
  /** What is to be said of what was added last. */
  #note: { readonly sessionId: string | undefined; readonly text: string } | undefined;
  #view: TagFieldView | undefined;

  constructor(host: LitElement, sessionId: () => string | undefined, typed: TypedTag) {
    this.#host = host;
    this.#sessionId = sessionId;
    this.#typed = typed;
    this.#popup = new OptionPopup(host, 'tag', sessionId);
  }

  /** Puts text into the field; the list of suggestions stays closed. */
  type(text: string): void {
    this.#typed.keep(text);
    this.clear();
  }

  /** Takes off the screen what was said and offered. */
  clear(): void {
    this.#note = undefined;
    this.#popup.close();
  }

  /** Adds tags and says what became of them. What could not be added is answered; undefined when a host forbade it. */
  add(texts: readonly string[]): readonly string[] | undefined {
    const view = this.#view;
    if (!view) return undefined;
    const { tags, added, known, tooLong, tooMany } = addTags(view.tags, texts);
    if (added > 0 && !view.change(tags)) return undefined;
    const { words } = view;
    const sentences = [
      added + known > 1 || known > 0 ? words.tagsAdded(added, known) : '',
      tooLong.length > 0 ? words.tagsTooLong(LONGEST_TAG) : '',
      tooMany.length > 0 ? words.tagsTooMany(MOST_TAGS, tooMany.length) : '',
    ];
    this.#note = { sessionId: this.#sessionId(), text: sentences.filter((sentence) => sentence !== '').join(' ') };
    this.#host.requestUpdate();
    return [...tooLong, ...tooMany];
  }

  render(view: TagFieldView): TemplateResult {
    this.#view = view;
    const { isDisabled, words } = view;
    const found = this.#found(view);
    const { listId, markedId } = this.#popup;
    return html`<div class="box">
        <input
          class="field"
          role="combobox"
          aria-label=${words.addTag}
          aria-expanded=${found.length > 0 ? 'true' : 'false'}
          aria-controls=${listId}
          aria-autocomplete="list"
          aria-activedescendant=${markedId ?? nothing}
          autocomplete="off"
          placeholder=${words.addTagHint}
          ?disabled=${isDisabled}
          .value=${live(this.#typed.text)}
          @input=${this.#onInput}
          @paste=${this.#onPaste}
          @keydown=${this.#onKeyDown}
          @blur=${this.#onBlur}
        />
        ${this.#popup.render({
          label: words.suggestions,
          count: found.length,
          rowAt: (at) => html`<bdi translate="no">${displayableText(found[at] ?? '', 300)}</bdi>`,
          pick: (at) => {
            this.#addTyped([found[at] ?? '']);
          },
          moreText: words.more,
        })}
      </div>
      <p class="note quiet" aria-live="polite">${this.#note?.sessionId === this.#sessionId() ? this.#note?.text : nothing}</p>`;
  }

  #found({ suggestions, tags }: TagFieldView): readonly string[] {
    return this.#popup.isOpen ? suggestionsFor(this.#typed.text, suggestions, tags) : [];
  }

  /** Adds what the field stood for; what could not be added stays in it. */
  #addTyped(texts: readonly string[]): void {
    const left = this.add(texts);
    if (!left) return;
    const note = this.#note;
    this.type(left.join('; '));
    this.#note = note;
    void this.#host.updateComplete.then(this.#keepInSight);
  }

  /** A line more of tags has moved the field down, maybe below the edge of what it is scrolled in. */
  readonly #keepInSight = (): void => {
    this.#host.renderRoot.querySelector('.tagged .field:focus')?.scrollIntoView({ block: 'nearest' });
  };

  readonly #onInput = ({ currentTarget }: Event): void => {
    this.type((currentTarget as HTMLInputElement).value);
    if (this.#typed.text !== '') this.#popup.open();
  };

  /** A field of one line would swallow the line breaks of a list. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    const { value, selectionStart, selectionEnd } = event.currentTarget as HTMLInputElement;
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (splitTags(pasted).length < 2) return;
    event.preventDefault();
    const text = `${value.slice(0, selectionStart ?? 0)}${pasted}${value.slice(selectionEnd ?? 0)}`;
    this.#addTyped(splitTags(text));
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const view = this.#view;
    if (!view || isOfComposition(event)) return;
    const found = this.#found(view);
    if (event.key === 'Enter') this.#addTyped([...this.#chosenBy(found)]);
    else if (event.key === 'Escape' && found.length > 0) this.#popup.close();
    else if (event.key === 'Escape' && this.#typed.text !== '') this.type('');
    else if (event.key === 'ArrowDown' && found.length === 0) this.#popup.open();
    else if (event.key === 'Backspace' && this.#typed.text === '' && !event.repeat && view.focusLast())
      this.#popup.close();
    else if (!this.#popup.onKey(event, found.length)) return;
    event.preventDefault();
  };

  /** The marked suggestion as it is, or else the tags in the text. */
  #chosenBy(found: readonly string[]): readonly string[] {
    const marked = found[this.#popup.marked];
    return marked === undefined ? splitTags(this.#typed.text) : [marked];
  }

  /** What is typed stays; only the list closes. */
  readonly #onBlur = (): void => {
    this.#popup.close();
  };
}
