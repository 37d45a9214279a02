import { nothing } from 'lit';
import type { LitElement, ReactiveController } from 'lit';
import { turnToTab } from '../../context/acts/turn-to-tab.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Configuration, Service } from '../../core/configuration/configuration.js';
import type { SessionWidgets } from '../../core/configuration/widgets-of-session.js';
import type { Session } from '../../core/model/session.js';
import { blocksNewWork } from '../../core/rules/session-phase.js';
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
import { selectBegun } from '../../core/selectors/select-begun.js';
import { selectTab } from '../../core/selectors/select-tabs.js';
import type { Arrangement } from '../../core/state/begun.js';
import type { Strings } from '../../localize/en.js';
import { paneWords, widgetWords } from '../../localize/en/session-pane.js';
import { renderCloseQuestion } from './close-question.js';
import { TabMarks } from './tab-marks.js';
import { renderTabs } from './tab-row.js';
import { openDialog } from '../../controllers/open-dialog.js';

/** What the tabs of a pane go by, and what becomes of what the agent does with them. */
interface TabsOptions {
  readonly id: () => string | undefined;
  readonly service: () => Service | undefined;
  readonly configuration: () => Configuration | undefined;
  /** Whether there is room for two side by side. */
  readonly isWide: () => boolean;
  readonly keep: (arranged: Arrangement, sessionId: string) => void;
  /** A tab is gone, with what was in it. */
  readonly closed: (tab: Tab) => void;
}

/** The tabs as they are rendered. */
export interface LaidTabs {
  readonly session: Session;
  readonly workspace: WorkspaceHandle;
  readonly tabs: readonly Tab[];
  readonly places: Places;
  readonly opened: readonly string[];
}

/**
 * The tabs of one session: which there are, which of them stand where, what they are called, and what the agent does with
 * them. One with input in it that is saved nowhere is closed after a question.
 */
export class PaneTabs implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: TabsOptions;
  readonly #arranged: SliceController<Arrangement | undefined, string>;
  readonly #turnedTo: SliceController<string | undefined, string>;
  readonly #marks: TabMarks;
  /** The tab that is about to be closed with input in it, while that is being asked. */
  #closing: Tab | undefined;
  #laid: LaidTabs | undefined;

  constructor(host: LitElement & WorkspaceHost, options: TabsOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#arranged = new SliceController(host, (id: string) => selectBegun('tabs', id), options.id);
    this.#turnedTo = new SliceController(host, selectTab, options.id);
    this.#marks = new TabMarks(host, options.id);
  }

  /** As they are on screen; undefined before they are. */
  get laid(): LaidTabs | undefined {
    return this.#laid;
  }

  /** As the agent has arranged them. */
  get kept(): Arrangement {
    return this.#arranged.value ?? {};
  }

  /** Whether one more context item is opened in a tab. */
  get opensMore(): boolean {
    return this.#opensHere && (this.kept.opened ?? []).length < MOST_OPENED;
  }

  hostUpdate(): void {
    if (this.#closing && !this.#isUnsaved(this.#closing)) this.#closing = undefined;
    this.#stayWithFocus();
  }

  hostUpdated(): void {
    openDialog(this.#host.renderRoot.querySelector('dialog'));
    // Focus in a part that is put away would be lost to the page.
    if (this.#host.shadowRoot?.activeElement?.closest('[inert]')) this.#focus();
  }

  /** Says which there are and where; what is rendered goes by it. */
  lay(session: Session, workspace: WorkspaceHandle, { present, absent }: SessionWidgets): LaidTabs {
    const arranged = workFirst(this.#arrangement, session);
    const has = {
      customer: present.length + absent.length > 0,
      page: present.includes('embedded-context'),
      isRecord: session.state === 'opened',
    };
    const tabs = tabsOf(has, this.#layout, arranged.opened);
    const places = placesOf(tabs, this.#layout, arranged, this.#options.isWide());
    this.#laid = { session, workspace, tabs, places, opened: arranged.opened ?? [] };
    return this.#laid;
  }

  /** One alone is no row. */
  renderRow({ tabs, places, opened }: LaidTabs, strings: Strings): unknown {
    if (tabs.length < 2) return nothing;
    const fixed = this.#layout.tabs;
    const shown = tabs.map((tab) => {
      const itemId = itemOf(tab);
      return {
        tab,
        label: this.#labelOf(tab, strings),
        isUnsaved: this.#isUnsaved(tab),
        isClosable: itemId !== undefined && opened.includes(itemId) && !fixed.includes(itemId),
        news: this.#marks.newsIn(tab, strings),
      };
    });
    return renderTabs(shown, places, strings.pane ?? paneWords, this);
  }

  renderQuestion(strings: Strings): unknown {
    return this.#closing
      ? renderCloseQuestion(this.#labelOf(this.#closing, strings), strings.pane ?? paneWords, strings, this.#onAnswer)
      : nothing;
  }

  readonly choose = (tab: Tab): void => {
    this.#choose(tab, this.#arrangement);
  };

  /** The agent closes a tab, if need be after a question. */
  readonly close = (tab: Tab): void => {
    if (!this.#isUnsaved(tab)) this.#close(tab);
    else {
      this.#closing = tab;
      this.#host.requestUpdate();
    }
  };

  /** The agent opens a context item; the page that is embedded has its tab already. */
  open(itemId: string): void {
    const isEmbedded = itemId === this.#options.service()?.extensions.embeddedContext;
    if (isEmbedded && this.#laid?.tabs.includes('embedded-context')) this.choose('embedded-context');
    else this.#choose(itemTab(itemId), open(itemId, this.#arrangement) ?? this.#arrangement);
  }

  /** Another agent is asked nothing. */
  forget(): void {
    this.#closing = undefined;
  }

  get #opensHere(): boolean {
    return this.#options.service()?.layout.contextItems === 'tab';
  }

  get #layout(): Service['layout'] | typeof USUAL_LAYOUT {
    return this.#options.service()?.layout ?? USUAL_LAYOUT;
  }

  /** As the agent has arranged them, with the one that is turned to from elsewhere, such as after a reload. */
  get #arrangement(): Arrangement {
    const arranged = this.kept;
    const turnedTo = this.#turnedTo.value;
    if (turnedTo === undefined) return arranged;
    const itemId = itemOf(turnedTo);
    const isOffered = this.#options.service()?.extensions.conversationContext.includes(itemId ?? '') ?? false;
    const isOpenable = itemId !== undefined && this.#opensHere && isOffered;
    return { ...(isOpenable ? (open(itemId, arranged) ?? arranged) : arranged), last: turnedTo };
  }

  #labelOf(tab: Tab, { pane: words = paneWords, widget = widgetWords }: Strings): string {
    if (tab === 'customer' && this.#laid?.session.state === 'opened') return words.details;
    if (tab === 'conversation' || tab === 'customer') return words[tab];
    return this.#options.configuration()?.contextItems.get(this.#itemIn(tab))?.label ?? widget['embedded-context'];
  }

  #isUnsaved(tab: Tab): boolean {
    return this.#marks.isUnsaved(tab, this.#itemIn(tab));
  }

  #itemIn(tab: Tab): string {
    return itemOf(tab) ?? this.#options.service()?.extensions.embeddedContext ?? '';
  }

  readonly #onAnswer = (goesOn: boolean): void => {
    const tab = this.#closing;
    this.#closing = undefined;
    this.#host.requestUpdate();
    if (goesOn && tab) this.#close(tab);
  };

  #choose(tab: Tab, arranged: Arrangement): void {
    const laid = this.#laid;
    if (!laid) return;
    const places = placesOf(laid.tabs, this.#layout, this.#arrangement, this.#options.isWide());
    this.#arrange(laid, choose(tab, places, arranged));
  }

  #close(tab: Tab): void {
    const laid = this.#laid;
    if (!laid) return;
    this.#options.closed(tab);
    this.#arrange(laid, close(tab, laid.tabs, laid.places, this.#arrangement));
    void this.#host.updateComplete.then(() => {
      this.#focus();
    });
  }

  #arrange({ session, workspace }: LaidTabs, arranged: Arrangement): void {
    this.#options.keep(arranged, session.id);
    if (arranged.last !== undefined) turnToTab(workspace, session.id, arranged.last);
  }

  /** Where there is no room for two any more, what the agent is in stays. */
  #stayWithFocus(): void {
    const laid = this.#laid;
    if (laid?.places.end === undefined || this.#options.isWide()) return;
    const { id = '' } = this.#host.shadowRoot?.activeElement?.closest('.panel') ?? {};
    const tab = laid.tabs.find((_, at) => id === `panel-${String(at)}`);
    if (tab !== undefined && laid.session.id === this.#options.id()) this.choose(tab);
  }

  #focus(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('[role="tab"][tabindex="0"]')?.focus();
  }
}

/** After-call work begins at the customer, with whom its codes stand, unless the agent has chosen otherwise. */
const workFirst = (arranged: Arrangement, { state }: Session): Arrangement =>
  blocksNewWork(state) && arranged.last === undefined ? { ...arranged, last: 'customer' } : arranged;
