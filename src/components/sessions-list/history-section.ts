import { html, nothing } from 'lit';
import type { LitElement, ReactiveController } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { each } from '../../context/each.js';
import type { Subscription } from 'rxjs';
import { stateTime } from '../../context/duration-directive.js';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import { blocksNewWork } from '../../core/rules/session-phase.js';
import { byDay, dayOf } from '../../core/rules/days.js';
import type { Day } from '../../core/rules/days.js';
import type { ListSections } from '../../core/rules/held-list.js';
import { selectSession, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { isBlank } from '../../core/text/blank.js';
import { Search } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { DayNames } from '../../localize/day-names.js';
import { historyWords } from '../../localize/en/history.js';
import { listWords } from '../../localize/en/sessions-list.js';
import { titleOf } from '../../localize/words.js';
import { historyRowStyles } from '../../views/history-row.styles.js';
import { endOf, historyRow } from '../../views/history-row.js';
import { HeldPlaces } from './held-places.js';
import { HistoryFold } from './history-fold.js';
import { OlderSessions } from './older-sessions.js';
import type { matching } from './history-search.js';
import type { RowView } from './session-row.js';

type Matching = typeof matching;

/** Sessions that are over, day by day, and the field that looks for some of them. What looks is loaded with the first key. */
export class HistorySection implements ReactiveController {
  readonly #host: HistoryHost;
  readonly #older: OlderSessions;
  readonly #places: HeldPlaces;
  readonly #fold: HistoryFold;
  #waiting = 0;
  #isOpen = false;
  #typed = '';
  #matching: Matching | undefined;
  #today = NaN;
  #ticking: Subscription | undefined;

  #view: RowView | undefined;
  #viewOf: RowView | undefined;
  #days: readonly Day<string>[] = [];
  #daysOf: readonly string[] | undefined;
  #names: DayNames | undefined;

  constructor(host: HistoryHost) {
    this.#host = host;
    this.#places = new HeldPlaces(host);
    this.#fold = new HistoryFold(host);
    this.#older = new OlderSessions(host, () => {
      this.#places.release();
    });
    host.addController(this);
    if (historyRowStyles.styleSheet) host.shadowRoot?.adoptedStyleSheets.push(historyRowStyles.styleSheet);
  }

  /** What stands where: as it did, until the agent acts. */
  hold(next: ListSections): ListSections {
    const { sections, waiting } = this.#places.hold(next);
    this.#waiting = waiting;
    return sections;
  }

  /** Work that has to be finished stands apart from the rest, so that it can stay in sight. */
  render(history: readonly string[], workspace: WorkspaceHandle, list: ListParts): unknown {
    const { store, localization } = workspace;
    const { list: words = historyWords } = localization.strings;
    const { section } = localization.strings.list ?? listWords;
    const { mode } = this.#host;
    if (history.length === 0) return mode === 'list' ? this.#older.render() : nothing;
    const view = this.#viewFor(workspace, list);
    const over = history.findIndex((id) => !blocksNewWork(store.read(selectSession(id))?.state ?? 'ended'));
    const unfinished = over < 0 ? history : history.slice(0, over);
    const ids = this.#found(history.slice(unfinished.length), workspace);
    const isBar = mode === 'bar';
    return html`
      ${
        unfinished.length > 0
          ? html`<section class="work" aria-label=${words.unfinishedWork}>
              <ul ${list.rows(unfinished, mode === 'list' ? view : list.view)}></ul>
            </section>`
          : nothing
      }
      ${isBar ? this.#fold.renderToggle(section.history) : nothing}
      ${
        mode === 'list' || (isBar && this.#fold.isUnfolded)
          ? html`<section class="history ${this.#namesIn(localization.locale).isTwelveHours ? 'wide' : ''}" aria-labelledby="history" @keydown=${this.#onEscape} @focusout=${this.#fold.onLeave}>
              <div class="past-head">${list.heading} ${this.#renderWaiting(words)} ${this.#renderSearch(workspace, ids.length)}</div>
              ${this.#renderDays(ids, workspace, (items) => list.rows(items, view))}
              ${this.#older.render()}
            </section>`
          : nothing
      }
    `;
  }

  /** What is over since the agent acted last stands there when they say so: it would move all lines. */
  #renderWaiting(words: typeof historyWords): unknown {
    if (this.#waiting === 0) return nothing;
    return html`<button
      type="button"
      class="plain new"
      tabindex="-1"
      @click=${() => {
        this.#places.release();
      }}
    >
      ${words.waiting(this.#waiting)}
    </button>`;
  }

  #viewFor(workspace: WorkspaceHandle, { view }: ListParts): RowView {
    if (this.#view && this.#viewOf === view) return this.#view;
    this.#viewOf = view;
    const { formatMoment } = workspace.localization;
    this.#view = {
      ...view,
      line: (session) =>
        historyRow({
          ...view.about(session),
          onSelect: () => {
            view.onSelect(session.id);
            this.#fold.fold();
          },
          timeOf: (at) => formatMoment(at, at),
          time: stateTime(workspace, session),
        }),
    };
    return this.#view;
  }

  /** At midnight today becomes yesterday, whether anything happens or not. */
  hostUpdated(): void {
    const { workspace } = this.#host;
    if (Number.isNaN(this.#today)) this.hostDisconnected();
    else
      this.#ticking ??= workspace?.ticker.subscribe((now) => {
        if (dayOf(now) !== this.#today) this.#host.requestUpdate();
      });
  }

  hostDisconnected(): void {
    this.#ticking?.unsubscribe();
    this.#ticking = undefined;
  }

  /** What was looked for belongs to the agent who looked for it. */
  forget(): void {
    this.#places.release();
    this.#fold.forget();
    this.#putAway();
  }

  #putAway(): void {
    this.#isOpen = false;
    this.#typed = '';
  }

  /** Those of some sessions that the agent looks for; all, where nothing is typed. */
  #found(ids: readonly string[], { store, localization }: WorkspaceHandle): readonly string[] {
    if (isBlank(this.#typed) || !this.#matching) return ids;
    return this.#matching(
      this.#typed,
      ids,
      (id) => store.read(selectSession(id)),
      (session) => textOf(session, titleOf(session, localization.strings), serviceOf(session, store)),
    );
  }

  /** A button, and the field while it is wanted: the list stays one stop for Tab. */
  #renderSearch({ localization }: WorkspaceHandle, count: number): unknown {
    const { list: words = historyWords } = localization.strings;
    return html`${
      this.#isOpen
        ? html`<input type="search" class="field" aria-label=${words.search} .value=${this.#typed} @input=${this.#onInput} @keydown=${this.#onKey} />`
        : nothing
    }
      <button type="button" class="plain find" tabindex="-1" aria-label=${words.search} title=${words.search} aria-expanded=${this.#isOpen ? 'true' : 'false'} @click=${this.#onFind}>
        ${icon(Search)}
      </button>
      <span class="spoken" role="status">${isBlank(this.#typed) ? '' : words.found(count)}</span>`;
  }

  /** @param rows renders some sessions */
  #renderDays(
    ids: readonly string[],
    { store, localization }: WorkspaceHandle,
    rows: (ids: readonly string[]) => DirectiveResult,
  ): unknown {
    const { list: words = historyWords } = localization.strings;
    const names = this.#namesIn(localization.locale);
    this.#today = ids[0] === undefined ? NaN : dayOf(store.clockOf(ids[0]).now());
    if (ids.length === 0) return isBlank(this.#typed) ? nothing : html`<p class="empty">${words.found(0)}</p>`;
    if (ids !== this.#daysOf)
      this.#days = byDay(ids, (id) => {
        const session = store.read(selectSession(id));
        return session ? endOf(session) : NaN;
      });
    this.#daysOf = ids;
    return each(
      this.#days,
      ({ day }) => day,
      ({ day, items }) =>
        html`<h3>${names.of(day, this.#today)}</h3>
          <ul ${rows(items)}></ul>`,
    );
  }

  #namesIn(locale: string): DayNames {
    if (this.#names?.wanted !== locale) this.#names = new DayNames(locale);
    return this.#names;
  }

  readonly #onFind = (): void => {
    const isOpen = !this.#isOpen;
    this.#putAway();
    this.#isOpen = isOpen;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      this.#host.renderRoot.querySelector<HTMLElement>(isOpen ? '.field' : '.find')?.focus();
    });
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.#host.renderRoot.querySelector<HTMLElement>('.history .card')?.focus();
    }
  };

  /** From the field focus goes back to its button; who stands on what was found stays there, among all the others. */
  readonly #onEscape = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (!this.#isOpen) this.#fold.onEscape(event);
    else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if ((event.target as Element).matches('.field')) this.#onFind();
      else {
        this.#putAway();
        this.#host.requestUpdate();
      }
    }
  };

  readonly #onInput = (event: Event): void => {
    this.#typed = (event.target as HTMLInputElement).value;
    this.#host.requestUpdate();
    if (!this.#matching)
      import('./history-search.js').then(
        (search) => {
          this.#matching = search.matching;
          this.#host.requestUpdate();
        },
        (error: unknown) => this.#host.workspace?.store.logger.warn('The search could not be loaded.', error),
      );
  };
}

/** What a list has for it. */
export interface ListParts {
  readonly heading: unknown;
  /** How the rows look of what is worked on. */
  readonly view: RowView;
  /** On a `<ul>`: its rows. */
  readonly rows: (ids: readonly string[], view: RowView) => DirectiveResult;
}

type HistoryHost = LitElement & WorkspaceHost & { readonly mode: 'list' | 'bar' | 'icons' };

const serviceOf = ({ id, serviceId }: Session, store: WorkspaceHandle['store']): string =>
  store.read(selectWorkspaceOf(id)).configuration?.services.get(serviceId)?.name ?? serviceId;

/** Who, about what, for which service, from which number. */
const textOf = ({ subject = '', caller, customer }: Session, title: string, service: string): string =>
  [title, subject, service, caller?.phone ?? '', customer?.company ?? ''].join(' ');
