import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { look } from '../../context/acts/look.js';
import { panelMemory } from '../../context/browser-ports.js';
import { each } from '../../context/each.js';
import { notConnected } from '../../context/not-connected.js';
import { SliceController } from '../../context/slice-controller.js';
import { WorkspaceElement } from '../../context/workspace-element.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { deepActiveElement } from '../../controllers/focus-place.js';
import { HOME } from '../../core/model/selection.js';
import { selectSelectedId } from '../../core/selectors/select-selection.js';
import { selectAgentId } from '../../core/selectors/select-workspace.js';
import { House, Menu } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { panelWords } from '../../localize/en/session-panel.js';
import { nested } from '../../registration/nested.js';
import { nestedLater } from '../../registration/nested-later.js';
import { base } from '../../styles/base.js';
import type { SessionsList } from '../sessions-list/sessions-list.js';
import { WIDTHS, widthAfter, widthOf } from './panel-width.js';
import { styles } from './session-panel.styles.js';

/** What stands where, from top to bottom, so that Tab comes by it then. */
const BESIDE = ['head', 'list', 'offers'] as const;
const IN_BAR = ['offers', 'head', 'list'] as const;

/**
 * The agent's way through the day: Home, which cannot be closed; what rings, always in sight; then all sessions. It can be
 * collapsed to icons and made wider or narrower; both is remembered for the agent as long as the tab of the browser lives.
 *
 * @tag session-panel
 * @summary Home, offers and all sessions beside the session that is looked at.
 */
export class SessionPanel extends WorkspaceElement {
  static override styles = [base, styles];

  /** `list`, or `bar`: a row of icons, for a place too narrow to stand beside anything. */
  @property({ reflect: true }) mode: 'list' | 'bar' = 'list';

  readonly #selected = new SliceController(this, () => selectSelectedId);
  readonly #agent = new SliceController(this, () => selectAgentId);
  #isCollapsed = false;
  #width: number = WIDTHS.standard;
  #settingOf: string | undefined;
  #drag: { readonly from: number; readonly width: number } | undefined;

  constructor() {
    super();
    keepFocus(this, () => () => this.renderRoot.querySelector<HTMLElement>('.home'));
  }

  protected override update(changed: PropertyValues): void {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- hosts take back what they have said
    this.mode ??= 'list';
    const agentId = this.#agent.value;
    if (agentId !== undefined && agentId !== this.#settingOf) {
      this.#settingOf = agentId;
      const setting = panelMemory.recall(agentId);
      this.#isCollapsed = setting?.isCollapsed === true;
      this.#width = widthOf(setting?.width);
    }
    const isHeld = changed.has('mode') && this.renderRoot.querySelector('.offers:focus-within');
    const held = isHeld ? deepActiveElement(document) : null;
    super.update(changed);
    // What goes elsewhere in the document loses the focus.
    if (held instanceof HTMLElement) held.focus();
  }

  protected override render(): TemplateResult {
    const { workspace } = this;
    if (!workspace) return notConnected(this);
    const { 'session-panel': words = panelWords } = workspace.localization.strings;
    const isBar = this.mode === 'bar';
    const mode = isBar ? 'bar' : this.#isCollapsed ? 'icons' : 'list';
    const toggle = this.#isCollapsed ? words.expand : words.collapse;
    const parts = {
      offers: () =>
        html`<div class="offers">${nestedLater(workspace.localization.strings, this, 'session-panel', 'task-offers', { mode, heir: this.#heir, saysEmpty: true })}</div>`,
      head: () =>
        html`<div class="head">
          <button
            type="button"
            class="home"
            title=${words.home}
            aria-current=${ifDefined(this.#selected.value === undefined ? 'true' : undefined)}
            @click=${() => {
              look(workspace, this, HOME);
            }}
          >
            ${icon(House)}<span class=${mode === 'list' ? '' : 'spoken'}>${words.home}</span>
          </button>
          ${
            isBar
              ? nothing
              : html`<button type="button" class="plain burger" aria-label=${toggle} title=${toggle} aria-expanded=${this.#isCollapsed ? 'false' : 'true'} @click=${this.#onBurger}>
                ${icon(Menu)}
              </button>`
          }
          ${mode === 'list' ? this.#renderGrip(words) : nothing}
        </div>`,
      list: () =>
        html`<div class="scroll">${nested(this, 'session-panel', 'sessions-list', { mode, withoutOffers: true })}</div>`,
    };
    return html`
      <div class="panel ${mode === 'list' ? 'names' : mode}">
        ${each(
          isBar ? IN_BAR : BESIDE,
          (part) => part,
          (part) => parts[part](),
        )}
      </div>
    `;
  }

  #renderGrip(words: typeof panelWords): TemplateResult {
    return html`<div
      class="grip"
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${words.resize}
      aria-valuemin=${WIDTHS.min}
      aria-valuemax=${WIDTHS.max}
      aria-valuenow=${this.#width}
      @pointerdown=${this.#onGrip}
      @pointermove=${this.#onDrag}
      @pointerup=${this.#onDrop}
      @pointercancel=${this.#onDrop}
      @keydown=${this.#onKey}
    ></div>`;
  }

  protected override updated(): void {
    const isWide = this.mode === 'list' && !this.#isCollapsed;
    this.renderRoot
      .querySelector<HTMLElement>('.panel')
      ?.style.setProperty('inline-size', isWide ? `${String(this.#width)}px` : null);
  }

  /** An offer that is answered is a session of the list: focus goes where it stands then. */
  readonly #heir = (sessionId: string): boolean => {
    const list = this.renderRoot.querySelector<SessionsList>('.scroll > *');
    void list?.updateComplete.then(() => {
      list.focusSession(sessionId);
    });
    return list !== null;
  };

  readonly #onBurger = (): void => {
    this.#isCollapsed = !this.#isCollapsed;
    this.requestUpdate();
    this.#remember();
  };

  readonly #onGrip = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#drag = { from: event.clientX, width: this.#width };
  };

  readonly #onDrag = ({ clientX }: PointerEvent): void => {
    if (!this.#drag) return;
    // A page that is zoomed or transformed is drawn larger or smaller than it says.
    const moved = ((clientX - this.#drag.from) * this.offsetWidth) / this.getBoundingClientRect().width;
    this.#width = widthOf(this.#drag.width + (this.matches(':dir(rtl)') ? -moved : moved));
    this.requestUpdate();
  };

  readonly #onDrop = (): void => {
    if (this.#drag) this.#remember();
    this.#drag = undefined;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const width = widthAfter(event.key, this.#width, this.matches(':dir(rtl)'));
    if (width === undefined) return;
    event.preventDefault();
    this.#width = width;
    this.requestUpdate();
    this.#remember();
  };

  #remember(): void {
    if (this.#settingOf !== undefined)
      panelMemory.remember(this.#settingOf, { isCollapsed: this.#isCollapsed, width: this.#width });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'session-panel': SessionPanel;
  }
}
