import { isBlank } from '../../core/text/blank.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { perform, waysOn } from '../../context/acts/acts.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import { linkOf } from '../../core/fields/safe-url.js';
import type { Session } from '../../core/model/session.js';
import { isAtHand, isOver } from '../../core/rules/session-phase.js';
import { selectCommands } from '../../core/selectors/select-commands.js';
import { selectConnectionOf } from '../../core/selectors/select-connection.js';
import { selectTranscript, selectTranscriptAway } from '../../core/selectors/select-transcript.js';
import type { SegmentList } from '../../core/state/segment-list.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { externalTask } from '../../localize/en/external-task.js';
import { stateSentence } from '../../localize/state-sentence.js';
import { titleOf, wordFor } from '../../localize/words.js';
import { transcriptAway } from '../../views/transcript-away.js';
import { base } from '../../styles/base.js';
import { workStyles } from '../../styles/work.js';
import { emptyState } from '../../views/empty-state.js';
import { failedCommands } from '../../views/failed-commands.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { Ban, Check, ExternalLink } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { longText } from '../../views/long-text.js';
import { pendingWord } from '../../localize/pending-word.js';
import { resultWords } from '../../localize/en/outcomes.js';
import { SessionWidget } from '../../context/session-widget.js';
import { styles } from './external-task.styles.js';

/**
 * Shows a task that another system handed over: what it is about, where that system shows it, and how to complete it.
 * When the other system takes it back, that is said where the agent was working, and nothing else moves.
 *
 * @tag external-task
 * @summary The task of an external system: open it there, complete it here.
 * @csspart failure - What could not be done.
 */
export class ExternalTaskElement extends SessionWidget {
  static override styles = [base, workStyles, styles];

  readonly #commands = new SliceController(this, selectCommands, () => this.shownId);
  readonly #transcript = new SliceController(this, selectTranscript, () => this.shownId);
  readonly #away = new SliceController(this, selectTranscriptAway, () => this.shownId);
  readonly #connection = new SliceController(this, selectConnectionOf, () => this.shownId);

  constructor() {
    super();
    keepFocus(this, () => () => this.renderRoot.querySelector('h3'));
  }

  protected override renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult {
    const { strings } = workspace.localization;
    const words = strings['external-task'] ?? externalTask;
    const { subject, externalTask: task, modality } = session;
    // To complete a call would be to hang up.
    if (modality !== 'external' && !task) return emptyState(words.noTask);
    const description = task?.description ?? '';
    const ends = this.#commands.value?.filter(({ command }) => command.type === 'session.end');
    return html`<article class="work task" aria-label=${words.title}>
      <h3 tabindex="-1"><bdi translate="no">${subject === undefined ? titleOf(session, strings) : displayableText(subject, 1000)}</bdi></h3>
      ${
        isBlank(description)
          ? html`<p class="quiet">${words.noDescription}</p>`
          : html`<div class="description" dir="auto"><bdi translate="no">${longText(description, strings.common.showMore)}</bdi></div>`
      }
      ${renderUpdates(this.#transcript.value, workspace)}
      ${transcriptAway(this.#away.value, workspace.localization.strings)} ${renderPlace(task?.url, words)}
      <div class="steps">
        <div role="status">${renderOutcome(session, workspace)}</div>
        ${this.#renderComplete(session, workspace)}
      </div>
      ${failedCommands(ends, strings, waysOn(workspace, this), { 'session.end': words.notCompleted })}
    </article>`;
  }

  #renderComplete({ id, state }: Session, workspace: WorkspaceHandle): unknown {
    if (isOver(state)) return nothing;
    const { strings } = workspace.localization;
    const words = strings['external-task'] ?? externalTask;
    const isPending = this.#commands.value?.some(
      ({ status, command }) => status === 'pending' && command.type === 'session.end',
    );
    // Ending is allowed elsewhere, too, such as from the parked card; what is done is completed where it was done.
    const canComplete = isAtHand(state);
    const reason = stateSentence(state, strings, words.toWorkOn, words.notNowOther);
    return html`<button
        type="button"
        class="primary"
        ?disabled=${!canComplete}
        aria-disabled=${isPending ? 'true' : 'false'}
        @click=${() => {
          if (!isPending) void perform(workspace, this, { type: 'session.end', sessionId: id });
        }}
      >
        ${icon(Check)}${words.complete}
      </button>
      ${
        isPending
          ? html`<span class="quiet" role="status">${pendingWord(this.#connection.value, strings)}</span>`
          : canComplete
            ? nothing
            : html`<span class="sentence quiet">${reason}</span>`
      }`;
  }
}

const MOST_UPDATES = 50;

/** What the other system said since it handed the task over, latest last. */
function renderUpdates(transcript: SegmentList | undefined, { localization, store }: WorkspaceHandle): unknown {
  const updates = [...(transcript ?? [])].filter(({ speaker }) => speaker.role === 'system').slice(-MOST_UPDATES);
  if (updates.length === 0) return nothing;
  const { strings } = localization;
  const words = strings['external-task'] ?? externalTask;
  return html`<ul class="updates" aria-label=${words.updates}>
    ${updates.map(
      ({ text, at }) => html`<li>
        ${at === undefined ? nothing : html`<span class="quiet figures" dir="auto" translate="no">${localization.formatMoment(at, store.clock.now())}</span>`}
        <bdi translate="no">${longText(text, strings.common.showMore)}</bdi>
      </li>`,
    )}
  </ul>`;
}

/** Where the other system shows the task; what is not plainly harmless is named, not opened. */
function renderPlace(url: string | undefined, words: typeof externalTask): TemplateResult {
  if (url === undefined || isBlank(url)) return html`<p class="quiet">${words.noLink}</p>`;
  const href = linkOf(url);
  return href === undefined
    ? html`<p class="unsafe">${words.unsafeLink} <bdi translate="no">${displayableText(url, 500)}</bdi></p>`
    : html`<p>
        <a href=${href} target="_blank" rel="noopener noreferrer">
          ${icon(ExternalLink)}${words.open}<span class="spoken"> (${words.opensTab})</span>
        </a>
      </p>`;
}

/** How the task ended. What the other system took back while somebody was at it stands out. */
function renderOutcome(session: Session, { localization, store }: WorkspaceHandle): unknown {
  const { state, result, times, since, offerOutcome } = session;
  if (!isOver(state)) return nothing;
  const { strings } = localization;
  const words = strings['external-task'] ?? externalTask;
  const moment = localization.formatMoment(times.ended ?? since, store.clockOf(session.id).now());
  if (result === 'cancelled-by-external-system') {
    const wasWorkedOn = offerOutcome !== 'cancelled' && (times.accepted ?? times.connected) !== undefined;
    return html`<p class="cancelled">
      ${icon(Ban)}<span>${wasWorkedOn ? words.cancelledMeanwhile(moment) : words.cancelled(moment)}</span>
    </p>`;
  }
  return html`<p class="quiet">
    <bdi translate="no"
      >${
        result === undefined || result === 'accepted-by-user'
          ? words.completedAt(moment)
          : words.endedAt(wordFor(strings.result ?? resultWords, result), moment)
      }</bdi
    >
  </p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'external-task': ExternalTaskElement;
  }
}
