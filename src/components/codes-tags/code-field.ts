import { isBlank } from '../../core/text/blank.js';
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { HeldChoice } from '../../controllers/held-choice.js';
import { search } from '../../core/text/folded.js';
import type { codesTags } from '../../localize/en/codes-tags.js';
import { Check, ChevronDown } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import type { Choice, Slot } from './choices.js';
import type { CodeOffers } from './code-offers.js';
import { OptionPopup } from './option-popup.js';
import { isOfComposition } from '../../views/composing.js';

/** Up to this many codes a dropdown of the browser serves best; beyond, one has to search. */
const LONGEST_DROPDOWN = 12;
/** What a field in a narrow column shows of a label; a longer one is written out below it. */
const FITTING = 32;

/** What a field shows. */
export interface CodeView {
  readonly offers: CodeOffers;
  readonly choice: Choice<string | undefined>;
  readonly labelOf: (id: string) => string;
  /** What is said of a choice that is not saved. */
  readonly note: string;
  readonly isDisabled: boolean;
  readonly isRequired: boolean;
  readonly words: typeof codesTags;
}

/** One code of a session: a dropdown, or, for a long list, a field in which one searches. */
export class CodeField {
  readonly #slot: Slot;
  readonly #sessionId: () => string | undefined;
  readonly #choose: (code: string | null) => void;
  readonly #popup: OptionPopup;
  readonly #dropdown: HeldChoice;
  /** What is being searched for, in which session; it is no choice and ends when the agent goes on. */
  #search: { readonly sessionId: string | undefined; readonly text: string } | undefined;
  #view: CodeView | undefined;

  constructor(
    host: LitElement,
    slot: Slot,
    sessionId: () => string | undefined,
    choose: (code: string | null) => void,
  ) {
    this.#slot = slot;
    this.#sessionId = sessionId;
    this.#choose = choose;
    this.#popup = new OptionPopup(host, slot, sessionId);
    this.#dropdown = new HeldChoice(host, sessionId, (value) => {
      choose(value === '' ? null : value);
    });
  }

  /** Lets go of what was searched for or passed. */
  clear(): void {
    this.#search = undefined;
    this.#popup.close();
    this.#dropdown.clear();
  }

  render(view: CodeView): TemplateResult {
    this.#view = view;
    return view.offers.ids.length > LONGEST_DROPDOWN ? this.#renderCombobox(view) : this.#renderDropdown(view);
  }

  #renderDropdown(view: CodeView): TemplateResult {
    const { offers, choice, isDisabled, isRequired, words } = view;
    const shown = choice.shown ?? '';
    const isOld = shown !== '' && !offers.ids.includes(shown);
    const value = this.#dropdown.over(shown);
    return html`<div class="code">
      <label>
        ${this.#renderName(this.#dropdown.isOpen ? { ...view, note: words.toChoose } : view)}
        <select
          class=${choice.status}
          data-slot=${this.#slot}
          aria-required=${isRequired ? 'true' : 'false'}
          ?disabled=${isDisabled}
          @change=${this.#dropdown.onChange}
          @keydown=${this.#dropdown.onKey}
          @keypress=${this.#dropdown.onKey}
          @blur=${this.#dropdown.onBlur}
        >
          <option value="" .selected=${live(value === '')}>${words.none}</option>
          ${isOld ? html`<option value=${shown} .selected=${live(shown === value)}>${this.#textOf(shown, view)}</option>` : nothing}
          ${offers.ids.map((id, at) => html`<option value=${id} .selected=${live(id === value)}>${offers.labels[at]}</option>`)}
        </select>
      </label>
      ${this.#renderInFull(view)}
    </div>`;
  }

  #renderCombobox(view: CodeView): TemplateResult {
    const { offers, choice, isDisabled, isRequired, words } = view;
    const found = this.#found(view);
    const count = words.found(found.filter((at) => at >= 0).length, offers.ids.length);
    const { isOpen, listId, markedId } = this.#popup;
    const id = `${this.#slot}-code`;
    return html`<div class="code">
      <label for=${id}>${this.#renderName(view)}</label>
      <div class="box">
        <input
          id=${id}
          class="field ${choice.status}"
          data-slot=${this.#slot}
          role="combobox"
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-controls=${listId}
          aria-autocomplete="list"
          aria-activedescendant=${markedId ?? nothing}
          aria-required=${isRequired ? 'true' : 'false'}
          autocomplete="off"
          spellcheck="false"
          placeholder=${words.searchCode}
          ?disabled=${isDisabled}
          dir="auto"
          .value=${live(this.#text ?? this.#textOf(choice.shown, view))}
          @focus=${selectText}
          @click=${this.#onClick}
          @input=${this.#onInput}
          @keydown=${this.#onKeyDown}
          @blur=${this.#onBlur}
        />
        ${icon(ChevronDown)}
        ${this.#popup.render({
          label: words[this.#slot],
          count: found.length,
          rowAt: (row) => this.#renderRow(found[row] ?? -1, view),
          pick: (row) => {
            this.#pick(found[row]);
          },
          moreText: words.more,
          footer: count,
        })}
        <span class="spoken" aria-live="polite">${isOpen && this.#text !== undefined ? count : nothing}</span>
      </div>
      ${this.#renderInFull(view)}
    </div>`;
  }

  #renderName({ note, isRequired, words }: CodeView): TemplateResult {
    return html`<span class="quiet"
      >${words[this.#slot]}${isRequired ? ` (${words.required})` : nothing}${note === '' ? nothing : html` · <span role="status">${note}</span>`}</span
    >`;
  }

  /** A label that the field cuts off; who hears the field hears all of it there. */
  #renderInFull(view: CodeView): TemplateResult {
    const text = this.#textOf(view.choice.shown, view);
    const isFitting = text.length <= FITTING;
    return html`<p class="quiet" aria-hidden="true" ?hidden=${isFitting}><bdi translate="no">${isFitting ? nothing : text}</bdi></p>`;
  }

  #renderRow(at: number, { offers, choice, words }: CodeView): TemplateResult {
    const isChosen = offers.ids[at] === choice.shown;
    return html`<bdi translate="no">${at < 0 ? words.none : offers.labels[at]}</bdi>${
      isChosen ? html` ${icon(Check)} <span class="spoken">${words.chosen}</span>` : nothing
    }`;
  }

  /** The search text of the session shown; undefined while nothing was typed. */
  get #text(): string | undefined {
    return this.#search && this.#search.sessionId === this.#sessionId() ? this.#search.text : undefined;
  }

  #textOf(id: string | undefined, { offers, labelOf, words }: CodeView): string {
    if (id === undefined) return '';
    return offers.ids.includes(id) ? labelOf(id) : words.unknownCode(labelOf(id));
  }

  /** Positions of what is offered now; -1 is none, which stands before the codes while nothing is searched for. */
  #found({ offers: { labels } }: CodeView): readonly number[] {
    if (!this.#popup.isOpen) return [];
    const text = this.#text ?? '';
    return isBlank(text) ? [-1, ...labels.keys()] : search(text, labels);
  }

  #open(view: CodeView): void {
    const { shown } = view.choice;
    this.#popup.open(shown === undefined ? 0 : view.offers.ids.indexOf(shown) + 1 || -1);
  }

  #pick(at: number | undefined): void {
    const view = this.#view;
    if (at === undefined || !view) return;
    const code = view.offers.ids[at];
    this.clear();
    if (code !== view.choice.shown) this.#choose(code ?? null);
  }

  readonly #onClick = (event: Event): void => {
    if (this.#popup.isOpen || !this.#view) return;
    selectText(event);
    this.#open(this.#view);
  };

  readonly #onInput = ({ currentTarget }: Event): void => {
    this.#search = { sessionId: this.#sessionId(), text: (currentTarget as HTMLInputElement).value };
    this.#popup.open();
    if (this.#view && this.#found(this.#view).length > 0) this.#popup.open(0);
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const view = this.#view;
    if (!view || isOfComposition(event)) return;
    const found = this.#found(view);
    const { isOpen, marked } = this.#popup;
    if (!isOpen && (event.key === 'ArrowDown' || (event.key === 'ArrowUp' && !event.altKey))) this.#open(view);
    else if (isOpen && event.key === 'Enter') this.#pick(found[marked]);
    else if (isOpen && event.key === 'Escape') this.clear();
    else if (!this.#popup.onKey(event, found.length)) return;
    event.preventDefault();
  };

  readonly #onBlur = (): void => {
    this.clear();
  };
}

/** Typing replaces the label of the code that is chosen, and does not add to it. */
function selectText({ currentTarget }: Event): void {
  (currentTarget as HTMLInputElement).select();
}
