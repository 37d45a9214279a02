import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { perform } from '../../context/acts/acts.js';
import { DraftState } from '../../context/draft-state.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import { selectBegun } from '../../core/selectors/select-begun.js';
import { selectCommands } from '../../core/selectors/select-commands.js';
import { selectConnectionOf } from '../../core/selectors/select-connection.js';
import { selectServiceOf, selectSession, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { codesTags } from '../../localize/en/codes-tags.js';
import { stateSentence } from '../../localize/state-sentence.js';
import { base } from '../../styles/base.js';
import { failedCommands } from '../../views/failed-commands.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { pendingWord } from '../../localize/pending-word.js';
import type { Choice, Choices, Slot } from './choices.js';
import { SLOTS, choicesOf, codeWish, isOwn, wishesBack } from './choices.js';
import { CodeField } from './code-field.js';
import { labelOfCode, offersOf } from './code-offers.js';
import { styles } from './codes-tags.styles.js';
import { entriesOf, keptOf, typedIn } from './form-entries.js';
import { FormWidget } from './form-widget.js';
import { KeptChoices } from './kept-choices.js';
import { MachineSuggestions } from './machine-suggestions.js';
import { TagField } from './tag-field.js';
import type { TypedTag } from './tag-field.js';
import { TagList } from './tag-list.js';

const NO_TEXTS: readonly string[] = [];

/**
 * Lets the agent give a session a primary and a secondary code, independent of one another, and free tags with
 * suggestions: during the conversation, in after-call work and later. A choice that could not be saved stays on screen
 * and says why. Inside a `<form>` it is a control of that form: with a `name` it submits `<name>.primary`,
 * `<name>.secondary` and one `<name>.tag` for each tag, as shown, saved or not. A reset discards what is not saved.
 *
 * @tag codes-tags
 * @summary Primary and secondary code and free tags of one session.
 * @csspart suggested - What a machine suggests.
 */
export class CodesTags extends FormWidget {
  static override styles = [base, styles];

  protected override get widget(): 'codes-tags' {
    return 'codes-tags';
  }

  /** The code without which a form is not valid: `primary`, `secondary` or `both`. One that the service does not have is not demanded. */
  @property() required: Slot | 'both' | '' | undefined;

  readonly #id = (): string | undefined => this.shownId;
  readonly #service = new SliceController(this, selectServiceOf, this.#id);
  readonly #commands = new SliceController(this, selectCommands, this.#id);
  readonly #connection = new SliceController(this, selectConnectionOf, () => this.shownId);
  readonly #workspace = new SliceController(this, selectWorkspaceOf, () => this.shownId);
  readonly #fields = { primary: this.#codeField('primary'), secondary: this.#codeField('secondary') };
  readonly #typed = new SliceController(this, (id: string) => selectBegun('tag', id), this.#id);
  readonly #kept = new KeptChoices(this, this.#id, () => this.agentId);
  readonly #state = new DraftState(this, 'tag', this.#id);
  readonly #tagsShown = new SliceController(this, (id: string) => selectBegun('tagsShown', id), this.#id);
  readonly #suggestions = new MachineSuggestions(this, this.#id, {
    choose: (slot, code) => {
      this.#choose(slot, code);
    },
    addTags: (tags) => {
      this.#tagField.add(tags);
    },
    dismiss: (keys) => {
      this.keep('dismissedSuggestions', (before) => new Set([...(before ?? []), ...keys]));
    },
  });
  readonly #tagList = new TagList(this);
  readonly #tagField = new TagField(this, this.#id, this.#typedTag());
  /** What the browser brought back, until it is known who works here. */
  #restored: FormData | undefined;

  constructor() {
    super();
    keepFocus(this, (focused) => {
      const tag = this.#tagList.placeOf(focused);
      const suggested = this.#suggestions.placeOf(focused);
      return () =>
        (tag === undefined ? undefined : this.#tagList.heirOf(tag)) ??
        this.#suggestions.heirOf(suggested) ??
        this.#input();
    });
  }

  protected override renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult {
    const words = this.#words();
    const { strings } = workspace.localization;
    const choices = this.#choicesOf(session);
    const { tags } = choices;
    const isUnkept = this.#state.isUnsaved && ((this.#typed.value ?? '') !== '' || this.#kept.value !== undefined);
    const note = [this.#noteOf(tags, workspace), isUnkept ? words.unsaved : '']
      .filter((part) => part !== '')
      .join(' · ');
    const isDisabled = this.#isDisabledFor(session);
    const suggested = this.#suggestions.render({
      session,
      chosen: choices,
      isDisabled,
      service: this.#service.value,
      workspace: this.#workspace.value,
      words,
      common: strings.common,
    });
    return html`
      ${session.state === 'offered' ? html`<p class="quiet not-yet">${stateSentence(session.state, workspace.localization.strings, words.toSet, '')}</p>` : nothing}
      ${this.#renderCodes(choices, isDisabled, workspace)}
      <div class="tagged">
        <div class="about ${suggested.mayCome ? 'may-be-suggested' : ''}">
          <span class="quiet" id="tags">${words.tags}${note === '' ? nothing : html` · <span role="status">${note}</span>`}</span>
          ${suggested.button}
        </div>
        ${this.#tagList.render({
          choice: tags,
          isDisabled,
          words,
          remove: (tag) => {
            this.#change(tags.shown.filter((other) => other !== tag));
          },
          leave: () => this.#input()?.focus(),
          most: this.#tagsShown.value,
          showMore: (most) => {
            this.keep('tagsShown', most);
          },
        })}
        ${this.#tagField.render({
          tags: tags.shown,
          suggestions: this.#service.value?.extensions.tagSuggestions ?? NO_TEXTS,
          isDisabled,
          words,
          change: (more) => this.#change(more),
          focusLast: () => this.#tagList.focusLast(),
        })}
      </div>
      ${failedCommands(this.#commands.value?.filter(isOwn), strings, this.#kept.waysOn)}
      ${this.#kept.renderLeft(session.id, choices, strings, words.begun)}
      ${suggested.list}
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { internals, name } = this;
    const words = this.#words();
    internals.role = 'group';
    internals.ariaLabel = internals.labels.length > 0 ? null : words.title;
    const session = this.#shownSession();
    const choices = session && this.#choicesOf(session);
    if (session && choices && name !== '')
      internals.setFormValue(entriesOf(name, choices), keptOf(this.agentId, session.id, this.#typed.value));
    else internals.setFormValue(null);
    const isOpen = session && !this.#isDisabledFor(session);
    const missing = isOpen && choices && SLOTS.find((slot) => this.#demands(slot) && choices[slot].shown === undefined);
    const control = missing && this.renderRoot.querySelector<HTMLElement>(`[data-slot="${missing}"]`);
    if (control) internals.setValidity({ valueMissing: true }, words.missing[missing], control);
    else internals.setValidity({});
  }

  protected override forget(): void {
    for (const field of Object.values(this.#fields)) field.clear();
    this.#tagField.clear();
  }

  protected override discard(): void {
    const { workspace } = this;
    const session = this.#shownSession();
    for (const field of Object.values(this.#fields)) field.clear();
    this.#tagField.type('');
    if (this.shownId !== undefined) this.#kept.clear(this.shownId);
    if (!workspace || !session) return;
    const own = this.#commands.value?.filter(isOwn) ?? [];
    for (const tracked of own) if (tracked.status === 'failed') workspace.store.dismiss(tracked);
    const underway = own.filter(({ status }) => status === 'pending');
    for (const wish of wishesBack(session.id, choicesOf(session, underway))) void perform(workspace, this, wish);
  }

  protected override restore(kept: FormData): void {
    this.#restored = kept;
    this.requestUpdate();
  }

  protected override update(changed: PropertyValues): void {
    const { agentId, workspace } = this;
    if (this.#restored && workspace && agentId !== undefined) {
      const { sessionId, typed } = typedIn(this.#restored, agentId) ?? {};
      this.#restored = undefined;
      const isFree = sessionId !== undefined && workspace.store.read(selectBegun('tag', sessionId)) === undefined;
      if (isFree) this.keep('tag', typed, sessionId);
    }
    const session = this.#shownSession();
    if (session) this.#kept.settle(session.id, this.#choicesOf(session));
    super.update(changed);
  }

  #renderCodes(choices: Choices, isDisabled: boolean, workspace: WorkspaceHandle): TemplateResult {
    const words = this.#words();
    const codes = this.#workspace.value?.configuration?.codes;
    const slots = SLOTS.filter((slot) => this.#listOf(slot).length > 0 || choices[slot].shown !== undefined);
    if (slots.length === 0) return html`<p class="quiet">${words.noCodes}</p>`;
    return html`<div class="fields">
      ${slots.map((slot) =>
        this.#fields[slot].render({
          offers: offersOf(this.#listOf(slot), codes),
          choice: choices[slot],
          labelOf: (id) => labelOfCode(id, codes),
          note: this.#noteOf(choices[slot], workspace),
          isDisabled,
          isRequired: this.#demands(slot),
          words,
        }),
      )}
    </div>`;
  }

  #words(): typeof codesTags {
    return this.workspace?.localization.strings['codes-tags'] ?? codesTags;
  }

  #noteOf({ status }: Choice<unknown>, { localization: { strings } }: WorkspaceHandle): string {
    if (status === 'saved') return '';
    return status !== 'pending' ? strings.common.notSaved : pendingWord(this.#connection.value, strings);
  }

  #listOf(slot: Slot): readonly string[] {
    const { primaryCodes, secondaryCodes } = this.#service.value?.extensions ?? {};
    return (slot === 'primary' ? primaryCodes : secondaryCodes) ?? NO_TEXTS;
  }

  #isDisabledFor({ state: own }: Session): boolean {
    return this._isDisabled || own === 'offered';
  }

  #demands(slot: Slot): boolean {
    const { required } = this;
    return (required === slot || required === 'both' || required === '') && this.#listOf(slot).length > 0;
  }

  #typedTag(): TypedTag {
    const typed = this.#typed;
    return {
      get text() {
        return typed.value ?? '';
      },
      keep: (text) => {
        this.keep('tag', text);
      },
    };
  }

  #codeField(slot: Slot): CodeField {
    return new CodeField(this, slot, this.#id, (code) => {
      this.#choose(slot, code);
    });
  }

  #choose(slot: Slot, code: string | null): void {
    const { shownId: sessionId } = this;
    if (sessionId !== undefined) this.#kept.ask(codeWish(sessionId, slot, code));
  }

  #change(tags: readonly string[]): boolean {
    const { shownId: sessionId } = this;
    return sessionId !== undefined && this.#kept.ask({ type: 'tags.change', sessionId, tags });
  }

  #choicesOf(session: Session): Choices {
    return choicesOf(session, this.#commands.value ?? [], this.#kept.value);
  }

  #input(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.tagged input');
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
