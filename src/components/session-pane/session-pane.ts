import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { each } from '../../context/each.js';
import { nested } from '../../registration/nested.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { User } from '../../core/configuration/configuration.js';
import type { SessionWidgets } from '../../core/configuration/widgets-of-session.js';
import type { Session } from '../../core/model/session.js';
import { USUAL_LAYOUT, itemOf } from '../../core/rules/tabs.js';
import type { Tab } from '../../core/rules/tabs.js';
import { selectServiceOf, selectSession, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { selectWidgets } from '../../core/selectors/select-widgets.js';
import type { Strings } from '../../localize/en.js';
import { titleOf } from '../../localize/words.js';
import { paneWords } from '../../localize/en/session-pane.js';
import { base } from '../../styles/base.js';
import { dialogStyles } from '../../styles/dialog.js';
import { nestedLater } from '../../registration/nested-later.js';
import { SessionWidget } from '../../context/session-widget.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { WideEnough } from '../../controllers/wide-enough.js';
import { taskResultStyles } from '../../views/task-result.js';
import { CodesFirst } from './codes-first.js';
import { renderConversation } from './conversation-part.js';
import { renderCustomer } from './customer-part.js';
import { renderHead } from './head-part.js';
import { renderGrip, usableSplit } from './split-grip.js';
import { styles } from './session-pane.styles.js';
import { headStyles } from './head-part.styles.js';
import { tabRowStyles } from './tab-row.styles.js';
import { renderPanel } from './pane-panel.js';
import { PaneSight } from './pane-sight.js';
import { PaneTabs } from './pane-tabs.js';

/** From this width on, in px, two places stand side by side. */
const WIDE = 680;

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
  static override styles = [base, dialogStyles, headStyles, tabRowStyles, styles, taskResultStyles];

  readonly #id = (): string | undefined => this.shownId;
  readonly #widgets = new SliceController(this, selectWidgets, this.#id);
  readonly #service = new SliceController(this, selectServiceOf, this.#id);
  readonly #workspaceSlice = new SliceController(this, selectWorkspaceOf, this.#id);
  readonly #width = new WideEnough(this, WIDE, false);
  readonly #tabs = new PaneTabs(this, {
    id: this.#id,
    service: () => this.#service.value,
    configuration: () => this.#workspaceSlice.value?.configuration,
    isWide: () => this.#width.isWide,
    keep: (arranged, sessionId) => {
      this.keep('tabs', arranged, sessionId);
    },
    closed: (tab) => {
      this.#shown.delete(tab);
    },
  });
  /**
   * The tabs that were shown so far, and for which session: what is in them stays. In the order in which they came, as
   * nothing may move.
   */
  readonly #shown = new Map<Tab, string | undefined>();
  readonly #codesFirst = new CodesFirst(this, () => {
    this.#tabs.choose('customer');
  });

  constructor() {
    super();
    // The line between two parts, where there is no room for two any more.
    keepFocus(this, () => () => this.renderRoot.querySelector<HTMLElement>('[role="tab"][tabindex="0"]'));
    // The last that hears of an end, so that nothing here is rendered by what it says then.
    new PaneSight(this, () => this.#tabs.laid);
  }

  protected override forget(): void {
    this.#shown.clear();
    this.#tabs.forget();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Not later, or what stands in the second place would come a frame after the rest.
    if (!this.#tabs.laid) this.#width.isWide = this.clientWidth >= WIDE;
    const session = this.workspace?.store.read(selectSession(this.shownId ?? ''));
    if (session && this.#widgets.value) this.#codesFirst.follow({ session, widgets: this.#widgets.value });
  }

  protected override renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult {
    const { strings } = workspace.localization;
    const { pane: words = paneWords } = strings;
    const widgets = this.#widgets.value ?? { present: [], absent: [] };
    const laid = this.#tabs.lay(session, workspace, widgets);
    const { tabs, places } = laid;
    const { start, end } = places;
    // Of two side by side the first comes first, as the Tab key goes by the document.
    for (const tab of end ? [start, ...tabs] : tabs) if (!this.#shown.has(tab)) this.#shown.set(tab, undefined);
    for (const tab of [start, end]) if (tab) this.#shown.set(tab, session.id);
    const before = end && [...this.#shown.keys()].find((tab) => tab === start || tab === end);
    return html`
      <article class="pane" aria-label=${titleOf(session, strings)}>
        ${renderHead(session, this.#service.value?.name ?? session.serviceId, this.#user, workspace, this.#controlsOf(session))}
        ${this.#tabs.renderRow(laid, strings)}
        <div class="main ${end === undefined ? '' : 'split'}">
          ${each(
            this.#shown,
            ([tab]) => tab,
            ([tab, sessionId]) => [
              renderPanel(tab, tabs, places, words.details, this.#onContextTab, () =>
                sessionId === undefined ? nothing : this.#renderContent(tab, sessionId, session, widgets, strings),
              ),
              tab === before ? this.#renderGrip(words.split) : nothing,
            ],
          )}
        </div>
      </article>
      ${this.#tabs.renderQuestion(strings)}
    `;
  }

  protected override updated(): void {
    this.#onSplitMove(this.#split);
  }

  get #user(): User | undefined {
    const { configuration, agentId = '' } = this.#workspaceSlice.value ?? {};
    return configuration?.users.get(agentId);
  }

  get #split(): number {
    return usableSplit(this.#tabs.kept.split ?? this.#service.value?.layout.split ?? USUAL_LAYOUT.split);
  }

  #renderGrip(label: string): TemplateResult {
    return renderGrip(this.#split, label, {
      onMove: this.#onSplitMove,
      onKeep: (split) => {
        this.keep('tabs', (before) => ({ ...before, split }));
      },
    });
  }

  #renderContent(tab: Tab, sessionId: string, session: Session, widgets: SessionWidgets, strings: Strings): unknown {
    if (tab === 'conversation')
      return renderConversation(session, widgets, strings, (widget, more) =>
        this.#later(widget, session.id, strings, more),
      );
    const frame = (itemId: string | undefined): unknown =>
      this.#later('embedded-context', sessionId, strings, { itemId });
    if (tab !== 'customer') return frame(itemOf(tab));
    const { mapParameter } = this.#service.value?.extensions ?? {};
    return renderCustomer(
      session,
      widgets,
      mapParameter,
      this.#codesFirst.isFirst({ session, widgets }),
      strings,
      (widget) =>
        this.#later(
          widget,
          session.id,
          strings,
          widget === 'conversation-context'
            ? { opensHere: this.#tabs.opensMore }
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
  #controlsOf({ state }: Session): unknown {
    return html`${state === 'opened' ? nothing : nested(this, 'session-pane', 'session-controls', { sessionId: this.shownId })}
      <div class="leave">${nested(this, 'session-pane', 'session-leave', { sessionId: this.shownId })}</div>`;
  }

  readonly #onSplitMove = (percent: number): void => {
    this.renderRoot.querySelector<HTMLElement>('.main')?.style.setProperty('--_split', String(percent));
  };

  readonly #onContextTab = ({ detail }: CustomEvent<{ readonly itemId: string }>): void => {
    this.#tabs.open(detail.itemId);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'session-pane': SessionPane;
  }
}
