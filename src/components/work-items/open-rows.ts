import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { look } from '../../context/acts/look.js';
import { pick } from '../../context/acts/pick.js';
import { elapsed } from '../../context/duration-directive.js';
import { each } from '../../context/each.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { OpenItem } from '../../core/model/open-item.js';
import type { ShownItem } from '../../core/rules/open-items.js';
import { MOST_ROWS, orderOf, workItemsIn } from '../../core/rules/work-items.js';
import type { WorkItemsView } from '../../core/rules/work-items.js';
import { selectAcceptance } from '../../core/selectors/select-acceptance.js';
import { selectCommands } from '../../core/selectors/select-commands.js';
import { selectOfSource } from '../../core/selectors/select-of-source.js';
import { selectSession } from '../../core/selectors/select-session.js';
import { selectOwnWork } from '../../core/selectors/select-work-items.js';
import { selectWorkspace } from '../../core/selectors/select-workspace.js';
import { workspaceOf } from '../../core/state/workspace-reducer.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { icon } from '../../icons/icon.js';
import { modalityIcon } from '../../icons/modality-icon.js';
import { controlsWords } from '../../localize/en/session-controls.js';
import { type workItems } from '../../localize/en/work-items.js';
import { nearestLocale } from '../../localize/nearest-locale.js';
import { titleOf, wordFor } from '../../localize/words.js';
import { emptyState } from '../../views/empty-state.js';
import { reasonOf } from '../../views/failed-commands.js';
import { OpenList } from './open-list.js';

/** What a row says in place of its service. */
type Mark = keyof (typeof workItems)['mark'];

type Words = typeof workItems;

/** The rows of what waits to be picked, and what became of those that were. */
export class OpenRows {
  readonly #host: LitElement & WorkspaceHost;
  readonly #mayOpen: (title: string) => boolean;
  readonly #list: OpenList;
  readonly #work;
  readonly #acceptance;
  /** What was asked for here: by id, until the row goes. */
  readonly #marks = new Map<string, Mark>();
  #said = '';

  /**
   * @param isShown whether the agent looks at them
   * @param mayOpen whether one more session of that title can be opened; says why not
   */
  constructor(host: LitElement & WorkspaceHost, isShown: () => boolean, mayOpen: (title: string) => boolean) {
    this.#host = host;
    this.#mayOpen = mayOpen;
    this.#list = new OpenList(
      host,
      isShown,
      () => host.renderRoot.querySelector('.open')?.matches(':hover, :focus-within') ?? false,
    );
    const shown = (): true | undefined => (isShown() ? true : undefined);
    this.#work = new SliceController(host, () => selectOwnWork, shown);
    this.#acceptance = new SliceController(host, () => selectAcceptance('audio-video'), shown);
  }

  forget(): void {
    this.#list.forget();
    this.#marks.clear();
    this.#said = '';
  }

  /** How many wait, as far as is known; undefined before anything is. */
  get count(): string | undefined {
    const { state, hasMore } = this.#list;
    return state === 'ready' ? `${String(this.#waiting.length)}${hasMore ? '+' : ''}` : undefined;
  }

  render(workspace: WorkspaceHandle, words: Words, view: WorkItemsView, showMore: () => void): unknown {
    const { strings } = workspace.localization;
    const { state, isStale } = this.#list;
    switch (state) {
      case 'absent':
        return emptyState(words.notServed);
      case 'loading':
        return emptyState(strings.common.loadingPart);
      case 'failed':
        return html`<div class="notice" role="alert"><span>${words.openFailed}</span> ${this.#renderRetry(strings.common.retry)}</div>`;
      case 'ready':
        return html`<div class="said quiet">
            <p role="status">${isStale ? words.openStale : this.#said}</p>
            ${isStale ? this.#renderRetry(strings.common.retry) : nothing}
          </div>
          ${this.#renderRows(workspace, words, view, showMore)}`;
    }
  }

  #renderRows(workspace: WorkspaceHandle, words: Words, view: WorkItemsView, showMore: () => void): TemplateResult {
    const { typed, most } = view;
    const { strings, locale } = workspace.localization;
    const { compare } = new Intl.Collator(nearestLocale(locale), { numeric: true });
    const known = new Map(this.#shown.map((shown) => [shown.item, shown]));
    const found = workItemsIn([...known.keys()], typed, orderOf(view), {
      titleOf: (item) => titleOf(item, strings),
      textOf: (item) =>
        [
          titleOf(item, strings),
          item.subject,
          this.#serviceOf(item, workspace),
          wordFor(strings.modality, item.modality),
        ].join(' '),
      momentOf: ({ since }) => since,
      compare,
    });
    const { hasMore, isAsked } = this.#list;
    const { waiting } = this.#list.items;
    const rest = found.length - most;
    return html`${found.length === 0 ? html`<p class="empty" role="status"><bdi translate="no">${known.size === 0 ? words.empty.open : words.nothingFound(displayableText(typed, 100))}</bdi></p>` : nothing}
      <ul class="open" aria-label=${words.list.open} @pointerleave=${this.#onLeave} @focusout=${this.#onLeave}>
        ${each(
          found.slice(0, most),
          ({ id }) => id,
          (item) => this.#renderRow(item, known.get(item)?.isGone ?? false, workspace, words),
        )}
      </ul>
      <div class="after">
        ${
          rest > 0
            ? html`<button type="button" class="more" @click=${showMore}>${words.more(Math.min(rest, MOST_ROWS))}</button>`
            : hasMore
              ? html`<button type="button" class="more" aria-disabled=${isAsked ? 'true' : 'false'} @click=${this.#onMore}>${words.readMore}</button>`
              : nothing
        }
        ${waiting > 0 ? html`<button type="button" class="new" @click=${this.#onShowNew}>${words.showNew(waiting)}</button>` : nothing}
        ${hasMore && typed.trim() !== '' ? html`<span class="quiet">${words.searched(known.size)}</span>` : nothing}
      </div>`;
  }

  #renderRow(item: OpenItem, isGone: boolean, workspace: WorkspaceHandle, words: Words): TemplateResult {
    const { strings } = workspace.localization;
    const { controls = controlsWords } = strings;
    const { id, modality, since } = item;
    const title = titleOf(item, strings);
    const service = displayableText(this.#serviceOf(item, workspace), 200);
    const isOwn = this.#isOwn(id);
    const mark = isOwn ? 'own' : isGone ? 'gone' : this.#markOf(id, workspace);
    const parks = !isOwn && this.#toPark(item, workspace);
    const name = isOwn ? words.open : parks ? controls.parkFirst(words.pick) : words.pick;
    const isOff = mark === 'picking' || mark === 'gone';
    const act = (isInBackground: boolean): void => {
      if (isOwn) look(workspace, this.#host, id);
      else if (!isOff) void this.#pick(item, title, isInBackground, workspace, words);
    };
    return html`<li data-id=${id} aria-busy=${mark === 'picking' ? 'true' : 'false'}>
      <div>
        <p class="name"><bdi translate="no" title=${title}>${title}</bdi></p>
        <p class="about quiet">
          ${icon(modalityIcon(modality))}<span class="spoken">${wordFor(strings.modality, modality)}</span>
          ${mark ? html`<span class="mark">${words.mark[mark]}</span>` : nothing}
          <bdi translate="no" title=${service}>${service}</bdi>
        </p>
      </div>
      <span class="quiet figures" translate="no">${elapsed(workspace, id, since)}</span>
      <button
        type="button"
        class="pick"
        aria-label="${name}: ${title}"
        aria-disabled=${isOff ? 'true' : 'false'}
        title=${isOwn ? name : words.pickInBackground(name)}
        @click=${({ shiftKey }: MouseEvent) => {
          act(shiftKey);
        }}
        @keydown=${(event: KeyboardEvent) => {
          // Firefox makes no click of it.
          if (event.key !== 'Enter' || !event.shiftKey) return;
          event.preventDefault();
          act(true);
        }}
      >
        ${isOwn ? words.open : words.pick}
      </button>
    </li>`;
  }

  #renderRetry(word: string): TemplateResult {
    return html`<button type="button" class="retry" aria-disabled=${this.#list.isAsked ? 'true' : 'false'} @click=${this.#onRetry}>${word}</button>`;
  }

  async #pick(
    item: OpenItem,
    title: string,
    isInBackground: boolean,
    workspace: WorkspaceHandle,
    words: Words,
  ): Promise<void> {
    const { id } = item;
    if (this.#marks.get(id) === 'picking' || !this.#mayOpen(title)) return;
    this.#become(id, 'picking', '');
    const outcome = await pick(workspace, this.#host, item, isInBackground);
    if (workspace !== this.#host.workspace || this.#marks.get(id) !== 'picking') return;
    if (!outcome) this.#become(id, undefined, '');
    else if (outcome.ok) this.#become(id, 'own', words.picked(title));
    else {
      const { strings } = workspace.localization;
      const reason = reasonOf(outcome, strings);
      const other =
        outcome.notParked === undefined ? undefined : workspace.store.read(selectSession(outcome.notParked));
      const { controls = controlsWords } = strings;
      const why = other ? controls.notParked(titleOf(other, strings), reason) : reason;
      const isLost = outcome.failure === 'unknown-session' && outcome.notParked === undefined;
      this.#become(id, isLost ? 'gone' : 'not-picked', words.notPicked(title, why));
    }
    if (outcome?.ok || this.#marks.get(id) === 'gone') this.#list.drop(id);
  }

  #become(id: string, mark: Mark | undefined, said: string): void {
    if (mark) this.#marks.set(id, mark);
    else this.#marks.delete(id);
    this.#said = said;
    this.#host.requestUpdate();
  }

  /** Without those that are the agent's own, but for what was picked here and still stands in its place. */
  get #shown(): readonly ShownItem[] {
    return this.#list.items.shown.filter(({ item: { id } }) => !this.#isOwn(id) || this.#marks.has(id));
  }

  get #waiting(): readonly ShownItem[] {
    return this.#list.items.shown.filter(({ item: { id }, isGone }) => !isGone && !this.#isOwn(id));
  }

  #isOwn(id: string): boolean {
    return this.#work.value?.mine.includes(id) ?? false;
  }

  /** One that was asked for before the page was loaded anew is under way, too. */
  #markOf(id: string, { store }: WorkspaceHandle): Mark | undefined {
    const isUnderWay = store
      .read(selectCommands(id))
      .some(({ command, status }) => command.type === 'work-item.pick' && status === 'pending');
    return isUnderWay ? 'picking' : this.#marks.get(id);
  }

  #toPark({ source }: OpenItem, { store }: WorkspaceHandle): boolean {
    if (!this.#acceptance.value) return false;
    return store.read(selectOfSource(source, selectAcceptance('audio-video'))).parkFirst !== undefined;
  }

  #serviceOf({ serviceId, source }: OpenItem, { store }: WorkspaceHandle): string {
    return workspaceOf(store.read(selectWorkspace), source).configuration?.services.get(serviceId)?.name ?? serviceId;
  }

  readonly #onLeave = (): void => {
    // The pointer or the focus is where it goes to only after this.
    queueMicrotask(() => {
      this.#list.release();
    });
  };

  readonly #onRetry = (): void => {
    if (!this.#list.isAsked) this.#list.retry();
  };

  readonly #onMore = (): void => {
    if (!this.#list.isAsked) this.#list.more();
  };

  readonly #onShowNew = (): void => {
    this.#list.release(true);
  };
}
