import { ContextProvider } from '@lit/context';
import { html, isServer, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { shortcutKeysContext } from '../../context/shortcut-keys.js';
import { notConnected } from '../../context/not-connected.js';
import { WorkspaceElement } from '../../context/workspace-element.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { isShown } from '../../controllers/sight.js';
import { selectSelectedId } from '../../core/selectors/select-selection.js';
import { Keyboard } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { sessionShortcuts } from '../../localize/en/session-shortcuts.js';
import { base } from '../../styles/base.js';
import { dialogStyles } from '../../styles/dialog.js';
import { openDialog } from '../../controllers/open-dialog.js';
import { answerDialog } from '../../views/answer-dialog.js';
import { isPressed, writesNothing } from './key-combination.js';
import type { KeyCombination } from './key-combination.js';
import { everyWithin, isShownIn } from '../../context/every-within.js';
import { goTo } from './places.js';
import type { Room } from './places.js';
import { carryOut } from './shortcut-acts.js';
import { SHORTCUTS, keysInForce, keysOfControls } from './shortcut-table.js';
import type { ShortcutId, ShortcutKeys, ShortcutSettings } from './shortcut-table.js';
import { styles } from './session-shortcuts.styles.js';

/** iPads say that they are a Mac. */
const isApple = (): boolean => /^(Mac|iP)/.test(navigator.platform);

/**
 * Keys for what an agent does all day, wherever the focus is on the page, and the list of them. They press the buttons
 * that are there, so they ask what those ask; what cannot be done now is said. A key that the page has taken
 * (`preventDefault`) does nothing, nor does any while a dialog is open before the workspace or that is hidden.
 *
 * @tag session-shortcuts
 * @summary Keyboard shortcuts of the workspace around it, and their list.
 * @csspart button - What shows the list.
 */
export class SessionShortcuts extends WorkspaceElement {
  static override styles = [base, dialogStyles, styles];

  /** Which keys are other ones, or none; `off`, also as the attribute, for no shortcuts at all. */
  @property() shortcuts: ShortcutSettings | undefined;

  /** Whether the button is left out; the list is still shown by its keys. */
  @property({ type: Boolean }) compact = false;

  @state() private _spoken = '';

  #keys: ShortcutKeys = new Map();
  #toldIn: HTMLElement | undefined;
  #told: ContextProvider<typeof shortcutKeysContext> | undefined;

  constructor() {
    super();
    // Where there is no room for the button any more.
    keepFocus(this, () => () => {
      this.#toList();
      return undefined;
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The last to hear of a key: whoever claims it has done so.
    window.addEventListener('keydown', this.#onKeyDown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#onKeyDown);
    this.#told?.setValue(undefined);
  }

  /** The keys of a shortcut as they are in force, written as in `aria-keyshortcuts`; undefined where it has none. */
  keysFor(id: ShortcutId): string | undefined {
    return this.#keys.get(id)?.text;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // A server has neither keys nor buttons.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- the types are those of a page
    if (isServer) return;
    if (changed.has('shortcuts') || !this.hasUpdated)
      this.#keys = keysInForce(this.shortcuts, isApple(), (id, keys) => {
        this.workspace?.store.logger.warn(`The shortcut ${id} cannot have these keys: ${String(keys)}`);
      });
    this.#tellButtons();
  }

  protected override render(): unknown {
    const { workspace } = this;
    if (!workspace) return void notConnected(this);
    if (this.#keys.size === 0) return nothing;
    const words = this.#words(workspace);
    return html`
      ${
        this.compact
          ? nothing
          : html`<button
              type="button"
              class="open"
              part="button"
              title=${words.title}
              aria-label=${words.title}
              aria-haspopup="dialog"
              aria-keyshortcuts=${this.#keys.get('help')?.text ?? nothing}
              @click=${this.#openList}
            >
              ${icon(Keyboard)}
            </button>`
      }
      <div class="spoken" role="status">${this._spoken}</div>
      <dialog aria-labelledby="title">
        <form method="dialog" @click=${answerDialog}>
          <h2 id="title" class="heading" tabindex="-1" data-begin>${words.title}</h2>
          <dl class="keys">
            ${[...this.#keys].map(
              ([id, keys]) =>
                html`<dt>${words.act[id]}</dt>
                  <dd translate="no" dir="ltr">${this.#renderKeys(keys, words)}</dd>`,
            )}
          </dl>
          <p class="quiet">${words.frames}</p>
          <div class="choices"><button class="primary">${words.close}</button></div>
        </form>
      </dialog>
    `;
  }

  #renderKeys({ modifiers, key }: KeyCombination, words: typeof sessionShortcuts): TemplateResult[] {
    const names = isApple() ? words.modifierOfApple : words.modifier;
    return [...modifiers.map((modifier) => names[modifier]), key].map(
      (name, at) => html`${at > 0 ? ' + ' : nothing}<kbd>${name}</kbd>`,
    );
  }

  readonly #openList = (): void => {
    openDialog(this.renderRoot.querySelector('dialog'), this.#toList);
  };

  readonly #toList = (): void => {
    if (this.workspace) goTo(this.#room(this.workspace), 'list');
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const { workspace } = this;
    if (!workspace || event.defaultPrevented || event.isComposing) return;
    const [id, keys] = [...this.#keys].find(([, keys]) => isPressed(keys, event, isApple())) ?? [];
    if (!id || !keys || !this.#isOurs(event, keys)) return;
    event.preventDefault();
    // Held down, a key does its act once.
    if (!event.repeat) this.#do(id, workspace);
  };

  /** Not what is typed, not while a question is open, not for what nobody sees, not for another workspace of the page. */
  #isOurs(event: KeyboardEvent, keys: KeyCombination): boolean {
    const path = event.composedPath();
    if (isField(path[0]) && !writesNothing(keys, isApple())) return false;
    const around = path.find((own) => own instanceof WorkspaceElement);
    if (around && around.workspace !== this.workspace) return false;
    const root = this.getRootNode();
    if (!isShown(root instanceof ShadowRoot ? root.host : this)) return false;
    // A dialog or a full screen in which the workspace stands shuts out others.
    for (const modal of everyWithin(document, ':modal')) if (!isShownIn(this, modal)) return false;
    return true;
  }

  #do(id: ShortcutId, workspace: WorkspaceHandle): void {
    const { act } = SHORTCUTS[id];
    if (act.kind === 'help') {
      this.#openList();
      return;
    }
    const words = this.#words(workspace);
    const sentence = carryOut(act, workspace, this, this.#room(workspace)) ?? words.notNow(words.act[id]);
    // The same sentence twice must change the live region, or it is spoken once.
    this._spoken = this._spoken === sentence && sentence !== '' ? `${sentence}\u00A0` : sentence;
  }

  #room({ provider, store }: WorkspaceHandle): Room {
    const prefix = this.localName.slice(0, -'session-shortcuts'.length);
    return { root: provider, prefix, selectedId: store.read(selectSelectedId) };
  }

  #words({ localization: { strings } }: WorkspaceHandle): typeof sessionShortcuts {
    return strings['session-shortcuts'] ?? sessionShortcuts;
  }

  /** Buttons of the workspace around this say by which keys they are pressed. */
  #tellButtons(): void {
    const root = this.getRootNode();
    const place = root instanceof ShadowRoot ? root.host : this.workspace?.provider;
    if (!(place instanceof HTMLElement)) return;
    if (place !== this.#toldIn) {
      this.#told?.setValue(undefined);
      this.#told = new ContextProvider(place, { context: shortcutKeysContext });
      this.#toldIn = place;
    }
    this.#told?.setValue(keysOfControls(this.#keys));
  }
}

/** As a page is asked to find out whether a key is typed into something. */
const isField = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));

declare global {
  interface HTMLElementTagNameMap {
    'session-shortcuts': SessionShortcuts;
  }
}
