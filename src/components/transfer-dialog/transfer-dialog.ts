import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { SessionWidget } from '../../context/session-widget.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Configuration } from '../../core/configuration/configuration.js';
import { totalOf } from '../../core/rules/capacity.js';
import type { Session } from '../../core/model/session.js';
import type { TransferAim, TransferKind } from '../../core/model/transfer.js';
import { transferKindsOf, transferTargets } from '../../core/rules/transfer-targets.js';
import type { TransferTarget } from '../../core/rules/transfer-targets.js';
import { selectSession, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { selectUsers } from '../../core/selectors/select-users.js';
import { isBlank } from '../../core/text/blank.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { Phone, User as Person, UsersRound } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import type { Drawing } from '../../icons/icon.js';
import { presenceWords } from '../../localize/en/agent-presence.js';
import { verbWords } from '../../localize/en/session-controls.js';
import { transferDialog } from '../../localize/en/transfer-dialog.js';
import { unsentWords } from '../../localize/en/unsent.js';
import type { Strings } from '../../localize/en.js';
import { wordFor } from '../../localize/words.js';
import { base } from '../../styles/base.js';
import { dialogStyles } from '../../styles/dialog.js';
import { isOfComposition } from '../../views/composing.js';
import { unsentText } from '../../views/unsent-question.js';
import { aimOf, foundTargets, isAimedAt } from './found-targets.js';
import type { Found, FoundTarget } from './found-targets.js';
import { styles } from './transfer-dialog.styles.js';
import { openDialog } from '../../controllers/open-dialog.js';

/** So many are listed; the others come by typing. */
const MOST_LISTED = 100;
const PAGE = 8;

const ICONS: Readonly<Record<TransferKind, Drawing>> = { service: UsersRound, agent: Person, number: Phone };

/**
 * Asks where a session is to go: one field that looks through services and people, and takes a phone number where the
 * service of the session allows it. Arrow keys mark a target, Enter transfers to it. Who cannot take it is listed with the
 * reason. `session-controls` opens it.
 *
 * @tag transfer-dialog
 * @summary Looks for the service, person or number that a session is transferred to.
 */
export class TransferDialog extends SessionWidget {
  static override styles = [base, dialogStyles, styles];

  /** Where it was to go when it is asked once more. */
  @property({ attribute: false }) aim: TransferAim = {};

  /** What is written and can no longer be sent afterwards; empty where nothing is. */
  @property({ attribute: false }) unsent = '';

  /** Called with where it is to go, or with nothing when the agent has thought better of it. */
  @property({ attribute: false }) onClose: ((aim: TransferAim | undefined) => void) | undefined;

  @state() private _typed = '';
  /** Position of the target that Enter takes; -1 is none. */
  @state() private _marked = -1;
  /** Whether the agent wanted to go on with what leads nowhere. */
  @state() private _isRefused = false;

  readonly #workspaceSlice = new SliceController(this, selectWorkspaceOf, () => this.shownId);
  readonly #users = new SliceController(
    this,
    ({ users }: Configuration) => selectUsers([...users.keys()]),
    () => this.#workspaceSlice.value?.configuration,
  );
  #isAsked = false;
  #targets: readonly TransferTarget[] = [];
  #names: readonly string[] = [];
  #found: Found = { targets: [], isWrongNumber: false };

  protected override forget(): void {
    this._typed = '';
    this._marked = -1;
  }

  protected override renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult {
    const { strings } = workspace.localization;
    const { 'transfer-dialog': words = transferDialog, verb: verbs = verbWords } = strings;
    const verb = verbs['session.transfer'];
    const kinds = this.#gather(session);
    const { targets, isWrongNumber } = this.#found;
    const listed = targets.slice(0, MOST_LISTED);
    const marked = listed[this._marked];
    return html`<dialog aria-label=${verb} @close=${this.#onDialogClose}>
      <form method="dialog" novalidate>
        <label>
          ${words.label(kinds)}
          <input
            class="field"
            data-begin
            role="combobox"
            aria-expanded="true"
            aria-controls="targets"
            aria-autocomplete="list"
            aria-activedescendant=${ifDefined(marked && `target-${String(this._marked)}`)}
            aria-invalid=${this._isRefused ? 'true' : 'false'}
            aria-describedby="said"
            autocomplete="off"
            spellcheck="false"
            .value=${this._typed}
            @input=${this.#onInput}
            @keydown=${this.#onKeyDown}
          />
        </label>
        <div class="targets" role="listbox" id="targets" tabindex="-1" aria-label=${words.list}>
          ${repeat(
            listed,
            ({ kind, id }) => `${kind} ${id}`,
            (target, at) => this.#renderTarget(target, at, strings),
          )}
        </div>
        ${targets.length > listed.length ? html`<p class="quiet">${words.more(targets.length - listed.length)}</p>` : nothing}
        <p class="said quiet ${this._isRefused ? 'wrong' : ''}" id="said" role="status">
          ${isWrongNumber ? words.notANumber : this.#said(marked, strings)}
        </p>
        ${this.unsent === '' ? nothing : unsentText(this.unsent, strings)}
        <div class="choices">
          <button type="button" value="" @click=${this.#onCancel}>${strings.common.cancel}</button>
          <button class=${this.unsent === '' ? 'primary' : 'danger'} value="session.transfer" @click=${this.#onSubmit}>
            ${this.unsent === '' ? verb : (strings.unsent ?? unsentWords).goOn(verb)}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    // Once: what was answered is not asked again while it goes.
    if (dialog && !this.#isAsked) {
      this.#isAsked = true;
      openDialog(dialog);
    }
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  /** What there is, and what of it is found. */
  #gather(session: Session): readonly TransferKind[] {
    const { configuration, agentId } = this.#workspaceSlice.value ?? {};
    this.#targets = transferTargets(session, {
      configuration,
      agentId,
      userOf: (id) => this.#users.value?.get(id),
    });
    const names = this.#targets.map(({ name }) => displayableText(name, 200));
    // The same list as long as it is the same: what is typed is looked for in what is folded once.
    if (names.join('\n') !== this.#names.join('\n')) this.#names = names;
    const kinds = transferKindsOf(session, configuration?.services.get(session.serviceId));
    this.#found = foundTargets(this._typed, this.#targets, this.#names, kinds);
    if (!this.hasUpdated) this._marked = firstMarked(this.#found.targets, this.aim);
    return kinds;
  }

  #renderTarget(target: FoundTarget, at: number, strings: Strings): TemplateResult {
    const { 'transfer-dialog': words = transferDialog } = strings;
    return html`<div
      role="option"
      id="target-${at}"
      aria-selected=${at === this._marked ? 'true' : 'false'}
      aria-disabled=${target.obstacle === undefined ? 'false' : 'true'}
      @mousedown=${keepFocusInField}
      @click=${() => {
        this._marked = at;
        this._isRefused = false;
      }}
    >
      ${icon(ICONS[target.kind])}
      <span>
        <span class="spoken">${words.kind[target.kind]}&nbsp;</span><bdi translate="no">${nameOf(target)}</bdi>
        ${target.kind === 'agent' ? html`<span class="about quiet figures" translate="no">${this.#renderPerson(target, strings)}</span>` : nothing}
      </span>
    </div>`;
  }

  /** How available and how busy somebody is, and why that is too much. */
  #renderPerson(target: TransferTarget, strings: Strings): unknown {
    const { 'transfer-dialog': words = transferDialog, presence: presences = presenceWords } = strings;
    const { presence, usage } = this.#users.value?.get(target.id) ?? {};
    const user = this.#workspaceSlice.value?.configuration?.users.get(target.id);
    const used = usage?.total;
    const total = user && used !== undefined ? totalOf(user, { total: used, perModality: new Map() }) : undefined;
    const said = [
      ...(presence ? [wordFor(presences, presence.presence)] : []),
      ...(used === undefined ? [] : [words.load(used, total?.limit)]),
      ...(target.obstacle && target.obstacle !== 'presence' ? [words.stop[target.obstacle]] : []),
    ];
    return html`<bdi>${said.join(' · ')}</bdi>`;
  }

  /** What stands against the marked target, or how much was found. */
  #said(marked: FoundTarget | undefined, strings: Strings): string {
    const { 'transfer-dialog': words = transferDialog, presence: presences = presenceWords } = strings;
    if (marked?.obstacle !== undefined) {
      const presence = this.#users.value?.get(marked.id)?.presence?.presence ?? '';
      const reason = marked.obstacle === 'presence' ? wordFor(presences, presence) : words.stop[marked.obstacle];
      return words.notNow(nameOf(marked), reason);
    }
    if (this._isRefused) return words.choose;
    if (isBlank(this._typed)) return this.#found.targets.length === 0 ? words.nothing : '';
    return words.found(this.#found.targets.length);
  }

  readonly #onInput = ({ currentTarget }: Event): void => {
    this._typed = (currentTarget as HTMLInputElement).value;
    this._isRefused = false;
    // Whoever types looks for the first that can take it; without a text nothing is taken by accident.
    const session = this.#session();
    if (session) this.#gather(session);
    const [first] = this.#found.targets;
    this._marked = isBlank(this._typed) || !first || this.#found.isWrongNumber ? -1 : 0;
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (isOfComposition(event) || altKey || ctrlKey || metaKey || shiftKey) return;
    const last = Math.min(this.#found.targets.length, MOST_LISTED) - 1;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[key];
    if (key === 'Enter') this.#take();
    else if (step === undefined) return;
    else {
      this._isRefused = false;
      this._marked = Math.max(Math.min(0, last), Math.min(last, this._marked + step));
    }
    event.preventDefault();
  };

  /** By its button, also for Enter: of a form nothing is heard in a sandboxed frame that allows none. */
  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#take();
  };

  #take(): void {
    const target = this.#found.targets[this._marked];
    this._isRefused = !target || target.obstacle !== undefined;
    if (this._isRefused || !target) this.renderRoot.querySelector('input')?.focus();
    else this.#close(aimOf(target));
  }

  readonly #onCancel = (): void => {
    this.#close(undefined);
  };

  readonly #onDialogClose = (): void => {
    this.onClose?.(undefined);
  };

  /** Closed first, so that the focus goes back to where it came from. */
  #close(aim: TransferAim | undefined): void {
    const { onClose } = this;
    this.onClose = undefined;
    this.renderRoot.querySelector('dialog')?.close();
    onClose?.(aim);
  }

  #session(): Session | undefined {
    const { workspace, shownId } = this;
    return shownId === undefined ? undefined : workspace?.store.read(selectSession(shownId));
  }
}

/** Where a wish was to go that is asked once more, or the only place there is. */
function firstMarked(targets: readonly FoundTarget[], aim: TransferAim): number {
  const aimed = targets.findIndex((target) => isAimedAt(target, aim));
  return aimed < 0 && targets.length === 1 ? 0 : aimed;
}

const nameOf = (target: FoundTarget): string =>
  target.kind === 'number' ? target.id : displayableText(target.name, 200);

/** A click on a target leaves the focus in the field. */
function keepFocusInField(event: Event): void {
  event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'transfer-dialog': TransferDialog;
  }
}
