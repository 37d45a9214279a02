import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { each } from '../../context/each.js';
import { nestedLater } from '../../registration/nested-later.js';
import { look } from '../../context/acts/look.js';
import { latePart } from '../../context/late-part.js';
import { stateTime } from '../../context/duration-directive.js';
import { notConnected } from '../../context/not-connected.js';
import { OwnAgent } from '../../context/own-agent.js';
import { slice } from '../../context/slice-directive.js';
import { SliceController } from '../../context/slice-controller.js';
import { WorkspaceElement } from '../../context/workspace-element.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import { selectLastWords } from '../../core/selectors/select-last-words.js';
import { selectRoster } from '../../core/selectors/select-roster.js';
import { selectSession, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { selectIsToldAll, selectWorkspace } from '../../core/selectors/select-workspace.js';
import type { ListSections } from '../../core/rules/held-list.js';
import { ROSTER_SECTIONS } from '../../core/state/roster.js';
import type { Roster, RosterSection } from '../../core/state/roster.js';
import type { Strings } from '../../localize/en.js';
import { workspaceWords } from '../../localize/en/my-sessions.js';
import { listWords } from '../../localize/en/sessions-list.js';
import { base } from '../../styles/base.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { emptyState } from '../../views/empty-state.js';
import { historyRowStyles } from '../../views/history-row.styles.js';
import { lastWordsIn, sessionCard } from '../../views/session-card.js';
import type { SessionCard } from '../../views/session-card.js';
import { sessionCardStyles } from '../../views/session-card.styles.js';
import type { HistorySection } from './history-section.js';
import { historyIfLoaded, loadHistory } from './late-history.js';
import { ListKeys } from './list-keys.js';
import { loadLeaving } from './late-leaving.js';
import type { LeavingCards } from './leaving-cards.js';
import { styles } from './sessions-list.styles.js';

/** So many cards of a section are shown, and so many more each time: 20,000 at once would freeze the page for seconds. */
const MOST_CARDS = 500;

/**
 * Lists an agent's sessions: offers, active ones, parked ones in the order in which to take them up, history by day, which
 * can be searched. After-call work that is not finished stays in sight. Each card keeps itself up to date; the list renders
 * only when the order changes. Arrow keys move between cards; Delete asks how the session of one is to be left, as its X
 * does.
 *
 * @tag sessions-list
 * @summary All sessions of the agent, in the order in which to work on them.
 */
export class SessionsList extends WorkspaceElement {
  static override styles = [base, ...sessionCardStyles, historyRowStyles, styles];

  /** `list`; `bar`: a row of session icons; `icons`: a column of them. */
  @property({ reflect: true }) mode: 'list' | 'bar' | 'icons' = 'list';

  /** Leaves the offers to a `<task-offers>` beside it. */
  @property({ type: Boolean, attribute: 'without-offers' }) withoutOffers = false;

  readonly #roster = new SliceController(this, () => selectRoster);
  readonly #keys = new ListKeys(this);
  #history: HistorySection | undefined;
  #leaving: LeavingCards | undefined;
  #historyState: 'absent' | 'loading' | 'failed' = 'absent';
  readonly #workspaceSlice = new SliceController(this, () => selectWorkspace);
  readonly #isToldAll = new SliceController(this, () => selectIsToldAll);
  readonly #mostOf = new Map<Section, number>();
  #views: Views | undefined;
  #viewsOf: readonly unknown[] = [];

  constructor() {
    super();
    new OwnAgent(this, () => {
      this.#history?.forget();
      this.#mostOf.clear();
    });
    keepFocus(
      this,
      (focused) => {
        // In the offers it is a button of theirs.
        const row = (focused.shadowRoot?.activeElement ?? focused).closest<HTMLElement>('.row');
        return { id: row?.dataset.id, position: this.#rows().findIndex((own) => own === row) };
      },
      ({ id, position }) => this.#heirOf(id, position),
    );
  }

  /** What shows the history, as a module of its own. */
  protected loadHistory(): Promise<unknown> {
    return loadHistory();
  }

  protected historyIfLoaded(): typeof HistorySection | undefined {
    return historyIfLoaded();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Before the update, so that what it listens to is there in it.
    const Section = this.historyIfLoaded();
    if (Section) this.#history ??= new Section(this);
    const leaving = latePart(loadLeaving, this);
    if (leaving) this.#leaving ??= new leaving.LeavingCards(this);
  }

  protected override render(): TemplateResult {
    const { workspace } = this;
    const roster = this.#roster.value;
    if (!workspace || !roster) return notConnected(this);
    const { strings } = workspace.localization;
    // Nothing is held before there is something that could move.
    const list: ListSections = this.#history?.hold(roster) ?? roster;
    const isEmpty = ROSTER_SECTIONS.every((section) => roster[section].length === 0);
    return html`
      <div class="list" tabindex="-1" role="navigation" aria-label=${(strings.list ?? listWords).title} @keydown=${this.#keys.onKeyDown} @focusin=${this.#keys.onFocusIn}>
        ${
          isEmpty
            ? emptyState(this.#isToldAll.value ? (strings.workspace ?? workspaceWords).empty : strings.common.loading)
            : html`
                ${this.withoutOffers ? nothing : this.#renderOffers(roster, workspace)}
                ${(['active', 'parked', 'come'] as const).map((section) => this.#renderSection(section, workspace, list[section]))}
              `
        }
        ${this.#renderHistory(list, workspace)}
      </div>
    `;
  }

  #renderOffers({ offered }: Roster, { localization: { strings } }: WorkspaceHandle): unknown {
    return html`<section class="offered" aria-labelledby="offered">
      ${heading('offered', offered.length, strings)}
      ${nestedLater(strings, this, 'sessions-list', 'task-offers', { mode: this.mode, heir: this.#heir, saysEmpty: true })}
    </section>`;
  }

  #renderSection(section: WorkSection, workspace: WorkspaceHandle, ids: readonly string[] = []): unknown {
    if (ids.length === 0) return nothing;
    const most = this.#mostOf.get(section) ?? MOST_CARDS;
    const row = this.#rowOf(workspace, this.#viewsFor(workspace).card);
    return html`<section class=${section} aria-labelledby=${section}>
      ${heading(section, ids.length, workspace.localization.strings)}
      <ul>
        ${each(ids.slice(0, most), (id) => id, row)}
      </ul>
      ${this.#renderMore(section, ids.length, workspace)}
    </section>`;
  }

  /** Loaded with the first history there is: what is worked on comes before it. */
  #renderHistory({ history }: ListSections, workspace: WorkspaceHandle): unknown {
    if (history.length === 0 && !workspace.store.older) return nothing;
    if (!this.#history) {
      if (this.#historyState === 'absent') this.#loadHistory(workspace);
      return this.#historyState === 'failed' && this.mode === 'list' ? this.#renderNoHistory(workspace) : nothing;
    }
    const { card, about } = this.#viewsFor(workspace);
    return this.#history.render(history, workspace, {
      heading: heading('history', history.length, workspace.localization.strings),
      most: this.#mostOf.get('history') ?? MOST_CARDS,
      more: (count) => this.#renderMore('history', count, workspace),
      card,
      about,
      rowOf: (view) => this.#rowOf(workspace, view),
    });
  }

  #loadHistory({ store }: WorkspaceHandle): void {
    this.#historyState = 'loading';
    this.loadHistory().then(
      () => {
        this.requestUpdate();
      },
      (error: unknown) => {
        store.logger.warn('The history could not be loaded.', error);
        this.#historyState = 'failed';
        this.requestUpdate();
      },
    );
  }

  #renderNoHistory(workspace: WorkspaceHandle): TemplateResult {
    const { list: words = listWords, common } = workspace.localization.strings;
    return html`<div class="older">
      <span role="alert">${words.noHistory}</span>
      <button type="button" tabindex="-1" @click=${() => {
        this.#loadHistory(workspace);
        this.requestUpdate();
      }}>${common.retry}</button>
    </div>`;
  }

  #rowOf(workspace: WorkspaceHandle, view: View): (id: string) => unknown {
    return (id) =>
      html`<li class="row" data-id=${id}>${slice(workspace.store, id, selectSession, view)}${this.#leaving?.button(id, workspace)}</li>`;
  }

  #renderMore(section: Section, count: number, { localization: { strings } }: WorkspaceHandle): unknown {
    const most = this.#mostOf.get(section) ?? MOST_CARDS;
    if (count <= most) return nothing;
    return html`<div class="older"><button type="button" tabindex="-1" @click=${() => {
      this.#showMore(section, most);
    }}>${(strings.list ?? listWords).more(Math.min(MOST_CARDS, count - most))}</button></div>`;
  }

  /** Moves the focus to the card of a session, or to the list where it has none in sight, if the focus is nowhere else. */
  focusSession(id: string): void {
    if (document.activeElement !== document.body) return;
    this.#heirOf(id, 0)?.focus();
  }

  readonly #heir = (id: string): boolean => {
    void this.updateComplete.then(() => {
      this.focusSession(id);
    });
    return true;
  };

  #heirOf(id: string | undefined, position: number): HTMLElement | null {
    const rows = this.#rows();
    const heir = rows.find((row) => row.dataset.id === id) ?? rows[Math.max(0, Math.min(position, rows.length - 1))];
    return heir?.querySelector<HTMLElement>('.card') ?? this.renderRoot.querySelector<HTMLElement>('.list');
  }

  /** The first card that comes in addition gets the focus: the button has moved behind all of them. */
  #showMore(section: Section, shown: number): void {
    this.#mostOf.set(section, shown + MOST_CARDS);
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.renderRoot.querySelectorAll<HTMLElement>(`.${section} .card`)[shown]?.focus();
    });
  }

  protected override updated(): void {
    this.#keys.begin();
  }

  /** The same functions as long as they would render the same, so that cards that did not change are left alone. */
  #viewsFor(workspace: WorkspaceHandle): Views {
    const configuration = this.#workspaceSlice.value?.configuration;
    const [lastWorkspace, lastConfiguration] = this.#viewsOf;
    if (!this.#views || lastWorkspace !== workspace || lastConfiguration !== configuration) {
      this.#viewsOf = [workspace, configuration];
      const { store, localization } = workspace;
      const { strings } = localization;
      const lastWords = lastWordsIn(strings);
      const about = (session: Session) => {
        const { id, serviceId } = session;
        const own = store.read(selectWorkspaceOf(id)).configuration;
        return {
          session,
          strings,
          service: own?.services.get(serviceId)?.name ?? serviceId,
          sentimentThreshold: own?.sentimentThreshold,
          onSelect: () => {
            look(workspace, this, id);
          },
        };
      };
      this.#views = {
        card: (session) =>
          session
            ? sessionCard({
                ...about(session),
                time: stateTime(workspace, session),
                lastWords: () => slice(store, session.id, selectLastWords, lastWords),
              })
            : nothing,
        about,
      };
    }
    return this.#views;
  }

  #rows(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.row')];
  }
}

type WorkSection = 'active' | 'parked' | 'come';
type Section = RosterSection | 'come';
type View = (session: Session | undefined) => unknown;

/** How a row looks, and what it says. */
interface Views {
  readonly card: View;
  readonly about: (session: Session) => Omit<SessionCard, 'time' | 'lastWords'>;
}

const heading = (section: Section, count: number, { list: words = listWords }: Strings): TemplateResult =>
  html`<h2 id=${section}>${section === 'come' ? words.come : words.section[section]} <span class="figures" translate="no">${count}</span></h2>`;

declare global {
  interface HTMLElementTagNameMap {
    'sessions-list': SessionsList;
  }
}
