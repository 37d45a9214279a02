import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { nested } from '../../registration/nested.js';
import { look } from '../../context/acts/look.js';
import { elapsed } from '../../context/duration-directive.js';
import { slice } from '../../context/slice-directive.js';
import { SliceController } from '../../context/slice-controller.js';
import { WorkspaceElement } from '../../context/workspace-element.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import { selectRoster } from '../../core/selectors/select-roster.js';
import { selectSession, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { selectWorkspace } from '../../core/selectors/select-workspace.js';
import { ROSTER_SECTIONS } from '../../core/state/roster.js';
import type { Roster, RosterSection } from '../../core/state/roster.js';
import { en } from '../../localize/en.js';
import { workspaceWords } from '../../localize/en/my-sessions.js';
import { listWords } from '../../localize/en/sessions-list.js';
import { base } from '../../styles/base.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { emptyState } from '../../views/empty-state.js';
import { sessionCard } from '../../views/session-card.js';
import type { SessionCard } from '../../views/session-card.js';
import { sessionCardStyles } from '../../views/session-card.styles.js';
import { sessionOffer, sessionOfferStyles } from '../../views/session-offer.js';
import { OlderSessions } from './older-sessions.js';
import { styles } from './sessions-list.styles.js';

/** So many cards of a section are shown, and so many more each time: 20,000 at once would freeze the page for seconds. */
const MOST_CARDS = 500;
const STOPS = '.card, .older button';
/** How long, in ms, the list is let settle under the pointer. */
const SETTLING = 400;

/**
 * Lists an agent's sessions: offers, active ones, parked ones in the order in which to take them up, history. Each card
 * keeps itself up to date; the list renders only when the order changes. Arrow keys move between cards.
 *
 * @tag sessions-list
 * @summary All sessions of the agent, in the order in which to work on them.
 */
export class SessionsList extends WorkspaceElement {
  static override styles = [base, ...sessionCardStyles, sessionOfferStyles, styles];

  /** `list`, or `bar`: a row of session icons for panels too narrow for a list. */
  @property({ reflect: true }) mode: 'list' | 'bar' = 'list';

  readonly #roster = new SliceController(this, () => selectRoster);
  readonly #older = new OlderSessions(this);
  readonly #workspaceSlice = new SliceController(this, () => selectWorkspace);
  /**
   * A click that falls right after the list has moved was aimed at what stood there before, and would answer an offer
   * or open a session that nobody chose. It is not taken; keys are (`detail` is 0 for them).
   */
  readonly #guard = {
    capture: true,
    handleEvent: (event: MouseEvent) => {
      if (event.detail > 0 && event.timeStamp - this.#movedAt < SETTLING) event.stopPropagation();
    },
  };
  readonly #mostOf = new Map<RosterSection, number>();
  #movedAt = -Infinity;
  #shownRoster: Roster | undefined;
  #cardView: ((session: Session | undefined) => unknown) | undefined;
  #cardViewOf: readonly unknown[] = [];

  constructor() {
    super();
    keepFocus(
      this,
      (focused) => {
        const row = focused.closest<HTMLElement>('.row');
        return { id: row?.dataset.id, position: this.#rows().findIndex((own) => own === row) };
      },
      ({ id, position }) => {
        const rows = this.#rows();
        const heir = rows.find((row) => row.dataset.id === id) ?? rows[Math.min(position, rows.length - 1)];
        return heir?.querySelector<HTMLElement>('.card') ?? this.renderRoot.querySelector<HTMLElement>('.list');
      },
    );
  }

  protected override render(): TemplateResult {
    const { workspace } = this;
    const roster = this.#roster.value;
    if (!workspace || !roster) return emptyState(en.common.notConnected);
    const { strings } = workspace.localization;
    const isEmpty = ROSTER_SECTIONS.every((section) => roster[section].length === 0);
    return html`
      <div class="list" tabindex="-1" role="navigation" aria-label=${(strings.list ?? listWords).title} @click=${this.#guard} @keydown=${this.#onKeyDown} @focusin=${this.#onFocusIn}>
        ${
          isEmpty
            ? emptyState(
                this.#workspaceSlice.value?.isConnected
                  ? (strings.workspace ?? workspaceWords).empty
                  : strings.common.loading,
              )
            : ROSTER_SECTIONS.map((section) => this.#renderSection(section, roster, workspace))
        }
        ${this.#older.render()}
      </div>
    `;
  }

  #renderSection(section: RosterSection, roster: Roster, workspace: WorkspaceHandle): unknown {
    const ids = roster[section];
    if (ids.length === 0) return nothing;
    const words = workspace.localization.strings.list ?? listWords;
    const most = this.#mostOf.get(section) ?? MOST_CARDS;
    const view = this.#viewOfCards(workspace);
    return html`<section class=${section} aria-labelledby=${section}>
      <h2 id=${section}>${words.section[section]} <span class="figures" translate="no">${ids.length}</span></h2>
      <ul>
        ${repeat(
          ids.slice(0, most),
          (id) => id,
          (id) => {
            const card = slice(workspace.store, id, selectSession, view);
            return html`<li class="row" data-id=${id}>
              ${section === 'offered' ? sessionOffer(card, nested(this, 'sessions-list', 'session-controls', { sessionId: id })) : card}
            </li>`;
          },
        )}
      </ul>
      ${
        ids.length > most
          ? html`<div class="older"><button type="button" tabindex="-1" @click=${() => {
              this.#showMore(section, most);
            }}>${words.more(Math.min(MOST_CARDS, ids.length - most))}</button></div>`
          : nothing
      }
    </section>`;
  }

  /** The first card that comes in addition gets the focus: the button has moved behind all of them. */
  #showMore(section: RosterSection, shown: number): void {
    this.#mostOf.set(section, shown + MOST_CARDS);
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.renderRoot.querySelectorAll<HTMLElement>(`.${section} .card`)[shown]?.focus();
    });
  }

  protected override updated(): void {
    if (this.#shownRoster && this.#shownRoster !== this.#roster.value) this.#movedAt = performance.now();
    this.#shownRoster = this.#roster.value;
    this.#rove(this.renderRoot.querySelector<HTMLElement>('.card[aria-current]') ?? this.#stops()[0]);
  }

  /** The same function as long as it would render the same, so that cards that did not change are left alone. */
  #viewOfCards(workspace: WorkspaceHandle): (session: Session | undefined) => unknown {
    const configuration = this.#workspaceSlice.value?.configuration;
    const [lastWorkspace, lastConfiguration] = this.#cardViewOf;
    if (!this.#cardView || lastWorkspace !== workspace || lastConfiguration !== configuration) {
      this.#cardViewOf = [workspace, configuration];
      this.#cardView = (session) => (session ? sessionCard(this.#cardOf(session, workspace)) : nothing);
    }
    return this.#cardView;
  }

  #cardOf(session: Session, workspace: WorkspaceHandle): SessionCard {
    const { id } = session;
    const { store, localization } = workspace;
    const { strings, formatMoment } = localization;
    const { configuration } = store.read(selectWorkspaceOf(id));
    return {
      session,
      service: configuration?.services.get(session.serviceId)?.name ?? session.serviceId,
      sentimentThreshold: configuration?.sentimentThreshold,
      strings,
      elapsed: (since) => elapsed(workspace, id, since),
      momentOf: (at) => formatMoment(at, store.clockOf(id).now()),
      onSelect: () => {
        look(workspace, this, id);
      },
    };
  }

  #rows(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.row')];
  }

  /** What arrow keys go to: cards, and the ways to more of them. In a bar there are none of these. */
  #stops(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>(this.mode === 'bar' ? '.card' : STOPS)];
  }

  /**
   * One stop is the way in by Tab; arrow keys go on from there. Five hundred would lock keyboard users in, and one at the
   * end of the list would scroll everything away that they work on.
   */
  #rove(stop: HTMLElement | undefined): void {
    if (!stop) return;
    this.renderRoot.querySelector(`:is(${STOPS})[tabindex="0"]`)?.setAttribute('tabindex', '-1');
    stop.tabIndex = 0;
  }

  #onFocusIn(event: FocusEvent): void {
    if (event.target instanceof HTMLElement && event.target.matches(STOPS)) this.#rove(event.target);
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement) || !event.target.matches(STOPS)) return;
    const stops = this.#stops();
    const position = stops.indexOf(event.target);
    const isBar = this.mode === 'bar';
    const isRtl = this.matches(':dir(rtl)');
    const next = isBar ? (isRtl ? 'ArrowLeft' : 'ArrowRight') : 'ArrowDown';
    const previous = isBar ? (isRtl ? 'ArrowRight' : 'ArrowLeft') : 'ArrowUp';
    const target = new Map([
      [next, position + 1],
      [previous, position - 1],
      ['Home', 0],
      ['End', stops.length - 1],
    ]).get(event.key);
    if (target === undefined) return;
    event.preventDefault();
    stops[Math.max(0, Math.min(target, stops.length - 1))]?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sessions-list': SessionsList;
  }
}
