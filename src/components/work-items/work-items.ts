import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { bringBack, hide } from '../../context/acts/hide.js';
import { look } from '../../context/acts/look.js';
import { stateTime } from '../../context/duration-directive.js';
import { Notices } from '../../context/notices.js';
import { notConnected } from '../../context/not-connected.js';
import { OwnAgent } from '../../context/own-agent.js';
import { recordButtons } from '../../context/record-buttons.js';
import { SliceController } from '../../context/slice-controller.js';
import { WorkspaceElement } from '../../context/workspace-element.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import { idleOf } from '../../core/rules/idle-sessions.js';
import {
  MOST_ROWS,
  WORK_ITEM_LISTS,
  WORK_ITEM_ORDERS,
  momentOfSession,
  workItemsIn,
} from '../../core/rules/work-items.js';
import type { WorkItemList, WorkItemOrder, WorkItemsView } from '../../core/rules/work-items.js';
import { selectBegun, selectIsDrafting } from '../../core/selectors/select-begun.js';
import { selectLimitNotice } from '../../core/selectors/select-limit-notice.js';
import { selectSessionLimit } from '../../core/selectors/select-session-limit.js';
import { selectSessions, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { selectOwnWork } from '../../core/selectors/select-work-items.js';
import { selectWorkspace } from '../../core/selectors/select-workspace.js';
import { ABOUT_NO_SESSION } from '../../core/state/begun.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { icon } from '../../icons/icon.js';
import { modalityIcon } from '../../icons/modality-icon.js';
import { sessionLimitWords } from '../../localize/en/session-limit.js';
import { stateWords } from '../../localize/en/sessions.js';
import { workItems } from '../../localize/en/work-items.js';
import { nearestLocale } from '../../localize/nearest-locale.js';
import { titleOf, wordFor } from '../../localize/words.js';
import { base } from '../../styles/base.js';
import { emptyState } from '../../views/empty-state.js';
import { OpenRows } from './open-rows.js';
import { styles } from './work-items.styles.js';

const NONE: readonly string[] = [];
const UNTOUCHED: WorkItemsView = { list: 'mine', order: 'longest', typed: '', most: MOST_ROWS };

/**
 * All work of the agent, searched and sorted: what is this agent's, hidden sessions too, and what is over. _Open_ turns to
 * a session; with Shift a hidden one only comes back to the list. _Pick_ takes what waits for anybody, where the contact
 * centre lets agents pick; with Shift the agent stays where he is.
 *
 * @tag work-items
 * @summary The agent's work items: mine, open, closed.
 */
export class WorkItems extends WorkspaceElement {
  static override styles = [base, styles];

  /** What was not opened, since as many as may be are open. */
  @state() private _refused = '';

  /** Kept, so that who comes back to Home finds it as it was left. */
  readonly #viewSlice = new SliceController(this, () => selectBegun('workItems', ABOUT_NO_SESSION));
  readonly #work = new SliceController(this, () => selectOwnWork);
  readonly #workspaceSlice = new SliceController(this, () => selectWorkspace);
  readonly #limit = new SliceController(this, () => selectSessionLimit);
  readonly #limitNotice = new SliceController(this, () => selectLimitNotice);
  readonly #notices = new Notices(this);
  readonly #parked = new SliceController(this, selectSessions, () => this.#work.value?.mine ?? NONE);
  readonly #sessions = new SliceController(this, selectSessions, () => this.#ids);

  readonly #open = new OpenRows(
    this,
    () => this.#view.list === 'open',
    (title) => this.#hasRoomFor(title),
  );

  constructor() {
    super();
    new OwnAgent(this, () => {
      this.#open.forget();
      this._refused = '';
    });
  }

  get #view(): WorkItemsView {
    return this.#viewSlice.value ?? UNTOUCHED;
  }

  #show(change: Partial<WorkItemsView>): void {
    this.workspace?.store.keep('workItems', ABOUT_NO_SESSION, (before = UNTOUCHED) => ({ ...before, ...change }));
  }

  get #ids(): readonly string[] {
    const { list } = this.#view;
    return list === 'open' ? NONE : (this.#work.value?.[list] ?? NONE);
  }

  protected override render(): TemplateResult {
    const { workspace } = this;
    if (!workspace) return notConnected(this);
    const { strings } = workspace.localization;
    if (!this.#workspaceSlice.value?.isConnected) return emptyState(strings.common.loading);
    const words = strings['work-items'] ?? workItems;
    return html`<section class="items" aria-labelledby="title">
      <h2 id="title" class="heading">${words.title}</h2>
      <div class="tools">
        <div class="lists" role="group" aria-labelledby="title">
          ${WORK_ITEM_LISTS.map((list) => this.#renderChoice(list, words))}
        </div>
        <input
          type="search"
          class="field"
          aria-label=${words.search}
          placeholder=${words.search}
          .value=${this.#view.typed}
          @input=${this.#onInput}
        />
        <select aria-label=${words.sort} @change=${this.#onSort}>
          ${WORK_ITEM_ORDERS.map(
            (order) =>
              html`<option value=${order} ?selected=${order === this.#view.order}>${words.order[order]}</option>`,
          )}
        </select>
      </div>
      ${this.#renderLimit(workspace)}
      ${
        this.#view.list === 'open'
          ? this.#open.render(workspace, words, this.#view, this.#onMore)
          : this.#renderRows(workspace, words)
      }
    </section>`;
  }

  /** In its place from the start: nothing moves when the limit comes near. */
  #renderLimit(workspace: WorkspaceHandle): unknown {
    const limit = this.#limit.value;
    if (!limit) return nothing;
    const { sessionLimit: words = sessionLimitWords } = workspace.localization.strings;
    const { store } = workspace;
    const { is, open, limit: most } = limit;
    // What was asked for elsewhere is said there.
    const notOpened = this.#notices.isElsewhere ? undefined : this.#limitNotice.value?.refused;
    const refused = this._refused || (notOpened ?? '');
    const idle = idleOf(this.#parked.value ?? [], (id) => store.read(selectIsDrafting(id))).filter(
      ({ id }) => !this.#work.value?.hidden.includes(id),
    );
    return html`<div class="limit ${is}">
      <p role="status">${refused !== '' && is === 'full' ? `${words.refused(displayableText(refused, 100))} ` : nothing}${words.is[is](open, most)}</p>
      ${
        is === 'free' || idle.length === 0
          ? nothing
          : html`<button
              type="button"
              @click=${() => {
                for (const { id } of idle) hide(workspace, this, id);
              }}
            >
              ${words.hideIdle(idle.length)}
            </button>`
      }
    </div>`;
  }

  /** A hidden session that is opened is one more on the list. */
  /** Says so where as many as may be are open. */
  #hasRoomFor(title: string): boolean {
    this._refused = this.#limit.value?.is === 'full' ? title : '';
    return this._refused === '';
  }

  #openOwn({ id }: Session, title: string, isHidden: boolean, inBackground: boolean, workspace: WorkspaceHandle): void {
    if (isHidden && !this.#hasRoomFor(title)) return;
    this._refused = '';
    if (!inBackground) look(workspace, this, id);
    else if (isHidden) bringBack(workspace.store, id);
  }

  #renderChoice(list: WorkItemList, words: typeof workItems): TemplateResult {
    const count = list === 'open' ? this.#open.count : this.#work.value?.[list].length;
    return html`<button
      type="button"
      data-list=${list}
      aria-pressed=${list === this.#view.list ? 'true' : 'false'}
      @click=${() => {
        this.#show({ list, most: MOST_ROWS });
      }}
    >
      ${words.list[list]}${count === undefined ? nothing : html` <span class="figures" translate="no">${count}</span>`}
    </button>`;
  }

  #renderRows(workspace: WorkspaceHandle, words: typeof workItems): TemplateResult {
    const all = this.#sessions.value ?? [];
    const { list, typed, order, most } = this.#view;
    if (all.length === 0) return emptyState(words.empty[list]);
    const { strings, locale } = workspace.localization;
    const { compare } = new Intl.Collator(nearestLocale(locale), { numeric: true });
    const found = workItemsIn(all, typed, order, {
      titleOf: (session) => titleOf(session, strings),
      textOf: (session) =>
        [
          titleOf(session, strings),
          session.subject,
          serviceOf(session, workspace),
          wordFor(strings.modality, session.modality),
        ].join(' '),
      momentOf: momentOfSession,
      compare,
    });
    if (found.length === 0)
      return html`<p class="empty" role="status"><bdi translate="no">${words.nothingFound(displayableText(typed, 100))}</bdi></p>`;
    return html`<ul>
        ${repeat(
          found.slice(0, most),
          ({ id }) => id,
          (session) => this.#renderRow(session, workspace, words),
        )}
      </ul>
      ${
        found.length > most
          ? html`<button
              type="button"
              class="more"
              @click=${this.#onMore}
            >
              ${words.more(Math.min(MOST_ROWS, found.length - most))}
            </button>`
          : nothing
      }`;
  }

  #renderRow(session: Session, workspace: WorkspaceHandle, words: typeof workItems): TemplateResult {
    const { strings, formatMoment } = workspace.localization;
    const { id, state: now, times, modality } = session;
    const title = titleOf(session, strings);
    const service = displayableText(serviceOf(session, workspace), 200);
    const isHidden = this.#work.value?.hidden.includes(id) ?? false;
    return html`<li data-id=${id}>
      <div>
        <p class="name"><bdi translate="no" title=${title}>${title}</bdi></p>
        <p class="about quiet">
          ${icon(modalityIcon(modality))}<span class="spoken">${wordFor(strings.modality, modality)}</span>
          <span>${wordFor(strings.state ?? stateWords, now)}</span>
          ${isHidden ? html`<span class="hidden">${words.hidden}</span>` : nothing}
          <bdi translate="no" title=${service}>${service}</bdi> ${this.#renderRecords(session, workspace)}
        </p>
      </div>
      <span class="quiet figures" translate="no">
        ${
          now === 'ended'
            ? formatMoment(times.ended ?? session.since, workspace.store.clockOf(id).now())
            : stateTime(workspace, session)
        }
      </span>
      <button
        type="button"
        aria-label="${words.open}: ${title}"
        title=${ifDefined(isHidden ? words.background : undefined)}
        @click=${({ shiftKey }: MouseEvent) => {
          this.#openOwn(session, title, isHidden, shiftKey, workspace);
        }}
        @keydown=${(event: KeyboardEvent) => {
          // Firefox makes no click of it.
          if (event.key !== 'Enter' || !event.shiftKey) return;
          event.preventDefault();
          this.#openOwn(session, title, isHidden, true, workspace);
        }}
      >
        ${words.open}
      </button>
    </li>`;
  }

  /** The contacts and cases that it leads to. */
  #renderRecords(session: Session, workspace: WorkspaceHandle): unknown {
    const { configuration, agentId } = workspace.store.read(selectWorkspaceOf(session.id));
    return recordButtons({ session, configuration, agentId }, workspace, this);
  }

  readonly #onMore = (): void => {
    this.#show({ most: this.#view.most + MOST_ROWS });
  };

  readonly #onInput = ({ target }: InputEvent): void => {
    this.#show({ typed: (target as HTMLInputElement).value, most: MOST_ROWS });
  };

  readonly #onSort = ({ target }: Event): void => {
    this.#show({ order: (target as HTMLSelectElement).value as WorkItemOrder });
  };
}

const serviceOf = ({ id, serviceId }: Session, { store }: WorkspaceHandle): string =>
  store.read(selectWorkspaceOf(id)).configuration?.services.get(serviceId)?.name ?? serviceId;

declare global {
  interface HTMLElementTagNameMap {
    'work-items': WorkItems;
  }
}
