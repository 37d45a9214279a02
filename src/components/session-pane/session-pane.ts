import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { each } from '../../context/each.js';
import { turnToTab } from '../../context/acts/turn-to-tab.js';
import { nested } from '../../registration/nested.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { User } from '../../core/configuration/configuration.js';
import type { SessionWidgets } from '../../core/configuration/widgets-of-session.js';
import type { Session } from '../../core/model/session.js';
import {
  MOST_OPENED,
  USUAL_LAYOUT,
  choose,
  close,
  itemOf,
  itemTab,
  open,
  placesOf,
  tabsOf,
} from '../../core/rules/tabs.js';
import type { Places, Tab } from '../../core/rules/tabs.js';
import { blocksNewWork } from '../../core/rules/session-phase.js';
import { selectBegun } from '../../core/selectors/select-begun.js';
import { selectServiceOf, selectSession, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { selectTab } from '../../core/selectors/select-tabs.js';
import { selectWidgets } from '../../core/selectors/select-widgets.js';
import type { Arrangement } from '../../core/state/begun.js';
import type { Strings } from '../../localize/en.js';
import { titleOf } from '../../localize/words.js';
import { paneWords } from '../../localize/en/session-pane.js';
import { base } from '../../styles/base.js';
import { dialogStyles } from '../../styles/dialog.js';
import { nestedLater } from '../../registration/nested-later.js';
import { SessionWidget } from '../../context/session-widget.js';
import { WideEnough } from '../../controllers/wide-enough.js';
import { taskResultStyles } from '../../views/task-result.js';
import { CodesFirst } from './codes-first.js';
import { renderCloseQuestion } from './close-question.js';
import { renderConversation } from './conversation-part.js';
import { renderCustomer } from './customer-part.js';
import { renderHead } from './head-part.js';
import { renderGrip, usableSplit } from './split-grip.js';
import { styles } from './session-pane.styles.js';
import { renderPanel } from './pane-panel.js';
import { PaneSight } from './pane-sight.js';
import { PaneTabs } from './pane-tabs.js';
import { renderTabs } from './tab-row.js';

/** From this width on, in px, two places stand side by side. */
const WIDE = 680;

/** What is not seen of a session: everything that hangs together while it is rendered. */
interface Scene {
  readonly session: Session;
  readonly workspace: WorkspaceHandle;
  readonly widgets: SessionWidgets;
  readonly tabs: readonly Tab[];
  readonly places: Places;
}

/**
 * Shows one session whole: who and which controls in sight at any width, and below them its parts as tabs, two of them
 * side by side where there is room: the conversation, the customer with exactly the widgets that its service's owner
 * switched on, in that order, the page it embeds, and context items that the agent opens. What is not shown is named with
 * the reason. A tab that is put away keeps what is in it, framed pages too: nothing moves in the document.
 *
 * @tag session-pane
 * @summary One session: controls, conversation and the widgets of its service, in tabs.
 * @csspart header - Who, which service, which state, and the controls.
 * @csspart tabs - The row of tabs.
 * @csspart split - The line between two places.
 */
export class SessionPane extends SessionWidget {
  static override styles = [base, dialogStyles, styles, taskResultStyles];

  /** The tab that is about to be closed with input in it, while that is being asked. */
  @state() private _closing: Tab | undefined;

  readonly #id = (): string | undefined => this.shownId;
  readonly #widgets = new SliceController(this, selectWidgets, this.#id);
  readonly #service = new SliceController(this, selectServiceOf, this.#id);
  readonly #workspaceSlice = new SliceController(this, selectWorkspaceOf, this.#id);
  readonly #arranged = new SliceController(this, (id: string) => selectBegun('tabs', id), this.#id);
  readonly #tabs = new PaneTabs(this, this.#id);
  readonly #turnedTo = new SliceController(this, selectTab, this.#id);
  /**
   * The tabs that were shown so far, and for which session: what is in them stays. In the order in which they came, as
   * nothing may move.
   */
  readonly #shown = new Map<Tab, string | undefined>();
  #scene: Scene | undefined;
  readonly #codesFirst = new CodesFirst(this, () => {
    this.#choose('customer');
  });
  readonly #width = new WideEnough(this, WIDE, false);

  constructor() {
    super();
    // The last that hears of an end, so that nothing here is rendered by what it says then.
    new PaneSight(this, () => this.#scene);
  }

  protected override forget(): void {
    this.#shown.clear();
    this._closing = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Not later, or what stands in the second place would come a frame after the rest.
    if (!this.#scene) this.#width.isWide = this.clientWidth >= WIDE;
    const session = this.workspace?.store.read(selectSession(this.shownId ?? ''));
    if (session && this.#widgets.value) this.#codesFirst.follow({ session, widgets: this.#widgets.value });
    if (this._closing && !this.#tabs.isUnsaved(this._closing)) this._closing = undefined;
  }

  protected override renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult {
    const { strings } = workspace.localization;
    const { pane: words = paneWords } = strings;
    const widgets = this.#widgets.value ?? { present: [], absent: [] };
    const layout = this.#service.value?.layout ?? USUAL_LAYOUT;
    const arranged = workFirst(this.#arrangement, session);
    const isRecord = session.state === 'opened';
    const has = { customer: hasCustomer(widgets), page: widgets.present.includes('embedded-context'), isRecord };
    const tabs = tabsOf(has, layout, arranged.opened);
    const places = placesOf(tabs, layout, arranged, this.#width.isWide);
    const scene = { session, workspace, widgets, tabs, places };
    this.#scene = scene;
    for (const tab of tabs) if (!this.#shown.has(tab)) this.#shown.set(tab, undefined);
    for (const tab of [places.start, places.end]) if (tab) this.#shown.set(tab, session.id);
    return html`
      <article class="pane" aria-label=${titleOf(session, strings)}>
        ${renderHead(session, this.#service.value?.name ?? session.serviceId, this.#user, workspace, this.#controlsOf(isRecord))}
        ${tabs.length > 1 ? renderTabs(this.#tabs.shown(tabs, arranged, strings), places, words, this.#tabHost) : nothing}
        <div class="main ${places.end === undefined ? '' : 'split'}">
          ${each(
            this.#shown,
            ([tab]) => tab,
            ([tab, sessionId]) =>
              renderPanel(tab, tabs, places, this.#onContextTab, () =>
                sessionId === undefined ? nothing : this.#renderContent(tab, sessionId, scene, strings),
              ),
          )}
          ${
            places.end === undefined
              ? nothing
              : renderGrip(this.#split, words.split, {
                  onMove: this.#onSplitMove,
                  onKeep: (percent) => {
                    this.keep('tabs', (before) => ({ ...before, split: percent }));
                  },
                })
          }
        </div>
      </article>
      ${
        this._closing
          ? renderCloseQuestion(this.#tabs.labelOf(this._closing, strings), words, strings, this.#onAnswer)
          : nothing
      }
    `;
  }

  protected override updated(): void {
    this.#onSplitMove(this.#split);
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    // Focus in a part that is put away would be lost to the page.
    if (this.shadowRoot?.activeElement?.closest('[inert]')) this.#focusTab();
  }

  /** As the agent has arranged the tabs, with the one that is turned to from elsewhere, such as after a reload. */
  get #arrangement(): Arrangement {
    const arranged = this.#arranged.value ?? {};
    const turnedTo = this.#turnedTo.value;
    if (turnedTo === undefined) return arranged;
    const itemId = itemOf(turnedTo);
    const isOpenable = itemId !== undefined && this.#opensHere && this.#isOffered(itemId);
    return { ...(isOpenable ? (open(itemId, arranged) ?? arranged) : arranged), last: turnedTo };
  }

  get #user(): User | undefined {
    const { configuration, agentId = '' } = this.#workspaceSlice.value ?? {};
    return configuration?.users.get(agentId);
  }

  get #opensHere(): boolean {
    return this.#service.value?.layout.contextItems === 'tab';
  }

  #isOffered(itemId: string): boolean {
    return this.#service.value?.extensions.conversationContext.includes(itemId) ?? false;
  }

  get #split(): number {
    return usableSplit(this.#arranged.value?.split ?? this.#service.value?.layout.split ?? USUAL_LAYOUT.split);
  }

  #renderContent(tab: Tab, sessionId: string, scene: Scene, strings: Strings): unknown {
    const { session, widgets } = scene;
    if (tab === 'conversation')
      return renderConversation(session, widgets, strings, (widget, more) =>
        this.#later(widget, session.id, strings, more),
      );
    const frame = (itemId: string | undefined): unknown =>
      this.#later('embedded-context', sessionId, strings, { itemId });
    if (tab !== 'customer') return frame(itemOf(tab));
    const hasRoom = (this.#arranged.value?.opened ?? []).length < MOST_OPENED;
    const { mapParameter } = this.#service.value?.extensions ?? {};
    return renderCustomer(session, widgets, mapParameter, this.#codesFirst.isFirst(scene), strings, (widget) =>
      this.#later(
        widget,
        session.id,
        strings,
        widget === 'conversation-context'
          ? { opensHere: this.#opensHere && hasRoom }
          : widget === 'session-details'
            ? { withoutTitle: true }
            : {},
      ),
    );
  }

  #later(tag: string, sessionId: string, strings: Strings, more: Readonly<Record<string, unknown>> = {}): unknown {
    return nestedLater(strings, this, 'session-pane', tag, { sessionId, ...more });
  }

  /** Of a record nothing is asked. */
  #controlsOf(isRecord: boolean): unknown {
    return html`${isRecord ? nothing : nested(this, 'session-pane', 'session-controls', { sessionId: this.shownId })}
      <div class="leave">${nested(this, 'session-pane', 'session-leave', { sessionId: this.shownId })}</div>`;
  }

  readonly #onAnswer = (goesOn: boolean): void => {
    const tab = this._closing;
    this._closing = undefined;
    if (goesOn && tab) this.#close(tab);
  };

  readonly #tabHost = {
    onChoose: (tab: Tab): void => {
      this.#choose(tab);
    },
    onClose: (tab: Tab): void => {
      if (this.#tabs.isUnsaved(tab)) this._closing = tab;
      else this.#close(tab);
    },
  };

  #choose(tab: Tab, arranged = this.#arrangement): void {
    const scene = this.#scene;
    if (!scene) return;
    const layout = this.#service.value?.layout ?? USUAL_LAYOUT;
    this.#arrange(scene, choose(tab, placesOf(scene.tabs, layout, this.#arrangement, this.#width.isWide), arranged));
  }

  #close(tab: Tab): void {
    const scene = this.#scene;
    if (!scene) return;
    this.#shown.delete(tab);
    this.#arrange(scene, close(tab, scene.tabs, scene.places, this.#arrangement));
    void this.updateComplete.then(() => {
      this.#focusTab();
    });
  }

  #arrange({ session, workspace }: Scene, arranged: Arrangement): void {
    this.keep('tabs', arranged, session.id);
    if (arranged.last !== undefined) turnToTab(workspace, session.id, arranged.last);
  }

  #focusTab(): void {
    const tab = this.renderRoot.querySelector<HTMLElement>('[role="tab"][tabindex="0"]');
    tab?.focus();
  }

  readonly #onSplitMove = (percent: number): void => {
    this.renderRoot.querySelector<HTMLElement>('.main')?.style.setProperty('--_split', String(percent));
  };

  /** An item that the agent opens from among the widgets; the page that is embedded has its tab already. */
  readonly #onContextTab = (event: CustomEvent<{ readonly itemId: string }>): void => {
    const { itemId } = event.detail;
    const isEmbedded = itemId === this.#service.value?.extensions.embeddedContext;
    if (isEmbedded && this.#scene?.tabs.includes('embedded-context')) this.#choose('embedded-context');
    else this.#choose(itemTab(itemId), open(itemId, this.#arrangement) ?? this.#arrangement);
  };
}

/** After-call work begins at the customer, with whom its codes stand, unless the agent has chosen otherwise. */
const workFirst = (arranged: Arrangement, { state }: Session): Arrangement =>
  blocksNewWork(state) && arranged.last === undefined ? { ...arranged, last: 'customer' } : arranged;

const hasCustomer = ({ present, absent }: SessionWidgets): boolean => present.length + absent.length > 0;

declare global {
  interface HTMLElementTagNameMap {
    'session-pane': SessionPane;
  }
}
