import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { X } from 'lucide';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import {
  selectCommands,
  selectConfiguration,
  selectConnection,
  selectServiceOf,
  selectSession,
} from '../../core/selectors/select-workspace.js';
import type { TrackedCommand } from '../../core/state/command-reducer.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { codesTags } from '../../localize/en/codes-tags.js';
import { base } from '../../styles/base.js';
import { failedCommands } from '../shared/failed-commands.js';
import { keepFocus } from '../shared/focus-keeper.js';
import { icon } from '../shared/icon.js';
import { pendingWord } from '../shared/pending-word.js';
import { SessionWidget } from '../shared/session-widget.js';
import { styles } from './codes-tags.styles.js';
import { suggestionsFor, withTag } from './tag-suggestions.js';

type Slot = 'primary' | 'secondary';

/**
 * Lets the agent give a session a primary and a secondary code, independent of one another, and free tags with
 * suggestions: during the conversation, in after-call work and later. A choice that could not be saved stays on screen
 * and says why.
 *
 * @tag codes-tags
 * @summary Primary and secondary code and free tags of one session.
 */
export class CodesTags extends SessionWidget {
  static override styles = [base, styles];

  protected override get widget(): 'codes-tags' {
    return 'codes-tags';
  }

  /** The session for which suggestions are on screen. */
  @state() private _suggestingFor: string | undefined;
  /** Position of the suggestion that Enter would take; -1 takes what is typed. */
  @state() private _marked = -1;

  /** What was typed and not added yet, per session: one begun for a customer must not end at another. */
  readonly #typed = new Map<string, string>();
  readonly #id = (): string | undefined => this.shownId;
  readonly #service = new SliceController(this, selectServiceOf, this.#id);
  readonly #commands = new SliceController(this, selectCommands, this.#id);
  readonly #connection = new SliceController(this, () => selectConnection);
  readonly #configuration = new SliceController(this, () => selectConfiguration);
  constructor() {
    super();
    keepFocus(
      this,
      () => undefined,
      () => this.renderRoot.querySelector('input'),
    );
  }

  protected override renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult {
    const words = workspace.localization.strings['codes-tags'] ?? codesTags;
    const { primaryCodes = [], secondaryCodes = [] } = this.#service.value?.extensions ?? {};
    const own = this.#commands.value?.filter(
      ({ command: { type } }) => type === 'codes.choose' || type === 'tags.change',
    );
    const hasCodes = primaryCodes.length + secondaryCodes.length > 0;
    return html`
      ${
        hasCodes
          ? html`<div class="fields">
            ${this.#renderCode('primary', primaryCodes, session, workspace)} ${this.#renderCode('secondary', secondaryCodes, session, workspace)}
          </div>`
          : html`<p class="quiet">${words.noCodes}</p>`
      }
      ${this.#renderTags(session, workspace)} ${failedCommands(own, workspace)}
    `;
  }

  #renderCode(
    slot: Slot,
    codes: readonly string[],
    session: Session,
    { localization: { strings } }: WorkspaceHandle,
  ): TemplateResult {
    const { common, 'codes-tags': words = codesTags } = strings;
    const tracked = this.#lastCommand('codes.choose', slot);
    const asked = tracked?.command;
    const chosen = slot === 'primary' ? session.primaryCode : session.secondaryCode;
    const shown = asked?.type === 'codes.choose' && asked[slot] !== undefined ? (asked[slot] ?? '') : (chosen ?? '');
    const labelOf = (id: string): string => displayableText(this.#configuration.value?.codes.get(id)?.label ?? id, 300);
    const isOld = shown !== '' && !codes.includes(shown);
    const isUnsaved = shown !== (chosen ?? '');
    const note = tracked?.status === 'failed' ? common.notSaved : pendingWord(this.#connection.value, strings);
    return html`<label>
      <span class="quiet">${words[slot]}${isUnsaved ? html` · <span role="status">${note}</span>` : nothing}</span>
      <select class=${isUnsaved ? 'saving' : ''} data-slot=${slot} .value=${live(shown)} @change=${this.#onCode}>
        <option value="">${words.none}</option>
        ${isOld ? html`<option value=${shown} selected>${words.unknownCode(labelOf(shown))}</option>` : nothing}
        ${codes.map((id) => html`<option value=${id} ?selected=${id === shown}>${labelOf(id)}</option>`)}
      </select>
    </label>`;
  }

  #renderTags(session: Session, { localization: { strings } }: WorkspaceHandle): TemplateResult {
    const words = strings['codes-tags'] ?? codesTags;
    const tags = this.#tagsOf(session);
    const found = this.#found(tags);
    return html`<div class="tagged">
      <span class="quiet" id="tags">${words.tags}</span>
      <ul class="tags" aria-labelledby="tags">
        ${repeat(
          tags,
          (tag) => tag,
          (tag) => html`<li class="tag">
            <bdi title=${displayableText(tag, 300)}>${displayableText(tag, 300)}</bdi>
            <button
              type="button"
              class="plain"
              aria-label=${words.removeTag(displayableText(tag, 300))}
              @click=${() => {
                this.#change(tags.filter((other) => other !== tag));
              }}
            >
              ${icon(X)}
            </button>
          </li>`,
        )}
      </ul>
      <div class="box">
        <input
          class="field"
          role="combobox"
          aria-label=${words.addTag}
          aria-expanded=${found.length > 0 ? 'true' : 'false'}
          aria-controls="suggestions"
          aria-autocomplete="list"
          aria-activedescendant=${this._marked < 0 ? nothing : `suggestion-${String(this._marked)}`}
          autocomplete="off"
          placeholder=${words.addTagHint}
          .value=${live(this.#text)}
          @input=${this.#onInput}
          @keydown=${this.#onKeyDown}
          @blur=${this.#onBlur}
        />
        <ul class="suggestions" id="suggestions" role="listbox" aria-label=${words.suggestions} ?hidden=${found.length === 0}>
          ${found.map(
            (tag, index) => html`<li
              role="option"
              id="suggestion-${String(index)}"
              aria-selected=${index === this._marked ? 'true' : 'false'}
              @pointerdown=${(event: Event) => {
                event.preventDefault();
                this.#add(tag);
              }}
            >
              <bdi>${displayableText(tag, 300)}</bdi>
            </li>`,
          )}
        </ul>
      </div>
    </div>`;
  }

  /** What is on its way for this field, or what failed and is still on screen. */
  #lastCommand(type: 'codes.choose' | 'tags.change', slot?: Slot): TrackedCommand | undefined {
    return this.#commands.value?.findLast(
      ({ command }) => command.type === type && (slot === undefined || slot in command),
    );
  }

  #tagsOf(session: Session): readonly string[] {
    const asked = this.#lastCommand('tags.change')?.command;
    return asked?.type === 'tags.change' ? asked.tags : session.tags;
  }

  get #text(): string {
    return this.#typed.get(this.shownId ?? '') ?? '';
  }

  #type(text: string): void {
    this.#typed.set(this.shownId ?? '', text);
    this.#suggest(text !== '');
  }

  #suggest(isOpen: boolean): void {
    this._suggestingFor = isOpen ? this.shownId : undefined;
    this._marked = -1;
    this.requestUpdate();
  }

  #found(tags: readonly string[]): readonly string[] {
    if (this._suggestingFor === undefined || this._suggestingFor !== this.shownId) return [];
    return suggestionsFor(this.#text, this.#service.value?.extensions.tagSuggestions ?? [], tags);
  }

  #onCode(event: Event): void {
    const { value, dataset } = event.currentTarget as HTMLSelectElement;
    const sessionId = this.shownId;
    if (sessionId === undefined) return;
    const choice = value === '' ? null : value;
    const codes = dataset.slot === 'primary' ? { primary: choice } : { secondary: choice };
    void this.workspace?.store.execute({ type: 'codes.choose', sessionId, ...codes });
  }

  #onInput(event: Event): void {
    this.#type((event.currentTarget as HTMLInputElement).value);
  }

  #onKeyDown(event: KeyboardEvent): void {
    const session = this.#shownSession();
    if (!session || event.isComposing) return;
    const found = this.#found(this.#tagsOf(session));
    switch (event.key) {
      case 'ArrowDown':
        if (found.length === 0) this.#suggest(true);
        else this._marked = Math.min(this._marked + 1, found.length - 1);
        break;
      case 'ArrowUp':
        this._marked = Math.max(this._marked - 1, -1);
        break;
      case 'Enter':
        this.#add(found[this._marked] ?? this.#text);
        break;
      case 'Escape':
        if (found.length > 0) this.#suggest(false);
        else if (this.#text !== '') this.#type('');
        else return;
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  /** What is typed stays; only the list closes. */
  #onBlur(): void {
    this.#suggest(false);
  }

  #add(tag: string): void {
    const session = this.#shownSession();
    if (!session) return;
    const tags = this.#tagsOf(session);
    const next = withTag(tags, tag);
    this.#type('');
    if (next !== tags) this.#change(next);
  }

  #change(tags: readonly string[]): void {
    if (this.shownId !== undefined)
      void this.workspace?.store.execute({ type: 'tags.change', sessionId: this.shownId, tags });
  }

  #shownSession(): Session | undefined {
    return this.shownId === undefined ? undefined : this.workspace?.store.read(selectSession(this.shownId));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'codes-tags': CodesTags;
  }
}
