import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { TriangleAlert } from 'lucide';
import { elapsed } from '../../context/duration-directive.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Configuration } from '../../core/configuration/configuration.js';
import { isAtOrBelow } from '../../core/model/sentiment.js';
import type { Session } from '../../core/model/session.js';
import { blocksNewWork, isOngoing } from '../../core/rules/session-phase.js';
import { unreadMark } from '../../core/rules/unread.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { initialsOf } from '../../core/text/initials.js';
import type { Strings } from '../../localize/en.js';
import { titleOf, wordFor } from '../../localize/words.js';
import { icon } from '../../icons/icon.js';
import { modalityIcon } from '../../icons/modality-icon.js';
import { taskResult } from '../../views/task-result.js';

/** One session in the list: who, what kind, which service, which state since when, and what needs the agent. */
export function sessionCard(
  session: Session,
  configuration: Configuration | undefined,
  workspace: WorkspaceHandle,
  onSelect: () => void,
): TemplateResult {
  const { strings } = workspace.localization;
  const title = titleOf(session, strings);
  const service = displayableText(configuration?.services.get(session.serviceId)?.name ?? session.serviceId, 200);
  return html`
    <button class="card" type="button" tabindex="-1" aria-current=${ifDefined(session.isSelected ? 'true' : undefined)} @click=${onSelect}>
      <span class="initials" aria-hidden="true">${initialsOf(title)}</span>
      <span class="text">
        <span class="title" title=${title}><bdi>${title}</bdi></span>
        <span class="line quiet">
          ${icon(modalityIcon(session.modality))}
          <span class="spoken">${wordFor(strings.modality, session.modality)}</span> <bdi>${service}</bdi>
        </span>
        <span class="state quiet figures">${stateLine(session, workspace)}</span>
      </span>
      ${marks(session, title, configuration, strings)}
    </button>
  `;
}

function stateLine(session: Session, workspace: WorkspaceHandle): unknown {
  const { strings, formatMoment } = workspace.localization;
  const { state, offerOutcome, result, times, since, parkedSince } = session;
  if (state !== 'ended') {
    return html`${wordFor(strings.state, state)} ${elapsed(workspace, state === 'unparking' ? (parkedSince ?? since) : since)}`;
  }
  const outcome =
    result === undefined
      ? offerOutcome !== undefined && offerOutcome !== 'accepted'
        ? wordFor(strings.offerOutcome, offerOutcome)
        : strings.state.ended
      : taskResult(result, strings);
  return html`<bdi>${formatMoment(times.ended ?? since, workspace.store.clock.now())}</bdi> · <bdi>${outcome}</bdi>`;
}

function marks(
  session: Session,
  title: string,
  configuration: Configuration | undefined,
  { list: words }: Strings,
): unknown {
  const { unread, sentiment, state } = session;
  const isUrgent =
    sentiment !== undefined &&
    configuration !== undefined &&
    isOngoing(state) &&
    isAtOrBelow(sentiment, configuration.sentimentThreshold);
  if (unread === 0 && !isUrgent && !blocksNewWork(state)) return nothing;
  return html`<span class="marks">
    ${
      unread > 0
        ? html`<span class="unread figures" title=${words.unread(title, unread)}>
          <span aria-hidden="true">${unreadMark(unread)}</span><span class="spoken">${words.unread(title, unread)}</span>
        </span>`
        : nothing
    }
    ${
      isUrgent
        ? html`<span class="urgent" title=${words.attention(title)}>
          ${icon(TriangleAlert)}<span class="word" aria-hidden="true">${words.urgent}</span><span class="spoken">${words.attention(title)}</span>
        </span>`
        : nothing
    }
    ${blocksNewWork(state) ? html`<span class="todo">${words.unfinished}</span>` : nothing}
  </span>`;
}
