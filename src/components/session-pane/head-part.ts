import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { elapsed, stateTime } from '../../context/duration-directive.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { User } from '../../core/configuration/configuration.js';
import type { Session } from '../../core/model/session.js';
import { isWorkForCallsOnly } from '../../core/rules/after-call-work-for.js';
import { connectedOf } from '../../core/rules/connected-time.js';
import { countingOf } from '../../core/rules/counting.js';
import { blocksNewWork, isOver } from '../../core/rules/session-phase.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { icon } from '../../icons/icon.js';
import { modalityIcon } from '../../icons/modality-icon.js';
import { stateWords } from '../../localize/en/sessions.js';
import { controlsWords } from '../../localize/en/session-controls.js';
import { paneWords } from '../../localize/en/session-pane.js';
import type { Strings } from '../../localize/en.js';
import { titleOf, wordFor } from '../../localize/words.js';
import { outcomeOf } from '../../views/task-result.js';

/**
 * Who, which service, how long connected, which state and since when, and the controls.
 *
 * @param user whose session it is, as the configuration knows them
 */
export function renderHead(
  session: Session,
  service: string,
  user: User | undefined,
  workspace: WorkspaceHandle,
  controls: unknown,
): TemplateResult {
  const { strings } = workspace.localization;
  // A record is what its kind is called.
  const kind = session.state === 'opened' ? undefined : wordFor(strings.modality, session.modality);
  const name = displayableText(service, 200);
  return html`<header part="header" class=${session.state === 'ended' ? 'over' : ''}>
    <div class="who">
      <h2 title=${titleOf(session, strings)}><bdi translate="no">${titleOf(session, strings)}</bdi></h2>
      <p class="facts quiet figures" translate="no" title=${kind === undefined ? name : `${kind} · ${name}`}>
        ${icon(modalityIcon(session.modality))}
        ${kind === undefined ? nothing : html`<span class="long">${kind}</span>`}
        <bdi class="long" translate="no" title=${name}>${name}</bdi>
        ${renderTimes(session, workspace)}
        ${blocksNewWork(session.state) && isWorkForCallsOnly(user) ? renderRule(strings) : nothing}
        ${isOver(session.state) ? (outcomeOf(session, strings) ?? nothing) : nothing}
      </p>
    </div>
    ${controls}
  </header>`;
}

/** Why other tasks give no after-call work. */
const renderRule = ({ pane: words = paneWords, controls = controlsWords }: Strings): TemplateResult =>
  html`<span class="rule" dir="auto" title=${controls.workForCallsOnly}>${words.workForCallsOnly}</span>`;

/** How long the conversation has been connected, told apart from how long it is in its state, or what is left of that. */
function renderTimes(session: Session, workspace: WorkspaceHandle): TemplateResult {
  const { store, localization } = workspace;
  const { strings, formatMoment, formatDuration } = localization;
  const { pane: words = paneWords } = strings;
  const connection = connectedOf(session);
  const moment = (at: number): string => formatMoment(at, store.clockOf(session.id).now());
  return html`<span class="times"
    >${
      connection &&
      html`<span class="connected" title=${words.connectedSince(moment(connection.since))}
          ><span class="long">${words.connected} </span>${connection.ms === undefined ? elapsed(workspace, session.id, connection.since) : formatDuration(connection.ms)}</span
        ><span aria-hidden="true"> · </span>`
    }<span class="state" title=${stateTitle(session, strings, moment)}>${wordFor(strings.state ?? stateWords, session.state)} ${stateTime(workspace, session)}</span></span
  >`;
}

function stateTitle(session: Session, strings: Strings, moment: (at: number) => string): string {
  const { state, since, afterCallWork } = session;
  const { pane: words = paneWords } = strings;
  if (blocksNewWork(state))
    return afterCallWork?.dueAt === undefined ? words.workUnlimited : words.workUntil(moment(afterCallWork.dueAt));
  return words.stateSince(wordFor(strings.state ?? stateWords, state), moment(countingOf(session)?.since ?? since));
}
