import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { bringBack, hide } from '../../context/acts/hide.js';
import { look } from '../../context/acts/look.js';
import { Notices } from '../../context/notices.js';
import { notConnected } from '../../context/not-connected.js';
import { OwnAgent } from '../../context/own-agent.js';
import { SliceController } from '../../context/slice-controller.js';
import { WorkspaceElement } from '../../context/workspace-element.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import { idleOf } from '../../core/rules/idle-sessions.js';
import { MOST_ROWS, WORK_ITEM_LISTS, WORK_ITEM_ORDERS, orderOf } from '../../core/rules/work-items.js';
import type { WorkItemList, WorkItemOrder, WorkItemsView } from '../../core/rules/work-items.js';
import { selectBegun, selectIsDrafting } from '../../core/selectors/select-begun.js';
import { selectLimitNotice } from '../../core/selectors/select-limit-notice.js';
import { selectSessionLimit } from '../../core/selectors/select-session-limit.js';
import { selectSessions } from '../../core/selectors/select-session.js';
import { selectOwnWork } from '../../core/selectors/select-work-items.js';
import { selectWorkspace } from '../../core/selectors/select-workspace.js';
import { ABOUT_NO_SESSION } from '../../core/state/begun.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { sessionLimitWords } from '../../localize/en/session-limit.js';
import { workItems } from '../../localize/en/work-items.js';
import { base } from '../../styles/base.js';
import { emptyState } from '../../views/empty-state.js';
import { OpenRows } from './open-rows.js';
import { ownRows } from './own-rows.js';
import type { OwnRow } from './own-rows.js';
import { styles } from './work-items.styles.js';

const NONE: readonly string[] = [];
const UNTOUCHED: WorkItemsView = { list: 'mine', orders: {}, typed: '', most: MOST_ROWS };

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
              html`<option value=${order} .selected=${live(order === orderOf(this.#view))}>${words.order[order]}</option>`,
          )}
        </select>
      </div>
      ${this.#renderLimit(workspace)}
      ${
        this.#view.list === 'open'
          ? this.#open.render(workspace, words, this.#view, this.#onMore)
          : ownRows({
              sessions: this.#sessions.value ?? [],
              hidden: this.#work.value?.hidden ?? NONE,
              view: this.#view,
              ...{ host: this, workspace, words },
              open: (row, inBackground) => {
                this.#openOwn(row, inBackground, workspace);
              },
              more: this.#onMore,
            })
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

  /** Says so where as many as may be are open. */
  #hasRoomFor(title: string): boolean {
    this._refused = this.#limit.value?.is === 'full' ? title : '';
    return this._refused === '';
  }

  /** A hidden session that is opened is one more on the list. */
  #openOwn({ id, title, isHidden }: OwnRow, inBackground: boolean, workspace: WorkspaceHandle): void {
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
      ${words.list[list]}${count === undefined ? nothing : html` <bdi class="figures" translate="no">${count}</bdi>`}
    </button>`;
  }

  readonly #onMore = (): void => {
    this.#show({ most: this.#view.most + MOST_ROWS });
  };

  readonly #onInput = ({ target }: InputEvent): void => {
    this.#show({ typed: (target as HTMLInputElement).value, most: MOST_ROWS });
  };

  readonly #onSort = ({ target }: Event): void => {
    const { list, orders } = this.#view;
    this.#show({ orders: { ...orders, [list]: (target as HTMLSelectElement).value as WorkItemOrder } });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'work-items': WorkItems;
  }
}
