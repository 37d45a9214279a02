import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { nestedLater } from '../../registration/nested-later.js';
import { look } from '../../context/acts/look.js';
import { latePart } from '../../context/late-part.js';
import { notConnected } from '../../context/not-connected.js';
import { OwnAgent } from '../../context/own-agent.js';
import { SliceController } from '../../context/slice-controller.js';
import { WorkspaceElement } from '../../context/workspace-element.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import { selectRoster } from '../../core/selectors/select-roster.js';
import { selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { selectSelectedId } from '../../core/selectors/select-selection.js';
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
import { sessionCardStyles } from '../../views/session-card.styles.js';
import type { HistorySection } from './history-section.js';
import { historyIfLoaded, loadHistory } from './late-history.js';
import { loadRest } from './late-rest.js';
import { ListEntry } from './list-entry.js';
import { ListRows } from './list-rows.js';
import type { ListRest } from './list-rest.js';
import type { RowView } from './session-row.js';
import { styles } from './sessions-list.styles.js';

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
  static override styles = [base, ...sessionCardStyles, styles];

  /** `list`; `bar`: a row of session icons; `icons`: a column of them. */
  @property({ reflect: true }) mode: 'list' | 'bar' | 'icons' = 'list';

  /** Leaves the offers to a `<task-offers>` beside it. */
  @property({ type: Boolean, attribute: 'without-offers' }) withoutOffers = false;

  readonly #roster = new SliceController(this, () => selectRoster);
  readonly #selected = new SliceController(
    this,
    () => selectSelectedId,
    () => true,
    () => {
      this.#rows.place();
      return false;
    },
  );
  readonly #rows = new ListRows(this, () => this.#selected.value);
  readonly #entry = new ListEntry(this);
  #history: HistorySection | undefined;
  #rest: ListRest | undefined;
  #historyState: 'absent' | 'loading' | 'failed' = 'absent';
  readonly #workspaceSlice = new SliceController(this, () => selectWorkspace);
  readonly #isToldAll = new SliceController(this, () => selectIsToldAll);
  #view: RowView | undefined;
  #viewOf: readonly unknown[] = [];

  constructor() {
    super();
    new OwnAgent(this, () => {
      this.#history?.forget();
    });
    keepFocus(this, (focused) => {
      // In the offers it is a button of theirs.
      const row = (focused.shadowRoot?.activeElement ?? focused).closest<HTMLElement>('.row');
      const position = this.#shownRows().findIndex((own) => own === row);
      const id = row?.dataset.id;
      return () => this.#heirOf(id, position);
    });
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
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- hosts take back what they have said
    this.mode ??= 'list';
    // Before the update, so that what it listens to is there in it.
    const Section = this.historyIfLoaded();
    if (Section) this.#history ??= new Section(this);
    const rest = latePart(loadRest, this);
    if (rest) this.#rest ??= new rest.ListRest(this, this.#rows);
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
      <div class="list" tabindex="-1" role="navigation" aria-label=${(strings.list ?? listWords).title} @keydown=${this.#onKeyDown} @focusin=${this.#entry.onFocusIn}>
        ${
          isEmpty
            ? emptyState(this.#isToldAll.value ? (strings.workspace ?? workspaceWords).empty : strings.common.loading)
            : html`${this.withoutOffers ? nothing : this.#renderOffers(roster, workspace)}
              <div class="now">
                ${(['active', 'parked', 'come'] as const).map((section) => this.#renderSection(section, workspace, list[section]))}
              </div>`
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
    return html`<section class=${section} aria-labelledby=${section}>
      ${heading(section, ids.length, workspace.localization.strings)}
      <ul ${this.#rows.rows(ids, this.#viewFor(workspace))}></ul>
    </section>`;
  }

  /** Loaded with the first history there is: what is worked on comes before it. */
  #renderHistory({ history }: ListSections, workspace: WorkspaceHandle): unknown {
    if (history.length === 0 && !workspace.store.older) return nothing;
    if (!this.#history) {
      if (this.#historyState === 'absent') this.#loadHistory(workspace);
      return this.#historyState === 'failed' && this.mode === 'list' ? this.#renderNoHistory(workspace) : nothing;
    }
    return this.#history.render(history, workspace, {
      heading: heading('history', history.length, workspace.localization.strings),
      view: this.#viewFor(workspace),
      rows: (ids, view) => this.#rows.rows(ids, view),
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
    const card = id === undefined ? null : this.#rows.cardOf(id);
    if (card) return card;
    const rows = this.#shownRows();
    const heir = rows[Math.max(0, Math.min(position, rows.length - 1))];
    return heir?.querySelector<HTMLElement>('.card') ?? this.renderRoot.querySelector<HTMLElement>('.list');
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    this.#rest?.onKeyDown(event);
  };

  protected override updated(): void {
    this.#entry.begin();
  }

  /** The same one as long as rows would look the same, so that those that did not change are left alone. */
  #viewFor(workspace: WorkspaceHandle): RowView {
    const viewOf = [workspace, this.#workspaceSlice.value?.configuration, this.#rest];
    if (this.#view && viewOf.every((own, at) => own === this.#viewOf[at])) return this.#view;
    this.#viewOf = viewOf;
    const { store, localization } = workspace;
    const { strings } = localization;
    const rest = this.#rest;
    this.#view = {
      workspace,
      about: (session) => {
        const own = store.read(selectWorkspaceOf(session.id)).configuration;
        return {
          session,
          strings,
          service: own?.services.get(session.serviceId)?.name ?? session.serviceId,
          sentimentThreshold: own?.sentimentThreshold,
        };
      },
      lastWords: rest?.lastWordsOf(workspace),
      onSelect: (id) => {
        look(workspace, this, id);
      },
      leave: (session, before) => rest?.leaving.button(session, workspace, before),
    };
    return this.#view;
  }

  #shownRows(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.row')];
  }
}

type WorkSection = 'active' | 'parked' | 'come';
type Section = RosterSection | 'come';
const heading = (section: Section, count: number, { list }: Strings): TemplateResult => {
  const words = list ?? listWords;
  return html`<h2 id=${section}>${section === 'come' ? words.come : words.section[section]} <span class="figures" translate="no">${count}</span></h2>`;
};

declare global {
  interface HTMLElementTagNameMap {
    'sessions-list': SessionsList;
  }
}
