import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { stateTime } from '../../context/duration-directive.js';
import { recordButtons } from '../../context/record-buttons.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import { MOST_ROWS, momentOfSession, orderOf, workItemsIn } from '../../core/rules/work-items.js';
import type { WorkItemsView } from '../../core/rules/work-items.js';
import { selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { icon } from '../../icons/icon.js';
import { modalityIcon } from '../../icons/modality-icon.js';
import { stateWords } from '../../localize/en/sessions.js';
import { type workItems } from '../../localize/en/work-items.js';
import { nearestLocale } from '../../localize/nearest-locale.js';
import { titleOf, wordFor } from '../../localize/words.js';
import { emptyState } from '../../views/empty-state.js';

/** A session of the agent as a row names it. */
export interface OwnRow {
  readonly id: string;
  readonly title: string;
  readonly isHidden: boolean;
}

interface OwnRows {
  readonly host: LitElement;
  readonly workspace: WorkspaceHandle;
  readonly words: typeof workItems;
  readonly sessions: readonly Session[];
  /** The ids of those that are not on the list. */
  readonly hidden: readonly string[];
  readonly view: WorkItemsView;
  readonly open: (row: OwnRow, inBackground: boolean) => void;
  readonly more: () => void;
}

/** What is the agent's or is over, as it was searched and sorted. */
export function ownRows(rows: OwnRows): TemplateResult {
  const { sessions, view, workspace, words, more } = rows;
  const { list, typed, most } = view;
  if (sessions.length === 0) return emptyState(words.empty[list]);
  const { strings, locale } = workspace.localization;
  const { compare } = new Intl.Collator(nearestLocale(locale), { numeric: true });
  const found = workItemsIn(sessions, typed, orderOf(view), {
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
        (session) => ownRow(session, rows),
      )}
    </ul>
    ${
      found.length > most
        ? html`<button type="button" class="more" @click=${more}>${words.more(Math.min(MOST_ROWS, found.length - most))}</button>`
        : nothing
    }`;
}

function ownRow(session: Session, { workspace, words, hidden, host, open }: OwnRows): TemplateResult {
  const { store, localization } = workspace;
  const { strings, formatMoment } = localization;
  const { id, state: now, times, modality } = session;
  const title = titleOf(session, strings);
  const service = displayableText(serviceOf(session, workspace), 200);
  const isHidden = hidden.includes(id);
  const row = { id, title, isHidden };
  const { configuration, agentId } = store.read(selectWorkspaceOf(id));
  return html`<li data-id=${id}>
    <div>
      <p class="name"><bdi translate="no" title=${title}>${title}</bdi></p>
      <p class="about quiet">
        ${icon(modalityIcon(modality))}<span class="spoken">${wordFor(strings.modality, modality)}</span>
        <span>${wordFor(strings.state ?? stateWords, now)}</span>
        ${isHidden ? html`<span class="hidden">${words.hidden}</span>` : nothing}
        <bdi translate="no" title=${service}>${service}</bdi> ${recordButtons({ session, configuration, agentId }, workspace, host)}
      </p>
    </div>
    <bdi class="quiet figures" translate="no">
      ${now === 'ended' ? formatMoment(times.ended ?? session.since, store.clockOf(id).now()) : stateTime(workspace, session)}
    </bdi>
    <button
      type="button"
      aria-label="${words.open}: ${title}"
      title=${ifDefined(isHidden ? words.background : undefined)}
      @click=${({ shiftKey }: MouseEvent) => {
        open(row, shiftKey);
      }}
      @keydown=${(event: KeyboardEvent) => {
        // Firefox makes no click of it.
        if (event.key !== 'Enter' || !event.shiftKey) return;
        event.preventDefault();
        open(row, true);
      }}
    >
      ${words.open}
    </button>
  </li>`;
}

const serviceOf = ({ id, serviceId }: Session, { store }: WorkspaceHandle): string =>
  store.read(selectWorkspaceOf(id)).configuration?.services.get(serviceId)?.name ?? serviceId;
